from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.session import RoleName
from scheduler.domain.sharing import SelectionSettings
from scheduler.errors import ForumFaults, NotFoundError, RefusedError
from scheduler.services.intake.record import record
from scheduler.services.intake.standing import standings
from scheduler.services.intake.states import RequestState
from tests.scheduler.builders import a_person, a_request
from tests.scheduler.services.intake.cases import (
    NOON,
    OVERRIDE,
    QUOTAS,
    a_crowded_forum,
    a_quota,
    a_selection,
    given,
    logged,
    recorded,
    waits,
    with_sessions,
)


def entries(forum: Forum, request: str, happening: str, **fields: Any) -> tuple[Entry, ...]:
    return record(forum, a_selection(), request, Happening(happening), at=NOON, **fields)


def test_a_withdrawal_promotes_the_first_who_waits_in_its_quota_and_says_why() -> None:
    first, second = entries(a_crowded_forum(), "n-caritas", "withdrawn", reason="Our speaker is ill.")
    assert (first.number, first.request, first.reason) == (1, "n-caritas", "Our speaker is ill.")
    assert (second.number, second.request, second.happening, second.basis, second.other) == (
        2,
        "n-seebruecke",
        Happening.GIVEN,
        Basis.METHOD,
        "n-caritas",
    )
    assert second.reason == "A place has become free, and this request was first in its waiting list."


def test_a_place_nobody_waits_for_passes_to_the_constituency_next_by_its_quotient_and_says_so() -> None:
    first, second = record(a_crowded_forum(), a_selection(), "n-unions", Happening.WITHDRAWN, at=NOON)
    assert (second.request, second.basis, second.other, second.reason) == (
        "n-seebruecke",
        Basis.METHOD,
        first.request,
        "A place has become free that nobody can have who waits for it, and this request was the next it passes to.",
    )


def test_a_place_that_passed_on_is_free_for_its_new_constituency_when_it_is_given_back() -> None:
    entries = record(a_crowded_forum(), a_selection(), "n-unions", Happening.WITHDRAWN, at=NOON)
    later = a_crowded_forum().model_copy(update={"log": entries})
    assert recorded(later, "n-caritas", "withdrawn")[1:] == [("n-oxfam", "given", "method")]
    assert recorded(later, "n-seebruecke", "withdrawn")[1:] == [("n-oxfam", "given", "method")]


def test_a_place_passes_to_another_class_only_where_nobody_of_its_own_waits() -> None:
    nobody = (given("n-caritas"), given("s-kenya"), waits("s-chad", 1))
    found = recorded(a_crowded_forum(), "n-caritas", "withdrawn", a_selection(*nobody))
    assert found[1:] == [("s-chad", "given", "method")]
    somebody = (*nobody, given("n-oxfam"), waits("n-unions", 1))
    quotas = (*QUOTAS, a_quota("stakeholder", "ngos", places=2), a_quota("stakeholder", "trade-unions", seconds=60))
    assert recorded(a_crowded_forum(), "n-caritas", "withdrawn", a_selection(*somebody, quotas=quotas))[1:] == []


def test_who_is_heard_nowhere_is_promoted_before_who_speaks_elsewhere() -> None:
    forum = a_crowded_forum()
    both = forum.model_copy(update={"requests": (*forum.requests, a_request("n-seebruecke-2", "seebruecke", "rt2"))})
    wait = (given("n-caritas"), waits("n-oxfam", 1), waits("n-seebruecke", 2))
    for heard, promoted in (("oxfam", "seebruecke"), ("seebruecke", "oxfam")):
        selection = a_selection(*wait, given(f"n-{heard}-2", "rt2"))
        assert recorded(both, "n-caritas", "withdrawn", selection)[1:] == [(f"n-{promoted}", "given", "method")]


def test_who_waits_frees_no_place_by_withdrawing() -> None:
    assert recorded(a_crowded_forum(), "n-oxfam", "withdrawn") == [("n-oxfam", "withdrawn", "requester")]


def test_without_shares_all_who_ask_for_the_floor_wait_in_one_list() -> None:
    selection = a_selection(quotas=(a_quota(places=5),))
    assert recorded(a_crowded_forum(), "n-unions", "withdrawn", selection)[1:] == [("s-chad", "given", "method")]


