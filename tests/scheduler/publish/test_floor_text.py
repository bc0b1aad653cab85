from scheduler.publish.floor_text import floor_text
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.floor import act, open_floor
from scheduler.translate.voice import Voice
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_session, moment
from tests.scheduler.services.floor.tables import a_table, at, do, run


def test_the_chair_sees_who_speaks_who_is_next_and_who_will_be_cut_off() -> None:
    floor = run(a_table("s1 s2 h1 s3", 9), "10:00 start", "10:00 absent s1", "10:00 next")
    assert floor_text(floor, at("10:01")) == (
        "Session s1\n"
        "10:01, running\n"
        "Stakeholders are interspersed among the other speakers; after each change the\n"
        "rest is put in order.\n"
        "\n"
        "Speaking: P-s2, 1 min of 3 min\n"
        "\n"
        "   time             limit  speaker\n"
        "-  -----  --------  -----  -------\n"
        "1  10:03  in 2 min  3 min  P-h1\n"
        "2  10:06  in 5 min  3 min  P-s3\n"
        "\n"
        "1 speaker will be cut off: the time that remains ends before the last in order.\n"
        "- P-s1\n"
        "To hear everybody, reduce the limits to 2 min; that saves 3 min.\n"
        "\n"
        "Of 9 min: spoken 1 min, points of order 0 min, paused 0 min, between speakers 0\n"
        "min, remaining 8 min.\n"
    )


def test_the_room_sees_how_many_will_be_cut_off_but_not_who_or_who_was_absent() -> None:
    floor = run(a_table("s1 s2 h1 s3", 12), "10:00 start", "10:00 absent s1", "10:02 next")
    assert "was absent" in floor_text(run(floor, "10:02 withdraw h1"), at("10:02"))
    shown = floor_text(floor, at("10:02"), Voice.PUBLISHED)
    assert "absent" not in shown
    assert "1 speaker will be cut off" in shown
    assert "P-s1" not in shown


def test_an_overrun_a_reply_and_hours_are_remarked() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:00 next")
    shown = floor_text(do(floor, "10:04", "right-of-reply", participant="p-s2"), at("10:04"))
    assert "Speaking: P-s1, 4 min of 3 min, 1 min over" in shown
    assert "P-s2     right of reply" in shown


def test_before_the_start_and_after_the_end_nobody_has_the_floor() -> None:
    floor = run(a_table("s1"), "10:00 start", "10:00 next", "10:03 stop")
    assert "Nobody has the floor.\n\nNobody is expected to speak any more.\n" in floor_text(floor, at("10:04"))


def test_where_no_limit_would_do_that_is_said() -> None:
    assert "No time limit that is long enough to speak hears everybody.\n" in floor_text(
        a_table("s1 s2 s3 s4", 3), at("10:00")
    )


def test_the_room_sees_people_only_as_each_agreed_to() -> None:
    session = a_session("rt1", "round-table", 120, floor_minutes=120, response_minutes=30)
    forum = a_busy_forum(sessions=(session, *a_busy_forum().sessions[1:]))
    floor = open_floor(forum, a_busy_agenda(), "rt1")
    start = moment("2026-05-05 10:00")
    for what in (Act.START, Act.NEXT, Act.OPEN):
        floor = act(floor, Action(at=start, act=what))
    floor = act(floor, Action(at=start, act=Act.RESPOND, participant="caritas"))
    assert "Sam Hidden, Caritas" in floor_text(floor, start)
    shown = floor_text(floor, start, Voice.PUBLISHED)
    assert "Sam Hidden" not in shown
    assert "Caritas" not in shown
    assert "Stakeholder (details withheld)" in shown
