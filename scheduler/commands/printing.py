"""Results as text."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from scheduler.publish.clean import clean_line

if TYPE_CHECKING:
    from scheduler.domain.agenda import Agenda
    from scheduler.domain.forum import Forum
    from scheduler.services.explaining import Explanation
    from scheduler.services.planning import Planned

MOST_SENTENCES = 2
"""Sentences a rule has in a summary; forum verify has them all."""

MOST_ALIKE = 10
"""Requirements of one rule, and fixes, that an explanation names before it only counts."""


def json_text(document: Any) -> str:
    """Write one JSON document, for a program to read."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, as ``1 point`` or ``2 points``."""
    return f"{number} {noun}{'s' * (number != 1)}"


IN_WORDS = {
    "optimal": "The timetable is the best there can be, which is proven.",
    "feasible": "The timetable is sound, and perhaps not yet the best there can be.",
    "cancelled": "The timetable is the best found before it was stopped.",
}

WITHOUT_AGENDA = {
    "infeasible": "This forum is impossible as it stands; why was not found out in time (--time-limit).",
    "none found in time": "No agenda was found in time. Allow more with --time-limit, or ask for less.",
    "cancelled": "Stopped before an agenda was found; nothing was written.",
}
"""What is said where there is no agenda and no reason is known."""


def summary(forum: Forum, planned: Planned) -> str:
    """Say how good an agenda is, and how much better one could be."""
    from scheduler.publish.columns import wrapped

    agenda = planned.agenda
    if agenda is None:
        return planned.outcome.value
    turns = sum(len(speakers.interventions) for speakers in agenda.lists)
    placed = f"{counted(len(agenda.placements), 'sitting')} placed"
    floor = f", {counted(turns, 'speaker')} in {counted(len(agenda.lists), 'list')}" if agenda.lists else ""
    lines = [
        _headline(forum, planned),
        *([f"  {IN_WORDS[agenda.outcome.value]}"] if agenda.outcome.value in IN_WORDS else []),
        wrapped(f"Score {agenda.score} (lower is better){_bound_words(agenda)}", "  "),
        f"  {placed}{floor}.",
    ]
    if not agenda.reproducible:
        lines.append("  A clock ended the run: another run may differ.")
    return "\n".join([*lines, *lost_points(agenda)])


def _headline(forum: Forum, planned: Planned) -> str:
    """Name the forum and how it ended; where lists are impossible, which, and that all the rest is there."""
    from scheduler.publish.columns import wrapped

    title = clean_line(forum.title.of(*forum.languages))
    if not planned.left_out:
        return wrapped(f"{title}: {planned.outcome.value}.", below="  ")
    names = "; ".join(forum.session_by_id[session].title.of(*forum.languages) for session in planned.left_out)
    left_out = f"no speakers list for {names}, as said below; everything else is in the agenda."
    return wrapped(f"{title}: {left_out}", below="  ")


def _bound_words(agenda: Agenda) -> str:
    stated = f", bound {agenda.bound}, gap {agenda.gap:.1%}"
    if agenda.score <= agenda.bound:
        return f"{stated}: no timetable scores less."
    if not agenda.bound:
        return "; how much less another could score is not known."
    return f"{stated}: at most {counted(agenda.score - agenda.bound, 'point')} could be saved."


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
    """Say why there is no agenda or a list is missing from it, or that nothing is."""
    if planned.explanation is not None:
        return "\n\n".join(_explained(one) for one in (planned.explanation, *planned.further))
    if planned.agenda is not None:
        return "This forum has an agenda: nothing stands in its way, and forum solve writes one."
    return WITHOUT_AGENDA.get(planned.outcome.value, f"No agenda: {planned.outcome.value}.")


def _explained(explanation: Explanation) -> str:
    from scheduler.publish.columns import wrapped

    lines = [wrapped(_claim(explanation)), *([""] if explanation.reasons else []), *_reasons(explanation)]
    heading = "Each of these alone would help:" if len(explanation.fixes) > 1 else "This would help:"
    lines += ["", heading] if explanation.fixes else []
    lines += _some([wrapped(fix, "  - ") for fix in explanation.fixes])
    heading = "Or all of these together:" if explanation.fixes else "All of these together would help:"
    lines += ["", heading] if explanation.together else []
    lines += _some([wrapped(fix, "  - ") for fix in explanation.together])
    proof = "Every one of these claims was confirmed by solving again."
    proof = proof if explanation.proven else "Not all of these claims could be confirmed."
    return "\n".join([*lines, *(["", proof] if explanation.reasons else [])])


def _claim(explanation: Explanation) -> str:
    """Say what there is not; it is called impossible only where that is proven wherever sessions may stand."""
    if explanation.impossible:
        about = ": these requirements cannot hold together." if explanation.reasons else "; why was not found out."
        return f"{explanation.subject} is impossible{about}"
    missing = f"No speakers list for {explanation.title} was found"
    if explanation.reasons:
        return f"{missing} where the session stands now; another time for the session may help:"
    return f"{missing}; whether there is one is not known. Allow more with --time-limit."


def _reasons(explanation: Explanation) -> list[str]:
    """Number the requirements, and of many that a rule asks alike tell some."""
    from scheduler.publish.columns import wrapped

    lines: list[str] = []
    number = 0
    for _, alike in groupby(explanation.reasons, key=lambda reason: reason.rule):
        told = [wrapped(reason.sentence, f"{number + place:3}. ") for place, reason in enumerate(alike, 1)]
        number += len(told)
        lines += _some(told)
    return lines


def _some(told: list[str]) -> list[str]:
    more = len(told) - MOST_ALIKE
    return told if more <= 1 else [*told[:MOST_ALIKE], f"     and {more} more, which --json lists"]


def planned_json(planned: Planned, *, with_agenda: bool = True) -> dict[str, Any]:
    """Return the document that solve and explain print for a program."""
    agenda, explanation = planned.agenda, planned.explanation
    document: dict[str, Any] = {
        "outcome": planned.outcome.value,
        "score": agenda.score if agenda else None,
        "bound": agenda.bound if agenda else None,
        "gap": agenda.gap if agenda else None,
        "explanation": explanation.model_dump(mode="json") if explanation else None,
        "left_out": list(planned.left_out),
        "further": [one.model_dump(mode="json") for one in planned.further],
    }
    if with_agenda:
        document["agenda"] = agenda.model_dump(mode="json") if agenda else None
    return document
