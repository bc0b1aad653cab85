"""A forum: one edition of a review forum, with everything its agenda is made from."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import cached_property
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from scheduler.domain.base import Identifier, Language, Line, Record, Text, Value, ZoneName
from scheduler.domain.document import AgendaItem, Document, Pledge
from scheduler.domain.edition import Baseline
from scheduler.domain.log import Entry
from scheduler.domain.national_review import AlternativeReport, NationalReview, Recommendation, ReviewSettings
from scheduler.domain.objective import Objective, Theme
from scheduler.domain.participant import Constituency, Flag, Participant, ParticipantClass, Person
from scheduler.domain.preference import CostPoints, Preference, SimilarThemes
from scheduler.domain.programme import Period, Room
from scheduler.domain.proposal import Criterion, Mark, Proposal
from scheduler.domain.regional_review import Preparation, RegionalResult, RegionalReview, RegionScheme
from scheduler.domain.request import Rank, Request
from scheduler.domain.rotation import Edition, Evidence, Interlink, PastReview, RotationPin, RotationSettings
from scheduler.domain.session import Pin, Role, RolePlaces, Session, SessionKind, Tie
from scheduler.domain.sharing import Balance, SelectionSettings, Share


class Level(Enum):
    """What a rule does in this forum."""

    BLOCK = "block"
    WARN = "warn"
    IGNORE = "ignore"


class Weight(Enum):
    """How much a rule that warns counts."""

    SLIGHT = "slight"
    NORMAL = "normal"
    STRONG = "strong"
    VERY_STRONG = "very strong"


class RuleSetting(Record):
    """How one rule counts in this forum, where it differs from the rule's own default."""

    rule: Identifier = Field(description="Name of the rule, as forum rules lists it")
    level: Level | None = Field(None, description="block, warn or ignore")
    weight: Weight | None = Field(None, description="slight, normal, strong or very strong")
    points: CostPoints | None = Field(None, description="Points of a unit, in place of a weight")


class Interpretation(Value):
    """The interpretation teams of the forum."""

    teams: Annotated[int, Field(ge=0)] | None = Field(None, description="Teams at hand; any number if blank")
    meeting_minutes: Annotated[int, Field(ge=1)] = Field(180, description="Longest time in one meeting")
    meetings_per_day: Annotated[int, Field(ge=1)] = Field(2, description="Meetings a team serves on a day")
    rest_minutes: Annotated[int, Field(ge=0)] = Field(90, description="Rest between two meetings")


class Walk(Record):
    """Walking minutes between two zones, both ways."""

    first: Identifier = Field(description="Zone of some rooms")
    second: Identifier = Field(description="Zone of other rooms")
    minutes: Annotated[int, Field(ge=0, le=240)] = Field(description="Minutes from one to the other")


