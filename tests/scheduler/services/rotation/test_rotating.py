"""Rotations of real series: history accepted and continued, level counts, least change, policies that cannot hold."""

import datetime as dt
from itertools import combinations

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.rotation import Depth, Edition, Evidence, EvidenceSource, Interlink, PastReview, RotationPin
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.rotation.applying import applied
from scheduler.services.rotation.clusters import CLUSTERS_2022
from scheduler.services.rotation.planning import rotate
from scheduler.translate.urgency import urgency_of
from solver.result import Limits


@pytest.fixture(scope="module")
def hlpf() -> Forum:
    return read_forum(sample_path("hlpf-2027"))


@pytest.fixture(scope="module")
def imrf() -> Forum:
    return read_forum(sample_path("imrf-2026"))


def with_policy(forum: Forum, **policy: object) -> Forum:
    return forum.model_copy(update={"rotation": forum.rotation.model_copy(update=policy)})


def planned(forum: Forum, editions: int = 6, released: RotationPlan | None = None) -> RotationPlan:
    rotated = rotate(forum, editions, released, Limits())
    assert (rotated.outcome, rotated.history) == (Outcome.OPTIMAL, ())
    assert rotated.plan is not None
    return rotated.plan


def test_the_goals_of_the_hlpf_are_accepted_as_they_were_and_continued(hlpf: Forum) -> None:
    plan = planned(hlpf, 5)
    assert plan.focus_of[2027] == (4, 10, 12, 15, 17)
    later = [number for year in range(2028, 2032) for number in plan.focus_of[year]]
    assert sorted(number for number in later if number != 17) == list(range(1, 17))
    assert later.count(17) == 4


def test_a_past_that_breaks_the_policy_is_told(hlpf: Forum) -> None:
    goals = tuple(r for r in hlpf.past_reviews if (r.year, r.objective) != (2019, 4))
    told = rotate(hlpf.model_copy(update={"past_reviews": goals}), 1, None, Limits()).history
    assert "Objective 4 (Quality education) comes once from 2017 to 2020; the plan has it otherwise." in told


def test_six_editions_of_the_imrf_stay_level_from_the_real_start(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8, shortest_gap=2, longest_gap=5)
    plan = planned(forum)
    assert [edition.year for edition in plan.editions] == [2026, 2030, 2034, 2038, 2042, 2046]
    counts = dict.fromkeys(range(1, 24), 0)
    for edition in plan.editions:
        assert len(edition.focus) == 8
        for number in edition.focus:
            counts[number] += 1
        assert max(counts.values()) - min(counts.values()) <= 1
        spread = [len(set(table) & set(edition.focus)) for table in edition.round_tables]
        assert (sorted(n for table in edition.round_tables for n in table), min(spread)) == (list(range(1, 24)), 2)


def test_all_every_time_has_the_round_tables_of_2022(imrf: Forum) -> None:
    edition = planned(imrf, 1).editions[0]
    assert edition.focus == tuple(range(1, 24))
    assert set(map(frozenset, edition.round_tables)) == set(map(frozenset, CLUSTERS_2022))


def test_there_are_no_more_round_tables_than_objectives(imrf: Forum) -> None:
    tables = planned(with_policy(imrf, round_tables=40, size_slack=0), 1).editions[0].round_tables
    assert tables == tuple((number,) for number in range(1, 24))


@pytest.mark.parametrize(("slack", "sizes"), [(0, [5, 6, 6, 6]), (2, [5, 5, 6, 7])])
def test_round_tables_are_as_even_as_the_slack_asks(imrf: Forum, slack: int, sizes: list[int]) -> None:
    tables = planned(with_policy(imrf, size_slack=slack), 1).editions[0].round_tables
    assert sorted(map(len, tables)) == sizes


