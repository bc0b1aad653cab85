"""shared-objective, shared-theme, shared-region and shared-audience, by hand."""

import pytest

from solver.timetable.problem import Session
from tests.solver.timetable.builders import AFTERNOON, MORNING, asked, at, judged, problem, said, session

FAMILIES = (
    ("shared-objective", "objectives", "objective"),
    ("shared-theme", "themes", "theme"),
    ("shared-region", "regions", "region"),
    ("shared-audience", "audiences", "audience"),
)
"""Rule, the field of a session it reads, and its word in sentences."""


def about(family: str, *tags: int, minutes: int = 60) -> Session:
    return session(minutes, **{family: frozenset(tags)})


@pytest.mark.parametrize(("rule", "family"), [row[:2] for row in FAMILIES])
def test_what_shares_nothing_may_overlap_and_what_shares_may_touch(rule: str, family: str) -> None:
    given = problem(about(family, 0), about(family, 1), about(family, 0, 2))
    assert judged(rule, given, at(MORNING), at(MORNING, 0, 1), at(MORNING, 60)) == []


@pytest.mark.parametrize(("rule", "family", "word"), FAMILIES)
def test_what_shares_a_tag_does_not_overlap(rule: str, family: str, word: str) -> None:
    given = problem(about(family, 3), about(family, 3))
    assert judged(rule, given, at(MORNING), at(MORNING, 55, 1)) == [((3,), 1, (0, 1))]
    assert asked(rule, given) == [f"Sessions on {word} {family} 3 are not at the same time."]
    assert said(rule, given, at(MORNING), at(MORNING, 55, 1)) == [
        f"sitting 0 and sitting 1 share {word} {family} 3 and overlap."
    ]


@pytest.mark.parametrize(("rule", "family"), [row[:2] for row in FAMILIES])
def test_each_pair_counts_once_for_each_tag_it_shares(rule: str, family: str) -> None:
    given = problem(about(family, 0, 1), about(family, 0, 1), about(family, 0, minutes=120), about(family, 1))
    found = judged(rule, given, at(MORNING), at(MORNING, 30, 1), at(MORNING, 60), at(AFTERNOON))
    assert found == [((0,), 1, (0, 1)), ((0,), 1, (1, 2)), ((1,), 1, (0, 1))]


@pytest.mark.parametrize(("rule", "family"), [row[:2] for row in FAMILIES])
def test_no_rule_reads_the_tags_of_another(rule: str, family: str) -> None:
    others = [other for _, other, _ in FAMILIES if other != family]
    given = problem(*(session(60, **{other: frozenset({0}) for other in others}) for _ in range(2)))
    assert judged(rule, given, at(MORNING), at(MORNING, 0, 1)) == []
