"""A running solve says where it is, on stderr, in an organiser's words."""

from __future__ import annotations

import pytest

from scheduler.commands.screen import phase_shown, phase_words, progress_line, progress_shown
from solver.result import Progress


def test_a_line_tells_time_phase_score_bound_and_gap() -> None:
    assert progress_line(Progress("improvement", 3.14, 100, 80)) == (
        "   3.1 s  improving  score 100  bound 80  gap 20.0%"
    )
    assert progress_line(Progress("times", 0.0)) == "   0.0 s  finding times"
    assert progress_line(Progress("done", 9.0)) == "   9.0 s  no timetable"


def test_a_bound_of_nothing_is_left_out_unless_the_score_is_nothing() -> None:
    assert progress_line(Progress("rooms", 1.0, 100, 0)) == "   1.0 s  assigning rooms  score 100"
    assert progress_line(Progress("rooms", 1.0, None, 0)) == "   1.0 s  assigning rooms"
    assert progress_line(Progress("rooms", 1.0, 0, 0)) == "   1.0 s  assigning rooms  score 0  bound 0  gap 0.0%"


def test_what_is_done_is_said_in_plain_words_without_control_characters() -> None:
    assert phase_words("question 3") == "finding out what stands in the way, question 3"
    assert phase_words("ordering speakers lists, 1 of 2: De\x1b[31mbate") == (
        "ordering speakers lists, 1 of 2: De[31mbate"
    )


def test_without_a_terminal_only_what_is_new_is_told_and_seconds_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown() as show:
        for event in (
            Progress("lists, 1 of 2: A", 7),
            Progress("lists, 2 of 2: B", 0),
            Progress("done", 2, 5, 5),
            Progress("done", 2, 4, 4),
        ):
            show(event)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "   0.0 s  lists, 1 of 2: A",
        "   0.0 s  timetable ready  score 5  bound 5  gap 0.0%",
    ]


def test_what_is_being_done_is_not_told_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with phase_shown() as on_phase:
        on_phase("reading forum.xlsx")
    assert capsys.readouterr() == ("", "")


def test_long_work_without_a_score_goes_on_telling(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.commands.screen.SECONDS_BETWEEN_LINES", 0.0)
    with progress_shown() as show:
        for number in (1, 2, 3):
            show(Progress(f"trial selection {number}", 0))
    assert [line.split(" s  ")[1] for line in capsys.readouterr().err.splitlines()] == [
        "trial selection 1",
        "trial selection 2",
        "trial selection 3",
    ]
