"""Agendas and timetables are read into each other, also agendas edited by hand."""

from __future__ import annotations

from scheduler.translate.placements import placement_faults, timetable_of, to_placements
from scheduler.translate.timetable import timetable_problem
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_placement, an_agenda


def test_an_agenda_survives_the_way_there_and_back() -> None:
    translation = timetable_problem(a_busy_forum())
    timetable = timetable_of(translation, a_busy_agenda())
    assert to_placements(translation, timetable) == a_busy_agenda().placements


def test_what_no_timetable_can_hold_is_named_and_left_out() -> None:
    translation = timetable_problem(a_busy_forum())
    agenda = an_agenda(
        a_placement("rt1", "2026-05-05 10:00", 120),
        a_placement("rt1", "2026-05-05 11:00", 120),
        a_placement("ghost", "2026-05-05 10:00"),
        a_placement("rt2", "2026-05-05 10:00", sitting=3),
        a_placement("rt2", "2026-05-05 10:00", period="never"),
        a_placement("side1", "2026-05-05 10:00:30", 60, room="r2"),
    )
    assert [fault.split(": ")[1] for fault in placement_faults(translation, agenda)] == [
        "it is placed a second time; keep one of the two.",
        "the forum has no such session.",
        "the session has no such sitting.",
        "the forum has no period never.",
        "it takes 60 minutes, but the forum's table says 75.",
        "it starts at 2026-05-05T10:00:30-04:00; write a whole minute.",
    ]
    assert [place is not None for place in timetable_of(translation, agenda).placements] == [True, False, False, True]
