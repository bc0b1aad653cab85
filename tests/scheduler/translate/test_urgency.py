"""What speaks for an objective, each source by its own weight, in words that may be published."""

import datetime as dt

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.regional_review import RegionalResult, RegionalReview
from scheduler.domain.rotation import Evidence, EvidenceSource, PastReview
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.translate.urgency import inputs_of, missing_reports, reports_of, urgency_of
from tests.scheduler.builders import a_forum, a_participant, a_person, a_request, a_session, text

WEIGHTS = {
    "weight_regional_review": 2,
    "weight_secretary_general": 3,
    "weight_indicator": 5,
    "weight_stakeholder": 7,
    "weight_special_procedure": 11,
}


@pytest.fixture(scope="module")
def imrf() -> Forum:
    forum = read_forum(sample_path("imrf-2026"))
    policy = forum.rotation.model_copy(update=WEIGHTS | {"weight_reported_least": 0})
    return forum.model_copy(update={"rotation": policy, "past_reviews": (), "evidence": ()})


def an_input(source: EvidenceSource, objective: int = 1, **fields: object) -> Evidence:
    return Evidence(id=f"{source.value}-{objective}", objective=objective, source=source, says="It lags", **fields)  # type: ignore[arg-type]


def test_each_source_counts_by_its_own_weight_and_migrant_networks_as_stakeholders(imrf: Forum) -> None:
    evidence = tuple(an_input(source, number) for number, source in enumerate(EvidenceSource, 1))
    assert urgency_of(imrf.model_copy(update={"evidence": evidence})) == {1: 2, 2: 3, 3: 5, 4: 7, 5: 7, 6: 11}


def test_the_first_and_the_last_day_of_a_call_are_of_it(imrf: Forum) -> None:
    days = [dt.date(2025, 10, 31), dt.date(2025, 11, 1), dt.date(2026, 1, 31), dt.date(2026, 2, 1)]
    call = {"inputs_open": days[1], "inputs_close": days[2]}
    evidence = tuple(an_input(EvidenceSource.INDICATOR, n, made_at=day) for n, day in enumerate(days, 1))
    forum = imrf.model_copy(update={"rotation": imrf.rotation.model_copy(update=call), "evidence": evidence})
    assert [item.left_out for item in inputs_of(forum)] == [
        "came before the call opened on 2025-11-01",
        None,
        None,
        "came after the call closed on 2026-01-31",
    ]


def test_reports_of_all_sorts_are_counted_and_what_is_fixed_is_no_measure(imrf: Forum) -> None:
    national = read_forum(sample_path("national-reviews")).national_reviews[0]
    told = tuple(PastReview(year=year, objective=17) for year in (2014, 2018, 2022))
    forum = imrf.model_copy(
        update={
            "past_reviews": (*told, PastReview(year=2022, objective=1)),
            "national_reviews": (national.model_copy(update={"objectives": (1, 2)}),),
        }
    )
    assert reports_of(forum) == {17: 3, 1: 2, 2: 1}
    assert [missing_reports(forum)[number] for number in (17, 1, 2, 3)] == [0, 1, 2, 3]
    fixed = forum.model_copy(update={"rotation": forum.rotation.model_copy(update={"fixed": (17,)})})
    assert [missing_reports(fixed)[number] for number in (17, 1, 2, 3)] == [0, 0, 1, 2]


def test_what_a_regional_review_found_is_an_input_with_its_review_as_its_maker(imrf: Forum) -> None:
    review = RegionalReview(
        id="escap",
        title=text("Asia and the Pacific"),
        regions=("commission.escap",),
        start=dt.date(2025, 2, 3),
        end=dt.date(2025, 2, 5),
        link="https://example.org/review",
    )
    results = (
        RegionalResult(review="escap", objective=7, finding="Deaths rise", urgency=4),
        RegionalResult(review="escap", objective=8, finding="So do these", link="https://example.org/8"),
    )
    forum = imrf.model_copy(update={"regional_reviews": (review,), "regional_results": results})
    first, second = inputs_of(forum)
    assert (first.made_by, first.made_at, first.link) == (
        "Asia and the Pacific",
        dt.date(2025, 2, 5),
        "https://example.org/review",
    )
    assert (first.points, second.link) == (4 * WEIGHTS["weight_regional_review"], "https://example.org/8")
    assert reports_of(forum) == {7: 1, 8: 1}


@pytest.mark.parametrize(("level", "told"), [("named", "Ngo"), ("withheld", "A participant (details withheld)")])
def test_who_made_an_input_is_told_as_far_as_the_person_behind_it_allows(level: str, told: str) -> None:
    forum = a_forum(
        sessions=(a_session(),),
        participants=(a_participant("ngo", "stakeholder"),),
        people=(a_person("ana", "ngo", publication=level),),
        requests=(a_request("q1", "ngo", person="ana"),),
        evidence=(an_input(EvidenceSource.STAKEHOLDER, made_by="ngo"),),
    )
    assert [item.made_by for item in inputs_of(forum)] == [told]
