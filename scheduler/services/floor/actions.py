"""What can be done at the chair's table: one action is one row of the table's log, and none is ever changed."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Moment, Value


class Act(Enum):
    """What is done."""

    START = "start"
    NEXT = "next"
    DONE = "done"
    YIELD = "yield"
    OVERRUN = "overrun"
    PAUSE = "pause"
    POINT = "point-of-order"
    RESUME = "resume"
    ABSENT = "absent"
    SKIP = "skip"
    WITHDRAW = "withdraw"
    SWAP = "swap"
    ADD = "add"
    LIMIT = "limit"
    EXTEND = "extend"
    REPLY = "right-of-reply"
    OPEN = "open-responses"
    RESPOND = "respond"
    CLOSE = "close-responses"
    STOP = "stop"
    UNDO = "undo"


class Action(Value):
    """One action; whom it is about may be left out where it is the speaker who has the floor, or the next."""

    at: Moment = Field(description="When, as 2026-05-05T10:00:00-04:00")
    act: Act = Field(description="What is done, as next")
    speaker: Line | None = Field(None, description="Whom it is about: a request, a response or a reply")
    other: Line | None = Field(None, description="The other speaker of a swap")
    participant: Identifier | None = Field(
        None, description="Who raises a point of order, asks for a right of reply or for a response"
    )
    seconds: Annotated[int, Field(ge=1, le=24 * 3600)] | None = Field(
        None, description="Time limit, time yielded or time added"
    )
    by: Line | None = Field(None, description="Officer at the table")
