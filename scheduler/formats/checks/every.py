"""Every check over a whole forum, in the order its faults are listed in before they are sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection

from scheduler.formats.checks import (
    delegations,
    giving,
    logged,
    names,
    papers,
    people,
    placing,
    preferences,
    requests,
    reviews,
    rotation,
    sessions,
    times,
    twice,
    unnamed,
)
from scheduler.formats.draft import Draft
from scheduler.formats.limits import STANDARD, Limits

CHECKS: tuple[Callable[[Draft], None], ...] = (
    names.check_keys,
    names.check_references,
    names.check_zones,
    names.check_languages,
    times.check_settings,
    times.check_dates,
    times.check_clock_changes,
    times.check_order,
    sessions.check_rooms,
    sessions.check_wishes,
    sessions.check_floor,
    sessions.check_ties,
    sessions.check_pins,
    placing.check_kinds,
    placing.check_windows,
    placing.check_pinned_order,
    placing.check_pinned_rooms,
    people.check_roles,
    people.check_requests,
    people.check_places,
    people.check_focal_points,
    unnamed.check_titles,
    requests.check_requests,
    preferences.check_preferences,
    preferences.check_similar_themes,
    giving.check_role_places,
    giving.check_choices,
    giving.check_shares,
    giving.check_balances,
    giving.check_marks,
    giving.check_proposals,
    logged.check_log,
    logged.check_windows,
    logged.check_lot,
    rotation.check_policy,
    rotation.check_history,
    rotation.check_inputs,
    rotation.check_openness,
    papers.check_documents,
    papers.check_outcomes,
    papers.check_regional_reviews,
    papers.check_regions,
    papers.check_preparations,
    papers.check_interlinks,
    reviews.check_review_settings,
    reviews.check_national_reviews,
    reviews.check_review_stages,
    reviews.check_recommendations,
    reviews.check_alternative_reports,
    delegations.check_unclear,
    delegations.check_delegations,
    twice.check_lists,
    twice.check_people,
    twice.check_participants,
)


def check_draft(draft: Draft, known_rules: Collection[str] | None = None, limits: Limits = STANDARD) -> None:
    """Note every fault of a draft that shows only when its tables are read together, until there are too many."""
    for check in CHECKS:
        if len(draft.faults) > limits.faults:
            return
        check(draft)
    names.check_rules(draft, known_rules or ())
