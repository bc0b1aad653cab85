import codecs
import datetime as dt
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.errors import ForumFaults
from scheduler.formats.log_append import append_entries, sole_writer
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path

HEADER = "number,at,request,happening,basis,by,other,person,minutes,reason"


def entry(number: int, **fields: Any) -> Entry:
    usual = {"number": number, "at": dt.datetime(2026, 5, 4, 12), "request": "q1", "happening": Happening.WITHDRAWN}
    return Entry(**(usual | fields))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_path("tiny"), tmp_path / "forum"))


def logged(folder: Path, text: str | bytes) -> Path:
    file = folder / "log.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_the_first_entry_makes_the_log_with_all_its_headings(folder: Path) -> None:
    made = entry(1, basis=Basis.OVERRIDE, by="M. Ortega", reason="Asked, and granted")
    file = append_entries(folder, [made], "en")
    assert file.read_text() == (
        f'{HEADER}\n1,2026-05-04 12:00,q1,withdrawn,override,M. Ortega,,,,"Asked, and granted"\n'
    )
    assert read_forum(folder).log == (made,)


def test_earlier_lines_stay_byte_for_byte(folder: Path) -> None:
    before = f'{HEADER}\r\n1, 2026-05-04 12:00 ,q1,"withdrawn",,,,,,\r\n'
    file = logged(folder, before)
    append_entries(folder, [entry(2, request="q2"), entry(3, request="q3")], "en")
    after = file.read_bytes().decode()
    assert after[: len(before)] == before
    assert after[len(before) :] == "2,2026-05-04 12:00,q2,withdrawn,,,,,,\r\n3,2026-05-04 12:00,q3,withdrawn,,,,,,\r\n"


def test_headings_that_are_missing_are_added_and_the_rows_below_stay(folder: Path) -> None:
    file = logged(folder, "Number;At;Request;Happening\n1;2026-05-04 12:00;q1;withdrawn")
    append_entries(folder, [entry(2, request="q2", reason="Ill")], "en")
    assert file.read_text().splitlines() == [
        "Number;At;Request;Happening;reason",
        "1;2026-05-04 12:00;q1;withdrawn",
        "2;2026-05-04 12:00;q2;withdrawn;Ill",
    ]
    assert [(e.number, e.request, e.reason) for e in read_forum(folder).log] == [(1, "q1", None), (2, "q2", "Ill")]


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")])
def test_the_encoding_of_a_file_stays(folder: Path, mark: bytes, encoding: str) -> None:
    before = mark + f"{HEADER}\n1,2026-05-04 12:00,q1,withdrawn,,,,,,Grève\n".encode(encoding)
    file = logged(folder, before)
    append_entries(folder, [entry(2, request="q2", reason="Déçue")], "en")
    assert file.read_bytes() == before + "2,2026-05-04 12:00,q2,withdrawn,,,,,,Déçue\n".encode(encoding)
    assert [e.reason for e in read_forum(folder).log] == ["Grève", "Déçue"]


def test_text_that_a_spreadsheet_would_run_is_kept_from_it(folder: Path) -> None:
    file = append_entries(folder, [entry(1, reason="=1+1")], "en")
    assert file.read_text().splitlines()[1].endswith(",'=1+1")
    assert [e.reason for e in read_forum(folder).log] == ["=1+1"]


def test_headings_that_cannot_be_found_are_told_and_nothing_is_written(folder: Path) -> None:
    before = '"A log\nof requests",,\nnumber,at,request,happening\n1,2026-05-04 12:00,q1,withdrawn\n'
    file = logged(folder, before)
    with pytest.raises(ForumFaults, match="The headings of the log were not found"):
        append_entries(folder, [entry(2)], "en")
    assert file.read_text() == before


def test_who_records_waits_for_whoever_is_recording(folder: Path) -> None:
    def record_another() -> None:
        with sole_writer(folder):
            append_entries(folder, [entry(len(read_forum(folder).log) + 1)], "en")

    threads = [threading.Thread(target=record_another) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [e.number for e in read_forum(folder).log] == [1, 2, 3, 4]
