"""Counts requests and what became of them: by body, class, constituency, region, flag, session and role.

Each request is counted once in every table, where it stands: one that was given its second choice counts there. A
place that is given, or was and is withdrawn from, is public; what was asked for beyond that is told as far as
:mod:`scheduler.services.participation.protection` lets, or all of it to organisers. Bodies, their classes and the
constituencies in these are a tree: below a number that is not told none is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from scheduler.publish.visible import WITHHELD
from scheduler.services.participation.groups import BODIES, Group, Groups, scheme_of
from scheduler.services.participation.parts import (
    Part,
    Parts,
    Told,
    beside,
    bodies_of,
    by_place,
    enter,
    outcomes_of,
    rows_of,
    summed,
    told_of,
)
from scheduler.services.participation.protection import LEAST_ORGANISATIONS, LEAST_WITH_FLAG, Cell, is_safe, untold
from scheduler.services.participation.requests import PLACED, Asked, Fate, Requests, Wish
from scheduler.services.participation.subtraction import Ledger

_NONE = "none"
"""Key of who is in no such group, or is withheld: one number for both, so that few who are withheld hide no others."""


class Counting:
    """Counts wishes by the groups of one forum; ``nobody_refused`` where all can know that."""

    def __init__(self, groups: Groups, sessions: Mapping[str, str], *, nobody_refused: bool) -> None:
        self._groups = groups
        self._least = 0 if groups.for_organisers else LEAST_ORGANISATIONS
        self._nobody_refused = nobody_refused
        self._sessions = sessions
        self._has_begun = False
        self._members = {p.id: groups.of_participant(p) for p in groups.forum.participants}

    def requests(self, wishes: Sequence[Wish], roles: Mapping[str, str] | None = None) -> Requests:
        """Return the tables of some requests: by session for the floor, or by role where roles are named."""
        whole = Part("All", tuple(wishes), frozenset(self._members))
        self._has_begun = any(whole.of(Fate.SPOKEN, Fate.ABSENT))
        is_told = is_safe(whole.unplaced, self._least) or (self._nobody_refused and not whole.unplaced.are)
        top: Told = frozenset({"all"} if is_told else ())
        ledger = Ledger(self._least)
        enter(ledger, {"all": whole}, top)
        bodies = self._parts(whole, BODIES, lambda group: group.body)
        of_bodies = told_of(bodies, top, "all", self._least)
        enter(ledger, bodies, of_bodies)
        classes, constituencies = self._below(ledger, bodies, of_bodies)
        places = by_place(whole, self._sessions if roles is None else roles, is_role=roles is not None)
        by_places = self._rows(places, beside(ledger, places, told_of(places, top, "all", self._least)))
        stakeholders = bodies.get("interspersed", Part(""))
        return Requests(
            total=whole.asked("all", top, has_begun=self._has_begun),
            outcomes=outcomes_of(whole, self._least, is_told=bool(top)),
            by_body=self._rows(bodies, of_bodies),
            by_class=classes,
            by_constituency=constituencies,
            by_region={scheme: self._by_region(ledger, whole, scheme, top) for scheme in self._groups.regions},
            by_flag=tuple(self._by_flag(ledger, stakeholders, of_bodies)),
            by_session=by_places if roles is None else (),
            by_role=() if roles is None else by_places,
        )

    def _below(self, ledger: Ledger, bodies: Parts, told: Told) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
        """Return the rows of the classes in each body, and of the constituencies in these."""
        labels = {**self._groups.constituencies, _NONE: f"None, or {WITHHELD}"}
        rows: dict[str, Asked] = {}
        found: dict[str, list[Asked]] = {key: [] for key in labels}
        for body, part in bodies.items():
            classes = self._parts(part, self._groups.classes, lambda group: group.class_id or "")
            of_classes = told_of(classes, told, body, self._least)
            enter(ledger, classes, of_classes)
            for key, one in classes.items():
                rows[key] = one.asked(key, of_classes, has_begun=self._has_begun)
                parts = self._parts(one, labels, lambda group: group.constituency or _NONE)
                of_parts = told_of(parts, of_classes, key, self._least)
                enter(ledger, parts, of_parts)
                for row in self._rows(parts, of_parts):
                    if body != "delegations" or row.key != _NONE:
                        found[row.key].append(row)
        in_order = tuple(rows[key] for key in self._groups.classes if key in rows)
        return in_order, tuple(summed(found[key]) for key in labels if found[key])

    def _rows(self, parts: Parts, told: Told) -> tuple[Asked, ...]:
        return rows_of(parts, told, has_begun=self._has_begun)

    def _parts(self, whole: Part, labels: Mapping[str, str], key: Callable[[Group], str]) -> Parts:
        """Return the parts of a whole, each with its members."""
        keys = {member: key(self._members[member]) for member in whole.members}
        found: dict[str, Part] = {}
        for name, label in labels.items():
            wishes = tuple(wish for wish in whole.wishes if key(wish.group) == name)
            members = frozenset(member for member in whole.members if keys[member] == name)
            if wishes or members:
                found[name] = Part(label, wishes, members)
        return found

    def _by_region(self, ledger: Ledger, whole: Part, scheme: str, top: Told) -> tuple[Asked, ...]:
        def key(group: Group) -> str:
            own = [region for region in group.regions if scheme_of(region) == scheme]
            return _NONE if not own else "several" if own[1:] else own[0]

        others = {"several": "Several of these", _NONE: f"None of these, or {WITHHELD}"}
        parts = self._parts(whole, {**self._groups.regions[scheme], **others}, key)
        return self._rows(parts, beside(ledger, parts, told_of(parts, top, "all", self._least)))

    def _by_flag(self, ledger: Ledger, stakeholders: Part, above: Told) -> Iterator[Asked]:
        """Yield one row a flag; who has a flag is not public, so that what was given is protected too."""
        least = 0 if self._groups.for_organisers else LEAST_WITH_FLAG
        for flag, label in self._groups.flags.items():

            def key(group: Group, flag: str = flag) -> str:
                return "with" if flag in group.flags else _NONE

            parts = self._parts(stakeholders, {"with": label, _NONE: ""}, key)
            row = parts.get("with", Part(label))
            hidden = frozenset[str]()
            for fates in (PLACED, (Fate.SPOKEN,), (Fate.LEFT,)):
                cells = {name: Cell(stakeholders.could_ask, bodies_of(p.of(*fates))) for name, p in parts.items()}
                hidden |= untold(cells, least)
            if "with" in parts.keys() - hidden:
                told = beside(ledger, parts, told_of(parts, above, "interspersed", least))
                yield row.asked("with", told, has_begun=self._has_begun).model_copy(update={"key": flag})
            else:
                nothing = dict.fromkeys(("given", "joined", "withdrawn"))
                yield row.asked("with", frozenset(), has_begun=False).model_copy(update={"key": flag, **nothing})
