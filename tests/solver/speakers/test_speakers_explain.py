"""Each rule of a speakers list says in a sentence what it asks for, and what is wrong."""

from __future__ import annotations

from solver.rule import Rule
from solver.speakers.labels import PlainLabels
from solver.speakers.problem import Intervention, Problem
from solver.speakers.rules.floor import FloorTime, FloorWaits
from solver.speakers.rules.interspersal import RunCap, SittingShare
from solver.speakers.rules.neighbours import NeighboursDiffer
from solver.speakers.rules.order import GroupsFirst, OpeningFirst, ProtocolOrder
from solver.speakers.rules.presence import PinnedPlace, WithinAvailability
from solver.speakers.solution import SpeakersList, Turn
from tests.solver.speakers.builders import changed, guests, in_a_row, others, problem_of

THREE = problem_of(others(3))


def stated(rule: Rule, problem: Problem) -> list[str]:
    """Return what a rule asks for, case by case."""
    return [rule.state(problem, instance, PlainLabels()) for instance in rule.instances(problem)]


def said(rule: Rule, problem: Problem, solution: SpeakersList) -> list[str]:
    """Return what a rule finds wrong."""
    return [rule.explain(problem, violation, PlainLabels()) for violation in rule.check(problem, solution)]


def test_a_pinned_place_is_named_by_its_number_or_as_the_first_or_the_last() -> None:
    problem = changed(changed(changed(THREE, 0, place=1), 1, place=2), 2, place=-1)
    places = ["opens the list", "has place 2 of the list", "closes the list"]
    assert stated(PinnedPlace(), problem) == [f"speaker {i} {place}." for i, place in enumerate(places)]
    assert said(PinnedPlace(), problem, in_a_row(problem, [1, 2, 0])) == [
        "speaker 1 has place 2 of the list, but stands 1 place away.",
        "speaker 2 closes the list, but stands 1 place away.",
        "speaker 0 opens the list, but stands 2 places away.",
    ]


def test_hours_of_presence_are_named_and_that_there_are_none() -> None:
    problem = changed(changed(THREE, 0, windows=((0, 5), (9, 12))), 1, windows=())
    assert stated(WithinAvailability(), problem) == [
        "speaker 0 can speak only from second 0 until second 5 or from second 9 until second 12.",
        "speaker 1 is free at no time while the floor is open.",
    ]


def test_the_floor_is_named_by_its_stretches_and_a_wait_by_its_minutes() -> None:
    problem = changed(problem_of(others(2), ((0, 100), (200, 300))), 1, windows=((70, 90),))
    assert stated(FloorTime(), problem)[0] == "speaker 0 speaks within the floor time (stretch 0, stretch 1)."
    assert stated(FloorTime(), problem_of(others(1), ())) == ["speaker 0 speaks within the floor time (none)."]
    waits = SpeakersList((Turn(0, 0, 0), Turn(1, 0, 70)))
    assert said(FloorWaits(), problem, waits) == ["The floor waits 1.0 minutes for speaker 1."]


def test_one_and_several_who_come_before_the_opening_are_counted() -> None:
    problem = changed(THREE, 2, opening=True)
    said_so = "speaker 2 speaks in the opening segment, but {} before."
    assert said(OpeningFirst(), problem, in_a_row(problem, [0, 2, 1])) == [said_so.format("1 other comes")]
    assert said(OpeningFirst(), problem, in_a_row(problem, [0, 1, 2])) == [said_so.format("2 others come")]


def test_one_and_several_national_statements_before_a_group_are_counted() -> None:
    problem = problem_of((*others(2), *others(1, group=True)), groups_first=True)
    said_so = "speaker 2 speaks for a group, but {} before."
    one, two = "1 national statement comes", "2 national statements come"
    assert said(GroupsFirst(), problem, in_a_row(problem, [0, 2, 1])) == [said_so.format(one)]
    assert said(GroupsFirst(), problem, in_a_row(problem, [0, 1, 2])) == [said_so.format(two)]


def test_a_cap_is_said_in_minutes_for_each_side_and_a_run_by_its_ends() -> None:
    problem = problem_of((*others(4, 60), *guests(1, 60)))
    caps = [
        "No run of other speakers is longer than 3.0 minutes.",
        "No run of interspersed speakers is longer than 1.2 minutes.",
    ]
    assert stated(RunCap(), problem) == caps
    run = "The run from speaker 0 to speaker 3 is 1.0 minutes over its cap."
    assert said(RunCap(), problem, in_a_row(problem, [4, 0, 1, 2, 3])) == [f"{run} {caps[0]}"]


def test_a_sitting_is_said_to_hold_none_one_or_several() -> None:
    problem = problem_of((*others(3), *guests(3)), ((0, 30), (100, 130)))
    turns = [Turn(i, n // 3, n // 3 * 100 + n % 3 * 10) for n, i in enumerate((3, 4, 5, 0, 1, 2))]
    assert said(SittingShare(), problem, SpeakersList(tuple(turns))) == [
        "stretch 0 holds 3 interspersed speakers, 1 away from its share.",
        "stretch 1 holds 0 interspersed speakers, 1 away from its share.",
    ]
    uneven = problem_of((*others(1, 40), *guests(5)), ((0, 50), (100, 140)))
    turns = [Turn(0, 0, 0), *(Turn(i, 1, 90 + 10 * i) for i in range(1, 5)), Turn(5, 0, 40)]
    assert said(SittingShare(), uneven, SpeakersList(tuple(turns))) == [
        "stretch 0 holds 1 interspersed speaker, 1 away from its share.",
        "stretch 1 holds 4 interspersed speakers, 1 away from its share.",
    ]


def test_protocol_names_one_place_or_several_and_how_far_somebody_stands_from_it() -> None:
    assert stated(ProtocolOrder(), THREE)[1] == "Protocol gives speaker 1 place 2 in its stream."
    equal = problem_of([Intervention(10, False, (1,)) for _ in range(2)])
    assert stated(ProtocolOrder(), equal)[0] == "Protocol gives speaker 0 one of the places 1 to 2 in its stream."
    assert said(ProtocolOrder(), THREE, in_a_row(THREE, [2, 0, 1])) == [
        "speaker 2 stands 2 places from where protocol puts it.",
        "speaker 0 stands 1 place from where protocol puts it.",
        "speaker 1 stands 1 place from where protocol puts it.",
    ]


def test_neighbours_are_said_to_share_what_they_share() -> None:
    problem = problem_of([Intervention(10, False, (n,), region=4, constituency=n) for n in range(2)])
    assert said(NeighboursDiffer(), problem, in_a_row(problem, [0, 1])) == [
        "speaker 1 follows speaker 0, both of region 4."
    ]
