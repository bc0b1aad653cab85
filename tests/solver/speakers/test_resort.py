"""Turns exchanged in a list that no pattern gave, by hand."""

import pytest

from solver.speakers.problem import Intervention, Mode, Problem
from solver.speakers.resort import evened

FLOOR = ((0, 3600),)


def state(protocol: int, seconds: int = 180, **more: object) -> Intervention:
    return Intervention(seconds, False, (protocol,), **more)


def stakeholder(protocol: int, seconds: int = 180) -> Intervention:
    return Intervention(seconds, True, (protocol,))


def given(*interventions: Intervention, mode: Mode = Mode.THROUGHOUT) -> Problem:
    return Problem(interventions, FLOOR, mode)


def test_the_interspersed_have_turns_as_far_apart_as_can_be_and_each_side_goes_by_protocol() -> None:
    problem = given(state(3), state(2), state(1), state(4), stakeholder(2), stakeholder(1))
    assert evened(problem, [0, 1, 2, 3, 4, 5]) == [2, 5, 1, 0, 4, 3]


def test_only_speakers_who_are_as_long_exchange_their_turns() -> None:
    problem = given(state(2), state(9, 300), state(1), stakeholder(1, 300))
    assert evened(problem, [0, 3, 2, 1]) == [2, 1, 0, 3]


def test_who_is_bound_to_hours_pinned_or_of_the_opening_stays() -> None:
    bound = state(9, windows=((0, 900),)), state(8, place=2), state(7, opening=True)
    problem = given(*bound, state(2), state(1))
    assert evened(problem, [2, 1, 0, 3, 4]) == [2, 1, 0, 4, 3]


@pytest.mark.parametrize(("mode", "order"), [(Mode.NONE, [2, 0, 1]), (Mode.RESERVED, [0, 1, 2])])
def test_where_nobody_is_interspersed_protocol_alone_or_the_reserved_at_the_end_hold(
    mode: Mode, order: list[int]
) -> None:
    problem = given(state(2), state(3), stakeholder(1), mode=mode)
    assert evened(problem, [2, 1, 0]) == order
