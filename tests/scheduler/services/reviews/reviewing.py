"""Small forums with national reviews; every field not given has a plain value that is valid."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import AlternativeReport, NationalReview, Recommendation, ReviewSettings
from scheduler.domain.session import Mode, Standing
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_period,
    a_person,
    a_room,
    a_session,
    text,
)

REGIONS = {"kenya": "african", "ghana": "african", "mali": "african", "chile": "grulac", "peru": "grulac"}
STATES = (*REGIONS, "nepal", "japan", "malta")


def a_review(state: str, **fields: Any) -> NationalReview:
    """Return the review of a State, that came before, named after it."""
    defaults = {"id": f"vnr-{state}", "participant": state, "last_presented": 2022}
    return NationalReview(**(defaults | fields))


def a_report(id: str = "alt-1", review: str = "vnr-kenya", **fields: Any) -> AlternativeReport:
    """Return an alternative report by a union."""
    link = f"https://example.org/{id}"
    defaults = {"id": id, "review": review, "author": "unions", "title": text("What workers see"), "link": link}
    return AlternativeReport(**(defaults | fields))


def a_recommendation(id: str = "rec-1", review: str = "vnr-kenya", **fields: Any) -> Recommendation:
    """Return a recommendation by Peru."""
    defaults = {"id": id, "review": review, "made_by": "peru", "text": text("Recognise skills")}
    return Recommendation(**(defaults | fields))


def a_review_forum(*reviews: NationalReview, settings: dict[str, Any] | None = None, **fields: Any) -> Forum:
    """Return a forum of a day with two periods for reviews, one room, eight States and two organisations."""
    unions = a_participant("unions", "stakeholder"), a_participant("diaspora", "stakeholder")
    regions = {state: (f"un.{REGIONS.get(state, 'asia-pacific')}",) for state in STATES}
    defaults = {
        "kinds": (a_kind("vnr", mode=Mode.THROUGHOUT), a_kind(), a_kind("plenary", Standing.ALONE)),
        "periods": (
            a_period("am", kinds=("vnr", "round-table")),
            a_period("pm", "15:00", "18:00", kinds=("vnr", "plenary")),
        ),
        "rooms": (a_room("r1"), a_room("r2")),
        "classes": (a_class("state", delegation=True), a_class("stakeholder", interspersed=True)),
        "participants": (*(a_participant(state, regions=regions[state], people=9) for state in STATES), *unions),
        "people": (a_person("ana", "chile"), a_person("wanjiru", "kenya")),
        "sessions": (a_session("rt", "round-table", 60), a_session("debate", "plenary", 60)),
        "reviews": ReviewSettings(**({"kind": "vnr", "presentation_minutes": 8} | (settings or {}))),
        "national_reviews": reviews,
    }
    return a_forum(**(defaults | fields))


def at(day: int, hour: int = 9) -> dt.datetime:
    """Return a time in October 2025."""
    return dt.datetime(2025, 10, day, hour)
