"""The practice of a body where no rule of the forum says otherwise: defaults that can be changed."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.participant import Confidence

Seconds = Annotated[int, Field(ge=1, le=3600)]


class RepliesAt(Enum):
    """When rights of reply are heard: after the last speaker of the day, or of the meeting."""

    DAY = "day"
    MEETING = "meeting"


class Practice(Value):
    """How points that the forum's own files do not state are handled; :data:`CONFIDENCE` says how sure each is."""

    reply_seconds: tuple[Seconds, ...] = Field(
        (600, 300), description="Time limit of a participant's first right of reply, of its second, and so on"
    )
    replies_at: RepliesAt = Field(RepliesAt.DAY, description="At the end of the day, or of the meeting")
    replies_of_delegations_only: bool = Field(True, description="Whether only delegations have a right of reply")
    shortest_seconds: Seconds = Field(60, description="Shortest time limit that is proposed to hear everybody")


CONFIDENCE = {
    "first reply of 10 minutes": Confidence.VERIFIED,
    "second reply of 5 minutes, and no third": Confidence.MEMORY,
    "replies at the end of the day": Confidence.MEMORY,
    "replies of delegations only": Confidence.MEMORY,
    "a point of order interrupts at once": Confidence.MEMORY,
}
"""How sure it is that the defaults are the practice of United Nations bodies."""