def test_pins_hold_and_evidence_makes_urgent(imrf: Forum) -> None:
    evidence = tuple(
        Evidence(id=f"e{n}", objective=n, source=EvidenceSource.INDICATOR, says="It lags behind", urgency=9)
        for n in (3, 13, 23)
    )
    pins = (RotationPin(objective=7, year=2030), RotationPin(objective=3, year=2026, in_focus=False))
    forum = with_policy(imrf, focus_least=6, focus_most=6)
    plan = planned(forum.model_copy(update={"evidence": evidence, "rotation_pins": pins}), 4)
    assert {13, 23} <= set(plan.focus_of[2026])
    assert 3 not in plan.focus_of[2026]
    assert {3, 7} <= set(plan.focus_of[2030])


def test_inputs_count_while_the_call_is_open(imrf: Forum) -> None:
    dates = (dt.date(2025, 10, 31), dt.date(2025, 11, 1), dt.date(2026, 1, 31), dt.date(2026, 2, 1), None)
    evidence = tuple(
        Evidence(id=f"e{n}", objective=5, source=EvidenceSource.STAKEHOLDER, says="Yes", urgency=10**0 + n, made_at=day)
        for n, day in enumerate(dates)
    )
    forum = with_policy(imrf, inputs_open=dt.date(2025, 11, 1), inputs_close=dt.date(2026, 1, 31), weight_stakeholder=2)
    assert urgency_of(forum.model_copy(update={"evidence": evidence})) == {5: 2 * (2 + 3 + 5)}


def test_what_took_place_replaces_the_plan_and_the_rest_changes_least(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8, shortest_gap=2, longest_gap=4)
    first = planned(forum, 5)
    same = planned(forum, 5, first)
    assert (same.focus_of, same.version, [plan.version for plan in same.earlier]) == (first.focus_of, 2, [1])
    third = planned(forum, 5, same)
    assert [(plan.version, plan.earlier) for plan in third.earlier] == [(2, ()), (1, ())]
    taken = first.focus_of[2026]
    other = first.focus_of[2030][0]
    actual = (*taken[1:], other)
    record = tuple(PastReview(year=2026, objective=n, depth=Depth.IN_DEPTH) for n in actual)
    later = forum.model_copy(
        update={
            "editions": (*forum.editions, Edition(year=2026)),
            "past_reviews": (*forum.past_reviews, *record),
        }
    )
    again = planned(later, 4, first)
    changed = [
        (year, number)
        for year in (2030, 2034, 2038, 2042)
        for number in set(again.focus_of[year]) ^ set(first.focus_of[year])
    ]
    assert ([year for year, _ in changed], (2030, other) in changed) == ([2030, 2030], True)


def test_a_shorter_horizon_forgets_nothing_of_what_was_released(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8)
    first = planned(forum, 3)
    assert planned(forum, 1, first).focus_of == first.focus_of
    held = forum.model_copy(update={"editions": (*forum.editions, Edition(year=2026, has_focus=False))})
    again = rotate(held, 1, first, Limits()).plan
    assert again is not None
    assert [edition.year for edition in again.editions] == [2030, 2034]


def test_inputs_that_come_later_change_nothing_of_what_was_released(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8)
    first = planned(forum, 3)
    last = [n for n in range(1, 24) if n not in first.focus_of[2026]]
    evidence = tuple(
        Evidence(id=f"e{n}", objective=n, source=EvidenceSource.INDICATOR, says="It lags", urgency=10) for n in last
    )
    again = rotate(forum.model_copy(update={"evidence": evidence}), 4, first, Limits())
    assert again.plan is not None
    assert {year: again.plan.focus_of[year] for year in first.focus_of} == first.focus_of
    assert (again.outcome, again.changes) == (Outcome.OPTIMAL, 0)


@pytest.mark.parametrize(("spread", "times"), [(2, 2), (10, 3)])
def test_a_spread_of_ten_is_any_number(imrf: Forum, spread: int, times: int) -> None:
    pins = tuple(RotationPin(objective=7, year=year) for year in (2026, 2030, 2034)[:times])
    forum = with_policy(imrf, focus_least=2, focus_most=2, spread=spread).model_copy(update={"rotation_pins": pins})
    focus = [edition.focus for edition in planned(forum, 3).editions]
    assert sum(7 in numbers for numbers in focus) == times


