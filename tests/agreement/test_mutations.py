"""A rule that is broken on one side does not pass the suites."""

import pytest

from solver.speakers.measure import LEVELS
from solver.speakers.rulebook import RULES as SPEAKERS_RULES
from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import TimetableRule
from tests.agreement import rotation, selection, speakers
from tests.agreement.mutations import noticed
from tests.agreement.speakers_mutants import mutants


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_broken_rule_of_a_timetable_is_noticed(rule: TimetableRule) -> None:
    assert [what for what, is_noticed in noticed(rule, 6) if not is_noticed] == []


def test_a_broken_rule_of_a_speakers_list_is_noticed() -> None:
    found = speakers.telling_cases()
    assert [(mutant.rule, mutant.what) for mutant in mutants() if not speakers.noticed(mutant, found)] == []


def test_every_rule_of_a_speakers_list_is_broken_in_the_checker_and_in_the_search() -> None:
    broken = {(mutant.rule, mutant.is_checker) for mutant in mutants()}
    names = {rule.name for rule in SPEAKERS_RULES} | set(LEVELS)
    assert broken == {(name, is_checker) for name in names for is_checker in (True, False)}


def test_a_broken_rule_of_a_selection_is_noticed() -> None:
    assert all(selection.is_right(*case) for case in selection.cases())
    assert [(rule, what) for rule, what, is_noticed in selection.outcomes() if not is_noticed] == []


def test_a_broken_rule_of_a_rotation_is_noticed() -> None:
    assert all(rotation.is_right(*case) for case in rotation.cases())
    assert [(rule, what) for rule, what, is_noticed in rotation.outcomes() if not is_noticed] == []


def test_nothing_is_noticed_where_nothing_is_broken() -> None:
    intact = next(mutants())
    intact = intact._replace(instead=vars(intact.owner)[intact.name])
    assert not speakers.noticed(intact, speakers.telling_cases())
