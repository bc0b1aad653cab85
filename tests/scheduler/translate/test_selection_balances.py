"""What balances cover and whom they count."""

from __future__ import annotations

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import RoleName, RolePlaces
from scheduler.domain.sharing import Balance, Per
from scheduler.services.lot import numbers
from scheduler.services.selecting.places import sharing
from scheduler.translate.selection_balances import bounds_of, carries
from scheduler.translate.selection_wishes import wishes
from tests.scheduler.asking import a_balance, a_share, an_asking_forum, asks
from tests.scheduler.builders import a_participant

ASKED = (
    *(asks(f"y{n}", f"youth{n}", flags=("migrant-led",) if n == 1 else ()) for n in range(1, 5)),
    *(asks(f"k{n}", name) for n, name in enumerate(("kenya", "mexico"))),
    asks("p", "ngo1", role=RoleName.PANELLIST),
    asks("z", "youth1", "s2"),
)


def a_balanced_forum(balance: Balance, **fields: object) -> Forum:
    places = (RolePlaces(session="s1", role=RoleName.PANELLIST, places=3),)
    return an_asking_forum(*ASKED, balances=(balance,), role_places=places, **({"floor": 9} | fields))


def covered(balance: Balance, **fields: object) -> list[tuple[str | None, int, int, int | None]]:
    """Return where a balance is counted, over how many places, and its fewest and most."""
    forum = a_balanced_forum(balance, **fields)
    asked = wishes(forum)
    bounds = bounds_of(forum, asked, sharing(forum, asked, numbers(forum)))
    return [(bound.session, bound.places, bound.least, bound.most) for bound in bounds]


SHARES = {"shares": (a_share(percent=34), a_share("state", percent=66))}


def test_among_everybody_places_of_roles_count_as_far_as_they_are_asked_for() -> None:
    assert covered(a_balance("b", "class", "state", least_percent=50), **SHARES) == [
        ("s1", 4, 2, None),
        ("s2", 1, 1, None),
    ]


def test_among_a_class_its_own_floor_places_count() -> None:
    among = a_balance("b", "region", "un.african", participant_class="state", most_percent=50)
    assert covered(among, **SHARES) == [("s1", 2, 0, 1)]


def test_over_the_forum_all_sessions_count_together() -> None:
    assert covered(a_balance("b", "class", "state", per=Per.FORUM, least_percent=50), **SHARES) == [(None, 5, 3, None)]


def test_of_a_floor_all_compete_for_a_class_covers_as_much_as_it_asks_for() -> None:
    among = a_balance("b", "flag", "migrant-led", participant_class="stakeholder", least_percent=50)
    assert covered(among) == [("s1", 2, 1, None), ("s2", 1, 1, None)]


def test_a_balance_of_another_kind_of_session_covers_nothing() -> None:
    assert covered(a_balance("b", "class", "state", kinds=("plenary",), least_percent=50)) == []


@pytest.mark.parametrize(
    ("balance", "counted"),
    [
        (a_balance("b", "region", "un.african", least_percent=1), ["k0"]),
        (a_balance("b", "flag", "migrant-led", least_percent=1), ["y1"]),
        (a_balance("b", "constituency", "ngo", least_percent=1), ["p"]),
        (a_balance("b", "class", "state", least_percent=1), ["k0", "k1"]),
        (a_balance("b", "track", "special", least_percent=1), ["k1"]),
        (a_balance("b", "class", "state", participant_class="stakeholder", least_percent=1), []),
    ],
)
def test_each_trait_counts_whom_it_says(balance: Balance, counted: list[str]) -> None:
    forum = a_balanced_forum(balance)
    mexico = a_participant("mexico", track="special")
    people = tuple(mexico if item.id == "mexico" else item for item in forum.participants)
    forum = forum.model_copy(update={"participants": people})
    assert [wish.request.id for wish in wishes(forum) if carries(forum, wish, balance)] == counted
