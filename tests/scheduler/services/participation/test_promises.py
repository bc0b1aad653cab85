"""What was promised stands beside what the lists give, list by list and together."""

import pytest

from scheduler.domain.sharing import Share
from scheduler.services.participation.promises import Promise
from scheduler.services.participation.report import participation
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import an_asked_forum, first


def a_share(participant_class: str = "stakeholder", **fields: object) -> Share:
    """Return a share in round tables, unless a session is named."""
    place = {} if "session" in fields else {"kind": "round-table"}
    return Share.model_validate({"class": participant_class} | place | fields)


def promised(*shares: Share, lists: dict[str, list[str]], **fields: object) -> tuple[Promise, ...]:
    """Return the promises of a forum whose lists hold these requests, three minutes each."""
    forum = an_asked_forum(shares=shares, **fields)
    turns = {s: [b.an_intervention(id, "2026-05-05 10:00") for id in ids] for s, ids in lists.items()}
    return participation(forum, b.an_agenda(lists=tuple(b.a_list(s, *t) for s, t in turns.items()))).promises


def test_a_share_of_the_floor_is_told_in_minutes_beside_what_there_is() -> None:
    (found,) = promised(a_share(percent=30, basis="Note 12"), lists={"s1": first(("state", 6), ("ngo", 4))})
    assert (found.session, found.class_label, found.basis) == ("s1", "Stakeholder", "Note 12")
    assert (found.percent, found.promised_minutes) == (30, 18)
    assert (found.share_percent, found.minutes, found.speakers) == (40, 12, 4)
    assert (found.short_minutes, found.is_kept) == (6, False)


def test_minutes_kept_for_responses_are_not_shared_out() -> None:
    sessions = (b.a_session("s1", floor_minutes=60, response_minutes=20),)
    (found,) = promised(a_share(percent=30), lists={"s1": first(("ngo", 4))}, sessions=sessions)
    assert (found.promised_minutes, found.short_minutes, found.is_kept) == (12, 0, True)


@pytest.mark.parametrize(("percent", "kept"), [(22.5, True), (25, False)])
def test_less_than_one_statement_is_no_breach_since_it_cannot_be_given(percent: float, kept: bool) -> None:
    (found,) = promised(a_share(percent=percent), lists={"s1": first(("ngo", 4))})
    assert (found.short_minutes, found.is_kept) == (percent * 0.6 - 12, kept)


@pytest.mark.parametrize(
    ("fields", "kept"),
    [({"places": 4}, True), ({"places": 5}, False), ({"least": 4}, True), ({"most": 3}, False), ({"most": 4}, True)],
)
def test_places_and_bounds_are_counted_in_speakers(fields: dict[str, int], kept: bool) -> None:
    (found,) = promised(a_share(**fields), lists={"s1": first(("ngo", 4))})
    assert (found.promised_minutes, found.short_minutes, found.is_kept) == (None, None, kept)


def test_what_is_said_of_a_session_holds_instead_of_what_is_said_of_its_kind() -> None:
    shares = (a_share(percent=30), a_share(session="s2", percent=10))
    found = promised(*shares, lists={"s1": first(("ngo", 4)), "s2": first(("youth", 2))})
    assert {p.session: p.percent for p in found if p.session} == {"s1": 30, "s2": 10}


def test_lists_together_weigh_each_by_its_floor() -> None:
    shares = (a_share(percent=30), a_share(session="s2", percent=10))
    lists = {"s1": first(("state", 4), ("ngo", 4)), "s2": first(("youth", 2))}
    together = promised(*shares, lists=lists)[0]
    assert (together.session, together.title) == (None, "2 lists together")
    assert (together.promised_minutes, together.percent) == (24, 20)
    assert (together.minutes, together.share_percent, together.speakers) == (18, 60, 6)
    assert (together.short_minutes, together.is_kept) == (6, False)


def test_a_constituency_is_promised_places_in_its_class() -> None:
    shares = (a_share(places=4), a_share(constituency="youth", least=1))
    found = promised(*shares, lists={"s1": first(("ngo", 4))})
    assert [(p.constituency_label, p.speakers, p.is_kept) for p in found] == [(None, 4, True), ("Youth", 0, False)]


def test_whether_a_constituency_has_its_places_is_not_told_where_somebody_is_withheld() -> None:
    people = (b.a_person("p", "youth-01", publication="withheld"),)
    requests = (b.a_request("youth-01", "youth-01", person="p"),)
    lists = {"s1": ["youth-01"]}
    (found,) = promised(a_share(constituency="youth", least=1), lists=lists, people=people, requests=requests)
    assert (found.speakers, found.is_kept) == (0, None)


def test_nothing_is_promised_where_no_share_is_stated() -> None:
    assert promised(lists={"s1": first(("ngo", 4))}) == ()
