"""Why no rotation keeps a policy: what cannot hold together, and what to loosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from solver import engine
from solver.conflict import UndecidedError, smallest
from solver.engine import Verdict
from solver.result import Conflict, Requirement
from solver.rotation.build import HISTORY, POLICIES, Builder
from solver.rotation.problem import Problem

ONE_SETTING = (*POLICIES, "focus-size")
"""Rules that are loosened for all cycles at once: a forum has one setting for all of them."""

LOOSENED_FIRST = ("rotation-pin-holds", "fixed-every-cycle", "focus-size")
"""Where several requirements must be loosened together: a single demand goes before a policy."""

Asked = Sequence[Requirement]
_Holds = Callable[[Asked], bool | None]


def explain(problem: Problem, asked: Asked, deadline: float | None) -> Conflict:
    """Return the fewest requirements that cannot hold together, and those without which all others can.

    What has taken place always stands. It is a member only where the others could hold in a series that begins anew.
    Where nothing helps alone, one member of each conflict is loosened in turn, and what turns out needless is kept.
    """
    holds = _question(problem, deadline)
    background = [each for each in asked if each.rule == HISTORY.rule]
    asked = [each for each in asked if each.rule != HISTORY.rule]

    def holds_loosened(*gone: Requirement) -> bool | None:
        return holds([*background, *loosened(asked, *gone)])

    try:
        members = smallest(asked, background, holds)
        fixes = [member for member in members if holds_loosened(member)]
        joint = () if fixes else _joint(asked, background, holds)
        told = [*members, *([HISTORY] if background and _is_of_the_past(problem, members, deadline) else [])]
    except UndecidedError:
        return Conflict((), (), proven=False)
    return Conflict(tuple(told), tuple(fixes), joint=joint)


def loosened(asked: Asked, *gone: Requirement) -> list[Requirement]:
    """Return what is left to ask for once some requirements are loosened, each as its setting is."""
    settings = {_setting(requirement) for requirement in gone}
    return [each for each in asked if _setting(each) not in settings]


def _setting(requirement: Requirement) -> Requirement:
    return Requirement(requirement.rule, ()) if requirement.rule in ONE_SETTING else requirement


def _question(problem: Problem, deadline: float | None) -> _Holds:
    builder = Builder(problem)

    def holds(kept: Asked) -> bool | None:
        variables = builder.build_alike(frozenset(kept))
        if variables is None:
            return False
        verdict = engine.minimise(variables.model, deadline).verdict
        return None if verdict is Verdict.UNKNOWN else verdict is not Verdict.INFEASIBLE

    return holds


def _joint(asked: Asked, background: Asked, holds: _Holds) -> tuple[Requirement, ...]:
    """Return requirements that do when loosened together, none of which could be kept."""
    gone: list[Requirement] = []
    while not holds([*background, *(left := loosened(asked, *gone))]):
        gone.append(min(smallest(left, background, holds), key=_effort))
    for each in tuple(gone):
        others = [other for other in gone if other != each]
        if holds([*background, *loosened(asked, *others)]):
            gone = others
    return tuple(gone)


def _effort(requirement: Requirement) -> int:
    rule = requirement.rule
    return LOOSENED_FIRST.index(rule) if rule in LOOSENED_FIRST else len(LOOSENED_FIRST)


def _is_of_the_past(problem: Problem, members: Asked, deadline: float | None) -> bool:
    """Say whether some requirements that cannot hold could in a series that begins with the cycles to come."""
    past = problem.past
    moved = [
        Requirement(each.rule, (*each.instance[:-1], each.instance[-1] - past))
        if each.rule in ("focus-size", "rotation-pin-holds")
        else each
        for each in members
    ]
    return _question(begun_anew(problem), deadline)(moved) is True


def begun_anew(problem: Problem) -> Problem:
    """Return the cycles to come as a series of their own, without what has taken place before."""
    past = problem.past
    return replace(
        problem,
        cycles=problem.cycles[past:],
        past=0,
        objectives=tuple(
            replace(
                objective,
                reviewed=frozenset(),
                wanted=frozenset(cycle - past for cycle in objective.wanted),
                unwanted=frozenset(cycle - past for cycle in objective.unwanted),
                planned=None,
            )
            for objective in problem.objectives
        ),
        sets=tuple((max(start - past, 0), end - past) for start, end in problem.sets if end > past),
        released=None,
    )
