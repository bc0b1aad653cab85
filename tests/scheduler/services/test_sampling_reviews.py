"""The sample of 47 reviews from four regions is solved: panels are mixed, questions interspersed."""

from collections import Counter
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.domain.forum import Forum
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.publish.programme_text import programme
from scheduler.samples import sample_path
from scheduler.services.planning import plan
from scheduler.services.reviews.planning import review_plan
from scheduler.services.reviews.programme import with_reviews
from scheduler.services.sampling.reviews import reviews_forum
from scheduler.services.sampling.write_fixtures import REVIEWS, SEED
from scheduler.translate.panels import region_of_review
from solver.result import Limits


@cache
def sample() -> Forum:
    return read_forum(sample_path(REVIEWS))


@cache
def solved() -> tuple[Forum, Agenda]:
    forum = with_reviews(sample())
    planned = plan(forum, Limits(wall_seconds=120))
    assert planned.agenda is not None
    assert (planned.outcome, planned.agenda.score) == (Outcome.OPTIMAL, 0)
    return forum, planned.agenda


def test_the_committed_sample_is_what_the_generator_writes(tmp_path: Path) -> None:
    write_forum(reviews_forum(SEED), tmp_path)
    committed = {path.name: path.read_bytes() for path in sample_path(REVIEWS).iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == committed


def test_it_has_47_reviews_from_four_regions_in_panels_without_two_of_one_region() -> None:
    forum = sample()
    regions = Counter(region_of_review(forum, review) for review in forum.national_reviews)
    assert (sum(regions.values()), set(regions)) == (
        47,
        {"un.african", "un.asia-pacific", "un.grulac", "un.weog"},
    )
    found = review_plan(forum)
    assert (found.outcome, found.short, found.same_region) == (Outcome.OPTIMAL, 0, 0)
    assert {len(panel.reviews) for panel in found.panels} == {3, 4}


def test_every_review_is_placed_and_panels_follow_each_other_in_one_room() -> None:
    forum, agenda = solved()
    assert {review.id for review in forum.national_reviews} - set(agenda.placements_of) == set()
    for panel in review_plan(sample()).panels:
        places = [agenda.placements_of[review][0] for review in panel.reviews]
        assert len({(place.period, place.room) for place in places}) == 1
        assert all(0 <= (after.start - place.end).total_seconds() <= 300 for place, after in pairwise(places))


def test_questions_of_states_and_stakeholders_are_interspersed() -> None:
    forum, agenda = solved()
    requests = {request.id: request for request in forum.requests}
    authors = {report.id for report in forum.alternative_reports}
    runs = []
    for speakers in agenda.lists:
        asked = [requests[turn.request] for turn in speakers.interventions if turn.request not in authors]
        kinds = [forum.participant_by_id[request.participant].participant_class for request in asked]
        assert set(kinds) == {"member_state", "stakeholder"}
        runs += [len(list(run)) for _, run in groupby(kinds)]
    assert max(runs) <= 2


def test_the_programme_shows_every_review_once_with_its_room() -> None:
    forum, agenda = solved()
    lines = [line.strip() for line in programme(forum, agenda).splitlines()]
    expected = []
    for review in sample().national_reviews:
        room = forum.room_by_id[agenda.placements_of[review.id][0].room].name.of("en")
        expected.append(f"Voluntary national review, {room} [{review.id}]")
    assert [lines.count(line) for line in expected] == [1] * 47
