"""Trial selections for one constituency: its own requests as they are, those of all others in bands alone.

Nothing else of the others comes in: no request, no name, no number, so nothing of theirs can come out. A trial puts in
their place as many nameless requests as a band has at least, or at most, evenly over the other constituencies.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, cycle

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection, State
from scheduler.errors import SchedulerError
from scheduler.services.intake.asking import asking
from scheduler.services.selecting.groups import shares_of
from scheduler.services.selecting.selecting import select
from scheduler.translate.selection_wishes import wishes
from solver.result import Limits, OnProgress, Progress

FEW = 5
"""Numbers below this are told as one."""

EXTRA = 5
"""Requests that are added to a session to find how many more it has room for."""

_SEEDS = ("first trial lot", "second trial lot", "third trial lot")


@dataclass(frozen=True, slots=True)
class Band:
    """A number as far as it is told: it lies between two others, both included."""

    least: int
    most: int

    def __str__(self) -> str:
        return f"fewer than {self.most + 1}" if self.least == 0 else f"{self.least} to {self.most}"


def band(number: int) -> Band:
    """Return the band of a number: fewer than 5, 5 to 9, 10 to 19, and so on, each twice as wide as the one before."""
    least, most = 0, FEW - 1
    while number > most:
        least, most = most + 1, 2 * most + 1
    return Band(least, most)


@dataclass(frozen=True)
class Question:
    """What trials start from: a forum nobody has asked in, one constituency's requests, and bands of all others."""

    bare: Forum
    constituency: str
    own: tuple[Request, ...]
    others: Mapping[tuple[str, str], Band]
    """Requests of all others, by session and class; those below few, none included, are a band too."""

    @property
    def classes(self) -> tuple[str, ...]:
        """Classes that members of the constituency are in."""
        members = (p for p in self.bare.participants if p.constituency == self.constituency)
        return tuple(dict.fromkeys(member.participant_class for member in members))

    def others_in(self, session: str) -> Band:
        """Return the band of what others of the same class ask for in a session."""
        found = [self.others[session, name] for name in self.classes if (session, name) in self.others]
        return Band(sum(one.least for one in found), sum(one.most for one in found))


def question(forum: Forum, constituency: str) -> Question:
    """Part a forum's requests into those of one constituency and bands of all others."""
    standing, settled = asking(forum)
    wanted = [w.request for w in wishes(standing, settled=settled) if not w.is_second and w.role is None]
    members = {p.id: p for p in forum.participants}
    own = tuple(request for request in wanted if members[request.participant].constituency == constituency)
    counts = Counter(
        (request.session, members[request.participant].participant_class)
        for request in wanted
        if members[request.participant].constituency != constituency
    )
    bare = forum.model_copy(update={"requests": (), "log": (), "proposals": (), "marks": (), "balances": ()})
    asked_of = Question(bare, constituency, own, {})
    pairs = [(s.id, c.id) for s in forum.sessions if may_ask(asked_of, s.id) for c in forum.classes]
    return replace(asked_of, others={pair: band(counts[pair]) for pair in pairs})


Selecting = Callable[[Forum], Selection]
"""Selects among the requests of a trial."""


def selecting(limits: Limits, on_progress: OnProgress | None = None) -> Selecting:
    """Return what selects among the requests of trials, and tells which trial it is at."""
    began, numbers = time.monotonic(), count(1)

    def selected(forum: Forum) -> Selection:
        if on_progress is not None:
            on_progress(Progress(f"trial selection {next(numbers)}", time.monotonic() - began))
        selection = select(forum, limits)
        if selection.outcome not in (Outcome.OPTIMAL, Outcome.FEASIBLE):
            raise SchedulerError("A trial selection was not finished in time. Allow more with --time-limit.")
        return selection

    return selected


@dataclass(frozen=True, slots=True)
class Came:
    """What trials came to for the constituency: fewest and most of each."""

    places: Mapping[str, tuple[int, int]]
    """Places by session."""
    total: tuple[int, int]
    heard: tuple[int, int]
    """Organisations that have a part in a statement."""


def came_to(asked: Question, own: Sequence[Request], selected: Selecting) -> Came:
    """Select among some requests of the constituency's with few and with many others, and return the range."""
    seeds = _SEEDS if _is_lot_needed(asked) else _SEEDS[:1]
    found = [_given(own, selected(trial(asked, own, high=high, seed=seed))) for high in (False, True) for seed in seeds]
    by_session = [Counter(request.session for request in given) for given in found]
    sessions = {session for counts in by_session for session in counts}
    heard = [len({name for r in given for name in (r.participant, *r.cosponsors)}) for given in found]
    return Came(
        places={name: _range([counts[name] for counts in by_session]) for name in sessions},
        total=_range([len(given) for given in found]),
        heard=_range(heard),
    )


