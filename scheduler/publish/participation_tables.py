"""The tables of a participation report, the same in text and on a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.services.participation.editions import Edition
from scheduler.services.participation.floor import Floor, Tally
from scheduler.services.participation.gender import GenderRow, GenderTable
from scheduler.services.participation.groups import BODIES
from scheduler.services.participation.promises import Promise
from scheduler.services.participation.report import NOT_SPOKEN, WITHOUT_PLACE, Participation
from scheduler.services.participation.requests import Asked, Requests

QUARTERS = ("q1", "q2", "q3", "q4")
UNTOLD = "not told"
NOTHING = "-"
FLAGS = "stakeholders who are"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the first column says what each row is about, the first heading what the rows are."""

    header: Row
    rows: tuple[Row, ...]


def sections(floor: Floor) -> Iterator[tuple[str, Sequence[Tally]]]:
    """Yield the groups that a list is counted by."""
    yield "body", floor.by_body
    yield "class", floor.by_class
    yield "constituency", floor.by_constituency
    for scheme, tallies in floor.by_region.items():
        yield f"region ({scheme})", tallies
    if floor.by_flag:
        yield FLAGS, floor.by_flag


def floor_table(title: str, tallies: Sequence[Tally]) -> Table:
    """Return speakers, minutes with their share, and positions over all lists."""
    rows = (
        (
            *(t.label, str(t.speakers), number(t.minutes), _hundredths(t.share)),
            *map(percent, (*t.quarters, t.relative_median)),
        )
        for t in tallies
    )
    return Table((title, "speakers", "minutes", "share", *QUARTERS, "middle"), tuple(rows))


def lists_table(report: Participation) -> Table:
    """Return how far stakeholders have come along each list, and how long they are not heard."""
    rows = []
    for floor in report.sessions:
        bodies = {tally.key: tally for tally in floor.by_body}
        share = bodies["interspersed"].share if "interspersed" in bodies else 0.0
        had = [percent(part) for part in floor.had_by] or [NOTHING] * 3
        run = (str(floor.longest_run_speakers), number(floor.longest_run_minutes))
        rows.append((floor.title, str(floor.speakers), number(floor.minutes), _hundredths(share), *had, *run))
    parts = ("had by a quarter", "had by half", "had by three quarters")
    runs = ("longest run without a stakeholder", "minutes of that run")
    return Table(("list", "speakers", "minutes", "stakeholders' share", *parts, *runs), tuple(rows))


def places_table(title: str, tallies: Sequence[Tally]) -> Table:
    """Return speakers, minutes and places in one list."""
    rows = (
        (
            *(t.label, str(t.speakers), number(t.minutes), number(t.first), number(t.last), number(t.median)),
            *map(percent, t.quarters),
        )
        for t in tallies
    )
    return Table((title, "speakers", "minutes", "first", "last", "median", *QUARTERS), tuple(rows))


def gender_rows(table: GenderTable, titles: Mapping[str, str]) -> Table:
    """Return speakers by stated gender."""
    rows = [(_lists(row, titles), *map(str, row.speakers)) for row in table.rows]
    rows.append(("all of these", *map(str, table.total)))
    return Table(("gender, where stated", *table.answers), tuple(rows))


def asked_sections(requests: Requests) -> Iterator[tuple[str, Sequence[Asked]]]:
    """Yield the groups that requests are counted by."""
    yield "body", (requests.total, *requests.by_body)
    yield "class", requests.by_class
    yield "constituency", requests.by_constituency
    for scheme, rows in requests.by_region.items():
        yield f"region ({scheme})", rows
    yield FLAGS, requests.by_flag
    yield "session", requests.by_session


def asked_table(title: str, rows: Sequence[Asked], requests: Requests) -> Table:
    """Return requests and what became of them; who has spoken only once somebody has, and nobody who asked nothing."""
    total = requests.total
    shown = {"spoken": total.spoken is not None, "joined": total.joined, "withdrawn": total.withdrawn}
    names = ["requested", "given", *(name for name, is_shown in shown.items() if is_shown), "unplaced"]
    header = (title, *names[:-1], "no place")
    counted_rows = (row for row in rows if row.requested != 0)
    return Table(header, tuple((row.label, *(told(getattr(row, name)) for name in names)) for row in counted_rows))


