"""The report is aligned text, and two agendas stand side by side."""

from scheduler.publish.participation_text import comparison_text, participation_text
from scheduler.services.participation.gender import GenderRow, GenderTable
from scheduler.services.participation.report import compare, participation
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, an_agenda
from tests.scheduler.builders import text as text_of
from tests.scheduler.publish.reports import a_full_report


def test_the_report_shows_all_lists_then_each() -> None:
    lines = participation_text(participation(a_busy_forum(), a_busy_agenda())).splitlines()
    assert lines[:8] == [
        "Trial Review Forum",
        "",
        "6 speakers, 20 minutes in 2 lists",
        "Longest run without a stakeholder 2 speakers, 6 minutes",
        "",
        "body            speakers  minutes  share    q1    q2   q3    q4  middle",
        "--------------  --------  -------  -----  ----  ----  ---  ----  ------",
        "Delegations            3       11    55%  100%    0%  50%    0%     25%",
    ]
    assert [line for line in lines if line.endswith("]")] == ["Round table 1 [rt1]", "Session rt2 [rt2]"]


def test_two_agendas_stand_side_by_side_also_where_one_has_no_list() -> None:
    forum = a_busy_forum()
    text = comparison_text(compare(participation(forum, a_busy_agenda()), participation(forum, an_agenda())))
    rows = [line.split() for line in text.splitlines()]
    assert ["All", "6/0", "20/0"] in rows
    assert ["State", "3/0", "11/0", "100/-", "0/-", "50/-", "0/-", "25/-"] in rows
    assert ["All", "4/-", "14/-"] in rows


def test_stated_gender_is_shown_by_list_and_for_all_small_lists_together() -> None:
    rows = (GenderRow(sessions=("rt1",), speakers=(6, 7)), GenderRow(sessions=("rt2", "rt3"), speakers=(5, 9)))
    table = GenderTable(answers=("Man", "Woman"), rows=rows, total=(11, 16))
    report = participation(a_busy_forum(), a_busy_agenda()).model_copy(update={"gender": table})
    lines = participation_text(report).splitlines()
    start = lines.index("gender, where stated    Man  Woman")
    assert lines[start + 2 : start + 6] == [
        "Round table 1             6      7",
        "2 other lists together    5      9",
        "all of these             11     16",
        "Answers of fewer than 5 people, and whatever would tell of them, are left out.",
    ]


def test_an_agenda_without_lists_still_tells_what_was_asked_for() -> None:
    lines = participation_text(participation(a_busy_forum(), an_agenda())).splitlines()
    assert lines[:9] == [
        "Trial Review Forum",
        "",
        "No session of this agenda has a speakers list.",
        "",
        "",
        "Requests for the floor",
        "",
        "body                        requested  given  no place",
        "--------------------------  ---------  -----  --------",
    ]


def test_a_full_report_tells_requests_roles_promises_and_earlier_editions() -> None:
    lines = participation_text(a_full_report()).splitlines()
    assert [line for line in lines if line.startswith("WARNING")] == [
        "WARNING  Forum 2022, Stakeholder: share of the floor falls from 50% to 33.33%."
    ]
    for expected in (
        "class        requested  given  spoken  no place",
        "Stakeholder         25      6       5        19",
        "19 requests without a place: 19 declined.",
        "role       places  requested  given  delegations  stakeholders  others",
        "Panellist       0          -      -            0             1       0",
        "Promised: Session s1 [s1]",
        "Stakeholder  30%, 18 min  33.33%, 18 min   yes",
        "Forum 2022, Stakeholder: share of the floor      50%  33.33%  falls below",
    ):
        assert expected in lines


def test_no_line_is_wider_than_a_terminal() -> None:
    text = participation_text(a_full_report(title=text_of("A very long title " * 9)))
    assert [line for line in text.splitlines() if len(line) > 80] == []
