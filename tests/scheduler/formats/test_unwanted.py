"""What is never asked is refused as a column, whatever language it is asked in."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scheduler.formats.columns import tables
from scheduler.formats.headings import label
from scheduler.formats.unwanted import TABLES, is_unwanted
from scheduler.samples import sample_path
from tests.scheduler.test_cli import run
from tests.scheduler.test_cli_privacy import change

UNWANTED = (
    "Nationality",
    "nationality (ISO)",
    "Citizenship",
    "Country of citizenship",
    "PASSPORT NO.",
    "passport_number",
    "Visa status",
    "Migration status",
    "Immigration_Status",
    "Document number",
    "National ID",
    "Nationalité",
    "Statut migratoire",
    "Titre de séjour",
    "N° de passeport",
    "Nacionalidad",
    "Situación migratoria",
    "Número de documento",
    "Staatsangehörigkeit",
    "Гражданство",
    "Миграционный статус",
    "Номер документа",
    "الجنسية",
    "رقم الهوية",
    "رقم جواز السفر",
    "تأشيرة",
    "国籍",
    "护照号码",
    "签证",
)
WANTED = ("Notes", "Dietary needs", "Migrant-led", "Level", "National or group", "Documents to hand out", "Status")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_path("tiny"), tmp_path / "tiny"))


@pytest.mark.parametrize("heading", UNWANTED)
def test_a_heading_that_asks_for_it_is_known(heading: str) -> None:
    assert is_unwanted(heading)


@pytest.mark.parametrize("heading", WANTED)
def test_other_headings_are_left_alone(heading: str) -> None:
    assert not is_unwanted(heading)


def test_no_table_of_people_asks_for_it_itself() -> None:
    columns = [(name, column.name) for name in sorted(TABLES) for column in tables()[name].columns]
    asked = [pair for pair in columns if is_unwanted(pair[1]) or is_unwanted(label(*pair))]
    assert asked == []


@pytest.mark.parametrize("table", ["people", "participants", "requests"])
def test_check_refuses_the_column_and_says_why(tiny: Path, table: str) -> None:
    change(tiny / f"{table}.csv", lambda row: row | {"Nationality": "Canaria"})
    code, out, err = run("check", str(tiny))
    said = " ".join((out + err).split())
    assert code == 1
    assert (
        f"{table}.csv, row 1, column Nationality: The column 'Nationality' is not wanted: nationality, migration "
        "status and documents are never asked, since they can harm people and nothing here needs them. Remove the "
        "column; nothing of it was read."
    ) in said
    assert "canaria" not in said.casefold()


def test_a_workbook_with_the_column_is_not_imported_and_nothing_is_written(tiny: Path, tmp_path: Path) -> None:
    book = tmp_path / "forum.xlsx"
    assert run("export", str(tiny), "--format", "workbook", "-o", str(book))[0] == 0
    opened = load_workbook(book)
    sheet = opened["People"]
    heading = next(n for n, row in enumerate(sheet.iter_rows(values_only=True), 1) if any(row[1:]))
    sheet.cell(heading, sheet.max_column + 1, "Passport number")
    opened.save(book)
    into = tmp_path / "into"
    code, out, err = run("import", str(book), "--into", str(into))
    assert (code, out, into.exists()) == (1, "", False)
    assert "The column 'Passport number' is not wanted" in " ".join(err.split())
