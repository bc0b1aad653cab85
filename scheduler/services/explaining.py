"""Why there is no agenda: a set of requirements that cannot hold together, in sentences, and what would help."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from scheduler.services.fixes import list_fixes, timetable_fixes
from scheduler.services.wording import SpeakersWords
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.timetable import TimetableTranslation, timetable_problem
from scheduler.translate.voice import Voice
from solver.result import Conflict, Requirement
from solver.rule import Rule
from solver.timetable.rulebook import RULES

MOST_PERIODS = 6
"""Periods that are named where a kind of session can stand in many."""


class Reason(Value):
    """One requirement of a conflict."""

    rule: str
    sentence: str


class Explanation(Value):
    """Requirements that cannot hold together; without any one of them the others can."""

    subject: str = Field(description="What there is not: the timetable, or one session's speakers list")
    title: str | None = Field(None, description="Title of the session whose speakers list it is")
    impossible: bool = Field(True, description="False where a list was not found where its session stands now")
    reasons: tuple[Reason, ...]
    fixes: tuple[str, ...] = Field(description="Each of them, alone, makes it possible")
    together: tuple[str, ...] = Field((), description="Where none helps alone: what makes it possible together")
    proven: bool = Field(description="Whether every claim was confirmed by a solve")


def explain_timetable(translation: TimetableTranslation, conflict: Conflict) -> Explanation:
    """Say why no timetable exists."""
    rules = {rule.name: rule for rule in RULES}
    return Explanation(
        subject="The timetable",
        reasons=tuple(
            Reason(rule=member.rule, sentence=_with_hours(translation, member, rules[member.rule]))
            for member in conflict.members
        ),
        fixes=timetable_fixes(translation, conflict.fixes),
        together=timetable_fixes(translation, conflict.joint),
        proven=conflict.proven,
    )


def _with_hours(translation: TimetableTranslation, member: Requirement, rule: Rule) -> str:
    """State a requirement; where it is about the periods of a kind, with their hours."""
    problem, labels = translation.problem, translation.labels
    stated = rule.state(problem, member.instance, labels)
    if member.rule != "kind-admitted":
        return stated
    kind = problem.session_of(member.instance[0]).kind
    admitting = [labels.period(index) for index, period in enumerate(problem.periods) if kind in period.kinds]
    more = len(admitting) - MOST_PERIODS
    named = "; ".join([*admitting[:MOST_PERIODS], *([f"{more} more"] if more > 0 else [])])
    return f"{stated[:-1]} ({named or 'there is none'})."


def explain_list(
    translation: SpeakersTranslation,
    conflict: Conflict | None,
    repair: Sequence[Requirement] = (),
    floor_minutes: int | None = None,
    *,
    impossible: bool,
) -> Explanation:
    """Say why one session's speakers cannot all speak where it stands, and how many minutes of floor would do."""
    words = SpeakersWords(translation, None, Voice.FULL)
    members, fixes = (conflict.members, conflict.fixes) if conflict else ((), ())
    return Explanation(
        subject=_list_subject(translation),
        title=translation.session.title.of(*translation.forum.languages),
        reasons=tuple(
            Reason(rule=member.rule, sentence=words.state(member.rule, member.instance)) for member in members
        ),
        fixes=(*_more_floor(translation, floor_minutes), *list_fixes(translation, fixes)),
        together=() if fixes else list_fixes(translation, repair),
        impossible=impossible,
        proven=conflict.proven if conflict else False,
    )


def explain_pinned(found: Explanation, forum: Forum, pins: Sequence[Pin], helping: Sequence[Pin]) -> Explanation:
    """Add to the explanation of a list the pins that hold its clash in place, and those that help where they go."""
    translation = timetable_problem(forum)
    requirements = {pin: _pinned(translation, pin) for pin in pins}
    stated = {pin: _with_hours(translation, requirements[pin], _rule("pinned")) for pin in pins}
    freed = timetable_fixes(translation, [requirements[pin] for pin in helping])
    return found.model_copy(
        update={
            "reasons": (*found.reasons, *(Reason(rule="pinned", sentence=stated[pin]) for pin in pins)),
            "fixes": (*freed, *found.fixes),
            "proven": found.proven and len(helping) == len(pins),
        }
    )


def _pinned(translation: TimetableTranslation, pin: Pin) -> Requirement:
    index = translation.forum.pins.index(pin)
    return Requirement("pinned", (translation.problem.pins[index].sitting, index))


def _rule(name: str) -> Rule:
    return next(rule for rule in RULES if rule.name == name)


def _more_floor(translation: SpeakersTranslation, floor_minutes: int | None) -> tuple[str, ...]:
    if floor_minutes is None:
        return ()
    session = translation.session
    title = session.title.of(*translation.forum.languages)
    return (
        f"Reserve {floor_minutes} minutes for the floor of {title} instead of {session.floor_minutes} "
        "(sessions.csv, floor_minutes).",
    )


def _list_subject(translation: SpeakersTranslation) -> str:
    problem = translation.problem
    title = translation.session.title.of(*translation.forum.languages)
    turns = range(len(problem.interventions))
    needed = sum(problem.duration(turn) for turn in turns) - problem.changeover
    held = sum(end - start for start, end in problem.stretches)
    subject = f"The speakers list of {title}"
    if needed <= held:
        return subject
    return f"{subject} ({len(turns)} speakers need {-(-needed // 60)} minutes, the floor holds {held // 60})"
