"""Characters that no text is kept with, and those that a spreadsheet runs."""

import pytest

from scheduler.formats.characters import guarded, objection, unguarded

RIGHT, LEFT = "\u2067", "\u2066"
"""Begin a stretch of text in one direction."""

END, END_OF_EMBEDDING = "\u2069", "\u202c"


@pytest.mark.parametrize(
    "text",
    [
        "Hall",
        "two\nlines\tand a tab",
        "مراكش\u200f",
        "می\u200cخواهم",
        "👩\u200d🚀",
        f"{RIGHT}قاعة{END} 1",
        f"a {LEFT}b {RIGHT}c{END}{END}",
        f"\u202bקהיר{END_OF_EMBEDDING}",
    ],
)
def test_a_text_that_shows_what_it_holds_is_kept(text: str) -> None:
    assert objection(text) == ""


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_nobody_can_see_is_named(character: str) -> None:
    assert objection(f"a{character}b") == f"It holds an invisible character (U+{ord(character):04X})."


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("\u202egnp.exe", "U+202E"),
        (f"\u202dabc{END_OF_EMBEDDING}", "U+202D"),
        (f"{RIGHT}abc", "U+2067"),
        (f"abc{END}", "U+2069"),
        (f"{RIGHT}abc{END_OF_EMBEDDING}", "U+202C"),
        (f"\u202b{RIGHT}abc{END_OF_EMBEDDING}{END}", "U+202C"),
    ],
)
def test_text_that_is_turned_around_and_not_back_is_refused(text: str, character: str) -> None:
    told = f"It turns text around with an invisible character that stands alone ({character})."
    assert objection(text) == told


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "'=1", "''+1", "＝1", "＋1", "－1", "＠a"])
def test_what_a_spreadsheet_runs_is_guarded_once_and_comes_back(text: str) -> None:
    assert (guarded(text), unguarded(guarded(text))) == (f"'{text}", text)


@pytest.mark.parametrize("text", ["", "a=1", "'quoted'", "'", "{=1}", "1-2"])
def test_other_text_needs_no_guard(text: str) -> None:
    assert (guarded(text), unguarded(text)) == (text, text)
