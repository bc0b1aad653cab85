"""The fold of a selection and a log: request by request what is so now, entry by entry, each refused where illegal."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.services.intake.conditions import condition
from scheduler.services.intake.effects import take
from scheduler.services.intake.events import EARLIER, Delivery, Event, decided, logged
from scheduler.services.intake.places import quota_from, quota_of, sharing_group, taken
from scheduler.services.intake.side_events import SideEvents
from scheduler.services.intake.states import (
    DECIDED,
    HOLDS_PLACE,
    NOTHING_YET,
    UNDECIDED,
    RequestState,
    next_state,
    objection,
)
from scheduler.translate.speakers import limit_seconds

CALLED = (RequestState.ABSENT, RequestState.SPOKEN)
DECIDES = (Happening.GIVEN, Happening.WAIT_LISTED, Happening.DECLINED)


@dataclass
class Running:
    """One request while its log is read."""

    request: Request
    session: str
    person: str | None
    place: int | None
    delivery: Delivery
    state: RequestState | None = NOTHING_YET
    merged_into: str | None = None
    yielded: float = 0
    basis: Basis | None = None
    rule: str | None = None
    reason: str | None = None
    is_pending: bool = False
    """Whether the selection's decision is still to be taken into account."""
    offers: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    """Requests that have joined its statement, first to join first."""
    history: list[Event] = field(default_factory=list)


