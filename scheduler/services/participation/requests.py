"""Requests as a participation report tells of them: how many were made, given a place, spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.log import Happening
from scheduler.domain.selection import Selection
from scheduler.services.intake.standing import Standing, standings
from scheduler.services.intake.states import RequestState
from scheduler.services.participation.groups import Group, Groups
from scheduler.services.participation.protection import LEAST_ORGANISATIONS


class Fate(Enum):
    """What became of a request, as far as a report tells it."""

    TO_COME = "to come"
    SPOKEN = "spoken"
    ABSENT = "absent"
    JOINED = "joined"
    WAITING = "waiting"
    DECLINED = "declined"
    LEFT = "withdrawn from a place"
    WITHDRAWN = "withdrawn"
    UNDECIDED = "undecided"


_FATES = {
    RequestState.SUBMITTED: Fate.UNDECIDED,
    RequestState.SHORTLISTED: Fate.UNDECIDED,
    RequestState.GIVEN: Fate.TO_COME,
    RequestState.WAIT_LISTED: Fate.WAITING,
    RequestState.DECLINED: Fate.DECLINED,
    RequestState.WITHDRAWN: Fate.WITHDRAWN,
    RequestState.ABSENT: Fate.ABSENT,
    RequestState.SPOKEN: Fate.SPOKEN,
}
"""What each state counts as; a draft is no request yet."""

PLACED = frozenset({Fate.TO_COME, Fate.SPOKEN, Fate.ABSENT})
UNPLACED = (Fate.WAITING, Fate.DECLINED, Fate.WITHDRAWN, Fate.UNDECIDED)


class Asked(Value):
    """What one group asked for and was given."""

    key: str
    label: str
    requested: int | None = Field(description="Requests, drafts apart; none where it is not told")
    given: int | None = Field(description="Requests that have a place, also those of who has spoken or was absent")
    joined: int | None = Field(description="Requests that became part of another's joint statement")
    withdrawn: int | None = Field(description="Requests that had a place and were withdrawn, which is published")
    unplaced: int | None = Field(
        description="Requests that wait, were declined, withdrawn before they had a place, or are undecided"
    )
    spoken: int | None = Field(description="Requests of who has spoken; none where it is not told or nobody has yet")


class Requests(Value):
    """Requests for the floor, or for roles, and what became of them."""

    total: Asked
    outcomes: dict[str, int | None] = Field(description="Requests without a place by what became of them")
    by_body: tuple[Asked, ...] = ()
    by_class: tuple[Asked, ...] = ()
    by_constituency: tuple[Asked, ...] = ()
    by_region: dict[str, tuple[Asked, ...]] = Field({}, description="By scheme; each request counts once")
    by_flag: tuple[Asked, ...] = ()
    by_session: tuple[Asked, ...] = ()
    by_role: tuple[Asked, ...] = ()
    least_organisations: int = LEAST_ORGANISATIONS


@dataclass(frozen=True, slots=True)
class Wish:
    """One request with all that it is counted by."""

    id: str
    organisation: str
    person: str | None
    fate: Fate
    session: str
    role: str | None
    group: Group


@dataclass(frozen=True, slots=True)
class Asking:
    """A forum as written, and where each of its requests stands."""

    written: Forum
    standings: Mapping[str, Standing]
    is_open: bool
    """Whether everybody who asks has the floor, since no selection was made."""

    @property
    def nobody_refused(self) -> bool:
        """Whether anybody can know that all have the floor: no selection was made, and the log keeps nobody from it."""
        private = (Happening.SHORTLISTED, Happening.WAIT_LISTED, Happening.DECLINED)
        return self.is_open and all(entry.happening not in private for entry in self.written.log)


def asking(written: Forum, selection: Selection | None = None) -> Asking:
    """Return where the requests of a forum stand after its selection and log."""
    return Asking(written, standings(written, selection), is_open=selection is None)


def wishes_of(groups: Groups, asked: Asking) -> list[Wish]:
    """Return all requests but drafts, each counted under who speaks now."""
    found = []
    for request in asked.written.requests:
        standing = asked.standings[request.id]
        if standing.state is RequestState.DRAFT:
            continue
        as_asked = request.model_copy(update={"person": standing.person})
        as_planned = groups.forum.request_by_id.get(request.id, as_asked)
        role = request.role.value if request.role else None
        fate = _fate(standing, is_open=asked.is_open and role is None)
        who = (request.participant, standing.person)
        group = groups.of(as_planned)
        if fate is Fate.LEFT and groups.of(request).is_withheld:
            group = groups.of(request)
        found.append(Wish(request.id, *who, fate, standing.session, role, group))
    return found


def _fate(standing: Standing, *, is_open: bool) -> Fate:
    fate = _FATES[standing.state]
    if is_open and fate is Fate.UNDECIDED:
        fate = Fate.TO_COME
    if fate is Fate.WITHDRAWN and (is_open or any(event.what == "given" for event in standing.history)):
        fate = Fate.LEFT
    return Fate.JOINED if standing.merged_into and fate in PLACED else fate
