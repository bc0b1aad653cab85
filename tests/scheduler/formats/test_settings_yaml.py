"""forum.yaml as a table of settings."""

from pathlib import Path

import pytest

from scheduler.formats.settings_yaml import read_settings
from tests.scheduler.formats.folders import told

PLAIN = "uid: forum-0001\ntitle: T\ntimezone: America/New_York\ndays: [2026-05-05]\nlanguages: [en, fr]\n"


def settings(text: str) -> list[tuple[int, str, str]]:
    """Return line, name and value of each setting."""
    table, faults = read_settings(text)
    assert faults == []
    return [(row.number, row.cells["setting"], row.cells["value"]) for row in table.rows]


def test_values_are_text_with_the_line_they_stand_on() -> None:
    text = (
        "title:\n  en: A\n  fr: B\nlanguages: [no, en]\ndecent_until: 21:00\nseries: ~\ninterpretation:\n  teams: 2\n"
    )
    assert settings(text) == [
        (2, "title.en", "A"),
        (3, "title.fr", "B"),
        (4, "languages", "no; en"),
        (5, "decent_until", "21:00"),
        (6, "series", ""),
        (8, "interpretation.teams", "2"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "uid: [x",
            "forum.yaml, row 1: It is not YAML: expected ',' or ']', but got '<stream end>'. "
            "Write one setting a line, as timezone: Europe/Zurich.",
        ),
        (
            "- a\n- b\n",
            "forum.yaml, row 1: It is not YAML: it is not a list of settings. "
            "Write one setting a line, as timezone: Europe/Zurich.",
        ),
        (
            PLAIN + "note: &a x\nseries: *a\n",
            "forum.yaml, row 7: It is not YAML: references such as *name are not read here. "
            "Write one setting a line, as timezone: Europe/Zurich.",
        ),
        (
            PLAIN + "note: " + "[" * 5000,
            "forum.yaml, row 6: It is not YAML: it is nested in more than 40 levels. "
            "Write one setting a line, as timezone: Europe/Zurich.",
        ),
        (
            PLAIN + "note: !!python/object/apply:os.system [ls]\n",
            "forum.yaml, row 6: It is not YAML: tags such as !!str are not read here. "
            "Write one setting a line, as timezone: Europe/Zurich.",
        ),
        (
            PLAIN + "regions: [" + "a, " * 2000 + "b]\n",
            "forum.yaml, row 6: It is not YAML: it has more than 2,000 names and values. "
            "Write one setting a line, as timezone: Europe/Zurich.",
        ),
        (
            PLAIN + f"note: {'n' * 40_000}\n",
            "forum.yaml, row 6, setting note: It has 40,000 characters; 32,767 are allowed. Shorten it.",
        ),
        (
            PLAIN + f"? {'n' * 101}\n: x\n",
            "forum.yaml, row 6: A setting has no plain name. Write it as name: value.",
        ),
        (
            PLAIN + "uid: forum-0002\n",
            "forum.yaml, row 6, setting uid: It is set twice, first on row 1. Keep one of the two.",
        ),
        (PLAIN + "slot: 5\n", "forum.yaml, row 6, setting slot: There is no such setting. Remove it."),
        (
            PLAIN + "slot_minutes: [[5]]\n",
            "forum.yaml, row 6, setting slot_minutes: It is nested too deeply. Write a value or a list of values.",
        ),
        (
            PLAIN + "interpretation: {teams: -1}\n",
            "forum.yaml, row 6, setting interpretation.teams: -1 is below the least allowed. Write 0 or more.",
        ),
        (
            PLAIN.replace("2026-05-05", "2026-05-05, 2026-05-05"),
            "forum.yaml, row 4, setting days: 2026-05-05 is there twice. Write each day once.",
        ),
        (
            PLAIN + "decent_until: 07:00\n",
            "forum.yaml, row 6, setting decent_until: It is not after decent_from. Write a later time.",
        ),
        (
            PLAIN.replace("title: T", "title: {de: T}"),
            "forum.yaml, row 2, setting title.de: 'de' is not among the forum's languages. "
            "Correct it, or add it to languages.",
        ),
        (
            PLAIN.replace("timezone: America/New_York\n", ""),
            "forum.yaml, setting timezone: It is blank. Write it: IANA zone of the venue, as America/New_York.",
        ),
    ],
)
def test_a_setting_that_cannot_be_read_says_what_to_write(tmp_path: Path, text: str, message: str) -> None:
    assert told(tmp_path, {"forum.yaml": text}) == [message]