class Fold:
    """What is so of every request and proposal after the entries that were applied."""

    def __init__(self, forum: Forum, selection: Selection | None) -> None:
        self.forum = forum
        self.selection = selection
        self.logged = selection.logged if selection else 0
        """Entries of the log that came before the selection."""
        self.is_open = selection is None
        """Whether everybody who asks may be said to have the floor: without a selection, and before it was made."""
        decisions = selection.decision_of if selection else {}
        self._decisions = {id: made for id, made in decisions.items() if made.basis is Basis.METHOD}
        quotas = [quota for quota in selection.quotas if quota.session] if selection else []
        self.places = {quota_from(quota): quota.places for quota in quotas}
        self.requested = {quota_from(quota): quota.requested for quota in quotas}
        self.class_seconds = {
            (quota.session, sharing_group(forum, quota.session, quota.participant_class)): quota.seconds
            for quota in quotas
            if quota.session and quota.seconds is not None
        }
        self.entries: list[Entry] = []
        self.running = {request.id: self._begun(request) for request in forum.requests}
        self.side_events = SideEvents(forum, selection)

    def _begun(self, request: Request) -> Running:
        delivery = Delivery.REMOTE if request.remote else Delivery.IN_PERSON
        begun = Running(request, request.session, request.person, request.place, delivery)
        begun.is_pending = request.id in self._decisions
        if self.selection and request.id in self.selection.left:
            begun.history.append(EARLIER)
        return begun

    def copy(self) -> Fold:
        """Return a fold that goes on from here on its own."""
        other = copy(self)
        other.places, other.class_seconds, other.entries = {**self.places}, {**self.class_seconds}, [*self.entries]
        other.side_events = self.side_events.copy()
        other.running = {
            id: replace(one, offers=[*one.offers], members=[*one.members], history=[*one.history])
            for id, one in self.running.items()
        }
        return other

    def has_floor(self, one: Running) -> bool:
        """Say whether a request has a place of its own, or the floor as everybody has who asks."""
        if one.merged_into:
            return False
        is_asked = self.is_open and one.state in (NOTHING_YET, *UNDECIDED) and one.request.role is None
        return is_asked or one.state in HOLDS_PLACE

    def limit(self, one: Running, session: str | None = None) -> int:
        """Return the seconds a request's statement has in a session, before anything was yielded."""
        standing = self.forum.session_by_id[session or one.session]
        own = limit_seconds(self.forum, standing, one.request)
        if not one.members:
            return own
        joint = round(self.forum.kind_by_id[standing.kind].minutes_joint * 60)
        others = (limit_seconds(self.forum, standing, self.running[id].request) for id in one.members)
        return max(own, joint, *others)

    def seconds(self, one: Running, session: str | None = None) -> int:
        """Return the seconds a request's statement takes of a session's floor."""
        return self.limit(one, session) - round(one.yielded * 60)

    def cosponsors(self, one: Running) -> tuple[str, ...]:
        """Return the participants that join in a statement, as asked for and as they joined."""
        joined = (self.running[id].request for id in one.members)
        named = [*one.request.cosponsors, *(p for r in joined for p in (r.participant, *r.cosponsors))]
        return tuple(dict.fromkeys(name for name in named if name != one.request.participant))

    def decide_all(self) -> None:
        """Take every decision of the selection into account that is still pending."""
        self.is_open = self.selection is None
        for one in self.running.values():
            self._decide(one)
        self.side_events.decide_all()

    def is_before(self, entry: Entry) -> bool:
        """Say whether an entry came before the selection decided about what it names."""
        return entry.number <= (self.side_events.logged if self.is_side_event(entry.request) else self.logged)

    def is_side_event(self, name: str) -> bool:
        """Say whether a name of the log is a proposal for a side event, and no request."""
        return name not in self.running and name in self.side_events.running

    def _decide(self, one: Running) -> None:
        """Take the selection's decision into account; who was absent or has spoken before it stays so, in its place."""
        if not one.is_pending or one.state not in (NOTHING_YET, *UNDECIDED, RequestState.WAIT_LISTED, *CALLED):
            return
        decision = self._decisions[one.request.id]
        one.is_pending = False
        one.state = one.state if one.state in CALLED else DECIDED[decision.state]
        one.session = decision.session or one.session
        one.basis, one.rule, one.reason = decision.basis, decision.rule, decision.reason
        one.history.append(decided(decision))

    def apply(self, entry: Entry) -> str | None:
        """Apply an entry, or return why it is not legal and what can be done instead; then nothing changes."""
        if self.is_side_event(entry.request):
            refused = self.side_events.apply(entry)
            self.entries += [entry] if refused is None else []
            return refused
        refused = self.objection(entry)
        if refused is None:
            one = self.running[entry.request]
            self._take(one, entry)
            event = logged(entry)
            one.history.append(event)
            if event.other:
                offered = event.model_copy(update={"other": entry.request, "reason": None})
                self.running[event.other].history.append(offered)
            self.entries.append(entry)
        return refused

    def objection(self, entry: Entry) -> str | None:
        """Return why an entry is not legal and what can be done instead, or None."""
        if self.is_side_event(entry.request):
            return self.side_events.objection(entry)
        one = self.running.get(entry.request)
        if one is None:
            return f"There is no request {entry.request}. Write the id of a request of the forum."
        is_before = entry.number <= self.logged
        self.is_open = self.selection is None or is_before
        for name in (entry.request, entry.other):
            if name in self.running:
                self._prepare(self.running[name], entry, is_before=is_before)
        return None if self.is_superseded(entry) else self._objection(one, entry)

    def is_superseded(self, entry: Entry) -> bool:
        """Say whether an entry promoted somebody by an earlier selection than the one that holds now."""
        is_promotion = entry.happening is Happening.GIVEN and entry.basis is Basis.METHOD
        return is_promotion and entry.number <= self.logged

    def _prepare(self, one: Running, entry: Entry, *, is_before: bool) -> None:
        """Bring a request to where an entry can be judged: begun, and decided where the entry came after that."""
        if one.state is NOTHING_YET and entry.happening not in (Happening.DRAFTED, Happening.SUBMITTED):
            one.state = RequestState.SUBMITTED
        if not is_before:
            self._decide(one)

    def _objection(self, one: Running, entry: Entry) -> str | None:
        if one.merged_into and entry.happening is not Happening.WITHDRAWN:
            return (
                f"Request {entry.request} has joined the statement of {one.merged_into}. Record it for "
                f"{one.merged_into}, or record {entry.request} as withdrawn from it."
            )
        return objection(self.state(one), entry, is_open=self.is_open) or condition(self, one, entry)

    def state(self, one: Running) -> RequestState | None:
        """Return the state of a request; one that has joined another's statement stands as that one does."""
        return self.running[one.merged_into].state if one.merged_into else one.state

    def _take(self, one: Running, entry: Entry) -> None:
        if self.is_superseded(entry):
            return
        after = next_state(self.state(one), entry.happening, is_open=self.is_open)
        if entry.happening in DECIDES:
            one.basis, one.rule, one.reason = entry.basis, None, entry.reason
        take(self, one, entry)
        one.state = after
        if entry.happening is Happening.GIVEN and entry.basis is Basis.METHOD and entry.other:
            self._pass_on(self.running[entry.other], one)

    def _pass_on(self, left: Running, one: Running) -> None:
        """Let a place of another quota go with who is promoted into it, and time with a place of another class."""
        source, target = quota_of(self, left), quota_of(self, one)
        if source == target or source not in self.places:
            return
        self.places[source] -= 1
        self.places[target] = self.places.get(target, 0) + 1
        there, here = (
            (quota.session, sharing_group(self.forum, quota.session, quota.participant_class))
            for quota in (source, target)
        )
        if there != here and there in self.class_seconds and here in self.class_seconds:
            self.class_seconds[there] -= taken(self, one)
            self.class_seconds[here] += taken(self, one)
