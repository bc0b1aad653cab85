"""The participation report counts speakers, minutes and places."""

import pytest

from scheduler.domain.agenda import Agenda
from scheduler.services.participation import participation
from scheduler.services.participation_floor import Floor, Tally
from tests.scheduler.builders import (
    a_busy_agenda,
    a_busy_forum,
    a_list,
    a_participant,
    a_request,
    a_session,
    an_agenda,
    an_intervention,
)


def tally(tallies: tuple[Tally, ...], key: str) -> Tally:
    """Return the tally of one group."""
    return next(found for found in tallies if found.key == key)


def floor_of(order: str) -> Floor:
    """Return the report of one list, a letter a speaker of three minutes: S state, U UN entity, N stakeholder."""
    bodies = {"S": "kenya", "U": "iom", "N": "unions"}
    requests = tuple(a_request(f"r{i}", bodies[letter], "rt1") for i, letter in enumerate(order))
    turns = [an_intervention(f"r{i}", "2026-05-05 10:00") for i in range(len(order))]
    forum = a_busy_forum(requests=requests)
    return participation(forum, an_agenda(lists=(a_list("rt1", *turns),))).sessions[0]


def test_speakers_and_minutes_are_counted_by_class() -> None:
    total = participation(a_busy_forum(), a_busy_agenda()).total
    assert {t.key: (t.speakers, t.minutes) for t in total.by_class} == {
        "state": (3, 11),
        "un-entity": (1, 3),
        "stakeholder": (2, 6),
    }


def test_un_entities_are_not_counted_among_stakeholders() -> None:
    floor = floor_of("SUN")
    assert {t.key: t.speakers for t in floor.by_body} == {"delegations": 1, "interspersed": 1, "others": 1}


@pytest.mark.parametrize(
    ("order", "speakers", "minutes"),
    [("SSNSUSN", 3, 9), ("NSS", 2, 6), ("SSS", 3, 9), ("NN", 0, 0), ("", 0, 0), ("SSSSN", 4, 12)],
)
def test_the_longest_run_without_a_stakeholder(order: str, speakers: int, minutes: float) -> None:
    floor = floor_of(order)
    assert (floor.longest_run_speakers, floor.longest_run_minutes) == (speakers, minutes)


def test_runs_do_not_join_two_lists() -> None:
    turns = [an_intervention("q1", "2026-05-05 10:00")], [an_intervention("q6", "2026-05-06 10:00")]
    agenda = an_agenda(lists=(a_list("rt1", *turns[0]), a_list("rt2", *turns[1])))
    assert participation(a_busy_forum(), agenda).total.longest_run_speakers == 1


def test_places_median_and_quarters_of_a_list_of_eight() -> None:
    found = tally(floor_of("SNSSSSNN").by_body, "interspersed")
    assert (found.first, found.last, found.median, found.relative_median) == (2, 8, 7, 0.8125)
    assert found.quarters == (0.5, 0, 0, 1)


def test_a_quarter_that_is_empty_has_no_share() -> None:
    assert floor_of("S").by_body[0].quarters == (1, None, None, None)


def test_all_lists_together_weigh_each_quarter_by_its_speakers() -> None:
    found = tally(participation(a_busy_forum(), a_busy_agenda()).total.by_body, "delegations")
    assert found.quarters == (1, 0, 0.5, 0)
    assert found.median is None


def test_regions_are_counted_by_scheme_and_in_each_region_of_a_participant() -> None:
    total = participation(a_busy_forum(), a_busy_agenda()).total
    assert {scheme: {t.key: t.speakers for t in found} for scheme, found in total.by_region.items()} == {
        "au": {"au.east": 2, "withheld": 1},
        "un": {"un.african": 2, "un.latin-america": 1, "withheld": 1},
    }


def test_a_withheld_speaker_is_counted_by_class_but_not_by_constituency() -> None:
    total = participation(a_busy_forum(), a_busy_agenda()).total
    assert {t.key: t.speakers for t in total.by_constituency} == {"trade-unions": 1, "ngos": 0, "withheld": 1}


def test_a_session_lists_only_groups_that_speak_in_it() -> None:
    floor = participation(a_busy_forum(), a_busy_agenda()).sessions[1]
    assert [t.key for t in (*floor.by_body, *floor.by_class)] == ["delegations", "others", "state", "un-entity"]


def test_a_list_is_counted_as_it_stands_when_its_session_has_no_placement() -> None:
    forum = a_busy_forum(
        sessions=(a_session("rt1"),), participants=(a_participant("kenya"),), requests=(a_request("q", "kenya", "rt1"),)
    )
    agenda = an_agenda(lists=(a_list("rt1", an_intervention("q", "2026-05-05 10:00", 90)),))
    assert participation(forum, agenda).total.minutes == 1.5


def test_an_agenda_without_lists_is_reported_as_nothing() -> None:
    report = participation(a_busy_forum(), an_agenda())
    assert (report.total.speakers, report.total.minutes, report.sessions) == (0, 0, ())
    assert report.gender.rows == ()


def test_the_report_survives_json() -> None:
    report = participation(a_busy_forum(), a_busy_agenda())
    assert type(report).model_validate_json(report.model_dump_json()) == report


def test_the_report_is_the_same_after_the_agenda_was_written_and_read() -> None:
    agenda = a_busy_agenda()
    read = Agenda.model_validate_json(agenda.model_dump_json())
    assert participation(a_busy_forum(), read) == participation(a_busy_forum(), agenda)
