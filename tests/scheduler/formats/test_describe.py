"""The reference of forum files is what the models say."""

from pathlib import Path

from scheduler.formats.describe import describe_tables
from tests.scheduler.formats.folders import ROOT


def test_the_readme_holds_the_reference_as_it_is_generated() -> None:
    readme = Path(ROOT / "scheduler" / "formats" / "README.md").read_text(encoding="utf-8")
    assert readme.partition("a test compares.\n\n")[2] == describe_tables()


def test_a_column_tells_type_default_and_meaning() -> None:
    lines = describe_tables().splitlines()
    assert "| `booths` | whole number | 0 | Number of interpretation booths |" in lines
    assert "| `kinds` | list: name from kinds.csv | required | Kinds of session that can stand in it |" in lines
    assert (
        "| `weight` | slight / normal / strong / very strong | nothing | slight, normal, strong or very strong |"
        in lines
    )
