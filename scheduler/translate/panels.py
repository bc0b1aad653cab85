"""Reviews become States that share panels, and panels get names again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scheduler.clock import period_minutes, window_minutes
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview
from scheduler.domain.review_plan import Panel
from scheduler.translate.windows import common, merged
from solver.panels import problem as solver


@dataclass(frozen=True)
class PanelsTranslation:
    """A panels problem with what is needed to read its answers."""

    problem: solver.Problem
    reviews: tuple[NationalReview, ...]
    names: tuple[str, ...]

    def panels(self, found: solver.Panels) -> tuple[Panel, ...]:
        """Name panels: those that have a name keep it, and a new one takes the next free number."""
        names, taken = list(self.names), 0
        for index in sorted(set(found)):
            while index >= len(names):
                taken += 1
                if f"panel-{taken}" not in names:
                    names.append(f"panel-{taken}")
        members: dict[int, list[str]] = {index: [] for index in sorted(set(found))}
        for review, index in zip(self.reviews, found, strict=True):
            members[index].append(review.id)
        return tuple(Panel(id=names[index], reviews=tuple(own)) for index, own in members.items())


def panels_problem(
    forum: Forum, reviews: Sequence[NationalReview], minutes: Mapping[str, int], before: Mapping[str, str]
) -> PanelsTranslation:
    """Translate reviews that share panels; ``before`` is the panel of each in an earlier plan."""
    kept = [review.panel for review in reviews]
    named = [before.get(review.id) for review in reviews]
    names = tuple(sorted({name for name in (*kept, *named) if name is not None}, key=_counting))
    index = {name: place for place, name in enumerate(names)}
    regions = [region_of_review(forum, review) for review in reviews]
    areas = {region: place for place, region in enumerate(dict.fromkeys(filter(None, regions)))}
    problem = solver.Problem(
        regions=tuple(areas.get(region or "") for region in regions),
        least=min(forum.reviews.panel_least, forum.reviews.panel_most),
        most=forum.reviews.panel_most,
        before=tuple(index.get(name or "") for name in named),
        kept=tuple(index.get(name or "") for name in kept),
        periods=tuple(_periods(forum, review, minutes[review.id]) for review in reviews),
    )
    return PanelsTranslation(problem, tuple(reviews), names)


def _counting(name: str) -> tuple[str, int, str]:
    """Return what puts panel-2 before panel-10."""
    word = name.rstrip("0123456789")
    return word, int(name[len(word) :] or 0), name


def region_of_review(forum: Forum, review: NationalReview) -> str | None:
    """Return the region a State stands for, by the scheme panels are mixed by."""
    scheme = f"{forum.reviews.region_scheme}."
    participant = forum.participant_by_id.get(review.participant)
    return next((region for region in participant.regions if region.startswith(scheme)), None) if participant else None


def _periods(forum: Forum, review: NationalReview, minutes: int) -> frozenset[int] | None:
    """Return the periods a review can stand in, or None where nothing binds it, or nothing could."""
    person = forum.person_by_id.get(review.presenter or "")
    stated: list[tuple[Window, ...]] = [w for w in (review.available, person.available if person else ()) if w]
    if not stated:
        return None
    hours = [merged(window_minutes(forum, window) for window in windows) for windows in stated]
    free = hours[0] if len(hours) == 1 else common(*hours)
    found = frozenset(
        place
        for place, period in enumerate(forum.periods)
        if forum.reviews.kind in period.kinds
        and any(end - start >= minutes for start, end in common([period_minutes(forum, period)], free))
    )
    return found or None
