"""Each model says what it is known for, once it is laid over the sample forum, and a timetable can be made of it."""

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import Link, Mode, Policy, Standing
from scheduler.domain.sharing import Share, Yielded
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.models.adopting import adopt
from scheduler.services.models.reading import model_named, model_names
from scheduler.translate.timetable import timetable_problem
from solver.result import Limits
from solver.timetable.solve import solve

STAKEHOLDER = "stakeholder"


@pytest.fixture(scope="module")
def imrf() -> Forum:
    """The sample forum before anybody asked for the floor."""
    return read_forum(sample_path("imrf-2026")).model_copy(update={"requests": ()})


@pytest.fixture(scope="module")
def after(imrf: Forum) -> dict[str, Forum]:
    return {name: adopt(imrf, model_named(name)).forum for name in model_names()}


def share(forum: Forum, kind: str, constituency: str | None = None) -> Share | None:
    """Return what stakeholders, or one constituency of them, are promised in a kind of session."""
    keys = {(s.kind, s.participant_class, s.constituency): s for s in forum.shares}
    return keys.get((kind, STAKEHOLDER, constituency))


def speaks_in(forum: Forum) -> set[str]:
    """Return the kinds of session stakeholders may ask to speak in."""
    return set(forum.class_by_id[STAKEHOLDER].speaks_in)


@pytest.mark.parametrize("name", model_names())
def test_a_forum_that_follows_a_model_has_a_timetable(name: str, after: dict[str, Forum]) -> None:
    official = tuple(s for s in after[name].sessions if s.kind != "side-event")
    forum = after[name].model_copy(update={"sessions": official})
    found = solve(timetable_problem(forum).problem, Limits(effort=0.02))
    assert (found.solution is not None, found.report.is_feasible if found.report else None) == (True, True)


def test_as_adopted_the_plenary_takes_no_stakeholder_beyond_the_two_of_the_opening(after: dict[str, Forum]) -> None:
    forum = after["imrf-adopted"]
    assert speaks_in(forum) == {"opening", "round-table", "policy-debate", "hearing"}
    opening = {c: share(forum, "opening", c) for c in (None, "migrants", "ngo")}
    assert [(s.places, s.least, s.most) for s in opening.values() if s] == [(2, None, None), (None, 1, 1), (None, 1, 1)]
    slots = {request.id: (request.session, request.participant) for request in forum.requests}
    assert {slot: forum.participant_by_id[who].constituency for slot, (_, who) in slots.items()} == {
        "carries-migrants": "migrants",
        "carries-hearing-summary": "ngo",
    }
    assert {session for session, _ in slots.values()} == {"opening"}


def test_as_adopted_round_tables_and_policy_debate_are_interspersed_after_the_hearing(after: dict[str, Forum]) -> None:
    forum = after["imrf-adopted"]
    modes = {kind: forum.kind_by_id[kind].mode for kind in ("round-table", "policy-debate", "plenary", "opening")}
    assert list(modes.values()) == [Mode.THROUGHOUT, Mode.THROUGHOUT, Mode.RESERVED, Mode.RESERVED]
    assert all("73/326" in str(forum.kind_by_id[kind].mandate) for kind in modes)
    ties = {(tie.first, tie.link, tie.second, tie.amount) for tie in forum.ties}
    assert ("hearing", Link.FEEDS, "opening", 3) in ties
    assert {("hearing", Link.BEFORE, f"rt{n}", None) for n in range(1, 5)} <= ties


def test_as_proposed_stakeholders_stand_throughout_the_plenary_too(after: dict[str, Forum]) -> None:
    forum = after["imrf-proposed"]
    kinds = ("plenary", "policy-debate", "round-table", "regional-review", "vnr", "hearing")
    assert {kind: forum.kind_by_id[kind].mode for kind in kinds} == dict.fromkeys(kinds, Mode.THROUGHOUT)
    assert speaks_in(forum) == {*kinds, "opening"}
    assert forum.kind_by_id["vnr"].standing is Standing.OFFICIAL


