"""Delegations: each is of one country, and no name that two countries share is read without a word."""

from __future__ import annotations

from scheduler.formats.countries import Country, countries_near, country_named, country_of, offered, unclear
from scheduler.formats.draft import Draft
from scheduler.formats.reference_columns import REFERENCES
from scheduler.formats.tables import BETWEEN_ENTRIES

_MOST_LOOKED_UP = 300
"""Delegations without a country whose names are compared with those of all; it takes some milliseconds each."""


def check_unclear(draft: Draft) -> None:
    """A bare Congo is the one the United Nations calls so; where the other takes part too, that is said."""
    ids = draft.named("participants")
    for table, column, targets in REFERENCES:
        raw = draft.references.source.tables.get(table)
        if targets != ("participants",) or raw is None:
            continue
        for row in raw.rows:
            for entry in BETWEEN_ENTRIES.split(row.cells.get(column, "")):
                if entry.strip() not in ids:
                    _check_entry(draft, table, row.number, column, entry.strip())


def _check_entry(draft: Draft, table: str, number: int, column: str, text: str) -> None:
    meant = country_named(text)
    others = [country for country in unclear(text) if country != meant and draft.references.delegations.of(country)]
    if meant is not None and others and draft.references.delegations.of(meant):
        problem = f"'{text}' is taken for {meant.name}, but {offered(others)} takes part too."
        codes = " or ".join(country.iso3 for country in (meant, *others))
        draft.warn(table, number, column, problem, f"Write {codes}.")


def check_delegations(draft: Draft) -> None:
    """The name, the id and the class of a participant say the same about its country."""
    seen: dict[str, tuple[int, str]] = {}
    strangers: list[tuple[int, list[str]]] = []
    for number, participant in draft.values("participants"):
        names = list(participant.name.root.values())
        kind = draft.forum.class_by_id.get(participant.participant_class)
        if kind is None:
            continue
        if not kind.delegation:
            if any(map(country_named, names)):
                problem = f"It has the name of a country, but participants of the class {kind.id} are no delegations."
                advice = "Write the class of the forum's States or observers."
                draft.warn("participants", number, "class", problem, advice)
        elif country := country_of(names, participant.id):
            _check_delegation(draft, number, participant.id, country, seen)
        elif participant.country is None:
            strangers.append((number, names))
    for number, names in strangers[:_MOST_LOOKED_UP]:
        if near := dict.fromkeys(country for name in names for country in countries_near(name)):
            problem = f"No country known here is called '{names[0]}'."
            advice = f"Did you mean {offered(near)}? If not, leave it as it is."
            draft.warn("participants", number, "name", problem, advice)


def _check_delegation(draft: Draft, number: int, id: str, country: Country, seen: dict[str, tuple[int, str]]) -> None:
    by_id = country_named(id.upper()) if len(id) == len(country.iso3) else None
    if by_id is not None and by_id != country:
        problem = f"{id} is the code of {by_id.name}, but this is {country.name}."
        draft.warn("participants", number, "id", problem, f"Write {country.iso3.lower()}, or correct the name.")
    row, first = seen.setdefault(country.iso3, (number, id))
    if row != number:
        problem = f"{country.name} has a delegation already: {first} on row {row}."
        draft.warn("participants", number, "name", problem, "Keep one of the two, or leave both if there are two.")
