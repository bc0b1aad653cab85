"""Every ordering policy over one small forum; the orders were written by hand.

=========  ======  ==================  =====  ============  ==========
request    region  participant         rank   asked         first time
=========  ======  ==================  =====  ============  ==========
a          EE      Albania             M      3 February
b          LA      Brazil              HS     5 February
c          AF      Chad                       1 February
d          WE      Denmark             M      2 February
e          AF      Egypt               M      4 February    yes
f          AP      Fiji                       6 February
g          AF      Ghana               HS     7 February    yes
h          LA      Honduras                   (not known)
=========  ======  ==================  =====  ============  ==========
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency
from scheduler.domain.request import Rank
from scheduler.domain.session import Policy
from scheduler.domain.sharing import SelectionSettings
from scheduler.translate.policies import POLICIES, policy_sentence
from scheduler.translate.protocol import protocol_keys
from tests.scheduler.builders import a_forum, a_kind, a_participant, a_request, a_session, text

STATES = {
    "a": ("Albania", "EE", "M", 3),
    "b": ("Brazil", "LA", "HS", 5),
    "c": ("Chad", "AF", None, 1),
    "d": ("Denmark", "WE", "M", 2),
    "e": ("Egypt", "AF", "M", 4),
    "f": ("Fiji", "AP", None, 6),
    "g": ("Ghana", "AF", "HS", 7),
    "h": ("Honduras", "LA", None, None),
}
COMMITTED = SelectionSettings(
    lot_commitment="c4bbcb1fbec99d65bf59d85c8cb62ee2db963f0fe106f483d9afa73bd4e39a8a",
    lot_seed="correct horse battery staple",
    lot_value="17 23 42",
)
"""The numbers drawn are e 262354, d 439318, a 446127, f 454964, g 715504, b 761429, c 946705, h 962105."""


def at(day: int | None) -> dt.datetime | None:
    return None if day is None else dt.datetime(2026, 2, day, 9)


def states(policy: Policy, *, ranks: bool = False, **fields: Any) -> Forum:
    """Return the forum of the table, its one session ordered by a policy."""
    session = a_session(policy=policy, drawn_letter="D" if policy is Policy.ALPHABETICAL else None)
    participants = tuple(
        a_participant(id, name=text(name), regions=(region,), flags=("first-time",) if id == "e" else ())
        for id, (name, region, _, _) in STATES.items()
    )
    requests = tuple(
        a_request(id, id, rank=rank, requested_at=at(day), flags=("first-time",) if id == "g" else ())
        for id, (_, _, rank, day) in STATES.items()
    )
    table = {"participants": participants, "requests": requests, "sessions": (session,)}
    ranked = (Rank(id="HS", label="Head of State", order=1), Rank(id="M", label="Minister", order=5))
    return a_forum(**(table | {"kinds": (a_kind(ranks=ranks),), "ranks": ranked} | fields))


def order(forum: Forum) -> str:
    """Return the ids in order of their keys, each of one letter; equal keys stand in parentheses."""
    keys = protocol_keys(forum, forum.sessions[0], forum.requests)
    found: dict[tuple[int, ...], str] = {}
    for key, request in sorted(zip(keys, forum.requests, strict=True), key=lambda pair: (pair[0], pair[1].id)):
        found[key] = found.get(key, "") + request.id
    return "".join(ids if len(ids) == 1 else f"({ids})" for ids in found.values())


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy.RANK_AND_TIME, "bgdaecfh"),
        (Policy.REQUEST_TIME, "cdaebfgh"),
        (Policy.ALTERNATE, "cdabfehg"),
        (Policy.REGIONAL_ROTATION, "cdabfehg"),
        (Policy.ALPHABETICAL, "defghabc"),
        (Policy.LOT, "efdgcabh"),
        (Policy.FIRST_TIMERS, "egcdabfh"),
    ],
    ids=lambda value: value.value if isinstance(value, Policy) else value,
)
def test_each_policy_gives_the_list_written_by_hand(policy: Policy, expected: str) -> None:
    assert order(states(policy)) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy.RANK_AND_TIME, "bgdaecfh"),
        (Policy.REQUEST_TIME, "bgdaecfh"),
        (Policy.ALTERNATE, "bgdaecfh"),
        (Policy.REGIONAL_ROTATION, "bgdaecfh"),
        (Policy.ALPHABETICAL, "gbdeafhc"),
        (Policy.LOT, "gbedafch"),
        (Policy.FIRST_TIMERS, "gbedacfh"),
    ],
    ids=lambda value: value.value if isinstance(value, Policy) else value,
)
def test_where_ranks_count_each_policy_orders_those_of_one_rank(policy: Policy, expected: str) -> None:
    assert order(states(policy, ranks=True)) == expected


def test_a_lot_that_was_committed_to_and_drawn_decides_by_its_numbers() -> None:
    assert order(states(Policy.LOT, selection=COMMITTED)) == "edafgbch"


def test_until_a_committed_lot_is_drawn_the_order_is_that_of_the_uid() -> None:
    undrawn = COMMITTED.model_copy(update={"lot_seed": None, "lot_value": None})
    assert order(states(Policy.LOT, selection=undrawn)) == order(states(Policy.LOT)) == "efdgcabh"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy.RANK_AND_TIME, "edach" + "bgf"),
        (Policy.REQUEST_TIME, "edcah" + "bfg"),
        (Policy.ALTERNATE, "edahc" + "bfg"),
        (Policy.REGIONAL_ROTATION, "edahc" + "bfg"),
        (Policy.LOT, "edcah" + "fgb"),
        (Policy.FIRST_TIMERS, "edcah" + "gbf"),
    ],
    ids=lambda value: value.value if isinstance(value, Policy) else value,
)
def test_the_lot_decides_among_those_in_the_window_and_late_requests_follow_in_order_of_time(
    policy: Policy, expected: str
) -> None:
    closed = SelectionSettings(list_closes=dt.datetime(2026, 2, 4, 12))
    assert order(states(policy, selection=closed)) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy.RANK_AND_TIME, "gbedafch"),
        (Policy.REQUEST_TIME, "efdgcabh"),
        (Policy.ALTERNATE, "efdabghc"),
        (Policy.REGIONAL_ROTATION, "efdabghc"),
        (Policy.ALPHABETICAL, "defghabc"),
        (Policy.FIRST_TIMERS, "egfdcabh"),
    ],
    ids=lambda value: value.value if isinstance(value, Policy) else value,
)
def test_a_window_nobody_missed_leaves_all_to_the_lot(policy: Policy, expected: str) -> None:
    opened = SelectionSettings(list_opens=dt.datetime(2026, 2, 2), list_closes=dt.datetime(2026, 2, 28))
    assert order(states(policy, selection=opened)) == expected


def test_the_window_of_a_session_makes_its_requests_equal_in_time() -> None:
    session = a_session(policy=Policy.REQUEST_TIME, list_closes=dt.datetime(2026, 2, 28))
    assert order(states(Policy.REQUEST_TIME, sessions=(session,))) == "efdgcabh"


def test_the_close_of_a_session_stands_above_that_of_the_forum() -> None:
    session = a_session(policy=Policy.LOT, list_closes=dt.datetime(2026, 2, 6, 12))
    closed = SelectionSettings(list_closes=dt.datetime(2026, 2, 4, 12))
    assert order(states(Policy.LOT, selection=closed, sessions=(session,))) == "efdcabhg"


def grouped(policy: Policy, *asked: tuple[str, str | None, int | None], **fields: Any) -> Forum:
    """Return a forum in which stakeholders of these constituencies ask on these days."""
    participants = tuple(a_participant(id, "stakeholder", constituency=group) for id, group, _ in asked)
    groups = sorted({group for _, group, _ in asked if group})
    table = {
        "constituencies": tuple(Constituency(id=group, label=text(group)) for group in groups),
        "participants": participants,
        "requests": tuple(a_request(id, id, requested_at=at(day)) for id, _, day in asked),
        "sessions": (a_session(policy=policy),),
    }
    return a_forum(**(table | fields))


def test_constituencies_take_turns_in_the_order_of_their_first_requests() -> None:
    asked = (
        *(("a", "unions", 1), ("b", "unions", 2), ("c", "unions", 3), ("d", "ngos", 4)),
        *(("e", "youth", 5), ("f", "ngos", 9), ("g", None, 6), ("h", None, 7)),
    )
    assert order(grouped(Policy.ALTERNATE, *asked)) == "adegbfhc"
    assert order(grouped(Policy.REQUEST_TIME, *asked)) == "abcdeghf"


def test_a_class_with_constituencies_takes_turns_beside_the_regions_of_one_without() -> None:
    forum = grouped(Policy.ALTERNATE, ("a", "unions", 1), ("b", "unions", 2), ("c", "ngos", 4))
    chad, peru = a_participant("d", regions=("AF",)), a_participant("e", regions=("LA",))
    mali = a_participant("f", regions=("AF",))
    more = (a_request("d", "d", requested_at=at(3)), a_request("e", "e", requested_at=at(5)))
    whole = forum.model_copy(
        update={
            "participants": (*forum.participants, chad, peru, mali),
            "requests": (*forum.requests, *more, a_request("f", "f", requested_at=at(6))),
        }
    )
    assert order(whole) == "adcebf"


def test_turns_are_taken_also_where_no_time_is_known_and_the_lot_decides_who_begins() -> None:
    asked = (("a", "unions", None), ("b", "unions", None), ("c", "ngos", None), ("d", "ngos", None))
    assert order(grouped(Policy.ALTERNATE, *asked)) == "dacb"


def test_of_equal_times_the_lot_decides_and_unknown_ones_leave_a_choice_where_nobody_takes_turns() -> None:
    asked = (("a", "unions", 1), ("b", "unions", 1), ("c", "ngos", 1))
    for policy in (Policy.REQUEST_TIME, Policy.FIRST_TIMERS, Policy.ALTERNATE):
        assert order(grouped(policy, *asked)) == "cab"
    unknown = tuple((id, group, None) for id, group, _ in asked)
    assert order(grouped(Policy.REQUEST_TIME, *unknown)) == order(grouped(Policy.FIRST_TIMERS, *unknown)) == "(abc)"


def test_every_policy_has_a_function_and_a_sentence_for_people() -> None:
    assert list(POLICIES) == list(Policy)
    sentences = [policy_sentence(policy) for policy in Policy]
    assert [one for one in sentences if not one.endswith(".")] == []
    assert len(set(sentences)) == len(sentences)
