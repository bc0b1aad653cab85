"""Laying a participation model over a forum: its rows take the place of the forum's, by key; nothing is done twice.

What the forum does not have cannot be set for it, so such rows are left out and said. Sessions, requests and names that
are there already stay as they are, since people may have changed them since.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from scheduler.domain.base import Text, Value
from scheduler.domain.forum import Forum
from scheduler.domain.session import Link
from scheduler.formats.cells import written
from scheduler.formats.columns import Table, tables
from scheduler.formats.raw import RawRow
from scheduler.formats.reference_columns import targets_of
from scheduler.formats.tables import BETWEEN_ENTRIES, read_cells, validate
from scheduler.services.models.dedicated import fits_a_period, slot_objection, with_slot_given
from scheduler.services.models.expanding import Cells, LeftOutError, expanded
from scheduler.services.models.model import TABLES, Model, ModelSettings
from scheduler.services.models.reading import model_named, model_names

_ONLY_CHANGED = frozenset({"classes", "kinds"})
"""Tables in which a model changes rows of the forum and adds none."""

_ONLY_ADDED = frozenset({"flags", "constituencies", "criteria", "sessions", "requests"})
"""Tables in which what is there stays as it is."""

_REPLACED = frozenset({"shares", "balances"})
"""Tables in which a model's row takes the whole place of the forum's, since its cells exclude each other."""

_LISTED = 8
_OPENS, _CLOSES = dt.time(9), dt.time(17)


class Adopted(Value):
    """A forum that follows a model, and what had to be left out or left as it was."""

    forum: Forum
    notes: tuple[str, ...] = ()
    about_requests: tuple[str, ...] = Field((), description="Notes for the organiser alone: they tell of few requests")


def adopt(forum: Forum, model: Model) -> Adopted:
    """Return a forum with a model laid over it; adopting twice changes nothing more."""
    work = _Work(forum, model)
    work.leave_earlier_model()
    work.set_settings()
    for name in TABLES:
        raw = model.tables.get(name)
        for row in raw.rows if raw else ():
            work.lay(tables()[name], row)
    work.give_no_place_where_none_may_ask()
    notes, about_requests = (tuple(dict.fromkeys(found)) for found in (work.notes, work.about_requests))
    return Adopted(forum=work.forum, notes=notes, about_requests=about_requests)


@dataclass
class _Work:
    """A forum while a model is laid over it."""

    forum: Forum
    model: Model
    notes: list[str] = field(default_factory=list)
    about_requests: list[str] = field(default_factory=list)
    without: list[tuple[str, str]] = field(default_factory=list)
    """Kinds of session with classes that asked for the floor there before the model, which gives them none."""

    def note(self, table: Table, row: RawRow, said: str) -> None:
        notes = self.about_requests if table.name == "requests" else self.notes
        notes.append(f"{self.model.tables[table.name].file}, row {row.number}: {said}.")

    def leave_earlier_model(self) -> None:
        """Take out the shares and balances that another model set and nobody changed since."""
        earlier = self.forum.selection.model
        if earlier is None or earlier == self.model.name or earlier not in model_names():
            return
        bare = self.forum.model_copy(update={"shares": (), "balances": ()})
        work = _Work(bare, model_named(earlier))
        for name in ("shares", "balances"):
            raw = work.model.tables.get(name)
            for row in raw.rows if raw else ():
                work.lay(tables()[name], row)
            own = getattr(work.forum, name)
            kept = tuple(
                value for value in getattr(self.forum, name) if value not in own and value.basis != _none_by(earlier)
            )
            self.forum = self.forum.model_copy(update={name: kept})
        self._say_what_stays(earlier)

    def _say_what_stays(self, earlier: str) -> None:
        table, stays = tables()["sessions"], []
        raw = model_named(earlier).tables.get(table.name)
        for row in raw.rows if raw else ():
            try:
                stays += [cells["id"] for cells in expanded(self.forum, table.name, row)]
            except LeftOutError:
                continue
        stays = [name for name in stays if name in self.forum.session_by_id]
        if stays:
            more = f" and {len(stays) - _LISTED} more" if len(stays) > _LISTED else ""
            said = f"The forum followed {earlier}; its sessions stay: {', '.join(stays[:_LISTED])}{more}."
            self.notes.append(f"{said} Remove them, and what is tied to them, if they are not wanted.")

    def set_settings(self) -> None:
        """Set what holds for the whole forum; times at which lists open or close stay where they are set."""
        wanted, current = self.model.text.settings, self.forum.selection
        changes: dict[str, Any] = {"model": self.model.name}
        for name in ("most_in_session", "most_in_forum", "yielded"):
            if (value := getattr(wanted, name)) is not None:
                changes[name] = value
        for name, moment in _window(self.forum, wanted).items():
            held = getattr(current, name)
            if held is None:
                changes[name] = moment
            elif held != moment:
                word = name.replace("_", " ").replace("list", "lists").removesuffix("s")
                self.notes.append(f"{word.capitalize()} on {written(held)}, as the forum says; the model would set")
                self.notes[-1] += f" {written(moment)}."
        self.forum = self.forum.model_copy(update={"selection": current.model_copy(update=changes)})

    def lay(self, table: Table, row: RawRow) -> None:
        """Lay one row over the forum, as often as it holds there."""
        try:
            found = list(expanded(self.forum, table.name, row))
        except LeftOutError as error:
            self.note(table, row, f"{error}, so it is left out")
            return
        for cells in found:
            try:
                self._lay_cells(table, self._known(table, row, cells))
            except LeftOutError as error:
                self.note(table, row, str(error))

    def _known(self, table: Table, row: RawRow, cells: Cells) -> Cells:
        """Return cells without entries of lists that name what the forum has not."""
        kept = dict(cells)
        for column in table.columns:
            targets, cell = targets_of(table.name, column.name), cells.get(column.name)
            if not targets or cell is None:
                continue
            entries = [entry.strip() for entry in BETWEEN_ENTRIES.split(cell)] if column.many else [cell]
            unknown = [entry for entry in entries if entry and not self._has(targets, entry)]
            if unknown and not column.many:
                raise LeftOutError(f"the forum has no {unknown[0]} among its {' or '.join(targets)}, so it is left out")
            if unknown:
                self.note(table, row, f"the forum has no {', '.join(unknown)} among its {' or '.join(targets)}")
                kept[column.name] = "; ".join(entry for entry in entries if entry not in unknown)
        return {name: cell for name, cell in kept.items() if cell}

    def _has(self, targets: Iterable[str], name: str) -> bool:
        keys = ((target, tables()[target].key[0]) for target in targets)
        return any(str(getattr(value, key)) == name for target, key in keys for value in getattr(self.forum, target))

    def _lay_cells(self, table: Table, cells: Cells) -> None:
        rows: tuple[Value, ...] = getattr(self.forum, table.name)
        parsed, _ = read_cells(table, cells, "en" if "en" in self.forum.languages else self.forum.languages[0])
        key = _key_of(table, parsed)
        place = next((i for i, value in enumerate(rows) if _key_of_value(table, value) == key), None)
        if place is None and table.name in _ONLY_CHANGED:
            raise LeftOutError(f"the forum has no {key[0]} among its {table.name}, so it is left out")
        if place is not None and table.name in _ONLY_ADDED:
            return
        old = None if place is None or table.name in _REPLACED else rows[place]
        value = self._filled(table, _merged(table, old, parsed))
        rows = (*rows, value) if place is None else (*rows[:place], value, *rows[place + 1 :])
        self.forum = self.forum.model_copy(update={table.name: rows})
        if table.name == "requests":
            self.forum = with_slot_given(self.forum, value, self.model.name)

    def _filled(self, table: Table, data: dict[str, Any]) -> Value:
        """Return a row with what follows from the rest of the model, if it has a place in the forum."""
        if table.name == "ties" and data.get("link") is Link.FEEDS and data.get("amount") is None:
            data["amount"] = self.model.text.settings.dedicated_within_days
        if table.name == "requests" and data.get("requested_at") is None:
            data["requested_at"] = self.forum.selection.list_opens
        if table.name == "classes" and data["speaks_in"]:
            data["speaks_in"] += self._asked_already(data["id"], data["speaks_in"])
        value, problems = validate(table, data, set())
        if value is None:
            raise LeftOutError("; ".join(f"{column}: {problem}" for column, problem, _ in problems))
        if table.name == "balances":
            self._refuse_unknown_value(value)
        objection = {"sessions": fits_a_period, "requests": slot_objection}.get(table.name)
        if objection is not None and (said := objection(self.forum, value)):
            raise LeftOutError(said)
        return value

    def _asked_already(self, class_id: str, speaks_in: Iterable[str]) -> tuple[str, ...]:
        """Return the other kinds in which a class has asked for the floor, so that no request is lost."""
        counts: Counter[str] = Counter()
        for request in self.forum.requests:
            session = self.forum.session_by_id[request.session]
            if self.forum.participant_by_id[request.participant].participant_class == class_id and not request.role:
                counts[session.kind] += 1
        found = tuple(kind for kind in counts if kind not in speaks_in)
        for kind in found:
            said = f"the model gives no place in sessions of the kind {kind} to the class {class_id}"
            self.about_requests.append(f"{counts[kind]} requests stay, though {said}; forum select declines them.")
            self.without.append((kind, class_id))
        return found

    def give_no_place_where_none_may_ask(self) -> None:
        """State that there are no places in kinds in which a class asked, but may not by the model."""
        table = tables()["shares"]
        for kind, class_id in self.without:
            rows = [share for share in self.forum.shares if (share.kind, share.participant_class) == (kind, class_id)]
            if any(share.places == 0 and share.constituency is None for share in rows):
                continue
            kept = tuple(share for share in self.forum.shares if share not in rows)
            self.forum = self.forum.model_copy(update={"shares": kept})
            self._lay_cells(table, {"kind": kind, "class": class_id, "places": "0", "basis": _none_by(self.model.name)})

    def _refuse_unknown_value(self, balance: Any) -> None:
        targets = {"flag": "flags", "constituency": "constituencies", "class": "classes"}
        target = targets.get(balance.trait.value)
        if target and not self._has((target,), balance.value):
            raise LeftOutError(f"the forum has no {balance.value} among its {target}, so it is left out")


def _none_by(model: str) -> str:
    return f"No places by {model}"


def _window(forum: Forum, settings: ModelSettings) -> Mapping[str, dt.datetime]:
    """Return when lists would open and close, counted from the forum's first day."""
    first = min(forum.days)
    days = {"list_opens": (settings.list_opens_days, _OPENS), "list_closes": (settings.list_closes_days, _CLOSES)}
    return {
        name: dt.datetime.combine(first - dt.timedelta(days=count), time)
        for name, (count, time) in days.items()
        if count is not None
    }


def _key_of(table: Table, parsed: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        _text(parsed.get(name, column.default if (column := table.column(name)) else None)) for name in table.key
    )


def _key_of_value(table: Table, value: Value) -> tuple[str, ...]:
    return tuple(_text(getattr(value, column.field)) for name in table.key if (column := table.column(name)))


def _text(value: Any) -> str:
    return "" if value is None else written(value)


def _merged(table: Table, old: Value | None, parsed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a row with the parsed cells in the place of what was there."""
    data: dict[str, Any] = dict(old) if old is not None else {}
    for column in table.columns:
        if column.name not in parsed:
            continue
        value, held = parsed[column.name], data.get(column.field)
        data[column.field] = {**held.root, **value} if isinstance(held, Text) else value
    return data
