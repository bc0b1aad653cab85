"""What a hostile file is: how it is written, and what must become of it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scheduler.formats.reading import read_forum
from scheduler.formats.workbook.writing import forum_workbook
from scheduler.samples import sample_path

READ = "read"
REFUSED = "refused"
EITHER = "either"
"""What happens depends on where a file was cut, but it is one of the two."""

Parts = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile file."""

    name: str
    write: Callable[[Path], Path]
    """Writes it into an empty folder and returns what the command line is given."""
    end: str = REFUSED
    told: str = ""
    """Part of what is said about it."""
    is_agenda: bool = False


def file(name: str, content: bytes | Callable[[], bytes]) -> Callable[[Path], Path]:
    """Return what writes one file; large contents are made only when they are needed."""

    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content() if callable(content) else content)
        return path

    return write


def changed(**files: bytes | Callable[[], bytes]) -> Callable[[Path], Path]:
    """Return what writes a small forum's folder with some tables replaced; ``forum`` is its forum.yaml."""

    def write(folder: Path) -> Path:
        path = copied(folder)
        for name, content in files.items():
            target = path / ("forum.yaml" if name == "forum" else f"{name}.csv")
            target.write_bytes(content() if callable(content) else content)
        return path

    return write


def copied(folder: Path) -> Path:
    """Copy a small forum."""
    return Path(shutil.copytree(sample_path("tiny"), folder / "forum"))


@cache
def table(name: str) -> bytes:
    """Return a table of the small forum; ``forum`` is its forum.yaml."""
    return (sample_path("tiny") / ("forum.yaml" if name == "forum" else f"{name}.csv")).read_bytes()


@cache
def workbook() -> bytes:
    """Return the small forum as a workbook."""
    return forum_workbook(read_forum(sample_path("tiny")))


@cache
def parts() -> Mapping[str, bytes]:
    """Return the parts of the small forum's workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part_of(title: str) -> str:
    """Return the part that holds a worksheet."""
    titles = re.findall(r'<sheet name="([^"]*)"', parts()["xl/workbook.xml"].decode())
    return f"xl/worksheets/sheet{titles.index(title) + 1}.xml"


def packed(entries: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def book(
    replaced: Mapping[str, bytes | Callable[[], bytes] | None], method: int = zipfile.ZIP_DEFLATED
) -> Callable[[Path], Path]:
    """Return what writes the workbook with some parts replaced, added, or left out where they are None."""

    def content() -> bytes:
        found: dict[str, bytes] = dict(parts())
        for name, new in replaced.items():
            if new is None:
                found.pop(name, None)
            else:
                found[name] = new() if callable(new) else new
        return packed(found, method)

    return file("forum.xlsx", content)


def sixteenths(content: bytes) -> list[bytes]:
    """Return a content cut off at every sixteenth."""
    return [content[: len(content) * part // 16] for part in range(16)]
