"""A forum's policy and history as a rotation problem."""

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.rotation import Depth, Edition, PastReview, RotationPin
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.translate.rotation import rotation_problem, years_of
from solver.rotation.problem import Cycle, Problem


@pytest.fixture(scope="module")
def imrf() -> Forum:
    return read_forum(sample_path("imrf-2026"))


def with_policy(forum: Forum, **policy: object) -> Forum:
    return forum.model_copy(update={"rotation": forum.rotation.model_copy(update=policy)})


def problem_of(forum: Forum, **policy: object) -> Problem:
    return rotation_problem(with_policy(forum, **policy), 2).problem


def test_sizes_count_what_rotates_and_no_edition_is_asked_for_more_than_there_is(imrf: Forum) -> None:
    without, *planned = problem_of(imrf).cycles
    assert without == Cycle(0, 0)
    assert planned == [Cycle(23, None)] * 2
    assert problem_of(imrf, fixed=(17, 23)).cycles[1] == Cycle(21, None)
    assert problem_of(imrf, focus_least=30, focus_most=40).cycles[1] == Cycle(23, 40)
    assert problem_of(imrf, focus_least=4).cycles[1] == Cycle(4, None)
    assert problem_of(imrf, focus_most=9).cycles[1] == Cycle(0, 9)


def test_sets_begin_where_one_was_opened_else_with_this_edition(imrf: Forum) -> None:
    assert problem_of(imrf, set_editions=2).sets == ((1, 3),)
    opened = imrf.model_copy(update={"editions": (Edition(year=2022, opens_set=True),)})
    assert problem_of(opened, set_editions=2).sets == ((0, 2), (2, 4))
    assert problem_of(opened).sets == ()


def test_this_edition_is_planned_until_it_has_taken_place_or_later_ones_have(imrf: Forum) -> None:
    def years(*past: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return years_of(imrf.model_copy(update={"editions": tuple(Edition(year=year) for year in past)}), 2)

    assert years() == ((), (2026, 2030))
    assert years(2020, 2012) == ((2012, 2020), (2026, 2030))
    assert years(2022, 2026) == ((2022, 2026), (2030, 2034))
    assert years(2029) == ((2029,), (2033, 2037))


def test_what_was_reviewed_in_depth_and_what_is_pinned_of_the_editions_to_come(imrf: Forum) -> None:
    reviews = (
        PastReview(year=2022, objective=3, depth=Depth.IN_DEPTH),
        PastReview(year=2022, objective=4, depth=Depth.REVIEWED),
    )
    pins = (
        RotationPin(objective=3, year=2022),
        RotationPin(objective=3, year=2030),
        RotationPin(objective=4, year=2026, in_focus=False),
        RotationPin(objective=4, year=2050),
    )
    forum = imrf.model_copy(update={"past_reviews": reviews, "rotation_pins": pins, "evidence": ()})
    third, fourth = rotation_problem(with_policy(forum, weight_reported_least=0), 2).problem.objectives[2:4]
    assert (third.reviewed, third.wanted, third.unwanted, third.urgency) == ({0}, {2}, frozenset(), 1)
    assert (fourth.reviewed, fourth.wanted, fourth.unwanted) == (frozenset(), frozenset(), {1})
