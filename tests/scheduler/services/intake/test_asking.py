"""What a selection starts from when the log has gone on since an earlier one."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.log import Happening
from scheduler.domain.selection import Selection, State
from scheduler.services.intake.asking import asking, places_now, with_left
from scheduler.services.intake.published import published
from scheduler.services.intake.record import record
from scheduler.services.intake.standing import log_faults, standings
from scheduler.services.intake.states import RequestState
from scheduler.services.lot_again import selected_again
from scheduler.services.selecting.selecting import select
from solver.result import Limits
from tests.scheduler.services.intake.cases import NOON, a_crowded_forum, a_selection, given, logged


def _gone_on() -> tuple[Forum, Selection]:
    """Return a forum in which one has withdrawn, another was promoted, and two have exchanged their sessions."""
    forum, selection = a_crowded_forum(), a_selection()
    for request, happening, other in (
        ("n-caritas", Happening.WITHDRAWN, None),
        ("s-nepal", Happening.SWAP_OFFERED, "s-nepal-2"),
        ("s-nepal-2", Happening.SWAPPED, "s-nepal"),
        ("s-kenya", Happening.ABSENT, None),
    ):
        entries = record(forum, selection, request, happening, at=NOON, other=other)
        forum = forum.model_copy(update={"log": (*forum.log, *entries)})
    return forum, selection


def test_who_has_a_place_keeps_it_where_promotions_and_exchanges_have_put_it() -> None:
    forum, selection = _gone_on()
    before = places_now(forum, selection)
    assert (before["n-seebruecke"], before["s-nepal"], before["s-nepal-2"]) == ("rt1", "rt2", "rt1")
    assert "n-caritas" not in before
    again = select(forum, Limits(), places=before)
    after = places_now(forum, again)
    assert {id: after.get(id) for id in before} == before
    assert (log_faults(forum, again), again.decision_of["n-caritas"].state) == ((), State.DECLINED)
    assert standings(forum, again)["n-seebruecke"].has_place


def test_a_selection_made_again_is_repeated_from_the_places_it_kept() -> None:
    forum, selection = _gone_on()
    again = select(forum, Limits(), places=places_now(forum, selection))
    later = forum.model_copy(
        update={"log": (*forum.log, *record(forum, again, "s-chad", Happening.WITHDRAWN, at=NOON))}
    )
    assert selected_again(later, again, Limits()) == again


def test_who_left_a_place_before_a_selection_was_made_again_is_still_told_of() -> None:
    forum, selection = _gone_on()
    again = with_left(select(forum, Limits(), places=places_now(forum, selection)), selection)
    assert again.left == ("n-caritas",)
    told = [(one.who, one.what) for one in published(forum, selection)]
    assert told == [("Kenya", "absent"), ("Caritas", "withdrawn")]
    assert [(one.who, one.what) for one in published(forum, again)] == told
    third = with_left(select(forum, Limits(), places=places_now(forum, again)), again)
    assert [(one.who, one.what) for one in published(forum, third)] == told


def test_who_was_absent_stays_in_the_session_of_its_second_choice() -> None:
    forum = a_crowded_forum()
    asked = tuple(r.model_copy(update={"second_choice": "rt2"}) if r.id == "s-chad" else r for r in forum.requests)
    forum = logged(forum.model_copy(update={"requests": asked}), ("s-chad", "absent"))
    selection = a_selection(given("s-kenya"), given("s-chad", "rt2"))
    again = select(forum, Limits(), places=places_now(forum, selection))
    found = standings(forum, again)["s-chad"]
    assert (found.session, found.state) == ("rt2", RequestState.ABSENT)


def test_who_leads_a_statement_and_withdraws_hands_it_to_the_first_who_joined() -> None:
    forum = logged(
        a_crowded_forum(),
        ("n-oxfam", "merged", {"other": "n-caritas"}),
        ("n-seebruecke", "merged", {"other": "n-caritas"}),
        ("n-caritas", "withdrawn"),
    )
    standing, settled = asking(forum)
    assert (settled.out, list(settled.entries)) == (frozenset({"n-seebruecke"}), ["n-caritas"])
    assert standing.request_by_id["n-oxfam"].cosponsors == ("seebruecke",)
