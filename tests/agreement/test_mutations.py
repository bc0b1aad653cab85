"""A rule that is broken on one side does not pass the agreement."""

import pytest

from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import TimetableRule
from tests.agreement.mutations import noticed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_broken_rule_is_noticed(rule: TimetableRule) -> None:
    assert [what for what, is_noticed in noticed(rule, 6) if not is_noticed] == []
