"""Rule settings: an organiser's words become the levels and points the solver counts with."""

from __future__ import annotations

from collections.abc import Iterable

from scheduler.domain import forum as domain
from solver.rule import WEIGHTS, Level, Rule, Setting, default_setting


def settings_of(forum: domain.Forum, rules: Iterable[Rule]) -> dict[str, Setting]:
    """Return the settings a forum states for some rules; what it leaves blank is as the rule has it."""
    defaults = {rule.name: default_setting(rule) for rule in rules}
    found = {}
    for stated in forum.rules:
        if stated.rule in defaults:
            default = defaults[stated.rule]
            # A rule that says nothing by itself is asked for by whoever weighs it.
            level = Level.WARN if default.level is Level.IGNORE else default.level
            weight = WEIGHTS[stated.weight.value] if stated.weight else default.weight
            found[stated.rule] = Setting(Level(stated.level.value) if stated.level else level, stated.points or weight)
    return found
