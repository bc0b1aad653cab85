"""The calendar file means the same to ical.js as to the libraries the other tests read it with."""

import datetime as dt
import json
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, ReviewSettings
from scheduler.domain.regional_review import Preparation, PreparationKind
from scheduler.publish.ical import calendar
from tests.scheduler.builders import (
    a_busy_agenda,
    a_busy_forum,
    a_forum,
    a_period,
    a_placement,
    a_session,
    an_agenda,
    moment,
    text,
)

HERE = Path(__file__).parent


def read_with_ical_js(data: bytes) -> dict[str, Any]:
    """Return the calendar as ical.js reads it."""
    done = subprocess.run(["node", str(HERE / "read_events.js")], input=data, capture_output=True, check=False)
    assert done.returncode == 0, f"install ical.js first, see README.md here: {done.stderr.decode()}"
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def a_night(zone: str, days: tuple[dt.date, dt.date], starts: list[str]) -> tuple[Forum, Agenda]:
    """Return a forum that meets over a night, a session an hour."""
    sessions = tuple(a_session(f"n{i}") for i in range(len(starts)))
    period = a_period("tue-am", "00:00", "23:00", date=days[0])
    forum = a_forum(timezone=zone, days=days, periods=(period,), sessions=sessions)
    placements = [a_placement(f"n{i}", moment(wall, zone)) for i, wall in enumerate(starts)]
    return forum, an_agenda(*placements)


def a_hostile_forum() -> Forum:
    """Return the busy forum with text that would like to be calendar lines."""
    hostile = "One, two; three\\four\r\nEND:VEVENT\rBEGIN:VEVENT\u2028X:1 国际移民 " + "é" * 90
    session = a_session("rt1", "round-table", 120, title=text(hostile), description=text(hostile), objectives=(7,))
    return a_busy_forum(title=text(hostile), sessions=(session, *a_busy_forum().sessions[1:]))


CASES = {
    "busy": (a_busy_forum(), a_busy_agenda()),
    "hostile": (a_hostile_forum(), a_busy_agenda()),
    "clock change in New York": a_night(
        "America/New_York",
        (dt.date(2026, 10, 31), dt.date(2026, 11, 1)),
        ["2026-10-31 23:00", "2026-11-01 00:30", "2026-11-01 01:30", "2026-11-01 02:30", "2026-11-01 10:00"],
    ),
    "Ramadan in Casablanca": a_night(
        "Africa/Casablanca",
        (dt.date(2026, 2, 14), dt.date(2026, 2, 15)),
        ["2026-02-14 10:00", "2026-02-15 01:30", "2026-02-15 04:00", "2026-03-22 10:00"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_ical_js_icalendar_and_vobject_read_the_same(case: str) -> None:
    forum, agenda = CASES[case]
    data = calendar(forum, agenda)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    ours = [
        {
            "uid": str(event["UID"]),
            "start": _written(event.start),
            "end": _written(event.end),
            "day": None,
            "summary": str(event["SUMMARY"]),
            "location": str(event["LOCATION"]),
            "description": str(event.get("DESCRIPTION", "")) or None,
            "categories": event.categories,
        }
        for event in events
    ]
    found = read_with_ical_js(data)
    assert [{**event, "description": event["description"] or None} for event in found["events"]] == ours
    others = vobject.readOne(data.decode()).vevent_list
    assert [(_written(e.dtstart.value), e.summary.value) for e in others] == [(e["start"], e["summary"]) for e in ours]


@pytest.mark.parametrize("case", CASES)
def test_ical_js_reads_the_instants_of_the_agenda(case: str) -> None:
    forum, agenda = CASES[case]
    expected = sorted((_written(p.start), _written(p.end)) for p in agenda.placements)
    found = read_with_ical_js(calendar(forum, agenda))["events"]
    assert [(event["start"], event["end"]) for event in found] == expected


def test_ical_js_reads_whole_days_and_what_lies_outside_the_forum() -> None:
    review = NationalReview(id="vnr-mexico", participant="mexico", report_due=dt.date(2026, 4, 1))
    workshop = Preparation(
        id="workshop",
        kind=PreparationKind.NATIONAL_WORKSHOP,
        title=text("Workshop"),
        start=dt.datetime(2026, 2, 3, 10),
        end=dt.datetime(2026, 2, 3, 12),
        timezone="Asia/Manila",
    )
    forum = a_busy_forum().model_copy(
        update={
            "reviews": ReviewSettings(kind="round-table"),
            "national_reviews": (review,),
            "preparations": (workshop,),
        }
    )
    found = read_with_ical_js(calendar(forum, a_busy_agenda()))["events"]
    whole = [(event["day"], event["categories"]) for event in found if event["day"]]
    assert whole == [("2026-04-01", ["Review deadline"])]
    outside = next(event for event in found if "Preparation" in event["categories"])
    assert (outside["start"], outside["end"]) == ("2026-02-03T02:00:00.000Z", "2026-02-03T04:00:00.000Z")


def test_ical_js_reads_the_calendars_name_as_one_line() -> None:
    forum, agenda = CASES["hostile"]
    expected = "One, two; three\\four END:VEVENT BEGIN:VEVENT X:1 国际移民 " + "é" * 90
    assert read_with_ical_js(calendar(forum, agenda))["name"] == expected


def _written(moment_: dt.datetime) -> str:
    return moment_.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
