"""The log, the times lists are open, and the lot say what they need to be read."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told

REQUESTS = "id,session,participant\nr1,s1,mexico\nr2,s1,caritas\n"


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        (
            "number,at,request,happening\n2,2026-03-02 10:00,r1,withdrawn\n2,2026-03-02 11:00,r2,withdrawn\n",
            [
                "log.csv, row 3, column number: '2' is there already, on row 2. "
                "Write another name, or remove one of the two rows.",
                "log.csv, row 3, column number: Entry 2 comes after entry 2. "
                "Entries are in order; add new ones at the end.",
            ],
        ),
        (
            "number,at,request,happening,basis\n1,2026-03-02 10:00,r1,declined,objection\n",
            [
                "log.csv, row 2, column by: It rests on an objection, which the method did not decide. "
                "Write who entered it, and why.",
                "log.csv, row 2, column reason: It rests on an objection, which the method did not decide. "
                "Write who entered it, and why.",
            ],
        ),
        (
            "number,at,request,happening\n1,2026-03-02 10:00,r1,swapped\n2,2026-03-02 10:00,r1,substituted\n"
            "3,2026-03-02 10:00,r1,yielded\n",
            [
                "log.csv, row 2, column other: 'swapped' is about two requests. Write the other one.",
                "log.csv, row 3, column person: Nobody is named to speak instead. Write the person.",
                "log.csv, row 4, column minutes: It does not say how much time is yielded. Write the minutes.",
            ],
        ),
    ],
)
def test_an_entry_lacks_what_it_needs(tmp_path: Path, rows: str, messages: list[str]) -> None:
    assert told(tmp_path, {"requests": REQUESTS, "log": rows}) == messages


def test_lists_close_after_they_open_and_responses_fit(tmp_path: Path) -> None:
    sessions = (
        "id,kind,title,sittings,floor_minutes,response_minutes,list_opens,list_closes\n"
        "s1,round-table,A,90,30,31,2026-03-02 10:00,2026-03-01 10:00\ns2,round-table,B,90,,,,\n"
    )
    assert told(tmp_path, {"sessions": sessions}) == [
        "sessions.csv, row 2, column list_closes: The list closes 2026-03-01 10:00, and opens 2026-03-02 10:00. "
        "Write a later time.",
        "sessions.csv, row 2, column response_minutes: 31 minutes for responses are more than the floor has. "
        "Write 30 or less.",
    ]


def test_a_seed_is_the_one_that_was_committed_to(tmp_path: Path) -> None:
    digest = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"  # of "secret"
    settings = "uid: a-forum-of-its-own\ntitle: Trial\ntimezone: UTC\ndays: [2026-05-05]\nlanguages: [en, fr]\n"
    lot = f"selection:\n  lot_commitment: {digest}\n  lot_seed: "
    found = told(tmp_path, {"forum.yaml": settings + lot + "guess\n"})
    assert [line for line in found if "seed" in line] == [
        "forum.yaml, row 8, setting selection.lot_seed: The seed's digest is f1abe1b083d1..., and 2bb80d537b1d... was "
        "published. Write the seed that was committed to."
    ]
    found = told(
        tmp_path,
        {"forum.yaml": settings + lot + "secret\n  list_closes: 2026-01-01 10:00\n  list_opens: 2026-01-02 10:00\n"},
    )
    assert [line for line in found if "selection" in line] == [
        "forum.yaml, row 9, setting selection.list_closes: Lists close 2026-01-01 10:00, and open 2026-01-02 10:00. "
        "Write a later time."
    ]