def test_a_policy_that_cannot_be_kept_is_explained(imrf: Forum) -> None:
    rotated = rotate(with_policy(imrf, focus_least=3, focus_most=3, longest_gap=4), 6, None, Limits())
    assert (rotated.outcome, rotated.plan) == (Outcome.INFEASIBLE, None)
    assert "No objective waits longer for its next review than the policy allows (set to 4)." in rotated.conflict
    assert "3 objectives are reviewed in depth in 2026, fixed ones apart." in rotated.conflict
    assert rotated.fixes == (
        "Let more or fewer be in focus (forum.yaml, rotation.focus_least and focus_most).",
        "Lengthen the longest gap, or leave it blank (forum.yaml, rotation.longest_gap).",
    )


def test_a_plan_gives_round_tables_their_objectives_and_more_floor_once(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8, focus_minutes=5)
    plan = planned(forum, 2)
    once = applied(forum, plan)
    tables = {session.id: session for session in once.forum.sessions if session.kind == "round-table"}
    assert {frozenset(session.objectives) for session in tables.values()} == set(
        map(frozenset, plan.editions[0].round_tables)
    )
    focus = set(plan.focus_of[2026])
    wanted = {name: 140 + 5 * len(focus & set(session.objectives)) for name, session in tables.items()}
    assert {name: session.floor_minutes for name, session in tables.items()} == wanted
    of_themes = {theme.id: set(theme.objectives) for theme in forum.themes}
    moved = [name for name, one in tables.items() if not of_themes[one.themes[0]] <= set(one.objectives)]
    assert [note.partition(" is still of the theme ")[0] for note in once.notes] == moved
    assert applied(once.forum, once.plan).forum == once.forum


def test_a_plan_that_does_not_fit_the_forum_is_not_applied(imrf: Forum) -> None:
    plan = planned(with_policy(imrf, round_tables=3), 1)
    result = applied(imrf, plan)
    assert result.forum == imrf
    assert result.refusal == (
        "The plan has 3 round tables, and the forum 4 sessions of the kind round-table; set rotation.round_tables to "
        "4, or add sessions."
    )
    assert applied(with_policy(imrf, kind="hearing-of-all"), plan).refusal == (
        "The plan has 3 round tables, and the forum 0 sessions of the kind hearing-of-all; add them."
    )
    without = applied(imrf, plan.model_copy(update={"editions": ()}))
    assert without.refusal == "The plan says nothing about 2026, the year of this forum."


def test_sessions_of_other_kinds_on_objectives_in_focus_get_more_floor_by_the_rule(imrf: Forum) -> None:
    focus = (2, 5, 9)
    hearing = imrf.session_by_id["hearing"].model_copy(update={"objectives": (1, 2, 5), "floor_minutes": 100})
    listening = hearing.model_copy(update={"id": "listening", "floor_minutes": 0})
    forum = imrf.model_copy(update={"sessions": (*imrf.sessions, hearing.model_copy(update={"id": "h2"}), listening)})
    plan = planned(forum, 1)
    plan = plan.model_copy(update={"editions": (plan.editions[0].model_copy(update={"focus": focus}),)})
    kinds = ("hearing", "round-table")
    for named, wanted in (((), 100), (kinds, 110)):
        ruled = with_policy(forum, focus_minutes=5, focus_kinds=named)
        once = applied(ruled, plan)
        found = [once.forum.session_by_id[name] for name in ("h2", "listening")]
        assert [(one.floor_minutes, one.objectives) for one in found] == [(wanted, (1, 2, 5)), (0, (1, 2, 5))]
        assert applied(once.forum, once.plan).forum == once.forum


