"""References: how a cell names a row of another table, by its id or by the name people know it by.

An id, and a label that no other row has, stand for the row, capitals aside; a delegation also answers to every name of
its country. Nothing else does: a near miss is a fault that offers what may have been meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from scheduler.formats.cells import CellError, parse_bool, shown
from scheduler.formats.columns import tables
from scheduler.formats.countries import (
    Country,
    countries_near,
    country_code,
    country_named,
    country_of,
    offered,
    unclear,
)
from scheduler.formats.raw import RawRow, Source
from scheduler.formats.reference_columns import targets_of
from scheduler.formats.wording import Adviser, folded, semicolons

_LABELS = ("name", "label", "title", "short")
"""Columns that hold what people call a row."""

_ALSO = {"sessions": ("national_reviews",), "requests": ("alternative_reports",)}
"""Tables whose rows answer to their names as well.

A national review has a session of its own name, and an alternative report whose author asks for the floor a request.
"""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_BETWEEN = re.compile(","), re.compile(r",|/|(?: and| et| y) ")
"""What people write between several names; the second may also be part of a name, and so comes second."""

_LISTED = 5
_MOST_LOOKED_UP = 200
"""How many unknown names are compared with those of all countries; it takes some milliseconds each."""


class UnfollowedError(CellError):
    """A reference that can be neither followed nor blamed: the row it names is itself at fault."""

    def __init__(self) -> None:
        super().__init__("", "")


class UnknownError(CellError):
    """A reference to a row that is not there, though it may have been."""


class References:
    """The rows of a source by every name they answer to."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._names: dict[tuple[str, ...], Names] = {}
        self._texts: dict[str, str] = {}

    def resolve(self, table: str, column: str, text: str) -> str:
        """Return what a cell's entry stands for: the id of the row it names, or the text where it names none.

        What is no id and names nothing becomes a stand-in, so that the rest of its row can still be checked;
        :meth:`objection` says what is wrong with it.
        """
        if (table, column) == ("participants", "country"):
            return country_code(text)
        targets = targets_of(table, column)
        if not targets:
            return text
        if targets == ("objectives",):
            text = re.sub(r"\.0+$", "", text)
        try:
            return self.names(targets).find(text)
        except CellError:
            if targets == ("objectives",) and not text.isdecimal():
                raise
            if _is_id(text):
                return text
            stand_in = f"unknown-{len(self._texts) + 1}"
            self._texts[stand_in] = text
            return stand_in

    def objection(self, targets: tuple[str, ...], name: str, many: bool = False) -> CellError | None:
        """Return what is wrong with a name that :meth:`resolve` returned, of a column that takes one or many."""
        text = self._texts.get(name, name)
        try:
            self.names(targets).find(text)
        except UnfollowedError:
            return None
        except CellError as error:
            for between in _BETWEEN:
                parts = list(filter(None, map(str.strip, between.split(text))))
                if len(parts) > 1 and all(self._is_known(targets, part) for part in parts):
                    only_one = f"Only one can stand in a row: {' or '.join(parts)}."
                    return CellError(error.problem, semicolons(parts) if many else only_one)
            return error
        return None

    def _is_known(self, targets: tuple[str, ...], text: str) -> bool:
        try:
            self.names(targets).find(text)
        except CellError:
            return False
        return True

    def names(self, targets: tuple[str, ...]) -> Names:
        """Return what the rows of these tables are called."""
        if targets == ("participants",):
            return self.delegations
        if targets not in self._names:
            self._names[targets] = Names(self.source, targets)
        return self._names[targets]

    @cached_property
    def delegations(self) -> Delegations:
        """What participants are called."""
        return Delegations(self.source, ("participants",))


