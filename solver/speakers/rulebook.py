"""The rules of a speakers list, hard before soft; nothing registers itself."""

from __future__ import annotations

from solver.rule import Rule
from solver.speakers.rules.floor import FloorTime, FloorWaits
from solver.speakers.rules.interspersal import RunCap, SittingShare
from solver.speakers.rules.neighbours import NeighboursDiffer
from solver.speakers.rules.order import GroupsFirst, LateLast, OpeningFirst, ProtocolOrder, ReservedPlaces
from solver.speakers.rules.presence import EverySpeakerOnce, PinnedPlace, WithinAvailability

RULES: tuple[Rule, ...] = (
    EverySpeakerOnce(),
    PinnedPlace(),
    WithinAvailability(),
    FloorTime(),
    OpeningFirst(),
    FloorWaits(),
    LateLast(),
    GroupsFirst(),
    SittingShare(),
    RunCap(),
    ProtocolOrder(),
    NeighboursDiffer(),
    ReservedPlaces(),
)
"""Every rule of the problem, in the order of what yields to what."""
