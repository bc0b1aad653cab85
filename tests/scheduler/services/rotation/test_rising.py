"""What was reviewed longest ago, reported least or progressed least rises, and nothing can fall out."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.rotation import Depth, Edition, Evidence, EvidenceSource, PastReview, RotationPin
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.formats.reading import read_forum
from scheduler.publish.rotation_reasons import reasons_lines, reasons_markup
from scheduler.samples import sample_path
from scheduler.services.rotation.planning import rotate
from scheduler.services.rotation.reasons import Reasons
from solver.result import Limits

ALL = range(1, 24)


@pytest.fixture(scope="module")
def imrf() -> Forum:
    """Return a forum in which nothing tells one objective from another, three in focus each time."""
    forum = read_forum(sample_path("imrf-2026"))
    policy = forum.rotation.model_copy(update={"focus_least": 3, "focus_most": 3})
    return forum.model_copy(
        update={
            "rotation": policy,
            "editions": (Edition(year=2018), Edition(year=2022)),
            "past_reviews": (),
            "regional_results": (),
            "national_reviews": (),
        }
    )


def changed(forum: Forum, **fields: object) -> Forum:
    return forum.model_copy(update=fields)


def with_policy(forum: Forum, **policy: object) -> Forum:
    return changed(forum, rotation=forum.rotation.model_copy(update=policy))


def next_focus(forum: Forum) -> set[int]:
    return set(plan_of(forum, 1).editions[0].focus)


def plan_of(forum: Forum, editions: int) -> RotationPlan:
    plan = rotate(forum, editions, None, Limits()).plan
    assert plan is not None
    return plan


def in_depth(year: int, numbers: object) -> tuple[PastReview, ...]:
    return tuple(PastReview(year=year, objective=n, depth=Depth.IN_DEPTH) for n in numbers)  # type: ignore[attr-defined]


def urgent(numbers: Iterable[int], urgency: int = 10) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(id=f"e{n}", objective=n, source=EvidenceSource.INDICATOR, says="Progress has stalled", urgency=urgency)
        for n in numbers
    )


@pytest.mark.parametrize("rising", [{5, 14, 22}, {1, 2, 3}, {21, 22, 23}])
def test_what_was_reviewed_longest_ago_rises(imrf: Forum, rising: set[int]) -> None:
    past = (*in_depth(2018, rising), *in_depth(2022, set(ALL) - rising))
    assert next_focus(changed(imrf, past_reviews=past)) == rising


@pytest.mark.parametrize("rising", [{5, 14, 22}, {1, 2, 3}, {21, 22, 23}])
def test_what_was_reported_least_rises(imrf: Forum, rising: set[int]) -> None:
    told = tuple(PastReview(year=2022, objective=n, depth=Depth.REVIEWED) for n in sorted(set(ALL) - rising))
    assert next_focus(changed(imrf, past_reviews=told)) == rising
    assert next_focus(changed(imrf, past_reviews=told[:0])) == next_focus(with_policy(imrf, weight_reported_least=0))


@pytest.mark.parametrize("rising", [{5, 14, 22}, {1, 2, 3}, {21, 22, 23}])
def test_what_progressed_least_rises(imrf: Forum, rising: set[int]) -> None:
    evidence = (*urgent(sorted(rising), 6), *urgent(sorted(set(ALL) - rising), 3))
    assert next_focus(changed(imrf, evidence=evidence)) == rising


def test_nothing_falls_out_however_strongly_all_else_is_spoken_for(imrf: Forum) -> None:
    """Objective 9 has no evidence and the most reports; all others speak as strongly as they can."""
    told = tuple(PastReview(year=2022, objective=9, depth=Depth.REVIEWED) for _ in range(9))
    against = changed(imrf, evidence=urgent(sorted(set(ALL) - {9})), past_reviews=told)
    forum = with_policy(against, focus_least=6, focus_most=6, spread=10)
    plan = plan_of(forum, 6)
    assert [edition.year for edition in plan.editions if 9 in edition.focus] == []
    gap = 6
    plan = plan_of(with_policy(forum, longest_gap=gap), 6)
    years = [2018 - 4, *(edition.year for edition in plan.editions if 9 in edition.focus), plan.editions[-1].year + 4]
    assert max(later - earlier for earlier, later in pairwise(years)) <= 4 * gap
    levelled = plan_of(with_policy(against, focus_least=6, focus_most=6), 6)
    assert [n for n in ALL if not any(n in edition.focus for edition in levelled.editions[:4])] == []


def test_each_objective_in_focus_is_told_with_sources_weights_and_links(imrf: Forum) -> None:
    evidence = (
        Evidence(
            id="e1",
            objective=7,
            source=EvidenceSource.SPECIAL_PROCEDURE,
            says="Deaths in transit rise",
            urgency=9,
            made_at=dt.date(2026, 1, 10),
            link="https://example.org/report",
        ),
        Evidence(
            id="e2",
            objective=7,
            source=EvidenceSource.MIGRANT_NETWORK,
            says="Too late",
            urgency=10,
            made_at=dt.date(2026, 3, 1),
            link="https://example.org/late",
        ),
    )
    pins = (RotationPin(objective=12, year=2026, reason="General Assembly, 2025"),)
    policy = imrf.rotation.model_copy(
        update={
            "focus_least": 2,
            "focus_most": 2,
            "spread": 10,
            "inputs_open": dt.date(2026, 1, 1),
            "inputs_close": dt.date(2026, 2, 1),
        }
    )
    past = in_depth(2018, [7])
    found = rotate(
        changed(imrf, rotation=policy, evidence=evidence, rotation_pins=pins, past_reviews=past), 2, None, Limits()
    ).reasons
    assert isinstance(found, Reasons)
    assert [one.objective for one in found.objectives] == [7, 12]
    assert [" ".join(line.split()) for line in reasons_lines(found)] == [
        "Why in depth in 2026 (points of urgency decide where the policy leaves a choice):",
        "7 Reduce vulnerabilities: last reviewed in depth in 2018, 8 years before, 1 in all; 1 input (18 points); "
        "urgency 18.",
        "- special-procedure (2026-01-10): Deaths in transit rise [urgency 9 x weight 2 = 18 points] "
        "https://example.org/report",
        "12 Screening and referral: pinned (General Assembly, 2025); never reviewed in depth; "
        "1 report fewer than the most (1 point); urgency 1.",
        "Call for inputs, open from 2026-01-01 until 2026-02-01: 1 special-procedure counted; 1 came outside it and "
        "counts for nothing:",
        "- objective 7, migrant-network (2026-03-01): Too late [came after the call closed on 2026-02-01] "
        "https://example.org/late",
    ]
    page = str(reasons_markup(found))
    assert "<strong>7 Reduce vulnerabilities:</strong> last reviewed" in page
    assert 'href="https://example.org/report"' in page
    assert 'href="https://example.org/late"' in page
