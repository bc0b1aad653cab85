import datetime as dt

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.services.floor.entries import entries
from scheduler.services.intake.standing import standings
from tests.scheduler.services.floor.tables import a_table, do, run


def test_a_run_tells_the_log_of_requests_who_spoke_was_absent_withdrew_or_yielded() -> None:
    floor = a_table("s1 s2 s3", session={"response_minutes": 5})
    floor = do(floor, "10:00", "start", by="Secretary")
    floor = run(floor, "10:00 absent s1", "10:01 absent s1", "10:01 withdraw s3", "10:01 open-responses")
    floor = do(run(floor, "10:01 next s2"), "10:02", "yield", by="Secretary", seconds=90)
    floor = do(floor, "10:02", "respond", participant="p-s1")
    floor = run(floor, "10:03 next response:1", "10:04 stop")
    day = dt.datetime(2026, 5, 5, 10)
    assert entries(floor, 41) == (
        Entry(number=41, at=day, request="s1", happening=Happening.ABSENT, basis=Basis.CHAIR),
        Entry(
            number=42,
            at=day + dt.timedelta(minutes=1),
            request="s3",
            happening=Happening.WITHDRAWN,
            basis=Basis.REQUESTER,
        ),
        Entry(
            number=43,
            at=day + dt.timedelta(minutes=2),
            request="s2",
            happening=Happening.SPOKEN,
            basis=Basis.CHAIR,
            by="Secretary",
        ),
        Entry(
            number=44,
            at=day + dt.timedelta(minutes=2),
            request="s2",
            happening=Happening.YIELDED,
            basis=Basis.CHAIR,
            by="Secretary",
            minutes=1.5,
        ),
    )


def test_what_is_undone_is_not_told() -> None:
    floor = run(a_table("s1 s2"), "10:00 start", "10:00 absent s1", "10:00 undo")
    assert entries(floor, 1) == ()


def test_the_log_of_requests_takes_what_a_run_tells_it() -> None:
    floor = run(
        a_table("s1 s2 s3 s4"), "10:00 start", "10:00 absent s1", "10:01 withdraw s3", "10:01 next", "10:02 yield"
    )
    floor = run(floor, "10:03 next s1", "10:05 stop")
    forum = floor.setting.forum.model_copy(update={"log": entries(floor, 1)})
    found = standings(forum, None)
    assert {request: standing.state.value for request, standing in found.items()} == {
        "s1": "spoken",
        "s2": "spoken",
        "s3": "withdrawn",
        "s4": "submitted",
    }
    assert found["s2"].yielded_minutes == 2
