import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode
from scheduler.errors import RefusedError
from tests.scheduler.builders import a_class, a_kind, a_person, a_session
from tests.scheduler.services.intake.cases import a_crowded_forum, a_selection, given, logged, recorded, with_sessions


def offered(forum: Forum, one: str, other: str) -> Forum:
    return logged(forum, (one, "swap-offered", {"other": other}))


def test_an_exchange_is_offered_and_then_accepted_by_the_other_side() -> None:
    forum = a_crowded_forum()
    assert recorded(forum, "s-kenya", "swap-offered", other="s-nepal") == [("s-kenya", "swap-offered", "requester")]
    forum = offered(forum, "s-kenya", "s-nepal")
    assert recorded(forum, "s-nepal", "swapped", other="s-kenya") == [("s-nepal", "swapped", "requester")]


def test_an_offer_of_a_place_that_was_exchanged_since_is_void() -> None:
    forum = logged(
        a_crowded_forum(),
        ("s-kenya", "swap-offered", {"other": "s-nepal"}),
        ("s-kenya", "swap-offered", {"other": "s-mexico"}),
        ("s-mexico", "swapped", {"other": "s-kenya"}),
    )
    with pytest.raises(RefusedError, match="s-kenya has offered s-nepal no exchange"):
        recorded(forum, "s-nepal", "swapped", other="s-kenya")


def test_an_exchange_without_the_consent_of_the_other_side_is_refused() -> None:
    forum = offered(a_crowded_forum(), "s-kenya", "s-nepal")
    with pytest.raises(RefusedError, match="Both sides must agree"):
        recorded(forum, "s-kenya", "swapped", other="s-nepal")


def test_an_exchange_across_the_two_sides_of_an_interspersed_list_is_refused() -> None:
    with pytest.raises(RefusedError, match="Speakers of a class that is interspersed stand evenly among the others"):
        recorded(a_crowded_forum(), "s-kenya", "swap-offered", other="n-caritas")
    forum = a_crowded_forum(kinds=(a_kind("round-table", mode=Mode.NONE),))
    assert len(recorded(forum, "s-kenya", "swap-offered", other="n-caritas")) == 1


def test_a_pinned_place_is_not_exchanged() -> None:
    forum = a_crowded_forum()
    pinned = [r.model_copy(update={"place": 1}) if r.id == "s-kenya" else r for r in forum.requests]
    forum = forum.model_copy(update={"requests": tuple(pinned)})
    with pytest.raises(RefusedError, match="A speaker whose place is pinned speaks at that place of the list"):
        recorded(forum, "s-nepal", "swap-offered", other="s-kenya")


def test_an_exchange_of_a_group_with_a_national_statement_is_refused_where_groups_come_first() -> None:
    forum = a_crowded_forum(kinds=(a_kind("round-table", groups_first=True),))
    group = [r.model_copy(update={"on_behalf_of": "African Group"}) if r.id == "s-kenya" else r for r in forum.requests]
    forum = forum.model_copy(update={"requests": tuple(group)})
    with pytest.raises(RefusedError, match="Statements on behalf of groups come before national ones"):
        recorded(forum, "s-kenya", "swap-offered", other="s-nepal")


def test_an_exchange_of_sessions_inside_one_quota_is_accepted() -> None:
    forum = offered(a_crowded_forum(), "n-caritas", "n-oxfam-2")
    assert recorded(forum, "n-oxfam-2", "swapped", other="n-caritas") == [("n-oxfam-2", "swapped", "requester")]


def test_an_exchange_of_sessions_between_two_constituencies_breaks_their_quotas() -> None:
    with pytest.raises(RefusedError, match="No more requests of a quota are chosen than it has places"):
        recorded(a_crowded_forum(), "n-unions", "swap-offered", other="n-oxfam-2")


def test_an_exchange_into_a_session_where_the_class_has_no_floor_is_refused() -> None:
    forum = a_crowded_forum(
        kinds=(a_kind("round-table"), a_kind("plenary")),
        sessions=(a_session("rt1", "round-table", 60, floor_minutes=30), a_session("rt2", "plenary", 60)),
        classes=(
            a_class("state", delegation=True),
            a_class("stakeholder", interspersed=True, speaks_in=("round-table",)),
        ),
    )
    with pytest.raises(RefusedError, match="Stakeholder has no floor in sessions of the kind Plenary"):
        recorded(forum, "n-caritas", "swap-offered", other="n-oxfam-2")


def test_an_exchange_that_the_floor_has_no_time_for_is_refused() -> None:
    forum = with_sessions(floor_minutes=15)
    long = [r.model_copy(update={"minutes": 5}) if r.id == "s-nepal-2" else r for r in forum.requests]
    forum = forum.model_copy(update={"requests": tuple(long)})
    with pytest.raises(RefusedError, match="The speakers of a session fit into its floor time"):
        recorded(forum, "s-kenya", "swap-offered", other="s-nepal-2")


def test_an_exchange_that_gives_an_organisation_two_places_in_a_session_is_refused() -> None:
    selection = a_selection(given("n-caritas"), given("n-oxfam"), given("n-oxfam-2", "rt2"))
    with pytest.raises(RefusedError, match="An organisation has no more places in one session than it may"):
        recorded(a_crowded_forum(), "n-caritas", "swap-offered", selection, other="n-oxfam-2")


def test_an_exchange_into_a_session_its_speaker_cannot_come_to_is_refused() -> None:
    forum = a_crowded_forum()
    morning = {"date": "2026-05-05", "start": "10:00", "end": "13:00"}
    requests = [r.model_copy(update={"person": "asha"}) if r.id == "s-kenya" else r for r in forum.requests]
    afternoon = {"date": "2026-05-05", "start": "15:00", "end": "18:00"}
    forum = a_crowded_forum(
        requests=tuple(requests),
        people=(a_person("asha", "kenya", available=(morning,)),),
        sessions=(forum.sessions[0], a_session("rt2", "round-table", 60, floor_minutes=30, available=(afternoon,))),
    )
    with pytest.raises(RefusedError, match="A speaker has the floor only while present"):
        recorded(forum, "s-kenya", "swap-offered", other="s-nepal-2")
