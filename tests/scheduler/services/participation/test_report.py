"""The participation report counts speakers, minutes and places."""

import pytest

from scheduler.domain.agenda import Agenda
from scheduler.domain.log import Happening
from scheduler.services.intake.granted import granted
from scheduler.services.participation.floor import Floor, Tally
from scheduler.services.participation.report import NOT_SPOKEN, WITHOUT_PLACE, participation
from scheduler.services.participation.requests import asking
from tests.scheduler import builders as b
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
from tests.scheduler.services.asked_forums import a_list_of, an_asked_forum, an_entry, decided, first


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


def test_the_running_share_of_stakeholders_stands_beside_the_share_of_all_minutes() -> None:
    floor = floor_of("SNSSSSNN")
    assert floor.running == (0, 0.3333, 0.3333, 0.3333, 0.3333, 0.3333, 0.6667, 1)
    assert floor.elapsed == (0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1)
    assert floor.had_by == (0.3333, 0.3333, 0.3333)


def test_who_speaks_at_the_end_alone_has_had_nothing_before() -> None:
    assert floor_of("SSSSSN").had_by == (0, 0, 0)


@pytest.mark.parametrize("order", ["SSU", "NN", ""])
def test_a_list_of_one_side_has_no_running_share(order: str) -> None:
    floor = floor_of(order)
    assert (floor.running, floor.elapsed, floor.had_by) == ((), (), ())


def test_shares_of_the_minutes_are_those_of_the_list() -> None:
    assert {t.key: t.share for t in floor_of("SNSU").by_class} == {"state": 0.5, "un-entity": 0.25, "stakeholder": 0.25}
    assert {t.key: t.share for t in floor_of("").by_class} == {}


def test_stakeholders_are_counted_by_flag_where_enough_have_it_and_have_not() -> None:
    forum = an_asked_forum()
    few = participation(forum, a_list_of(first(("state", 3), ("ngo", 8)))).total.by_flag
    enough = participation(forum, a_list_of(first(("state", 2), ("ngo", 10)))).total.by_flag
    assert few == ()
    assert [(t.key, t.label, t.speakers, t.share) for t in enough] == [("migrant-led", "Led by migrants", 5, 0.4167)]


def test_stated_gender_tells_of_those_with_and_without_a_place() -> None:
    answers = {"state": "woman", "ngo": "man", "youth": "woman"}
    people = tuple(
        b.a_person(f"p-{id}", id, gender=answers.get(id[:-3]))
        for id in first(("state", 12), ("ngo", 12), ("youth", 12))
    )
    requests = tuple(a_request(p.affiliations[0], p.affiliations[0], person=p.id) for p in people)
    forum = an_asked_forum(people=people, requests=requests)
    given = first(("state", 12), ("ngo", 6), ("youth", 6))
    found = participation(forum, a_list_of(given), asked=asking(forum, decided(given, forum))).gender
    assert {row.sessions: row.speakers for row in found.rows} == {("s1",): (6, 18), (WITHOUT_PLACE,): (6, 6)}
    assert (found.answers, found.total) == (("Man", "Woman"), (12, 24))


def test_stated_gender_tells_of_those_who_have_spoken_once_somebody_has() -> None:
    given = first(("state", 12))
    people = tuple(b.a_person(f"p-{id}", id, gender="woman") for id in given)
    requests = tuple(a_request(id, id, person=f"p-{id}") for id in given)
    log = tuple(an_entry(i, id, Happening.SPOKEN) for i, id in enumerate(given[:6], start=1))
    forum = an_asked_forum(people=people, requests=requests, log=log)
    found = participation(forum, a_list_of(given)).gender
    assert {row.sessions: row.speakers for row in found.rows} == {("s1",): (6,), (NOT_SPOKEN,): (6,)}


def test_whoever_speaks_instead_counts_at_the_level_they_chose() -> None:
    people = (b.a_person("open", "ngo-01"), b.a_person("hidden", "ngo-01", publication="withheld"))
    forum = an_asked_forum(people=people, requests=(a_request("ngo-01", "ngo-01", person="open"),))
    log = (an_entry(1, "ngo-01", Happening.SUBSTITUTED, person="hidden"),)
    asked = asking(forum.model_copy(update={"log": log}))
    planned = granted(asked.written, None)
    report = participation(planned, a_list_of(["ngo-01"]), asked=asked)
    assert {t.key: t.speakers for t in report.total.by_constituency if t.speakers} == {"withheld": 1}
    assert {row.key: row.given for row in report.requests.by_constituency if row.given} == {"none": 1}
