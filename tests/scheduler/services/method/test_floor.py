from __future__ import annotations

from scheduler.domain.sharing import Share
from scheduler.services.method.document import Section, Table
from scheduler.services.method.figures import Figures
from scheduler.services.method.floor import floor
from tests.scheduler.services.method.small import a_small_forum


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def test_each_session_says_what_is_promised_and_on_what_it_rests() -> None:
    found = tables(floor(Figures(a_small_forum())))[0]
    assert found.title == "Round table 1 [rt1]: 30 minutes"
    assert found.rows == (
        ("Member State", "50 percent", "15 minutes", "A/RES/73/326"),
        ("Stakeholder", "30 percent, at least 2 places", "9 minutes", ""),
        ("Stakeholder, Youth", "at least 1 place, at most 2 places", "", ""),
    )


def test_minutes_of_all_classes_add_up_to_the_floor_and_places_are_those_of_the_selection() -> None:
    """Six States and eight of nine stakeholders ask in 30 minutes, five parts to three, in statements of 195 seconds.

    Of 1,800 seconds 1,125 and 675 make five statements and three; of the 240 seconds left the States have one more.
    """
    found = tables(floor(Figures(a_small_forum())))[1]
    assert found.header == ("who", "requests", "second choices", "ask for", "places", "minutes")
    assert found.rows == (
        ("Member State", "6", "0", "6", "6", "19:30"),
        ("Stakeholder", "9", "0", "8", "3", "10:30"),
        ("– Unions", "6", "0", "6", "2", ""),
        ("– Youth", "3", "0", "2", "1", ""),
    )


def test_minutes_kept_for_responses_are_not_shared_out_and_classes_without_a_row_are_one_group() -> None:
    promised, found = tables(floor(Figures(a_small_forum())))[2:4]
    assert promised.title == "Round table 2 [rt2]: 18 minutes"
    assert [row[0] for row in found.rows] == ["Stakeholder", "all other classes", "– UN entity"]


def test_a_session_that_promises_nobody_a_share_has_one_quota() -> None:
    shares = (Share(session="rt1", participant_class="state", percent=100),)
    found = tables(floor(Figures(a_small_forum(shares=shares))))[2]
    assert found.rows == (("everybody who asks", "1", "6", "1", "5", "18:00"),)


def test_places_of_roles_are_told_with_how_many_ask() -> None:
    found = tables(floor(Figures(a_small_forum())))[-1]
    assert found.rows == (("Round table 1 [rt1]", "panellist", "1", "2"),)
