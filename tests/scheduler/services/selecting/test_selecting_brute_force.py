"""On tiny forums the selection is the best of all there are, counted here from the forum's tables alone."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, product
from random import Random

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.domain.sharing import Per, SelectionSettings
from scheduler.services.lot import numbers
from tests.scheduler.asking import CLOSES, a_balance, a_share, an_asking_forum, an_entry, asks, given, selected

PLACES = {"youth": 1, "ngo": 2, None: 1}
"""What each constituency, and the UN entity, is promised in each round table."""

LATE = CLOSES + dt.timedelta(hours=1)
Assignment = dict[str, str]
"""Requests that are given a place, with its session."""


def a_tiny_forum(seed: int) -> Forum:
    """Return a forum of seven requests drawn by chance, with something for every limit and level to decide."""
    draw = Random(seed)
    names = [*(f"youth{n}" for n in range(1, 4)), *(f"ngo{n}" for n in range(1, 4)), "iom"]
    requests = []
    for number in range(7):
        first, second = draw.sample(["s1", "s2"], 2)
        requests.append(
            asks(
                f"q{number}",
                draw.choice(names),
                first,
                second_choice=draw.choice([second, None]),
                priority=draw.choice([None, 1, 2, 3]),
                requested_at=draw.choice([CLOSES, CLOSES, LATE, None]),
                flags=draw.choice([(), (), ("migrant-led",)]),
            )
        )
    declined = draw.choice(requests).id
    log = (an_entry(1, declined, Happening.DECLINED, Basis.OBJECTION),) if draw.random() < 0.3 else ()
    return an_asking_forum(
        *requests,
        floor=30,
        log=log,
        shares=(
            a_share(places=3),
            a_share(places=1, constituency="youth"),
            a_share(places=2, constituency="ngo"),
            a_share("un-entity", places=1),
        ),
        balances=(a_balance("migrant-led", "flag", "migrant-led", least_percent=34, per=Per.FORUM, kinds=()),),
        selection=SelectionSettings(most_in_session=1, most_in_forum=draw.choice([1, 2]), list_closes=CLOSES),
    )


def constituency(forum: Forum, request: Request) -> str | None:
    return forum.participant_by_id[request.participant].constituency


def choices(request: Request) -> list[str]:
    return [request.session, *([request.second_choice] if request.second_choice else [])]


def open_requests(forum: Forum) -> list[Request]:
    settled = {entry.request for entry in forum.log}
    return [request for request in forum.requests if request.id not in settled]


def holders(forum: Forum, made: Assignment, session: str, group: str | None) -> list[Request]:
    there = [request for request in forum.requests if made.get(request.id) == session]
    return [request for request in there if constituency(forum, request) == group]


def wanting(forum: Forum, session: str, group: str | None) -> list[Request]:
    return [r for r in open_requests(forum) if session in choices(r) and constituency(forum, r) == group]


def is_allowed(forum: Forum, made: Assignment) -> bool:
    """Say whether an assignment keeps the promises' places and the limits of organisations."""
    for session, group in product(("s1", "s2"), PLACES):
        if len(holders(forum, made, session, group)) > PLACES[group]:
            return False
    speakers = [(forum.request_by_id[name].participant, session) for name, session in made.items()]
    bodies = [body for body, _ in speakers]
    most = forum.selection.most_in_forum or 9
    return len(set(speakers)) == len(speakers) and all(bodies.count(body) <= most for body in bodies)


def passed_over(forum: Forum, made: Assignment) -> int:
    """Count pairs of a request given a place and one that its focal point wants more there, and that has none."""
    count = 0
    for session, group in product(("s1", "s2"), PLACES):
        for one, other in product(wanting(forum, session, group), repeat=2):
            if (one.priority or 9) >= (other.priority or 9) or made.get(other.id) != session:
                continue
            settled = made.get(one.id) == session or (one.session != session and made.get(one.id) == one.session)
            count += not settled
    return count


def worth(forum: Forum, made: Assignment) -> tuple[int, ...]:
    """Return what the levels of the method come to; lower is better."""
    drawn = numbers(forum)
    have = [forum.request_by_id[name] for name in made]
    asking = {request.participant for request in open_requests(forum)}
    flagged = sum("migrant-led" in request.flags for request in have)
    covered = sum(
        min(PLACES[group], len(wanting(forum, session, group))) for session, group in product(("s1", "s2"), PLACES)
    )
    return (
        -len(made),
        max(0, -(-34 * covered // 100) - flagged),
        passed_over(forum, made),
        len(asking - {request.participant for request in have}),
        sum(made[request.id] != request.session for request in have),
        sum(request.requested_at == LATE for request in have),
        sum(drawn[name] * (2 if made[name] == forum.request_by_id[name].session else 1) for name in made),
    )


def best(forum: Forum) -> tuple[int, ...]:
    """Return the best worth of all assignments there are."""
    asking = open_requests(forum)
    worths = []
    for size in range(len(asking) + 1):
        for some in combinations(asking, size):
            for sessions in product(*(choices(request) for request in some)):
                made = dict(zip((request.id for request in some), sessions, strict=True))
                if is_allowed(forum, made):
                    worths.append(worth(forum, made))
    return min(worths)


def assignment(selection: Selection) -> Assignment:
    return {name: str(selection.decision_of[name].session) for name in given(selection)}


@pytest.mark.parametrize("seed", range(25))
def test_a_selection_is_the_best_there_is(seed: int) -> None:
    forum = a_tiny_forum(seed)
    made = assignment(selected(forum))
    assert (is_allowed(forum, made), worth(forum, made)) == (True, best(forum))


def test_the_tiny_forums_have_something_to_decide() -> None:
    worths = [best(a_tiny_forum(seed)) for seed in range(25)]
    assert [sum(worth[level] > 0 for worth in worths) > 3 for level in range(1, 7)] == [True] * 6
