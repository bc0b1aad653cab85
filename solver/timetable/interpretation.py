"""The interpreters of a forum."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The interpretation teams of the forum.

    Attributes
    ----------
    teams
        Teams at hand; None is as many as needed.
    meeting_minutes
        Longest interpreted time in one meeting.
    meetings_per_day
        Meetings one team can serve on a day.
    rest_minutes
        Rest of a team between two meetings.
    """

    teams: int | None = None
    meeting_minutes: int = 180
    meetings_per_day: int = 2
    rest_minutes: int = 90
