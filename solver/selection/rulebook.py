"""The rules of a selection: first what holds, then the levels, most important first. Nothing registers itself."""

from __future__ import annotations

from solver.rule import Level
from solver.selection.rules.base import SelectionRule
from solver.selection.rules.levels import BalanceIsMet, EverybodySpeaksOnce, PlacesAreFilled
from solver.selection.rules.limits import (
    ClassTimeHolds,
    DecisionStands,
    FloorTimeHolds,
    OneChoiceHolds,
    OrganisationInForum,
    OrganisationInSession,
    QuotaHolds,
)
from solver.selection.rules.ranking import RankingIsFollowed
from solver.selection.rules.ties import EarlyBeforeLate, FirstChoiceFirst, LotDecides, MarksDecide

LIMITS: tuple[SelectionRule, ...] = (
    DecisionStands(),
    OneChoiceHolds(),
    FloorTimeHolds(),
    ClassTimeHolds(),
    QuotaHolds(),
    OrganisationInSession(),
    OrganisationInForum(),
)
"""What holds in every selection."""

LEVELS: tuple[SelectionRule, ...] = (
    PlacesAreFilled(),
    BalanceIsMet(),
    RankingIsFollowed(),
    EverybodySpeaksOnce(),
    FirstChoiceFirst(),
    EarlyBeforeLate(),
    MarksDecide(),
    LotDecides(),
)
"""What a selection is best in, most important first."""

RULES: tuple[SelectionRule, ...] = (*LIMITS, *LEVELS)


def settable(rule: SelectionRule) -> frozenset[Level]:
    """Return what a forum's settings may let a rule do: a limit holds or is ignored, a level counts or is ignored.

    Levels are compared one after the other, so a level cannot block, and a weight says nothing.
    """
    return frozenset({Level.BLOCK if rule in LIMITS else Level.WARN, Level.IGNORE})
