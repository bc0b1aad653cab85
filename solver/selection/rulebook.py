"""The rules of a selection: first what holds, then the levels, most important first. Nothing registers itself."""

from __future__ import annotations

from solver.selection.rules.base import SelectionRule
from solver.selection.rules.levels import (
    BalanceIsMet,
    EarlyBeforeLate,
    EverybodySpeaksOnce,
    LotDecides,
    PlacesAreFilled,
    RankingIsFollowed,
)
from solver.selection.rules.limits import (
    DecisionStands,
    FloorTimeHolds,
    OrganisationInForum,
    OrganisationInSession,
    QuotaHolds,
)

LIMITS: tuple[SelectionRule, ...] = (
    DecisionStands(),
    FloorTimeHolds(),
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
    EarlyBeforeLate(),
    LotDecides(),
)
"""What a selection is best in, most important first."""

RULES: tuple[SelectionRule, ...] = (*LIMITS, *LEVELS)
