"""Every requirement that can stand in the way has advice an organiser can follow."""

from __future__ import annotations

from scheduler.services.fixes import LIST_ADVICE, TIMETABLE_ADVICE, timetable_fix, timetable_fixes
from scheduler.translate.timetable import timetable_problem
from solver.result import Requirement
from solver.rule import Kind
from solver.speakers.rulebook import RULES as SPEAKERS_RULES
from solver.timetable.rulebook import RULES as TIMETABLE_RULES
from tests.scheduler.builders import a_busy_forum


def test_every_rule_that_blocks_a_timetable_has_advice() -> None:
    assert {rule.name for rule in TIMETABLE_RULES if rule.kind is Kind.HARD} == set(TIMETABLE_ADVICE)


def test_every_advice_about_lists_is_about_a_rule() -> None:
    assert set(LIST_ADVICE) - {rule.name for rule in SPEAKERS_RULES} == set()


def test_a_fix_names_the_table_and_the_session() -> None:
    fix = timetable_fix(timetable_problem(a_busy_forum()), Requirement("placed-once", (0,)))
    assert fix == "Leave out Round table 1 (sessions.csv)."


def test_a_rule_that_blocks_only_here_is_advised_to_cost_points() -> None:
    translation = timetable_problem(a_busy_forum())
    fix = timetable_fix(translation, Requirement("preferred-times", (0,)))
    assert fix.startswith("Let the rule preferred-times cost points instead of blocking (rules.csv, level warn): ")


def test_taking_something_out_of_the_programme_comes_last_and_nothing_is_said_twice() -> None:
    translation = timetable_problem(a_busy_forum())
    gone, opened = Requirement("placed-once", (0,)), Requirement("kind-admitted", (0,))
    assert timetable_fixes(translation, [gone, opened, opened]) == (
        "Open another period to sessions of the kind Round table (periods.csv, kinds).",
        "Leave out Round table 1 (sessions.csv).",
    )


def test_what_has_to_be_done_twice_is_told_once_with_how_many_times() -> None:
    translation = timetable_problem(a_busy_forum())
    assert timetable_fixes(translation, [Requirement("room-free", (0,))] * 2) == (
        "Add 2 more rooms like Trusteeship Council (rooms.csv).",
    )
