"""Small lists agree with brute force over all orders on the whole vector of levels."""

from __future__ import annotations

import pytest

from tests.solver.speakers.brute import (
    agrees,
    best_vector,
    last_resort_agrees,
    pressed_problem,
    small_problem,
    with_late,
)


@pytest.mark.parametrize("first", range(0, 400, 50))
def test_small_lists_equal_the_best_of_all_orders_and_are_proved(first: int) -> None:
    problems = {seed: small_problem(seed, most=6 if seed % 10 else 7) for seed in range(first, first + 50)}
    assert [seed for seed, problem in problems.items() if not agrees(problem, best_vector(problem))] == []


@pytest.mark.parametrize("first", [0, 75])
def test_lists_with_one_side_pressed_into_a_part_of_the_floor_are_the_best_and_are_proved(first: int) -> None:
    problems = {seed: pressed_problem(seed, most=5) for seed in range(first, first + 75)}
    assert [seed for seed, problem in problems.items() if not agrees(problem, best_vector(problem))] == []


@pytest.mark.parametrize("first", [0, 75])
def test_lists_with_late_speakers_are_the_best_and_are_proved(first: int) -> None:
    seeds = range(first, first + 75)
    problems = [with_late(made(seed, 5), seed) for seed in seeds for made in (small_problem, pressed_problem)]
    assert [n for n, problem in enumerate(problems) if not agrees(problem, best_vector(problem))] == []


@pytest.mark.parametrize("first", [0, 40])
def test_the_last_resort_finds_an_order_exactly_where_there_is_one(first: int) -> None:
    problems = {seed: small_problem(seed, most=5) for seed in range(first, first + 40)}
    assert [seed for seed, problem in problems.items() if not last_resort_agrees(problem, best_vector(problem))] == []
