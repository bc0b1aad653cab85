"""The rules of a timetable, hard before soft. Nothing else registers a rule."""

from __future__ import annotations

from solver.timetable.rules.base import TimetableRule
from solver.timetable.rules.basics import InsidePeriod, PlacedOnce, SessionAvailable
from solver.timetable.rules.comfort import AudienceFits, PreferredTimes, RemoteHours
from solver.timetable.rules.company import AttendeesAtOnce, AttendeesInOneMeeting, SpeakersAtOnce, SpeakersInOneMeeting
from solver.timetable.rules.due import DueOrder
from solver.timetable.rules.fairness import PrimeShare, SmallDelegations
from solver.timetable.rules.interpretation import InterpretationAtOnce, InterpretationLength, InterpretationPerDay
from solver.timetable.rules.links import Apart, Before, Consecutive, Feeds, SameDay, SittingsInOrder
from solver.timetable.rules.meetings import OneTheme, SimilarThemes, ThemeChairs, ThemeParallel, ThemeStretch
from solver.timetable.rules.openness import ObjectiveOpen
from solver.timetable.rules.parallel import SharedAudience, SharedObjective, SharedRegion, SharedTheme
from solver.timetable.rules.people import DelegationInOnePlace, PersonAvailable, PersonInOnePlace
from solver.timetable.rules.pins import KeepRoom, KeepTime, Pinned
from solver.timetable.rules.rooms import RoomBooths, RoomEquipment, RoomFree, RoomHours, RoomSeats
from solver.timetable.rules.standing import KindAdmitted, SideEventClear, StandsAlone
from solver.timetable.rules.themes import ThemeDays, ThemeRoom
from solver.timetable.rules.wishes import (
    RoomPeriodPoints,
    SessionPeriodPoints,
    SessionRoomPoints,
    ThemePeriodPoints,
    ThemeRoomPoints,
)

RULES: tuple[TimetableRule, ...] = (
    PlacedOnce(),
    InsidePeriod(),
    KindAdmitted(),
    RoomFree(),
    RoomSeats(),
    RoomEquipment(),
    RoomBooths(),
    RoomHours(),
    PersonInOnePlace(),
    DelegationInOnePlace(),
    PersonAvailable(),
    SessionAvailable(),
    StandsAlone(),
    SideEventClear(),
    SittingsInOrder(),
    Before(),
    SameDay(),
    Consecutive(),
    Feeds(),
    Apart(),
    InterpretationAtOnce(),
    InterpretationPerDay(),
    InterpretationLength(),
    Pinned(),
    ObjectiveOpen(),
    AudienceFits(),
    SharedObjective(),
    SharedTheme(),
    SharedRegion(),
    SharedAudience(),
    SmallDelegations(),
    ThemeDays(),
    ThemeRoom(),
    RemoteHours(),
    PreferredTimes(),
    PrimeShare(),
    KeepTime(),
    KeepRoom(),
    SessionPeriodPoints(),
    SessionRoomPoints(),
    ThemePeriodPoints(),
    ThemeRoomPoints(),
    RoomPeriodPoints(),
    SimilarThemes(),
    ThemeChairs(),
    DueOrder(),
    OneTheme(),
    ThemeParallel(),
    ThemeStretch(),
    SpeakersInOneMeeting(),
    AttendeesInOneMeeting(),
    SpeakersAtOnce(),
    AttendeesAtOnce(),
)
