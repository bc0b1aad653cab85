from __future__ import annotations

from scheduler.domain.selection import Selection
from scheduler.services.lot_again import selected_again
from scheduler.services.lot_verify import verify_lot
from scheduler.services.selecting.selecting import select
from solver.result import Limits
from tests.scheduler.asking import a_forum_of_two_sessions

LIMITS = Limits()
FORUM = a_forum_of_two_sessions()


def in_parts(*orders: str) -> Selection:
    made = None
    for session in orders:
        made = select(FORUM, LIMITS, sessions=[session], earlier=made)
    assert made is not None
    return made


def test_a_selection_made_in_parts_is_repeated_part_by_part_in_their_order() -> None:
    for orders in (("s1", "s2"), ("s2", "s1"), ("s1", "s2", "s1")):
        made = in_parts(*orders)
        again = selected_again(FORUM, made, LIMITS)
        assert (again, verify_lot(FORUM, made, again).differs) == (made, ())


def test_a_part_whose_levels_were_changed_by_hand_is_told() -> None:
    made = in_parts("s1", "s2")
    parts = (made.parts[0], made.parts[1].model_copy(update={"levels": ()}))
    found = verify_lot(FORUM, made.model_copy(update={"parts": parts}), selected_again(FORUM, made, LIMITS))
    assert found.differs == ("Part 2 (s2): the levels come to other amounts when selecting again.",)


def test_a_session_decided_again_takes_its_decisions_out_of_the_whole() -> None:
    whole = select(FORUM, LIMITS)
    made = select(FORUM, LIMITS, sessions=["s2"], earlier=whole)
    assert [(part.sessions, part.requests) for part in made.parts] == [((), ("a1", "a2")), (("s2",), ("b1", "b2"))]
    assert selected_again(FORUM, made, LIMITS) == made
