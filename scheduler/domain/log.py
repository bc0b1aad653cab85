"""The log of requests and proposals: what happened to each, in order; nothing in it is ever overwritten."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record


class Happening(Enum):
    """What can happen to a request."""

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    SHORTLISTED = "shortlisted"
    GIVEN = "given"
    WAIT_LISTED = "wait-listed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ABSENT = "absent"
    SPOKEN = "spoken"
    SUBSTITUTED = "substituted"
    SWAP_OFFERED = "swap-offered"
    SWAPPED = "swapped"
    SWAP_REFUSED = "swap-refused"
    MERGED = "merged"
    YIELDED = "yielded"
    REMOTE = "made-remote"
    RECORDED = "made-recorded"
    PROXY = "made-proxy"


class Basis(Enum):
    """Who or what an entry rests on; only METHOD is the outcome of the published method."""

    REQUESTER = "requester"
    METHOD = "method"
    CHAIR = "chair"
    ACCREDITATION = "accreditation"
    OBJECTION = "objection"
    OVERRIDE = "override"


class Entry(Record):
    """One entry of the log of requests."""

    number: Annotated[int, Field(ge=1)] = Field(description="Place in the log, 1 is the first")
    at: dt.datetime = Field(description="When, in local time of the venue, as 2026-03-02 10:15")
    request: Identifier = Field(description="Request, or proposal of a side event, it is about")
    happening: Happening = Field(description="What happened, as withdrawn")
    basis: Basis = Field(Basis.REQUESTER, description="requester, method, chair, accreditation, objection or override")
    by: Line | None = Field(None, description="Officer who entered it; needed where the method did not decide")
    other: Identifier | None = Field(None, description="Other request of a swap or merger, or whose place became free")
    person: Identifier | None = Field(None, description="Person who speaks instead")
    minutes: Annotated[float, Field(gt=0, le=120)] | None = Field(None, description="Minutes yielded")
    reason: Line | None = Field(None, description="Why, for the requester; never published")
