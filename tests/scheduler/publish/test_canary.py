"""A marker in every private field of every table comes out in no output."""

import datetime as dt
from collections.abc import Iterator

import pytest

from scheduler.domain.agenda import Agenda, Measure, RuleOutcome
from scheduler.domain.base import Window
from scheduler.domain.changes import changes
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Person
from scheduler.domain.request import Request
from scheduler.formats.columns import tables
from scheduler.publish.changes_text import changes_json, changes_text
from scheduler.publish.ical import calendar
from scheduler.publish.participation_csv import participation_csv
from scheduler.publish.participation_html import participation_html
from scheduler.publish.participation_text import comparison_text, participation_text
from scheduler.publish.programme_text import programme, speakers_text
from scheduler.publish.public import public_measures
from scheduler.publish.report_text import report as organiser_report
from scheduler.publish.tables import agenda_csv, agenda_public_json, speakers_csv
from scheduler.services.participation.report import compare, participation
from scheduler.services.participation.requests import asking
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import DECLINED, a_selection

CANARY = "canary"
"""Stands in every field that no output may hold."""
DATE = dt.date(1999, 12, 31)


def a_secretive_person(id: str, *affiliations: str, **fields: object) -> Person:
    """Return a person with a marker in every private field."""
    private = {"name": f"Canary Name {id}", "function": "Canary function", "gender": f"canary gender {id}"}
    times = {
        "timezone": "Pacific/Kiritimati",
        "available": (Window(date=DATE, start=dt.time(7, 7), end=dt.time(8, 8)),),
    }
    return b.a_person(id, *affiliations, **(private | times | fields))


def secret_requests() -> tuple[Request, ...]:
    """Return a request of each secretive person with a marker in every private field."""
    private = {"requested_at": dt.datetime(1999, 12, 31, 7, 7), "language": "canary-tongue", "rank": "canary-rank"}
    spoken = {
        "canary-p1": ("canary-body", "Canary Group"),
        "canary-p2": ("canary-state", "Canary Group"),
        "canary-p3": ("allowed-body", "Allowed Group"),
        "canary-p4": ("allowed-body", None),
        "canary-p5": ("allowed-body", None),
    }
    named = tuple(
        b.a_request(f"canary-q{i}", body, "rt1", person=person, on_behalf_of=group, remote=True, **private)
        for i, (person, (body, group)) in enumerate(spoken.items())
    )
    joining = private | {"cosponsors": ("canary-body", "canary-state"), "timezone": "Pacific/Kiritimati"}
    to_be_named = b.a_request("canary-q5", "allowed-body", "rt1", function="Canary function", remote=True, **joining)
    return (*(request.model_copy(update={"cosponsors": ("canary-body",)}) for request in named), to_be_named)


def a_secretive_forum() -> Forum:
    """Return the busy forum with people and organisations that are to be hidden, and one to be named."""
    secret = (
        b.a_participant("canary-body", "stakeholder", constituency="ngos", regions=("un.african",)),
        b.a_participant("canary-state", "state", regions=("un.african",), name=b.text("Canary State")),
        b.a_participant("allowed-body", "stakeholder", name=b.text("Allowed Body"), constituency="ngos"),
    )
    shown = {"publication": "named", "name": "Allowed Name", "function": "Allowed Chief"}
    people = (
        a_secretive_person("canary-p1", "canary-body", publication="withheld"),
        a_secretive_person("canary-p2", "canary-state", publication="withheld"),
        a_secretive_person("canary-p3", "allowed-body"),
        a_secretive_person("canary-p4", "allowed-body", publication="organisation"),
        a_secretive_person("canary-p5", "allowed-body", **shown),
        a_secretive_person("canary-p6", "mexico", publication="named"),
    )
    roles = (
        b.a_role("rt1", b.RoleName.PANELLIST, person="canary-p1"),
        b.a_role("rt1", b.RoleName.CHAIR, person="canary-p4", participant="allowed-body"),
        b.a_role("side1", b.RoleName.KEYNOTE, person="canary-p2", participant="canary-state"),
        b.a_role("rt1", b.RoleName.ATTENDEE, person="canary-p6"),
        b.a_role("side1", b.RoleName.ATTENDEE, person="canary-p6"),
    )
    forum = b.a_busy_forum()
    people, secret = (*forum.people, *people), (*forum.participants, *secret)
    fields = {"people": people, "participants": secret, "requests": secret_requests(), "roles": roles}
    return with_notes(forum.model_copy(update=fields))