def _is_lot_needed(asked: Question) -> bool:
    """Say whether the constituency competes with others for the same places, so that the lot decides between them."""
    sessions = {request.session for request in asked.own}
    return any(not shares_of(asked.bare, asked.bare.session_by_id[session]) for session in sessions)


def _given(own: Sequence[Request], selection: Selection) -> list[Request]:
    given = {d.request: d.session for d in selection.decisions if d.state is State.GIVEN}
    return [r.model_copy(update={"session": given[r.id]}) for r in own if r.id in given]


def _range(numbers: Sequence[int]) -> tuple[int, int]:
    return min(numbers), max(numbers)


def room_for_more(asked: Question, selected: Selecting) -> Mapping[str, tuple[int, int]]:
    """Return how many more requests of the constituency's each session has room for, with nobody refused for them."""
    sessions = [session.id for session in asked.bare.sessions if may_ask(asked, session.id)]
    extra = tuple(
        Request(id=f"extra.{session}.{place}", session=session, participant=f"extra.{session}.{place}")
        for session in sessions
        for place in range(EXTRA)
    )
    found: dict[str, list[int]] = {session: [] for session in sessions}
    for high in (False, True):
        tried = trial(asked, (*asked.own, *extra), high=high, seed=_SEEDS[0])
        given = {decision.request for decision in selected(tried).decisions if decision.state is State.GIVEN}
        for session in sessions:
            same = [r for r in tried.requests if r.session == session and _competes(asked, tried, r)]
            placed = sum(request.id in given for request in same)
            found[session].append(max(0, placed - (len(same) - EXTRA)))
    return {session: _range(counts) for session, counts in found.items()}


def _competes(asked: Question, forum: Forum, request: Request) -> bool:
    """Say whether a request is for the same places as the constituency's: of its classes where they have a share."""
    shares = shares_of(forum, forum.session_by_id[request.session])
    if not any(share.participant_class in asked.classes for share in shares):
        return True
    return forum.participant_by_id[request.participant].participant_class in asked.classes


def may_ask(asked: Question, session: str) -> bool:
    """Say whether the constituency may ask for the floor of a session."""
    found = asked.bare.session_by_id[session]
    classes = [asked.bare.class_by_id[name] for name in asked.classes]
    return found.floor_minutes > 0 and any(not c.speaks_in or found.kind in c.speaks_in for c in classes)


def trial(asked: Question, own: Sequence[Request], *, high: bool, seed: str) -> Forum:
    """Return a forum with some requests of the constituency's, and nameless ones for all others."""
    known = asked.bare.participant_by_id
    extra = dict.fromkeys(request.participant for request in own if request.participant not in known)
    participants = [_nobody(name, asked.classes[0], asked.constituency) for name in extra]
    requests: list[Request] = []
    for class_id, groups in _other_constituencies(asked).items():
        counts = {s: b.most if high else b.least for (s, name), b in asked.others.items() if name == class_id}
        sessions = [session for session, number in counts.items() for _ in range(number)]
        for session, constituency in zip(sessions, cycle(groups), strict=False):
            id = f"other-{len(requests) + 1}"
            participants.append(_nobody(id, class_id, constituency))
            requests.append(Request(id=id, session=session, participant=id))
    settings = {"lot_commitment": None, "lot_seed": None, "lot_value": seed}
    return asked.bare.model_copy(
        update={
            "requests": (*own, *requests),
            "participants": (*asked.bare.participants, *participants),
            "selection": asked.bare.selection.model_copy(update=settings),
        }
    )


def _other_constituencies(asked: Question) -> Mapping[str, Sequence[str | None]]:
    """Return for each class the other constituencies its members are in, in the forum's order."""
    found: dict[str, list[str | None]] = {item.id: [] for item in asked.bare.classes}
    for participant in asked.bare.participants:
        groups = found[participant.participant_class]
        if participant.constituency != asked.constituency and participant.constituency not in groups:
            groups.append(participant.constituency)
    return {name: groups or [None] for name, groups in found.items()}


def _nobody(id: str, class_id: str, constituency: str | None) -> Participant:
    data = {"id": id, "name": Text({"en": "Nobody"}), "participant_class": class_id, "constituency": constituency}
    return Participant.model_validate(data)
