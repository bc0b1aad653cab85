from scheduler.domain.session import Mode
from scheduler.domain.sharing import Yielded
from scheduler.services.floor.floor import Floor
from scheduler.services.floor.state import Standing
from tests.scheduler.services.floor.tables import a_table, do, expected, look, refusal, run, waiting

ORDER = "s1 s2 h1 s3 s4 s5 h2 s6 u1"


def speaks(floor: Floor) -> str | None:
    return floor.state.turn.speaker if floor.state.turn else None


def test_the_next_in_order_has_the_floor_and_the_one_before_has_spoken() -> None:
    floor = run(a_table(ORDER), "10:00 start", "10:00 next", "10:03 next")
    assert (speaks(floor), waiting(floor)) == ("s2", "h1 s3 s4 s5 h2 s6 u1")
    assert floor.state.standing["s1"] is Standing.SPOKEN


def test_the_chair_can_call_somebody_by_name_and_the_rest_stays_interspersed() -> None:
    floor = run(a_table(ORDER), "10:00 start", "10:00 next", "10:03 next h2")
    assert (speaks(floor), waiting(floor)) == ("h2", "s2 s3 s4 s5 h1 s6 u1")


def test_nobody_is_called_twice() -> None:
    floor = run(a_table(ORDER), "10:00 start", "10:00 next", "10:03 next")
    assert refusal(floor, "10:06", "next", "s1") == "P-s1 does not wait: spoken."
    assert refusal(floor, "10:06", "next", "s2") == "P-s2 does not wait: spoken."
    assert refusal(floor, "10:06", "absent", "s1") == "P-s1 does not wait: spoken."


def test_where_nobody_waits_there_is_nobody_to_call() -> None:
    floor = run(a_table("s1"), "10:00 start", "10:00 next")
    assert refusal(floor, "10:03", "next") == "Nobody waits any more. Stop the session, or add a speaker."


def test_where_no_time_is_left_the_chair_decides() -> None:
    floor = run(a_table("s1 s2", 5), "10:00 start", "10:00 next")
    assert refusal(floor, "10:04", "next").startswith("The time that remains is too short for anybody who waits.")
    assert speaks(run(floor, "10:04 next s2")) == "s2"


def test_whoever_is_absent_goes_to_the_end_of_its_own_class() -> None:
    floor = run(a_table(ORDER, mode=Mode.NONE), "10:00 start", "10:00 absent s2")
    assert waiting(floor) == "s1 h1 s3 s4 s5 h2 s6 s2 u1"
    assert waiting(run(floor, "10:00 absent h1")) == "s1 s3 s4 s5 h2 h1 s6 s2 u1"


def test_the_call_of_somebody_absent_does_not_count() -> None:
    before = run(a_table(ORDER), "10:00 start")
    floor = run(before, "10:00 next", "10:01 absent")
    assert (speaks(floor), floor.state.turns) == (None, ())
    assert floor.state.tempo == run(before, "10:00 absent s1").state.tempo


def test_whoever_was_absent_is_not_called_again_before_somebody_else_has_spoken() -> None:
    floor = run(a_table("s1 h1 s2"), "10:00 start", "10:00 next", "10:03 absent h1")
    assert waiting(floor) == "s2 h1"
    assert waiting(run(a_table("s1 s2 u1"), "10:00 absent s1", "10:00 absent s2")) == "u1 s1 s2"


def test_once_somebody_else_has_the_floor_whoever_was_absent_is_due_again() -> None:
    floor = run(a_table("s1 h1 s2 s3 s4"), "10:00 start", "10:00 next", "10:03 absent h1")
    assert waiting(floor) == "s2 h1 s3 s4"
    assert waiting(run(floor, "10:03 withdraw s2")) == "s3 h1 s4"
    assert waiting(run(floor, "10:03 next", "10:06 withdraw s4")) == "h1 s3"


def test_whoever_is_absent_can_still_speak() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:00 absent", "10:00 next", "10:03 next")
    assert (speaks(floor), floor.state.standing["s1"]) == ("s1", Standing.SPEAKING)


def test_whoever_is_absent_loses_a_pinned_place() -> None:
    floor = a_table("h1 s1 s2 s3", requests={"h1": {"place": 1}})
    assert waiting(run(floor, "10:00 absent h1")) == "s1 h1 s2 s3"


def test_whoever_is_skipped_comes_after_the_next_of_the_same_side() -> None:
    floor = run(a_table(ORDER), "10:00 start", "10:00 skip")
    assert waiting(floor) == "s2 s1 h1 s3 s4 s5 h2 s6 u1"
    assert floor.state.standing["s1"] is Standing.WAITING


def test_the_last_of_a_side_cannot_come_later() -> None:
    floor = a_table("s1 s2 h1 s3")
    assert refusal(floor, "10:00", "skip", "h1") == "P-h1 is the last of its side and cannot come later."
    assert refusal(a_table("s1"), "10:00", "skip") == "P-s1 is the last who waits on that list and cannot come later."
    assert waiting(run(a_table("h1 s1 s2"), "10:00 skip")) == "s1 h1 s2"


