"""Papers, agenda items, regional reviews, events outside the forum and pledges, in every output."""

import csv
import datetime as dt
import io
import json

import icalendar
import pytest

from scheduler.domain.document import AgendaItem, Document, DocumentKind, Pledge, PledgeKind
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Publication
from scheduler.domain.regional_review import Preparation, PreparationKind, RegionalResult, RegionalReview
from scheduler.publish.ical import calendar
from scheduler.publish.pledges_text import pledges_text
from scheduler.publish.programme_text import programme
from scheduler.publish.tables import agenda_csv, agenda_public_json
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_participant, a_person, a_request, text

QUESTIONS = Document(
    id="q1",
    kind=DocumentKind.GUIDING_QUESTIONS,
    title=text("What has changed since 2022?"),
    sessions=("rt1",),
    drafters=("mexico",),
    consulted_from=dt.date(2026, 2, 1),
    consulted_until=dt.date(2026, 3, 1),
    version="2",
    published_on=dt.date(2026, 3, 15),
    link="https://example.org/q1",
)
LABEL = (
    "Guiding questions: What has changed since 2022? (version 2; publication 2026-03-15; drafted by Mexico; "
    "consultation 2026-02-01 to 2026-03-01) https://example.org/q1"
)


@pytest.fixture
def forum() -> Forum:
    return a_busy_forum().model_copy(
        update={
            "documents": (
                QUESTIONS,
                QUESTIONS.model_copy(update={"id": "q2", "title": text("A draft"), "published_on": None}),
            ),
            "agenda_items": (
                AgendaItem(session="rt1", number=2, title=text("Second")),
                AgendaItem(session="rt1", number=1, title=text("First")),
            ),
            "regional_reviews": (
                RegionalReview(
                    id="asia", title=text("Asia and the Pacific"), regions=("un.asia-pacific",), session="rt1"
                ),
                RegionalReview(id="elsewhere", title=text("Africa"), regions=("un.african",)),
            ),
            "regional_results": (
                RegionalResult(review="asia", objective=7, finding="Registers are few", link="https://example.org/f"),
                RegionalResult(review="asia", objective=2, finding="Returns rise"),
                RegionalResult(review="elsewhere", objective=5, finding="Pathways open"),
            ),
            "preparations": (
                Preparation(
                    id="workshop",
                    kind=PreparationKind.NATIONAL_WORKSHOP,
                    title=text("Workshop"),
                    start=dt.datetime(2026, 2, 3, 10),
                    end=dt.datetime(2026, 2, 3, 12),
                    timezone="Asia/Manila",
                    stream="https://example.org/live",
                ),
            ),
            "pledges": (
                Pledge(
                    id="p1",
                    text=text("A register by 2028"),
                    objectives=(7,),
                    forwarded_to=("HLPF 2026", "GFMD 2027"),
                    link="https://example.org/p1",
                ),
                Pledge(id="p2", kind=PledgeKind.DECLARATION, text=text("We stand together")),
            ),
        }
    )


def test_the_programme_shows_what_is_attached_and_what_lies_outside(forum: Forum) -> None:
    lines = [line.strip() for line in programme(forum, a_busy_agenda()).splitlines()]
    start = lines.index("Item 1: First")
    assert lines[start : start + 5] == [
        "Item 1: First",
        "Item 2: Second",
        "Hears the regional review: Asia and the Pacific",
        "Objective 2: Returns rise",
        "Objective 7: Registers are few https://example.org/f",
    ]
    start = lines.index("REGIONAL REVIEWS THAT NO SESSION HEARS")
    assert lines[start : start + 4] == [lines[start], "", "Africa", "Objective 5: Pathways open"]
    shown = " ".join(lines)
    assert LABEL in shown
    assert "A draft" not in shown
    assert lines[lines.index("BEFORE AND AFTER THE FORUM") :] == [
        "BEFORE AND AFTER THE FORUM",
        "",
        "Tuesday 3 February 2026, 10:00-12:00 (Asia/Manila)",
        "National workshop: Workshop, online",
        "https://example.org/live",
    ]


