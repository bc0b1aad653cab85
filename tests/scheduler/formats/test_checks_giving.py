"""Giving places: what cannot be kept, or asks for what there is not, is told in the file it stands in."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told, warned

NGOS = {"constituencies": "id,label,focal_point\nmigrants,Migrants,ana\n"}


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"role_places": "session,role,places\ns1,chair,1\n"},
            [
                "role_places.csv, row 2, column role: Nobody can ask to be chair. "
                "Write one of keynote, moderator, panellist, discussant, rapporteur."
            ],
        ),
        (
            {"requests": "id,session,participant,role\nr1,s1,mexico,panellist\n"},
            [
                "requests.csv, row 2, column role: s1 has no places for the role panellist. "
                "Add a row to role_places.csv, or leave the role blank to ask for the floor."
            ],
        ),
        (
            {
                "requests": "id,session,participant,second_choice,cosponsors\n"
                "r1,s1,mexico,s1,\nr2,s1,caritas,s3,caritas\n",
                "sessions": "id,kind,title,sittings,floor_minutes\n"
                "s1,round-table,A,90,30\ns2,round-table,B,90,30\ns3,round-table,C,90,\n",
            },
            [
                "requests.csv, row 2, column second_choice: First and second choice are one session. "
                "Write another session, or leave it blank.",
                "requests.csv, row 3, column cosponsors: caritas joins in its own statement. "
                "Name those who join in it.",
                "requests.csv, row 3, column second_choice: s3 reserves no minutes for the floor. "
                "Write another session, or leave it blank.",
            ],
        ),
        (
            {"shares": "kind,session,class,percent,places,least,most\n,,ngo,30,,,\nround-table,s1,state,60,5,4,3\n"},
            [
                "shares.csv, row 2, column kind: The row must name a kind or a session. "
                "Write a kind of session, or one session, not both.",
                "shares.csv, row 3, column kind: The row must name a kind or a session. "
                "Write a kind of session, or one session, not both.",
                "shares.csv, row 3, column least: The fewest, 4, are more than the most. "
                "Write the smaller number as the fewest.",
                "shares.csv, row 3, column places: It has a percentage and a number of places. Write one of the two.",
            ],
        ),
        (
            {"shares": "kind,class,percent\nround-table,ngo,60\nround-table,state,50\nother,state,50\n"},
            [
                "shares.csv, row 3, column percent: The shares of round-table come to 110 percent. "
                "Lessen one of them; together they are 100 or less."
            ],
        ),
        (
            {"shares": "kind,class,constituency,percent\nround-table,ngo,,\nother,ngo,migrants,30\n", **NGOS},
            [
                "shares.csv, row 2, column percent: The row sets nothing. Write a percentage or a number of places.",
                "shares.csv, row 3, column percent: A constituency's share is not a percentage. "
                "Write places, fewest or most; what a class has is shared out among its constituencies.",
            ],
        ),
        (
            {"balances": "id,trait,value,least_percent,most_percent\na,class,ngo,,\nb,class,ngo,60,40\n"},
            [
                "balances.csv, row 2, column least_percent: The row sets nothing. Write the fewest or the most.",
                "balances.csv, row 3, column least_percent: The fewest, 60 percent, are more than the most. "
                "Write the smaller number as the fewest.",
            ],
        ),
        (
            {
                "proposals": "id,kind,title,organisers\nevent,round-table,An event,mexico\ns1,side,Another,mexico\n"
                "r1,round-table,Asked,mexico\npre,round-table,Prepared,mexico\n",
                "requests": "id,session,participant\nr1,s1,mexico\n",
                "preparations": "id,kind,title,start,end\npre,briefing,B,2026-02-03 10:00,2026-02-03 11:00\n",
                "kinds": "id,label,standing\nround-table,Round table,official\nother,Other,side\nside,Side,side\n",
                "criteria": "id,label,most\nlink,Link,5\n",
                "marks": "proposal,criterion,points\nevent,link,6\n",
            },
            [
                "proposals.csv, row 3, column id: A session is called s1 already. "
                "Write another id; a chosen proposal becomes a session.",
                "proposals.csv, row 3, column kind: No period takes sessions of the kind side. "
                "Write another kind, or add it to a period in periods.csv.",
                "proposals.csv, row 4, column id: A request is called r1 already. "
                "Write another id; the log tells the two by it.",
                "proposals.csv, row 5, column id: An event outside the rooms is called pre already. "
                "Write another id; calendars tell the two by it.",
                "marks.csv, row 2, column points: 6 points are above the highest mark, 5. Write 5 or less.",
            ],
        ),
    ],
)
def test_what_cannot_be_given(tmp_path: Path, tables: dict[str, str], messages: list[str]) -> None:
    assert told(tmp_path, tables) == messages


def test_a_role_is_asked_for_in_a_session_without_a_floor(tmp_path: Path) -> None:
    tables = {
        "sessions": "id,kind,title,sittings\ns1,round-table,A,90\ns2,round-table,B,90\n",
        "role_places": "session,role,places\ns1,panellist,2\n",
        "requests": "id,session,participant,role\nr1,s1,mexico,panellist\n",
    }
    assert warned(tmp_path, tables) == []


def test_a_balance_of_what_nobody_has_may_be_a_slip(tmp_path: Path) -> None:
    tables = {"balances": "id,trait,value,least_percent\na,region,un.afrcan,20\n", "flags": "id,label\nf,F\n"}
    tables["participants"] = "id,name,class,regions\nmexico,Mexico,state,un.african\ncaritas,Caritas,ngo,\n"
    assert warned(tmp_path, tables) == [
        "balances.csv, row 2, column value: Nobody has the region 'un.afrcan'. Did you mean un.african?"
    ]
