"""Policies that cannot be kept: the cause that was planted is named, and each change that is offered helps."""

from collections.abc import Iterable

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum, Level, RuleSetting, Weight
from scheduler.domain.rotation import Edition, PastReview, RotationPin
from scheduler.formats.reading import read_forum
from scheduler.publish.rotation_text import rotation_text
from scheduler.samples import sample_path
from scheduler.services.rotation.planning import WHERE, Rotated, rotate
from solver.result import Limits

ANY_SIZE = {"focus_least": 0, "focus_most": 23}
FREE = {
    "longest-gap": {"longest_gap": None},
    "shortest-gap": {"shortest_gap": 1},
    "once-in-each-set": {"set_editions": None},
    "focus-size": ANY_SIZE,
    "counts-stay-level": {"spread": 10},
}
"""The settings that what is offered about a policy comes to."""


def pins(objectives: Iterable[int], years: Iterable[int], *, in_focus: bool = True) -> tuple[RotationPin, ...]:
    return tuple(RotationPin(objective=n, year=year, in_focus=in_focus) for n in objectives for year in tuple(years))


def eight(**policy: object) -> dict[str, object]:
    return {"focus_least": 8, "focus_most": 8} | policy


GAP = "No objective waits longer for its next review than the policy allows (set to {})."
SOON = "No objective comes again sooner than the policy allows, as twice in a row (set to {})."
SETS = "In each set of cycles every objective is in focus exactly once."
LEVEL = "After every cycle no objective was in focus more often than another by more than the policy allows (set to 1)."
SIZE = "{} objectives are reviewed in depth in {}, fixed ones apart."

PLANTED = {
    "too few for the longest gap": ({"focus_least": 3, "focus_most": 3, "longest_gap": 4}, (), GAP.format(4)),
    "every time, but not all": (eight(longest_gap=1, spread=10), (), GAP.format(1)),
    "alternation of too few": (eight(shortest_gap=2, longest_gap=2, spread=10), (), GAP.format(2)),
    "too many never twice in a row": ({"focus_least": 20, "focus_most": 20, "shortest_gap": 2}, (), SOON.format(2)),
    "sets too short": (eight(set_editions=2, spread=10), (), SETS),
    "more pins than places": (eight(), pins(range(1, 10), [2030]), SIZE.format(8, 2030)),
    "pinned twice in a row": (eight(shortest_gap=2, spread=10), pins([7], [2026, 2030]), SOON.format(2)),
    "pinned out too long": (
        eight(longest_gap=4, spread=10),
        pins([7], [2026, 2030, 2034], in_focus=False),
        GAP.format(4),
    ),
    "pinned out too many": (eight(spread=10), pins(range(1, 17), [2030], in_focus=False), SIZE.format(8, 2030)),
    "pinned ahead of the others": (
        {"focus_least": 4, "focus_most": 4},
        pins([7], [2026, 2030]),
        LEVEL,
    ),
    "pinned twice in a set": (eight(set_editions=4, spread=10), pins([7], [2026, 2034]), SETS),
}


def planned(forum: Forum, policy: dict[str, object], pinned: tuple[RotationPin, ...]) -> Rotated:
    settings = forum.rotation.model_copy(update=policy)
    return rotate(forum.model_copy(update={"rotation": settings, "rotation_pins": pinned}), 4, None, Limits())


@pytest.fixture(scope="module")
def imrf() -> Forum:
    return read_forum(sample_path("imrf-2026"))


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_cause_is_named_and_each_change_that_is_offered_helps(imrf: Forum, name: str) -> None:
    policy, pinned, cause = PLANTED[name]
    rotated = planned(imrf, policy, pinned)
    assert (rotated.outcome, rotated.plan, cause in rotated.conflict) == (Outcome.INFEASIBLE, None, True)
    assert rotated.fixes
    for fix in rotated.fixes:
        rule = next(rule for rule, advice in WHERE.items() if fix.startswith(advice))
        if rule == "rotation-pin-holds":
            left = tuple(
                pin for pin in pinned if not (f"Objective {pin.objective} " in fix and f"in {pin.year}" in fix)
            )
            assert len(left) == len(pinned) - 1
            assert planned(imrf, policy, left).outcome is Outcome.OPTIMAL
        else:
            assert planned(imrf, policy | FREE[rule], pinned).outcome is Outcome.OPTIMAL


@pytest.mark.parametrize("name", PLANTED)
def test_every_planted_policy_is_the_only_thing_in_the_way(imrf: Forum, name: str) -> None:
    assert planned(imrf, eight(), ()).outcome is Outcome.OPTIMAL
    conflict = planned(imrf, PLANTED[name][0], PLANTED[name][1]).conflict
    assert len(set(conflict)) == len(conflict) > 1


def test_where_two_things_are_in_the_way_what_helps_together_is_told(imrf: Forum) -> None:
    policy = eight(shortest_gap=2, longest_gap=4, spread=10)
    out = pins([3], [2026, 2030, 2034, 2038], in_focus=False)
    rotated = planned(imrf, policy, (*pins([7], [2026, 2030]), *out))
    assert rotated.fixes == ()
    assert sorted(advice.partition(": Objective ")[2] for advice in rotated.joint) == [
        "3 (Information provision) is not reviewed in depth in 2026, by a pin.",
        "7 (Reduce vulnerabilities) is reviewed in depth in 2026, by a pin.",
    ]
    told = rotation_text(imrf, rotated, None)
    assert "More than one thing is in the way" in told
    assert planned(imrf, policy, (*pins([7], [2030]), *out[1:])).outcome is Outcome.OPTIMAL


def test_a_past_that_makes_a_policy_impossible_is_named(imrf: Forum) -> None:
    record = tuple(PastReview(year=year, objective=n) for year in (2018, 2022) for n in range(1, 9))
    past = {"editions": (Edition(year=2018), Edition(year=2022)), "past_reviews": record}
    rotated = planned(imrf.model_copy(update=past), eight(), ())
    told = "What has taken place stands as it was; a series that begins in 2026 could keep the others."
    assert rotated.conflict == (SIZE.format(8, 2026), LEVEL, told)
    assert "Let counts differ by more" in rotated.fixes[-1]
    warned = (RuleSetting(rule="counts-stay-level", level=Level.WARN, weight=Weight.VERY_STRONG),)
    plan = planned(imrf.model_copy(update=past | {"rules": warned}), eight(), ()).plan
    assert plan is not None
    counts = {n: 2 * (n <= 8) for n in range(1, 24)}
    apart = []
    for edition in plan.editions:
        counts = {n: times + (n in edition.focus) for n, times in counts.items()}
        apart.append(max(counts.values()) - min(counts.values()))
    assert apart == [2, 1, 1, 1]


def test_what_was_not_found_in_time_is_not_called_impossible(imrf: Forum) -> None:
    late = Rotated(outcome=Outcome.NONE_FOUND)
    assert rotation_text(imrf, late, None) == "No rotation was found in the time given; there may be one.\n"
