from collections import Counter

import pytest

from scheduler.domain.log import Basis
from scheduler.errors import ForumFaults
from scheduler.services.intake.events import Delivery
from scheduler.services.intake.standing import log_faults, standings
from scheduler.services.intake.states import RequestState
from tests.scheduler.services.intake.cases import (
    NOON,
    OVERRIDE,
    a_crowded_forum,
    a_selection,
    an_entry,
    given,
    logged,
    waits,
)

S = RequestState
METHOD = {"basis": Basis.METHOD}


def test_without_selection_and_log_everything_is_submitted() -> None:
    forum = a_crowded_forum()
    assert [one.state for one in standings(forum, None).values()] == [S.SUBMITTED] * len(forum.requests)


def test_a_selection_decides_with_its_reason_and_position() -> None:
    found = standings(a_crowded_forum(), a_selection())
    assert Counter(one.state for one in found.values()) == {S.GIVEN: 7, S.WAIT_LISTED: 3}
    chad = found["s-chad"]
    assert (chad.state, chad.position, chad.basis, chad.reason) == (
        S.WAIT_LISTED,
        1,
        Basis.METHOD,
        "Others were drawn earlier.",
    )
    assert [(event.number, event.what) for event in chad.history] == [(None, "wait-listed")]


def test_positions_are_those_of_who_still_waits() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "withdrawn"))
    found = standings(forum, a_selection())
    assert [found[id].position for id in ("n-oxfam", "n-seebruecke", "s-chad")] == [None, 1, 1]


def test_whoever_is_put_on_a_waiting_list_later_is_weighed_like_all_others() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "wait-listed", OVERRIDE))
    found = standings(forum, a_selection())
    assert [found[id].position for id in ("n-oxfam", "n-seebruecke", "n-caritas")] == [3, 1, 2]


def test_a_history_keeps_everything_with_its_reason() -> None:
    forum = logged(
        a_crowded_forum(),
        ("s-chad", "drafted"),
        ("s-chad", "submitted"),
        ("s-chad", "given", OVERRIDE),
        ("s-chad", "absent"),
        ("s-chad", "spoken"),
    )
    chad = standings(forum, a_selection(logged=2))["s-chad"]
    assert (chad.state, chad.basis, chad.reason) == (S.SPOKEN, Basis.OVERRIDE, "The chair asked for it.")
    told = [(event.number, event.what, event.by, event.reason) for event in chad.history]
    assert told == [
        (1, "drafted", None, None),
        (2, "submitted", None, None),
        (None, "wait-listed", None, "Others were drawn earlier."),
        (3, "given", "M. Ortega", "The chair asked for it."),
        (4, "absent", None, None),
        (5, "spoken", None, None),
    ]
    assert {event.at for event in chad.history} == {None, NOON}


def test_a_draft_is_not_decided() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "drafted"))
    assert standings(forum, a_selection(logged=1))["s-kenya"].state is S.DRAFT


def test_a_selection_made_again_takes_the_place_of_earlier_promotions_and_their_history_stays() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "withdrawn"), ("n-oxfam", "given", METHOD))
    again = a_selection(given("n-seebruecke"), waits("n-oxfam", 1), logged=2)
    found = standings(forum, again)
    assert [found[id].state for id in ("n-caritas", "n-oxfam", "n-seebruecke")] == [S.WITHDRAWN, S.WAIT_LISTED, S.GIVEN]
    assert [event.what for event in found["n-oxfam"].history] == ["given", "wait-listed"]


def test_what_was_legal_before_the_selection_is_no_fault_after_it_declines() -> None:
    forum = logged(
        a_crowded_forum(),
        ("s-kenya", "swap-offered", {"other": "s-nepal"}),
        ("s-kenya", "substituted", {"person": "asha"}),
        ("s-chad", "wait-listed", OVERRIDE),
    )
    selection = a_selection(given("s-kenya", state="declined"), given("s-nepal"), given("s-chad"), logged=3)
    found = standings(forum, selection)
    assert [found[id].state for id in ("s-kenya", "s-nepal", "s-chad")] == [S.DECLINED, S.GIVEN, S.GIVEN]
    assert (found["s-kenya"].person, found["s-nepal"].offers) == ("asha", ())
    assert [fault.row for fault in log_faults(forum, selection.model_copy(update={"logged": 0}))] == [2, 3]


def test_a_decision_outside_the_method_is_never_the_selections() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "declined", OVERRIDE | {"basis": Basis.OBJECTION}))
    selection = a_selection(given("s-kenya", basis=Basis.OVERRIDE))
    kenya = standings(forum, selection)["s-kenya"]
    assert (kenya.state, kenya.basis, len(kenya.history)) == (S.DECLINED, Basis.OBJECTION, 1)


@pytest.mark.parametrize(
    ("happening", "delivery"),
    [("made-remote", Delivery.REMOTE), ("made-recorded", Delivery.RECORDED), ("made-proxy", Delivery.PROXY)],
)
def test_a_refused_visa_keeps_the_place(happening: str, delivery: Delivery) -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", happening))
    kenya = standings(forum, a_selection())["s-kenya"]
    assert (kenya.state, kenya.delivery) == (S.GIVEN, delivery)


def test_a_proxy_reads_for_the_speaker() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "made-proxy", {"person": "wanjiru"}))
    assert standings(forum, a_selection())["s-kenya"].person == "wanjiru"


def test_an_exchange_needs_both_sides_and_exchanges_sessions() -> None:
    forum = logged(
        a_crowded_forum(),
        ("s-nepal", "swap-offered", {"other": "s-nepal-2"}),
        ("s-nepal-2", "swapped", {"other": "s-nepal"}),
    )
    found = standings(forum, a_selection())
    assert (found["s-nepal"].session, found["s-nepal-2"].session) == ("rt2", "rt1")


