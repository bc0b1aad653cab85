"""The participation report as plain text, of one agenda or of two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.publish.columns import columns, wrapped
from scheduler.publish.participation_tables import (
    QUARTERS,
    Table,
    asked_sections,
    asked_table,
    editions_table,
    floor_table,
    gender_rows,
    outcomes_text,
    percent,
    places_table,
    promises_table,
    roles_table,
    sections,
    warnings,
)
from scheduler.publish.participation_words import FOR_ORGANISERS, RUN
from scheduler.services.participation.floor import Floor, Tally
from scheduler.services.participation.report import Comparison, Participation
from scheduler.services.participation.requests import Requests

_NUMBERS = frozenset(range(1, 12))
_NOTES = (
    "q1 to q4: share of the speakers in each quarter of a list. Middle: where half of\n"
    "a group has spoken; 50% is the middle of the list. Minutes are time limits.\n"
    "Whose details are withheld is counted by class alone.\n"
    f"{wrapped(RUN)}"
)
_UNTOLD = (
    "Not told: what would tell, alone or by subtraction, who among fewer than {least}\n"
    "organisations is without a place."
)
_NO_PLACE = (
    "Withdrawn: from a place that was given. No place: waiting, declined, undecided,\n"
    "or withdrawn before a place was given."
)

_PAIRS = "Each figure is A's, then B's; q1 to q4 and middle are in per cent."


def participation_text(report: Participation) -> str:
    """Return the report for reading."""
    top = [wrapped(FOR_ORGANISERS), ""] if report.for_organisers else []
    lines = [*top, wrapped(report.title), "", *_summary_of_all(report)]
    for warning in warnings(report.editions):
        lines += ["", wrapped(warning, "WARNING  ")]
    for title, tallies in sections(report.total) if report.sessions else ():
        lines += ["", _text(floor_table(title, tallies))]
    lines += ["", *_gender(report)] if report.sessions else []
    lines += _asked("Requests for the floor", report.requests)
    lines += _asked("Requests for roles", report.role_requests)
    lines += ["", "", _text(roles_table(report))] if report.roles else []
    lines += [*_promises(report)]
    lines += ["", "", _text(editions_table(report.editions))] if report.editions else []
    for floor in report.sessions:
        lines += ["", "", wrapped(f"{floor.title} [{floor.session}]", below="  "), *_summary(floor)]
        lines += ["", _text(places_table("", (*floor.by_body, *floor.by_class, *floor.by_constituency)))]
    least = report.requests.least_organisations
    untold = [] if report.for_organisers else [_UNTOLD.format(least=least)]
    return "\n".join([*lines, "", _NOTES, _NO_PLACE, *untold]) + "\n"


def _summary_of_all(report: Participation) -> Iterator[str]:
    if report.sessions:
        yield from _summary(report.total, len(report.sessions))
    else:
        yield "No session of this agenda has a speakers list."


def comparison_text(comparison: Comparison) -> str:
    """Return two reports side by side: all lists together, and every session whose id is in either."""
    first, second = comparison.first, comparison.second
    top = [wrapped(FOR_ORGANISERS), ""] if first.for_organisers or second.for_organisers else []
    lines = [*top, wrapped(first.title, "A  "), wrapped(second.title, "B  "), "", _PAIRS, ""]
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


def _text(table: Table) -> str:
    return columns(table.header, table.rows, _NUMBERS)


def _gender(report: Participation) -> Iterator[str]:
    least = report.gender.least_people
    if not report.gender.rows:
        why = f"not shown, since an answer must be that of {least} people or more." if least else "nobody stated any."
        yield wrapped(f"Gender, where stated: {why}")
        return
    yield _text(gender_rows(report.gender, {floor.session: floor.title for floor in report.sessions if floor.session}))
    if least:
        yield f"Answers of fewer than {least} people, and whatever would tell of them, are left out."


def _asked(heading: str, requests: Requests) -> Iterator[str]:
    """Yield the tables of requests, unless there are none."""
    if requests.total.requested == 0:
        return
    yield from ("", "", heading)
    if outcomes := outcomes_text(requests):
        yield wrapped(outcomes)
    for title, rows in asked_sections(requests):
        if rows:
            yield from ("", _text(asked_table(title, rows, requests)))


def _promises(report: Participation) -> Iterator[str]:
    titles = {promise.session: promise.title for promise in report.promises}
    for session, title in titles.items():
        name = f"{title} [{session}]" if session else title
        of_list = [promise for promise in report.promises if promise.session == session]
        yield from (
            "",
            "",
            wrapped(f"Promised: {name}", below="  "),
            "",
            _text(promises_table(of_list)),
        )


def _pairs(title: str, first: Floor | None, second: Floor | None) -> str:
    """Return a table in which each cell holds the first agenda's figure and the second's."""
    header = (title, "speakers", "minutes", *QUARTERS, "middle")
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
    return (str(tally.speakers), f"{tally.minutes:g}", *(percent(share).rstrip("%") for share in shares))


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    cells = [f"{ours}/{theirs}" for ours, theirs in zip(first, second, strict=True)]
    return cells + [""] * (7 - len(cells))


def _run(floor: Floor) -> str:
    count, minutes = floor.longest_run_speakers, floor.longest_run_minutes
    return f"longest run without a stakeholder {count} speaker{'s' * (count != 1)}, {minutes:g} minutes"
