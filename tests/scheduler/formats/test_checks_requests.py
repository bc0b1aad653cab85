"""What a request asks for can be had, and is asked for once."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told, warned

HEAD = "id,session,participant,minutes,requested_at\n"


@pytest.mark.parametrize(
    ("requests", "warning"),
    [
        (
            "q1,s1,mexico,,2027-02-03 10:15\n",
            "row 2, column requested_at: 2027-02-03 is after the forum, which ends on 2026-05-05. "
            "Write when the request came.",
        ),
        (
            "q1,s1,mexico,31,\n",
            "row 2, column minutes: It asks for 31 minutes, and s1 reserves 30 for the floor. "
            "Write 30 or less, or reserve more in sessions.csv.",
        ),
        (
            "q1,s1,mexico,,\nq2,s1,mexico,,\n",
            "row 3: mexico asks for the floor of s1 on row 2 already. "
            "Remove one of the two unless it is to speak twice.",
        ),
    ],
)
def test_what_may_be_a_slip_in_a_request_is_remarked_upon(tmp_path: Path, requests: str, warning: str) -> None:
    assert warned(tmp_path, {"requests": HEAD + requests}) == [f"requests.csv, {warning}"]


def test_a_constituency_needs_a_focal_point_where_speakers_are_to_be_named(tmp_path: Path) -> None:
    tables = {
        "constituencies": "id,label,focal_point\nngos,NGOs,\nyouth,Youth,ana\n",
        "participants": "id,name,class,constituency\nmexico,Mexico,state,\ncaritas,Caritas,ngo,ngos\n",
        "requests": f"{HEAD}q1,s1,caritas,,\n",
    }
    place = "constituencies.csv, row 2, column focal_point: "
    advice = " Write the id or name of somebody in people.csv."
    assert told(tmp_path, tables) == [
        f"{place}ngos has no focal point. A request waits for a speaker only its focal point can name.{advice}"
    ]
    tables["requests"] = HEAD
    assert warned(tmp_path, tables) == [f"{place}ngos has no focal point, so nobody can request for it.{advice}"]
