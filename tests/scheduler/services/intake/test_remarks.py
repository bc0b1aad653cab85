from scheduler.domain.log import Happening
from scheduler.services.intake.record import record
from scheduler.services.intake.remarks import remarks
from tests.scheduler.services.intake.cases import NOON, a_crowded_forum, a_selection, with_sessions


def test_a_place_nobody_waits_for_stays_free() -> None:
    forum = a_crowded_forum()
    entries = record(forum, a_selection(), "s-nepal-2", Happening.WITHDRAWN, at=NOON)
    assert list(remarks(forum, a_selection(), entries)) == ["Nobody waits for this place; it stays free."]


def test_a_place_that_none_of_those_who_wait_can_have_is_told() -> None:
    forum = with_sessions(floor_minutes=30, response_minutes=18)
    entries = record(forum, a_selection(), "n-caritas", Happening.WITHDRAWN, at=NOON)
    assert list(remarks(forum, a_selection(), entries)) == [
        "Nobody who waits for its place can have it now; it stays free."
    ]


def test_a_place_that_was_given_on_needs_no_remark() -> None:
    forum = a_crowded_forum()
    entries = record(forum, a_selection(), "n-caritas", Happening.WITHDRAWN, at=NOON)
    assert list(remarks(forum, a_selection(), entries)) == []
