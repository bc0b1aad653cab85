"""The JSON Schema of what is read, a forum, its tables, an agenda, a selection, and of the participation report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.review_plan import ReviewPlan
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.domain.selection import Selection
from scheduler.formats.columns import tables
from scheduler.services.participation.report import Participation

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """Return one schema a concept, by name: what is written beside a forum, the report, and the rows."""
    rows = {name: table.model for name, table in tables().items()}
    models: dict[str, type[BaseModel]] = {
        "forum": Forum,
        "agenda": Agenda,
        "selection": Selection,
        "rotation": RotationPlan,
        "reviews": ReviewPlan,
        "participation": Participation,
        **rows,
    }
    return {name: {"$schema": _DIALECT, **model.model_json_schema(by_alias=True)} for name, model in models.items()}
