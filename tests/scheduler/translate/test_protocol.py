"""Protocol keys follow class, rank and the session's policy, whatever the machine's locale is."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.forum import Forum
from scheduler.domain.request import Rank
from scheduler.domain.session import Mode, Policy
from scheduler.translate.policies import folded
from scheduler.translate.protocol import protocol_keys
from tests.scheduler.builders import a_class, a_forum, a_kind, a_participant, a_request, a_session, text


def order(forum: Forum) -> list[str]:
    """Return the request ids by key, equal keys by id."""
    keys = protocol_keys(forum, forum.sessions[0], forum.requests)
    return [request.id for _, request in sorted(zip(keys, forum.requests, strict=True), key=lambda x: (x[0], x[1].id))]


def named(*names: str) -> dict[str, object]:
    """Return participants with these names, one request each, ids p0, p1, ..."""
    participants = tuple(a_participant(f"p{place}", name=text(name)) for place, name in enumerate(names))
    return {"participants": participants, "requests": tuple(a_request(item.id, item.id) for item in participants)}


def at(hour: int) -> dt.datetime:
    return dt.datetime(2026, 2, 1, hour)


def test_accents_and_case_do_not_count_in_alphabetical_order() -> None:
    assert [folded(n) for n in ("Côte d'Ivoire", "CABO-VERDE", "Türkiye", "Łódź")] == [
        "cote divoire",
        "cabo verde",
        "turkiye",
        "lodz",
    ]


def test_alphabetical_order_begins_with_the_drawn_letter() -> None:
    session = a_session(policy=Policy.ALPHABETICAL, drawn_letter="M")
    forum = a_forum(sessions=(session,), **named("Albania", "Mexico", "Österreich", "Lebanon", "Zambia"))
    assert order(forum) == ["p1", "p2", "p4", "p0", "p3"]


def test_alphabetical_order_goes_by_the_protocol_language() -> None:
    germany = a_participant("de", name=text("Germany", fr="Allemagne"))
    chad = a_participant("td", name=text("Chad", fr="Tchad"))
    forum = a_forum(
        protocol_language="fr",
        sessions=(a_session(policy=Policy.ALPHABETICAL),),
        participants=(germany, chad),
        requests=(a_request("chad", "td"), a_request("germany", "de")),
    )
    assert order(forum) == ["germany", "chad"]


def test_a_minister_speaks_before_an_ambassador_unless_the_kind_ignores_rank() -> None:
    fields = {
        "ranks": (Rank(id="M", label="Minister", order=5),),
        "participants": (a_participant("a"), a_participant("b")),
        "requests": (
            a_request("first", "a", requested_at=at(1)),
            a_request("minister", "b", rank="M", requested_at=at(2)),
        ),
    }
    assert order(a_forum(**fields)) == ["minister", "first"]
    assert order(a_forum(kinds=(a_kind(ranks=False),), **fields)) == ["first", "minister"]


def test_the_place_of_the_class_comes_before_the_rank() -> None:
    forum = a_forum(
        classes=(a_class("state", delegation=True), a_class("un", protocol_place=2)),
        ranks=(Rank(id="HS", label="Head of State", order=1),),
        participants=(a_participant("iom", "un"), a_participant("a")),
        requests=(a_request("agency", "iom", rank="HS"), a_request("state", "a")),
    )
    assert order(forum) == ["state", "agency"]


def test_requests_come_by_time_and_those_without_a_time_last() -> None:
    forum = a_forum(
        participants=(a_participant("a"),),
        requests=(
            a_request("never", "a"),
            a_request("late", "a", requested_at=at(9)),
            a_request("utc", "a", requested_at=at(13).replace(tzinfo=dt.UTC)),
        ),
    )
    assert order(forum) == ["utc", "late", "never"]


def test_request_times_that_are_not_known_leave_a_choice() -> None:
    requests = (a_request("a", "p"), a_request("b", "p"))
    forum = a_forum(participants=(a_participant("p"),), requests=requests)
    assert len(set(protocol_keys(forum, forum.sessions[0], requests))) == 1


def test_regional_rotation_takes_one_of_each_region_in_turn() -> None:
    regions = {"a1": "africa", "a2": "africa", "e1": "europe", "e2": "europe"}
    forum = a_forum(
        sessions=(a_session(policy=Policy.REGIONAL_ROTATION),),
        participants=tuple(a_participant(name, regions=(region,)) for name, region in regions.items()),
        requests=tuple(
            a_request(name, name, requested_at=at(hour)) for name, hour in (("a1", 2), ("a2", 3), ("e1", 1), ("e2", 9))
        ),
    )
    assert order(forum) == ["e1", "a1", "e2", "a2"]


def test_a_corridor_is_no_region_to_take_turns_by() -> None:
    regions = {"a1": ("corridor.med", "un.africa"), "a2": ("un.africa", "corridor.med"), "e1": ("corridor.med",)}
    forum = a_forum(
        sessions=(a_session(policy=Policy.REGIONAL_ROTATION),),
        participants=tuple(a_participant(name, regions=own) for name, own in regions.items()),
        requests=tuple(a_request(name, name, requested_at=at(hour)) for hour, name in enumerate(("a1", "a2", "e1"), 1)),
    )
    assert order(forum) == ["a1", "e1", "a2"]
    by_corridor = forum.model_copy(update={"reviews": forum.reviews.model_copy(update={"region_scheme": "corridor"})})
    assert order(by_corridor) == ["a1", "a2", "e1"]


def test_a_lot_is_the_same_for_one_forum_and_differs_between_forums() -> None:
    def lots(uid: str) -> list[str]:
        requests = tuple(a_request(f"r{n}", "p") for n in range(8))
        sessions = (a_session(policy=Policy.LOT),)
        return order(a_forum(uid=uid, sessions=sessions, participants=(a_participant("p"),), requests=requests))

    assert lots("forum-0001") == lots("forum-0001")
    assert lots("forum-0001") != lots("forum-0002")
    assert sorted(lots("forum-0002")) == [f"r{n}" for n in range(8)]


def test_who_is_interspersed_takes_turns_apart_from_the_others_only_where_the_mode_mixes_them() -> None:
    asked = (("s1", "state", 1), ("s2", "state", 4), ("g1", "stakeholder", 2), ("g2", "stakeholder", 3))
    fields = {
        "participants": tuple(a_participant(name, group, regions=("africa",)) for name, group, _ in asked),
        "requests": tuple(a_request(name, name, requested_at=at(hour)) for name, _, hour in asked),
    }

    def places(mode: Mode) -> list[int]:
        forum = a_forum(sessions=(a_session(policy=Policy.REGIONAL_ROTATION, mode=mode),), **fields)
        return [key[-1] for key in protocol_keys(forum, forum.sessions[0], forum.requests)]

    assert places(Mode.THROUGHOUT) == places(Mode.AFTER_OPENING) == [0, 1, 0, 1]
    assert places(Mode.NONE) == places(Mode.RESERVED) == [0, 3, 1, 2]
