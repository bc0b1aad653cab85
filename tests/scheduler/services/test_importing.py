"""What an import would change is exact, and it is done wholly or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from scheduler.errors import ForumFaults
from scheduler.formats.csv_folder import read_source
from scheduler.formats.folder import write_forum
from scheduler.formats.raw import Source
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.importing import ChangeKind, ImportPlan, carry_out, plan_import
from tests.scheduler.builders import a_room, text


def the_forum() -> Forum:
    """Return a small forum without a fault."""
    return read_forum(sample_path("tiny"))


def source_for(forum: Forum, tmp_path: Path) -> Source:
    """Return what a folder with this forum says."""
    write_forum(forum, tmp_path / "source")
    return read_source(tmp_path / "source")


def said(plan: ImportPlan) -> list[tuple[str, tuple[str, ...], str, list[tuple[str, str, str]]]]:
    """Return the changes of a plan as plain values."""
    return [
        (c.table, c.key, c.kind.value, [(cell.column, cell.old, cell.new) for cell in c.cells]) for c in plan.changes
    ]


def test_a_forum_imported_into_a_new_folder_reads_back_as_the_same(tmp_path: Path) -> None:
    forum = the_forum()
    plan = plan_import(source_for(forum, tmp_path), tmp_path / "new")
    carry_out(plan, tmp_path / "new")
    assert read_forum(tmp_path / "new") == forum
    assert {change.kind for change in plan.changes} == {ChangeKind.ADDED}


def test_the_same_file_twice_changes_nothing_and_touches_no_file(tmp_path: Path) -> None:
    source = source_for(the_forum(), tmp_path)
    carry_out(plan_import(source, tmp_path / "into"), tmp_path / "into")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "into").iterdir()}
    again = plan_import(source, tmp_path / "into")
    carry_out(again, tmp_path / "into")
    assert again.changes == ()
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "into").iterdir()} == before


def test_each_change_says_which_cell_says_what_instead(tmp_path: Path) -> None:
    forum = the_forum()
    write_forum(forum, tmp_path / "into")
    first, *others = forum.rooms
    gone, changed = others[-1], first.model_copy(update={"seats": 777})
    rooms = (changed, *(room for room in others if room != gone), a_room("annex", name=text("Annex")))
    new = forum.model_copy(update={"rooms": rooms, "slot_minutes": 10})
    plan = plan_import(Source({"rooms": source_for(new, tmp_path).tables["rooms"]}), tmp_path / "into")
    assert [(table, key, kind) for table, key, kind, _ in said(plan)] == [
        ("rooms", (first.id,), "changed"),
        ("rooms", (gone.id,), "removed"),
        ("rooms", ("annex",), "added"),
    ]
    assert said(plan)[0][3] == [("seats", str(first.seats), "777")]


def test_a_setting_that_changes_is_told_with_both_values(tmp_path: Path) -> None:
    forum = the_forum()
    write_forum(forum, tmp_path / "into")
    plan = plan_import(source_for(forum.model_copy(update={"slot_minutes": 10}), tmp_path), tmp_path / "into")
    old = "" if forum.slot_minutes == 5 else str(forum.slot_minutes)
    assert said(plan) == [("forum", (), "changed", [("slot_minutes", old, "10")])]


def test_rows_in_another_order_are_no_change_and_keep_their_places(tmp_path: Path) -> None:
    forum = the_forum()
    write_forum(forum, tmp_path / "into")
    turned = forum.model_copy(update={"people": forum.people[::-1], "sessions": forum.sessions[::-1]})
    plan = plan_import(source_for(turned, tmp_path), tmp_path / "into")
    assert plan.changes == ()
    assert plan.forum == forum


def test_tables_the_source_does_not_have_stay_as_they_are(tmp_path: Path) -> None:
    forum = the_forum()
    write_forum(forum, tmp_path / "into")
    plan = plan_import(Source({"requests": read_source(tmp_path / "into").tables["requests"]}), tmp_path / "into")
    assert (plan.changes, plan.forum) == ((), forum)


def test_a_row_with_a_new_id_and_nothing_else_new_is_pointed_out(tmp_path: Path) -> None:
    forum = the_forum()
    forum = forum.model_copy(update={"rooms": (*forum.rooms, a_room("old-id", name=text("Attic"), seats=7))})
    write_forum(forum, tmp_path / "into")
    new = forum.model_copy(update={"rooms": (*forum.rooms[:-1], a_room("new-id", name=text("Attic"), seats=7))})
    plan = plan_import(source_for(new, tmp_path), tmp_path / "into")
    assert plan.renamed == (("rooms", "old-id", "new-id"),)


def test_another_forum_is_refused(tmp_path: Path) -> None:
    write_forum(the_forum(), tmp_path / "into")
    other = the_forum().model_copy(update={"uid": "another-forum-2027"})
    with pytest.raises(ForumFaults, match="another forum: its uid is another-forum-2027"):
        plan_import(source_for(other, tmp_path), tmp_path / "into")


def test_a_result_with_a_fault_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    forum = the_forum()
    write_forum(forum, tmp_path / "into")
    source = source_for(forum.model_copy(update={"participants": forum.participants[1:]}), tmp_path)
    with pytest.raises(ForumFaults):
        plan_import(source, tmp_path / "into")
    assert read_forum(tmp_path / "into") == forum


def test_a_faulty_folder_is_mended_by_an_import_of_the_faulty_table(tmp_path: Path) -> None:
    forum = the_forum()
    source = source_for(forum, tmp_path)
    write_forum(forum, tmp_path / "into")
    rooms = tmp_path / "into" / "rooms.csv"
    rooms.write_text(rooms.read_text("utf-8").replace("name", "nome", 1), "utf-8")
    carry_out(plan_import(source, tmp_path / "into"), tmp_path / "into")
    assert read_forum(tmp_path / "into") == forum


def import_and_die(source: Source, into: Path, events: int) -> bool:
    """Import in a child process that dies at one of its changes of files; return whether it came to its end."""
    child = os.fork()
    if child == 0:
        left = [events]

        def count(event: str, _: object) -> None:
            if event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "tempfile.mkstemp"):
                left[0] -= 1
                if left[0] == 0:
                    os._exit(9)

        sys.addaudithook(count)
        carry_out(plan_import(source, into), into)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def test_whenever_an_import_dies_the_folder_holds_the_old_forum_or_the_new(tmp_path: Path) -> None:
    old = the_forum()
    old = old.model_copy(update={"pins": (Pin(session=old.sessions[0].id, room=old.rooms[0].id),)})
    rooms = (old.rooms[0].model_copy(update={"seats": 777}), *old.rooms[1:])
    new = old.model_copy(update={"rooms": rooms, "pins": (), "slot_minutes": 10})
    source = source_for(new, tmp_path)
    source = Source({**source.tables, "pins": read_source(write_pins(tmp_path)).tables["pins"]})
    seen: list[str] = []
    for events in range(1, 100):
        into = tmp_path / f"into-{events}"
        write_forum(old, into)
        is_done = import_and_die(source, into, events)
        found = read_forum(into)
        assert found in (old, new)
        seen.append("new" if found == new else "old")
        if is_done:
            break
    assert seen[0] == "old"
    assert seen[-1] == "new"
    assert seen == sorted(seen, key=["old", "new"].index)
    assert seen.count("new") > 3


def write_pins(tmp_path: Path) -> Path:
    """Write a folder whose table of pins has a heading and no rows."""
    folder = tmp_path / "no-pins"
    folder.mkdir()
    (folder / "pins.csv").write_text("session,sitting,period,room,start\n", "utf-8")
    return folder
