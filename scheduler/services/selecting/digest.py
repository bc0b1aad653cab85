"""What a selection is made of, as one digest: the same for the same requests, promises and rules, whoever is named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis
from scheduler.domain.selection import Decision, Selection

_LOOKED_AT: Mapping[str, set[str]] = {
    "kinds": {
        *("id", "minutes_national", "minutes_group", "minutes_interspersed", "minutes_joint"),
    },
    "classes": {"id", "label", "interspersed", "delegation"},
    "constituencies": {"id", "label"},
    "flags": {"id", "label"},
    "participants": {"id", "participant_class", "constituency", "regions", "track", "flags"},
    "sessions": {"id", "kind", "title", "sittings", "floor_minutes", "response_minutes", "list_closes"},
    "requests": {
        *("id", "session", "second_choice", "participant", "role", "nominated_by", "on_behalf_of", "cosponsors"),
        *("time_class", "minutes", "requested_at", "priority", "flags"),
    },
}
"""Columns of tables that are looked at in part."""

_WHOLE = (
    "selection",
    "rules",
    "role_places",
    "shares",
    "balances",
    "proposals",
    "criteria",
    "marks",
    "rooms",
    "periods",
)

_NOT_LOOKED_AT = {"notes", "lot_committed", "lot_late", "lot_drawn", "lot_requests"}
"""Remarks, and what is told of how a lot was drawn, which moves no number."""


def made_of(forum: Forum, decisions: Iterable[Decision] = ()) -> str:
    """Return the digest of all that the method looks at.

    Of the log it holds what ``decisions`` say was decided outside the method, so that what is logged after a selection
    does not make it out of date.
    """
    document: dict[str, Any] = {
        "forum": forum.uid,
        "timezone": forum.timezone,
        "change": forum.speaker_changeover_seconds,
        "genders": {person.id: person.gender for person in forum.people if person.gender_counts},
        "speakers": {request.id: request.person for request in forum.requests if _counts(forum, request.person)},
        "settled": {d.request: d.state.value for d in decisions if d.basis is not Basis.METHOD},
    }
    for table, columns in _LOOKED_AT.items():
        document[table] = [row.model_dump(mode="json", include=columns) for row in getattr(forum, table)]
    for name in _WHOLE:
        value = getattr(forum, name)
        rows = value if isinstance(value, tuple) else (value,)
        document[name] = [row.model_dump(mode="json", exclude=_NOT_LOOKED_AT) for row in rows]
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def is_current(forum: Forum, selection: Selection) -> bool:
    """Say whether nothing a selection was made of has changed since; the log goes on by itself."""
    return made_of(forum, selection.decision_of.values()) == selection.made_of


def _counts(forum: Forum, person: str | None) -> bool:
    found = forum.person_by_id.get(person or "")
    return found is not None and found.gender_counts
