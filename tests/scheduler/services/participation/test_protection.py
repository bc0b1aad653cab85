"""What few organisations asked for in vain can neither be read nor worked out of a table and its sums."""

from collections.abc import Callable, Mapping
from itertools import product

import pytest

from scheduler.services.participation.protection import Cell, is_safe, joined, untold

World = tuple[tuple[int, int], ...]
"""For each group the organisations without a place, and the requests they made."""
Told = tuple[int | None, ...]
Hide = Callable[[Mapping[str, Cell], int], frozenset[str]]


def a_cell(could_be: int, are: int, name: str = "o") -> Cell:
    """Return a cell of so many organisations, the first of which it is about."""
    names = [f"{name}{i}" for i in range(could_be)]
    return Cell(frozenset(names), frozenset(names[:are]))


@pytest.mark.parametrize(("could_be", "are", "expected"), [(5, 0, True), (5, 3, True), (5, 2, False), (4, 3, False)])
def test_a_number_is_told_of_nobody_or_of_three_organisations_among_five(
    could_be: int, are: int, expected: bool
) -> None:
    assert is_safe(a_cell(could_be, are)) is expected


def test_a_group_that_is_not_told_takes_others_with_it_until_neither_can_be_worked_out() -> None:
    cells = {"one": a_cell(1, 1, "a"), "small": a_cell(20, 6, "b"), "large": a_cell(20, 12, "c")}
    assert untold(cells) == {"one", "small", "large"}
    assert untold({**cells, "largest": a_cell(30, 20, "d")}) == {"one", "small", "large"}


def test_groups_are_all_told_where_nobody_is_without_a_place() -> None:
    assert untold({"one": a_cell(1, 0, "a"), "large": a_cell(20, 0, "b")}) == frozenset()


def test_the_sum_of_small_groups_is_told_once_they_are_many_whichever_is_taken_away() -> None:
    cells = {name: a_cell(4, 4, name) for name in "abc"} | {"large": a_cell(20, 12, "l")}
    assert untold(cells) == {"a", "b", "c"}


def alone(cells: Mapping[str, Cell], least: int) -> frozenset[str]:
    """Return the groups that are not safe alone, which is too few to keep back."""
    return frozenset(key for key, cell in cells.items() if not is_safe(cell, least))


def told(members: tuple[int, ...], world: World, least: int, hide: Hide = untold) -> Told | None:
    """Return all that a table tells: the sum and the groups; nothing where the sum is not told."""
    cells = {str(i): a_cell(size, few, f"{i}.") for i, (size, (few, _)) in enumerate(zip(members, world, strict=True))}
    if not is_safe(joined(cells.values()), least):
        return None
    hidden = hide(cells, least)
    return (
        sum(requests for _, requests in world),
        *(None if str(i) in hidden else requests for i, (_, requests) in enumerate(world)),
    )


def tells_of_few(members: tuple[int, ...], least: int, hide: Hide = untold) -> list[Told | None]:
    """Return what tables of such groups tell where every explanation has a small group without a place.

    A reader knows the method and the size of each group, and takes an organisation to have made three requests at most.
    """
    choices = [[(few, n) for few in range(size + 1) for n in range(few, 3 * few + 1)] for size in members]
    explanations: dict[Told | None, list[World]] = {}
    for world in product(*choices):
        explanations.setdefault(told(members, world, least, hide), []).append(world)
    small = [i for i, size in enumerate(members) if size < least]
    return [
        output
        for output, worlds in explanations.items()
        if any(all(few == n for few, n in world) for world in worlds)
        and any(all(world[i][0] for world in worlds) for i in small)
    ]


@pytest.mark.parametrize("least", [2, 3])
def test_nobody_can_work_out_that_a_small_group_was_left_without_a_place(least: int) -> None:
    assert [members for members in product(range(4), repeat=3) if tells_of_few(members, least)] == []


def test_the_attack_finds_a_small_group_whose_number_can_be_subtracted() -> None:
    assert tells_of_few((1, 3), least=2, hide=alone) == [(2, None, None), (3, None, 2), (4, None, 3)]
