"""forum rotate: shown, released in versions, drawn, and applied to the sessions of a forum."""

import json
import shutil
from pathlib import Path

import pytest

from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from tests.scheduler.test_cli import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of a sample with eight objectives in focus each time."""
    shutil.copytree(sample_path("imrf-2026"), tmp_path / "forum")
    settings = tmp_path / "forum" / "forum.yaml"
    policy = "rotation:\n  focus_least: 8\n  focus_most: 8\n  shortest_gap: 2\n  focus_minutes: 5\n"
    settings.write_text(settings.read_text(encoding="utf-8") + policy, encoding="utf-8")
    return tmp_path / "forum"


def test_a_plan_is_released_in_versions_and_drawn(folder: Path, tmp_path: Path) -> None:
    code, out, _ = run("rotate", str(folder), "--release", "--comment", "First", "--picture", str(tmp_path / "m.html"))
    assert (code, "Score" in out, (tmp_path / "m.html").read_text().startswith("<!doctype html>")) == (0, True, True)
    code, out, _ = run("rotate", str(folder), "--release")
    assert (code, "Against the released version 1:\n  nothing changes" in out) == (0, True)
    kept = json.loads((folder / "rotation.json").read_text())
    assert (kept["version"], [plan["comment"] for plan in kept["earlier"]]) == (2, ["First"])


def test_a_picture_is_a_drawing_or_a_page_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    begins = {}
    for name in ("m.svg", "m.HTML"):
        assert run("rotate", str(folder), "--cycles", "1", "--picture", str(tmp_path / name))[0] == 0
        begins[name] = (tmp_path / name).read_text()[:10]
    assert begins == {"m.svg": "<svg xmlns", "m.HTML": "<!doctype "}
    code, _, err = run("rotate", str(folder), "--picture", str(tmp_path / "m.pdf"))
    assert (code, "end in .svg or .html" in " ".join(err.split()), (tmp_path / "m.pdf").exists()) == (2, True, False)


def test_what_took_place_replaces_the_plan_and_the_fewest_cells_change(folder: Path) -> None:
    run("rotate", str(folder), "--release", "--comment", "Before 2026")
    focus = {
        edition["year"]: edition["focus"] for edition in json.loads((folder / "rotation.json").read_text())["editions"]
    }
    instead, left_out = focus[2030][0], focus[2026][0]
    held = [*focus[2026][1:], instead]
    with (folder / "editions.csv").open("a", encoding="utf-8") as editions:
        editions.write("2026,IMRF 2026,yes,Summary of the forum,verified\n")
    with (folder / "past_reviews.csv").open("a", encoding="utf-8") as reviews:
        reviews.writelines(f"2026,{number},in-depth,Summary of the forum,verified\n" for number in held)
    code, out, _ = run("rotate", str(folder), "--cycles", "5", "--release", "--comment", "After 2026")
    told = out.partition("Against the released version 1:\n")[2].splitlines()
    assert (code, told) == (
        0,
        [
            f"  2030: added {left_out}; taken out {instead}",
            "  2 of its cells change, the fewest there can be, which is proven",
        ],
    )
    kept = json.loads((folder / "rotation.json").read_text())
    assert [kept["version"], kept["comment"], len(kept["editions"])] == [2, "After 2026", 5]
    (before,) = kept["earlier"]
    assert {edition["year"]: edition["focus"] for edition in before["editions"]} == focus


def test_six_cycles_of_the_real_start_are_level_and_proven(folder: Path) -> None:
    code, out, _ = run("rotate", str(folder), "--cycles", "6", "--json")
    found = json.loads(out)
    assert (code, found["outcome"], found["history"], found["plan"]["score"]) == (
        0,
        "optimal",
        [],
        found["plan"]["bound"],
    )
    counts = dict.fromkeys(range(1, 24), 0)
    for edition in found["plan"]["editions"]:
        assert (len(edition["focus"]), edition["parted"]) == (8, edition["parted_bound"])
        for number in edition["focus"]:
            counts[number] += 1
        assert max(counts.values()) - min(counts.values()) <= 1
    assert len(found["plan"]["editions"]) == 6
    assert [reason["objective"] for reason in found["reasons"]["objectives"]] == found["plan"]["editions"][0]["focus"]


def test_the_history_of_the_hlpf_is_accepted_and_continued() -> None:
    code, out, _ = run("rotate", "hlpf-2027", "--cycles", "5")
    assert (code, "breaks the policy" in out, "2027: in depth 4, 10, 12, 15, 17" in out) == (0, False, True)


def test_a_released_plan_is_applied_once(folder: Path) -> None:
    assert run("rotate", str(folder), "--apply")[0] == 2
    run("rotate", str(folder), "--release")
    code, out, _ = run("rotate", str(folder), "--apply")
    tables = [session for session in read_forum(folder).sessions if session.kind == "round-table"]
    assert (code, "floor_minutes: 140 -> 150" in out) == (0, True)
    assert sorted(number for session in tables for number in session.objectives) == list(range(1, 24))
    assert [session.floor_minutes for session in tables] == [150] * 4
    code, out, _ = run("rotate", str(folder), "--apply")
    assert (code, out.startswith("Nothing to change")) == (0, True)


def test_a_policy_that_cannot_be_kept_is_explained(folder: Path) -> None:
    settings = folder / "forum.yaml"
    settings.write_text(settings.read_text().replace("focus_most: 8", "focus_most: 8\n  longest_gap: 2"))
    code, out, _ = run("rotate", str(folder))
    assert (code, out.startswith("No rotation keeps this policy. These cannot hold together:")) == (3, True)


def test_a_plan_of_another_series_or_written_by_hand_is_refused(folder: Path) -> None:
    run("rotate", str(folder), "--release")
    path = folder / "rotation.json"
    plan = json.loads(path.read_text())
    path.write_text(json.dumps(plan | {"forum": "another-forum", "series": "HLPF"}))
    code, _, err = run("rotate", str(folder))
    assert (code, "This plan belongs to another forum, another-forum." in err) == (1, True)
    path.write_text(json.dumps(plan | {"editions": [{"year": "soon"}]}))
    assert run("rotate", str(folder))[0] == 1


def test_the_next_edition_of_a_series_goes_on_from_the_plan(folder: Path) -> None:
    run("rotate", str(folder), "--release")
    run("rotate", str(folder), "--apply")
    focus = {e["year"]: e["focus"] for e in json.loads((folder / "rotation.json").read_text())["editions"]}
    settings = folder / "forum.yaml"
    uid = "uid: c4e87d13-2026-4b60-a2f5-17d9b3e0c648"
    assert uid in settings.read_text()
    settings.write_text(settings.read_text().replace(uid, "uid: d5f98e24-2030-4c71-b306-28eac4f1d759"))
    with (folder / "editions.csv").open("a", encoding="utf-8") as editions:
        editions.write("2026,IMRF 2026,yes,Summary of the forum,verified\n")
    with (folder / "past_reviews.csv").open("a", encoding="utf-8") as reviews:
        reviews.writelines(f"2026,{number},in-depth,Summary of the forum,verified\n" for number in focus[2026])
    code, out, _ = run("rotate", str(folder), "--cycles", "5", "--release")
    assert (code, "Against the released version 1:\n  nothing changes" in out) == (0, True)
    kept = json.loads((folder / "rotation.json").read_text())
    assert {e["year"]: e["focus"] for e in kept["editions"]} == {y: n for y, n in focus.items() if y > 2026}
    assert (kept["version"], kept["forum"][:13], kept["floors"], kept["given"]) == (2, "d5f98e24-2030", {}, {})


def test_a_plan_of_a_framework_that_has_changed_is_gone_on_from_and_not_applied(folder: Path) -> None:
    run("rotate", str(folder), "--release")
    path = folder / "rotation.json"
    plan = json.loads(path.read_text())
    plan["editions"][0]["focus"][0] = 99
    plan["editions"][0]["round_tables"][0][0] = 99
    path.write_text(json.dumps(plan))
    code, _, err = run("rotate", str(folder), "--apply")
    assert (code, "do not have each objective of this forum once" in err) == (2, True)
    assert run("rotate", str(folder), "--release")[0] == 0
    code, out, _ = run("rotate", str(folder), "--apply")
    assert (code, "objectives:" in out) == (0, True)


def test_the_folder_of_a_sample_is_not_written_to() -> None:
    code, _, err = run("rotate", "imrf-2026", "--cycles", "1", "--release")
    assert (code, "copy it first" in err, (sample_path("imrf-2026") / "rotation.json").exists()) == (2, True, False)


def test_a_forum_without_objectives_has_nothing_to_rotate() -> None:
    assert run("rotate", "two-rooms")[0] == 2
