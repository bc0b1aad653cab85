from __future__ import annotations

import hashlib
import json
import shutil
import stat
from pathlib import Path

import pytest
import yaml

from scheduler.samples import sample_path
from scheduler.services.lot import commit
from tests.scheduler.test_cli import run
from tests.scheduler.test_cli_privacy import change

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
    code, out, err = run("lot", "commit", "tiny", str(file))
    seed = file.read_text(encoding="utf-8")
    assert code == 0
    found = yaml.safe_load(out)["selection"]
    assert found["lot_commitment"] == hashlib.sha256(seed.encode()).hexdigest()
    assert set(found) == {"lot_commitment", "lot_committed"}
    assert seed not in out + err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_seed_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "seed.txt"
    file.write_text("the first", encoding="utf-8")
    code, out, err = run("lot", "commit", "tiny", str(file))
    assert (code, out, file.read_text(encoding="utf-8")) == (2, "", "the first")
    assert err.endswith("is there already, and a seed is never overwritten; name a new file.\n")


def test_two_seeds_differ(tmp_path: Path) -> None:
    found = [json.loads(run("lot", "commit", "tiny", str(tmp_path / name), "--json")[1]) for name in "ab"]
    assert found[0]["selection"]["lot_commitment"] != found[1]["selection"]["lot_commitment"]


def test_a_seed_is_committed_to_after_a_list_closed_only_with_a_reason_that_is_published(tmp_path: Path) -> None:
    forum, file = drawn_forum(tmp_path, list_closes="2020-03-02 18:00"), tmp_path / "seed.txt"
    code, out, err = run("lot", "commit", forum, str(file))
    assert (code, out, file.exists()) == (1, "", False)
    assert "A list has closed already, on Monday 2 March 2020, 18:00" in " ".join(err.split())
    code, out, _ = run("lot", "commit", forum, str(file), "--late", "The office was closed")
    assert (code, yaml.safe_load(out)["selection"]["lot_late"]) == (0, "The office was closed")


def test_a_second_seed_is_not_committed_to(tmp_path: Path) -> None:
    code, out, err = run("lot", "commit", drawn_forum(tmp_path, lot_commitment=commit(SEED)), str(tmp_path / "seed"))
    assert (code, out, "a second would let one choose" in " ".join(err.split())) == (1, "", True)


def test_a_lot_is_not_drawn_while_a_list_is_open(tmp_path: Path) -> None:
    forum = drawn_forum(tmp_path, lot_commitment=commit(SEED), list_closes="2150-03-02 18:00")
    (tmp_path / "seed.txt").write_text(SEED, encoding="utf-8")
    code, out, err = run("lot", "draw", forum, "17 23 42", "--seed", str(tmp_path / "seed.txt"))
    assert (code, out) == (1, "")
    assert "Lists are open until Monday 2 March 2150, 18:00." in " ".join(err.split())


def test_what_drawing_prints_binds_the_requests_and_is_verified_until_an_id_is_changed(tmp_path: Path) -> None:
    stated = {"lot_commitment": commit(SEED), "lot_committed": "2020-02-01 12:00", "list_closes": "2020-03-02 18:00"}
    forum = Path(drawn_forum(tmp_path, **stated))
    (tmp_path / "seed.txt").write_text(SEED, encoding="utf-8")
    code, out, _ = run("lot", "draw", str(forum), "17 23 42", "--seed", str(tmp_path / "seed.txt"))
    assert code == 0
    with (forum / "forum.yaml").open("a", encoding="utf-8") as opened:
        opened.write(out.partition("\n")[2])
    code, out, _ = run("lot", "verify", str(forum))
    assert (code, "requests are those the lot was drawn for" in " ".join(out.split())) == (0, True)
    change(forum / "requests.csv", lambda row: row | {"id": row["id"].replace("q3", "q33")})
    code, out, _ = run("lot", "verify", str(forum))
    assert (code, out.startswith("Differs:\n  - The requests are not those the lot was drawn for")) == (1, True)


def test_a_public_value_is_said_with_the_file_of_the_seed() -> None:
    code, out, err = run("lot", "draw", "tiny", "17 23 42")
    assert (code, out, "say both its public value and, with --seed" in " ".join(err.split())) == (2, "", True)


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


def selected_forum(folder: Path) -> Path:
    """Copy a sample with few minutes of floor, draw its lot, and select."""
    copy = Path(drawn_forum(folder, lot_commitment=commit(SEED), lot_seed=SEED, lot_value="17 23 42"))
    change(copy / "sessions.csv", lambda row: row | {"floor_minutes": "15" if row["id"] == "debate" else ""})
    assert run("select", str(copy))[0] == 0
    return copy


def test_a_selection_is_made_again_and_is_the_same(tmp_path: Path) -> None:
    code, out, _ = run("lot", "verify", str(selected_forum(tmp_path)))
    assert code == 0
    assert "- Selecting again gave the same 8 decisions." in " ".join(out.split())


def test_what_was_logged_after_a_selection_does_not_make_it_another(tmp_path: Path) -> None:
    forum = selected_forum(tmp_path)
    given = next(
        d
        for d in json.loads((forum / "selection.json").read_text(encoding="utf-8"))["decisions"]
        if d["state"] == "given"
    )
    assert run("record", str(forum), given["request"], "withdrawn", "--at", "2026-03-02 10:15")[0] == 0
    code, out, _ = run("lot", "verify", str(forum))
    assert code == 0
    assert "- Selecting again gave the same 8 decisions." in " ".join(out.split())


def test_a_decision_that_was_changed_by_hand_is_named(tmp_path: Path) -> None:
    forum = selected_forum(tmp_path)
    file = forum / "selection.json"
    selection = json.loads(file.read_text(encoding="utf-8"))
    waiting = next(d for d in selection["decisions"] if d["state"] == "wait-listed")
    waiting |= {"state": "given", "position": None}
    file.write_text(json.dumps(selection), encoding="utf-8")
    code, out, err = run("lot", "verify", str(forum), str(file))
    assert (code, err) == (1, "The lot or the selection is not what it is said to be.\n")
    assert out.startswith(f"Differs:\n  - {waiting['request']}: the selection says 'given in debate:")
