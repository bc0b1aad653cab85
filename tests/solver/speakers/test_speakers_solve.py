"""How a solve ends: reasons, fixes, settings, limits."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from solver.result import Limits, Progress, Requirement, Status
from solver.rule import Level, Setting
from solver.speakers.conflict import without
from solver.speakers.plan import possible
from solver.speakers.problem import Intervention, Mode, Problem
from solver.speakers.search import Budget
from solver.speakers.solution import SpeakersList
from solver.speakers.solve import solve
from tests.solver.speakers.brute import small_problem
from tests.solver.speakers.builders import changed, guests, others, problem_of

EARLY = Requirement("within-availability", (0,))


def is_possible(problem: Problem) -> bool | None:
    return possible(problem, Budget(100_000))


def order_of(solution: SpeakersList | None) -> list[int]:
    assert solution is not None
    return [turn.intervention for turn in solution.turns]


def test_three_who_all_want_the_two_first_places_cannot_hold_together() -> None:
    problem = problem_of((*others(3, windows=((0, 20),)), *others(4)))
    result = solve(problem, Limits())
    assert result.status is Status.INFEASIBLE
    assert result.conflict is not None
    members = tuple(Requirement("within-availability", (i,)) for i in range(3))
    assert (result.conflict.members, result.conflict.fixes, result.conflict.proven) == (members, members, True)
    assert result.repair == members[:1]
    assert all(is_possible(without(problem, [member])) for member in members)


def test_a_pin_and_a_window_that_contradict_each_other_are_named_alone() -> None:
    problem = changed(problem_of(others(5)), 0, place=-1, windows=((0, 20),))
    result = solve(changed(problem, 1, windows=((0, 500),)), Limits())
    assert result.conflict is not None
    assert result.conflict.members == (EARLY, Requirement("pinned-place", (0,)))
    assert result.conflict.fixes == result.conflict.members


def test_two_pins_on_one_place_contradict_each_other() -> None:
    problem = changed(changed(problem_of(others(3)), 0, place=2), 1, place=-2)
    result = solve(problem, Limits())
    assert result.conflict is not None
    assert result.conflict.members == (Requirement("pinned-place", (0,)), Requirement("pinned-place", (1,)))


def test_two_conflicts_are_mended_together() -> None:
    problem = problem_of((*others(2, windows=((0, 10),)), *others(2, windows=((50, 60),)), *others(3)))
    result = solve(problem, Limits())
    assert result.conflict is not None
    assert result.conflict.fixes == ()
    assert len(result.repair) == 2
    assert is_possible(without(problem, result.repair))


def test_more_than_the_floor_holds_names_who_would_have_to_yield() -> None:
    result = solve(problem_of(others(5), ((0, 45),)), Limits())
    assert result.status is Status.INFEASIBLE
    assert result.conflict is not None
    assert {member.rule for member in result.conflict.members} == {"every-speaker-once"}
    assert len(result.conflict.members) == 5
    assert result.repair == (Requirement("every-speaker-once", (4,)),)


def test_a_floor_that_is_twice_too_short_is_mended_by_the_last_of_protocol() -> None:
    result = solve(problem_of(others(6), ((0, 35),)), Limits())
    assert [fix.instance for fix in result.repair] == [(5,), (4,), (3,)]


def test_a_speaker_who_can_never_speak_is_the_whole_conflict() -> None:
    result = solve(changed(problem_of(others(3)), 0, windows=()), Limits())
    assert result.conflict is not None
    assert result.conflict.members == (EARLY,)


def test_the_floor_waits_only_where_it_must() -> None:
    problem = changed(problem_of(others(3), ((0, 100),)), 0, windows=((50, 100),))
    result = solve(problem, Limits())
    assert order_of(result.solution) == [1, 2, 0]
    assert result.level("floor-waits").value == result.level("floor-waits").bound == 30
    assert result.level("floor-waits").because == (0,)


def test_what_is_ignored_is_not_kept_and_what_warns_is_kept_where_it_can_be() -> None:
    problem = changed(problem_of(others(3)), 0, windows=((20, 30),))
    ignored = replace(problem, settings={"within-availability": Setting(Level.IGNORE)})
    warned = replace(problem, settings={"within-availability": Setting(Level.WARN)})
    assert order_of(solve(ignored, Limits()).solution) == [0, 1, 2]
    assert order_of(solve(warned, Limits()).solution) == [1, 2, 0]


def test_what_only_warns_gives_way_where_no_list_is_possible_otherwise() -> None:
    problem = problem_of(others(3, windows=((0, 20),)), settings={"within-availability": Setting(Level.WARN, 5)})
    result = solve(problem, Limits())
    assert result.report is not None
    assert result.report.line("within-availability").points == 5
    assert result.report.is_feasible


def test_a_cap_that_blocks_makes_a_list_impossible_that_must_break_it() -> None:
    problem = problem_of((*others(6), *guests(1, place=None, windows=((0, 10),))))
    blocked = replace(problem, settings={"run-cap": Setting(Level.BLOCK)})
    assert solve(problem, Limits()).level("run-cap").value == 60 - (30 + 10)
    assert solve(blocked, Limits()).status is Status.INFEASIBLE


def test_an_empty_list_is_a_list() -> None:
    result = solve(problem_of(()), Limits())
    assert (result.status, result.solution) == (Status.OPTIMAL, SpeakersList(()))


def test_speakers_without_any_floor_are_too_many() -> None:
    assert solve(problem_of(others(1), ()), Limits()).status is Status.INFEASIBLE


def test_the_same_problem_gives_the_same_list() -> None:
    problem = small_problem(7)
    assert solve(problem, Limits()) == solve(problem, Limits())


def test_the_end_is_told_with_points_and_bound() -> None:
    told: list[Progress] = []
    result = solve(problem_of((*others(3), *guests(1))), Limits(), told.append)
    assert [(event.score, event.bound) for event in told] == [(result.score, result.bound)]


def test_a_clock_that_has_run_out_still_gives_a_checked_list_and_says_so() -> None:
    states = [replace(it, seconds=10 + n % 7) for n, it in enumerate(others(60))]
    problem = problem_of((*states, *guests(9, 13)))
    result = solve(problem, Limits(wall_seconds=0.01))
    assert result.solution is not None
    assert (result.status, result.reproducible) == (Status.FEASIBLE, False)


def test_many_different_limits_are_listed_evenly_within_the_budget() -> None:
    states = [replace(it, seconds=10 + n % 7) for n, it in enumerate(others(40))]
    result = solve(problem_of((*states, *guests(6, 13))), Limits(effort=0.05))
    assert result.status is Status.FEASIBLE
    assert result.level("run-cap").value == 0
    assert result.level("largest-deviation").value < 16
    assert all(level.bound <= level.value for level in result.levels)


def test_two_hundred_speakers_of_two_classes_are_proved() -> None:
    problem = problem_of((*others(180), *guests(20)), ((0, 2000),))
    assert solve(problem, Limits(effort=0.02)).status is Status.OPTIMAL


def test_four_half_days_with_people_present_on_some_days_are_proved() -> None:
    days = tuple((n * 1000, n * 1000 + 560) for n in range(4))
    states = [replace(it, windows=(days[n % 4],) if n % 9 == 0 else None) for n, it in enumerate(others(193))]
    result = solve(problem_of((*states, *guests(20)), days), Limits())
    assert [level.value for level in result.levels[:4]] == [0, 0, 0, 0]
    assert all(level.proven for level in result.levels[:7])


def test_reserved_and_plain_lists_keep_windows_with_the_least_displacement() -> None:
    problem = changed(problem_of(others(4), mode=Mode.NONE), 3, windows=((0, 15),))
    result = solve(problem, Limits())
    assert order_of(result.solution) == [3, 0, 1, 2]
    assert result.level("protocol-order").value == result.level("protocol-order").bound == 9 + 1 + 1 + 1


def test_checking_needs_no_solver() -> None:
    code = "import sys, solver.speakers.check; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_late_statement_waits_for_those_in_time_even_where_an_even_list_would_have_it_first() -> None:
    in_time = tuple(Intervention(180, False, (1, 0, n), step=1) for n in range(6))
    late = tuple(Intervention(seconds, False, (1, 1, n), step=1, late=1) for n, seconds in enumerate((60, 300)))
    problem = problem_of((*in_time, *late, *guests(3, 180)), ((0, 9000),))
    plain = [replace(it, late=0, protocol=(1, 0, n)) for n, it in enumerate(problem.interventions[:8])]
    free = solve(replace(problem, interventions=(*plain, *problem.interventions[8:])), Limits())
    result = solve(problem, Limits())
    assert result.solution is not None
    order = [turn.intervention for turn in result.solution.turns if turn.intervention < 8]
    assert (order, result.level("late-last").value, result.level("late-last").proven) == ([*range(8)], 0, True)
    assert result.level("sum-of-squares").value > free.level("sum-of-squares").value
