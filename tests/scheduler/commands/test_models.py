import json
import shutil
from pathlib import Path

import pytest

from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.models.reading import folder_of, model_names
from tests.scheduler.test_cli import run


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_path("imrf-2026"), tmp_path / "forum"))


def texts(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_models_are_listed_by_name() -> None:
    code, out, _ = run("models", "--json")
    assert (code, [model["name"] for model in json.loads(out)]) == (0, list(model_names()))
    assert all(name in run("models")[1] for name in model_names())


def test_a_model_is_told_with_who_decides_and_what_it_rests_on() -> None:
    code, out, _ = run("models", "imrf-adopted")
    told = " ".join(out.split())
    sentences = ("Adequate space is reserved", "(assumption)", "Two", "opening: stakeholder: places: 2", "(verified)")
    assert (code, [said for said in sentences if said.casefold() not in told.casefold()]) == (0, [])


def test_the_folder_of_a_model_is_told_so_that_it_can_be_copied() -> None:
    folder = json.loads(run("models", "upr-adoption", "--json")[1])["folder"]
    assert Path(folder) == folder_of("upr-adoption")


def test_a_dry_run_changes_nothing(forum: Path) -> None:
    before = texts(forum)
    code, out, _ = run("adopt", str(forum), "imrf-proposed", "--dry-run")
    assert (code, "+ dedicated-youth" in out, texts(forum) == before) == (0, True, True)


def test_without_consent_nothing_is_changed(forum: Path) -> None:
    before = texts(forum)
    code, _, err = run("adopt", str(forum), "imrf-proposed")
    assert (code, "Nothing was changed" in err, texts(forum) == before) == (2, True, True)


def test_a_model_is_adopted_and_then_there_is_nothing_to_change(forum: Path) -> None:
    assert run("adopt", str(forum), "imrf-proposed", "--yes")[0] == 0
    assert read_forum(forum).selection.model == "imrf-proposed"
    before = texts(forum)
    code, out, _ = run("adopt", str(forum), "imrf-proposed")
    assert (code, "Nothing to change" in out, texts(forum) == before) == (0, True, True)


def test_a_new_folder_holds_the_changed_forum_and_the_old_one_stays(forum: Path, tmp_path: Path) -> None:
    before = texts(forum)
    code, _, _ = run("adopt", str(forum), "hld-2013", "-o", str(tmp_path / "new"))
    assert (code, texts(forum) == before, read_forum(tmp_path / "new").selection.model) == (0, True, "hld-2013")


def test_a_workbook_is_adopted_into_a_new_folder_alone(tmp_path: Path) -> None:
    workbook = str(sample_path("imrf-2022").with_suffix(".xlsx"))
    assert run("adopt", workbook, "hld-2013", "--yes")[0] == 2
    code, out, _ = run("adopt", workbook, "hld-2013", "-o", str(tmp_path / "new"))
    assert (code, "sessions:" in out, read_forum(tmp_path / "new").selection.model) == (0, False, "hld-2013")


def test_a_sample_stays_as_it_is() -> None:
    assert run("adopt", "imrf-2026", "hld-2013", "--yes")[0] == 2


def test_a_changed_copy_of_a_model_is_adopted_by_its_path(forum: Path, tmp_path: Path) -> None:
    ours = Path(shutil.copytree(folder_of("imrf-adopted"), tmp_path / "ours"))
    shares = (ours / "shares.csv").read_text(encoding="utf-8").replace(",20,", ",33,")
    (ours / "shares.csv").write_text(shares, encoding="utf-8")
    assert run("adopt", str(forum), str(ours), "--yes")[0] == 0
    after = read_forum(forum)
    assert (after.selection.model, {s.percent for s in after.shares}) == ("ours", {None, 33, 75})


def test_faults_of_a_model_are_all_listed_and_nothing_is_written(forum: Path, tmp_path: Path) -> None:
    ours = Path(shutil.copytree(folder_of("imrf-adopted"), tmp_path / "ours"))
    (ours / "shares.csv").write_text("kind,class,percent\nopening,stakeholder,many\n", encoding="utf-8")
    (ours / "ties.csv").write_text("first,link,second\na,beside,b\n", encoding="utf-8")
    before = texts(forum)
    code, _, err = run("adopt", str(forum), str(ours), "--yes")
    assert (code, "2 faults" in err, texts(forum) == before) == (1, True, True)


def test_a_changed_forum_with_a_fault_is_not_written(forum: Path, tmp_path: Path) -> None:
    ours = Path(shutil.copytree(folder_of("imrf-adopted"), tmp_path / "ours"))
    (ours / "ties.csv").write_text("first,link,second\nfirst opening,before,first hearing\n", encoding="utf-8")
    before = texts(forum)
    code, _, err = run("adopt", str(forum), str(ours), "--yes")
    assert (code, "circle" in err, texts(forum) == before) == (1, True, True)


def test_one_model_alone_is_not_compared() -> None:
    code, _, err = run("compare", "tiny", "--model", "imrf-adopted")
    assert (code, "2 to 10 models" in err) == (2, True)


def test_models_are_compared_as_a_document_for_programs(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.json"
    assert run("solve", "tiny", "-o", str(agenda))[0] == 0
    code, out, _ = run("compare", "tiny", "--as-it-is", "--model", "hld-2013", "--agenda", str(agenda), "--json")
    found = json.loads(out)
    assert (code, [tried["model"] for tried in found["tried"]]) == (0, ["as it is", "hld-2013"])
    stakeholders = [tried["total"]["by_body"][1]["speakers"] for tried in found["tried"]]
    assert stakeholders == [2, 0]  # the general debate of 2013 was of States alone


def test_a_focal_point_is_told_what_to_expect_in_words_and_as_a_document() -> None:
    code, out, _ = run("expect", "tiny", "--constituency", "migrants")
    assert (code, "fewer than 5" in out, "Unions" in out) == (0, True, False)
    code, out, _ = run("expect", "tiny", "--constituency", "migrants", "--json")
    assert (code, json.loads(out)["sessions"][0]["asked"]) == (0, 1)


def test_an_unknown_constituency_is_answered_with_those_there_are() -> None:
    code, _, err = run("expect", "tiny", "--constituency", "farmers")
    assert (code, "trade-unions, migrants" in err) == (2, True)
