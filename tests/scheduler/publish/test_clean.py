"""A stranger's text stays text."""

import pytest

from scheduler.publish.clean import clean_line, clean_text, csv_cell, markdown_line


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_break_becomes_one_newline(end: str) -> None:
    assert clean_text(f"one{end}two") == "one\ntwo"


def test_control_and_reordering_characters_are_removed() -> None:
    assert clean_text("a\x00b\x1b[31mc\u202ed\ufeff\ud800e") == "ab[31mcde"


def test_letters_of_every_script_stay_with_their_joiners() -> None:
    text = "Côte d’Ivoire, 中国, می‌خواهم, مراكش"
    assert clean_text(text) == text


def test_a_line_has_no_breaks() -> None:
    assert clean_line(" one\r\n\ttwo ") == "one two"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "＝"])
def test_a_cell_that_looks_like_a_formula_is_kept_as_text(start: str) -> None:
    assert str(csv_cell(f"{start}1+1")).startswith("'")


def test_a_tab_before_a_formula_does_not_hide_it() -> None:
    assert csv_cell("\t=1+1") == "'=1+1"


def test_numbers_and_plain_text_stay_as_they_are() -> None:
    assert [csv_cell(cell) for cell in (-3, 2.5, "Kenya", None)] == [-3, 2.5, "Kenya", ""]


def test_markdown_and_html_are_escaped() -> None:
    assert markdown_line("# <b>*x*</b>") == r"\# \<b\>\*x\*\</b\>"
    assert markdown_line("1. first") == r"1\. first"
    assert markdown_line("- item") == r"\- item"
