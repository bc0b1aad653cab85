"""Finds a smallest set of requirements that cannot hold together, by leaving some out and solving again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

R = TypeVar("R")

Holds = Callable[[Sequence[R]], bool | None]
"""Whether some requirements can hold together: True, False, or None where it was not found out in time."""


class UndecidedError(Exception):
    """A question that minimality rests on was not answered in time."""


def smallest(requirements: Sequence[R], background: Sequence[R], holds: Holds[R]) -> list[R]:
    """Return a smallest subset that cannot hold together with the background.

    QuickXplain (Junker, AAAI 2004): the set is split in halves, so that few questions are asked where the set found
    is small. Whatever is left out of the result can be put back without making the rest of it possible; without any
    one member the rest, with the background, holds.

    Parameters
    ----------
    requirements
        Candidates, the ones to keep if there is a choice first.
    background
        Requirements that always apply; with all candidates they cannot hold.

    Raises
    ------
    UndecidedError
        If ``holds`` answered None.
    """

    def is_impossible(asked: Sequence[R]) -> bool:
        answer = holds(asked)
        if answer is None:
            raise UndecidedError
        return not answer

    def split(given: list[R], has_grown: bool, candidates: list[R]) -> list[R]:
        if has_grown and is_impossible(given):
            return []
        if len(candidates) == 1:
            return candidates
        middle = len(candidates) // 2
        first, second = candidates[:middle], candidates[middle:]
        from_second = split([*given, *first], bool(first), second)
        from_first = split([*given, *from_second], bool(from_second), first)
        return from_first + from_second

    if not requirements or is_impossible(background):
        return []
    return split(list(background), False, list(requirements))
