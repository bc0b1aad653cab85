from __future__ import annotations

import hashlib
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.domain.selection import Lot
from scheduler.domain.sharing import SelectionSettings
from scheduler.errors import SchedulerError
from scheduler.services import lot
from scheduler.translate.drawing import drawn, is_drawn, ordering_lot
from tests.scheduler.builders import a_forum, a_participant, a_request, text

SEED = "correct horse battery staple"
COMMITMENT = "c4bbcb1fbec99d65bf59d85c8cb62ee2db963f0fe106f483d9afa73bd4e39a8a"


def forum_with(**settings: Any) -> Forum:
    return a_forum(
        participants=(a_participant("chad"),),
        requests=(a_request("q1", "chad"), a_request("q2", "chad")),
        selection=SelectionSettings(**settings),
    )


def test_the_commitment_is_the_digest_anybody_can_make_with_sha256sum() -> None:
    assert lot.commit(SEED) == COMMITMENT


def test_a_number_is_the_first_eight_bytes_of_the_digest_of_seed_value_and_id() -> None:
    digest = hashlib.sha256(b"correct horse battery staple\n17 23 42\nq1").hexdigest()
    found = forum_with(lot_commitment=COMMITMENT, lot_seed=SEED, lot_value="17 23 42")
    assert lot.numbers(found)["q1"] == int(digest[:16], 16) % 1_000_000


def test_numbers_written_down_once_never_change() -> None:
    found = forum_with(lot_commitment=COMMITMENT, lot_seed=SEED, lot_value="17 23 42")
    assert lot.numbers(found) == {"q1": 119_218, "q2": 919_000}


def test_a_forum_that_committed_to_nothing_draws_from_its_uid() -> None:
    assert lot.lot_of(forum_with()) == Lot(seed="forum-0001")


def test_a_public_value_alone_still_moves_the_numbers() -> None:
    assert lot.numbers(forum_with(lot_value="17")) != lot.numbers(forum_with())


def test_the_lot_of_a_forum_is_what_was_committed_the_value_and_the_seed() -> None:
    found = forum_with(lot_commitment=COMMITMENT, lot_seed=SEED, lot_value="17 23 42")
    assert lot.lot_of(found) == Lot(commitment=COMMITMENT, value="17 23 42", seed=SEED)


@pytest.mark.parametrize(
    ("stated", "missing"),
    [
        ({}, "lack lot_value and lot_seed."),
        ({"lot_seed": SEED}, "lack lot_value."),
        ({"lot_value": "17"}, "lack lot_seed."),
    ],
)
def test_a_lot_that_was_committed_to_is_not_drawn_without_seed_and_value(stated: dict[str, str], missing: str) -> None:
    found = forum_with(lot_commitment=COMMITMENT, **stated)
    with pytest.raises(SchedulerError) as refusal:
        lot.numbers(found)
    assert missing in str(refusal.value)
    assert not is_drawn(found)


def test_another_seed_than_was_committed_to_is_refused_and_both_are_named() -> None:
    with pytest.raises(SchedulerError) as refusal:
        lot.lot_of(forum_with(lot_commitment=COMMITMENT, lot_seed="another", lot_value="17"))
    assert COMMITMENT in str(refusal.value)
    assert lot.commit("another") in str(refusal.value)


def test_a_seed_nobody_committed_to_is_refused() -> None:
    with pytest.raises(SchedulerError, match="which nobody committed to"):
        lot.lot_of(forum_with(lot_seed=SEED))


def test_lists_are_ordered_by_the_drawn_lot_once_it_is_drawn_and_by_the_uid_until_then() -> None:
    undrawn = forum_with(lot_commitment=COMMITMENT)
    found = forum_with(lot_commitment=COMMITMENT, lot_seed=SEED, lot_value="17 23 42")
    assert ordering_lot(undrawn) == lot.lot_of(forum_with())
    assert ordering_lot(found) == lot.lot_of(found)


def test_the_lowest_number_is_drawn_first_and_equal_ones_by_id() -> None:
    seeded = Lot(seed="forum-0001")
    ids = [f"q{place}" for place in range(2_000)]
    ordered = lot.in_order(seeded, ids)
    assert [(drawn(seeded, one), one) for one in ordered] == sorted((drawn(seeded, one), one) for one in ids)
    assert len({drawn(seeded, one) for one in ids}) < len(ids)


def test_proposals_have_numbers_too() -> None:
    found = forum_with().model_copy(
        update={"proposals": (Proposal(id="p1", kind="round-table", title=text("Event"), organisers=("chad",)),)}
    )
    assert set(lot.numbers(found)) == {"q1", "q2", "p1"}
