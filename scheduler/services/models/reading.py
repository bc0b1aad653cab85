"""Reading a participation model: one that is shipped, by its name, or an organiser's own, by its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from scheduler.errors import Fault, ForumFaults, NotFoundError
from scheduler.formats.columns import Table, tables
from scheduler.formats.csv_folder import read_file, table_in
from scheduler.formats.files import read_text
from scheduler.formats.limits import STANDARD
from scheduler.formats.raw import RawTable
from scheduler.formats.settings_yaml import composed, yaml_fault
from scheduler.formats.tables import read_cells
from scheduler.formats.wording import did_you_mean, plain
from scheduler.services.models.expanding import problem_of, stand_in
from scheduler.services.models.model import FILE, TABLES, Model, ModelText

_SHIPPED = Path(__file__).resolve().parents[2] / "models"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")

Lines = Mapping[tuple[str | int, ...], int]
"""The line on which each part of a YAML file stands, by its path."""


def model_names() -> tuple[str, ...]:
    """Return the names of the models that are shipped."""
    return tuple(sorted(path.parent.name for path in _SHIPPED.glob(f"*/{FILE}")))


def folder_of(name: str) -> Path:
    """Return the folder of a model: the one that is named, or the shipped one of that name where there is none."""
    if (Path(name) / FILE).is_file():
        return Path(name)
    if name in model_names():
        return _SHIPPED / name
    problem = f"{name} has no {FILE}" if Path(name).is_dir() else f"{name}: no such folder, and no model of that name"
    raise NotFoundError(f"{problem}. Models are {', '.join(model_names())}.")


def model_named(name: str) -> Model:
    """Return a model by its name or its folder."""
    return read_model(folder_of(name))


def read_model(folder: Path) -> Model:
    """Read a model from its folder, or raise every fault in it at once."""
    faults: list[Fault] = []
    name = folder.resolve().name
    if not _NAME.fullmatch(name):
        problem = f"The folder is called '{name[:80]}', which cannot be the name of a model."
        faults.append(Fault(FILE, None, None, problem, "Use letters, digits, dots, hyphens and underscores."))
    text = _text_of(folder / FILE, faults)
    found: dict[str, RawTable] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.casefold() == ".csv" and path.name[0] != ".":
            _read_table(path, found, faults)
    if text is None or any(not fault.is_warning for fault in faults):
        raise ForumFaults(faults)
    return Model(name, text, found)


def _read_table(path: Path, found: dict[str, RawTable], faults: list[Fault]) -> None:
    table = table_in(path.name)
    if table not in TABLES:
        problem = "It is no table that a model can set."
        faults.append(Fault(path.name, None, None, problem, did_you_mean(path.stem, TABLES, "Remove it.")))
        return
    if table in found:
        problem = f"{found[table].file} holds this table already."
        faults.append(Fault(path.name, None, None, problem, "Put the rows of both into one file."))
        return
    source = read_file(path)
    faults += [replace(fault, is_warning=False) for fault in source.faults]
    raw = source.tables.get(table)
    if raw is not None:
        found[table] = raw
        faults += _faults_of(tables()[table], raw)


def _faults_of(table: Table, raw: RawTable) -> Iterator[Fault]:
    """Yield what is wrong with the rows of a table, as far as it shows without a forum."""
    seen: dict[tuple[str, ...], int] = {}
    for row in raw.rows:
        known = {column: cell for column, cell in row.cells.items() if table.column(column)}
        odd = {column: problem for column, cell in known.items() if (problem := problem_of(table.name, column, cell))}
        readable = {column: stand_in(table.name, column, cell) for column, cell in known.items() if column not in odd}
        _, problems = read_cells(table, readable, "en")
        for column, said, instead in [*((column, *problem) for column, problem in odd.items()), *problems]:
            yield Fault(raw.file, row.number, column, said, instead)
        key = tuple(row.cells.get(column, "") for column in table.key)
        if not any(key):
            yield Fault(raw.file, row.number, table.key[0], "It is blank.", "Write what the row is about.")
        first = seen.setdefault(key, row.number)
        if first != row.number:
            yield Fault(raw.file, row.number, None, f"Row {first} is about the same.", "Remove one of the two rows.")


def _text_of(path: Path, faults: list[Fault]) -> ModelText | None:
    text = read_text(path, STANDARD.settings_bytes)
    if isinstance(text, Fault):
        faults.append(text)
        return None
    lines: dict[tuple[str | int, ...], int] = {}
    try:
        node = composed(text)
    except yaml.YAMLError as error:
        faults.append(yaml_fault(FILE, error))
        return None
    data = _plain(node, (), lines, faults) if node is not None else {}
    try:
        return ModelText.model_validate(data)
    except ValidationError as error:
        details = error.errors()
        blamed = [detail["loc"] for detail in details]  # a list whose entry is at fault is not blamed for being short
        outer = {loc for loc in blamed for other in blamed if loc != other and other[: len(loc)] == loc}
        faults += [_fault_at(lines, detail) for detail in details if detail["loc"] not in outer]
        return None


def _plain(
    node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], faults: list[Fault]
) -> Any:
    """Return what a node says as texts, lists and mappings, and note where each part stands."""
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, place), lines, faults) for place, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    found: dict[str, Any] = {}
    for key, value in node.value:
        name, row = str(key.value), key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            faults.append(Fault(FILE, row, None, "An entry has no plain name.", "Write it as name: value."))
        elif name in found:
            faults.append(Fault(FILE, row, name, "It is set twice.", "Keep one of the two."))
        else:
            found[name] = _plain(value, (*path, name), lines, faults)
    return found


def _fault_at(lines: Lines, detail: Any) -> Fault:
    path = tuple(detail["loc"])
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    near = next((path[:length] for length in range(len(path), -1, -1) if path[:length] in lines), ())
    problem, instead = plain(detail)
    return Fault(FILE, lines.get(near), name or None, problem, instead)
