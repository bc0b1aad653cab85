"""A length of time written otherwise is refused, and what it means in minutes is offered."""

from pathlib import Path

import pytest

from scheduler.formats.columns import tables
from scheduler.formats.durations import minutes_meant
from tests.scheduler.formats.folders import told


@pytest.mark.parametrize(
    ("column", "text", "advice"),
    [
        ("sessions.sittings", "90 min", "Write 90."),
        ("sessions.sittings", "1 hour", "Write 60."),
        ("sessions.sittings", "1,5 Hours", "Write 90."),
        ("sessions.sittings", "1h30", "Write 90."),
        ("sessions.sittings", "1 h 30 min", "Write 90."),
        ("sessions.sittings", "1 hour and 30 minutes", "Write 90."),
        ("sessions.sittings", "1:30", "Write 90."),
        ("sessions.sittings", "2 x 120", "Write 120; 120."),
        ("sessions.sittings", "2×1h30", "Write 90; 90."),
        ("sessions.floor_minutes", "90’", "Write 90."),
        ("sessions.floor_minutes", "2 x 120", None),
        ("sessions.floor_minutes", "2.5 min", None),
        ("sessions.floor_minutes", "1:75", None),
        ("sessions.floor_minutes", "soon", None),
        ("sessions.sittings", "99 x 5", None),
        ("sessions.sittings", "0 x 5", None),
        ("sessions.seats", "90 min", None),
        ("ties.amount", "1 hour", "Write 60."),
        ("ties.amount", "2 days", None),
        ("requests.minutes", "2.5 min", "Write 2.5."),
        ("requests.minutes", "1:30", None),
    ],
)
def test_only_what_is_clear_is_offered(column: str, text: str, advice: str | None) -> None:
    table, _, name = column.partition(".")
    found = tables()[table].column(name)
    assert found is not None
    assert minutes_meant(found, text) == advice


def test_the_fault_leads_to_the_fix(tmp_path: Path) -> None:
    sessions = "id,kind,title,sittings,floor_minutes\ns1,round-table,A,2 x 120,30 min\ns2,round-table,B,60,many\n"
    assert told(tmp_path, {"sessions": sessions}) == [
        "sessions.csv, row 2, column floor_minutes: '30 min' is not a whole number. Write 30.",
        "sessions.csv, row 2, column sittings: '2 x 120' is not a whole number. Write 120; 120.",
        "sessions.csv, row 3, column floor_minutes: 'many' is not a whole number. Write digits only, as 30.",
    ]
