"""The plan of national reviews as a JSON file beside its forum: the same bytes for the same plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.review_plan import ReviewPlan
from scheduler.formats.json_file import Misfit, beside, objects, read_value, twice, value_text
from scheduler.formats.limits import Limits

FILE = "reviews.json"
ANEW = "Write the plan anew with forum reviews."


def reviews_path(forum_path: Path) -> Path:
    """Return where the plan of a forum's reviews is kept: in its folder, or beside the file that holds it."""
    return beside(forum_path, FILE)


def reviews_plan_text(plan: ReviewPlan) -> str:
    """Return the text of a plan's file, which depends on nothing but the plan."""
    return value_text(plan)


def read_reviews(path: Path, forum: Forum, limits: Limits | None = None) -> ReviewPlan:
    """Read a plan of this forum, or raise every fault of the file; reviews that are gone since are no fault of it."""
    return read_value(path, ReviewPlan, forum.uid, _misfits, limits, "plan of reviews", ANEW)


def _misfits(data: dict[str, Any]) -> Iterator[Misfit]:
    seen: dict[str, str] = {}
    for path, panel in objects(data, "panels"):
        reviews = panel.get("reviews")
        for review in reviews if isinstance(reviews, list) else ():
            yield from twice(seen, str(review), f"{path}.reviews", f"Review {str(review)[:80]} is in a second panel.")
