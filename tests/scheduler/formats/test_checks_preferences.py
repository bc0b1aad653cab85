"""Preferences and similar themes: what cannot be meant is told in the file it stands in."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told

THEMES = {"themes": "id,title\nt1,One\nt2,Two\n"}


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"preferences": "session,theme,room,period,points\ns1,,,,2\ns1,t1,,,2\n,,,,2\n"} | THEMES,
            [
                f"preferences.csv, row {row}: It names {named}. "
                "Name a session or a theme, and a period or a room; or a room and a period."
                for row, named in ((2, "session"), (3, "session and theme"), (4, "nothing"))
            ],
        ),
        (
            {"preferences": "theme,room,points,why\nt1,r1,0,wish\n"} | THEMES,
            ["preferences.csv, row 2, column points: 0 is below the least allowed. Write 1 or more."],
        ),
        (
            {"similar_themes": "first,second\nt1,t1\nt1,t2\nt2,t1\n"} | THEMES,
            [
                "similar_themes.csv, row 2, column second: A theme is like itself. Name two themes.",
                "similar_themes.csv, row 4: Row 3 is about the same two. Remove one of the two rows.",
            ],
        ),
        (
            {"rules": "rule,weight,points\ntheme-room,strong,5\ntheme-days,,\n"},
            [
                "rules.csv, row 2, column points: It has a weight and points. Leave one of the two blank.",
                "rules.csv, row 3, column level: The row sets nothing. "
                "Write block, warn or ignore as level, or a weight.",
            ],
        ),
    ],
)
def test_what_cannot_be_meant_is_told(tables: dict[str, str], messages: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, tables) == messages
