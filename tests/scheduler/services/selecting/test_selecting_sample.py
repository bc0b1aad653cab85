"""The sample with five times as many wishes as places: States, and 14 constituencies that ask for 60 places."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.selection import Selection, State
from scheduler.domain.sharing import Share
from scheduler.formats.reading import read_checked
from scheduler.samples import sample_path
from scheduler.services.rulebook import all_rules
from tests.scheduler.asking import selected


@pytest.fixture(scope="module")
def forum() -> Forum:
    return read_checked(sample_path("imrf-2026-requests"), [rule.name for rule in all_rules()]).forum


@pytest.fixture(scope="module")
def selection(forum: Forum) -> Selection:
    return selected(forum)


def is_from_constituency(forum: Forum, request: str) -> bool:
    return forum.participant_by_id[forum.request_by_id[request].participant].constituency is not None


def test_every_level_is_proven_and_every_request_decided(forum: Forum, selection: Selection) -> None:
    assert (selection.outcome, selection.reproducible) == (Outcome.OPTIMAL, True)
    assert [level.rule for level in selection.levels if level.value != level.bound] == []
    assert [decision.request for decision in selection.decisions] == [request.id for request in forum.requests]


def test_sixty_places_are_given_where_three_hundred_ask(forum: Forum, selection: Selection) -> None:
    floor = [q for q in selection.quotas if q.constituency is not None]
    asked = sum(quota.requested for quota in floor)
    assert (sum(q.places for q in floor), sum(q.given for q in floor), asked >= 280) == (60, 60, True)
    assert {q.constituency for q in floor} == {constituency.id for constituency in forum.constituencies}


def test_each_class_has_the_places_it_is_promised(forum: Forum, selection: Selection) -> None:
    given: Counter[tuple[str | None, str | None]] = Counter()
    for quota in selection.quotas:
        given[quota.session, quota.participant_class] += quota.given
    promised = {(s.id, share.participant_class): share.places for s in forum.sessions for share in stated(forum, s.id)}
    assert len(promised) == 21
    assert {key: given[key] for key in promised} == promised


def stated(forum: Forum, session: str) -> list[Share]:
    """Return the shares that hold in a session of this sample, which states them by kind."""
    kind = forum.session_by_id[session].kind
    return [share for share in forum.shares if share.kind == kind and share.constituency is None]


def test_time_adds_up_to_the_floor_of_each_session(forum: Forum, selection: Selection) -> None:
    seconds: dict[str, dict[str, int]] = defaultdict(dict)
    for quota in selection.quotas:
        if quota.session is not None and quota.seconds is not None and quota.participant_class is not None:
            own = {share.participant_class for share in stated(forum, quota.session)}
            group = quota.participant_class if quota.participant_class in own else "all others"
            seconds[quota.session][group] = quota.seconds
    floors = {name: forum.session_by_id[name].floor_minutes * 60 for name in seconds}
    assert {name: sum(parts.values()) for name, parts in seconds.items()} == floors


def test_places_on_waiting_lists_follow_each_other(forum: Forum, selection: Selection) -> None:
    lists: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for decision in selection.decisions:
        request = forum.request_by_id[decision.request]
        participant = forum.participant_by_id[request.participant]
        key = (decision.session, request.role, None if request.role else participant.constituency)
        if decision.position is not None:
            lists[key].append(decision.position)
    assert [key for key, places in lists.items() if sorted(places) != list(range(1, len(places) + 1))] == []
    assert {d.state for d in selection.decisions if d.position is None} == {State.GIVEN}


def test_no_reason_names_any_participant_or_person(forum: Forum, selection: Selection) -> None:
    names = {name for participant in forum.participants for name in participant.name.root.values()}
    names |= {person.name for person in forum.people}
    reasons = {decision.reason for decision in selection.decisions}
    assert [reason for reason in reasons if any(name in reason for name in names)] == []
