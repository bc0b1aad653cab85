from __future__ import annotations

from scheduler.domain.sharing import Share
from scheduler.services.method.apportioning import MOST_STEPS, apportioning
from scheduler.services.method.document import Points, Section, Table
from scheduler.services.method.figures import Figures
from tests.scheduler.builders import a_session
from tests.scheduler.services.method.small import SHARES, a_small_forum


def told(section: Section | None) -> list[str]:
    assert section is not None
    return [point.text for block in section.blocks if isinstance(block, Points) for point in block.points]


def test_the_example_gives_promised_places_first_and_then_each_to_the_highest_quotient() -> None:
    section = apportioning(Figures(a_small_forum()))
    assert told(section) == [
        "1 place, which it is promised at least",
        "Place 2 goes to Unions: 6 divided by 1 is 6, the highest quotient.",
        "Place 3 goes to Unions: 6 divided by 3 is 2, the highest quotient.",
    ]
    assert section is not None
    tables = [block for block in section.blocks if isinstance(block, Table)]
    assert tables[0].rows == (("Unions", "6", "2"), ("Youth", "2", "1"))


def test_where_promises_are_more_than_places_they_are_the_claims() -> None:
    shares = (
        Share(kind="round-table", participant_class="stakeholder", constituency="unions", least=3),
        Share(kind="round-table", participant_class="stakeholder", constituency="youth", least=1),
        Share(kind="round-table", participant_class="stakeholder", percent=100),
    )
    sessions = (a_session("rt1", floor_minutes=10), a_session("rt2", floor_minutes=10))
    section = apportioning(Figures(a_small_forum(shares=shares, sessions=sessions)))
    assert told(section) == [
        "Place 1 goes to Unions: 3 divided by 1 is 3, the highest quotient.",
        "Place 2 goes to Unions: 3 divided by 3 is 1, the highest quotient.",
        "Place 3 goes to Youth: 1 divided by 1 is 1, the highest quotient.",
    ]


def test_of_many_places_the_first_are_told_and_the_rest_counted() -> None:
    sessions = (a_session("rt1", floor_minutes=300), a_session("rt2", floor_minutes=30))
    forum = a_small_forum(sessions=sessions, shares=SHARES[:2])
    forum = forum.model_copy(update={"requests": tuple(_many(forum.requests))})
    found = told(apportioning(Figures(forum)))
    assert len(found) == MOST_STEPS + 1
    assert found[-1] == "And so on for 15 more places."


def _many(requests: tuple) -> list:  # type: ignore[type-arg]
    speeches = [request for request in requests if request.id[0] in "uy"]
    return [request.model_copy(update={"id": f"{request.id}-{copy}"}) for request in speeches for copy in range(3)]


def test_without_requests_the_example_is_made_up() -> None:
    assert told(apportioning(Figures(a_small_forum(requests=())))) == [
        "Place 1 goes to A: 7 divided by 1 is 7, the highest quotient.",
        "Place 2 goes to B: 4 divided by 1 is 4, the highest quotient.",
        "Place 3 goes to A: 7 divided by 3 is 2.33, the highest quotient.",
    ]


def test_without_shares_nothing_is_apportioned() -> None:
    assert apportioning(Figures(a_small_forum(shares=()))) is None
