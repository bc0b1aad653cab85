"""Every rule is a sentence that is documented, listed and tested."""

import re

import pytest

from scheduler.services.rulebook import all_rules, rule_entries, table_section, with_table
from solver.rotation.rulebook import RULES as ROTATION_RULES
from solver.rule import WEIGHTS, Kind, Rule, sentence
from solver.selection.rulebook import RULES as SELECTION_RULES
from solver.speakers.rulebook import RULES as SPEAKERS_RULES
from solver.timetable.rulebook import RULES as TIMETABLE_RULES
from tests.architecture.sources import ROOT, python_files

RULEBOOKS = {
    "timetable": TIMETABLE_RULES,
    "speakers": SPEAKERS_RULES,
    "selection": SELECTION_RULES,
    "rotation": ROTATION_RULES,
}
README = ROOT / "solver" / "README.md"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_is_one_english_sentence(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][^.]+\.", sentence(rule)) is not None


def test_names_are_kebab_case_and_used_once() -> None:
    names = [rule.name for rule in all_rules()]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert sorted(set(names)) == sorted(names)


def test_weights_are_on_the_named_scale() -> None:
    assert {rule.weight for rule in all_rules()} - set(WEIGHTS) == set()


@pytest.mark.parametrize("about", RULEBOOKS)
def test_every_rule_of_a_rules_module_is_in_the_rulebook(about: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in python_files(f"solver/{about}/rules")]
    written = {name for source in sources for name in re.findall(r'^    name = "([^"]+)"$', source, re.MULTILINE)}
    assert written == {rule.name for rule in RULEBOOKS[about]}


@pytest.mark.parametrize("about", RULEBOOKS)
def test_hard_rules_stand_before_soft_ones_and_those_a_forum_must_ask_for_come_last(about: str) -> None:
    kinds = [rule.kind for rule in RULEBOOKS[about]]
    assert kinds == sorted(kinds, key=[*Kind].index)


def test_a_soft_rule_states_its_formula_or_unit() -> None:
    soft = [rule for rule in all_rules() if rule.kind is not Kind.HARD]
    words = re.compile(r"formula|unit|point", re.IGNORECASE)
    assert [rule.name for rule in soft if not words.search(type(rule).__doc__ or "")] == []


def test_the_table_in_the_readme_is_fresh() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_table(text) == text
    assert table_section(text).count("\n| `") == len(rule_entries())
