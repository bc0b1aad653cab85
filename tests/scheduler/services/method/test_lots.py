from __future__ import annotations

import hashlib

from scheduler.domain.sharing import SelectionSettings
from scheduler.services.lot import NOT_COMMITTED, commit
from scheduler.services.method.document import Section
from scheduler.services.method.lots import lot
from tests.scheduler.services.method.small import a_small_forum


def words(section: Section) -> str:
    return " ".join(section.model_dump_json().split())


def test_a_drawn_lot_shows_digest_seed_value_and_an_example_to_work_out() -> None:
    found = words(lot(a_small_forum()))
    drawn = int(hashlib.sha256(b"a secret\n17 23 42\nr0001").hexdigest()[:16], 16) % 1_000_000
    assert commit("a secret") in found
    assert f"the id r0001 draws {drawn:,}" in found


def test_the_example_of_a_lot_nobody_committed_to_is_drawn_from_the_uid() -> None:
    found = words(lot(a_small_forum(selection=SelectionSettings())))
    drawn = int(hashlib.sha256(b"forum-0001\n\nr0001").hexdigest()[:16], 16) % 1_000_000
    assert NOT_COMMITTED in found
    assert f"the id r0001 draws {drawn:,}" in found


def test_a_secret_seed_is_not_shown_and_nothing_is_drawn() -> None:
    found = words(lot(a_small_forum(selection=SelectionSettings(lot_commitment=commit("a secret")))))
    assert "still secret" in found
    assert "draws" not in found.replace("draws it by hand", "")
