"""A sample forum while it is drawn: its plan and the demands made so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scheduler.domain.base import Text
from scheduler.domain.programme import Room
from scheduler.domain.request import Request
from scheduler.domain.session import Link, Pin, Role, Session, Tie
from scheduler.services.sampling.cast import Cast
from scheduler.services.sampling.edition import Edition, periods
from scheduler.services.sampling.grid import Diary, Grid
from scheduler.services.sampling.vocabulary import rooms, walks

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


@dataclass
class Draft:
    """Everything drawn so far; sessions are put into the plan as they are added."""

    edition: Edition
    seed: int
    cast: Cast
    sessions: list[Session] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.grid = Grid(periods(self.edition), rooms(self.edition))
        self.diary = Diary({(walk.first, walk.second): walk.minutes for walk in walks()})

    @property
    def rooms(self) -> tuple[Room, ...]:
        """All rooms."""
        return tuple(self.grid.rooms.values())

    def add(self, session: Session, places: Sequence[Sequence[str]], halls: Iterable[str]) -> None:
        """Add a session whose sittings stand in one of these periods each, in one of these rooms."""
        wanted = tuple(halls)
        for sitting, minutes in enumerate(session.sittings, start=1):
            self.grid.put(session.id, minutes, places[sitting - 1], wanted, sitting)
        self.sessions.append(session)

    def tie(self, first: str, link: Link, second: str, amount: int | None = None) -> None:
        """Tie two sessions."""
        self.ties.append(Tie(first=first, link=link, second=second, amount=amount))

    def pin(self, session: str, periods: Sequence[str], room: str | None = None) -> None:
        """Fix the period of each sitting, and the room where one is given."""
        for sitting, period in enumerate(periods, start=1):
            self.pins.append(Pin(session=session, sitting=sitting, period=period, room=room))


def texts(english: str, french: str, spanish: str) -> Text:
    """Return a text in the three languages of the forum's consultations."""
    return Text({"en": english, "fr": french, "es": spanish})
