from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.translate.protocol import protocol_keys
from tests.scheduler.builders import a_forum, a_participant, a_request, moment

NAMES = ("andorra", "brazil", "chad", "denmark")


def entry(number: int, request: str, happening: Happening, **fields: Any) -> Entry:
    at = moment("2026-05-04 12:00")
    return Entry(number=number, at=at, request=request, happening=happening, basis=Basis.CHAIR, **fields)


def a_listed_forum(*log: Entry, elsewhere: str | None = None) -> Forum:
    """Return a forum in whose session s1 four States ask for the floor in the order of the alphabet."""
    requests = [
        a_request(name, name, "s2" if name == elsewhere else "s1", requested_at=f"2026-02-0{day}T10:00")
        for day, name in enumerate(NAMES, start=1)
    ]
    states = [a_participant(name, "state") for name in NAMES]
    return a_forum(participants=tuple(states), requests=tuple(requests), log=log)


def order(forum: Forum) -> list[str]:
    requests = [request for request in forum.requests if request.session == "s1"]
    keys = protocol_keys(forum, forum.session_by_id["s1"], requests)
    return [request.id for _, request in sorted(zip(keys, requests, strict=True), key=lambda pair: pair[0])]


def test_without_a_log_the_order_is_that_of_protocol() -> None:
    assert order(a_listed_forum()) == list(NAMES)


def test_two_who_exchanged_places_hold_each_others() -> None:
    forum = a_listed_forum(entry(1, "denmark", Happening.SWAPPED, other="andorra"))
    assert order(forum) == ["denmark", "brazil", "chad", "andorra"]


def test_exchanges_follow_each_other() -> None:
    log = (
        entry(1, "denmark", Happening.SWAPPED, other="andorra"),
        entry(2, "brazil", Happening.SWAPPED, other="denmark"),
    )
    assert order(a_listed_forum(*log)) == ["brazil", "denmark", "chad", "andorra"]


def test_an_offer_changes_nothing() -> None:
    forum = a_listed_forum(entry(1, "denmark", Happening.SWAP_OFFERED, other="andorra"))
    assert order(forum) == list(NAMES)


def test_an_exchange_of_sessions_leaves_each_list_to_protocol() -> None:
    log = (entry(1, "denmark", Happening.SWAPPED, other="andorra"),)
    assert order(a_listed_forum(*log, elsewhere="denmark")) == ["andorra", "brazil", "chad"]


def test_an_exchange_before_one_of_sessions_is_known_as_one_inside_the_list() -> None:
    log = (
        entry(1, "brazil", Happening.SWAPPED, other="andorra"),
        entry(2, "denmark", Happening.SWAPPED, other="chad"),
    )
    assert order(a_listed_forum(*log, elsewhere="chad")) == ["brazil", "andorra", "denmark"]


def test_who_was_absent_comes_last_and_who_was_absent_later_after_that() -> None:
    log = (entry(1, "brazil", Happening.ABSENT), entry(2, "andorra", Happening.ABSENT))
    assert order(a_listed_forum(*log)) == ["chad", "denmark", "brazil", "andorra"]


def test_who_was_absent_comes_after_late_requests_of_its_class_and_before_the_next_class() -> None:
    forum = a_listed_forum(entry(1, "andorra", Happening.ABSENT))
    classes = [
        c.model_copy(update={"protocol_place": place}) for place, c in zip((1, 2, 3), forum.classes, strict=True)
    ]
    entity = a_participant("iom", "un-entity")
    sessions = [s.model_copy(update={"list_closes": moment("2026-02-03 12:00")}) for s in forum.sessions]
    closed = forum.model_copy(
        update={
            "classes": tuple(classes),
            "sessions": tuple(sessions),
            "participants": (*forum.participants, entity),
            "requests": (*forum.requests, a_request("iom", "iom", "s1", requested_at="2026-01-01T10:00")),
        }
    )
    assert order(closed) == ["brazil", "chad", "denmark", "andorra", "iom"]