def test_an_offer_is_shown_to_the_other_side_until_it_is_refused() -> None:
    offer = ("s-kenya", "swap-offered", {"other": "s-nepal"})
    offered = logged(a_crowded_forum(), offer)
    assert standings(offered, a_selection())["s-nepal"].offers == ("s-kenya",)
    refused = logged(a_crowded_forum(), offer, ("s-nepal", "swap-refused", {"other": "s-kenya"}))
    assert standings(refused, a_selection())["s-nepal"].offers == ()


def test_who_joined_a_statement_stands_where_it_stands() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}), ("n-caritas", "spoken"))
    found = standings(forum, a_selection())
    assert (found["n-oxfam"].state, found["n-oxfam"].merged_into, found["n-oxfam"].has_place) == (
        S.SPOKEN,
        "n-caritas",
        False,
    )
    assert (found["n-caritas"].cosponsors, found["n-caritas"].seconds) == (("oxfam",), 300)


def test_a_joint_statement_has_the_place_that_one_who_joined_had() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "merged", {"other": "n-oxfam"}))
    found = standings(forum, a_selection())
    assert (found["n-oxfam"].state, found["n-oxfam"].has_place) == (S.GIVEN, True)


def test_whoever_leads_a_joint_statement_and_withdraws_leaves_the_place_to_the_first_who_joined() -> None:
    forum = logged(
        a_crowded_forum(),
        ("n-oxfam", "merged", {"other": "n-caritas"}),
        ("n-seebruecke", "merged", {"other": "n-caritas"}),
        ("n-caritas", "withdrawn"),
    )
    found = standings(forum, a_selection())
    assert [found[id].state for id in ("n-caritas", "n-oxfam", "n-seebruecke")] == [S.WITHDRAWN, S.GIVEN, S.GIVEN]
    assert (found["n-oxfam"].cosponsors, found["n-seebruecke"].merged_into) == (("seebruecke",), "n-oxfam")


def test_who_leaves_a_joint_statement_is_named_no_more() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}), ("n-oxfam", "withdrawn"))
    found = standings(forum, a_selection())
    assert (found["n-oxfam"].state, found["n-caritas"].cosponsors, found["n-caritas"].is_joint) == (
        S.WITHDRAWN,
        (),
        False,
    )


def test_yielded_minutes_are_gone_from_the_limit() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "yielded", {"minutes": 1}), ("s-kenya", "yielded", {"minutes": 0.5}))
    kenya = standings(forum, a_selection())["s-kenya"]
    assert (kenya.seconds, kenya.yielded_minutes) == (90, 1.5)


FAULTY = (
    ("s-kenya", "absent"),
    ("s-kenya", "absent"),
    ("nobody", "withdrawn"),
    ("n-oxfam", "spoken"),
    ("n-oxfam", "given", {"basis": Basis.OVERRIDE}),
    ("s-mexico", "substituted", {"person": "lee"}),
    ("s-mexico", "swapped", {"other": "s-nepal"}),
    ("s-mexico", "yielded", {"minutes": 3}),
    ("s-mexico", "merged", {"other": "s-nepal-2"}),
    ("s-mexico", "merged"),
)


def test_every_illegal_entry_of_a_log_is_reported_at_once_with_its_row() -> None:
    forum = logged(a_crowded_forum(), *FAULTY)
    faults = log_faults(forum, a_selection())
    assert [fault.row for fault in faults] == [3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert {fault.file for fault in faults} == {"log.csv"}
    assert [str(fault) for fault in faults[:2]] == [
        "log.csv, row 3, column happening: Request s-kenya cannot be recorded as absent. It stands at the end of its "
        "class now: record spoken once it has spoken, withdrawn, or substituted.",
        "log.csv, row 4, column happening: There is no request nobody. Write the id of a request of the forum.",
    ]
    assert [fault.problem for fault in faults[4:]] == [
        "lee does not belong to mexico.",
        "s-nepal has offered s-mexico no exchange.",
        "Only 3 minutes are left to s-mexico.",
        "s-mexico and s-nepal-2 are for two sessions.",
        "What is merged needs the other request.",
    ]
    with pytest.raises(ForumFaults) as raised:
        standings(forum, a_selection())
    assert raised.value.faults == faults


def test_the_rows_of_a_file_with_blank_lines_are_its_own() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "spoken"), ("s-kenya", "spoken"))
    assert [(f.file, f.row) for f in log_faults(forum, a_selection(), "Log", (3, 7))] == [("Log", 7)]


def test_an_entry_taken_out_of_a_log_is_missed() -> None:
    log = (an_entry(1, "s-kenya", "withdrawn"), an_entry(3, "s-mexico", "withdrawn"))
    forum = a_crowded_forum(log=log)
    assert [fault.problem for fault in log_faults(forum, a_selection())] == [
        "Entry 3 stands where entry 2 is due; nothing is taken out of a log."
    ]


def test_a_promotion_into_a_session_whose_place_nobody_freed_is_a_fault() -> None:
    forum = logged(
        a_crowded_forum(),
        ("s-nepal-2", "withdrawn"),
        ("s-chad", "given", {"basis": "method", "other": "s-nepal-2"}),
        ("n-oxfam", "given", {"basis": "method"}),
    )
    assert [(fault.row, fault.problem) for fault in log_faults(forum, a_selection())] == [
        (3, "s-chad waits in rt1, and s-nepal-2 can free a place in rt2 alone."),
        (4, "The method gives n-oxfam no place that nobody has freed."),
    ]
