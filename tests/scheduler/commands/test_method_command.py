from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scheduler.test_cli import run


def test_the_page_is_plain_text_on_the_screen_and_fits_it() -> None:
    code, out, err = run("method", "tiny")
    assert (code, err) == (0, "")
    assert out.startswith("# A tiny forum: how the floor is given\n")
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("name", "shown"), [("page.md", "General debate \\[debate\\]"), ("page.txt", "debate [debate]")]
)
def test_a_file_is_in_markdown_unless_it_is_a_text_file(name: str, shown: str, tmp_path: Path) -> None:
    code, out, _ = run("method", "tiny", "-o", str(tmp_path / name))
    assert (code, out) == (0, "")
    assert shown in (tmp_path / name).read_text(encoding="utf-8")


def test_a_folder_gets_a_file_of_its_own_name(tmp_path: Path) -> None:
    run("method", "tiny", "-o", str(tmp_path))
    run("method", "tiny", "--json", "-o", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["method.json", "method.md"]


def test_a_program_reads_sections_with_their_passages_points_and_tables() -> None:
    code, out, _ = run("method", "tiny", "--json")
    found = json.loads(out)
    assert (code, found["format"], found["title"]) == (0, 1, "A tiny forum")
    assert [section["id"] for section in found["sections"]] == [
        *("asking", "places", "deciding", "afterwards", "outside-shortly"),
    ]
    assert [section["id"] for section in found["appendices"]] == [
        *("requesting", "lists", "floor", "levels", "lot", "waiting", "order", "outside", "published"),
    ]


def test_the_first_page_alone_is_shown_where_it_is_asked_for() -> None:
    short, whole = (run("method", "tiny", *flags)[1] for flags in (("--short",), ()))
    assert (whole.startswith(short.rstrip()), "## Appendix" in short, "## Appendix A" in whole) == (True, False, True)


def test_figures_of_the_requests_there_are_are_shown_to_organisers_who_ask_for_them() -> None:
    shown, asked = (" ".join(run("method", "tiny", *flags)[1].split()) for flags in ((), ("--as-asked",)))
    assert ("everybody who asks 8 13 45:00" in shown, "is for organisers" in shown) == (True, False)
    assert ("everybody who asks 8 0 9 13 45:00" in asked, "is for organisers" in asked) == (True, True)