def test_as_proposed_each_group_has_a_session_near_the_debate_and_a_slot_in_the_plenary(
    after: dict[str, Forum],
) -> None:
    forum = after["imrf-proposed"]
    groups = ("migrants", "diaspora", "ngo", "trade-unions", "youth", "faith", "academia", "women", "children")
    others = ("disabilities", "employers", "cities", "parliamentarians", "human-rights-institutions")
    for group in (*groups, *others):
        slot = forum.request_by_id[f"carries-{group}"]
        assert (slot.session, forum.participant_by_id[slot.participant].constituency) == ("general-debate", group)
        own = {(t.link, t.second, t.amount) for t in forum.ties if t.first == f"dedicated-{group}"}
        assert own == {(Link.FEEDS, "policy-debate", 2), (Link.BEFORE, "general-debate", None)}
        promised = [(s.participant_class, s.least) for s in forum.shares if s.constituency == group and s.least]
        assert (forum.participant_by_id[slot.participant].participant_class, 1) in promised
    assert len([session for session in forum.sessions if session.id.startswith("dedicated-")]) == 14


def test_at_the_hlpf_groups_are_named_and_their_mechanism_speaks_first(after: dict[str, Forum]) -> None:
    forum = after["hlpf-major-groups"]
    assert len(model_named("hlpf-major-groups").tables["constituencies"].rows) == 21
    assert {"farmers", "indigenous-peoples", "ageing"} <= set(forum.constituency_by_id)
    slot = forum.request_by_id["carries-coordination"]
    assert (slot.session, slot.on_behalf_of is not None) == ("general-debate", True)
    kind = forum.kind_by_id["plenary"]
    assert (kind.groups_first, kind.minutes_group, kind.minutes_national) == (True, 5, 3)
    review = share(forum, "vnr")
    assert review is not None
    assert (review.least, forum.kind_by_id["vnr"].minutes_interspersed) == (1, 2)


def test_at_the_gfmd_civil_society_has_its_own_days_before_the_opening_and_one_common_space(
    after: dict[str, Forum],
) -> None:
    forum = after["gfmd-civil-society-days"]
    assert forum.session_by_id["civil-society-days"].floor_minutes == 0  # it chooses its own speakers
    assert forum.request_by_id["carries-civil-society-days"].session == "opening"
    ties = {(t.link, t.second, t.amount) for t in forum.ties if t.first == "civil-society-days"}
    assert ties == {(Link.FEEDS, "opening", 3), (Link.BEFORE, "policy-debate", None)}
    assert speaks_in(forum) == {"opening", "policy-debate", "hearing"}
    assert (forum.kind_by_id["policy-debate"].mode, forum.selection.most_in_forum) == (Mode.THROUGHOUT, 1)


def test_in_2013_one_stakeholder_spoke_in_the_opening_and_the_hearing_was_months_before(
    after: dict[str, Forum],
) -> None:
    forum = after["hld-2013"]
    opening = share(forum, "opening")
    assert opening is not None
    assert (opening.places, speaks_in(forum)) == (1, {"opening", "round-table", "hearing"})
    assert ("hearing", Link.FEEDS, "opening", 80) in {(t.first, t.link, t.second, t.amount) for t in forum.ties}
    assert forum.kind_by_id["round-table"].standing is Standing.OFFICIAL


def test_by_the_upr_time_is_divided_the_lot_orders_and_nothing_is_interspersed(after: dict[str, Forum]) -> None:
    forum = after["upr-adoption"]
    reviews = ("vnr", "regional-review", "round-table", "policy-debate")
    found = {(kind.mode, kind.policy) for kind in forum.kinds if kind.id in reviews}
    assert found == {(Mode.RESERVED, Policy.LOT)}
    assert all("interspersal does not apply" in str(forum.kind_by_id[kind].mandate) for kind in reviews)
    states = next(s for s in forum.shares if (s.kind, s.participant_class) == ("vnr", "member_state"))
    ngos = share(forum, "vnr")
    assert ngos is not None
    assert ((states.percent, states.most), (ngos.percent, ngos.most)) == ((50, 13), (50, 10))
    assert (forum.kind_by_id["vnr"].minutes_national, forum.selection.yielded) == (1.5, Yielded.NOBODY)
    assert "plenary" not in speaks_in(forum)


@pytest.mark.parametrize("name", model_names())
def test_a_forum_says_which_model_it_follows(name: str, after: dict[str, Forum]) -> None:
    assert after[name].selection.model == name
