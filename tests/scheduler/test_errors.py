"""Faults say where they are and travel between processes."""

import pickle

from scheduler.errors import Fault, ForumFaults

FAULT = Fault("rooms.csv", 3, "seats", "It is blank.", "Write a number.")


def test_a_fault_names_file_row_and_column() -> None:
    assert str(FAULT) == "rooms.csv, row 3, column seats: It is blank. Write a number."


def test_a_fault_of_a_setting_or_of_json_is_named_in_their_words() -> None:
    assert Fault("forum.yaml", 2, "days", "", "").place == "forum.yaml, row 2, setting days"
    assert Fault("agenda.json", None, "placements[0].room", "", "").place == "agenda.json, placements[0].room"
    assert Fault("rooms.csv", None, None, "", "").place == "rooms.csv"


def test_a_fault_in_a_workbook_names_the_sheet() -> None:
    assert Fault("Sessions", 5, "Kind", "", "").place == "sheet Sessions, row 5, column Kind"
    assert Fault("Forum", 3, "Time zone", "", "", is_setting=True).place == "sheet Forum, row 3, setting Time zone"
    assert [Fault(name, None, None, "", "").place for name in ("forum.xlsx", "/tmp/forum", "forum")] == [
        "forum.xlsx",
        "/tmp/forum",
        "forum",
    ]


def test_faults_survive_being_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(ForumFaults([FAULT])))
    assert (sent.faults, str(sent)) == ((FAULT,), str(FAULT))
