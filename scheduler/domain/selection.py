"""A selection: who was given a place, who waits in what order, who was declined, and why. A value."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Identifier, Line, Value
from scheduler.domain.log import Basis
from scheduler.domain.session import RoleName
from scheduler.domain.sharing import Digest


class State(Enum):
    """What a selection decides about a request or a proposal."""

    GIVEN = "given"
    WAIT_LISTED = "wait-listed"
    DECLINED = "declined"


class Decision(Value):
    """What was decided about one request or proposal, and why, for whoever made it."""

    request: Identifier = Field(description="Request, or proposal of a side event")
    session: Identifier | None = Field(description="Session of its first or second choice; none for a side event")
    state: State
    position: int | None = Field(None, description="Place in the waiting list of its quota, 1 is promoted first")
    rule: Identifier | None = Field(None, description="Limit or level that decided")
    basis: Basis = Field(Basis.METHOD, description="method, or what the decision rests on instead")
    reason: str = Field(description="One sentence for the requester; names nobody else")


class QuotaOutcome(Value):
    """What one quota came to."""

    session: Identifier | None = Field(description="Session; none for side events")
    participant_class: Identifier | None = None
    constituency: Identifier | None = None
    role: RoleName | None = None
    places: int
    requested: int = Field(description="Requests whose first choice it is")
    second: int = Field(0, description="Requests whose second choice it is")
    given: int
    seconds: int | None = Field(None, description="Floor time of its class, where time is what is shared")


class BalanceOutcome(Value):
    """What one balance came to, and who would have to be added to meet it."""

    balance: Identifier
    session: Identifier | None = None
    least: int
    most: int | None
    given: int
    shortfall: int = Field(description="How many more of those it counts would be needed")
    exceeded: int = Field(0, description="How many fewer of those it counts would be needed")
    would_add: tuple[Identifier, ...] = Field((), description="Requests that would lessen the shortfall")


class LevelOutcome(Value):
    """What one level of the method came to, and the bound that proves it."""

    rule: Identifier
    value: int
    bound: int


class Lot(Value):
    """The lot that decided last, so that anybody can repeat it."""

    commitment: Digest | None = Field(None, description="Digest of the seed, published before lists closed")
    value: Line | None = Field(None, description="Public value known only afterwards")
    seed: Line = Field(description="The seed")


class Kept(Value):
    """A place that an earlier selection and its log had given, and that stays."""

    request: Identifier = Field(description="Request, or proposal of a side event")
    session: Identifier = Field(description="Session; a side event is one itself")


class Part(Value):
    """What was decided at one time, where a selection was made in parts."""

    sessions: tuple[Identifier, ...] = Field((), description="Sessions it decided alone; all of them if blank")
    side_events: bool = Field(False, description="Whether it decided side events alone")
    made_of: Digest = Field(description="Digest of all that the method looked at then")
    logged: Annotated[int, Field(ge=0)] = Field(description="Entries of the log there were then")
    levels: tuple[LevelOutcome, ...] = Field((), description="What the levels came to in its sessions")
    requests: tuple[Identifier, ...] = Field((), description="Requests and proposals whose decision is of this part")


class Selection(Value):
    """The selection of one forum."""

    format: Literal[1] = 1
    forum: str = Field(description="uid of the forum")
    made_of: Digest = Field(description="Digest of all that the method looked at")
    outcome: Outcome
    reproducible: bool = True
    lot: Lot
    levels: tuple[LevelOutcome, ...] = ()
    quotas: tuple[QuotaOutcome, ...] = ()
    balances: tuple[BalanceOutcome, ...] = ()
    decisions: tuple[Decision, ...] = ()
    side_events: tuple[Decision, ...] = Field((), description="Decisions about proposals")
    logged: Annotated[int, Field(ge=0)] = Field(0, description="Entries of the log there were when it was made")
    side_levels: tuple[LevelOutcome, ...] = Field((), description="What the levels came to for proposals")
    kept: tuple[Kept, ...] = Field((), description="Places there were when it was made again, which stay")
    left: tuple[Identifier, ...] = Field((), description="Requests an earlier selection gave places they have left")
    parts: tuple[Part, ...] = Field((), description="Parts it was made in, the first first; none if made at once")

    @cached_property
    def decision_of(self) -> dict[str, Decision]:
        """Decisions by request or proposal."""
        return {decision.request: decision for decision in (*self.decisions, *self.side_events)}