def test_round_tables_keep_the_sessions_they_share_most_with(imrf: Forum) -> None:
    tables = ((1, 3, 7, 17), (2, 5, 6, 12, 18, 23), (4, 8, 9, 10, 11, 13, 21), (14, 15, 16, 19, 20, 22))
    edition = EditionPlan(year=2026, focus=(), round_tables=tables)
    plan = RotationPlan(forum=imrf.uid, outcome=Outcome.OPTIMAL, score=0, bound=0, editions=(edition,))
    result = applied(imrf, plan)
    found = {name: result.forum.session_by_id[name].objectives for name in ("rt1", "rt2", "rt3", "rt4")}
    assert found == {"rt1": tables[1], "rt2": tables[2], "rt3": tables[3], "rt4": tables[0]}
    assert result.notes == (
        "rt4 is still of the theme cluster-4, with objectives that are elsewhere now (23): look at its title and its "
        "themes.",
    )


def test_round_tables_without_each_objective_once_are_not_applied(imrf: Forum) -> None:
    plan = planned(imrf, 1)
    first, *others = plan.editions[0].round_tables
    for wrong in ((*first, 99), first[1:], (*first, first[0])):
        edition = plan.editions[0].model_copy(update={"round_tables": (wrong, *others)})
        result = applied(imrf, plan.model_copy(update={"editions": (edition,)}))
        assert (result.forum, result.refusal) == (
            imrf,
            "The round tables of the plan do not have each objective of this forum once; plan anew with forum rotate "
            "--release.",
        )


def test_floor_that_was_changed_by_hand_is_where_a_plan_begins_anew(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8, focus_minutes=5)
    once = applied(forum, planned(forum, 1))
    table = next(session for session in once.forum.sessions if session.kind == "round-table")
    sessions = tuple(
        session.model_copy(update={"floor_minutes": 90}) if session is table else session
        for session in once.forum.sessions
    )
    again = applied(once.forum.model_copy(update={"sessions": sessions}), once.plan)
    focus = set(once.plan.focus_of[2026]) & set(table.objectives)
    assert again.forum.session_by_id[table.id].floor_minutes == 90 + 5 * len(focus)


def test_round_tables_of_the_edition_held_last_stay_together_where_that_is_wanted(imrf: Forum) -> None:
    """Links of the forum's own speak for all others alike, so that nothing but what was held can tell them apart."""
    links = tuple(Interlink(first=a, second=b) for a, b in combinations(range(1, 24), 2))
    forum = with_policy(imrf, stability=1, size_slack=1).model_copy(update={"interlinks": links})
    released = planned(forum, 1)
    held = ((1, 8, 15, 22, 5), (2, 9, 16, 23, 6, 13), (3, 10, 17, 7, 14, 21), (4, 11, 18, 12, 19, 20))
    edition = released.editions[0].model_copy(update={"round_tables": (*held[:3], (*held[3], 99))})
    released = released.model_copy(update={"editions": (edition,)})
    later = forum.model_copy(update={"editions": (*forum.editions, Edition(year=2026, has_focus=False))})
    again = planned(later, 2, released)
    assert {frozenset(table) for one in again.editions for table in one.round_tables} == set(map(frozenset, held))
    further = later.model_copy(update={"editions": (*later.editions, Edition(year=2030, has_focus=False))})
    last = planned(further, 1, again.model_copy(update={"editions": again.editions[1:]}))
    assert set(map(frozenset, last.editions[0].round_tables)) == set(map(frozenset, held))
    free = planned(with_policy(later, stability=0), 1, released)
    assert set(map(frozenset, free.editions[0].round_tables)) != set(map(frozenset, held))


def test_a_plan_is_kept_edition_by_edition_where_years_have_moved(imrf: Forum) -> None:
    forum = with_policy(imrf, focus_least=8, focus_most=8, shortest_gap=2)
    first = planned(forum, 4)
    record = tuple(PastReview(year=2027, objective=n, depth=Depth.IN_DEPTH) for n in first.focus_of[2026])
    moved = forum.model_copy(
        update={
            "editions": (*forum.editions, Edition(year=2027)),
            "past_reviews": (*forum.past_reviews, *record),
        }
    )
    again = planned(moved, 3, first)
    assert [edition.year for edition in again.editions] == [2031, 2035, 2039]
    assert [again.focus_of[year] for year in (2031, 2035, 2039)] == [first.focus_of[y] for y in (2030, 2034, 2038)]