def with_notes(forum: Forum) -> Forum:
    """Return a forum with a marker in the notes of every row of every table."""
    notes = {"notes": ((f"{CANARY} heading", f"{CANARY} note"),)}
    rows = {name: tuple(row.model_copy(update=notes) for row in getattr(forum, name)) for name in tables()}
    return forum.model_copy(update=rows)


def agendas(forum: Forum) -> tuple[Agenda, Agenda]:
    """Return two agendas that differ in everything, with names in their sentences."""
    busy = b.a_busy_agenda()
    sentence = "Canary Name canary-p1 and Canary Name canary-p4 (canary-p3) meet Allowed Name."
    measure = Measure(name="largest-deviation", value=1, unit="seconds", because=sentence)
    rules = (RuleOutcome(rule="some-rule", level="warn", amount=1, points=1, sentences=(sentence,)),)
    turns = [b.an_intervention(r.id, f"2026-05-05 10:{3 * i:02}") for i, r in enumerate(forum.requests)]
    first = b.an_agenda(*busy.placements, rules=rules, lists=(b.a_list("rt1", *turns, measures=(measure,)),))
    turned = [b.an_intervention(r.id, f"2026-05-05 11:{3 * i:02}") for i, r in enumerate(forum.requests[:0:-1])]
    second = b.an_agenda(*busy.placements[2:], rules=rules, lists=(b.a_list("rt1", *turned),))
    return first, second


def outputs() -> Iterator[tuple[str, str]]:
    """Yield every output there is, by name."""
    forum = a_secretive_forum()
    first, second = agendas(forum)
    yield "calendar", calendar(forum, first).replace(b"\r\n ", b"").decode()
    yield "agenda table", agenda_csv(forum, first)
    yield "speakers table", speakers_csv(forum, first)
    yield "json", agenda_public_json(forum, first)
    yield "programme", programme(forum, first)
    yield "speakers", speakers_text(forum, first, "rt1")
    yield "report", organiser_report(forum, first)
    yield "measures", " ".join(m.model_dump_json() for m in public_measures(forum, first.lists[0].measures))
    for name, before, after in (("diff", first, second), ("reverse diff", second, first)):
        yield name, changes_text(forum, changes(forum, before, after))
        yield f"{name} json", changes_json(forum, changes(forum, before, after))
    counted = participation(forum, first)
    yield "participation json", counted.model_dump_json()
    yield "participation", participation_text(counted)
    yield "comparison", comparison_text(compare(counted, participation(forum, second)))
    ids = [request.id for request in forum.requests]
    declined = asking(forum, a_selection(dict.fromkeys(ids, DECLINED), dict.fromkeys(ids, "rt1")))
    refused = participation(forum.model_copy(update={"requests": ()}), b.an_agenda(), asked=declined)
    for name, report in (("participation", counted), ("refusals", refused)):
        yield f"{name} table", participation_csv(report)
        yield f"{name} page", participation_html(report, "en")
    yield "refusals json", refused.model_dump_json()
    yield "refusals", participation_text(refused)


SEEN = {
    "participation json": "ngos",
    "participation": "NGOs",
    "comparison": "NGOs",
    "participation table": "NGOs",
    "participation page": "NGOs",
    "refusals table": "NGOs",
    "refusals page": "NGOs",
    "refusals json": "NGOs",
    "refusals": "NGOs",
    "agenda table": "Allowed Body",
    "programme": "Allowed Body",
}
"""What shows that an output speaks of these people at all; where not said, the name of the one who is named."""


@pytest.mark.parametrize(("name", "output"), [pytest.param(*pair, id=pair[0]) for pair in outputs()])
def test_no_output_holds_a_private_field(name: str, output: str) -> None:
    lines = [line for line in output.splitlines() if CANARY in line.casefold()]
    assert lines == []
    assert [mark for mark in ("Kiritimati", "1999", "07:07") if mark in output] == []
    assert SEEN.get(name, "Allowed Name") in output
