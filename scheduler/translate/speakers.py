"""A session with granted requests becomes a speakers problem, once its sittings have a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scheduler.clock import second_of, window_minutes
from scheduler.domain.agenda import Placement
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request, TimeClass
from scheduler.domain.session import Mode, Session, SessionKind
from scheduler.translate.commitments import AFAR, Commitment, elsewhere
from scheduler.translate.indices import Indices
from scheduler.translate.protocol import mode_of, protocol_keys
from scheduler.translate.requests import asks_for_floor, class_of, participant_of, region_of
from scheduler.translate.settings import settings_of
from scheduler.translate.windows import Window, common, merged, without
from solver.speakers import problem as solver
from solver.speakers.rulebook import RULES


@dataclass(frozen=True)
class Stretch:
    """Floor time of one sitting, in seconds, and the room it is in."""

    sitting: int
    room: str
    start: int
    end: int


@dataclass(frozen=True)
class SpeakersTranslation:
    """A speakers problem with what is needed to read its answers."""

    forum: Forum
    indices: Indices
    session: Session
    problem: solver.Problem
    requests: tuple[Request, ...]
    stretches: tuple[Stretch, ...]
    commitments: tuple[tuple[Commitment, ...], ...]


def sessions_with_lists(forum: Forum) -> tuple[Session, ...]:
    """Return the sessions somebody is granted the floor in."""
    asked = {request.session for request in forum.requests if asks_for_floor(request)}
    return tuple(session for session in forum.sessions if session.id in asked)


def speakers_problem(
    forum: Forum, placements: Sequence[Placement], session: Session, busy: Sequence[Commitment]
) -> SpeakersTranslation:
    """Translate one session's requests; ``busy`` is all that binds people by roles and in other lists."""
    asked = (request for request in forum.requests if request.session == session.id)
    requests = tuple(request for request in asked if asks_for_floor(request))
    stretches = floor(forum, placements, session)
    indices = Indices(forum)
    commitments = tuple(elsewhere(busy, request.person, session.id) if request.person else () for request in requests)
    kind = forum.kind_by_id[session.kind]
    problem = solver.Problem(
        interventions=_interventions(indices, session, requests, stretches, commitments),
        stretches=tuple((stretch.start, stretch.end) for stretch in stretches),
        mode=solver.Mode(mode_of(forum, session).value),
        changeover=forum.speaker_changeover_seconds,
        groups_first=kind.groups_first,
        settings=settings_of(forum, RULES),
    )
    return SpeakersTranslation(forum, indices, session, problem, requests, stretches, commitments)


def floor(forum: Forum, placements: Sequence[Placement], session: Session) -> tuple[Stretch, ...]:
    """Return a session's floor time for its list: after the opening minutes, and before those kept for responses."""
    opening, left = session.opening_minutes * 60, listed_minutes(session) * 60
    found: list[Stretch] = []
    own = sorted((p for p in placements if p.session == session.id), key=lambda p: p.start)
    for place, placement in enumerate(own):
        start = second_of(forum, placement.start)
        end = start + placement.minutes * 60
        opens = max(start + (0 if place else opening), found[-1].end if found else start)
        closes = min(end, opens + left)
        if opens < closes:
            found.append(Stretch(placement.sitting, placement.room, opens, closes))
            left -= closes - opens
    return tuple(found)


def listed_minutes(session: Session) -> int:
    """Return the minutes of floor for the list prepared beforehand: all but those kept at its end for responses."""
    return max(0, session.floor_minutes - session.response_minutes)


def limit_seconds(forum: Forum, session: Session, request: Request) -> int:
    """Return a speaker's time limit: the request's own, else its kind's for the class of time the statement has.

    A class of time that is not stated follows from the rest: joint with cosponsors, group for a group, of the two
    the longer, else that of a stakeholder or a national statement.
    """
    kind = forum.kind_by_id[session.kind]
    usual = max(_minutes_of(kind, time_class) for time_class in _time_classes(forum, request))
    return max(1, round((request.minutes or usual) * 60))


def _time_classes(forum: Forum, request: Request) -> tuple[TimeClass, ...]:
    if request.time_class is not None:
        return (request.time_class,)
    joint = (TimeClass.JOINT,) if request.cosponsors else ()
    group = (TimeClass.GROUP,) if request.on_behalf_of else ()
    alone = TimeClass.STAKEHOLDER if class_of(forum, request).interspersed else TimeClass.NATIONAL
    return joint + group or (alone,)


def _minutes_of(kind: SessionKind, time_class: TimeClass) -> float:
    return {
        TimeClass.NATIONAL: kind.minutes_national,
        TimeClass.GROUP: kind.minutes_group,
        TimeClass.STAKEHOLDER: kind.minutes_interspersed,
        TimeClass.JOINT: kind.minutes_joint,
    }[time_class]


def _interventions(
    indices: Indices,
    session: Session,
    requests: Sequence[Request],
    stretches: Sequence[Stretch],
    commitments: Sequence[Sequence[Commitment]],
) -> tuple[solver.Intervention, ...]:
    forum = indices.forum
    keys = protocol_keys(forum, session, requests)
    opening = _opening_places(forum, session, requests)
    found = []
    for request, key, bound in zip(requests, keys, commitments, strict=True):
        participant = participant_of(forum, request)
        constituency = indices.constituency[participant.constituency] if participant.constituency else None
        turn = solver.Intervention(
            seconds=limit_seconds(forum, session, request),
            interspersed=class_of(forum, request).interspersed,
            protocol=key,
            step=key[0],
            late=key[1],
            group=request.on_behalf_of is not None and not key[1],
            windows=_windows(forum, request, stretches, bound),
            region=indices.region.get(region_of(forum, participant)),
            constituency=constituency,
            place=request.place,
            opening=request.place in opening,
        )
        found.append(turn)
    return tuple(found)


def _opening_places(forum: Forum, session: Session, requests: Sequence[Request]) -> frozenset[int | None]:
    pinned = {request.place for request in requests}
    is_opened = mode_of(forum, session) is Mode.AFTER_OPENING
    length = next(place for place in range(len(requests) + 1) if place + 1 not in pinned)
    return frozenset(range(1, length + 1)) if is_opened else frozenset()


def stated_hours(forum: Forum, request: Request) -> tuple[Window, ...] | None:
    """Return the seconds in which a speaker said to be there, by the request and by the person; None is always."""
    person = forum.person_by_id[request.person] if request.person else None
    stated = [windows for windows in (request.available, person.available if person else ()) if windows]
    if not stated:
        return None
    hours = [merged((s * 60, e * 60) for s, e in (window_minutes(forum, w) for w in windows)) for windows in stated]
    return hours[0] if len(hours) == 1 else common(*hours)


def _windows(
    forum: Forum, request: Request, stretches: Sequence[Stretch], bound: Sequence[Commitment]
) -> tuple[Window, ...] | None:
    hours = stated_hours(forum, request)
    walk_seconds = forum.speaker_walk_minutes * 60
    free: list[Window] = []
    is_bound = False
    for stretch in stretches:
        room = AFAR if request.remote else stretch.room
        blocked = [commitment.blocked(room, walk_seconds) for commitment in bound]
        taken = common([(stretch.start, stretch.end)], blocked)
        is_bound = is_bound or bool(taken)
        free.extend(without([(stretch.start, stretch.end)], taken))
    if not is_bound:
        return hours
    return merged(free) if hours is None else common(hours, free)
