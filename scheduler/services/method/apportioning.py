"""How the places of a class are shared out among its constituencies, worked out with the figures of one session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from scheduler.domain.session import Session
from scheduler.services.method.document import Block, Section, Table, passages, points
from scheduler.services.method.figures import Figures, places_of
from scheduler.services.method.floor import part_named
from scheduler.services.method.words import class_named, counted, listed, session_named
from scheduler.services.selecting.groups import Group, Part
from solver.selection.apportion import sainte_lague

MOST_STEPS = 12
"""Places of the example that are told one by one, before the others are only counted."""

RULE = (
    "Place by place, the next goes to the constituency with the highest quotient: what it asks for, "
    "divided by 1 while it has no place, by 3 once it has one, by 5 once it has two, and so on. Of equal quotients "
    "the larger claim wins, then the constituency of whose requests the lot draws one first. What a constituency "
    "is promised at least it has before that, as far as it asks for it, and nobody has more than it asks for or than "
    "its most. Where there are fewer places than promised at least, they are shared out in proportion to these "
    "promises. Requests that name a session as a second choice are counted after all first choices, in the same way, "
    "for places that are left."
)


@dataclass(frozen=True, slots=True)
class Example:
    """One class in one session, with the places it has."""

    session: Session
    group: Group
    places: int


def apportioning(figures: Figures) -> Section | None:
    """Explain the method with the class and session of this forum where most constituencies ask."""
    if not figures.forum.shares or not figures.forum.constituencies:
        return None
    example = _example(figures)
    blocks: list[Block] = [
        *passages(RULE),
        *(_made_up() if example is None else _worked(figures, example)),
    ]
    title = "How places are shared out among constituencies"
    return Section(id="constituencies", title=title, blocks=tuple(blocks))


def _example(figures: Figures) -> Example | None:
    """Choose the class and session in which most constituencies ask, rather where not all can be given a place."""
    found = [
        Example(session, group, places_of(seats))
        for session in figures.forum.sessions
        for group, seats in figures.groups(session)
    ]
    worth = [example for example in found if len(example.group.parts) > 1]
    return max(worth, key=lambda e: (e.places < e.group.first, len(e.group.parts)), default=None)


def _worked(figures: Figures, example: Example) -> Iterator[Block]:
    forum = figures.forum
    parts = example.group.parts
    claims, least, most = _bounds(parts)
    named = [part_named(forum, part, example.group) for part in parts]
    classes = listed([class_named(forum, item.id) for item in forum.classes if item.id in example.group.classes])
    when = "are asked for as requests stand now" if figures.as_asked else "would be asked for if everybody asked once"
    yield from passages(
        f"For example {classes} in {session_named(forum, example.session)}, with "
        f"{counted(example.places, 'place')}, where {sum(claims)} {when}:"
    )
    if sum(least) > example.places:
        yield from passages("There are fewer places than are promised at least, so these promises are the claims.")
        claims, least, most = least, [0] * len(least), least
    given = sainte_lague(claims, example.places, least, most)
    steps = list(islice(_steps(claims, least, most, example.places), MOST_STEPS))
    promised = [(named[i], f"{counted(n, 'place')}, which it is promised at least") for i, n in enumerate(least) if n]
    if promised:
        yield points(*promised)
    told = [_step(place, named[i], claims[i], n) for place, i, n in steps]
    more = sum(given) - sum(least) - len(told)
    yield points(*told, *([f"And so on for {counted(more, 'more place', 'more places')}."] if more else []))
    rows = tuple((n, str(c), str(g)) for n, c, g in zip(named, claims, given, strict=True))
    yield Table(header=("constituency", "asks for", "has"), rows=rows, numbers=(1, 2))
    left = example.places - sum(given)
    if left:
        yield from passages(f"{counted(left, 'place is', 'places are')} left for second choices.")


def _bounds(parts: Sequence[Part]) -> tuple[list[int], list[int], list[int]]:
    """Return what each asks for, has at least and has at most, first choices alone."""
    claims = [part.first for part in parts]
    least = [min(part.least, part.first + part.second) for part in parts]
    return claims, least, [max(high, low) for high, low in zip(claims, least, strict=True)]


def _steps(
    claims: Sequence[int], least: Sequence[int], most: Sequence[int], places: int
) -> Iterator[tuple[int, int, int]]:
    """Yield for each place beyond the promises its number, who has it, and how many that one had before."""
    before = list(least)
    for place in range(sum(least) + 1, places + 1):
        after = sainte_lague(claims, place, least, most)
        winner = next((i for i, (old, new) in enumerate(zip(before, after, strict=True)) if new > old), None)
        if winner is None:
            return
        yield place, winner, before[winner]
        before = after


def _step(place: int, named: str, claim: int, had: int) -> str:
    quotient = Fraction(claim, 2 * had + 1)
    shown = f"{float(quotient):.2f}".rstrip("0").rstrip(".")
    return f"Place {place} goes to {named}: {claim} divided by {2 * had + 1} is {shown}, the highest quotient."


def _made_up() -> Iterator[Block]:
    yield from passages(
        "No class of this forum that has a share has requests of several constituencies, so here is one that is made "
        "up: 3 places, and three constituencies A, B and C with 7, 4 and 1 requests."
    )
    claims, least, most = [7, 4, 1], [0, 0, 0], [7, 4, 1]
    yield points(*(_step(place, "ABC"[i], claims[i], n) for place, i, n in _steps(claims, least, most, 3)))
