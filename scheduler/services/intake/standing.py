"""Where each request stands: the selection and, after it, the log, folded entry by entry; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from scheduler.domain.base import Identifier, Value
from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis
from scheduler.domain.selection import Selection, State
from scheduler.errors import Fault, ForumFaults
from scheduler.services.intake.events import Delivery, Event
from scheduler.services.intake.folding import Fold, Running
from scheduler.services.intake.states import RequestState
from scheduler.services.intake.waiting import waiting_lists

LOG_FILE = "log.csv"
DECISIONS = tuple(state.value for state in State)
"""What decides about a request, in the words of the log and of a selection."""
FIRST_ROW = 2
"""Row of the first entry where nothing else is known: below the headings."""


class Standing(Value):
    """Where one request stands, and why; for whoever made it and for the organiser."""

    request: Identifier
    state: RequestState
    session: Identifier = Field(description="Session of its place or waiting list, else the one it asks for")
    position: int | None = Field(None, description="Place in its waiting list now, 1 is promoted first")
    person: Identifier | None = Field(None, description="Who speaks now")
    delivery: Delivery = Delivery.IN_PERSON
    cosponsors: tuple[Identifier, ...] = Field((), description="Participants that join in the statement")
    merged_into: Identifier | None = Field(None, description="Request whose statement it has joined")
    is_joint: bool = Field(False, description="Whether others have joined its statement")
    seconds: int = Field(description="Time limit, less what was yielded")
    yielded_minutes: float = 0
    place: int | None = Field(None, description="Pinned place in the list")
    basis: Basis | None = Field(None, description="What the decision rests on; none is not decided")
    rule: Identifier | None = Field(None, description="Limit or level of the method that decided")
    reason: str | None = Field(None, description="Why, for the requester")
    offers: tuple[Identifier, ...] = Field((), description="Requests that offer it an exchange of places")
    history: tuple[Event, ...] = ()

    @property
    def is_as_selected(self) -> bool:
        """Whether what holds is what the selection decided, and the reason its words."""
        decisions = [event for event in self.history if event.what in DECISIONS]
        return bool(decisions) and decisions[-1].number is None

    @property
    def has_place(self) -> bool:
        """Whether it takes a place of its own; one that has joined another's statement takes none."""
        return self.merged_into is None and self.state in (
            RequestState.GIVEN,
            RequestState.ABSENT,
            RequestState.SPOKEN,
        )


def standings(forum: Forum, selection: Selection | None) -> dict[str, Standing]:
    """Return where each request stands, in the forum's order, or raise every entry that is not legal."""
    return standings_of(legally_folded(forum, selection))


def legally_folded(forum: Forum, selection: Selection | None) -> Fold:
    """Return the fold of a log, or raise every entry that is not legal."""
    fold, faults = folded(forum, selection)
    if faults:
        raise ForumFaults(faults)
    return fold


def log_faults(
    forum: Forum, selection: Selection | None, file: str = LOG_FILE, rows: Sequence[int] | None = None
) -> tuple[Fault, ...]:
    """Return every entry that is not legal, with its file and row."""
    return folded(forum, selection, file, rows)[1]


def folded(
    forum: Forum, selection: Selection | None, file: str = LOG_FILE, rows: Sequence[int] | None = None
) -> tuple[Fold, tuple[Fault, ...]]:
    """Return the fold of a log, in which entries that are not legal have no effect, and a fault for each of those."""
    fold = Fold(forum, selection)
    faults = []
    for index, entry in enumerate(forum.log):
        row = rows[index] if rows else index + FIRST_ROW
        if entry.number != index + 1:
            problem = f"Entry {entry.number} stands where entry {index + 1} is due; nothing is taken out of a log."
            faults.append(Fault(file, row, "number", problem, f"Write {index + 1}, or put back what is missing."))
        if objection := fold.apply(entry):
            problem, _, instead = objection.partition(". ")
            faults.append(Fault(file, row, "happening", f"{problem}.", instead or "Correct or remove the entry."))
    return fold, tuple(faults)


def standings_of(fold: Fold) -> dict[str, Standing]:
    """Return where each request stands after a fold."""
    fold.decide_all()
    positions = _positions(fold)
    return {one.request.id: _standing(fold, one, positions) for one in fold.running.values()}


def _positions(fold: Fold) -> dict[str, int]:
    queues = waiting_lists(fold).values()
    return {one.request.id: place for queue in queues for place, one in enumerate(queue, start=1)}


def _standing(fold: Fold, one: Running, positions: Mapping[str, int]) -> Standing:
    lead = fold.running[one.merged_into] if one.merged_into else one
    offers = (id for id in one.offers if fold.has_floor(fold.running[id]))
    return Standing(
        request=one.request.id,
        state=lead.state or RequestState.SUBMITTED,
        session=lead.session,
        position=positions.get(lead.request.id),
        person=one.person,
        delivery=lead.delivery,
        cosponsors=fold.cosponsors(one),
        merged_into=one.merged_into,
        is_joint=bool(one.members),
        seconds=fold.seconds(one),
        yielded_minutes=one.yielded,
        place=one.place,
        basis=one.basis,
        rule=one.rule,
        reason=one.reason,
        offers=tuple(offers),
        history=tuple(one.history),
    )
