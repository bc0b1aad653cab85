"""Delegations: each is of one country, and no name that two countries share is read without a word."""

from __future__ import annotations

from scheduler.domain.participant import Participant
from scheduler.formats.countries import countries_near, country_named, offered, unclear
from scheduler.formats.draft import Draft
from scheduler.formats.references import REFERENCES, country_of


def check_unclear(draft: Draft) -> None:
    """A bare Congo is the one the United Nations calls so; where the other takes part too, that is said."""
    ids = draft.named("participants")
    for table, column, targets in REFERENCES:
        raw = draft.references.source.tables.get(table)
        if targets != ("participants",) or raw is None:
            continue
        for row in raw.rows:
            for entry in row.cells.get(column, "").split(";"):
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
    for number, participant in draft.values("participants"):
        kind = draft.forum.class_by_id.get(participant.participant_class)
        if kind is not None and kind.delegation:
            _check_delegation(draft, number, participant, seen)
        elif kind is not None and any(map(country_named, participant.name.root.values())):
            problem = f"It has the name of a country, but participants of the class {kind.id} are no delegations."
            draft.warn("participants", number, "class", problem, "Write the class of the forum's States or observers.")


def _check_delegation(draft: Draft, number: int, participant: Participant, seen: dict[str, tuple[int, str]]) -> None:
    names = list(participant.name.root.values())
    country = country_of(participant.country, names, participant.id)
    if country is None:
        near = [country for name in names for country in countries_near(name)]
        if near:
            problem = f"No country known here is called '{names[0]}'."
            advice = f"Did you mean {offered(dict.fromkeys(near))}? If not, leave it as it is."
            draft.warn("participants", number, "name", problem, advice)
        return
    by_id = country_named(participant.id.upper()) if len(participant.id) == len(country.iso3) else None
    if by_id is not None and by_id != country:
        problem = f"{participant.id} is the code of {by_id.name}, but this is {country.name}."
        draft.warn("participants", number, "id", problem, f"Write {country.iso3.lower()}, or correct the name.")
    row, first = seen.setdefault(country.iso3, (number, participant.id))
    if row != number:
        problem = f"{country.name} has a delegation already: {first} on row {row}."
        draft.warn("participants", number, "name", problem, "Keep one of the two, or leave both if there are two.")