def test_an_objection_frees_the_place_and_stays_what_it_is() -> None:
    found = recorded(a_crowded_forum(), "n-caritas", "declined", **(OVERRIDE | {"basis": Basis.OBJECTION}))
    assert found == [("n-caritas", "declined", "objection"), ("n-seebruecke", "given", "method")]


def test_who_is_put_back_on_the_waiting_list_is_not_promoted_again_at_once() -> None:
    found = recorded(a_crowded_forum(), "s-kenya", "wait-listed", **OVERRIDE)
    assert found == [("s-kenya", "wait-listed", "override"), ("s-chad", "given", "method")]


def test_an_organisation_with_all_its_places_waits_behind_all_others() -> None:
    more = a_request("n-caritas-b", "caritas", "rt1")
    forum = a_crowded_forum()
    forum = forum.model_copy(update={"requests": (*forum.requests, more)})
    quotas = (a_quota("stakeholder", "ngos", places=2),)
    decisions = (given("n-caritas-b"), given("n-seebruecke"), waits("n-caritas", 1), waits("n-oxfam", 2))
    found = record(forum, a_selection(*decisions, quotas=quotas), "n-seebruecke", Happening.WITHDRAWN, at=NOON)
    assert [(e.request, e.reason) for e in found[1:]] == [
        (
            "n-oxfam",
            "A place has become free, and this request was first in its waiting list.",
        )
    ]


def test_a_delegation_is_not_bound_by_the_limits_of_organisations() -> None:
    forum = a_crowded_forum()
    forum = forum.model_copy(update={"requests": (*forum.requests, a_request("s-kenya-b", "kenya", "rt1"))})
    selection = a_selection(given("s-kenya"), given("s-nepal"), waits("s-kenya-b", 1))
    assert recorded(forum, "s-nepal", "withdrawn", selection)[1:] == [("s-kenya-b", "given", "method")]


def test_nobody_is_promoted_for_whom_the_floor_has_no_time() -> None:
    forum = with_sessions(floor_minutes=15)
    long = [r.model_copy(update={"minutes": 4}) if r.id == "n-seebruecke" else r for r in forum.requests]
    forum = forum.model_copy(update={"requests": tuple(long)})
    found = record(forum, a_selection(), "n-caritas", Happening.WITHDRAWN, at=NOON)
    assert [(e.request, e.reason) for e in found[1:]] == [
        (
            "n-oxfam",
            "A place has become free, and this request was the first in its waiting list whom limits allow; 1 waits "
            "before it.",
        )
    ]


def test_minutes_kept_for_responses_are_not_given_away() -> None:
    forum = with_sessions(floor_minutes=30, response_minutes=18)
    assert recorded(forum, "n-caritas", "withdrawn") == [("n-caritas", "withdrawn", "requester")]


def test_nobody_is_promoted_beyond_the_time_of_the_class() -> None:
    quotas = (a_quota("stakeholder", "ngos", seconds=300), *QUOTAS)
    found = recorded(a_crowded_forum(), "n-caritas", "withdrawn", a_selection(quotas=quotas))
    assert found == [("n-caritas", "withdrawn", "requester")]


def test_an_absence_is_entered_for_the_chair_and_frees_nothing() -> None:
    assert recorded(a_crowded_forum(), "s-kenya", "absent") == [("s-kenya", "absent", "chair")]


def test_a_substitute_who_belongs_to_the_delegation_keeps_the_place() -> None:
    found = recorded(a_crowded_forum(), "s-kenya", "substituted", person="wanjiru")
    assert found == [("s-kenya", "substituted", "requester")]


def test_a_substitute_from_elsewhere_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"^lee does not belong to kenya\. Name somebody who does"):
        recorded(a_crowded_forum(), "s-kenya", "substituted", person="lee")


def test_a_substitute_who_is_never_there_is_refused() -> None:
    never = a_person("late", "kenya", available=({"date": "2026-05-05", "start": "13:00", "end": "15:00"},))
    forum = a_crowded_forum()
    forum = forum.model_copy(update={"people": (*forum.people, never)})
    with pytest.raises(RefusedError, match="A speaker has the floor only while present and free"):
        recorded(forum, "s-kenya", "substituted", person="late")


def test_merging_frees_a_place_and_promotes_into_it() -> None:
    quotas = (*QUOTAS, a_quota("stakeholder", "ngos", places=2))
    selection = a_selection(given("n-caritas"), given("n-oxfam"), waits("n-seebruecke", 1), quotas=quotas)
    found = recorded(a_crowded_forum(), "n-oxfam", "merged", selection, other="n-caritas")
    assert found == [("n-oxfam", "merged", "requester"), ("n-seebruecke", "given", "method")]


