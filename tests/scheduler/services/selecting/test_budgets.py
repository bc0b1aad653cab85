"""Floors are shared out to the second: counted by hand, and held for any shares."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scheduler.services.selecting.budgets import Budget, Claim, budgets, in_proportion

HALF, THIRD, QUARTER = Fraction(1, 2), Fraction(1, 3), Fraction(1, 4)


def test_each_class_has_its_share_where_all_ask_for_more() -> None:
    claims = [Claim(3 * QUARTER, length=180, asked=50), Claim(QUARTER, length=180, asked=50)]
    assert budgets(7200, claims) == [Budget(5400, 30), Budget(1800, 10)]


def test_what_a_class_does_not_ask_for_goes_to_the_others_by_their_shares() -> None:
    claims = [
        Claim(HALF, length=100, asked=10),
        Claim(Fraction(3, 10), length=100, asked=99),
        Claim(Fraction(1, 5), length=100, asked=99),
    ]
    assert budgets(6000, claims) == [Budget(1000, 10), Budget(3000, 30), Budget(2000, 20)]


def test_who_has_no_share_has_what_all_others_leave() -> None:
    claims = [Claim(HALF, length=60, asked=5), Claim(HALF, length=60, asked=4), Claim(Fraction(0), length=60, asked=9)]
    assert budgets(900, claims) == [Budget(300, 5), Budget(240, 4), Budget(360, 6)]


def test_time_that_nobody_asks_for_stays_with_those_who_have_a_share() -> None:
    claims = [Claim(3 * QUARTER, length=60, asked=2), Claim(QUARTER, length=60, asked=1)]
    assert budgets(1180, claims) == [Budget(870, 2), Budget(310, 1)]


def test_time_that_makes_no_whole_statement_makes_one_where_most_of_one_is_left() -> None:
    # 420 and 480 of 900 seconds are 2.1 and 2.4 statements of 200: the fifth is for the second, which lacks less of it
    claims = [Claim(Fraction(42, 90), length=200, asked=9), Claim(Fraction(48, 90), length=200, asked=9)]
    assert budgets(900, claims) == [Budget(420, 2), Budget(480, 2)]
    assert budgets(1000, claims) == [Budget(400, 2), Budget(600, 3)]


def test_a_longer_statement_needs_more_of_the_floor() -> None:
    claims = [Claim(HALF, length=300, asked=9), Claim(HALF, length=100, asked=9)]
    assert budgets(1200, claims) == [Budget(600, 2), Budget(600, 6)]


def test_what_is_promised_in_places_comes_first_and_no_more_is_given() -> None:
    claims = [Claim(QUARTER, length=100, asked=9, least=4, most=4), Claim(3 * QUARTER, length=100, asked=9)]
    assert budgets(800, claims) == [Budget(400, 4), Budget(400, 4)]
    assert budgets(2000, claims)[0].places == 4


def test_a_fewest_that_is_not_asked_for_binds_nobody() -> None:
    claims = [Claim(QUARTER, length=100, asked=1, least=4), Claim(3 * QUARTER, length=100, asked=9)]
    assert budgets(800, claims) == [Budget(100, 1), Budget(700, 7)]


def test_where_promises_exceed_the_floor_it_is_shared_out_in_proportion_to_them() -> None:
    claims = [Claim(THIRD, length=100, asked=9, least=6), Claim(THIRD, length=100, asked=9, least=2)]
    assert budgets(400, claims) == [Budget(300, 3), Budget(100, 1)]


def test_second_choices_come_after_all_first_ones() -> None:
    claims = [Claim(HALF, length=100, asked=1, also=5), Claim(HALF, length=100, asked=4)]
    assert budgets(600, claims) == [Budget(200, 2), Budget(400, 4)]


def test_no_claims_share_nothing_out() -> None:
    assert budgets(600, []) == []


def test_whole_numbers_are_divided_by_largest_remainder() -> None:
    assert in_proportion(10, [Fraction(1), Fraction(1), Fraction(1)]) == [4, 3, 3]
    assert in_proportion(7, [Fraction(3), Fraction(2), Fraction(0)]) == [4, 3, 0]
    assert in_proportion(5, [Fraction(0), Fraction(0)]) == [3, 2]


CLAIMS = st.lists(
    st.builds(
        Claim,
        weight=st.fractions(0, 1, max_denominator=20),
        length=st.integers(30, 400),
        asked=st.integers(0, 30),
        also=st.integers(0, 5),
        least=st.integers(0, 5),
        most=st.none() | st.integers(5, 20),
    ),
    min_size=1,
    max_size=5,
)


@given(st.integers(0, 9000), CLAIMS)
def test_budgets_add_up_to_the_floor_and_hold_their_statements(floor: int, claims: list[Claim]) -> None:
    found = budgets(floor, claims)
    assert sum(budget.seconds for budget in found) == floor
    assert [b.places * c.length <= b.seconds and b.places <= c.both for b, c in zip(found, claims, strict=True)] == (
        [True] * len(claims)
    )


@given(st.integers(0, 9000), CLAIMS)
def test_no_statement_is_missing_that_there_is_time_for(floor: int, claims: list[Claim]) -> None:
    found = budgets(floor, claims)
    spare = floor - sum(b.places * c.length for b, c in zip(found, claims, strict=True))
    assert [c for b, c in zip(found, claims, strict=True) if b.places < c.both and c.length <= spare] == []


def test_what_is_left_over_goes_to_first_choices_before_second_ones() -> None:
    # the fewest need 400 and 600 of 950 seconds: 380 and 570, 3.8 and 2.85 statements; the second has one first choice
    claims = [
        Claim(HALF, length=100, asked=9, least=4),
        Claim(HALF, length=200, asked=1, also=9, least=3),
    ]
    assert budgets(950, claims) == [Budget(500, 5), Budget(450, 2)]