class Forum(Value):
    """One edition of a review forum, as its folder states it."""

    uid: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")] = Field(
        description="Opaque identity of this edition; never changes, calendar events are named after it"
    )
    title: Text = Field(description="Name of the forum, as International Migration Review Forum 2026")
    series: Line | None = Field(None, description="The series this edition belongs to, as IMRF")
    cycle: Annotated[int, Field(ge=1)] | None = Field(None, description="Number of the edition in the series")
    note: Line | None = Field(None, description="What a reader must know, as: people are synthetic")
    timezone: ZoneName = Field(description="IANA zone of the venue, as America/New_York")
    days: tuple[dt.date, ...] = Field(min_length=1, description="The forum's days, a hearing day included")
    languages: tuple[Language, ...] = Field(("en",), description="Languages of its texts, the first is default")
    protocol_language: Language = Field("en", description="Language alphabetical protocol order goes by")
    slot_minutes: Annotated[int, Field(ge=1, le=60)] = Field(5, description="Grid of start times")
    speaker_changeover_seconds: Annotated[int, Field(ge=0, le=600)] = Field(
        0, description="Seconds between two speakers"
    )
    speaker_walk_minutes: Annotated[int, Field(ge=0, le=120)] = Field(
        5, description="Minutes a speaker needs before and after an intervention to come from elsewhere"
    )
    decent_from: dt.time = Field(dt.time(8), description="Earliest decent local hour for remote people")
    decent_until: dt.time = Field(dt.time(21), description="Latest decent local hour for remote people")
    interpretation: Interpretation = Interpretation()
    selection: SelectionSettings = SelectionSettings()
    rotation: RotationSettings = RotationSettings()
    reviews: ReviewSettings = ReviewSettings()
    walks: tuple[Walk, ...] = ()
    kinds: tuple[SessionKind, ...]
    periods: tuple[Period, ...]
    rooms: tuple[Room, ...]
    objectives: tuple[Objective, ...] = ()
    themes: tuple[Theme, ...] = ()
    classes: tuple[ParticipantClass, ...] = ()
    constituencies: tuple[Constituency, ...] = ()
    flags: tuple[Flag, ...] = ()
    participants: tuple[Participant, ...] = ()
    ranks: tuple[Rank, ...] = ()
    people: tuple[Person, ...] = ()
    sessions: tuple[Session, ...]
    roles: tuple[Role, ...] = ()
    role_places: tuple[RolePlaces, ...] = ()
    ties: tuple[Tie, ...] = ()
    pins: tuple[Pin, ...] = ()
    preferences: tuple[Preference, ...] = ()
    similar_themes: tuple[SimilarThemes, ...] = ()
    requests: tuple[Request, ...] = ()
    log: tuple[Entry, ...] = ()
    shares: tuple[Share, ...] = ()
    balances: tuple[Balance, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    marks: tuple[Mark, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    editions: tuple[Edition, ...] = ()
    past_reviews: tuple[PastReview, ...] = ()
    interlinks: tuple[Interlink, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rotation_pins: tuple[RotationPin, ...] = ()
    region_schemes: tuple[RegionScheme, ...] = ()
    regional_reviews: tuple[RegionalReview, ...] = ()
    regional_results: tuple[RegionalResult, ...] = ()
    national_reviews: tuple[NationalReview, ...] = ()
    alternative_reports: tuple[AlternativeReport, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    preparations: tuple[Preparation, ...] = ()
    documents: tuple[Document, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    rules: tuple[RuleSetting, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The venue's time zone."""
        return ZoneInfo(self.timezone)

    @cached_property
    def kind_by_id(self) -> dict[str, SessionKind]:
        """Kinds of session by id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def period_by_id(self) -> dict[str, Period]:
        """Periods by id."""
        return {period.id: period for period in self.periods}

    @cached_property
    def room_by_id(self) -> dict[str, Room]:
        """Rooms by id."""
        return {room.id: room for room in self.rooms}

    @cached_property
    def class_by_id(self) -> dict[str, ParticipantClass]:
        """Classes of participants by id."""
        return {item.id: item for item in self.classes}

    @cached_property
    def constituency_by_id(self) -> dict[str, Constituency]:
        """Constituencies by id."""
        return {item.id: item for item in self.constituencies}

    @cached_property
    def participant_by_id(self) -> dict[str, Participant]:
        """Participants by id."""
        return {participant.id: participant for participant in self.participants}

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def session_by_id(self) -> dict[str, Session]:
        """Sessions by id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def opened_by(self) -> dict[str, frozenset[int]]:
        """Objectives of the framework that each session opens for discussion: its own, and those of its themes."""
        framework = {objective.number for objective in self.objectives}
        of_theme = {theme.id: theme.objectives for theme in self.themes}
        opening = {kind.id for kind in self.kinds if kind.is_opening}
        found = {}
        for session in self.sessions:
            themed = {number for theme in session.themes for number in of_theme.get(theme, ())}
            named = {*session.objectives, *themed} if session.kind in opening else ()
            found[session.id] = frozenset(framework.intersection(named))
        return found

    @cached_property
    def request_by_id(self) -> dict[str, Request]:
        """Requests by id."""
        return {request.id: request for request in self.requests}