def roles_table(report: Participation) -> Table:
    """Return role places: how many there are, were asked for and given, and who has them."""
    asked = {row.key: row for row in report.role_requests.by_role}
    rows = []
    for role in report.roles:
        own = asked.get(role.role)
        requested, given = (told(own.requested), told(own.given)) if own else (NOTHING, NOTHING)
        rows.append((role.label, str(role.places), requested, given, *(str(role.by_body[body]) for body in BODIES)))
    return Table(("role", "places", "requested", "given", "delegations", "stakeholders", "others"), tuple(rows))


def promises_table(promises: Sequence[Promise]) -> Table:
    """Return what was promised of a list, or of all lists together, and what there is."""
    rows = ((_promised_to(p), _promise(p), _kept(p), _is_kept(p)) for p in promises)
    kept = "kept" if any(promise.session for promise in promises) else "in each list"
    return Table(("promised to", "promised", "has", kept), tuple(rows))


def _promised_to(promise: Promise) -> str:
    return promise.constituency_label or promise.class_label


def _promise(promise: Promise) -> str:
    percents = (
        [] if promise.percent is None else [f"{number(promise.percent)}%, {number(promise.promised_minutes)} min"]
    )
    bounds = (("", promise.places), ("at least ", promise.least), ("at most ", promise.most))
    return "; ".join([*percents, *(f"{word}{counted(count, 'place')}" for word, count in bounds if count is not None)])


def _kept(promise: Promise) -> str:
    minutes = f"{number(promise.share_percent)}%, {number(promise.minutes)} min"
    return minutes if promise.percent is not None else counted(promise.speakers, "speaker")


def _is_kept(promise: Promise) -> str:
    return UNTOLD if promise.is_kept is None else "yes" if promise.is_kept else "no"


def editions_table(editions: Sequence[Edition]) -> Table:
    """Return earlier figures beside those of now."""
    rows: list[Row] = []
    for edition in editions:
        for name, (words, unit) in FIGURES.items():
            then, now = getattr(edition, name), getattr(edition, f"now_{name}")
            if then is not None:
                falls = "falls below" if name in edition.falls_in else ""
                rows.append((f"{_of(edition)}: {words}", *(_figure(value, unit) for value in (then, now)), falls))
    return Table(("then and now", "then", "now", "warning"), tuple(rows))


FIGURES = {
    "requested": ("requests", ""),
    "given": ("places given", ""),
    "spoken": ("statements", ""),
    "given_percent": ("places given of those requested", "%"),
    "percent": ("share of the floor", "%"),
}
"""What figures of an edition are called, and their unit."""


def _of(edition: Edition) -> str:
    return f"{edition.edition}, {edition.flag_label or edition.class_label}"


def _figure(value: float | None, unit: str) -> str:
    return UNTOLD if value is None else f"{number(value)}{unit}"


def warnings(editions: Sequence[Edition]) -> list[str]:
    """Say for each share that falls below an earlier one what it was and is."""
    found = []
    for edition in editions:
        for name in edition.falls_in:
            then, now = getattr(edition, name), getattr(edition, f"now_{name}")
            what = FIGURES[name][0]
            found.append(f"{_of(edition)}: {what} falls from {number(then)}% to {number(now)}%.")
    return found


def outcomes_text(requests: Requests) -> str:
    """Say what became of the requests without a place, where that is told."""
    known = [f"{count} {name}" for name, count in requests.outcomes.items() if count]
    if not known or requests.total.unplaced is None:
        return ""
    several = "s" * (requests.total.unplaced != 1)
    hidden = requests.total.unplaced - sum(count or 0 for count in requests.outcomes.values())
    rest = [f"{hidden} not told apart"] if hidden else []
    return f"{requests.total.unplaced} request{several} without a place: {', '.join([*known, *rest])}."


def _lists(row: GenderRow, titles: Mapping[str, str]) -> str:
    others = {NOT_SPOKEN: "has not spoken", WITHOUT_PLACE: "without a place"}
    if len(row.sessions) > 1:
        return f"{len(row.sessions)} other{'s' if others.keys() & set(row.sessions) else ' lists'} together"
    return others.get(row.sessions[0]) or titles[row.sessions[0]]


def counted(count: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{count} {noun}{'s' * (count != 1)}"


def told(count: int | None) -> str:
    """Write a number, or that it is not told."""
    return UNTOLD if count is None else str(count)


def percent(share: float | None) -> str:
    """Write a share."""
    return NOTHING if share is None else f"{share:.0%}"


def _hundredths(share: float | None) -> str:
    return NOTHING if share is None else f"{number(round(100 * share, 2))}%"


def number(value: float | None) -> str:
    """Write a number, or that there is none."""
    return NOTHING if value is None else f"{value:g}"
