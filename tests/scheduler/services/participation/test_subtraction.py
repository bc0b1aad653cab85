"""No number about few can be worked out from all tables of a report together, whatever the forum."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Happening
from scheduler.domain.participant import Constituency, Flag, Participant
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.services.participation.protection import LEAST_ORGANISATIONS
from scheduler.services.participation.report import participation
from scheduler.services.participation.requests import Asked, Requests, asking
from scheduler.services.participation.subtraction import Ledger, Number
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import DECLINED, GIVEN, WAITS, a_selection, an_entry

BODIES = {"state": "delegations", "stakeholder": "interspersed", "private": "others", "nhri": "others"}
Rows = list[tuple[Asked, frozenset[str]]]


def a_number(requests: str, unplaced: str, members: str = "") -> Number:
    """Return a number of requests that are letters, each of an organisation of that letter."""
    return Number(frozenset((r, r) for r in requests), frozenset((r, r) for r in unplaced), frozenset(members))


def test_a_table_is_not_told_whose_numbers_add_up_to_one_that_is_kept_back() -> None:
    ledger = Ledger()
    all_ = "abcdefghijklmnopqrst"
    ledger.enter([a_number(all_, all_)], [a_number("ab", "ab"), a_number(all_[2:], all_[2:])])
    assert not ledger.admits([a_number(all_[2:11], all_[2:11]), a_number(all_[11:], all_[11:])], [])
    assert ledger.admits([a_number(all_[:10], all_[:10]), a_number(all_[10:], all_[10:])], [])


def test_a_group_is_not_told_that_lies_in_another_and_leaves_few() -> None:
    ledger = Ledger()
    ledger.enter([a_number("abcdefghijklmno", "abcdefghijklm")], [])
    assert not ledger.admits([a_number("abcdefghijklm", "abcdefghijk")], [])
    assert not ledger.admits([a_number("abcdefghijklmnopq", "abcdefghijklmpq")], [])
    assert ledger.admits([a_number("bcdefghijklmnopqrst", "bcdefghijklm")], [])


def a_random_forum(rng: random.Random) -> tuple[Forum, Selection]:
    """Return a forum of some tens of organisations in groups of all sizes, and what became of their requests."""
    participants: list[Participant] = []
    sizes = [1, 2, 4, 5, 9, 10, 12, 20]
    for class_id in ("state", "stakeholder", "private", "nhri"):
        for number in range(rng.randint(1, 3)):
            constituency = None if class_id == "state" else f"c{rng.randint(0, 3)}"
            region = rng.choice(["un.african", "un.weog", "au.east"])
            for _ in range(rng.choice(sizes)):
                flags = ("migrant-led",) if rng.random() < 0.3 else ()
                here = (region,) if number or rng.random() < 0.5 else ()
                fields = {"constituency": constituency, "regions": here, "flags": flags}
                participants.append(b.a_participant(f"p{len(participants)}", class_id, **fields))
    requests: list[Request] = []
    favour = {one: rng.random() for one in BODIES}
    places = {one: rng.choice(["s1", "s2", "s3"]) for one in BODIES}
    states = {}
    for participant in participants:
        for _ in range(rng.choice([0, 1, 1, 2])):
            session = places[participant.participant_class] if rng.random() < 0.8 else "s1"
            id = f"r{len(requests)}"
            requests.append(b.a_request(id, participant.id, session))
            is_given = rng.random() < favour[participant.participant_class]
            states[id] = GIVEN if is_given else rng.choice([WAITS, DECLINED])
    forum = b.a_forum(
        classes=(
            b.a_class("state", delegation=True),
            b.a_class("stakeholder", interspersed=True),
            b.a_class("private"),
            b.a_class("nhri"),
        ),
        constituencies=tuple(Constituency(id=f"c{i}", label=b.text(f"C{i}")) for i in range(4)),
        flags=(Flag(id="migrant-led", label=b.text("Led by migrants")),),
        participants=tuple(participants),
        sessions=tuple(b.a_session(id, floor_minutes=60) for id in ("s1", "s2", "s3")),
        requests=tuple(requests),
    )
    return forum, a_selection(states, {request.id: request.session for request in requests})


def rows_of(forum: Forum, found: Requests) -> Rows:
    """Return every row of every table with the requests it counts, grouped anew from the forum."""
    of = {request.id: forum.participant_by_id[request.participant] for request in forum.requests}

    def every(asked: tuple[Asked, ...], counts: Callable[[str, str], bool]) -> Rows:
        return [(row, frozenset(id for id in of if counts(row.key, id))) for row in asked]

    def is_region(scheme: str) -> Callable[[str, str], bool]:
        def counts(key: str, id: str) -> bool:
            own = [region for region in of[id].regions if region.startswith(f"{scheme}.")]
            return key in own if own else key == "none"

        return counts

    session = {request.id: request.session for request in forum.requests}
    flagged = [id for id in of if of[id].participant_class == "stakeholder"]
    return [
        (found.total, frozenset(of)),
        *every(found.by_body, lambda key, id: BODIES[of[id].participant_class] == key),
        *every(found.by_class, lambda key, id: of[id].participant_class == key),
        *every(found.by_constituency, lambda key, id: (of[id].constituency or "none") == key),
        *every(found.by_session, lambda key, id: session[id] == key),
        *(row for scheme, rows in found.by_region.items() for row in every(rows, is_region(scheme))),
        *every(found.by_flag, lambda key, id: id in flagged and key in of[id].flags),
    ]


def rank(vectors: list[frozenset[str]]) -> int:
    """Return how many of some sums do not follow from the others."""
    basis: list[tuple[str, dict[str, Fraction]]] = []
    for vector in vectors:
        rest = {key: Fraction(1) for key in vector}
        for lead, other in basis:
            if factor := rest.get(lead):
                rest = {
                    k: v for k in {*rest, *other} if (v := rest.get(k, Fraction()) - factor * other.get(k, Fraction()))
                }
        if rest:
            lead = min(rest)
            basis.append((lead, {key: value / rest[lead] for key, value in rest.items()}))
    return len(basis)


def with_withdrawals(forum: Forum, selection: Selection, rng: random.Random) -> Forum:
    """Return a forum in which some with a place and some without have withdrawn; the first of these is published."""
    can = sorted(id for id, decision in selection.decision_of.items() if decision.state is not DECLINED)
    ids = rng.sample(can, k=min(12, len(can)))
    return forum.model_copy(
        update={"log": tuple(an_entry(number, id, Happening.WITHDRAWN) for number, id in enumerate(ids, start=1))}
    )


def leaks(forum: Forum, selection: Selection, *, for_organisers: bool = False) -> list[str]:
    """Return the groups of which few are told, or can be worked out to be, without a place."""
    asked = asking(forum, selection)
    found = participation(forum, b.an_agenda(), asked=asked, for_organisers=for_organisers).requests
    unplaced = {id for id, decision in selection.decision_of.items() if decision.state is not GIVEN}
    body = {request.id: request.participant for request in forum.requests}
    rows = [(row, ids & unplaced) for row, ids in rows_of(forum, found)]
    told = [ids for row, ids in rows if row.unplaced is not None]
    few = [(row, ids) for row, ids in rows if 0 < len({body[id] for id in ids}) < LEAST_ORGANISATIONS]
    known = rank(told)
    followed = [row.key for row, ids in few if row.unplaced is not None or rank([*told, ids]) == known]
    return followed + [
        f"{one.key} - {other.key}"
        for (one, all_of_one), (other, all_of_other) in permutations(rows_of(forum, found), 2)
        if one.unplaced is not None
        and other.unplaced is not None
        and all_of_other < all_of_one
        and 0 < len({body[id] for id in (all_of_one - all_of_other) & unplaced}) < LEAST_ORGANISATIONS
    ]


@pytest.mark.parametrize("seed", [*range(40), 105, 163, 234, 385])
def test_no_number_about_few_follows_from_a_report(seed: int) -> None:
    """The last four forums are ones in which two tables tell of few together."""
    assert leaks(*a_random_forum(random.Random(seed))) == []


@pytest.mark.parametrize("seed", range(20))
def test_no_number_about_few_follows_from_a_report_after_withdrawals(seed: int) -> None:
    rng = random.Random(seed)
    forum, selection = a_random_forum(rng)
    assert leaks(with_withdrawals(forum, selection, rng), selection) == []


def test_the_attack_finds_few_in_a_report_for_organisers() -> None:
    assert leaks(*a_random_forum(random.Random(0)), for_organisers=True) != []


def test_reports_of_such_forums_still_tell_a_lot() -> None:
    told = kept = 0
    for seed in range(60):
        forum, selection = a_random_forum(random.Random(seed))
        found = participation(forum, b.an_agenda(), asked=asking(forum, selection)).requests
        rows = [row for row, _ in rows_of(forum, found)]
        told += sum(row.unplaced is not None for row in rows)
        kept += sum(row.unplaced is None for row in rows)
    assert (told > 100, kept > 100) == (True, True), (told, kept)


@pytest.mark.parametrize("seed", range(20))
def test_every_table_adds_up_to_the_decisions(seed: int) -> None:
    forum, selection = a_random_forum(random.Random(seed))
    found = participation(forum, b.an_agenda(), asked=asking(forum, selection)).requests
    given = {id for id, decision in selection.decision_of.items() if decision.state is GIVEN}
    for row, ids in rows_of(forum, found):
        assert row.given in (len(ids & given), None)
        assert row.requested in (len(ids), None)
        assert row.unplaced == (None if row.requested is None else len(ids - given))
    whole = (found.by_body, found.by_class, found.by_session, *found.by_region.values())
    assert {sum(row.given or 0 for row in table) for table in whole} == {len(given)}
