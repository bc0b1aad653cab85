"""Organisers are told all: every number of their report is that of the log, whoever it is about."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.services.intake.states import RequestState
from scheduler.services.participation.report import participation
from scheduler.services.participation.requests import Requests, asking
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import DECLINED, GIVEN, a_list_of, an_asked_forum, an_entry, decided, first
from tests.scheduler.services.participation.test_subtraction import a_random_forum


def a_random_log(selection: Selection, rng: random.Random) -> tuple[Entry, ...]:
    """Return what happened to some requests; who was declined cannot withdraw, who has no place cannot speak."""
    entries = []
    for id, decision in selection.decision_of.items():
        called = [Happening.SPOKEN, Happening.ABSENT] if decision.state is GIVEN else []
        if decision.state is not DECLINED and rng.random() < 0.4:
            entries.append(an_entry(len(entries) + 1, id, rng.choice([Happening.WITHDRAWN, *called])))
    return tuple(entries)


def told_to_organisers(forum: Forum, selection: Selection) -> Requests:
    return participation(forum, b.an_agenda(), asked=asking(forum, selection), for_organisers=True).requests


@pytest.mark.parametrize("seed", range(30))
def test_every_number_is_that_of_the_log(seed: int) -> None:
    rng = random.Random(seed)
    written, selection = a_random_forum(rng)
    forum = written.model_copy(update={"log": a_random_log(selection, rng)})
    happened = {entry.request: entry.happening for entry in forum.log}
    counts: Counter[tuple[str, str]] = Counter()
    for request in forum.requests:
        is_given = selection.decision_of[request.id].state is GIVEN
        is_out = happened.get(request.id) is Happening.WITHDRAWN
        what = ("withdrawn" if is_out else "given") if is_given else "unplaced"
        participant = forum.participant_by_id[request.participant]
        for key in ("all", participant.participant_class, participant.constituency or "none"):
            counts[key, what] += 1
            counts[key, "requested"] += 1
            counts[key, "spoken"] += happened.get(request.id) is Happening.SPOKEN
    found = told_to_organisers(forum, selection)
    names = ("requested", "given", "withdrawn", "unplaced", "spoken")
    for row in (found.total, *found.by_class, *(row for row in found.by_constituency if row.key != "none")):
        assert {name: getattr(row, name) or 0 for name in names} == {name: counts[row.key, name] for name in names}
    assert sum(count or 0 for count in found.outcomes.values()) == found.total.unplaced


def test_one_who_was_refused_is_told_of_to_organisers_alone() -> None:
    forum = an_asked_forum()
    given = first(("state", 12), ("ngo", 12), ("youth", 12))
    asked = asking(forum, decided(given, forum))
    public = participation(forum, b.an_agenda(), asked=asked).requests
    assert [row.unplaced for row in public.by_constituency] == [None, None, None]
    assert [row.unplaced for row in told_to_organisers(forum, decided(given, forum)).by_constituency] == [0, 0, 1]


def test_stated_genders_and_flags_of_few_are_told_to_organisers() -> None:
    people = (b.a_person("p1", "ngo-01", gender="woman"), b.a_person("p2", "ngo-02", publication="withheld"))
    forum = an_asked_forum(people=people)
    speakers = {"ngo-01": "p1", "ngo-02": "p2"}
    requests = tuple(r.model_copy(update={"person": speakers.get(r.id)}) for r in forum.requests)
    forum = forum.model_copy(update={"requests": requests})
    report = participation(forum, a_list_of(["ngo-01", "ngo-02"]), for_organisers=True)
    assert (report.gender.answers, report.gender.total) == (("Woman",), (1,))
    assert [(t.key, t.speakers) for t in report.total.by_flag] == [("migrant-led", 1)]
    assert [(t.key, t.speakers) for t in report.sessions[0].by_constituency] == [("ngo", 2)]


def test_a_withdrawal_from_a_place_is_told_and_hides_nothing() -> None:
    forum = an_asked_forum()
    everybody = [request.id for request in forum.requests]
    forum = forum.model_copy(update={"log": (an_entry(1, "union-01", Happening.WITHDRAWN),)})
    asked = asking(forum, None)
    assert asked.standings["union-01"].state is RequestState.WITHDRAWN
    found = participation(forum, b.an_agenda(), asked=asked).requests
    total = found.total
    assert (total.requested, total.given, total.withdrawn, total.unplaced) == (len(everybody), 36, 1, 0)
    assert {row.key: row.withdrawn for row in found.by_constituency} == {"ngo": 0, "youth": 0, "union": 1}
