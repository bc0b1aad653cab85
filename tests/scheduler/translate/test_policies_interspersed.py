"""Interspersal holds over every ordering policy where the mode of a session asks for it, and over none where not."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency
from scheduler.domain.request import Rank
from scheduler.domain.session import Mode, Policy
from scheduler.translate.speakers import speakers_problem
from solver.result import Limits
from solver.speakers.measure import LEVELS, measure
from solver.speakers.problem import Problem
from solver.speakers.solution import SpeakersResult
from solver.speakers.solve import solve
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_placement,
    a_request,
    a_session,
    text,
)
from tests.solver.speakers.brute import best_vector

Wish = tuple[str, bool, int, str | None, int, bool, int | None]
"""Id, whether a stakeholder's, region or constituency, rank, day it came, whether for the first time, pinned place."""

EVEN = LEVELS.index("largest-deviation") + 1
GROUPS = ("north", "south", "east")


def problem_of(wishes: tuple[Wish, ...], policy: Policy, mode: Mode) -> Problem:
    """Return the speakers problem of a session that stands from 10 to 13."""
    kind = a_kind(mode=mode, policy=policy, ranks=False, minutes_interspersed=2)
    groups = tuple(Constituency(id=name, label=text(name)) for name in GROUPS)
    forum = a_forum(
        kinds=(kind,),
        classes=(a_class("state", delegation=True), a_class("stakeholder", interspersed=True, protocol_place=2)),
        ranks=(Rank(id="M", label="Minister", order=1), Rank(id="A", label="Ambassador", order=2)),
        constituencies=groups,
        sessions=(a_session("s1", "round-table", 180, floor_minutes=180, drawn_letter="M"),),
        participants=tuple(
            a_participant(
                id,
                "stakeholder" if guest else "state",
                regions=() if guest else (GROUPS[group],),
                constituency=GROUPS[group] if guest else None,
                flags=("first-time",) if first else (),
            )
            for id, guest, group, _, _, first, _ in wishes
        ),
        requests=tuple(
            a_request(f"q-{id}", id, rank=rank, requested_at=dt.datetime(2026, 2, day), place=place)
            for id, _, _, rank, day, _, place in wishes
        ),
    )
    return translated(forum)


def translated(forum: Forum) -> Problem:
    return speakers_problem(forum, (a_placement("s1", "2026-05-05 10:00", 180),), forum.sessions[0], ()).problem


@cache
def solved(wishes: tuple[Wish, ...], policy: Policy, mode: Mode) -> tuple[Problem, SpeakersResult, tuple[int, ...]]:
    """Return a problem, its solve, and who speaks in what order."""
    problem = problem_of(wishes, policy, mode)
    result = solve(problem, Limits())
    assert result.solution is not None
    return problem, result, tuple(turn.intervention for turn in result.solution.turns)


def many(states: int, stakeholders: int) -> tuple[Wish, ...]:
    """Return wishes of these numbers, times, ranks and groups mixed, the first State pinned to open the list."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return tuple(
        (
            f"{letters[n * 7 % 26]}{n}",
            n >= states,
            n % 3 if n % 4 else 0,
            (None, "A", "M")[n % 3],
            1 + n * 11 % 27,
            n % 5 == 0,
            1 if n == 0 else None,
        )
        for n in range(states + stakeholders)
    )


MANY = many(30, 9)
EACH = pytest.mark.parametrize("policy", list(Policy), ids=lambda policy: policy.value)


@EACH
@pytest.mark.parametrize("mode", [Mode.THROUGHOUT, Mode.AFTER_OPENING], ids=lambda mode: mode.value)
def test_a_mixed_list_is_as_even_as_the_best_possible_under_every_policy(policy: Policy, mode: Mode) -> None:
    problem, result, order = solved(MANY, policy, mode)
    _, other, _ = solved(MANY, Policy.REQUEST_TIME, mode)
    found = result.level("largest-deviation")
    assert (found.value, found.proven) == (other.level("largest-deviation").value, True)
    assert [problem.interventions[turn].interspersed for turn in order[:1]] == [False]
    guests = [place for place, turn in enumerate(order) if problem.interventions[turn].interspersed]
    assert max(b - a for a, b in zip([0, *guests], [*guests, len(order)], strict=True)) <= 5


@EACH
def test_a_mixed_list_keeps_the_policy_inside_each_side(policy: Policy) -> None:
    problem, result, order = solved(MANY, policy, Mode.THROUGHOUT)
    assert result.level("protocol-order").value == 0
    for side in (False, True):
        turns = [problem.interventions[turn] for turn in order]
        keys = [turn.protocol for turn in turns if turn.interspersed is side and turn.place is None]
        assert keys == sorted(keys)


@EACH
@pytest.mark.parametrize("mode", [Mode.NONE, Mode.RESERVED], ids=lambda mode: mode.value)
def test_a_list_that_is_exempt_stands_by_class_and_policy_alone(policy: Policy, mode: Mode) -> None:
    problem, result, order = solved(MANY, policy, mode)
    turns = [problem.interventions[turn] for turn in order]
    assert turns[0].place == 1
    assert [turn.protocol for turn in turns[1:]] == sorted(turn.protocol for turn in turns[1:])
    assert [turn.interspersed for turn in turns] == [False] * 30 + [True] * 9
    assert result.level("largest-deviation").value == 0


def test_policies_put_different_people_into_equally_even_lists() -> None:
    orders, evenness = set(), set()
    for policy in Policy:
        problem, result, order = solved(MANY, policy, Mode.THROUGHOUT)
        orders.add(order)
        assert result.solution is not None
        evenness.add(measure(problem, result.solution).vector[: EVEN + 1])
    assert (len(orders), len(evenness)) == (len(Policy), 1)


WISHES = st.lists(
    st.tuples(st.booleans(), st.integers(0, 2), st.sampled_from((None, "A", "M")), st.integers(1, 4), st.booleans()),
    min_size=2,
    max_size=6,
).map(lambda drawn: tuple((f"{'zmabk'[n % 5]}{n}", *wish, None) for n, wish in enumerate(drawn)))


def best(problem: Problem) -> tuple[Fraction, ...]:
    vector = best_vector(problem)
    assert vector is not None
    return vector[:EVEN]


@settings(max_examples=40, deadline=None)
@given(wishes=WISHES)
def test_no_order_of_few_speakers_is_more_even_than_the_list_of_any_policy(wishes: tuple[Wish, ...]) -> None:
    least = best(problem_of(wishes, Policy.REQUEST_TIME, Mode.THROUGHOUT))
    for policy in Policy:
        problem = problem_of(wishes, policy, Mode.THROUGHOUT)
        result = solve(problem, Limits())
        assert result.solution is not None
        assert measure(problem, result.solution).vector[:EVEN] == least
        assert [level.bound for level in result.levels][:EVEN] == list(least)
