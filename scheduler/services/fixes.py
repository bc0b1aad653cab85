"""What an organiser can do about one requirement of a conflict, with the table to do it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scheduler.services.wording import SpeakersWords
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.speakers_labels import SpeakersLabels
from scheduler.translate.timetable import TimetableTranslation
from scheduler.translate.voice import Voice
from solver.result import Requirement
from solver.timetable.rulebook import RULES

TIMETABLE_ADVICE: Mapping[str, str] = {
    "person-in-one-place": "Name somebody else instead of {person} in one of {titles} (roles.csv)",
    "delegation-in-one-place": "Name another delegation instead of {delegation} in one of {titles} (roles.csv)",
    "person-available": "Agree on other hours with {person}, or name somebody else in {title} (people.csv, roles.csv)",
    "pinned": "Free the pin of {title} (pins.csv)",
    "interpretation-at-once": "Hire one more interpretation team (forum.yaml, interpretation, teams), needed {period}",
    "interpretation-per-day": "Hire one more interpretation team (forum.yaml, interpretation, teams), needed {day}",
    "interpretation-length": "Shorten what is interpreted {period}, or allow more (forum.yaml, interpretation)",
    "session-available": "Agree on other hours for {title} (sessions.csv, available)",
    "kind-admitted": "Open another period to sessions of the kind {kind} (periods.csv, kinds)",
    "inside-period": "Shorten {title}, or lengthen a period of the kind {kind} (sessions.csv, periods.csv)",
    "room-hours": "Open {room} for longer (rooms.csv, hours and closed)",
    "room-seats": "Ask for fewer seats for {title}, or add some (sessions.csv, seats; rooms.csv, seats)",
    "room-equipment": "Bring what {title} needs to another room (rooms.csv, equipment)",
    "room-booths": "Add booths, or interpret {title} into fewer languages (rooms.csv, booths; sessions.csv, languages)",
    "room-free": "Add a room beside {room}, or move something else out of it (rooms.csv, pins.csv)",
    "before": "Let {first} no longer come before {second}, or leave fewer minutes between (ties.csv)",
    "same-day": "Let {first} and {second} be on different days (ties.csv)",
    "consecutive": "Let more minutes lie between {first} and {second} (ties.csv)",
    "feeds": "Let more days lie between {first} and {second} (ties.csv)",
    "apart": "Let {first} and {second} be at the same time (ties.csv)",
    "sittings-in-order": "Make the sittings of {title} sessions of their own (sessions.csv, sittings)",
    "side-event-clear": "Open a period without official sessions to side events, for {title} (periods.csv, kinds)",
    "stands-alone": "Let something stand beside {title} (kinds.csv, standing)",
    "placed-once": "Leave out {title} (sessions.csv)",
}
"""What to do about each rule, in the order an organiser would try it."""

LIST_ADVICE: Mapping[str, str] = {
    "pinned-place": "Free the place of {speaker} (requests.csv, place)",
    "within-availability": "Agree on other hours with {speaker}, or name another speaker (requests.csv and people.csv)",
    "floor-time": "Reserve more minutes, or shorten the statement of {speaker} (sessions.csv, requests.csv)",
    "opening-first": "Take {speaker} out of the opening segment (requests.csv, place)",
    "every-speaker-once": "Leave out {speaker} (requests.csv)",
}
TIES = ("before", "same-day", "consecutive", "feeds", "apart")


def timetable_fixes(translation: TimetableTranslation, requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """Say what to do about requirements of a timetable, each advice once, the most useful first."""
    ordered = sorted(requirements, key=lambda requirement: _rank(TIMETABLE_ADVICE, requirement.rule))
    return tuple(dict.fromkeys(timetable_fix(translation, requirement) for requirement in ordered))


def list_fixes(translation: SpeakersTranslation, requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """Say what to do about requirements of a speakers list, each advice once, the most useful first."""
    ordered = sorted(requirements, key=lambda requirement: _rank(LIST_ADVICE, requirement.rule))
    return tuple(dict.fromkeys(list_fix(translation, requirement) for requirement in ordered))


def timetable_fix(translation: TimetableTranslation, requirement: Requirement) -> str:
    """Say what to do about one requirement of a timetable."""
    advice = TIMETABLE_ADVICE.get(requirement.rule)
    if advice:
        return advice.format_map(_words(translation, requirement)) + "."
    rule = next(rule for rule in RULES if rule.name == requirement.rule)
    return f"{_relax(requirement.rule)}: {rule.state(translation.problem, requirement.instance, translation.labels)}"


def list_fix(translation: SpeakersTranslation, requirement: Requirement) -> str:
    """Say what to do about one requirement of a speakers list."""
    advice = LIST_ADVICE.get(requirement.rule)
    if advice:
        return advice.format(speaker=SpeakersLabels(translation, Voice.FULL).speaker(requirement.instance[0])) + "."
    words = SpeakersWords(translation, None, Voice.FULL)
    return f"{_relax(requirement.rule)}: {words.state(requirement.rule, requirement.instance)}"


def _words(translation: TimetableTranslation, requirement: Requirement) -> dict[str, str]:
    """Return the names that the advice about a rule speaks of."""
    problem, labels, rule = translation.problem, translation.labels, requirement.rule
    first = requirement.instance[0]
    if rule in TIES:
        tie = problem.relations[first]
        return {"first": labels.session(tie.first), "second": labels.session(tie.second)}
    if rule.startswith("interpretation-per"):
        return {"day": labels.day(first)}
    if rule.startswith("interpretation"):
        return {"period": labels.period(first)}
    if rule in ("room-free", "room-hours"):
        return {"room": labels.room(first)}
    if rule == "person-in-one-place":
        return {"person": labels.person(first), "titles": _titles(translation, problem.tagged("people")[first])}
    if rule == "delegation-in-one-place":
        titles = _titles(translation, problem.tagged("delegations")[first])
        return {"delegation": labels.delegation(first), "titles": titles}
    if rule in ("stands-alone", "side-event-clear"):
        return {"title": labels.session(first)}
    person = labels.person(requirement.instance[1]) if rule == "person-available" else ""
    return {"title": labels.sitting(first), "kind": labels.kind(problem.session_of(first).kind), "person": person}


def _titles(translation: TimetableTranslation, sittings: Iterable[int]) -> str:
    return "; ".join(translation.labels.sitting(sitting) for sitting in sittings)


def _rank(known: Mapping[str, str], rule: str) -> int:
    """Return the place of a rule in its table; before what takes something out of the programme where it has none."""
    order = list(known)
    return order.index(rule) if rule in known else len(order) - 2


def _relax(rule: str) -> str:
    return f"Let the rule {rule} cost points instead of blocking (rules.csv, level warn)"
