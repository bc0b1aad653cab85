"""What the checker found in an agenda, for organisers, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.agenda import RuleOutcome
from scheduler.domain.forum import Forum, Level
from scheduler.publish.columns import wrapped
from scheduler.publish.measures_text import COUNTED_BY_LIST, measure_lines
from scheduler.publish.visible import say
from scheduler.services.rulebook import rule_entries
from scheduler.services.verify import ListFigures, Verification

SAID_OTHERWISE = frozenset({"protocol-order", "sum-of-squares"})
"""Measures that say in squares what another says in plain."""


def verification_text(forum: Forum, found: Verification, notices: Sequence[str] = ()) -> str:
    """Return what was found: faults, broken rules, what the timetable costs, how good each list is, and the verdict."""
    blocks = [[wrapped(fault) for fault in found.faults], *(_broken(outcome) for outcome in found.broken)]
    blocks += [
        [wrapped(notice, below="  ") for notice in notices],
        list(_timetable(found)),
        list(_lists(forum, found)),
        list(_verdict(forum, found)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _broken(outcome: RuleOutcome) -> list[str]:
    count = len(outcome.sentences)
    times = f", {count} times" if count > 1 else ""
    return [f"Broken: {outcome.rule}{times}", *(wrapped(sentence, "  ", "    ") for sentence in outcome.sentences)]


def _timetable(found: Verification) -> Iterator[str]:
    of_lists = {entry.name for entry in rule_entries() if entry.about == "speakers"}
    costly = [outcome for outcome in found.rules if outcome.level is Level.WARN and outcome.points]
    costly = sorted((o for o in costly if o.rule not in of_lists), key=lambda outcome: -outcome.points)
    yield f"Timetable: {_points(found.score)}, lower is better"
    for outcome in costly:
        yield f"  {outcome.rule}: {_points(outcome.points)}"
        yield from (wrapped(sentence, "    ", "      ") for sentence in outcome.sentences)


def _lists(forum: Forum, found: Verification) -> Iterator[str]:
    if not found.lists:
        return
    yield "Speakers lists"
    of_lists = [entry.name for entry in rule_entries() if entry.about == "speakers"]
    for outcome in found.rules:
        is_told = outcome.rule in of_lists and outcome.rule not in COUNTED_BY_LIST
        if is_told and outcome.level is Level.WARN and outcome.amount:
            yield f"  {outcome.rule}"
            yield from (wrapped(sentence, "    ", "      ") for sentence in outcome.sentences)
    for figures in found.lists:
        yield from _list(forum, figures)


def _list(forum: Forum, figures: ListFigures) -> Iterator[str]:
    session = forum.session_by_id.get(figures.session)
    title = say(forum, session.title, None) if session else figures.session
    count = figures.speakers
    yield wrapped(f"{title}: {count} speaker{'s' * (count != 1)}", "  ", "    ")
    told = (measure for measure in figures.measures if measure.name not in SAID_OTHERWISE)
    yield from (wrapped(line, "    ", "      ") for line in measure_lines(forum, tuple(told)))


def _verdict(forum: Forum, found: Verification) -> Iterator[str]:
    kept = sum(not outcome.amount for outcome in found.rules)
    ignored = [stated.rule for stated in forum.rules if stated.level is Level.IGNORE]
    if ignored:
        yield wrapped(f"Turned off in this forum: {', '.join(ignored)}.")
    yield f"{kept} of {len(found.rules)} rules hold everywhere."
    missed = {outcome.rule for outcome in found.rules if outcome.level is Level.WARN and outcome.amount}
    named = [entry for entry in rule_entries() if entry.about == "speakers" and entry.name in missed]
    if named:
        yield "Not everywhere in speakers lists:"
        yield from (wrapped(f"{entry.name}: {entry.sentence}", "  ", "    ") for entry in named)
    if found.is_sound:
        yield "The agenda is sound: no rule that blocks is broken."


def _points(points: int) -> str:
    return f"{points} point{'s' * (points != 1)}"
