"""forum select: writes the selection beside the forum, says what it did, and how it ended."""

from __future__ import annotations

import json
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.formats.folder import write_forum
from scheduler.formats.selection_json import read_selection
from tests.scheduler.asking import a_share, an_asking_forum, an_entry, asks, given
from tests.scheduler.builders import a_session
from tests.scheduler.test_cli import run

SESSION_BY_SESSION = ["--sessions", "s1", "--sessions", "s2"]


def a_folder(tmp_path: Path, **fields: object) -> tuple[Forum, Path]:
    """Write a forum in which two ask for the one place of youth in each session."""
    requests = [asks(f"{s}-{n}", f"youth{n}", s, priority=n) for s in ("s1", "s2") for n in (1, 2)]
    share = a_share(places=1)
    forum = an_asking_forum(*requests, **({"shares": (share,)} | fields))
    write_forum(forum, tmp_path / "forum")
    return forum, tmp_path / "forum"


def test_the_selection_is_written_beside_the_forum_and_its_summary_printed(tmp_path: Path) -> None:
    forum, folder = a_folder(tmp_path)
    code, out, err = run("select", str(folder))
    assert (code, "4 requests: 2 given, 2 wait-listed, 0 declined." in out) == (0, True)
    assert ("lot-decides" in err, f"Written: {folder / 'selection.json'}" in err) == (True, True)
    assert len(given(read_selection(folder / "selection.json", forum))) == 2


def test_json_is_the_file_itself_and_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    _, folder = a_folder(tmp_path)
    code, first, _ = run("select", str(folder), "--json", "-o", str(tmp_path / "new.json"))
    assert (code, (tmp_path / "new.json").read_text(encoding="utf-8")) == (0, first)
    assert run("select", str(folder), "--json")[1] == first
    assert (folder / "selection.json").read_text(encoding="utf-8") == first


def test_one_session_is_decided_alone_and_the_other_stays(tmp_path: Path) -> None:
    forum, folder = a_folder(tmp_path)
    assert run("select", str(folder), "--sessions", "s1")[0] == 0
    first = read_selection(folder / "selection.json", forum)
    assert [decision.request for decision in first.decisions] == ["s1-1", "s1-2"]
    assert run("select", str(folder), "--sessions", "s2")[0] == 0
    both = read_selection(folder / "selection.json", forum)
    assert (both.decisions[:2], len(both.decisions)) == (first.decisions, 4)


def test_several_sessions_are_named_at_once_or_one_by_one(tmp_path: Path) -> None:
    _, folder = a_folder(tmp_path)
    told = [run("select", str(folder), "--json", *words)[1] for words in (["--sessions", "s1,s2"], SESSION_BY_SESSION)]
    together, apart = map(json.loads, told)
    assert [part["sessions"] for part in together.pop("parts")] == [["s1", "s2"]]
    assert [part["sessions"] for part in apart.pop("parts")] == [["s1", "s2"]]
    assert (together, len(together["decisions"])) == (apart, 4)


def test_what_was_decided_of_other_sessions_is_said_to_be_old_where_the_forum_has_changed(tmp_path: Path) -> None:
    _, folder = a_folder(tmp_path)
    assert run("select", str(folder))[0] == 0
    shares = folder / "shares.csv"
    shares.write_text(shares.read_text(encoding="utf-8").replace(",1", ",2"), encoding="utf-8")
    code, _, err = run("select", str(folder), "--sessions", "s1")
    assert (code, "selection.json was made before the forum was changed" in err) == (0, True)


def test_an_unknown_session_and_two_ways_to_narrow_are_wrong_use(tmp_path: Path) -> None:
    _, folder = a_folder(tmp_path)
    code, _, err = run("select", str(folder), "--sessions", "s9")
    assert (code, err) == (2, "The forum has no session s9. Places are asked for in s1, s2.\n")
    assert run("select", str(folder), "--sessions", "s1", "--side-events")[0] == 2
    assert not (folder / "selection.json").exists()


def test_an_impossible_selection_says_why_and_writes_nothing(tmp_path: Path) -> None:
    log = tuple(an_entry(n, f"s1-{n}", Happening.GIVEN, Basis.OVERRIDE) for n in (1, 2))
    sessions = (a_session("s1", floor_minutes=3), a_session("s2", floor_minutes=3))
    _, folder = a_folder(tmp_path, log=log, sessions=sessions, shares=())
    code, out, err = run("select", str(folder))
    assert (code, "Impossible: decisions made outside the method break its limits." in out) == (3, True)
    assert "Session s1 has 3 minutes of floor time" in " ".join(err.split())
    assert not (folder / "selection.json").exists()


def test_a_selection_that_entries_of_the_log_rest_on_is_replaced_only_where_that_is_said(tmp_path: Path) -> None:
    forum, folder = a_folder(tmp_path)
    assert run("select", str(folder))[0] == 0
    first = (folder / "selection.json").read_bytes()
    refused = next(d.request for d in read_selection(folder / "selection.json", forum).decisions if d.position)
    withdrawn = an_entry(1, refused, Happening.WITHDRAWN)
    write_forum(forum.model_copy(update={"log": (withdrawn,)}), folder)
    code, out, err = run("select", str(folder))
    assert (code, out, "1 entry of the log rests on selection.json." in err) == (2, "", True)
    assert (folder / "selection.json").read_bytes() == first
    assert run("select", str(folder), "-o", str(tmp_path / "look.json"))[0] == 0
    assert run("select", str(folder), "--again")[0] == 0
    assert read_selection(folder / "selection.json", forum).logged == 1
    assert run("select", str(folder))[0] == 0


def test_the_folder_of_a_sample_is_not_written_to(tmp_path: Path) -> None:
    code, out, err = run("select", "tiny")
    assert (code, bool(out), "The folder of a sample is not written to" in err) == (0, True, True)
    file = tmp_path / "tiny.json"
    assert run("select", "tiny", "-o", str(file))[0] == 0
    assert json.loads(file.read_text(encoding="utf-8"))["outcome"] == "optimal"


def test_the_help_says_that_refusals_are_private() -> None:
    assert "refusals are private" in " ".join(run("select", "--help")[1].split())