def test_a_pause_and_a_point_of_order_stop_the_speakers_time() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:00 next", "10:01 pause", "10:11 resume", "10:12 point-of-order")
    assert refusal(floor, "10:13", "done") == "Done is not possible now. A point of order is being heard. Resume first."
    floor = run(floor, "10:14 resume", "10:15 done")
    assert [(turn.speaker, turn.spoken) for turn in floor.state.turns] == [("s1", 180)]


def test_an_overrun_is_noted_only_where_there_is_one() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:00 next")
    assert refusal(floor, "10:03", "overrun") == "P-s1 is within the time limit."
    assert look(run(floor, "10:04 overrun"), "10:05").over == 120
    assert refusal(run(floor, "10:04 done"), "10:05", "overrun") == "Nobody has the floor. Call the next speaker first."


def test_yielded_time_is_the_floors_the_classs_or_nobodys() -> None:
    # Nine minutes for s1 to s3 and then u1, h1; of the first turn two minutes are yielded.
    cut = {}
    for rule in Yielded:
        floor = a_table("s1 s2 u1 s3", 8, Mode.NONE, yielded=rule, limits={"u1": 120, "s3": 120})
        floor = run(floor, "10:00 start", "10:00 next", "10:01 yield")
        cut[rule] = look(floor, "10:01").cut
    assert cut == {Yielded.FLOOR: (), Yielded.CLASS: (), Yielded.NOBODY: ("s3",)}


def test_time_that_a_class_keeps_lets_the_first_of_that_class_speak_who_would_be_cut() -> None:
    kept = {}
    for rule in Yielded:
        floor = a_table("s1 s2 u1 u2 s3", 8, Mode.NONE, yielded=rule, limits={"u1": 120, "u2": 120, "s3": 120})
        floor = run(floor, "10:00 start", "10:00 next", "10:01 yield")
        kept[rule] = expected(floor, "10:01")
    assert kept == {
        Yielded.FLOOR: "s2 10:01, u1 10:04, u2 10:06",
        Yielded.CLASS: "s2 10:01, u1 10:04, s3 10:06",
        Yielded.NOBODY: "s2 10:01, u1 10:04",
    }


def test_what_a_class_has_kept_is_spent_by_whom_it_lets_speak() -> None:
    floor = a_table("s1 s2 u1 u2 s3", 8, Mode.NONE, yielded=Yielded.CLASS, limits={"u1": 120, "u2": 120, "s3": 120})
    floor = run(floor, "10:00 start", "10:00 next", "10:01 yield", "10:01 next", "10:04 next")
    assert floor.state.banks == (("state", 120),)
    floor = run(floor, "10:06 next")
    assert (speaks(floor), floor.state.banks) == ("s3", ())
    assert run(floor, "10:06 absent").state.banks == (("state", 120),)


def test_nobody_yields_what_is_used_up() -> None:
    floor = run(a_table("s1"), "10:00 start", "10:00 next")
    assert refusal(floor, "10:03", "yield") == "P-s1 has no time left to yield."
    assert run(floor, "10:03 undo", "10:04 next", "10:05 yield").state.events[-1].seconds == 120


def test_limits_are_set_for_all_who_wait_or_for_one() -> None:
    floor = run(a_table("s1 s2 s3"), "10:00 start", "10:00 next")
    assert expected(do(floor, "10:00", "limit", seconds=60), "10:00") == "s2 10:03, s3 10:04"
    assert expected(do(floor, "10:00", "limit", "s2", seconds=60), "10:00") == "s2 10:03, s3 10:04"
    assert expected(do(floor, "10:00", "limit", "s1", seconds=60), "10:00") == "s2 10:01, s3 10:04"
    assert refusal(floor, "10:00", "limit", seconds=180) == "Nobody who waits has a longer limit than that."
    assert refusal(floor, "10:00", "limit") == "Limit needs a number of seconds."


def test_one_speaker_or_the_session_is_given_more_time() -> None:
    floor = run(a_table("s1 s2 s3", 6), "10:00 start", "10:00 next")
    assert look(floor, "10:00").cut == ("s3",)
    assert look(do(floor, "10:00", "extend", seconds=180), "10:00").cut == ()
    assert expected(do(floor, "10:00", "extend", "s1", seconds=60), "10:00") == ""
    assert refusal(floor, "10:00", "extend") == "Extend needs a number of seconds."


def test_a_sitting_is_not_extended_into_the_next() -> None:
    floor = a_table("s1 s2", sittings=(10, 10), starts=("10:00", "10:15"))
    floor = run(floor, "10:00 start")
    assert refusal(floor, "10:01", "extend", seconds=301).startswith("The session's next sitting begins before that.")
    assert refusal(floor, "10:01", "extend", seconds=300) == ""


def test_after_the_end_nothing_is_done_but_undone() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:00 next", "10:02 stop")
    assert [one.value for one in floor.state.standing.values()] == ["spoken", "cut off"]
    assert refusal(floor, "10:03", "next") == (
        "Next is not possible now. The session has ended. Undo that if it was a slip."
    )
    assert speaks(run(floor, "10:03 undo")) == "s1"
