"""What a list that is run was made from: the floor of one session, who is on its list, and its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from scheduler.clock import moment_at
from scheduler.domain.agenda import Agenda, Placement
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.session import Mode, Policy, Session
from scheduler.errors import NotFoundError
from scheduler.services.floor.practice import Practice, RepliesAt
from scheduler.services.verify import commitments
from scheduler.translate.policies import policy_of
from scheduler.translate.protocol import mode_of
from scheduler.translate.requests import class_of, participant_of
from scheduler.translate.speakers import floor, limit_seconds, speakers_problem
from scheduler.translate.windows import Window


class Part(Enum):
    """Which of the three lists of a session somebody is on; they follow each other."""

    LIST = "list"
    RESPONSES = "responses"
    REPLIES = "replies"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Floor time of one sitting in seconds since the forum's origin, and what its rights of reply wait for the end of:
    the day, or the meeting."""

    start: int
    end: int
    replies: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is on a list; ``label`` is the organisation, in words for the chair."""

    id: str
    part: Part
    participant: str
    label: str
    class_id: str
    interspersed: bool
    seconds: int
    windows: tuple[Window, ...] | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a run begins: everything that no action changes."""

    forum: Forum
    session: Session
    mode: Mode
    policy: Policy
    practice: Practice
    stretches: tuple[Stretch, ...]
    response_seconds: int
    speakers: Mapping[str, Speaker]
    """Everybody who asks for the floor of the session, by request."""
    listed: tuple[str, ...]
    """Requests on the speakers list, in order."""

    @property
    def is_mixed(self) -> bool:
        """Whether stakeholders are interspersed among the others."""
        return self.mode in (Mode.THROUGHOUT, Mode.AFTER_OPENING)

    @property
    def changeover(self) -> int:
        """Seconds between two speakers."""
        return self.forum.speaker_changeover_seconds

    def interspersal_note(self) -> str:
        """Say what interspersal there is, and why there is none where there is none."""
        if self.is_mixed:
            return "Stakeholders are interspersed among the other speakers; after each change the rest is put in order."
        if self.mode is Mode.RESERVED:
            return "Places are reserved for stakeholders; the list keeps its order and nobody is interspersed."
        if self.policy is Policy.LOT:
            return "The order was drawn by lot, so the list is exempt from interspersal and keeps that order."
        return "The mode of this session is none: the list keeps its order and is exempt from interspersal."


def setting_of(forum: Forum, agenda: Agenda, session_id: str, practice: Practice) -> Setting:
    """Return where the run of a session's list begins."""
    session = forum.session_by_id.get(session_id)
    if session is None:
        raise NotFoundError(
            f"The forum has no session {session_id}; its sessions are {', '.join(forum.session_by_id)}."
        )
    stretches = _stretches(forum, agenda.placements, session, practice)
    if not stretches:
        raise NotFoundError(
            f"Session {session_id} has no floor time in this agenda: place it, and reserve minutes for it."
        )
    translation = speakers_problem(
        forum, agenda.placements, session, commitments(forum, agenda.placements, agenda.lists)
    )
    asked = zip(translation.requests, translation.problem.interventions, strict=True)
    windows = {request.id: turn.windows for request, turn in asked}
    turns = agenda.list_of[session_id].interventions if session_id in agenda.list_of else ()
    limits = {turn.request: turn.seconds for turn in turns}
    speakers = {
        request.id: speaker_of(forum, session, request, Part.LIST, limits.get(request.id), windows[request.id])
        for request in translation.requests
    }
    return Setting(
        forum=forum,
        session=session,
        mode=mode_of(forum, session),
        policy=policy_of(forum, session),
        practice=practice,
        stretches=stretches,
        response_seconds=session.response_minutes * 60,
        speakers=speakers,
        listed=tuple(turn.request for turn in turns if turn.request in speakers),
    )


def speaker_of(
    forum: Forum,
    session: Session,
    request: Request,
    part: Part,
    seconds: int | None = None,
    windows: tuple[Window, ...] | None = None,
) -> Speaker:
    """Return a request as a speaker; without a limit in the agenda it has that of its class of time."""
    return Speaker(
        id=request.id,
        part=part,
        participant=request.participant,
        label=participant_of(forum, request).name.of(*forum.languages),
        class_id=class_of(forum, request).id,
        interspersed=class_of(forum, request).interspersed,
        seconds=seconds or limit_seconds(forum, session, request),
        windows=windows,
        place=request.place,
    )


def _stretches(
    forum: Forum, placements: tuple[Placement, ...], session: Session, practice: Practice
) -> tuple[Stretch, ...]:
    """Return the whole floor, with the minutes kept for responses at its end."""
    whole = floor(forum, placements, session.model_copy(update={"response_minutes": 0}))
    by_day = practice.replies_at is RepliesAt.DAY
    return tuple(
        Stretch(one.start, one.end, moment_at(forum, 0, one.start).date().toordinal() if by_day else number)
        for number, one in enumerate(whole)
    )
