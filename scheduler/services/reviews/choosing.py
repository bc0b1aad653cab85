"""Which volunteers have a place where there are more than an edition can hear, and which come first in the next.

In this order: who was put off from the edition before, who presents for the first time, who presented longest ago,
whose region has fewest places so far, who volunteered first, and at last the lot.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.domain.review_plan import Choice
from scheduler.services.reviews.dates import PRESENTED
from scheduler.translate.drawing import drawn, is_drawn, ordering_lot
from scheduler.translate.panels import region_of_review
from scheduler.translate.regions import region_name

FIRST_CALL = "It has first call in the next edition"


class By(IntEnum):
    """What tells two volunteers apart, in the order it is asked."""

    PRESENTED = 0
    FIRST_CALL = 1
    FIRST_TIME = 2
    LONGEST = 3
    REGION = 4
    TIME = 5
    LOT = 6


Key = tuple[bool, bool, bool, int, int, dt.datetime, int, str]


def choices(forum: Forum) -> tuple[Choice, ...]:
    """Return every volunteer that has not withdrawn, in the order places are given, and why each has one or not."""
    volunteers = [review for review in forum.national_reviews if review.stage is not Stage.WITHDRAWN]
    capacity = forum.reviews.capacity
    if capacity is None or len(volunteers) <= capacity:
        because = "There is a place for every State that volunteered."
        return tuple(Choice(review=review.id, is_chosen=True, because=because) for review in volunteers)
    if not capacity:
        because = f"It is put off, since this edition has no place for a review. {FIRST_CALL}."
        return tuple(Choice(review=review.id, is_chosen=False, because=because) for review in volunteers)
    return _Choosing(forum, volunteers, capacity).choices()


def chosen(forum: Forum) -> tuple[NationalReview, ...]:
    """Return the reviews that have a place, in the forum's order."""
    given = {choice.review for choice in choices(forum) if choice.is_chosen}
    return tuple(review for review in forum.national_reviews if review.id in given)


class _Choosing:
    """Gives one place after the other, since the balance of regions changes with each."""

    def __init__(self, forum: Forum, volunteers: Sequence[NationalReview], capacity: int) -> None:
        self.forum = forum
        self.lot = ordering_lot(forum)
        self.volunteers = list(volunteers)
        self.capacity = capacity
        self.places: Counter[str] = Counter()

    def key(self, review: NationalReview) -> Key:
        """Return what a volunteer goes by now, the smaller first."""
        came = review.announced_at
        zoned = (
            dt.datetime.max.replace(tzinfo=dt.UTC)
            if came is None
            else came.replace(tzinfo=came.tzinfo or self.forum.zone)
        )
        return (
            review.stage not in PRESENTED,
            not review.first_call,
            review.last_presented is not None,
            review.last_presented or 0,
            self.places[self.region(review)],
            zoned,
            drawn(self.lot, review.id),
            review.id,
        )

    def region(self, review: NationalReview) -> str:
        """Return the region of a volunteer."""
        return region_of_review(self.forum, review) or ""

    def choices(self) -> tuple[Choice, ...]:
        """Give all places, then put off the others."""
        left = sorted(self.volunteers, key=lambda review: review.id)
        order, keys, seen = [], [], []
        while left:
            following = min(left, key=self.key)
            left.remove(following)
            order.append(following)
            keys.append(self.key(following))
            seen.append({review.id: self.key(review) for review in left})
            self.places[self.region(following)] += 1
        given, put_off = order[: self.capacity], order[self.capacity :]
        found = []
        for place, review in enumerate(given):
            by = _told_apart(keys[place], seen[place][put_off[0].id])
            found.append(self._choice(review, by, True, keys[place]))
        last = len(given) - 1
        for review in put_off:
            by = _told_apart(keys[last], seen[last][review.id])
            found.append(self._choice(review, by, False, seen[last][review.id]))
        return tuple(found)

    def _choice(self, review: NationalReview, by: By, is_chosen: bool, key: Key) -> Choice:
        because = self._given(review, by, key) if is_chosen else self._put_off(review, by, key)
        number = drawn(self.lot, review.id) if by is By.LOT else None
        if by is By.LOT and not is_drawn(self.forum):
            because += " The lot is not drawn yet; until then one of the forum's own name stands for it."
        return Choice(review=review.id, is_chosen=is_chosen, because=because, number=number)

    def _given(self, review: NationalReview, by: By, key: Key) -> str:
        return {
            By.PRESENTED: "It has presented in this edition already.",
            By.FIRST_CALL: "It was put off from the edition before, and has first call in this one.",
            By.FIRST_TIME: "It presents for the first time.",
            By.LONGEST: f"It presented last in {review.last_presented}, longer ago than all who are put off.",
            By.REGION: f"{self._area(review)} had {_places(key[4])} so far, fewer than the regions of others.",
            By.TIME: f"It volunteered {_when(review)}, before others it is equal with.",
            By.LOT: f"Its number in the lot, {key[6]}, was lower than those of others it is equal with.",
        }[by]

    def _put_off(self, review: NationalReview, by: By, key: Key) -> str:
        why = {
            By.PRESENTED: "others have presented in this edition already",
            By.FIRST_CALL: "others were put off from the edition before, and have first call in this one",
            By.FIRST_TIME: "others present for the first time",
            By.LONGEST: f"it presented last in {review.last_presented}, and others longer ago",
            By.REGION: f"{self._area(review)} has {_places(key[4])}, and the regions of others had fewer",
            By.TIME: f"it volunteered {_when(review)}, and others it is equal with earlier",
            By.LOT: f"its number in the lot, {key[6]}, is higher than those of others it is equal with",
        }[by]
        places = f"{self.capacity} place{'s' * (self.capacity != 1)}"
        return f"It is put off, since {places} cannot hold all who volunteered: {why}. {FIRST_CALL}."

    def _area(self, review: NationalReview) -> str:
        region = self.region(review)
        return region_name(region) if region else "What is in no region"


def _told_apart(key: Key, other: Key) -> By:
    return next((by for by in By if key[by] != other[by]), By.LOT)


def _places(count: int) -> str:
    return f"{count} place{'s' * (count != 1)}"


def _when(review: NationalReview) -> str:
    return f"on {review.announced_at:%Y-%m-%d %H:%M}" if review.announced_at else "at a time that is not stated"
