import shutil
from pathlib import Path

import pytest

from scheduler.domain.participant import Confidence
from scheduler.errors import ForumFaults, NotFoundError
from scheduler.services.models.reading import folder_of, model_named, model_names, read_model

NAMES = (
    "gfmd-civil-society-days",
    "hld-2013",
    "hlpf-major-groups",
    "imrf-adopted",
    "imrf-proposed",
    "upr-adoption",
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """An organiser's own copy of a model."""
    return Path(shutil.copytree(folder_of("imrf-proposed"), tmp_path / "our-own"))


def test_six_models_are_shipped() -> None:
    assert model_names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_model_is_read_without_a_fault(name: str) -> None:
    assert model_named(name).name == name


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_a_model_assumes_is_marked_as_one(name: str) -> None:
    confidences = {fact.confidence for fact in model_named(name).text.sources}
    assert confidences >= {Confidence.VERIFIED, Confidence.ASSUMPTION}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_recalled_or_assumed_is_said_to_be_a_default_to_change(name: str) -> None:
    unsure = [f for f in model_named(name).text.sources if f.confidence in (Confidence.MEMORY, Confidence.ASSUMPTION)]
    assert [f.source for f in unsure if "changed" not in f.source and "not checked" not in f.source] == []


def test_a_copy_is_read_by_its_path_and_called_after_its_folder(copy: Path) -> None:
    (copy / "shares.csv").write_text("kind,class,percent\nplenary,stakeholder,30\n", encoding="utf-8")
    model = model_named(str(copy))
    assert (model.name, [dict(row.cells) for row in model.tables["shares"].rows]) == (
        "our-own",
        [{"kind": "plenary", "class": "stakeholder", "percent": "30"}],
    )


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(NotFoundError, match="imrf-adopted, imrf-proposed"):
        model_named("imrf-1066")


def test_a_folder_without_a_model_is_told_from_a_name_that_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"has no model\.yaml"):
        model_named(str(tmp_path))


def test_every_fault_of_a_model_is_listed_at_once(copy: Path) -> None:
    (copy / "model.yaml").write_text(
        "label: Ours\ndescription: Ours\ndecided:\n- what: Places\n  who: We\nsources:\n- fact: A\n  source: B\n"
        "  confidence: sure\nsettings:\n  list_opens_days: soon\n  colour: red\n",
        encoding="utf-8",
    )
    (copy / "rooms.csv").write_text("id,name\nr1,Room\n", encoding="utf-8")
    (copy / "shares.csv").write_text("kind,class,percent\nplenary,{group},many\n", encoding="utf-8")
    (copy / "requests.csv").write_text("id,session,participant\nc,every plenary,speaker of ngo\n", encoding="utf-8")
    (copy / "classes.csv").write_text("id,shade\nstakeholder,blue\n", encoding="utf-8")
    (copy / "ties.csv").write_text("first,link,second\na,before,b\na,before,b\n", encoding="utf-8")
    with pytest.raises(ForumFaults) as raised:
        read_model(copy)
    assert [(fault.file, fault.row, fault.column) for fault in raised.value.faults] == [
        ("model.yaml", 9, "sources.1.confidence"),
        ("model.yaml", 11, "settings.list_opens_days"),
        ("model.yaml", 12, "settings.colour"),
        ("classes.csv", 1, "shade"),
        ("requests.csv", 2, "session"),
        ("rooms.csv", None, None),
        ("shares.csv", 2, "class"),
        ("shares.csv", 2, "percent"),
        ("ties.csv", 3, None),
    ]


@pytest.mark.parametrize("text", ["label: [", "- a", "label: *x", "", "? [a]\n: b", "label: a\nlabel: b", "[" * 100])
def test_a_text_that_is_no_model_is_a_fault_of_its_file(copy: Path, text: str) -> None:
    (copy / "model.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ForumFaults) as raised:
        read_model(copy)
    assert {fault.file for fault in raised.value.faults} == {"model.yaml"}


def test_two_files_of_one_table_are_a_fault(copy: Path) -> None:
    shutil.copy(copy / "ties.csv", copy / "Ties.CSV")
    with pytest.raises(ForumFaults, match="holds this table already"):
        read_model(copy)
