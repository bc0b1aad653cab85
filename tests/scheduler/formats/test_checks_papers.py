"""Papers, regional reviews and events outside the forum: what is out of order is told where it stands."""

from pathlib import Path

import pytest

from tests.scheduler.builders import a_participant, a_session
from tests.scheduler.formats.folders import told, warned


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {
                "documents": "id,kind,title,sessions,of_session,consulted_from,consulted_until\n"
                "d1,outcome,Outcome,s1,s1,2026-02-03,2026-02-01\n"
            },
            [
                "documents.csv, row 2, column consulted_until: The consultation ends on 2026-02-01, before it begins. "
                "Write a later day.",
                "documents.csv, row 2, column sessions: It is attached to the session whose outcome it is. "
                "Name the sessions that hear it.",
            ],
        ),
        (
            {
                "region_schemes": "id,label\nun,Five groups\n",
                "regional_reviews": "id,title,regions,start,end,session\n"
                "r,Review,nu.african,2025-02-06,2025-02-04,s1\n",
            },
            [
                "regional_reviews.csv, row 2, column end: It ends before it begins. Write a later day.",
                "regional_reviews.csv, row 2, column regions: There is no scheme of regions 'nu'. Write one of un.",
            ],
        ),
        (
            {"preparations": "id,kind,title,start,end\np1,briefing,Briefing,2026-02-03 10:00,2026-02-03 09:00\n"},
            ["preparations.csv, row 2, column end: It ends before it begins. Write a later time."],
        ),
        (
            {
                "objectives": "number,title\n1,A\n2,B\n",
                "interlinks": "first,second\n1,1\n1,2\n2,1\n",
            },
            [
                "interlinks.csv, row 2, column second: The link is from an objective to itself. Name two objectives.",
                "interlinks.csv, row 4: The two are linked on row 3 already. Remove one of the two rows.",
            ],
        ),
        (
            {"documents": "id,kind,title,sessions,link\nd1,outcome,Outcome,s1,javascript:alert(1)\n"},
            [
                "documents.csv, row 2, column link: 'javascript:alert(1)' is not written as it must be. "
                "Write an address that begins with https:// and has no blanks."
            ],
        ),
    ],
)
def test_what_is_out_of_order(tmp_path: Path, tables: dict[str, str], messages: list[str]) -> None:
    assert told(tmp_path, tables) == messages


def test_what_may_be_a_slip(tmp_path: Path) -> None:
    tables = {
        "documents": "id,kind,title,sessions,consulted_until,published_on\n"
        "d1,concept-note,Note,s1,2026-02-03,2026-02-01\n",
        "regional_reviews": "id,title,regions\nr,Review,un.african\n",
        "preparations": "id,kind,title,start,end\np1,briefing,Briefing,2026-05-05 10:00,2026-05-05 11:00\n"
        "p2,side-event,Held online,2026-05-05 10:00,2026-05-05 11:00\n",
    }
    assert warned(tmp_path, tables) == [
        "documents.csv, row 2, column published_on: It is published on 2026-02-01, before the consultation ends. "
        "Leave it if it was a draft that was published.",
        "documents.csv, row 2, column link: It is published, and nobody can read it. Write its address.",
        "regional_reviews.csv, row 2, column session: No session of this forum hears it. "
        "Write the session that hears it, a round table of its own or a part of one.",
        "preparations.csv, row 2, column start: 2026-05-05 is a day of the forum. "
        "Make it a session, if it is part of the forum.",
    ]


def test_an_outcome_that_nobody_could_speak_to_may_be_a_slip(tmp_path: Path) -> None:
    tables = {
        "sessions": "id,kind,title,sittings\ns1,round-table,One,60\nown,round-table,Own,60\n",
        "documents": "id,kind,title,sessions,of_session\nd1,outcome,Outcome,s1,own\nd2,outcome,Outcome,s1,\n",
    }
    assert warned(tmp_path, tables) == [
        "documents.csv, row 2, column of_session: Nobody could speak to it: own has no rapporteur and nobody who "
        "organises it. Name a rapporteur in roles.csv, or who organises the session.",
        "documents.csv, row 3, column of_session: It is an outcome, and of no session, so it has no speaking slot "
        "where it is attached. Name the session whose outcome it is.",
    ]


def test_a_participant_may_be_in_several_corridors_of_a_scheme_that_is_named(tmp_path: Path) -> None:
    tables = {"region_schemes": "id,label\nun,Five groups\ncorridor,Corridors of migration\n"}
    corridors = ("un.asia-pacific", "corridor.nepal-gulf", "corridor.nepal-malaysia")
    participants = (a_participant("nepal", regions=corridors), a_participant("peru", regions=("area.andes",)))
    sessions = (a_session(regions=("corridor.nepal-gulf",)),)
    found = warned(tmp_path, tables, participants=participants, people=(), sessions=sessions)
    assert [line for line in found if "scheme" in line] == [
        "participants.csv, row 3, column regions: There is no scheme of regions 'area'. Write one of corridor, un.",
    ]
