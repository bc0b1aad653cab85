"""What an organiser can do about one requirement of a conflict, with the table to do it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scheduler.services.wording import SpeakersWords
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.speakers_labels import SpeakersLabels
from scheduler.translate.timetable import TimetableTranslation
from scheduler.translate.voice import Voice
from solver.result import Requirement
from solver.timetable.remedy import IN_ONE_PLACE, ROOM, TEAMS
from solver.timetable.rulebook import RULES

TIMETABLE_ADVICE: Mapping[str, str] = {
    "interpretation-at-once": "Hire {more} interpretation {teams} ({all} in all; forum.yaml, interpretation, teams)",
    "interpretation-per-day": "Hire {more} interpretation {teams} ({all} in all; forum.yaml, interpretation, teams)",
    "person-in-one-place": "Name somebody else instead of {name} in {session} (roles.csv)",
    "delegation-in-one-place": "Name another delegation instead of {name} in {session} (roles.csv)",
    "person-available": "Agree on other hours with {person}, or name somebody else in {title} (people.csv, roles.csv)",
    "pinned": "Free the pin of {title} (pins.csv)",
    "interpretation-length": "Let a team interpret one meeting for longer {period} "
    "(forum.yaml, interpretation, meeting_minutes)",
    "session-available": "Agree on other hours for {title} (sessions.csv, available)",
    "kind-admitted": "Open another period to sessions of the kind {kind} (periods.csv, kinds)",
    "inside-period": "Shorten {title}, or lengthen a period of the kind {kind} (sessions.csv, periods.csv)",
    "before": "Let {first} no longer come before {second} (ties.csv)",
    "same-day": "Let {first} and {second} be on different days (ties.csv)",
    "consecutive": "Let {second} no longer follow {first} directly (ties.csv)",
    "feeds": "Let {first} no longer feed {second} (ties.csv)",
    "apart": "Let {first} and {second} be at the same time (ties.csv)",
    "sittings-in-order": "Make the sittings of {title} sessions of their own (sessions.csv, sittings)",
    "room-hours": "Open {room} for longer (rooms.csv, hours and closed)",
    "room-seats": "Ask for fewer seats for {title}, or add some (sessions.csv, seats; rooms.csv, seats)",
    "room-equipment": "Bring what {title} needs to another room (rooms.csv, equipment)",
    "room-booths": "Add booths, or interpret {title} into fewer languages (rooms.csv, booths; sessions.csv, languages)",
    "room-free": "Add {more} {rooms} like {room} (rooms.csv)",
    "side-event-clear": "Let {title} stand beside official sessions (kinds.csv, standing)",
    "stands-alone": "Let official sessions stand beside {title} (kinds.csv, standing)",
    "objective-open": "Name objective {objective} in a session that opens its objectives for discussion, such as a "
    "round table (sessions.csv, objectives; kinds.csv, opens_objectives)",
    "placed-once": "Leave out {title} (sessions.csv)",
}
"""What to do about each rule, most useful first; the change is the one the solver confirmed."""

LIST_ADVICE: Mapping[str, str] = {
    "pinned-place": "Free the place of {speaker} (requests.csv, place)",
    "within-availability": "Agree on other hours with {speaker}, or name another speaker (requests.csv and people.csv)",
    "floor-time": "Reserve more minutes, or shorten the statement of {speaker} (sessions.csv, requests.csv)",
    "opening-first": "Take {speaker} out of the opening segment (requests.csv, place)",
    "every-speaker-once": "Leave out {speaker} (requests.csv)",
}
TIES = ("before", "same-day", "consecutive", "feeds", "apart")


def timetable_fixes(translation: TimetableTranslation, requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """Say what to do about requirements of a timetable, each advice once with how many times, most useful first."""
    times = Counter(requirements)
    ordered = sorted(times, key=lambda requirement: _rank(TIMETABLE_ADVICE, requirement.rule))
    return tuple(dict.fromkeys(timetable_fix(translation, remedy, times[remedy]) for remedy in ordered))


def list_fixes(translation: SpeakersTranslation, requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """Say what to do about requirements of a speakers list, each advice once, the most useful first."""
    ordered = sorted(requirements, key=lambda requirement: _rank(LIST_ADVICE, requirement.rule))
    return tuple(dict.fromkeys(list_fix(translation, requirement) for requirement in ordered))


def timetable_fix(translation: TimetableTranslation, requirement: Requirement, times: int = 1) -> str:
    """Say what to do about one requirement of a timetable; some things can be done several times."""
    advice = TIMETABLE_ADVICE.get(requirement.rule)
    if advice:
        return advice.format_map(_words(translation, requirement, times)) + "."
    rule = next(rule for rule in RULES if rule.name == requirement.rule)
    return f"{_relax(requirement.rule)}: {rule.state(translation.problem, requirement.instance, translation.labels)}"


def list_fix(translation: SpeakersTranslation, requirement: Requirement) -> str:
    """Say what to do about one requirement of a speakers list."""
    advice = LIST_ADVICE.get(requirement.rule)
    if advice:
        return advice.format(speaker=SpeakersLabels(translation, Voice.FULL).speaker(requirement.instance[0])) + "."
    words = SpeakersWords(translation, None, Voice.FULL)
    return f"{_relax(requirement.rule)}: {words.state(requirement.rule, requirement.instance)}"


def _words(translation: TimetableTranslation, requirement: Requirement, times: int) -> dict[str, str]:
    """Return the names that the advice about a rule speaks of."""
    problem, labels, rule = translation.problem, translation.labels, requirement.rule
    first = requirement.instance[0]
    more = "one more" if times == 1 else f"{times} more"
    if rule in TEAMS:
        teams = (problem.interpretation.teams or 0) + times
        return {"more": more, "teams": f"team{'s' * (times != 1)}", "all": str(teams)}
    if rule in TIES:
        tie = problem.relations[first]
        return {"first": labels.session(tie.first), "second": labels.session(tie.second)}
    if rule == "objective-open":
        return {"objective": labels.tag("objectives", first)}
    if rule == "interpretation-length":
        return {"period": labels.period(first)}
    if rule in (ROOM, "room-hours"):
        return {"more": more, "rooms": f"room{'s' * (times != 1)}", "room": labels.room(first)}
    if rule in IN_ONE_PLACE:
        name = labels.person if rule == "person-in-one-place" else labels.delegation
        return {"name": name(first), "session": labels.session(requirement.instance[1])}
    if rule in ("stands-alone", "side-event-clear"):
        return {"title": labels.session(first)}
    person = labels.person(requirement.instance[1]) if rule == "person-available" else ""
    return {"title": labels.sitting(first), "kind": labels.kind(problem.session_of(first).kind), "person": person}


def _rank(known: Mapping[str, str], rule: str) -> int:
    """Return the place of a rule in its table; before what takes something out of the programme where it has none."""
    order = list(known)
    return order.index(rule) if rule in known else len(order) - 2


def _relax(rule: str) -> str:
    return f"Let the rule {rule} cost points instead of blocking (rules.csv, level warn)"
