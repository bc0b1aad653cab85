"""An example of every cell of the tables of rotation, reviews and papers."""

from __future__ import annotations

from collections.abc import Mapping

Example = Mapping[str, str]
"""What one row says by column, as text."""

REVIEW_EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "editions": (
        {
            "year": "2022",
            "label": "IMRF 2022",
            "opens_set": "yes",
            "has_focus": "yes",
            "source": "A/RES/73/326",
            "confidence": "verified",
        },
    ),
    "past_reviews": (
        {"year": "2022", "objective": "18", "depth": "in-depth", "source": "A/RES/73/326", "confidence": "verified"},
    ),
    "interlinks": ({"first": "18", "second": "2", "weight": "3", "source": "Round tables of 2022"},),
    "evidence": (
        {
            "id": "input-1",
            "objective": "18",
            "source": "stakeholder",
            "says": "Skills are seldom recognised across borders",
            "urgency": "4",
            "made_by": "global-unions",
            "made_at": "2026-01-15",
            "link": "https://example.org/input-1",
        },
    ),
    "rotation_pins": ({"objective": "18", "year": "2030", "in_focus": "yes", "reason": "Decided by the Bureau"},),
    "region_schemes": ({"id": "un", "label": "Five groups of the United Nations", "source": "A/RES/33/138"},),
    "regional_reviews": (
        {
            "id": "escap-2025",
            "title": "Regional review of Asia and the Pacific",
            "regions": "un.asia-pacific",
            "start": "2025-02-04",
            "end": "2025-02-06",
            "place": "Bangkok",
            "session": "debate",
            "link": "https://example.org/escap-2025",
            "source": "Regional commission",
            "confidence": "memory",
        },
    ),
    "regional_results": (
        {
            "review": "escap-2025",
            "objective": "18",
            "finding": "Recognition of skills lags behind",
            "urgency": "5",
            "link": "https://example.org/escap-2025#18",
        },
    ),
    "national_reviews": (
        {
            "id": "vnr-mexico",
            "participant": "mexico",
            "stage": "announced",
            "announced_at": "2025-10-01 09:00",
            "last_presented": "2022",
            "first_call": "no",
            "presenter": "ruiz",
            "minutes": "30",
            "civil_society": "confirmed",
            "panel": "panel-1",
            "available": "2026-05-05 10:00-13:00",
            "objectives": "18",
            "report": "https://example.org/vnr-mexico",
            "report_due": "2026-04-01",
            "progress": "Skills of returning migrants are recognised",
            "follow_up": "2027-05-01",
            "next_review": "2030",
        },
    ),
    "alternative_reports": (
        {
            "id": "alt-1",
            "review": "vnr-mexico",
            "author": "global-unions",
            "title": "What workers see",
            "link": "https://example.org/alt-1",
            "submitted_at": "2026-04-10",
            "asks_floor": "yes",
            "reply": "https://example.org/alt-1-reply",
        },
    ),
    "recommendations": (
        {
            "id": "rec-1",
            "review": "vnr-mexico",
            "made_by": "global-unions",
            "text": "Recognise skills learnt at work",
            "objectives": "18",
            "response": "accepted",
            "response_text": "A register is being set up",
            "follow_up": "2027-05-01",
            "done": "no",
        },
    ),
    "preparations": (
        {
            "id": "workshop-1",
            "kind": "national-workshop",
            "title": "National workshop on skills",
            "start": "2026-02-10 10:00",
            "end": "2026-02-10 17:00",
            "timezone": "America/Mexico_City",
            "place": "Mexico City",
            "regions": "un.latin-america",
            "organisers": "mexico",
            "stream": "https://example.org/stream",
            "link": "https://example.org/workshop-1",
        },
    ),
    "documents": (
        {
            "id": "questions-debate",
            "kind": "guiding-questions",
            "title": "Guiding questions for the debate",
            "sessions": "debate",
            "of_session": "opening",
            "drafters": "mexico; global-unions",
            "consulted_from": "2026-02-01",
            "consulted_until": "2026-02-28",
            "version": "2",
            "published_on": "2026-03-15",
            "link": "https://example.org/questions",
        },
    ),
    "agenda_items": ({"session": "debate", "number": "1", "title": "Skills across borders"},),
    "pledges": (
        {
            "id": "pledge-1",
            "kind": "pledge",
            "text": "A register of skills by 2028",
            "made_by": "mexico",
            "session": "debate",
            "objectives": "18",
            "forwarded_to": "HLPF 2026; GFMD 2027",
            "link": "https://example.org/pledge-1",
        },
    ),
}
"""Rows by table."""

REVIEW_SETTINGS: Example = {
    "rotation.kind": "plenary",
    "rotation.years_between": "4",
    "rotation.focus_least": "6",
    "rotation.focus_most": "8",
    "rotation.fixed": "18",
    "rotation.shortest_gap": "2",
    "rotation.longest_gap": "4",
    "rotation.spread": "1",
    "rotation.set_editions": "3",
    "rotation.weight_regional_review": "3",
    "rotation.weight_secretary_general": "2",
    "rotation.weight_indicator": "2",
    "rotation.weight_stakeholder": "2",
    "rotation.weight_special_procedure": "1",
    "rotation.inputs_open": "2025-11-01",
    "rotation.inputs_close": "2026-01-31",
    "rotation.round_tables": "4",
    "rotation.size_slack": "1",
    "rotation.stability": "1",
    "rotation.focus_minutes": "10",
    "reviews.kind": "plenary",
    "reviews.capacity": "42",
    "reviews.first_minutes": "30",
    "reviews.again_minutes": "20",
    "reviews.presentation_minutes": "10",
    "reviews.civil_society_minutes": "5",
    "reviews.reply_minutes": "3",
    "reviews.first_alone": "yes",
    "reviews.panel_least": "3",
    "reviews.panel_most": "4",
    "reviews.report_due": "2026-04-01",
    "reviews.follow_up_months": "12",
    "reviews.region_scheme": "un",
}
"""Cells of the settings."""
