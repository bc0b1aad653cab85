"""Every rule of a timetable means the same to the checker and to the model."""

from dataclasses import replace
from random import Random

import pytest

from solver import engine
from solver.engine import Verdict
from solver.rule import Level, Setting
from solver.timetable.build import ABSENT, build, count_rooms, demands_of, single_rooms
from solver.timetable.check import check
from solver.timetable.domains import domains_of
from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import TimetableRule
from solver.timetable.rules.rooms import RoomFree
from solver.timetable.solution import Timetable
from tests.agreement.comparing import checked, is_solved, said_of
from tests.agreement.edges import at_an_edge
from tests.agreement.timetables import (
    EFFORT,
    cases,
    pin,
    pinned_answer,
    random_placement,
    random_problem,
    random_settings,
    random_timetable,
)

CASES = 20

WEIGHED = tuple(rule for rule in RULES if rule.name != "inside-period")
"""All rules but the one that no model can break: places outside a period are in no domain."""


def warning(random: Random) -> dict[str, Setting]:
    """Draw a weight for every rule, none of which blocks but the one that no model can break."""
    drawn = random_settings(random)
    return {name: replace(one, level=Level.WARN) if name != "inside-period" else one for name, one in drawn.items()}


def named(rule: TimetableRule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_that_blocks_is_feasible_exactly_when_the_checker_is_silent(rule: TimetableRule) -> None:
    found = said_of(rule, Level.BLOCK, cases(rule, Level.BLOCK, CASES))
    assert [model for model, _ in found] == [checker for _, checker in found]
    assert min(found.count((0, 0)), found.count((None, None))) >= CASES / 3


@pytest.mark.parametrize("rule", WEIGHED, ids=named)
def test_a_rule_that_warns_costs_what_the_checker_counts(rule: TimetableRule) -> None:
    found = said_of(rule, Level.WARN, cases(rule, Level.WARN, CASES))
    assert [model for model, _ in found] == [checker for _, checker in found]
    assert min(found.count((0, 0)), len(found) - found.count((0, 0))) >= CASES / 3


@pytest.mark.parametrize("level", [Level.BLOCK, Level.WARN])
@pytest.mark.parametrize("rule", WEIGHED, ids=named)
def test_a_model_without_rooms_is_never_stricter_than_the_checker(rule: TimetableRule, level: Level) -> None:
    for problem, timetable in cases(rule, level, CASES // 2):
        points = checked(rule, level, (problem, timetable))
        if points is not None:
            answer = pinned_answer(problem, timetable, (rule,), has_rooms=False)
            assert answer is not None
            assert answer.verdict is Verdict.OPTIMAL
            assert answer.bound <= points


def test_counting_rooms_cuts_off_no_timetable_in_which_each_room_holds_one_session() -> None:
    rule = RoomFree()
    silent = [case for case in cases(rule, Level.BLOCK, 60) if not any(rule.check(*case))]
    assert [is_solved(pinned_answer(*case, (rule,), has_rooms=False)) for case in silent] == [True] * 30


@pytest.mark.parametrize("seed", range(12))
def test_all_rules_at_mixed_levels_agree_on_one_timetable(seed: int) -> None:
    random = Random(f"mixed {seed}")
    for _ in range(12):
        problem = replace(random_problem(random), settings=random_settings(random))
        timetable = at_an_edge(random, problem, random_timetable(random, problem))
        answer, report = pinned_answer(problem, timetable), check(problem, timetable)
        found = answer.bound if answer is not None and is_solved(answer) else None
        assert found == (report.points if report.is_feasible else None)


@pytest.mark.parametrize("seed", range(12))
def test_a_model_that_can_leave_sittings_out_costs_what_the_checker_counts_of_the_others(seed: int) -> None:
    random = Random(f"absent {seed}")
    for _ in range(6):
        settings = {**warning(random), "placed-once": Setting(Level.IGNORE)}
        problem = replace(random_problem(random), settings=settings)
        timetable = at_an_edge(random, problem, random_timetable(random, problem))
        timetable = Timetable(tuple(place if random.random() < 0.7 else None for place in timetable.placements))
        answer = pinned_answer(problem, timetable, is_optional=True)
        assert answer is not None
        absent = timetable.placements.count(None)
        assert answer.bound == check(problem, timetable).points + absent * ABSENT


@pytest.mark.parametrize("seed", range(12))
def test_moving_what_is_free_costs_a_model_with_fixed_sittings_what_it_costs_the_checker(seed: int) -> None:
    random = Random(f"fixed {seed}")
    for _ in range(6):
        problem = replace(random_problem(random), settings=warning(random))
        before = random_timetable(random, problem)
        fixed = random.sample(range(len(problem.sittings)), len(problem.sittings) // 2)
        after = Timetable(
            tuple(
                place if sitting in fixed else random_placement(random, problem, sitting)
                for sitting, place in enumerate(before.placements)
            )
        )
        costs = [pinned_answer(problem, timetable, fixed=fixed) for timetable in (before, after)]
        bounds = [answer.bound for answer in costs if answer is not None and is_solved(answer)]
        points = [check(problem, timetable).points for timetable in (before, after)]
        assert len(bounds) == 2
        assert bounds[1] - bounds[0] == points[1] - points[0]


@pytest.mark.parametrize("seed", range(12))
def test_the_best_timetable_scores_its_cost_and_no_bound_exceeds_it(seed: int) -> None:
    random = Random(f"together {seed}")
    for _ in range(400):
        problem = replace(random_problem(random), pins=(), relations=())
        demands = demands_of(problem)
        domains = domains_of(problem, ((d.rule, d.setting, d.instance) for d in demands))
        variables = build(problem, domains, demands)
        answer = engine.solve(variables.model, EFFORT)
        if answer.values is not None:
            break
    assert answer.values is not None
    timetable = variables.solution(answer.values)
    report = check(problem, timetable)
    assert (report.broken, report.points) == ((), answer.bound)
    counted = build(problem, domains, demands, has_rooms=False)
    count_rooms(problem, counted, domains, single_rooms(demands))
    for model in (variables.model, counted.model):
        bound = engine.linear_bound(model)
        assert bound is not None
        assert bound <= report.points
    assert pin(counted, timetable)
    relaxed = engine.solve(counted.model, EFFORT)
    assert relaxed.verdict is Verdict.OPTIMAL
    assert relaxed.bound <= report.points
