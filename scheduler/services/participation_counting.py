"""Counts requests and what became of them: by body, class, constituency, region, flag, session and role.

Each request is counted once in every table, where it stands: one that was given its second choice counts there. A
place that is given is public; what was asked for beyond that is told as far as :mod:`participation_protection` lets.
Bodies, their classes and the constituencies in these are a tree: below a number that is not told none is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.publish.visible import WITHHELD
from scheduler.services.participation_groups import BODIES, Group, Groups, scheme_of
from scheduler.services.participation_protection import LEAST_ORGANISATIONS, Cell, is_safe, too_few, untold
from scheduler.services.participation_requests import PLACED, UNPLACED, Asked, Fate, Requests, Wish

_NONE = "none"
"""Key of who is in no such group, or is withheld: one number for both, so that few who are withheld hide no others."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Of which parts of a whole it is told what they asked for, and how many have spoken."""

    asked: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Part:
    """Some wishes, and the organisations of the group they are of."""

    label: str
    wishes: tuple[Wish, ...] = ()
    members: frozenset[str] = frozenset()

    def of(self, *fates: Fate) -> tuple[Wish, ...]:
        return tuple(wish for wish in self.wishes if wish.fate in fates)

    @property
    def could_ask(self) -> frozenset[str]:
        return self.members | _bodies(self.wishes)

    @property
    def unplaced(self) -> Cell:
        return Cell(self.could_ask, _bodies(self.of(*UNPLACED)))

    @property
    def placed(self) -> frozenset[str]:
        return _bodies(self.of(*PLACED))

    def asked(self, key: str, told: _Told) -> Asked:
        is_told = key in told.asked
        return Asked(
            key=key,
            label=self.label,
            requested=len(self.wishes) if is_told else None,
            given=len(self.of(*PLACED)),
            joined=len(self.of(Fate.JOINED)),
            unplaced=len(self.of(*UNPLACED)) if is_told else None,
            spoken=len(self.of(Fate.SPOKEN)) if key in told.spoken else None,
        )


_Parts = Mapping[str, _Part]


class Counting:
    """Counts wishes by the groups of one forum; ``nobody_refused`` where all can know that."""

    def __init__(self, groups: Groups, sessions: Mapping[str, str], *, nobody_refused: bool) -> None:
        self._groups = groups
        self._nobody_refused = nobody_refused
        self._sessions = sessions
        self._members = {p.id: groups.of_participant(p) for p in groups.forum.participants}

    def requests(self, wishes: Sequence[Wish], roles: Mapping[str, str] | None = None) -> Requests:
        """Return the tables of some requests: by session for the floor, or by role where roles are named."""
        whole = _Part("All", tuple(wishes), frozenset(self._members))
        has_spoken = any(whole.of(Fate.SPOKEN, Fate.ABSENT)) and len(whole.placed) >= LEAST_ORGANISATIONS
        all_ = frozenset({"all"})
        is_told = is_safe(whole.unplaced) or (self._nobody_refused and not whole.unplaced.are)
        top = _Told(all_ if is_told else frozenset(), all_ if has_spoken else frozenset())
        bodies = self._parts(whole, BODIES, lambda group: group.body)
        of_bodies = _told(bodies, top, "all")
        classes, constituencies = self._below(bodies, of_bodies)
        places = self._sessions if roles is None else roles
        by_place = _rows(_by_place(whole, places, roles is not None), top, "all")
        return Requests(
            total=whole.asked("all", top),
            outcomes=_outcomes(whole, is_told=bool(top.asked)),
            by_body=_rows(bodies, top, "all"),
            by_class=classes,
            by_constituency=constituencies,
            by_region={s: _rows(self._by_region(whole, s), top, "all") for s in self._groups.regions},
            by_flag=tuple(self._by_flag(bodies.get("interspersed", _Part("")), of_bodies)),
            by_session=by_place if roles is None else (),
            by_role=() if roles is None else by_place,
        )

    def _below(self, bodies: _Parts, told: _Told) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
        """Return the rows of the classes in each body, and of the constituencies in these."""
        labels = {**self._groups.constituencies, _NONE: f"None, or {WITHHELD}"}
        rows: dict[str, Asked] = {}
        found: dict[str, list[Asked]] = {key: [] for key in labels}
        for body, part in bodies.items():
            classes = self._parts(part, self._groups.classes, lambda group: group.class_id or "")
            told_of = _told(classes, told, body)
            for key, one in classes.items():
                rows[key] = one.asked(key, told_of)
                for row in _rows(self._parts(one, labels, _constituency), told_of, key):
                    if body != "delegations" or row.key != _NONE:
                        found[row.key].append(row)
        in_order = tuple(rows[key] for key in self._groups.classes if key in rows)
        return in_order, tuple(_summed(found[key]) for key in labels if found[key])

    def _parts(self, whole: _Part, labels: Mapping[str, str], key: Callable[[Group], str]) -> _Parts:
        """Return the parts of a whole, each with its members."""
        keys = {member: key(self._members[member]) for member in whole.members}
        found: dict[str, _Part] = {}
        for name, label in labels.items():
            wishes = tuple(wish for wish in whole.wishes if key(wish.group) == name)
            members = frozenset(member for member in whole.members if keys[member] == name)
            if wishes or members:
                found[name] = _Part(label, wishes, members)
        return found

    def _by_region(self, whole: _Part, scheme: str) -> _Parts:
        def key(group: Group) -> str:
            own = [region for region in group.regions if scheme_of(region) == scheme]
            return _NONE if not own else "several" if own[1:] else own[0]

        others = {"several": "Several of these", _NONE: f"None of these, or {WITHHELD}"}
        return self._parts(whole, {**self._groups.regions[scheme], **others}, key)

    def _by_flag(self, stakeholders: _Part, above: _Told) -> Iterator[Asked]:
        """Yield one row a flag; who has a flag is not public, so that what was given is protected too."""
        for flag, label in self._groups.flags.items():

            def key(group: Group, flag: str = flag) -> str:
                return "with" if flag in group.flags else _NONE

            parts = self._parts(stakeholders, {"with": label, _NONE: ""}, key)
            told = _told(parts, above, "interspersed")
            row = parts.get("with", _Part(label))
            if "with" in parts.keys() - untold({k: Cell(stakeholders.could_ask, p.placed) for k, p in parts.items()}):
                yield row.asked("with", told).model_copy(update={"key": flag})
            else:
                yield row.asked("with", _Told()).model_copy(update={"key": flag, "given": None, "joined": None})


