"""An example of every cell, so that whoever fills a template sees what belongs where; together they make a forum."""

from __future__ import annotations

from collections.abc import Mapping

Example = Mapping[str, str]
"""What one row says by column, as text."""

_SESSIONS: tuple[Example, ...] = (
    {
        "id": "opening",
        "kind": "plenary",
        "title": "Opening of the forum",
        "sittings": "30",
        "audience": "150",
    },
    {
        "id": "debate",
        "kind": "plenary",
        "title": "General debate",
        "description": "Statements on progress since the last forum.",
        "sittings": "90; 90",
        "seats": "100",
        "audience": "150",
        "equipment": "webcast; podium",
        "languages": "en; fr",
        "themes": "decent-work",
        "objectives": "18",
        "regions": "un.african",
        "audiences": "trade-unions",
        "organisers": "mexico; global-unions",
        "available": "2026-05-05 10:00-18:00",
        "preferred": "monday-morning",
        "opening_minutes": "5",
        "floor_minutes": "120",
        "mode": "throughout",
        "mandate": "A/RES/73/326",
        "policy": "alphabetical",
        "drawn_letter": "K",
    },
)

_PARTICIPANTS: tuple[Example, ...] = (
    {
        "id": "mexico",
        "name": "Mexico",
        "class": "member-state",
        "country": "MEX",
        "regions": "un.latin-america",
        "people": "3",
    },
    {"id": "global-unions", "name": "Global Unions", "class": "stakeholder", "constituency": "trade-unions"},
)

EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "walks": ({"first": "main", "second": "annex", "minutes": "10"},),
    "kinds": (
        {
            "id": "plenary",
            "label": "Plenary",
            "standing": "alone",
            "mode": "throughout",
            "mandate": "A/RES/73/326",
            "policy": "request-time",
            "groups_first": "yes",
            "ranks": "yes",
            "minutes_national": "3",
            "minutes_group": "5",
            "minutes_interspersed": "2.5",
        },
    ),
    "periods": (
        {
            "id": "monday-morning",
            "title": "Monday morning",
            "date": "2026-05-04",
            "start": "10:00",
            "end": "13:00",
            "kinds": "plenary",
            "prime": "yes",
        },
        {"id": "tuesday-morning", "date": "2026-05-05", "start": "10:00", "end": "13:00", "kinds": "plenary"},
    ),
    "rooms": (
        {
            "id": "hall",
            "name": "Assembly Hall",
            "seats": "400",
            "equipment": "webcast; podium",
            "booths": "6",
            "zone": "main",
            "changeover_minutes": "15",
            "hours": "08:00-20:00",
            "closed": "2026-05-05 16:00-18:00",
        },
        {"id": "room-a", "name": "Room A", "seats": "200", "equipment": "webcast; podium", "zone": "annex"},
    ),
    "objectives": ({"number": "18", "title": "Invest in skills development", "short": "Skills"},),
    "themes": ({"id": "decent-work", "title": "Decent work", "objectives": "18", "days": "spread"},),
    "classes": (
        {
            "id": "member-state",
            "label": "Member State",
            "interspersed": "no",
            "delegation": "yes",
            "protocol_place": "1",
            "speaks_in": "plenary",
            "basis": "A/RES/73/326",
            "confidence": "verified",
        },
        {"id": "stakeholder", "label": "Stakeholder", "interspersed": "yes", "protocol_place": "5"},
    ),
    "constituencies": ({"id": "trade-unions", "label": "Trade unions", "focal_point": "lind"},),
    "participants": _PARTICIPANTS,
    "ranks": ({"id": "M", "label": "Minister", "order": "1"},),
    "people": (
        {
            "id": "ruiz",
            "name": "Ana Ruiz",
            "affiliations": "mexico",
            "function": "Minister of Labour",
            "publication": "named",
            "gender": "female",
            "timezone": "America/Mexico_City",
            "available": "2026-05-04 09:00-18:00; 2026-05-05 09:00-13:00",
        },
        {"id": "lind", "name": "Eva Lind", "affiliations": "global-unions"},
    ),
    "sessions": _SESSIONS,
    "roles": (
        {"session": "opening", "role": "chair", "person": "ruiz", "participant": "mexico", "remote": "no"},
        {"session": "opening", "role": "keynote", "person": "lind", "participant": "global-unions", "remote": "yes"},
    ),
    "ties": ({"first": "opening", "link": "before", "second": "debate", "amount": "15"},),
    "pins": ({"session": "opening", "sitting": "1", "period": "monday-morning", "room": "hall", "start": "10:00"},),
    "requests": (
        {
            "id": "r1",
            "session": "debate",
            "participant": "mexico",
            "person": "ruiz",
            "rank": "M",
            "on_behalf_of": "Latin American and Caribbean Group",
            "minutes": "5",
            "requested_at": "2026-02-03 10:15",
            "language": "es",
            "remote": "no",
            "objectives": "18",
            "available": "2026-05-04 10:00-13:00",
            "place": "1",
        },
    ),
    "rules": ({"rule": "small-delegations", "level": "warn", "weight": "strong"},),
    "forum": (
        {
            "uid": "imrf-2026-01",
            "title": "International Migration Review Forum 2026",
            "series": "IMRF",
            "cycle": "2",
            "note": "People are synthetic",
            "timezone": "America/New_York",
            "days": "2026-05-04; 2026-05-05",
            "languages": "en; fr",
            "protocol_language": "en",
            "slot_minutes": "5",
            "speaker_changeover_seconds": "30",
            "speaker_walk_minutes": "5",
            "decent_from": "08:00",
            "decent_until": "21:00",
            "interpretation.teams": "3",
            "interpretation.meeting_minutes": "180",
            "interpretation.meetings_per_day": "2",
            "interpretation.rest_minutes": "90",
        },
    ),
}
"""Rows of every table; the settings are one row."""


def example_of(table: str, column: str) -> str:
    """Return an example of one column's cells, the fullest there is."""
    return max((row.get(column, "") for row in EXAMPLES[table]), key=len)