def test_a_calendar_has_the_links_and_an_event_of_its_own_category(forum: Forum) -> None:
    found = {str(e["UID"]): e for e in icalendar.Calendar.from_ical(calendar(forum, a_busy_agenda())).walk("VEVENT")}
    outside = found["forum-0001.workshop.0@forum-scheduler"]
    assert outside.start == dt.datetime(2026, 2, 3, 2, tzinfo=dt.UTC)
    assert (outside.categories, str(outside["LOCATION"])) == (["Preparation", "National workshop"], "Online")
    described = str(found["forum-0001.rt1.1@forum-scheduler"]["DESCRIPTION"])
    assert [part in described for part in (LABEL, "Objective 2: Returns rise")] == [True, True]


def test_tables_and_json_have_them_too(forum: Forum) -> None:
    rows = list(csv.DictReader(io.StringIO(agenda_csv(forum, a_busy_agenda()))))
    columns = ("session", "papers", "agenda_items", "regional_reviews")
    assert [tuple(row[column] for column in columns) for row in rows if row["papers"]] == [
        (
            "rt1",
            LABEL,
            "First; Second",
            "Asia and the Pacific; Objective 2: Returns rise; Objective 7: Registers are few https://example.org/f",
        )
    ]
    data = json.loads(agenda_public_json(forum, a_busy_agenda()))
    session = next(one for one in data["sessions"] if one["id"] == "rt1")
    assert [paper["id"] for paper in session["papers"]] == ["q1"]
    assert session["papers"][0]["drafters"] == ["Mexico"]
    assert session["agenda_items"] == ["First", "Second"]
    assert [(one["id"], [f["objective"] for f in one["findings"]]) for one in data["regional_reviews"]] == [
        ("asia", [2, 7]),
        ("elsewhere", [5]),
    ]
    assert [one["id"] for one in session["regional_reviews"]] == ["asia"]
    assert [event["id"] for event in data["preparations"]] == ["workshop"]
    assert [(pledge["id"], pledge["forwarded_to"]) for pledge in data["pledges"]] == [
        ("p1", ["HLPF 2026", "GFMD 2027"]),
        ("p2", []),
    ]


def test_pledges_stand_under_the_objectives_they_are_about(forum: Forum) -> None:
    assert pledges_text(forum).splitlines()[2:] == [
        "7 Vulnerabilities",
        "    Pledge: A register by 2028 [p1]",
        "      Carried to HLPF 2026, GFMD 2027",
        "      https://example.org/p1",
        "",
        "About no objective alone",
        "    Declaration: We stand together [p2]",
    ]
    assert pledges_text(a_busy_forum()) == "No pledge, recommendation or paragraph is recorded.\n"


def test_a_strangers_text_stays_one_line(forum: Forum) -> None:
    hostile = QUESTIONS.model_copy(update={"title": text("A\r\nBEGIN:VEVENT\u2028x")})
    data = calendar(forum.model_copy(update={"documents": (hostile,)}), a_busy_agenda())
    assert [line for line in data.decode().splitlines() if line == "BEGIN:VEVENT"] == ["BEGIN:VEVENT"] * len(
        icalendar.Calendar.from_ical(data).walk("VEVENT")
    )


def test_whoever_a_withheld_person_acts_for_is_named_in_none_of_them(forum: Forum) -> None:
    hidden = forum.model_copy(
        update={
            "participants": (*forum.participants, a_participant("refuge", "ngo", name=text("Veiled Refuge"))),
            "people": (*forum.people, a_person("psec", "refuge", publication=Publication.WITHHELD)),
            "requests": (*forum.requests, a_request("r99", "refuge", person="psec")),
            "documents": (QUESTIONS.model_copy(update={"drafters": ("refuge", "mexico")}),),
            "preparations": (forum.preparations[0].model_copy(update={"organisers": ("refuge",)}),),
            "pledges": (forum.pledges[0].model_copy(update={"made_by": "refuge"}),),
        }
    )
    outputs = [
        pledges_text(hidden),
        programme(hidden, a_busy_agenda()),
        agenda_public_json(hidden, a_busy_agenda()),
        agenda_csv(hidden, a_busy_agenda()),
        calendar(hidden, a_busy_agenda()).decode(),
    ]
    assert [output for output in outputs if "Veiled" in output] == []
    assert "Pledge, details withheld: A register by 2028 [p1]" in outputs[0]
