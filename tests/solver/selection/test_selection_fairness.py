"""Nobody is refused everywhere while another of the same constituency speaks twice, unless a level before asks so."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from solver.result import Limits
from solver.rule import Level, Setting
from solver.selection.check import active_levels, check, levels_of
from solver.selection.problem import Organisation, Problem, Quota, Request, Session
from solver.selection.solution import Selection
from solver.selection.solve import solve
from tests.solver.selection.problems import a_problem


def before_everybody_once(problem: Problem, chosen: Selection) -> tuple[int, ...]:
    """Return what the levels before everybody-speaks-once come to: places, balances and rankings."""
    names = [rule.name for rule in active_levels(problem)]
    return levels_of(problem, chosen)[: names.index("everybody-speaks-once")]


def refused_everywhere(problem: Problem, chosen: Selection) -> list[int]:
    """Return the organisations that ask and are heard nowhere."""
    return [o for o, asked in enumerate(problem.heard_with) if asked and not chosen.intersection(asked)]


def exchanges(problem: Problem, chosen: Selection) -> list[Selection]:
    """Return every selection in which one refused everywhere has a place of one of its quota who speaks twice."""
    found = []
    for refused in refused_everywhere(problem, chosen):
        for mine in problem.heard_with[refused]:
            for other in problem.of_quota[problem.requests[mine].quota]:
                voice = problem.requests[other].organisation
                heard = chosen.intersection(problem.heard_with[voice])
                if other in chosen and len(heard) > 1 and not problem.requests[other].cosponsors:
                    found.append(chosen - {other} | {mine})
    return found


@pytest.mark.parametrize("seed", range(60))
def test_no_exchange_would_hear_one_more_without_costing_what_comes_before(seed: int) -> None:
    problem = a_problem(seed)
    chosen = solve(problem, Limits()).chosen
    if chosen is None:
        return
    stated = before_everybody_once(problem, chosen)
    harmless = [
        swapped
        for swapped in exchanges(problem, chosen)
        if check(problem, swapped).is_feasible and before_everybody_once(problem, swapped) <= stated
    ]
    assert harmless == []


@pytest.mark.parametrize("seed", range(20))
def test_no_selection_at_all_hears_more_with_as_much_before(seed: int) -> None:
    problem = a_problem(seed, size=8)
    chosen = solve(problem, Limits()).chosen
    if chosen is None:
        return
    everybody, stated = range(len(problem.requests)), before_everybody_once(problem, chosen)
    subsets = (frozenset(some) for size in range(len(everybody) + 1) for some in combinations(everybody, size))
    silent = [
        len(refused_everywhere(problem, some))
        for some in subsets
        if check(problem, some).is_feasible and before_everybody_once(problem, some) == stated
    ]
    assert min(silent) == len(refused_everywhere(problem, chosen))


def one_constituency(seed: int) -> Problem:
    """Return a selection of one constituency over three sessions, with nothing but places between its members."""
    draw = Random(seed)
    quotas = tuple(Quota(session, draw.randint(1, 3)) for session in range(3))
    requests = tuple(
        Request(draw.randrange(3), draw.randrange(7), 180, is_late=draw.random() < 0.3, lot=draw.randrange(1_000_000))
        for _ in range(14)
    )
    return Problem((Session(9_999, 15),) * 3, quotas, (Organisation(),) * 7, requests)


@pytest.mark.parametrize("seed", range(40))
def test_nobody_speaks_twice_in_a_session_where_one_refused_everywhere_asked(seed: int) -> None:
    problem = one_constituency(seed)
    chosen = solve(problem, Limits()).chosen or frozenset()
    assert exchanges(problem, chosen) == []
    unheeded = replace(problem, settings={"everybody-speaks-once": Setting(Level.IGNORE)})
    assert len(refused_everywhere(problem, chosen)) <= len(
        refused_everywhere(problem, solve(unheeded, Limits()).chosen or frozenset())
    )


def test_such_exchanges_are_found_where_the_level_is_ignored() -> None:
    ignored = {"everybody-speaks-once": Setting(Level.IGNORE)}
    problems = [replace(one_constituency(seed), settings=ignored) for seed in range(40)]
    assert any(exchanges(problem, solve(problem, Limits()).chosen or frozenset()) for problem in problems)


def test_a_focal_point_may_rank_one_organisation_twice_before_another() -> None:
    ranked = [Request(0, 0, 180, rank=1, ranked_by=0), Request(1, 0, 180, rank=1, ranked_by=0)]
    other = Request(1, 1, 180, rank=2, ranked_by=0)
    problem = Problem((Session(9_999),) * 2, (Quota(0, 1), Quota(1, 1)), (Organisation(),) * 2, (*ranked, other))
    assert solve(problem, Limits()).chosen == {0, 1}
    unranked = replace(problem, requests=tuple(replace(r, rank=None) for r in problem.requests))
    assert solve(unranked, Limits()).chosen == {0, 2}
