"""Requests on the command line: each sees their own, the log only grows, others learn neither person nor reason."""

import json
from pathlib import Path

import pytest

from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.formats.selection_json import selection_path, write_selection
from scheduler.services.selecting.digest import made_of
from tests.scheduler.builders import a_person
from tests.scheduler.services.intake.cases import a_crowded_forum, a_selection
from tests.scheduler.test_cli import run


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A forum in which people of two constituencies and a delegation speak, with its selection."""
    forum = a_crowded_forum()
    people = (*forum.people, a_person("canary", "oxfam", name="Canary Oxfam"))
    named = {"s-kenya": "asha", "n-caritas": "sam", "n-unions": "lee", "n-oxfam": "canary"}
    requests = tuple(r.model_copy(update={"person": named.get(r.id)}) for r in forum.requests)
    path = tmp_path / "forum"
    write_forum(forum.model_copy(update={"people": people, "requests": requests}), path)
    write_selection(a_selection(made_of=made_of(read_forum(path))), selection_path(path))
    return str(path)


def test_a_focal_point_sees_its_own_requests_why_and_what_can_be_done(folder: str) -> None:
    code, out, _ = run("requests", folder, "--constituency", "trade-unions")
    assert code == 0
    assert out == (
        "1 request: given a place 1.\n"
        "\n"
        "n-unions, Unions: given a place\n"
        "  Session rt1 (rt1); speaker: Person lee, in person, 3 minutes\n"
        "  Why, when the selection was made: All fit. (decided by the published method)\n"
        "  What can be done: Another speaker can be named, the statement made from afar,\n"
        "  recorded or read by proxy, or joined with another one; its place exchanged\n"
        "  where the other side agrees, time yielded, or the place given back.\n"
    )


@pytest.mark.parametrize(
    ("option", "name"), [("--constituency", "trade-unions"), ("--participant", "kenya"), ("--request", "s-chad")]
)
@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["text", "json"])
def test_nobody_sees_the_requests_of_others(folder: str, option: str, name: str, as_json: tuple[str, ...]) -> None:
    assert run("record", folder, "n-caritas", "withdrawn", "--reason", "Canary reason")[0] == 0
    code, out, err = run("requests", folder, option, name, *as_json)
    assert code == 0
    assert [word for word in ("canary", "oxfam", "caritas") if word in (out + err).casefold()] == []


def test_who_nominates_sees_the_nomination(folder: str) -> None:
    requests = Path(folder, "requests.csv")
    header, *rows = requests.read_text(encoding="utf-8").splitlines()
    rows = [f"{row},{'kenya' if row.startswith('n-unions,') else ''}" for row in rows]
    requests.write_text("\n".join([f"{header},nominated_by", *rows]), encoding="utf-8")
    shown = json.loads(run("requests", folder, "--participant", "kenya", "--json")[1])
    assert [one["request"] for one in shown] == ["s-kenya", "n-unions"]


def test_the_position_in_the_waiting_list_is_the_one_of_now(folder: str) -> None:
    assert "s-chad, Chad: wait-listed, position 1" in run("requests", folder, "--participant", "chad")[1]
    assert run("record", folder, "s-kenya", "withdrawn")[0] == 0
    assert "s-chad, Chad: given a place" in run("requests", folder, "--participant", "chad")[1]


def test_several_requests_begin_with_a_table(folder: str) -> None:
    requests = Path(folder, "requests.csv")
    header, *rows = requests.read_text(encoding="utf-8").splitlines()
    told = {"n-caritas": ",1,rt2,2026-02-01 09:30", "n-oxfam": ",2,,", "n-seebruecke": ",,,2026-02-02 10:00"}
    rows = [row + told.get(row.split(",")[0], ",,,") for row in rows]
    requests.write_text("\n".join([f"{header},priority,second_choice,requested_at", *rows]), encoding="utf-8")
    lines = run("requests", folder, "--constituency", "ngos")[1].splitlines()
    assert lines[:8] == [
        "4 requests: given a place 2, wait-listed 2.",
        "",
        "request       organisation  session  state          position",
        "------------  ------------  -------  -------------  --------",
        "n-caritas     Caritas       rt1      given a place",
        "n-oxfam       Oxfam         rt1      wait-listed           1",
        "n-seebruecke  Seebruecke    rt1      wait-listed           2",
        "n-oxfam-2     Oxfam         rt2      given a place",
    ]
    assert [line for line in lines if "priority" in line or "ame 2026" in line] == [
        "  Own priority 1; second choice Session rt2 (rt2); came 2026-02-01 09:30.",
        "  Own priority 2.",
        "  Came 2026-02-02 10:00.",
    ]


def test_both_sides_see_with_which_request_they_exchanged_places(folder: str) -> None:
    for args in (("s-kenya", "swap-offered", "--with", "s-nepal"), ("s-nepal", "swapped", "--with", "s-kenya")):
        assert run("record", folder, *args, "--at", "2026-03-02 10:15")[0] == 0
    for request, other in (("s-kenya", "s-nepal"), ("s-nepal", "s-kenya")):
        out = run("requests", folder, "--request", request)[1]
        assert f"  It has exchanged places with {other} ({other[2:].title()}).\n" in out
        assert out.splitlines()[-1] == f"  - 2026-03-02 10:15: swapped with {other} (by the requester)."


def test_an_organiser_sees_where_everything_stands(folder: str) -> None:
    code, out, _ = run("requests", folder)
    assert (code, out.splitlines()[0]) == (0, "10 requests: given a place 7, wait-listed 3.")
    assert len(json.loads(run("requests", folder, "--json")[1])) == 10


def test_one_request_is_shown_with_its_history(folder: str) -> None:
    run("record", folder, "s-kenya", "substituted", "--person", "wanjiru", "--at", "2026-03-02 10:15")
    out = run("requests", folder, "--request", "s-kenya")[1]
    assert out.split("History:\n")[1].splitlines() == [
        "  - the selection: given (decided by the published method). All fit.",
        "  - 2026-03-02 10:15: substituted (by the requester).",
    ]


def test_recording_says_what_followed_and_adds_to_the_log(folder: str) -> None:
    code, out, err = run("record", folder, "n-caritas", "withdrawn", "--at", "2026-03-02 10:15")
    assert (code, err) == (0, f"Added to the log of {folder}.\n")
    assert out == (
        "1. n-caritas, Caritas: withdrawn (by the requester).\n"
        "2. n-seebruecke, Seebruecke: given (decided by the published method). A place\n"
        "   has become free, and this request was first in its waiting list.\n"
    )
    log = Path(folder, "log.csv").read_text(encoding="utf-8")
    run("record", folder, "s-kenya", "absent")
    assert Path(folder, "log.csv").read_text(encoding="utf-8").startswith(log)


def test_a_place_for_which_nobody_waits_is_said_to_stay_empty(folder: str) -> None:
    out = run("record", folder, "s-nepal-2", "withdrawn")[1]
    assert out.splitlines()[-1] == "Nobody waits for this place; it stays free."


def test_remote_participation_of_who_waits_holds_once_there_is_a_place(folder: str) -> None:
    out = run("record", folder, "n-oxfam", "made-remote")[1]
    assert out.splitlines()[-1] == "n-oxfam waits for a place: this will hold once it has one."
    assert len(run("record", folder, "s-kenya", "made-remote")[1].splitlines()) == 1


def test_an_entry_is_not_before_the_last_one(folder: str) -> None:
    assert run("record", folder, "s-kenya", "made-remote", "--at", "2026-03-02 10:15")[0] == 0
    log = Path(folder, "log.csv").read_bytes()
    code, _, err = run("record", folder, "n-oxfam", "withdrawn", "--at", "2026-03-02 10:14")
    assert (code, " ".join(err.split())) == (
        1,
        "2026-03-02 10:14 is before the last entry of the log, which is of 2026-03-02 10:15. Write a time that is not "
        "before it with --at.",
    )
    assert Path(folder, "log.csv").read_bytes() == log
    assert run("record", folder, "n-oxfam", "withdrawn", "--at", "2026-03-02 10:15")[0] == 0


def test_an_override_for_which_the_floor_has_no_time_is_recorded_and_told(folder: str) -> None:
    for request in ("s-chad", "n-oxfam", "n-seebruecke"):
        args = ("--basis", "override", "--by", "M. Ortega", "--reason", "Asked for by the chair.")
        assert run("record", folder, request, "given", *args)[0] == 0
    sessions = Path(folder, "sessions.csv")
    sessions.write_text(sessions.read_text(encoding="utf-8").replace(",30", ",20"), encoding="utf-8")
    run("record", folder, "s-chad", "wait-listed", *args)
    out = run("record", folder, "s-chad", "given", *args)[1]
    assert out.splitlines()[-1] == "All who have a place there now take 4 minutes more than its floor has."


def test_a_dry_run_writes_nothing(folder: str) -> None:
    code, out, err = run("record", folder, "n-caritas", "withdrawn", "--dry-run")
    assert (code, len(out.splitlines()), err) == (0, 3, "Nothing was written, since --dry-run was asked for.\n")
    assert not Path(folder, "log.csv").exists()


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("n-oxfam", "absent"), 1, "It waits for a place"),
        (("n-oxfam", "wihdrawn"), 2, "Did you mean withdrawn?"),
        (("nobody", "withdrawn"), 2, "REQUEST: requests.csv or proposals.csv has no 'nobody'. Write one of n-caritas,"),
        (("s-kenya", "substituted"), 1, "Nobody is named to speak instead. Name them with --person."),
        (("s-kenya", "swap-offered"), 1, "needs the other request. Name it with --with."),
        (("n-oxfam", "merged"), 1, "needs the other request. Name it with --with."),
        (("s-kenya", "yielded"), 1, "how many minutes are yielded. Write them with --minutes."),
        (("s-kenya", "yielded", "--minutes", "0"), 1, "--minutes: 0.0 is too small. Write more than 0."),
        (("s-kenya", "withdrawn", "--reason", "x" * 1000), 1, "--reason: The text is too long."),
        (("s-kenya", "withdrawn", "--reason", "Un\u202eseen"), 1, "log.csv, row 2, column reason"),
        (("s-kenya", "substituted", "--person", "Luis Pérez"), 2, "--person: people.csv has no 'Luis Pérez'."),
        (("s-kenya", "swap-offered", "--with", "a b"), 2, "--with: requests.csv has no 'a b'."),
        (("n-oxfam", "forgotten"), 2, "HAPPENING: 'forgotten' is not one of the words. The words are drafted,"),
        (("n-oxfam", "given", "--basis", "override"), 1, "Write both with --by and --reason."),
        (("n-oxfam", "withdrawn", "--at", "noon"), 2, "--at: 'noon' is not a date with a time."),
        (("s-kenya", "swapped", "--with", "s-nepal"), 1, "Both sides must agree"),
        (("s-kenya", "substituted", "--person", "asha"), 1, "asha is the speaker of s-kenya already."),
    ],
    ids=str,
)
def test_what_is_not_possible_is_refused_and_nothing_is_written(
    folder: str, args: tuple[str, ...], code: int, words: str
) -> None:
    found, out, err = run("record", folder, *args)
    assert (found, out, words in " ".join(err.split())) == (code, "", True)
    assert not Path(folder, "log.csv").exists()


def test_an_exchange_is_tried_in_the_list_that_stands(folder: str, tmp_path: Path) -> None:
    plan, after = tmp_path / "agenda.json", tmp_path / "after.json"
    assert run("solve", folder, "-o", str(plan))[0] == 0
    assert run("record", folder, "s-kenya", "swap-offered", "--with", "s-nepal", "--agenda", str(plan))[0] == 0
    args = ("s-nepal", "swapped", "--with", "s-kenya", "--agenda", str(plan), "-o", str(after))
    assert run("record", folder, *args)[0] == 0
    before, found = (
        [turn["request"] for turn in json.loads(file.read_text(encoding="utf-8"))["lists"][0]["interventions"]]
        for file in (plan, after)
    )
    changed = {"s-kenya": "s-nepal", "s-nepal": "s-kenya"}
    assert found == [changed.get(request, request) for request in before]
    code, _, err = run("record", folder, "s-kenya", "withdrawn", "--agenda", str(plan))
    assert (code, "--agenda goes with" in err) == (2, True)


def test_a_check_lists_every_entry_that_cannot_follow_those_before_it(folder: str) -> None:
    lines = (
        "number,at,request,happening,basis",
        "1,2026-03-02 10:15,s-kenya,withdrawn,",
        "",
        "2,2026-03-02 10:15,s-kenya,absent,chair",
        "3,2026-03-02 10:15,n-oxfam,spoken,chair",
    )
    Path(folder, "log.csv").write_text("\n".join(lines), encoding="utf-8")
    code, out, _ = run("check", folder, "--json")
    assert code == 1
    assert [(fault["file"], fault["row"], fault["problem"]) for fault in json.loads(out)["faults"]] == [
        ("log.csv", 4, "Request s-kenya cannot be recorded as absent."),
        ("log.csv", 5, "Request n-oxfam cannot be recorded as spoken."),
    ]


def test_neither_a_workbook_nor_a_sample_is_recorded_in(folder: str, tmp_path: Path) -> None:
    workbook = str(tmp_path / "forum.xlsx")
    assert run("export", folder, "--format", "workbook", "-o", workbook)[0] == 0
    code, _, err = run("record", workbook, "s-kenya", "withdrawn")
    assert (code, "forum import forum.xlsx --into FOLDER" in err) == (2, True)
    code, _, err = run("record", "tiny", "q1", "withdrawn")
    assert (code, "copy its folder first" in err) == (2, True)


def test_others_learn_of_a_withdrawal_neither_person_nor_reason(folder: str) -> None:
    for request, happening in (("n-caritas", "withdrawn"), ("s-kenya", "absent"), ("n-seebruecke", "withdrawn")):
        assert run("record", folder, request, happening, "--reason", "Canary reason")[0] == 0
    code, out, err = run("requests", folder, "--public")
    assert (code, err) == (0, "")
    assert out.splitlines()[2:] == [
        "Session rt1  Kenya                           absent",
        "Session rt1  Stakeholder (details withheld)  withdrawn",
        "Session rt1  Seebruecke                      withdrawn",
    ]
    told = json.loads(run("requests", folder, "--public", "--json")[1])
    assert [set(one) for one in told] == [{"session", "who", "what"}] * 3


def test_who_withdrew_without_ever_having_a_place_is_told_to_nobody(folder: str) -> None:
    assert run("record", folder, "s-chad", "withdrawn")[0] == 0
    assert run("requests", folder, "--public")[1] == "Nobody with a place has withdrawn or was absent.\n"


def test_merges_are_proposed_with_what_they_save(folder: str) -> None:
    assert run("merges", folder, "--constituency", "ngos")[1] == (
        "Session rt1 (rt1), NGOs, objective 7\n"
        "  n-caritas (Caritas); n-seebruecke (Seebruecke); n-oxfam (Oxfam)\n"
        "  As one statement: 0 places would be free, 2 minutes more, and 2 without a\n"
        "  place would have a part in one.\n"
    )
    assert json.loads(run("merges", folder, "--constituency", "trade-unions", "--json")[1]) == []


@pytest.mark.parametrize("command", ["requests", "merges"])
def test_a_constituency_nobody_knows_is_told(folder: str, command: str) -> None:
    code, _, err = run(command, folder, "--constituency", "unions")
    assert (code, err) == (
        2,
        "The forum has no constituency 'unions'. Did you mean trade-unions? The ids are\n  ngos, trade-unions.\n",
    )


def test_the_help_says_that_people_are_named_in_full() -> None:
    assert "named in full" in " ".join(run("requests", "--help")[1].split())
