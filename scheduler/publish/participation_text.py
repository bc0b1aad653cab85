"""The participation report as plain text, of one agenda or of two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scheduler.publish.columns import columns, wrapped
from scheduler.services.participation import Comparison, Participation
from scheduler.services.participation_floor import Floor, Tally
from scheduler.services.participation_gender import GenderRow, GenderTable

_QUARTERS = ("q1", "q2", "q3", "q4")
_NUMBERS = frozenset(range(1, 12))
_NOTES = (
    "q1 to q4: share of the speakers in each quarter of a list. Middle: where half of\n"
    "a group has spoken; 50% is the middle of the list. Minutes are time limits.\n"
    "Whose details are withheld is counted by class alone."
)

_PAIRS = "Each figure is A's, then B's; q1 to q4 and middle are in per cent."


def participation_text(report: Participation) -> str:
    """Return the report for reading."""
    if not report.sessions:
        return f"{wrapped(report.title)}\n\nNo session of this agenda has a speakers list.\n"
    lines = [wrapped(report.title), "", *_summary(report.total, len(report.sessions))]
    for title, tallies in _sections(report.total):
        lines += ["", _table(title, tallies)]
    titles = {floor.session: floor.title for floor in report.sessions if floor.session}
    lines += ["", *_gender(report.gender, titles)]
    for floor in report.sessions:
        lines += ["", "", wrapped(f"{floor.title} [{floor.session}]", below="  "), *_summary(floor)]
        lines += ["", _places("", (*floor.by_body, *floor.by_class, *floor.by_constituency))]
    return "\n".join([*lines, "", _NOTES]) + "\n"


def comparison_text(comparison: Comparison) -> str:
    """Return two reports side by side: all lists together, and every session whose id is in either."""
    first, second = comparison.first, comparison.second
    lines = [wrapped(first.title, "A  "), wrapped(second.title, "B  "), "", _PAIRS, ""]
    lines += [_pairs("all lists", first.total, second.total)]
    ours = {floor.session: floor for floor in first.sessions}
    theirs = {floor.session: floor for floor in second.sessions}
    for session in [*ours, *(session for session in theirs if session not in ours)]:
        known = ours.get(session) or theirs[session]
        lines += ["", "", _pairs(f"{known.title} [{session}]", ours.get(session), theirs.get(session))]
    return "\n".join([*lines, "", _NOTES]) + "\n"


def _summary(floor: Floor, lists: int | None = None) -> Iterator[str]:
    inside = "" if lists is None else f" in {lists} list{'s' * (lists != 1)}"
    count = floor.speakers
    yield f"{count} speaker{'s' * (count != 1)}, {floor.minutes:g} minutes{inside}"
    yield _run(floor).capitalize()


def _sections(floor: Floor) -> Iterator[tuple[str, Sequence[Tally]]]:
    yield "body", floor.by_body
    yield "class", floor.by_class
    yield "constituency", floor.by_constituency
    for scheme, tallies in floor.by_region.items():
        yield f"region ({scheme})", tallies


def _table(title: str, tallies: Sequence[Tally]) -> str:
    header = (title, "speakers", "minutes", *_QUARTERS, "middle")
    rows = [
        (t.label, str(t.speakers), f"{t.minutes:g}", *map(_percent, (*t.quarters, t.relative_median))) for t in tallies
    ]
    return columns(header, rows, _NUMBERS)


def _places(title: str, tallies: Sequence[Tally]) -> str:
    header = (title, "speakers", "minutes", "first", "last", "median", *_QUARTERS)
    rows = [
        (
            *(t.label, str(t.speakers), f"{t.minutes:g}", _number(t.first), _number(t.last), _number(t.median)),
            *map(_percent, t.quarters),
        )
        for t in tallies
    ]
    return columns(header, rows, _NUMBERS)


def _gender(table: GenderTable, titles: Mapping[str, str]) -> Iterator[str]:
    least = table.least_people
    if not table.rows:
        yield wrapped(f"Gender, where stated: not shown, since an answer must be that of {least} people or more.")
        return
    rows = [(_sessions(row, titles), *map(str, row.speakers)) for row in table.rows]
    rows.append(("all of these", *map(str, table.total)))
    yield columns(("gender, where stated", *table.answers), rows, _NUMBERS)
    yield f"Answers of fewer than {least} people, and whatever would tell of them, are left out."


def _sessions(row: GenderRow, titles: Mapping[str, str]) -> str:
    return titles[row.sessions[0]] if len(row.sessions) == 1 else f"{len(row.sessions)} other lists together"


def _pairs(title: str, first: Floor | None, second: Floor | None) -> str:
    """Return a table in which each cell holds the first agenda's figure and the second's."""
    header = (title, "speakers", "minutes", *_QUARTERS, "middle")
    rows = [("All", *_joined(_all_cells(first), _all_cells(second)))]
    ours, theirs = _by_section(first), _by_section(second)
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        label = (ours.get(key) or theirs[key]).label
        rows.append((label, *_joined(_cells(ours.get(key)), _cells(theirs.get(key)))))
    runs = [f"{side}: {_run(floor)}" for side, floor in (("A", first), ("B", second)) if floor is not None]
    return "\n".join([columns(header, rows, _NUMBERS), *runs])


def _by_section(floor: Floor | None) -> dict[tuple[str, str], Tally]:
    if floor is None:
        return {}
    sections = {"body": floor.by_body, "class": floor.by_class, "constituency": floor.by_constituency}
    return {(section, tally.key): tally for section, tallies in sections.items() for tally in tallies}


def _all_cells(floor: Floor | None) -> tuple[str, ...]:
    return ("-", "-") if floor is None else (str(floor.speakers), f"{floor.minutes:g}")


def _cells(tally: Tally | None) -> tuple[str, ...]:
    if tally is None:
        return ("-",) * 7
    shares = (*tally.quarters, tally.relative_median)
    return (str(tally.speakers), f"{tally.minutes:g}", *(_percent(share).rstrip("%") for share in shares))


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    cells = [f"{ours}/{theirs}" for ours, theirs in zip(first, second, strict=True)]
    return cells + [""] * (7 - len(cells))


def _run(floor: Floor) -> str:
    count, minutes = floor.longest_run_speakers, floor.longest_run_minutes
    return f"longest run without a stakeholder {count} speaker{'s' * (count != 1)}, {minutes:g} minutes"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"


def _number(number: float | None) -> str:
    return "-" if number is None else f"{number:g}"
