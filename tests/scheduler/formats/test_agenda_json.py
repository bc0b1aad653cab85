"""An agenda's file: the same bytes for the same agenda, every fault named."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.agenda import Measure, RuleOutcome
from scheduler.domain.forum import Level
from scheduler.errors import ForumFaults
from scheduler.formats.agenda_json import agenda_text, read_agenda, write_agenda
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_placement, an_agenda

FORUM = a_busy_forum()


def full_agenda() -> Any:
    """Return an agenda that has every kind of part."""
    agenda = a_busy_agenda()
    measure = Measure(name="deviation", value=1.5, best=1, unit="minutes", because="Ana leaves at 11:00.")
    lists = (agenda.lists[0].model_copy(update={"measures": (measure,)}), *agenda.lists[1:])
    outcome = RuleOutcome(rule="room-fit", level=Level.WARN, amount=2, points=6, sentences=("Salle à côté.",))
    return agenda.model_copy(update={"lists": lists, "rules": (outcome,)})


def changed(folder: Path, path: str, value: Any) -> list[str]:
    """Write an agenda with one value changed by hand and return its faults as they are shown."""
    data = json.loads(agenda_text(full_agenda()))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    target = data
    for step in steps:
        target = target[step]
    target[last] = value
    return faults_of(folder, json.dumps(data))


def faults_of(folder: Path, content: str) -> list[str]:
    """Return the faults of a file with this content."""
    file = folder / "agenda.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ForumFaults) as caught:
        read_agenda(file, FORUM)
    return [str(fault) for fault in caught.value.faults]


def test_an_agenda_reads_back_as_it_was(tmp_path: Path) -> None:
    write_agenda(full_agenda(), tmp_path / "agenda.json")
    assert read_agenda(tmp_path / "agenda.json", FORUM) == full_agenda()


def test_an_agenda_is_indented_utf_8_with_a_last_line_end_and_always_the_same(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        write_agenda(full_agenda(), tmp_path / name)
    written = (tmp_path / "a.json").read_bytes()
    assert written == (tmp_path / "b.json").read_bytes()
    assert written.startswith(b'{\n  "format": 1,\n  "forum": "forum-0001",\n')
    assert written.endswith(b"\n}\n")
    assert "Salle à côté.".encode() in written
    assert b'"start": "2026-05-05T10:00:00-04:00"' in written


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "agenda.json"
    write_agenda(full_agenda(), file)
    before = file.read_bytes()
    unwritable = RuleOutcome(rule="r", level=Level.WARN, amount=1, points=1, sentences=("\ud800",))
    with pytest.raises(ValueError, match="surrogates"):
        write_agenda(full_agenda().model_copy(update={"rules": (unwritable,)}), file)
    assert (file.read_bytes(), [f.name for f in tmp_path.iterdir()]) == (before, ["agenda.json"])


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("forum", "another-1", "forum: This agenda belongs to another forum, another-1. "
         "Open it with that forum; this one is forum-0001."),
        ("format", 2, "format: '2' is not one of the words allowed. Write 1."),
        ("outcome", "great", "outcome: 'great' is not one of the words allowed. "
         "Write optimal, feasible, infeasible, none found in time, cancelled, edited by hand or "
         "changed since it was made."),
        ("placements.0.session", "rt9", "placements[0].session: The forum has no session 'rt9'. Did you mean rt2?"),
        ("placements.0.room", "r3", "placements[0].room: The forum has no room 'r3'. Write one of r1, r2."),
        ("placements.0.period", "x", "placements[0].period: The forum has no period 'x'. "
         "Write one of tue-am, tue-lunch, wed-am."),
        ("placements.0.sitting", 2, "placements[0].sitting: Session rt1 has no sitting 2. Write a number from 1 to 1."),
        ("placements.3.sitting", 1, "placements[3]: This sitting is placed a second time. "
         "Keep one of the two; the first is placements[2]."),
        ("placements.0.start", "2026-05-05T10:00:00", "placements[0].start: '2026-05-05T10:00:00' is not a time with "
         "its offset from UTC. Write it as 2026-05-05T10:00:00-04:00."),
        ("placements.0.minutes", 0, "placements[0].minutes: 0 is below the least allowed. Write 1 or more."),
        ("placements.0.colour", "red", "placements[0].colour: It is not known here. Remove it, or correct its name."),
        ("placements", {}, "placements: '{}' is not a list. Write a list."),
        ("lists.0.session", "rt9", "lists[0].session: The forum has no session 'rt9'. Did you mean rt2?"),
        ("lists.0.interventions.1.request", "q9", "lists[0].interventions[1].request: The forum has no request 'q9'. "
         "Write one of q1, q2, q3, q4, q5, q6."),
        ("lists.0.interventions.1.request", "q1", "lists[0].interventions[1]: This request speaks a second time. "
         "Keep one of the two; the first is lists[0].interventions[0]."),
        ("lists.1.interventions.0.sitting", 3, "lists[1].interventions[0].sitting: Session rt2 has no sitting 3. "
         "Write a number from 1 to 2."),
    ],
)  # fmt: skip
def test_a_value_changed_by_hand_is_named_by_its_path(tmp_path: Path, path: str, value: Any, message: str) -> None:
    assert changed(tmp_path, path, value) == [f"agenda.json, {message}"]


def test_a_request_in_the_list_of_another_session_is_named(tmp_path: Path) -> None:
    elsewhere = "is for another session. Move it to the list of rt2."
    assert changed(tmp_path, "lists.1.session", "rt1") == [
        "agenda.json, lists[1]: This session has a second speakers list. Keep one of the two; the first is lists[0].",
        f"agenda.json, lists[1].interventions[0].request: Request q6 {elsewhere}",
        f"agenda.json, lists[1].interventions[1].request: Request q5 {elsewhere}",
        "agenda.json, lists[1].interventions[1].sitting: Session rt1 has no sitting 2. Write a number from 1 to 1.",
    ]


@pytest.mark.parametrize("session", [[], {}, None, 3])
def test_a_value_of_the_wrong_type_is_a_fault_and_no_crash(tmp_path: Path, session: Any) -> None:
    for path in ("placements.0.session", "lists.0.session", "lists.0.interventions.0.request", "forum"):
        assert len(changed(tmp_path, path, session)) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{\n x", "agenda.json, row 2: It is not JSON: Expecting property name enclosed in double quotes at "
         "character 2. Correct that line, or write the agenda anew."),
        ('{"score": NaN}', "agenda.json: It is not JSON: NaN is no number. Write the agenda anew with forum solve."),
        ('{"score": 1e400}', "agenda.json: The number 1e400 is too large. Write the agenda anew with forum solve."),
        (f'{{"score": {"9" * 41}}}', "agenda.json: A number in it has 41 digits; 40 are read. "
         "Write the agenda anew with forum solve."),
        ("[" * 100_000, "agenda.json: It has more than 20,000 objects and lists. "
         "Write the agenda anew with forum solve."),
        ("[" * 42 + "]" * 42, "agenda.json: It is nested in more than 40 levels. "
         "Write the agenda anew with forum solve."),
        ("[" * 10_000, "agenda.json: It is nested in more than 40 levels. Write the agenda anew with forum solve."),
        ("[" + "1," * 150_001 + "1]", "agenda.json: It has more than 150,000 values. "
         "Write the agenda anew with forum solve."),
        ('{"placements": [' + "1," * 1_000 + "1]}", "agenda.json: More than 500 things in it are no part of an "
         "agenda. Write the agenda anew with forum solve."),
        ('{"score": 1, "score": 2}', "agenda.json: An object in it has 'score' twice. Keep one of the two."),
        ('{"forum": "\\ud800"}', "agenda.json: It holds half of a character (a lone surrogate). "
         "Write the whole character."),
        ("[]", "agenda.json, the whole file: '[]' is not an object. Write an object in braces."),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_agenda_says_so(tmp_path: Path, content: str, message: str) -> None:
    assert faults_of(tmp_path, content) == [message]


def test_a_file_nested_too_deeply_is_a_fault(tmp_path: Path) -> None:
    assert len(faults_of(tmp_path, "[" * 200_000)) == 1


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ForumFaults, match="The file cannot be read: No such file or directory"):
        read_agenda(tmp_path / "agenda.json", FORUM)


def test_a_local_time_without_an_offset_from_utc_is_written_like_any_other() -> None:
    start = dt.datetime(2026, 3, 20, 9, 30, tzinfo=dt.UTC)
    agenda = an_agenda(a_placement("s1", "2026-05-05 10:00").model_copy(update={"start": start}))
    assert '"start": "2026-03-20T09:30:00+00:00"' in agenda_text(agenda)


def test_an_agenda_of_the_forum_as_it_was_may_name_what_is_gone_but_of_no_other_forum(tmp_path: Path) -> None:
    old = an_agenda(a_placement("rt9", "2026-05-05 10:00", room="r9"))
    write_agenda(old, tmp_path / "old.json")
    assert read_agenda(tmp_path / "old.json", FORUM, as_it_was=True) == old
    write_agenda(old.model_copy(update={"forum": "forum-0002"}), tmp_path / "other.json")
    with pytest.raises(ForumFaults, match="forum"):
        read_agenda(tmp_path / "other.json", FORUM, as_it_was=True)
