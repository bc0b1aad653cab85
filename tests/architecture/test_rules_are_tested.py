"""No rule is without a test that names it."""

import re

from scheduler.services.rulebook import all_rules
from tests.architecture.sources import python_files


def test_every_rule_is_named_in_a_test() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in python_files("tests/solver", "tests/agreement"))
    untested = [r.name for r in all_rules() if not re.search(rf"\b({r.name}|{type(r).__name__})\b", sources)]
    assert untested == []
