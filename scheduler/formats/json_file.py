"""One value as a JSON file: the same bytes for the same value, and every fault named when one was edited by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from scheduler.domain.base import Value
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.cell_errors import shown
from scheduler.formats.files import read_text
from scheduler.formats.json_text import ANEW, JsonError, parse_json
from scheduler.formats.limits import Limits, first_of
from scheduler.formats.wording import Adviser, plain

V = TypeVar("V", bound=Value)

Misfit = tuple[str, str, str]
"""Path, what is wrong, what to write instead."""


def value_text(value: Value) -> str:
    """Return the text of a value's file, which depends on nothing but the value."""
    return json.dumps(value.model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def beside(forum_path: Path, file: str) -> Path:
    """Return where a file about a forum is kept: in its folder, or beside the file that holds it."""
    return forum_path.with_name(f"{forum_path.stem}.{file}") if forum_path.is_file() else forum_path / file


def read_value(
    path: Path,
    sort: type[V],
    uid: str,
    misfits: Callable[[dict[str, Any]], Iterable[Misfit]],
    limits: Limits | None = None,
    noun: str = "agenda",
    anew: str = ANEW,
    series: str | None = None,
) -> V:
    """Return the value that a file about a forum holds, or raise every fault of the file at once.

    ``misfits`` are looked for where the file is of the forum with this uid. The bounds are those of the environment
    where none are given. With a ``series`` the file of another forum of it is one of this forum too.
    """
    path = Path(path)
    limits = limits or Limits.of_environment()
    data = _data(path, limits, anew)
    value, faults = _value(path, data, sort, limits, noun, anew)
    is_of_series = series is not None and isinstance(data, dict) and data.get("series") == series
    others = () if is_of_series else tuple(foreign(data, uid, noun))
    found = others if others or not isinstance(data, dict) else misfits(data)
    faults += [Fault(path.name, None, place, problem, instead) for place, problem, instead in found]
    if faults or value is None:
        raise ForumFaults(first_of(faults, limits))
    return value


def _data(path: Path, limits: Limits, anew: str) -> Any:
    text = read_text(path, limits.json_bytes)
    if isinstance(text, Fault):
        raise ForumFaults([text])
    try:
        return parse_json(text, limits)
    except JsonError as error:
        instead = anew if error.instead == ANEW else error.instead
        raise ForumFaults([Fault(path.name, error.row, None, error.problem, instead)]) from None


def _value(path: Path, data: Any, sort: type[V], limits: Limits, noun: str, anew: str) -> tuple[V | None, list[Fault]]:
    try:
        return sort.model_validate_json(json.dumps(data)), []
    except ValidationError as error:
        if error.error_count() > limits.faults:
            article = "an" if noun[0] in "aeiou" else "a"
            problem = f"More than {limits.faults:,} things in it are no part of {article} {noun}."
            raise ForumFaults([Fault(path.name, None, None, problem, anew)]) from None
        return None, [Fault(path.name, None, _path(e["loc"]), *plain(e)) for e in error.errors()]


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f".{step[:60]}"
    return path.lstrip(".") or "the whole file"


class Names:
    """The names a forum has of one sort of thing."""

    def __init__(self, noun: str, known: Collection[str]) -> None:
        self._noun = noun
        self._known = known
        self._adviser = Adviser(known, f"Write the id of a {noun}.")

    def unknown(self, path: str, name: Any) -> Iterator[Misfit]:
        """Yield the fault of a name that the forum does not have."""
        if isinstance(name, str) and name not in self._known:
            yield path, f"The forum has no {self._noun} {shown(name)}.", self._adviser.about(name)


def foreign(data: Any, uid: str, noun: str) -> Iterator[Misfit]:
    """Yield that the file belongs to another forum, where it does."""
    other = data.get("forum") if isinstance(data, dict) else None
    if isinstance(other, str) and other != uid:
        advice = f"Open it with that forum; this one is {uid}."
        yield "forum", f"This {noun} belongs to another forum, {other[:64]}.", advice


def twice(seen: dict[str, str], key: str, path: str, problem: str) -> Iterator[Misfit]:
    """Yield that something stands in a file a second time, where it does."""
    if key in seen:
        yield path, problem, f"Keep one of the two; the first is {seen[key]}."
    seen.setdefault(key, path)


def objects(data: dict[str, Any], name: str, prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects of a list with their paths."""
    entries = data.get(name)
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict):
            yield f"{prefix}{name}[{index}]", entry
