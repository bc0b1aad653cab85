import dataclasses

from scheduler.services.floor.actions import Act
from scheduler.services.floor.floor import replay
from scheduler.services.floor.legal import PHASES
from tests.scheduler.services.floor.tables import a_table, do, refusal, run, waiting


def test_the_same_actions_come_to_the_same_state() -> None:
    first = a_table("s1 s2 h1 s3")
    floor = run(first, "10:00 start", "10:00 next", "10:02 absent s2", "10:03 undo", "10:03 next", "10:05 skip")
    assert replay(first, floor.actions) == floor


def test_what_is_undone_leaves_no_trace_but_in_the_log_and_time_goes_on() -> None:
    floor = run(a_table("s1 s2 s3"), "10:00 start", "10:00 next", "10:01 next", "10:02 undo")
    assert [action.act.value for action in floor.actions] == ["start", "next", "next", "undo"]
    assert waiting(floor) == "s2 s3"
    assert [turn.spoken for turn in run(floor, "10:03 done").state.turns] == [180]


def test_actions_are_undone_one_after_the_other_from_the_last() -> None:
    first = a_table("s1 s2 s3")
    floor = run(first, "10:00 start", "10:00 withdraw s1", "10:00 withdraw s2", "10:00 undo", "10:00 undo")
    assert waiting(floor) == "s1 s2 s3"
    floor = run(floor, "10:00 undo")
    assert floor.state == first.state
    assert refusal(floor, "10:00", "undo") == "There is nothing to undo."


def test_time_does_not_go_back() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:05 next")
    sentence = refusal(floor, "10:04", "next")
    assert sentence == "The time of this action lies before that of the last one. Set the clock right."


def test_a_refused_action_changes_nothing() -> None:
    floor = run(a_table("s1 s2"), "10:00 start")
    before = dataclasses.replace(floor)
    assert refusal(floor, "10:00", "resume") == "Resume is not possible now. The session is running."
    assert floor == before


def test_nobody_can_be_named_who_is_on_no_list() -> None:
    floor = run(a_table("s1"), "10:00 start")
    assert refusal(floor, "10:00", "next", "x") == (
        "Nobody on this list is called x. Add the request to the list first."
    )
    assert refusal(run(floor, "10:00 next"), "10:00", "skip", "s1") == "P-s1 has the floor."


def test_every_act_but_undo_says_in_which_phases_it_is_possible() -> None:
    assert set(PHASES) == set(Act) - {Act.UNDO}


def test_a_point_of_order_interrupts_and_a_second_waits_for_its_end() -> None:
    floor = do(run(a_table("s1"), "10:00 start", "10:00 next"), "10:01", "point-of-order", participant="p-s1")
    assert refusal(floor, "10:01", "point-of-order") == (
        "Point of order is not possible now. A point of order is being heard. Resume first."
    )
