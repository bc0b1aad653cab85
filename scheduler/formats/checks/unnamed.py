"""People who are not to be named, named all the same in what everybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.participant import Person, Publication
from scheduler.formats.draft import Draft
from scheduler.formats.wording import folded

LEAST_LETTERS = 4
"""Letters of a part of a name from which on it is looked for in ids; shorter ones are in many words."""


def check_titles(draft: Draft) -> None:
    """No title, description or id of a request names somebody whose publication level withholds the name."""
    hidden = [(person, folded(person.name)) for person in _unnamed(draft)]
    for number, session in draft.values("sessions"):
        for column in ("title", "description"):
            said = getattr(session, column)
            text = folded(" ".join(said.root.values())) if said else ""
            for person, name in hidden:
                if name in text:
                    _warn(draft, "sessions", number, column, person, "Everybody reads it; write it without the name.")
    parts = {part: person for person, name in hidden for part in name.split() if len(part) >= LEAST_LETTERS}
    for number, request in draft.values("requests"):
        for part, person in parts.items():
            if part in folded(request.id):
                advice = "Agendas show ids of requests; write a number, as r0017."
                _warn(draft, "requests", number, "id", person, advice)


def _unnamed(draft: Draft) -> Iterator[Person]:
    """Yield the people whose name is for organisers alone; who chose nothing is named as a delegate only."""
    delegations = {item.id for item in draft.forum.classes if item.delegation}
    for _, person in draft.values("people"):
        own = [draft.forum.participant_by_id.get(name) for name in person.affiliations]
        is_delegate = bool(own) and all(item is not None and item.participant_class in delegations for item in own)
        if person.publication is not Publication.NAMED and not (person.publication is None and is_delegate):
            yield person


def _warn(draft: Draft, table: str, number: int, column: str, person: Person, advice: str) -> None:
    draft.warn(table, number, column, f"It names {person.id}, whose name is not to be published.", advice)