def test_joining_from_the_waiting_list_frees_no_place() -> None:
    assert recorded(a_crowded_forum(), "n-oxfam", "merged", other="n-caritas") == [("n-oxfam", "merged", "requester")]


def test_the_place_of_who_joins_a_request_that_waits_goes_over_to_it() -> None:
    forum = a_crowded_forum()
    found = entries(forum, "n-caritas", "merged", other="n-oxfam")
    after = standings(forum.model_copy(update={"log": found}), a_selection())
    assert ([e.request for e in found], after["n-oxfam"].state) == (["n-caritas"], RequestState.GIVEN)


def test_a_joint_statement_for_which_there_is_no_time_is_refused() -> None:
    with pytest.raises(RefusedError, match="A joint statement takes longer, and there is no time for it"):
        recorded(with_sessions(floor_minutes=15), "n-oxfam", "merged", other="n-caritas")


def test_a_place_that_was_left_empty_is_filled_with_the_next_one() -> None:
    forum = with_sessions(floor_minutes=9)
    quotas = (a_quota("stakeholder", "ngos", places=3),)
    decisions = [given(id) for id in ("n-caritas", "n-oxfam", "n-unions")]
    forum = forum.model_copy(
        update={
            "participants": tuple(p.model_copy(update={"constituency": "ngos"}) for p in forum.participants),
            "requests": (*forum.requests, a_request("s-x", "kenya", "rt1")),
        }
    )
    selection = a_selection(*decisions, waits("n-seebruecke", 1), quotas=quotas)
    found = record(forum, selection, "n-oxfam", Happening.MERGED, at=NOON, other="n-caritas")
    assert [e.request for e in found] == ["n-oxfam"]
    later = forum.model_copy(update={"log": found})
    assert recorded(later, "n-unions", "withdrawn", selection)[1:] == [("n-seebruecke", "given", "method")]


def test_time_that_a_class_yields_promotes_once_it_is_enough() -> None:
    forum = a_crowded_forum()
    assert recorded(forum, "s-kenya", "yielded", minutes=2) == [("s-kenya", "yielded", "requester")]
    forum = logged(forum, ("s-kenya", "yielded", {"minutes": 2}))
    found = record(forum, a_selection(), "s-nepal", Happening.YIELDED, at=NOON, minutes=1)
    assert [(e.request, e.minutes, e.reason) for e in found[1:]] == [
        ("s-chad", 3, "Enough time was yielded, and this request was first in its waiting list.")
    ]
    forum = forum.model_copy(update={"log": (*forum.log, *found)})
    assert recorded(forum, "s-mexico", "yielded", minutes=2) == [("s-mexico", "yielded", "requester")]


@pytest.mark.parametrize("rule", ["floor", "nobody"])
def test_time_yielded_to_the_floor_or_nobody_promotes_nobody(rule: str) -> None:
    forum = a_crowded_forum(selection=SelectionSettings(yielded=rule))
    forum = logged(forum, ("s-kenya", "yielded", {"minutes": 2}), ("s-nepal", "yielded", {"minutes": 2}))
    assert recorded(forum, "s-mexico", "yielded", minutes=2) == [("s-mexico", "yielded", "requester")]


def test_a_role_place_that_becomes_free_goes_to_who_waits_for_that_role() -> None:
    forum = a_crowded_forum()
    asking = [a_request(f"k-{id}", id, "rt1", role=RoleName.KEYNOTE) for id in ("kenya", "oxfam")]
    forum = forum.model_copy(update={"requests": (*forum.requests, *asking)})
    quotas = (a_quota(role=RoleName.KEYNOTE),)
    selection = a_selection(given("k-kenya"), waits("k-oxfam", 1), waits("s-chad", 1), quotas=quotas)
    assert recorded(forum, "k-kenya", "withdrawn", selection)[1:] == [("k-oxfam", "given", "method")]


def test_a_request_nobody_made_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="There is no request nobody"):
        recorded(a_crowded_forum(), "nobody", "withdrawn")


def test_nothing_is_recorded_after_a_log_with_faults() -> None:
    with pytest.raises(ForumFaults, match=r"log\.csv, row 2"):
        recorded(logged(a_crowded_forum(), ("n-oxfam", "spoken")), "s-kenya", "withdrawn")
