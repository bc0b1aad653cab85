from __future__ import annotations

import hashlib
import json
import shutil
import stat
from pathlib import Path

import pytest

from scheduler.samples import sample_path
from scheduler.services.lot import commit
from tests.scheduler.test_cli import run

SEED = "a seed nobody guesses"


def drawn_forum(folder: Path, **settings: str) -> str:
    """Copy a sample and state settings of its lot."""
    copy = folder / "forum"
    shutil.copytree(sample_path("tiny"), copy)
    lines = "".join(f"  {name}: {value}\n" for name, value in settings.items())
    with (copy / "forum.yaml").open("a", encoding="utf-8") as opened:
        opened.write(f"selection:\n{lines}")
    return str(copy)


@pytest.mark.parametrize("command", ["commit", "draw", "verify"])
def test_every_help_shows_an_example_and_the_exit_codes(command: str) -> None:
    code, out, _ = run("lot", command, "--help")
    assert (code, f"Example: forum lot {command}" in out, "Exit codes: 0" in out) == (0, True, True)


def test_a_commitment_prints_the_digest_of_a_seed_that_only_its_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "seed.txt"
    code, out, err = run("lot", "commit", str(file))
    seed = file.read_text(encoding="utf-8")
    assert code == 0
    assert out == f'selection:\n  lot_commitment: "{hashlib.sha256(seed.encode()).hexdigest()}"\n'
    assert seed not in out + err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_seed_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "seed.txt"
    file.write_text("the first", encoding="utf-8")
    code, out, err = run("lot", "commit", str(file))
    assert (code, out, file.read_text(encoding="utf-8")) == (2, "", "the first")
    assert err.endswith("is there already, and a seed is never overwritten; name a new file.\n")


def test_two_seeds_differ(tmp_path: Path) -> None:
    found = [json.loads(run("lot", "commit", str(tmp_path / name), "--json")[1])["commitment"] for name in "ab"]
    assert found[0] != found[1]


def test_numbers_are_shown_lowest_first(tmp_path: Path) -> None:
    forum = drawn_forum(tmp_path, lot_commitment=commit(SEED), lot_seed=SEED, lot_value="17 23 42")
    code, out, _ = run("lot", "draw", forum, "--json")
    found = json.loads(out)
    digest = hashlib.sha256(f"{SEED}\n17 23 42\nq3".encode()).hexdigest()
    assert (code, found["lot"]) == (0, {"commitment": commit(SEED), "value": "17 23 42", "seed": SEED})
    assert found["numbers"]["q3"] == int(digest[:16], 16) % 1_000_000
    assert list(found["numbers"].values()) == sorted(found["numbers"].values())


def test_the_screen_says_that_a_lot_could_have_been_foreseen() -> None:
    code, out, _ = run("lot", "draw", "tiny")
    assert (code, "could have been foreseen" in " ".join(out.split())) == (0, True)
    assert "    1  015627  q2       debate" in out.splitlines()


def test_a_lot_that_is_not_drawn_yet_shows_no_numbers(tmp_path: Path) -> None:
    code, out, err = run("lot", "draw", drawn_forum(tmp_path, lot_commitment=commit(SEED)))
    assert (code, out) == (1, "")
    assert "lack lot_value and lot_seed" in " ".join(err.split())


def test_another_seed_than_was_committed_to_is_refused_with_both_digests(tmp_path: Path) -> None:
    forum = drawn_forum(tmp_path, lot_commitment=commit(SEED), lot_seed="another", lot_value="17")
    code, out, err = run("lot", "verify", forum)
    assert (code, out) == (1, "")
    assert commit(SEED)[:12] in err
    assert commit("another")[:12] in err


def test_the_lot_of_a_forum_without_a_selection_is_verified_as_far_as_it_can_be(tmp_path: Path) -> None:
    forum = drawn_forum(tmp_path, lot_commitment=commit(SEED), lot_seed=SEED, lot_value="17 23 42")
    code, out, _ = run("lot", "verify", forum)
    assert (code, out.split("\n\n")[0].splitlines()[0]) == (0, "Confirmed:")
    assert "name its file to compare them" in " ".join(out.split())
