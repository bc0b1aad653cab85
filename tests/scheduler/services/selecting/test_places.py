"""How places come about from shares and requests, counted by hand."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.domain.session import RoleName, RolePlaces
from scheduler.services.intake.asking import asking
from scheduler.services.lot import numbers
from scheduler.services.selecting.places import sharing
from scheduler.translate.selection_seats import Sharing
from scheduler.translate.selection_wishes import wishes
from tests.scheduler.asking import a_share, an_asking_forum, an_entry, asks
from tests.scheduler.builders import a_kind


def shared(forum: Forum) -> Sharing:
    standing, settled = asking(forum)
    return sharing(standing, wishes(standing, settled=settled), numbers(forum))


def places(forum: Forum, session: str = "s1") -> dict[str, int]:
    """Return the places of one session by constituency, class or role, as far as they are given by quota."""
    return {
        str(
            seats.constituency or seats.participant_class or (seats.role.value if seats.role else "floor")
        ): seats.places
        for seats in shared(forum).seats
        if seats.session == session
    }


YOUTH = [asks(f"y{n}", f"youth{n}") for n in range(1, 5)]
NGOS = [asks(f"n{n}", f"ngo{n}") for n in range(1, 5)]
STATES = [asks(f"k{n}", name) for n, name in enumerate(("kenya", "mexico", "nepal"))]


def test_percentages_are_of_the_floor_and_the_rest_is_for_all_who_have_none() -> None:
    forum = an_asking_forum(*YOUTH, *STATES, asks("i", "iom"), floor=18, shares=(a_share(percent=50),))
    assert places(forum) == {"state": 2, "un-entity": 1, "youth": 3}


def test_what_a_class_does_not_ask_for_is_for_the_others() -> None:
    forum = an_asking_forum(*YOUTH, STATES[0], floor=12, shares=(a_share(percent=25), a_share("state", percent=75)))
    assert places(forum) == {"state": 1, "youth": 3}


def test_a_constituency_has_the_fewest_it_is_promised_where_so_many_ask() -> None:
    shares = (a_share(places=3), a_share(constituency="ngo", least=2))
    assert places(an_asking_forum(*YOUTH, NGOS[0], floor=30, shares=shares)) == {"youth": 2, "ngo": 1}
    assert places(an_asking_forum(*YOUTH, *NGOS[:2], floor=30, shares=shares)) == {"youth": 1, "ngo": 2}


def test_what_a_constituency_may_not_have_is_for_the_others() -> None:
    shares = (a_share("state", percent=50), a_share(percent=50), a_share(constituency="youth", most=1))
    assert places(an_asking_forum(*YOUTH, *STATES, floor=12, shares=shares)) == {"state": 3, "youth": 1}


def test_equal_claims_are_decided_by_who_is_drawn_first() -> None:
    forum = an_asking_forum(*YOUTH[:2], *NGOS[:2], floor=30, shares=(a_share(places=1),))
    drawn = numbers(forum)
    first = min(drawn, key=lambda name: drawn[name])
    expected = {"youth": 1, "ngo": 0} if first.startswith("y") else {"youth": 0, "ngo": 1}
    assert places(forum) == expected


def test_second_choices_have_what_first_choices_leave() -> None:
    seconds = [asks(f"n{n}", f"ngo{n}", "s2", second_choice="s1") for n in range(1, 4)]
    forum = an_asking_forum(*YOUTH[:2], *seconds, floor=30, shares=(a_share(places=3), a_share(places=1, session="s2")))
    assert (places(forum), places(forum, "s2")) == ({"youth": 2, "ngo": 1}, {"ngo": 1})


def test_a_longer_statement_counts_as_several_usual_ones() -> None:
    group = asks("g", "kenya", on_behalf_of="A group")
    forum = an_asking_forum(group, *STATES, kinds=(a_kind(minutes_group=7), a_kind("plenary")), floor=30)
    found = shared(forum)
    assert [(seats.usual_seconds, seats.places) for seats in found.seats] == [(180, 10)]
    assert [found.seats[0].places_of(wish) for wish in wishes(forum)] == [3, 1, 1, 1]


def test_the_change_of_speaker_is_part_of_every_statement_but_the_last() -> None:
    assert places(an_asking_forum(*YOUTH, floor=10, speaker_changeover_seconds=30)) == {"floor": 3}
    shares = (a_share(percent=100),)
    assert places(an_asking_forum(*YOUTH, floor=14, shares=shares, speaker_changeover_seconds=30)) == {"youth": 4}


def test_an_override_has_its_place_among_those_of_its_constituency_and_widens_it_where_it_must() -> None:
    log = tuple(an_entry(n, f"y{n}", Happening.GIVEN, Basis.OVERRIDE) for n in (1, 2))
    forum = an_asking_forum(*YOUTH, *NGOS, floor=30, shares=(a_share(places=3),), log=log)
    assert places(forum) == {"youth": 2, "ngo": 1}
    narrow = forum.model_copy(update={"shares": (a_share(places=1),)})
    assert places(narrow) == {"youth": 2, "ngo": 0}


def test_a_role_has_the_places_that_are_stated_for_it_whatever_class_asks() -> None:
    roles = [asks("p1", "kenya", role=RoleName.KEYNOTE), asks("p2", "youth1", role=RoleName.KEYNOTE)]
    stated = (RolePlaces(session="s1", role=RoleName.KEYNOTE, places=1),)
    assert places(an_asking_forum(*roles, role_places=stated)) == {"keynote": 1}
