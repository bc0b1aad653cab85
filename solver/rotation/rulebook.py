"""The rules of a rotation, hard before soft. Nothing registers itself."""

from __future__ import annotations

from solver.rotation.rules.base import CycleRule, PatternRule, PointsRule, RotationRule
from solver.rotation.rules.patterns import (
    FixedEveryCycle,
    HistoryStands,
    LongestGap,
    OnceInEachSet,
    PinHolds,
    ShortestGap,
)
from solver.rotation.rules.together import CountsStayLevel, FocusSize, PlanIsKept, UrgentFirst

PATTERN_RULES: tuple[PatternRule, ...] = (
    HistoryStands(),
    FixedEveryCycle(),
    PinHolds(),
    ShortestGap(),
    LongestGap(),
    OnceInEachSet(),
)
"""Rules about one objective at a time."""

CYCLE_RULES: tuple[CycleRule, ...] = (FocusSize(), CountsStayLevel())
"""Rules about all objectives in one cycle."""

POINTS_RULES: tuple[PointsRule, ...] = (PlanIsKept(), UrgentFirst())
"""Soft rules."""

RULES: tuple[RotationRule, ...] = (*PATTERN_RULES, *CYCLE_RULES, *POINTS_RULES)
