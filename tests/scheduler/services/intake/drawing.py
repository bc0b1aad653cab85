"""Drawn forums of two round tables in which more people ask than can speak, with a selection by request time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from random import Random

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency
from scheduler.domain.request import Request
from scheduler.domain.selection import Decision, Lot, QuotaOutcome, Selection, State
from scheduler.domain.session import Mode
from tests.scheduler.builders import (
    FIRST_DAY,
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_period,
    a_placement,
    a_request,
    a_session,
    text,
)

GROUPS = ("ngos", "unions")
PLACEMENTS = (
    a_placement("rt1", "2026-05-05 10:00", 180),
    a_placement("rt2", "2026-05-05 15:00", 90, period="tue-pm"),
    a_placement("rt2", "2026-05-05 16:30", 90, period="tue-pm", sitting=2),
)
FIRST_ASKED = dt.datetime(2026, 2, 1, 9)


def a_drawn_forum(random: Random) -> tuple[Forum, Selection]:
    """Return a forum and who of it is given a place: by class and constituency, who asked first."""
    states = [f"state{n:02}" for n in range(random.randint(4, 12))]
    others = {f"ngo{n:02}": GROUPS[n % 2] for n in range(random.randint(2, 8))}
    asked = [(name, session) for name in (*states, *others) for session in ("rt1", "rt2") if random.random() < 0.7]
    random.shuffle(asked)
    is_equal = random.random() < 0.5
    requests = [_request(random, number, *pair, is_equal=is_equal) for number, pair in enumerate(asked)]
    forum = a_forum(
        kinds=(a_kind("round-table", mode=Mode.THROUGHOUT, minutes_interspersed=random.choice((2, 3))),),
        periods=(a_period("tue-am"), a_period("tue-pm", "15:00", "18:00")),
        sessions=(
            a_session("rt1", "round-table", 180, floor_minutes=random.randint(25, 90)),
            a_session("rt2", "round-table", 90, 90, floor_minutes=180),
        ),
        classes=(a_class("state", delegation=True), a_class("stakeholder", interspersed=True, protocol_place=2)),
        constituencies=tuple(Constituency(id=group, label=text(group)) for group in GROUPS),
        participants=(
            *(a_participant(name, regions=(f"un.{random.choice('abc')}",)) for name in states),
            *(a_participant(name, "stakeholder", constituency=group) for name, group in others.items()),
        ),
        requests=tuple(requests),
        speaker_changeover_seconds=random.choice((0, 30)),
        days=(FIRST_DAY,),
    )
    return forum, _selection(random, forum)


def _request(random: Random, number: int, participant: str, session: str, *, is_equal: bool) -> Request:
    return a_request(
        f"r{number:03}",
        participant,
        session,
        requested_at=FIRST_ASKED + dt.timedelta(hours=number),
        minutes=None if is_equal or random.random() < 0.8 else random.choice((2, 4, 5)),
    )


def _selection(random: Random, forum: Forum) -> Selection:
    quotas: dict[tuple[str, str, str | None], list[Request]] = defaultdict(list)
    for request in forum.requests:
        participant = forum.participant_by_id[request.participant]
        quotas[request.session, participant.participant_class, participant.constituency].append(request)
    decisions, outcomes = [], []
    left = {session.id: session.floor_minutes for session in forum.sessions}
    for (session, group, constituency), asking in sorted(quotas.items(), key=str):
        places = min(random.randint(1, 8), round(left[session] / 6), len(asking))
        left[session] -= 6 * places
        for place, request in enumerate(asking, start=1):
            state, position = (State.GIVEN, None) if place <= places else (State.WAIT_LISTED, place - places)
            reason = "Who asked first comes first."
            decisions.append(
                Decision(request=request.id, session=session, state=state, position=position, reason=reason)
            )
        counts = {"places": places, "requested": len(asking), "given": places}
        outcomes.append(QuotaOutcome(session=session, participant_class=group, constituency=constituency, **counts))
    return Selection(
        forum=forum.uid,
        made_of="0" * 64,
        outcome=Outcome.OPTIMAL,
        lot=Lot(seed=forum.uid),
        quotas=tuple(outcomes),
        decisions=tuple(decisions),
    )
