"""Nobody and nothing is there twice."""

import unicodedata
from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told, warned

JOSE = "José Álvarez"
HEAD = "id,name,affiliations,function\n"


def test_a_list_that_names_one_thing_by_two_names_is_a_fault(tmp_path: Path) -> None:
    tables = {"people": "id,name,affiliations\nana,Ana,mexico; Mexico\n"}
    assert told(tmp_path, tables) == ["people.csv, row 2, column affiliations: mexico is named twice. Name each once."]


@pytest.mark.parametrize("form", ["NFD", "NFC"])
def test_a_person_in_two_normal_forms_is_there_twice(tmp_path: Path, form: str) -> None:
    other = "NFC" if form == "NFD" else "NFD"
    first, second = (unicodedata.normalize(form, JOSE) for form in (form, other))
    tables = {"people": f"{HEAD}ana,{first},mexico,\njose,{second},caritas,\n"}
    assert told(tmp_path, tables) == [
        f"people.csv, row 3, column name: {second} is there already, as ana on row 2, in another form of the same "
        "characters. Remove this row, and write ana where it is named."
    ]


def test_a_participant_in_two_normal_forms_is_there_twice(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Élan")
    tables = {"participants": f"id,name,class\nmexico,Mexico,state\nelan,Élan,ngo\nelan2,{decomposed},ngo\n"}
    assert told(tmp_path, tables) == [
        f"participants.csv, row 4, column name: {decomposed} is there already, as elan on row 3, in another form of "
        "the same characters. Remove this row, and write elan where it is named."
    ]


def test_two_people_of_one_name_in_one_delegation_are_remarked_upon(tmp_path: Path) -> None:
    tables = {"people": f"{HEAD}ana,Ana Ruiz,mexico,\nruiz,ANA RUIZ,mexico,\nother,Ana Ruiz,caritas,\n"}
    assert warned(tmp_path, tables) == [
        "people.csv, row 3, column name: ANA RUIZ of mexico is there already, as ana. "
        "If it is one person, keep row 2 alone; if they are two, tell them apart by function."
    ]


def test_two_participants_of_one_name_are_remarked_upon(tmp_path: Path) -> None:
    tables = {"participants": "id,name,class\nmexico,Mexico,state\ncaritas,Caritas,ngo\ncaritas-2,Caritas,ngo\n"}
    assert warned(tmp_path, tables) == [
        "participants.csv, row 4, column name: Caritas is the name of caritas on row 3 too. "
        "If it is one participant, keep one row; if they are two, tell them apart in the name."
    ]
