"""Results as text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scheduler.publish.clean import clean_line

if TYPE_CHECKING:
    from scheduler.domain.agenda import Agenda
    from scheduler.domain.forum import Forum
    from scheduler.services.explaining import Explanation
    from scheduler.services.planning import Planned

MOST_SENTENCES = 2
"""Sentences a rule has in a summary; forum verify has them all."""


def json_text(document: Any) -> str:
    """Write one JSON document, for a program to read."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, as ``1 point`` or ``2 points``."""
    return f"{number} {noun}{'s' * (number != 1)}"


IN_WORDS = {
    "optimal": "the best there can be, which is proven",
    "feasible": "sound, and perhaps not yet the best there can be",
    "cancelled": "the best found before it was stopped",
}


def summary(forum: Forum, planned: Planned) -> str:
    """Say how good an agenda is, and how much better one could be."""
    agenda = planned.agenda
    if agenda is None:
        return planned.outcome.value
    turns = sum(len(speakers.interventions) for speakers in agenda.lists)
    placed = f"{counted(len(agenda.placements), 'sitting')} placed"
    floor = f", {counted(turns, 'speaker')} in {counted(len(agenda.lists), 'list')}" if agenda.lists else ""
    lines = [
        f"{clean_line(forum.title.of(*forum.languages))}: {agenda.outcome.value}.",
        f"  The timetable is {IN_WORDS[agenda.outcome.value]}.",
        f"  Score {agenda.score} (lower is better), bound {agenda.bound}, gap {agenda.gap:.1%}: {_gap_words(agenda)}",
        f"  {placed}{floor}.",
    ]
    if not agenda.reproducible:
        lines.append("  A clock ended the run: another run may differ.")
    return "\n".join([*lines, *lost_points(agenda)])


def _gap_words(agenda: Agenda) -> str:
    if agenda.score <= agenda.bound:
        return "no timetable scores less."
    return f"at most {counted(agenda.score - agenda.bound, 'point')} could be saved."


def lost_points(agenda: Agenda) -> list[str]:
    """Say where the timetable loses points, dearest rule first; lists have their own measures."""
    from scheduler.publish.columns import wrapped
    from scheduler.services.rulebook import rule_entries

    counting = {entry.name for entry in rule_entries() if entry.about == "timetable"}
    found = (rule for rule in agenda.rules if rule.points and rule.rule in counting)
    costly = sorted(found, key=lambda rule: -rule.points)
    lines = ["  Where points are lost:"] if costly else []
    for rule in costly:
        lines.append(f"  - {rule.rule}: {counted(rule.points, 'point')}")
        lines += [wrapped(sentence, "      ") for sentence in rule.sentences[:MOST_SENTENCES]]
        more = len(rule.sentences) - MOST_SENTENCES
        lines += [f"      and {more} more"] if more > 0 else []
    return lines


def explanation_text(planned: Planned) -> str:
    """Say why there is no agenda, or that there is one."""
    if planned.agenda is not None:
        return "This forum has an agenda: nothing stands in its way, and forum solve writes one."
    if planned.explanation is None:
        return f"No agenda: {planned.outcome.value}. Allow more time with --time-limit, or ask for less."
    return _explained(planned.explanation)


def _explained(explanation: Explanation) -> str:
    from scheduler.publish.columns import wrapped

    lines = [wrapped(f"{explanation.subject} is impossible: these requirements cannot hold together."), ""]
    lines += [wrapped(reason.sentence, f"{number:3}. ") for number, reason in enumerate(explanation.reasons, 1)]
    lines += ["", "Each of these alone would help:"] if explanation.fixes else []
    lines += [wrapped(fix, "  - ") for fix in explanation.fixes]
    lines += ["", "All of these together would help:"] if explanation.together else []
    lines += [wrapped(fix, "  - ") for fix in explanation.together]
    proof = "Every one of these claims was confirmed by solving again."
    lines += ["", proof if explanation.proven else "Not all of these claims could be confirmed in the time given."]
    return "\n".join(lines)


def planned_json(planned: Planned, *, with_agenda: bool = True) -> dict[str, Any]:
    """Return the document that solve and explain print for a program."""
    agenda, explanation = planned.agenda, planned.explanation
    document: dict[str, Any] = {
        "outcome": planned.outcome.value,
        "score": agenda.score if agenda else None,
        "bound": agenda.bound if agenda else None,
        "gap": agenda.gap if agenda else None,
        "explanation": explanation.model_dump(mode="json") if explanation else None,
    }
    if with_agenda:
        document["agenda"] = agenda.model_dump(mode="json") if agenda else None
    return document
