"""Where each proposal for a side event stands: the selection and, after it, the log, folded as requests are."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.proposal import Proposal
from scheduler.domain.selection import Decision, Selection
from scheduler.services.intake.events import Event, decided, logged
from scheduler.services.intake.states import DECIDED, OVERRIDDEN, RequestState, next_state, objection
from scheduler.services.selecting.capacity import narrowed, windows_of
from scheduler.translate.drawing import drawn
from scheduler.translate.selection_proposals import Windows, proposals_problem
from solver.selection.reasons import waiting_list

HAPPENINGS = (Happening.WITHDRAWN, Happening.DECLINED, Happening.GIVEN)
"""What can happen to a proposal; all else is about whoever has the floor."""

_S = RequestState

INSTEAD = {
    _S.SUBMITTED: "Nothing is decided yet: make the selection first (forum select), or record withdrawn, or given "
    f"{OVERRIDDEN}.",
    _S.GIVEN: "It has a place: record withdrawn, or declined with an officer and a reason.",
    _S.WAIT_LISTED: f"It waits for a place: record withdrawn, or given {OVERRIDDEN}.",
    _S.DECLINED: f"It is declined: it can be given a place {OVERRIDDEN}.",
    _S.WITHDRAWN: "It is withdrawn and stays so: make a new proposal.",
}
"""What can be done about a proposal in each state, for whoever asked for something else."""


@dataclass
class Proposed:
    """One proposal while the log is read."""

    proposal: Proposal
    state: RequestState = RequestState.SUBMITTED
    basis: Basis | None = None
    reason: str | None = None
    history: list[Event] = field(default_factory=list)

    @property
    def leader(self) -> str:
        """Participant that leads it."""
        return self.proposal.organisers[0]


class SideEvents:
    """What is so of every proposal after the entries that were applied."""

    def __init__(self, forum: Forum, selection: Selection | None) -> None:
        self.forum = forum
        self.selection = selection
        self.logged = logged_before(selection)
        """Entries of the log that came before side events were selected."""
        decisions = selection.side_events if selection else ()
        self._pending: tuple[Decision, ...] = tuple(one for one in decisions if one.basis is Basis.METHOD)
        self.running = {proposal.id: Proposed(proposal) for proposal in forum.proposals}

    def copy(self) -> SideEvents:
        """Return what goes on from here on its own."""
        other = copy(self)
        other.running = {id: replace(one, history=[*one.history]) for id, one in self.running.items()}
        return other

    def decide_all(self) -> None:
        """Take every decision of the selection into account that is still pending."""
        for decision in self._pending:
            one = self.running[decision.request]
            if one.state in (RequestState.SUBMITTED, RequestState.WAIT_LISTED):
                one.state, one.basis, one.reason = DECIDED[decision.state], decision.basis, decision.reason
                one.history.append(decided(decision))
        self._pending = ()

    def apply(self, entry: Entry) -> str | None:
        """Apply an entry, or return why it is not legal and what can be done instead; then nothing changes."""
        refused = self.objection(entry)
        if refused is None:
            one = self.running[entry.request]
            if not self._is_superseded(entry):
                one.state = next_state(one.state, entry.happening, is_open=False) or one.state
                if entry.happening is not Happening.WITHDRAWN:
                    one.basis, one.reason = entry.basis, entry.reason
            one.history.append(logged(entry))
        return refused

    def objection(self, entry: Entry) -> str | None:
        """Return why an entry is not legal and what can be done instead, or None."""
        if entry.number > self.logged:
            self.decide_all()
        if entry.happening not in HAPPENINGS:
            return (
                f"{entry.request} is a proposal for a side event, which cannot be recorded as {entry.happening.value}. "
                "Record it as withdrawn, declined or given; all else is changed in its row among the proposals."
            )
        if self._is_superseded(entry):
            return None
        state = self.running[entry.request].state
        refused = objection(state, entry, is_open=False, noun="Proposal", instead_of=INSTEAD)
        return refused or self._condition(entry)

    def _is_superseded(self, entry: Entry) -> bool:
        is_promotion = entry.happening is Happening.GIVEN and entry.basis is Basis.METHOD
        return is_promotion and entry.number <= self.logged

    def _condition(self, entry: Entry) -> str | None:
        if entry.basis is not Basis.METHOD:
            said = any(value is not None for value in (entry.other, entry.person, entry.minutes))
            instead = "Leave out the other request, the person and the minutes."
            return f"A proposal is {entry.happening.value} alone. {instead}" if said else None
        other = self.running.get(entry.other or "")
        if other is None or other.state is RequestState.GIVEN or not self._compete(entry.request, other.proposal.id):
            return (
                f"The method gives {entry.request} no place that nobody it competes with has freed. Promotions are "
                "written by forum record; remove this one."
            )
        return None

    def _compete(self, one: str, other: str) -> bool:
        return self.window_of[one] == self.window_of[other]

    @cached_property
    def windows(self) -> tuple[Windows, ...]:
        """What proposals compete for; a withdrawal leaves as much room as there was."""
        return windows_of(self.forum)

    @cached_property
    def window_of(self) -> dict[str, int]:
        """Index of the places each proposal competes for."""
        return {proposal.id: i for i, window in enumerate(self.windows) for proposal in window.proposals}

    def given(self) -> list[Proposed]:
        """Return the proposals that have a place, in the forum's order."""
        return [one for one in self.running.values() if one.state is RequestState.GIVEN]

    def free_places(self, window: int) -> int:
        """Return how many places nobody has; online there is one for each that was proposed."""
        taken = sum(self.window_of[one.proposal.id] == window for one in self.given())
        return max(0, self.windows[window].places - taken)

    def may_lead(self, one: Proposed) -> bool:
        """Say whether whoever leads a proposal leads fewer side events than the forum lets it."""
        most = self.forum.selection.most_events_led
        return most is None or sum(other.leader == one.leader for other in self.given()) < most

    def _waiting(self) -> list[Proposed]:
        return [one for one in self.running.values() if one.state is RequestState.WAIT_LISTED]

    def waiting_lists(self) -> dict[int, list[Proposed]]:
        """Return by window who waits, in the order in which the levels of the method would promote them now.

        Everybody who has a place now keeps it.
        """
        waiting = self._waiting()
        if self.selection is None or not waiting:
            return {}
        given = {one.proposal.id for one in self.given()}
        windows = narrowed(self.windows, given | {one.proposal.id for one in waiting})
        numbers = {proposal.id: drawn(self.selection.lot, proposal.id) for w in windows for proposal in w.proposals}
        translation = proposals_problem(self.forum, windows, numbers)
        names = [proposal.id for proposal in translation.proposals]
        chosen = frozenset(i for i, name in enumerate(names) if name in given)
        return {
            window: [self.running[names[i]] for i in waiting_list(translation.problem, chosen, window)]
            for window in sorted({self.window_of[one.proposal.id] for one in waiting})
        }


def logged_before(selection: Selection | None) -> int:
    """Return how long the log was when side events were selected last."""
    if selection is None:
        return 0
    deciding = (part for part in reversed(selection.parts) if part.side_events or not part.sessions)
    return next((part.logged for part in deciding), selection.logged)
