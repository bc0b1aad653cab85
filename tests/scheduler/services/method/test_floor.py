from __future__ import annotations

from scheduler.domain.sharing import Share
from scheduler.services.method.document import Section, Table
from scheduler.services.method.figures import Figures
from scheduler.services.method.floor import floor
from tests.scheduler.services.method.small import a_small_forum


def tables(section: Section | None) -> list[Table]:
    assert section is not None
    return [block for block in section.blocks if isinstance(block, Table)]


def rows_of(table: Table, session: str) -> list[tuple[str, ...]]:
    """Return the rows of one session, whose name stands before the first of them."""
    names = []
    for name, *_ in table.rows:
        names.append(name or names[-1])
    return [row[1:] for name, row in zip(names, table.rows, strict=True) if name == session]


def test_minutes_of_all_classes_add_up_to_the_floor_and_places_are_those_of_the_selection() -> None:
    """Six States and eight of nine stakeholders ask in 30 minutes, five parts to three, in statements of 195 seconds.

    Of 1,800 seconds 1,125 and 675 make five statements and three; of the 240 seconds left the States have one more.
    """
    found = tables(floor(Figures(a_small_forum())))[0]
    assert found.header == ("session", "who", "first", "second", "worth", "places", "minutes")
    assert rows_of(found, "rt1") == [
        ("Member State", "6", "0", "6", "6", "19:30"),
        ("Stakeholder", "9", "0", "8", "3", "10:30"),
        ("– Unions", "6", "0", "6", "2", ""),
        ("– Youth", "3", "0", "2", "1", ""),
    ]


def test_a_class_without_a_row_is_named_where_it_is_the_only_one() -> None:
    found = rows_of(tables(floor(Figures(a_small_forum())))[0], "rt2")
    assert [row[0] for row in found] == ["Stakeholder", "UN entity"]


def test_a_session_that_promises_nobody_a_share_has_one_quota() -> None:
    shares = (Share(session="rt1", participant_class="state", percent=100),)
    found = rows_of(tables(floor(Figures(a_small_forum(shares=shares))))[0], "rt2")
    assert found == [("everybody who asks", "1", "6", "1", "5", "18:00")]


def test_places_of_roles_are_told_with_how_many_ask() -> None:
    found = tables(floor(Figures(a_small_forum())))[-1]
    assert found.rows == (("Round table 1 [rt1]", "panellist", "1", "2"),)
