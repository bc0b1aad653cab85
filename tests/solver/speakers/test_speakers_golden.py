"""Lists that were made by hand."""

from __future__ import annotations

from fractions import Fraction

from solver.result import Limits, Status
from solver.speakers.problem import Intervention, Mode, Problem
from solver.speakers.solution import SpeakersResult
from solver.speakers.solve import solve

HOUR = 3600


def state(number: int, minutes: int = 3, **more: object) -> Intervention:
    return Intervention(minutes * 60, False, (number,), **more)  # type: ignore[arg-type]


def stakeholder(number: int, minutes: int = 3, **more: object) -> Intervention:
    return Intervention(minutes * 60, True, (number,), **more)  # type: ignore[arg-type]


def solved(problem: Problem) -> tuple[SpeakersResult, list[int]]:
    result = solve(problem, Limits())
    assert result.solution is not None
    return result, [turn.intervention for turn in result.solution.turns]


def sides(problem: Problem, order: list[int]) -> str:
    return "".join("+" if problem.interventions[i].interspersed else "." for i in order)


def test_one_stakeholder_among_forty_states_speaks_in_the_middle() -> None:
    problem = Problem((*(state(n) for n in range(40)), stakeholder(0)), ((0, 3 * HOUR),))
    result, order = solved(problem)
    assert order == [*range(20), 40, *range(20, 40)]
    assert result.status is Status.OPTIMAL
    assert [turn.start for turn in result.solution.turns][19:22] == [19 * 180, 20 * 180, 21 * 180]  # type: ignore[union-attr]


def test_three_stakeholders_over_four_sittings_are_as_even_as_the_cap_allows() -> None:
    stretches = tuple((n * 4 * HOUR, n * 4 * HOUR + 30 * 60) for n in range(4))
    problem = Problem((*(state(n) for n in range(37)), *(stakeholder(n) for n in range(3))), stretches)
    result, order = solved(problem)
    assert result.status is Status.OPTIMAL
    assert [level.value for level in result.levels[:3]] == [0, 0, 0]
    assert [n + 1 for n, i in enumerate(order) if i >= 37] in ([9, 20, 31], [10, 21, 32])
    assert result.level("largest-deviation").value == Fraction(27, 40) * 180


def test_a_majority_of_stakeholders_is_broken_evenly_by_states() -> None:
    problem = Problem((*(state(n) for n in range(2)), *(stakeholder(n) for n in range(7))), ((0, HOUR),))
    result, order = solved(problem)
    assert sides(problem, order) == "++.+++.++"
    assert result.status is Status.OPTIMAL


def test_groups_speak_first_and_longer() -> None:
    groups = [state(n, 5, group=True) for n in range(2)]
    states = [state(n, 2) for n in range(5)]
    problem = Problem((*states, *groups, stakeholder(0, 2)), ((0, HOUR),), groups_first=True)
    _, order = solved(problem)
    assert order == [5, 6, 7, 0, 1, 2, 3, 4]


def test_all_windows_in_the_morning_put_stakeholders_there_and_say_so() -> None:
    stretches = ((0, 30 * 60), (2 * HOUR, 2 * HOUR + 30 * 60))
    present = ((0, HOUR),)
    guests = [stakeholder(n, windows=present) for n in range(4)]
    problem = Problem((*(state(n) for n in range(16)), *guests), stretches)
    result, order = solved(problem)
    assert sides(problem, order[:10]).count("+") == 4
    assert result.level("sitting-share").value == 4
    assert result.level("sitting-share").proven
    assert result.level("sitting-share").because == (18, 19)


def test_pinned_first_and_third_stand_there_and_are_not_counted() -> None:
    problem = Problem(
        (*(state(n) for n in range(6)), stakeholder(0), stakeholder(1, place=1), stakeholder(2, place=3)), ((0, HOUR),)
    )
    _, order = solved(problem)
    assert order == [7, 0, 8, 1, 2, 6, 3, 4, 5]


def test_a_minister_who_leaves_at_half_past_eleven_speaks_before() -> None:
    minutes = 60
    states = [state(n) for n in range(59)]
    states[50] = state(50, windows=((0, 90 * minutes),))
    problem = Problem(tuple(states), ((0, 180 * minutes),), mode=Mode.NONE)
    result, order = solved(problem)
    assert order == [*range(29), 50, *range(29, 50), *range(51, 59)]
    assert result.level("protocol-order").value == 21 * 21 + 21


def test_reserved_places_are_kept_and_other_stakeholders_follow_at_the_end() -> None:
    problem = Problem(
        (stakeholder(0), stakeholder(1, place=2), *(state(n) for n in range(3))), ((0, HOUR),), mode=Mode.RESERVED
    )
    result, order = solved(problem)
    assert order == [2, 1, 3, 4, 0]
    assert result.report is not None
    assert result.report.line("reserved-places").amount == 1


def test_the_opening_segment_comes_first_in_protocol_order_and_is_not_counted() -> None:
    opening = [state(0, opening=True), stakeholder(1, opening=True), state(2, opening=True)]
    problem = Problem((*(state(n) for n in range(4)), *opening, stakeholder(0)), ((0, HOUR),), mode=Mode.AFTER_OPENING)
    _, order = solved(problem)
    assert order == [4, 5, 6, 0, 1, 7, 2, 3]


def test_a_pinned_speaker_who_opens_a_sitting_takes_nothing_from_its_share() -> None:
    interventions = (*map(state, range(3)), stakeholder(0), stakeholder(1), state(9, place=4))
    problem = Problem(interventions, ((0, 540), (1000, 1540)))
    result, order = solved(problem)
    assert order == [0, 3, 1, 5, 4, 2]
    assert result.status is Status.OPTIMAL
