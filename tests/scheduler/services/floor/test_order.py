from random import Random

import pytest

from scheduler.domain.session import Mode
from scheduler.errors import RefusedError
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.floor import act
from scheduler.services.floor.setting import Part
from tests.scheduler.services.floor.best import is_best
from tests.scheduler.services.floor.tables import a_table, at, do, run, waiting


def test_a_list_keeps_its_order_while_nothing_but_time_passes() -> None:
    order = "s1 h1 s2 s3 s4 h2"
    floor = run(a_table(order), "10:00 start", "10:00 next", "10:01 pause", "10:09 resume", "10:12 overrun")
    assert waiting(floor) == "h1 s2 s3 s4 h2"


def test_one_change_after_the_other_never_puts_a_stakeholder_off_for_ever() -> None:
    floor = run(a_table("s1 s2 h1 s3 s4 s5 h2 s6 s7 s8 h3 s9", 120), "10:00 start")
    for minute in range(10, 46, 3):
        floor = run(floor, f"10:{minute} next")
        if {"s8", "s9"} <= set(floor.state.queues[Part.LIST]):
            floor = do(floor, f"10:{minute}", "swap", "s8", other="s9")
    spoke = [*(turn.speaker for turn in floor.state.turns), floor.state.turn and floor.state.turn.speaker]
    assert " ".join(map(str, spoke)) == "s1 s2 s3 h1 s4 s5 h2 s6 s7 h3 s8 s9"


def test_whoever_comes_after_a_named_call_makes_up_for_it() -> None:
    floor = run(a_table("s1 s2 h1 s3 s4 h2 s5 s6 h3", 60), "10:00 start", "10:00 next h1", "10:03 next h2")
    assert waiting(floor) == "s1 s2 s3 s4 h3 s5 s6"


def test_how_far_a_side_is_ahead_is_carried_over_by_one_statement_at_most() -> None:
    order = "s1 s2 h1 s3 s4 h2 s5 s6 h3 s7 s8 h4 s9 s10"
    floor = run(a_table(order, 90), "10:00 start", "10:00 next h1", "10:03 next h2", "10:06 next h3")
    assert floor.state.tempo[Part.LIST].ahead == 180


def test_pinned_speakers_keep_their_places_counted_from_the_first_turn_or_the_end() -> None:
    pins = {"s1": {"place": 1}, "h1": {"place": 4}, "u1": {"place": -1}}
    floor = run(a_table("s1 s2 s3 h1 s4 s5 u1", requests=pins), "10:00 start", "10:00 next")
    assert waiting(floor) == "s2 s3 h1 s4 s5 u1"
    assert waiting(run(floor, "10:00 withdraw s2")) == "s3 s4 h1 s5 u1"
    assert waiting(run(floor, "10:00 absent s3")) == "s2 s4 h1 s5 s3 u1"


def test_two_pinned_speakers_who_are_overdue_come_in_the_order_of_their_places() -> None:
    floor = a_table("s1 s2 h1 s3 h2 s4 u1", requests={"s1": {"place": 1}, "h1": {"place": 3}})
    assert waiting(run(floor, "10:00 start", "10:00 next h2", "10:03 next s3")) == "s1 h1 s2 s4 u1"


def test_where_places_are_reserved_or_drawn_nobody_is_interspersed() -> None:
    for mode in (Mode.RESERVED, Mode.NONE):
        floor = run(a_table("s1 s2 s3 h1 h2", mode=mode), "10:00 withdraw s2")
        assert waiting(floor) == "s1 s3 h1 h2"


@pytest.mark.parametrize("seed", range(200))
def test_a_list_stays_as_well_interspersed_as_it_can_be(seed: int) -> None:
    random = Random(seed)
    names = [f"{random.choice('sssh')}{number}" for number in range(random.randint(2, 9))]
    limits = {name: random.choice((120, 180, 300)) for name in names}
    floor = a_table(" ".join(names), 90, limits=limits)
    for _ in range(10):
        what = random.choice((Act.SWAP, Act.WITHDRAW, Act.ABSENT, Act.SKIP))
        one, other = random.choice(names), random.choice(names)
        try:
            floor = act(floor, Action(at=at("10:00"), act=what, speaker=one, other=other))
        except RefusedError:
            continue
        assert is_best(floor, Part.LIST)
