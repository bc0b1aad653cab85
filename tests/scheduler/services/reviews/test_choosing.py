"""Places go by the policy, one step after the other, and everybody is told why in a sentence."""

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.domain.sharing import SelectionSettings
from scheduler.services.reviews.choosing import choices, chosen
from scheduler.translate.drawing import drawn, ordering_lot
from tests.scheduler.services.reviews.reviewing import a_review, a_review_forum, at

CALL = "It has first call in the next edition."
SPENT = "It is put off, since 1 place cannot hold all who volunteered: "


def told(*reviews: NationalReview, capacity: int = 1) -> dict[str, tuple[bool, str]]:
    """Return who has a place, and why, in the order places are given."""
    found = choices(a_review_forum(*reviews, settings={"capacity": capacity}))
    return {choice.review.removeprefix("vnr-"): (choice.is_chosen, choice.because) for choice in found}


@pytest.mark.parametrize(
    ("ahead", "behind", "why", "why_not"),
    [
        (
            a_review("peru", first_call=True, announced_at=at(9)),
            a_review("mali", last_presented=None, announced_at=at(1)),
            "It was put off from the edition before, and has first call in this one.",
            "others were put off from the edition before, and have first call in this one",
        ),
        (
            a_review("peru", last_presented=None, announced_at=at(9)),
            a_review("mali", last_presented=2010, announced_at=at(1)),
            "It presents for the first time.",
            "others present for the first time",
        ),
        (
            a_review("peru", last_presented=2018, announced_at=at(9)),
            a_review("mali", last_presented=2020, announced_at=at(1)),
            "It presented last in 2018, longer ago than all who are put off.",
            "it presented last in 2020, and others longer ago",
        ),
        (
            a_review("peru", announced_at=at(1)),
            a_review("mali", announced_at=at(1, 10)),
            "It volunteered on 2025-10-01 09:00, before others it is equal with.",
            "it volunteered on 2025-10-01 10:00, and others it is equal with earlier",
        ),
        (
            a_review("peru", stage=Stage.PRESENTED),
            a_review("mali", first_call=True),
            "It has presented in this edition already.",
            "others have presented in this edition already",
        ),
    ],
)
def test_each_step_of_the_policy_decides_before_the_next(
    ahead: NationalReview, behind: NationalReview, why: str, why_not: str
) -> None:
    expected = {"peru": (True, why), "mali": (False, f"{SPENT}{why_not}. {CALL}")}
    assert told(ahead, behind) == told(behind, ahead) == expected


def test_regions_take_turns_among_those_who_are_equal() -> None:
    early = [a_review(state, announced_at=at(day)) for day, state in enumerate(("kenya", "ghana", "mali"), start=1)]
    found = told(*early, a_review("chile", announced_at=at(9)), capacity=2)
    assert [state for state, (is_chosen, _) in found.items() if is_chosen] == ["kenya", "chile"]
    assert found["chile"][1] == "Latin America and the Caribbean had 0 places so far, fewer than the regions of others."
    assert found["ghana"][1] == (
        "It is put off, since 2 places cannot hold all who volunteered: Africa has 1 place, and the regions of others "
        f"had fewer. {CALL}"
    )


def a_tie(**fields: SelectionSettings) -> Forum:
    """Return a forum in which nothing but the lot tells two States apart."""
    return a_review_forum(a_review("kenya"), a_review("ghana"), settings={"capacity": 1}, **fields)


def test_the_lot_decides_last_and_shows_its_number() -> None:
    forum = a_tie()
    first, second = choices(forum)
    lot = ordering_lot(forum)
    assert first.number == drawn(lot, first.review)
    assert second.number == drawn(lot, second.review) > first.number
    assert first.because == f"Its number in the lot, {first.number}, was lower than those of others it is equal with."
    assert second.because.endswith(f"is higher than those of others it is equal with. {CALL}")


def test_a_lot_that_is_not_drawn_is_not_told_as_one() -> None:
    for choice in choices(a_tie(selection=SelectionSettings(lot_commitment="a" * 64))):
        assert "The lot is not drawn yet; until then one of the forum's own name stands for it." in choice.because


def test_where_there_is_room_everybody_has_a_place_in_the_forums_order() -> None:
    found = told(a_review("peru"), a_review("mali", stage=Stage.WITHDRAWN), a_review("chile"), capacity=2)
    every = (True, "There is a place for every State that volunteered.")
    assert found == {"peru": every, "chile": every}


def test_without_any_place_all_have_first_call() -> None:
    assert told(a_review("peru"), capacity=0) == {
        "peru": (False, f"It is put off, since this edition has no place for a review. {CALL}")
    }


def test_the_chosen_stand_in_the_forums_order() -> None:
    forum = a_review_forum(a_review("peru"), a_review("mali", first_call=True), settings={"capacity": 2})
    assert [review.id for review in chosen(forum)] == ["vnr-peru", "vnr-mali"]
