"""What is there twice under two ids, and what a list names twice."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from scheduler.formats.draft import Draft
from scheduler.formats.reference_columns import REFERENCES
from scheduler.formats.wording import folded

_LISTS = (*REFERENCES, ("rooms", "equipment", ()), ("sessions", "equipment", ()), ("sessions", "languages", ()))

_COMPARED = 4
"""Rows of one name with which a further one is compared; thousands of one name would take for ever."""

_Numbered = tuple[int, Any]


def check_lists(draft: Draft) -> None:
    """A list names each thing once, under whatever name."""
    for table, column, _ in _LISTS:
        for row in draft.rows[table]:
            value = row.cells.get(column)
            if isinstance(value, tuple) and len(set(value)) < len(value):
                twice = ", ".join(str(item) for item, count in Counter(value).items() if count > 1)
                draft.fault(table, row.number, column, f"{twice} is named twice.", "Name each once.")


def check_people(draft: Draft) -> None:
    """Nobody is there twice, because a name can be written in two forms of Unicode or by a slip."""
    for first, second in _pairs(draft, "people", lambda person: person.name):
        shared = set(first[1].affiliations) & set(second[1].affiliations)
        if _tell_forms(draft, "people", first, second, first[1].name, second[1].name) or not shared:
            continue
        problem = f"{second[1].name} of {', '.join(sorted(shared))} is there already, as {first[1].id}."
        advice = f"If it is one person, keep row {first[0]} alone; if they are two, tell them apart by function."
        draft.warn("people", second[0], "name", problem, advice)


def check_participants(draft: Draft) -> None:
    """No participant is there twice."""
    language = draft.forum.languages[0] if draft.forum.languages else "en"
    for first, second in _pairs(draft, "participants", lambda item: item.name.of(language)):
        one, other = first[1].name.of(language), second[1].name.of(language)
        if not _tell_forms(draft, "participants", first, second, one, other):
            problem = f"{other} is the name of {first[1].id} on row {first[0]} too."
            advice = "If it is one participant, keep one row; if they are two, tell them apart in the name."
            draft.warn("participants", second[0], "name", problem, advice)


def _pairs(draft: Draft, table: str, name_of: Callable[[Any], str]) -> Iterator[tuple[_Numbered, _Numbered]]:
    """Yield the rows whose name a row before them has, with that row; only with the first few."""
    seen: dict[str, list[_Numbered]] = defaultdict(list)
    for number, value in draft.values(table):
        same = seen[folded(name_of(value))]
        for earlier in same:
            yield earlier, (number, value)
        if len(same) < _COMPARED:
            same.append((number, value))


def _tell_forms(draft: Draft, table: str, first: _Numbered, second: _Numbered, one: str, other: str) -> bool:
    """Say whether two names are one in two normal forms, and tell it."""
    if one == other or unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other):
        return False
    problem = f"{other} is there already, as {first[1].id} on row {first[0]}, in another form of the same characters."
    draft.fault(table, second[0], "name", problem, f"Remove this row, and write {first[1].id} where it is named.")
    return True
