"""A workbook edited by hand becomes an agenda whose figures are the checker's."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.errors import ForumFaults
from scheduler.formats.agenda_json import agenda_text
from scheduler.formats.agenda_json import read_agenda as read_json
from scheduler.formats.reading import forum_of
from scheduler.formats.workbook.reading import read_source
from scheduler.formats.workbook.writing import write_workbook
from scheduler.services.editing import holds_agenda, read_agenda
from scheduler.services.verify import verify
from tests.scheduler.builders import a_period, a_placement, an_agenda, moment
from tests.scheduler.formats.workbook.agendas import a_solved_forum, an_agenda_of_it, edit


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write_workbook(a_solved_forum(), tmp_path / "forum.xlsx", an_agenda_of_it())
    return tmp_path / "forum.xlsx"


def agenda_in(path: Path) -> Agenda:
    source = read_source(path)
    return read_agenda(source, forum_of(source))


def turns(agenda: Agenda) -> list[tuple[str, int, dt.datetime]]:
    return [(turn.request, turn.sitting, turn.start) for speakers in agenda.lists for turn in speakers.interventions]


def test_an_agenda_that_nobody_changed_comes_back_marked_as_edited(book: Path) -> None:
    found, before = agenda_in(book), an_agenda_of_it()
    assert (found.placements, turns(found)) == (before.placements, turns(before))
    assert (found.outcome, [speakers.outcome for speakers in found.lists]) == (Outcome.EDITED, [Outcome.EDITED])


def test_its_figures_are_those_of_the_checker(book: Path) -> None:
    edit(book, "Placements", {"F3": dt.time(10, 30)})
    found = agenda_in(book)
    report = verify(a_solved_forum(), found)
    assert (found.score, found.bound, found.rules) == (report.score, 0, report.rules)
    assert [outcome.rule for outcome in report.broken] == ["room-free"]


def test_a_session_that_moves_takes_its_speakers_along(book: Path) -> None:
    edit(book, "Placements", {"D2": "pm", "F2": dt.time(16, 30)})
    assert turns(agenda_in(book)) == [
        ("q1", 2, moment("2026-05-05 15:00")),
        ("q3", 2, moment("2026-05-05 15:20")),
        ("q2", 2, moment("2026-05-05 15:40")),
        ("q4", 1, moment("2026-05-05 16:30")),
    ]


def test_another_place_makes_another_order_and_other_times(book: Path) -> None:
    edit(book, "Speakers lists", {"C5": 1.5})
    assert turns(agenda_in(book)) == [
        ("q1", 1, moment("2026-05-05 10:00")),
        ("q4", 1, moment("2026-05-05 10:20")),
        ("q3", 1, moment("2026-05-05 10:40")),
        ("q2", 2, moment("2026-05-05 15:00")),
    ]


def test_who_is_taken_off_the_list_leaves_no_gap(book: Path) -> None:
    edit(book, "Speakers lists", {}, without_rows=(2,))
    assert turns(agenda_in(book)) == [
        ("q3", 1, moment("2026-05-05 10:00")),
        ("q2", 1, moment("2026-05-05 10:20")),
        ("q4", 1, moment("2026-05-05 10:40")),
    ]


def test_a_list_that_no_longer_fits_is_kept_and_the_checker_says_so(book: Path) -> None:
    edit(book, "Placements", {}, without_rows=(4,))
    found = agenda_in(book)
    assert turns(found)[-1] == ("q4", 1, moment("2026-05-05 11:00"))
    assert verify(a_solved_forum(), found).is_sound is False


@pytest.mark.parametrize(
    ("cells", "without", "message"),
    [
        ({"C2": 7}, (),
         "sheet Placements, row 2, column Sitting: Session s1 has no sitting 7. Write a number from 1 to 2."),
        ({"F2": "soon"}, (),
         "sheet Placements, row 2, column Start: 'soon' is not a time of day. Write hours:minutes, as 09:30."),
        ({}, (2, 4),
         "sheet Speakers lists, row 2, column Session: Session s1 is not placed, so nobody can speak in it. "
         "Place it, or remove its list."),
    ],
)  # fmt: skip
def test_what_no_agenda_can_be_is_a_fault(
    cells: dict[str, Any], without: tuple[int, ...], message: str, book: Path
) -> None:
    edit(book, "Placements", cells, without)
    with pytest.raises(ForumFaults) as caught:
        agenda_in(book)
    assert [str(fault) for fault in caught.value.faults] == [message]


def test_nobody_speaks_where_nothing_is_placed(book: Path) -> None:
    edit(book, "Placements", {}, without_rows=(2, 3, 4))
    with pytest.raises(ForumFaults, match="Session s1 is not placed, so nobody can speak in it"):
        agenda_in(book)


def test_an_hour_that_exists_twice_comes_back_as_the_one_it_was(tmp_path: Path) -> None:
    night = dt.date(2026, 11, 1)
    forum = a_solved_forum(
        days=(night,), periods=(a_period("am", "00:00", "06:00", date=night), a_period("pm", "15:00", "18:00"))
    )
    starts = [dt.datetime.fromisoformat(f"2026-11-01T01:30:00-0{hours}:00") for hours in (4, 5)]
    placements = [a_placement("s1", start, sitting=number, period="am") for number, start in enumerate(starts, 1)]
    write_workbook(forum, tmp_path / "night.xlsx", an_agenda(*placements))
    source = read_source(tmp_path / "night.xlsx")
    assert [placement.start for placement in read_agenda(source, forum).placements] == starts


def test_an_edited_agenda_is_a_file_like_any_other(book: Path, tmp_path: Path) -> None:
    found = agenda_in(book)
    (tmp_path / "agenda.json").write_text(agenda_text(found), encoding="utf-8")
    assert read_json(tmp_path / "agenda.json", a_solved_forum()) == found


def test_only_a_workbook_with_placements_holds_an_agenda(book: Path, tmp_path: Path) -> None:
    write_workbook(a_solved_forum(), tmp_path / "plain.xlsx")
    assert [holds_agenda(read_source(path)) for path in (book, tmp_path / "plain.xlsx")] == [True, False]


def test_a_turn_in_another_session_than_the_request_has_its_place_in_is_a_fault(book: Path) -> None:
    edit(book, "Speakers lists", {"A2": "s2"})
    with pytest.raises(ForumFaults) as caught:
        agenda_in(book)
    assert [str(fault) for fault in caught.value.faults] == [
        "sheet Speakers lists, row 2, column Session: Request q1 is for another session, s1. "
        "Write s1, or change the request."
    ]


def test_a_turn_of_a_request_that_has_no_place_is_a_fault(book: Path) -> None:
    source = read_source(book)
    forum = forum_of(source)
    left = forum.model_copy(update={"requests": forum.requests[1:]})
    with pytest.raises(ForumFaults) as caught:
        read_agenda(source, left)
    assert [fault.problem for fault in caught.value.faults] == [
        "Request q1 does not have the floor: it waits, was withdrawn or was not given it."
    ]