class Names:
    """What the rows of one or two tables are called."""

    def __init__(self, source: Source, targets: tuple[str, ...]) -> None:
        tables_of_names = (*targets, *(also for target in targets for also in _ALSO.get(target, ())))
        self._is_unread = not source.unread.isdisjoint(tables_of_names)
        self._where = " or ".join(map(source.spoken, targets))
        self._ids: dict[str, str] = {}
        self._labels: dict[str, set[str]] = defaultdict(set)
        self._known: set[str] = set()
        self._found: dict[str, str | CellError] = {}
        labels: set[str] = set()
        for target in tables_of_names:
            for name, own in _called(source, target):
                self._known.add(name)
                labels.update(own)
                self._ids.setdefault(folded(name), name)
                for label in own:
                    self._labels[folded(label)].add(name)
        self._adviser = Adviser(self._known, f"Write a name that {self._where} has, or add it there.", labels)

    def find(self, text: str) -> str:
        """Return the id of the one row that is called this, or raise what is wrong with the name."""
        if text in self._known and _is_id(text):
            return text
        if text not in self._found:
            self._found[text] = self._look_up(text)
        found = self._found[text]
        if isinstance(found, str):
            return found
        raise found.with_traceback(None)

    def _look_up(self, text: str) -> str | CellError:
        ids = {self._ids[folded(text)]} if folded(text) in self._ids else set()
        found = sorted(ids.union(self._labels.get(folded(text), ()), self._more(text)))
        if len(found) == 1:
            return found[0] if _is_id(found[0]) else UnfollowedError()
        if self._is_unread:
            return UnfollowedError()
        if not found:
            return self._unknown(text)
        problem = f"{shown(text)} is the name of {len(found)} rows of {self._where}."
        return CellError(problem, f"Write which one by its id: {' or '.join(found[:_LISTED])}.")

    def _more(self, text: str) -> Iterable[str]:
        return ()

    def _unknown(self, text: str) -> CellError:
        return UnknownError(f"{_upper(self._where)} has no {shown(text)}.", self._adviser.about(text))


class Delegations(Names):
    """What participants are called: a delegation answers to every name of its country, nobody else does.

    The country is the one of its name. The one it states counts where no name says it, and in classes of States alone:
    an observer that is an organisation has a home, but does not speak for it.
    """

    def __init__(self, source: Source, targets: tuple[str, ...]) -> None:
        super().__init__(source, targets)
        self._of: dict[str, list[str]] = defaultdict(list)
        classes = _delegation_classes(source)
        rows = [row for row in _rows(source, "participants") if folded(row.cells.get("class", "")) in classes]
        of_states = set()
        for row in rows:
            names = [text for header, text in row.cells.items() if header.partition(".")[0] == "name"]
            if country := country_of(names, row.cells["id"]):
                self._of[country.iso3].append(row.cells["id"])
                of_states.add(folded(row.cells["class"]))
        stated: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            country = country_named(row.cells.get("country", ""))
            if country and folded(row.cells["class"]) in of_states:
                stated[country.iso3].append(row.cells["id"])
        self._of = stated | self._of
        self._left = _MOST_LOOKED_UP

    def of(self, country: Country) -> Sequence[str]:
        """Return the ids of a country's delegations."""
        return self._of.get(country.iso3, ())

    def _more(self, text: str) -> Iterable[str]:
        country = country_named(text)
        return self.of(country) if country else ()

    def _unknown(self, text: str) -> CellError:
        self._left -= 1
        return (self._named_country(text) if self._left >= 0 else None) or super()._unknown(text)

    def _named_country(self, text: str) -> CellError | None:
        """Return what is wrong where the text is a country's name, or nearly one."""
        if country := country_named(text):
            problem = f"{_upper(self._where)} has no delegation of {country.name}."
            return CellError(problem, "Add it there, or write one that is there.")
        near = countries_near(text)
        here = [country for country in near if country.iso3 in self._of]
        if not near:
            return None
        several = len(unclear(text)) > 1
        problem = (
            f"{shown(text)} may be {offered(near)}." if several else f"{_upper(self._where)} has no {shown(text)}."
        )
        advice = f"Did you mean {offered(here)}?" if here else f"If {offered(near)} is meant, add it there first."
        return CellError(problem, advice)


def _upper(where: str) -> str:
    return f"Sheet {where.removeprefix('sheet ')}" if where.startswith("sheet ") else where


def _is_id(text: str) -> bool:
    return text.isdecimal() or _ID.fullmatch(text) is not None


def _rows(source: Source, table: str) -> Iterator[RawRow]:
    """Yield the rows that have an id or a number."""
    raw, key = source.tables.get(table), tables()[table].key[0]
    return (row for row in (raw.rows if raw else ()) if row.cells.get(key))


def _called(source: Source, table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the id of each row with its labels."""
    key = tables()[table].key[0]
    for row in _rows(source, table):
        yield row.cells[key], [text for header, text in row.cells.items() if header.partition(".")[0] in _LABELS]


def _delegation_classes(source: Source) -> set[str]:
    """Return what the classes are called whose participants are delegations."""
    found = set()
    for row in _rows(source, "classes"):
        labels = [text for header, text in row.cells.items() if header.partition(".")[0] in _LABELS]
        with suppress(CellError):
            if parse_bool(row.cells.get("delegation", "no")):
                found |= {folded(text) for text in (row.cells["id"], *labels)}
    return found
