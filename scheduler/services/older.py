"""An agenda that is older than the log: what of it still holds, and who has left its lists since it was made.

It is read against the forum as it was when the agenda was made, which the log tells: the entries since then do not
count. What remains of it stands where it stood, with whoever speaks now; who was given a place since waits for the
next agenda.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from scheduler.domain.agenda import Agenda, Outcome, SpeakersList
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.log import Happening
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.services.intake.granted import session_of
from scheduler.services.intake.published import PUBLISHED, told_of
from scheduler.services.intake.side_events import logged_before
from scheduler.services.intake.standing import Standing
from scheduler.services.intake.states import RequestState
from scheduler.services.verify import Verification, verify
from scheduler.translate.speakers import limit_seconds
from scheduler.translate.voice import Voice


class Left(Value):
    """A turn of somebody who has left a list since it was made, without person or reason."""

    session: str
    sitting: int
    start: dt.datetime = Field(description="When the turn was expected, local time with offset")
    who: str | None = Field(description="Organisation, or its class where details are withheld; none is not told")
    what: str = Field(description="withdrawn, absent, or no longer on the list")


class Since(Value):
    """How one list has changed since it was made."""

    session: str
    speakers: int = Field(description="How many spoke in it when it was made")
    left: tuple[Left, ...] = ()
    joined: int = Field(0, description="How many were given a place in it since")
    altered: int = Field(0, description="How many hold theirs otherwise, as with another speaker or time limit")

    @property
    def changed(self) -> int:
        """How many places have changed."""
        return len(self.left) + self.joined + self.altered


@dataclass(frozen=True, slots=True)
class Standings:
    """The forum as it was when an agenda was made, as it is now, and where each request stands."""

    then: Forum
    now: Forum
    written: Forum
    standings: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Current:
    """What of an agenda holds now, the forum it is about, and how each list that changed has changed."""

    forum: Forum
    agenda: Agenda
    since: tuple[Since, ...] = ()
    sessions: tuple[str, ...] = ()
    """A sentence for each session, as a side event, that has left the forum or come to it since."""
    with_gaps: tuple[Forum, Agenda] | None = None
    """The same with the turns of those who left still taken up, as by nobody, where there are any."""

    def left_of(self, session: str) -> tuple[Left, ...]:
        """Return who has left the list of a session."""
        return tuple(left for since in self.since if since.session == session for left in since.left)


def known_then(then: Forum, written: Forum, agenda: Agenda, selection: Selection | None) -> Forum:
    """Return the forum an agenda is read against: as it was then, with who had a place by an earlier selection."""
    then = _with_events(then, written, agenda, logged_before(selection))
    listed = {turn.request: speakers.session for speakers in agenda.lists for turn in speakers.interventions}
    earlier = [r for r in written.requests if r.id in listed and r.id not in then.request_by_id and r.role is None]
    if not earlier:
        return then
    kept = tuple(request.model_copy(update={"session": listed[request.id]}) for request in earlier)
    return then.model_copy(update={"requests": (*then.requests, *kept)})


def _with_events(then: Forum, written: Forum, agenda: Agenda, selected_at: int) -> Forum:
    """Return a forum with the side events an agenda places; with those alone where they were selected anew since."""
    placed = agenda.placements_of.keys()
    earlier = [one for one in written.proposals if one.id in placed and one.id not in then.session_by_id]
    later = {one.id for one in written.proposals if one.id not in placed} if agenda.logged < selected_at else set()
    if not earlier and not later & then.session_by_id.keys():
        return then
    kept = (session for session in then.sessions if session.id not in later)
    return then.model_copy(update={"sessions": (*kept, *map(session_of, earlier))})


def current(agenda: Agenda, known: Standings) -> Current:
    """Return what of an agenda that was made earlier holds now."""
    then, now = known.then, known.now
    absent = {entry.request for entry in now.log[agenda.logged :] if entry.happening is Happening.ABSENT}
    absent = {id for id in absent if known.standings[id].state is RequestState.ABSENT}
    here = {request.id: request for request in now.requests if request.id not in absent}
    placed = tuple(placement for placement in agenda.placements if placement.session in now.session_by_id)
    swapped = {
        name
        for entry in now.log[agenda.logged :]
        if entry.happening is Happening.SWAPPED
        for name in (entry.request, entry.other)
    }
    found = [
        _since(speakers, known, here, swapped) for speakers in agenda.lists if speakers.session in now.session_by_id
    ]
    since = tuple(one for one in found if one.changed)
    listed = {turn.request for speakers in agenda.lists for turn in speakers.interventions}
    requests = (
        _as_it_is(then, one, here.get(one.id)) for one in then.requests if one.id in listed or _stays(one, here)
    )
    gaps = then.model_copy(
        update={
            "sessions": tuple(session for session in now.sessions if session.id in then.session_by_id),
            "preparations": now.preparations,
            "roles": tuple(role for role in now.roles if role.session in then.session_by_id),
            "requests": tuple(one for one in requests if one.session in now.session_by_id),
        }
    )
    lists = tuple(speakers for speakers in agenda.lists if speakers.session in now.session_by_id)
    made = agenda.model_copy(update={"placements": placed, "lists": lists})
    thinner = {one.session for one in since if one.left}
    kept = tuple(_without_gaps(one, thinner) for one in gaps.requests if _stays(one, here))
    forum = gaps.model_copy(update={"requests": kept})
    lists = tuple(_remaining(speakers, forum.request_by_id, {one.session for one in since}) for speakers in lists)
    remaining = agenda.model_copy(update={"placements": placed, "lists": lists})
    return Current(forum, remaining, since, tuple(_sessions_since(agenda, known)), (gaps, made))


def _sessions_since(agenda: Agenda, known: Standings) -> Iterator[str]:
    then, now = known.then, known.now
    for name in agenda.placements_of:
        if name not in now.session_by_id:
            yield f"{_title(then, name)} [{name}] is not held any more: run forum solve --keep to free its room."
    for name in now.session_by_id:
        if name not in then.session_by_id:
            yield f"{_title(now, name)} [{name}] is to be held since: run forum solve --keep to place it."


def verified(found: Current, voice: Voice) -> Verification:
    """Check what of an agenda holds now: a turn that nobody takes any more breaks no rule, and figures leave it out."""
    remaining = verify(found.forum, found.agenda, voice=voice)
    if found.with_gaps is None:
        return remaining
    return verify(*found.with_gaps, voice=voice).model_copy(update={"lists": remaining.lists})


def _stays(request: Request, here: Mapping[str, Request]) -> bool:
    return request.id in here and here[request.id].session == request.session


def _as_it_is(forum: Forum, then: Request, now: Request | None) -> Request:
    """Return a request as its turn was made, with who speaks now, or with nobody where nobody does."""
    if now is None or now.session != then.session:
        return then.model_copy(update={"person": None, "available": ()})
    if now == then:
        return then
    minutes = limit_seconds(forum, forum.session_by_id[then.session], then) / 60
    return now.model_copy(update={"time_class": then.time_class, "minutes": minutes, "place": then.place})


def _without_gaps(request: Request, thinner: Collection[str]) -> Request:
    """Return a request without its pinned place where others have left its list, so that places have shifted."""
    return request.model_copy(update={"place": None}) if request.session in thinner else request


def _remaining(speakers: SpeakersList, here: Collection[str], changed: Collection[str]) -> SpeakersList:
    if speakers.session not in changed:
        return speakers
    turns = tuple(turn for turn in speakers.interventions if turn.request in here)
    return speakers.model_copy(update={"interventions": turns, "measures": (), "outcome": Outcome.CHANGED})


def _since(
    speakers: SpeakersList, known: Standings, here: Mapping[str, Request], swapped: Collection[str | None]
) -> Since:
    """Return what has changed; an exchange of places that was made in the list itself is in it already."""
    then, name = known.then.request_by_id, speakers.session
    gone = [turn for turn in speakers.interventions if not _stays(then[turn.request], here)]
    before = {request.id for request in known.then.requests if request.session == name}
    both = [request for request in known.now.requests if request.session == name and _stays(request, here)]
    left = []
    for turn in gone:
        who, what = _told(known, turn.request)
        left.append(Left(session=name, sitting=turn.sitting, start=turn.start, who=who, what=what))
    return Since(
        session=name,
        speakers=len(speakers.interventions),
        left=tuple(left),
        joined=sum(request.id not in before for request in both),
        altered=sum(
            request.id in before
            and (request != then[request.id] or (request.id in swapped and speakers.outcome is not Outcome.CHANGED))
            for request in both
        ),
    )


def _told(known: Standings, name: str) -> tuple[str | None, str]:
    """Return for whom a request was and what became of it, as far as others may know; a refusal is not told."""
    request = next(one for one in known.written.requests if one.id == name)
    standing = known.standings[name]
    if standing.merged_into is None and standing.state in PUBLISHED:
        return told_of(known.written, request, standing), standing.state.value
    return None, "no longer on this list"


def notices(found: Current) -> tuple[str, ...]:
    """Return one sentence for each session that has left or come, and each list that has changed, since it was made."""
    return (*found.sessions, *(f"{_title(found.forum, one.session)}: {_sentence(one)}" for one in found.since))


def _sentence(one: Since) -> str:
    parts = []
    if left := len(one.left):
        parts.append(f"{left} of {one.speakers} on this list {_have(left)} left since it was made")
    if one.joined:
        others = "" if one.left else " since this list was made"
        parts.append(f"{one.joined} {_have(one.joined)} been given a place{others}")
    if one.altered:
        parts.append(
            f"{one.altered} {'hold' if one.altered > 1 else 'holds'} a place otherwise, as with another speaker"
        )
    return f"{_joined(parts)}: run forum solve --keep to {'close the gaps' if one.left else 'bring it up to date'}."


def _have(count: int) -> str:
    return "have" if count > 1 else "has"


def _joined(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _title(forum: Forum, session: str) -> str:
    return forum.session_by_id[session].title.of(*forum.languages)
