"""What an organiser can do about one requirement of a conflict, with the table to do it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scheduler.services.wording import SpeakersWords
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.timetable import TimetableTranslation
from solver.result import Requirement
from solver.timetable.rulebook import RULES

TIMETABLE_ADVICE: Mapping[str, str] = {
    "placed-once": "Take it out of the programme (sessions.csv)",
    "inside-period": "Shorten it, or lengthen a period that admits it (sessions.csv, periods.csv)",
    "kind-admitted": "Open another period to this kind of session (periods.csv, kinds)",
    "room-free": "Add a room, or move something else out of this one (rooms.csv, pins.csv)",
    "room-seats": "Add seats, or ask for fewer (rooms.csv, seats; sessions.csv, seats)",
    "room-equipment": "Bring the equipment to another room (rooms.csv, equipment)",
    "room-booths": "Add booths, or interpret into fewer languages (rooms.csv, booths; sessions.csv, languages)",
    "room-hours": "Open the room for longer (rooms.csv, hours and closed)",
    "person-in-one-place": "Name somebody else for one of these roles (roles.csv)",
    "delegation-in-one-place": "Name a person of the delegation, or another delegation (roles.csv)",
    "person-available": "Name somebody else, or agree on other hours (roles.csv; people.csv, available)",
    "session-available": "Agree on other hours (sessions.csv, available)",
    "stands-alone": "Let something stand beside it (kinds.csv, standing)",
    "side-event-clear": "Open a period without official sessions to side events (periods.csv, kinds)",
    "sittings-in-order": "Make the sittings sessions of their own (sessions.csv, sittings)",
    "before": "Drop this tie, or leave fewer minutes between the two (ties.csv)",
    "same-day": "Drop this tie (ties.csv)",
    "consecutive": "Drop this tie, or leave more minutes between the two (ties.csv)",
    "feeds": "Drop this tie, or allow more days between the two (ties.csv)",
    "apart": "Drop this tie (ties.csv)",
    "interpretation-at-once": "Hire one more interpretation team (forum.yaml, interpretation, teams)",
    "interpretation-per-day": "Hire one more interpretation team (forum.yaml, interpretation, teams)",
    "interpretation-length": "Shorten interpreted sessions, or allow longer meetings (forum.yaml, interpretation)",
    "pinned": "Free this pin (pins.csv)",
}
LIST_ADVICE: Mapping[str, str] = {
    "every-speaker-once": "Take the request out of the list (requests.csv)",
    "pinned-place": "Free this place (requests.csv, place)",
    "within-availability": "Agree on other hours, or name another speaker (requests.csv; people.csv, available)",
    "floor-time": "Reserve more minutes for the floor, or shorten statements (sessions.csv; requests.csv, minutes)",
    "opening-first": "Take the speaker out of the opening segment (requests.csv, place)",
}


LAST_RESORT = ("placed-once", "every-speaker-once")


def mildest_first(requirements: Sequence[Requirement]) -> list[Requirement]:
    """Put what takes a session or a speaker out of the programme behind everything else."""
    return sorted(requirements, key=lambda requirement: requirement.rule in LAST_RESORT)


def timetable_fix(translation: TimetableTranslation, requirement: Requirement) -> str:
    """Say what to do about one requirement of a timetable."""
    rule = next(rule for rule in RULES if rule.name == requirement.rule)
    stated = rule.state(translation.problem, requirement.instance, translation.labels)
    return f"{_advice(TIMETABLE_ADVICE, requirement.rule)}: {stated}"


def list_fix(translation: SpeakersTranslation, requirement: Requirement) -> str:
    """Say what to do about one requirement of a speakers list."""
    stated = SpeakersWords(translation).state(requirement.rule, requirement.instance)
    return f"{_advice(LIST_ADVICE, requirement.rule)}: {stated}"


def _advice(known: Mapping[str, str], rule: str) -> str:
    return known.get(rule, f"Let the rule {rule} cost points instead of blocking (rules.csv, level warn)")
