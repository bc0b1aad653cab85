"""A running solve says where it is, on stderr."""

from __future__ import annotations

import pytest

from scheduler.commands.screen import progress_line, progress_shown
from solver.result import Progress


def test_a_line_tells_time_phase_score_bound_and_gap() -> None:
    assert progress_line(Progress("whole forum", 3.14, 100, 80)) == (
        "   3.1 s  whole forum  score 100  bound 80  gap 20.0%"
    )
    assert progress_line(Progress("places", 0.0)) == "   0.0 s  places"


def test_without_a_terminal_only_what_is_new_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown() as show:
        for event in (Progress("list 1 of 2", 0), Progress("list 2 of 2", 1), Progress("done", 2, 5, 5)):
            show(event)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == ["   0.0 s  list 1 of 2", "   2.0 s  done  score 5  bound 5  gap 0.0%"]
