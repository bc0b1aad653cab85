"""Some requests as parts of a whole, and what is told of each part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scheduler.services.participation.protection import Cell, untold
from scheduler.services.participation.requests import PLACED, UNPLACED, Asked, Fate, Wish
from scheduler.services.participation.subtraction import Ledger, Number

Told = frozenset[str]
"""Keys of the parts of a whole of which it is told what they asked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some wishes, and the organisations of the group they are of."""

    label: str
    wishes: tuple[Wish, ...] = ()
    members: frozenset[str] = frozenset()

    def of(self, *fates: Fate) -> tuple[Wish, ...]:
        """Return the wishes that ended so."""
        return tuple(wish for wish in self.wishes if wish.fate in fates)

    @property
    def could_ask(self) -> frozenset[str]:
        """Organisations of the group, and whoever else asks in it."""
        return self.members | bodies_of(self.wishes)

    @property
    def number(self) -> Number:
        """Its number of requests without a place, as others are set beside it."""
        requests, unplaced = _named(self.wishes), _named(self.of(*UNPLACED))
        return Number(requests, unplaced, self.members)

    @property
    def unplaced(self) -> Cell:
        """Who could be without a place, and who is."""
        return Cell(self.could_ask, bodies_of(self.of(*UNPLACED)))

    def asked(self, key: str, told: Told, *, has_begun: bool) -> Asked:
        """Return its row, with what is told; ``has_begun`` where somebody was called to speak."""
        is_told = key in told
        return Asked(
            key=key,
            label=self.label,
            requested=len(self.wishes) if is_told else None,
            given=len(self.of(*PLACED)),
            joined=len(self.of(Fate.JOINED)),
            withdrawn=len(self.of(Fate.LEFT)),
            unplaced=len(self.of(*UNPLACED)) if is_told else None,
            spoken=len(self.of(Fate.SPOKEN)) if has_begun else None,
        )


Parts = Mapping[str, Part]


def told_of(parts: Parts, above: Told, whole: str, least: int) -> Told:
    """Return what is told of the parts of a whole, none of which is told where the whole is not."""
    if whole not in above:
        return frozenset()
    return frozenset(parts) - untold({key: part.unplaced for key, part in parts.items()}, least)


def rows_of(parts: Parts, told: Told, *, has_begun: bool) -> tuple[Asked, ...]:
    """Return the rows of a table."""
    return tuple(part.asked(key, told, has_begun=has_begun) for key, part in parts.items())


def enter(ledger: Ledger, parts: Parts, told: Told) -> None:
    """Take a table as told that is safe by itself and with those above it."""
    ledger.enter(*_numbers(parts, told))


def beside(ledger: Ledger, parts: Parts, told: Told) -> Told:
    """Return what is told of a table beside all that were entered before: the same, or of requests nothing."""
    if not told:
        return told
    if ledger.admits(*_numbers(parts, told)):
        enter(ledger, parts, told)
        return told
    return frozenset()


def _numbers(parts: Parts, told: Told) -> tuple[list[Number], list[Number]]:
    found: dict[bool, list[Number]] = {True: [], False: []}
    for key, part in parts.items():
        found[key in told].append(part.number)
    return found[True], found[False]


def by_place(whole: Part, labels: Mapping[str, str], is_role: bool) -> Parts:
    """Return the wishes by session or role, which any organisation could have asked for."""
    found = {key: tuple(w for w in whole.wishes if (w.role if is_role else w.session) == key) for key in labels}
    return {key: Part(labels[key], wishes, whole.members) for key, wishes in found.items() if wishes}


def outcomes_of(whole: Part, least: int, *, is_told: bool) -> Mapping[str, int | None]:
    """Return what became of the requests without a place; all are hidden where some must be and could be subtracted."""
    cells = {fate.value: Cell(whole.members, bodies_of(whole.of(fate))) for fate in UNPLACED}
    hidden = untold(cells, least) if is_told else cells.keys()
    return {fate.value: None if fate.value in hidden else len(whole.of(fate)) for fate in UNPLACED}


def summed(rows: Sequence[Asked]) -> Asked:
    """Return a constituency that has members of several classes as one row, told where all its parts are."""
    first, *others = rows
    for row in others:
        counts = {name: _sum(getattr(first, name), getattr(row, name)) for name in _COUNTS}
        first = first.model_copy(update=counts)
    return first


_COUNTS = ("requested", "given", "joined", "withdrawn", "unplaced", "spoken")


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _named(wishes: Iterable[Wish]) -> frozenset[tuple[str, str]]:
    return frozenset((wish.id, wish.organisation) for wish in wishes)


def bodies_of(wishes: Iterable[Wish]) -> frozenset[str]:
    """Return the organisations that made some requests."""
    return frozenset(wish.organisation for wish in wishes)