def _told(parts: _Parts, above: _Told, whole: str) -> _Told:
    """Return what is told of the parts of a whole, none of which is told where the whole is not."""
    asked: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    if whole in above.asked:
        asked = frozenset(parts) - untold({key: part.unplaced for key, part in parts.items()})
    if whole in above.spoken:
        spoken = frozenset(parts) - too_few({key: part.placed for key, part in parts.items() if part.placed})
    return _Told(asked, spoken)


def _rows(parts: _Parts, above: _Told, whole: str) -> tuple[Asked, ...]:
    told = _told(parts, above, whole)
    return tuple(part.asked(key, told) for key, part in parts.items())


def _by_place(whole: _Part, labels: Mapping[str, str], is_role: bool) -> _Parts:
    """Return the wishes by session or role, which any organisation could have asked for."""
    found = {key: tuple(w for w in whole.wishes if (w.role if is_role else w.session) == key) for key in labels}
    return {key: _Part(labels[key], wishes, whole.members) for key, wishes in found.items() if wishes}


def _outcomes(whole: _Part, *, is_told: bool) -> Mapping[str, int | None]:
    """Return what became of the requests without a place; all are hidden where some must be and could be subtracted."""
    cells = {fate.value: Cell(whole.members, _bodies(whole.of(fate))) for fate in UNPLACED}
    hidden = untold(cells) if is_told else cells.keys()
    return {fate.value: None if fate.value in hidden else len(whole.of(fate)) for fate in UNPLACED}


def _constituency(group: Group) -> str:
    return group.constituency or _NONE


def _summed(rows: Sequence[Asked]) -> Asked:
    """Return a constituency that has members of several classes as one row, told where all its parts are."""
    first, *others = rows
    for row in others:
        counts = {name: _sum(getattr(first, name), getattr(row, name)) for name in _COUNTS}
        first = first.model_copy(update=counts)
    return first


_COUNTS = ("requested", "given", "joined", "unplaced", "spoken")


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _bodies(wishes: Iterable[Wish]) -> frozenset[str]:
    return frozenset(wish.organisation for wish in wishes)
