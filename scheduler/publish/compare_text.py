"""Several models side by side: a table for each question, a column for each model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase

from scheduler.publish.columns import columns, wrapped
from scheduler.publish.participation_tables import UNTOLD, number, percent, told
from scheduler.publish.participation_words import RUN
from scheduler.services.models.comparing import MeetingTime, ModelsCompared, Tried
from scheduler.services.participation.floor import Tally
from scheduler.services.participation.requests import Asked

DEVIATION = "largest-deviation"
NOTHING = "-"
MOST_NAMED = 2
"""Models that are named above their columns; more have letters there, so that the tables fit a terminal."""

Figures = Mapping[str, tuple[str, str]]
"""What one model has of each group: its label and its figure, by key."""


def compare_text(compared: ModelsCompared) -> str:
    """Tell what several models come to."""
    names = [tried.model for tried in compared.tried]
    parts = [wrapped(f"{compared.title}: {', '.join(names)}; {compared.placed_as}.")]
    if len(names) > MOST_NAMED:
        short = [f"({letter})" for letter in ascii_uppercase[: len(names)]]
        parts.append("\n".join(f"{letter} {tried.model}" for letter, tried in zip(short, compared.tried, strict=True)))
        names = short
    for heading, figures in QUESTIONS.items():
        rows = list(_rows([figures(tried) for tried in compared.tried]))
        if rows:
            parts.append(columns((heading, *names), rows, frozenset(range(1, len(names) + 1))))
    parts.append(wrapped("Not told: what would tell of the refusals of few organisations."))
    parts.append(wrapped(RUN))
    parts += [_noted(tried) for tried in compared.tried if tried.notes or tried.left_out]
    return "\n\n".join(parts)


def _rows(found: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    labels = {key: label for figures in found for key, (label, _) in figures.items()}
    for key, label in labels.items():
        cells = [figures[key][1] if key in figures else NOTHING for figures in found]
        if any(cell not in (NOTHING, "0") for cell in cells):
            yield label, *cells


def _tallies(tallies: Iterable[Tally], figure: Callable[[Tally], str]) -> Figures:
    return {tally.key: (tally.label, figure(tally)) for tally in tallies}


def _asked(rows: Iterable[Asked], figure: Callable[[Asked], str]) -> Figures:
    return {row.key: (row.label, figure(row)) for row in rows}


def _refused(row: Asked) -> str:
    return UNTOLD if row.unplaced is None else f"{told(row.unplaced)} of {told(row.requested)}"


def _minutes(tally: Tally) -> str:
    return number(tally.minutes)


def _share(tally: Tally) -> str:
    return percent(tally.share)


def _middle(tally: Tally) -> str:
    return percent(tally.relative_median)


def _in_lists(tried: Tried) -> Figures:
    return {one.session: (one.title, f"{one.stakeholders} of {one.speakers}") for one in tried.lists}


def _measured(name: str) -> Callable[[Tried], Figures]:
    """Return what tells one measure of each list, with what it is at best where that is less."""

    def told_of(tried: Tried) -> Figures:
        found = {}
        for one in tried.lists:
            if not (one.stakeholders and one.is_mixed):
                found[one.session] = (one.title, "not interspersed" if one.stakeholders else "none speaks")
            for measure in one.measures:
                if measure.name == name:
                    is_best = measure.best is None or measure.best == measure.value
                    best = "" if is_best else f" (at best {number(measure.best)})"
                    found[one.session] = (one.title, f"{number(measure.value)}{best}")
        return found

    return told_of


def _runs(tried: Tried) -> Figures:
    return {one.session: (one.title, number(one.longest_run_minutes)) for one in tried.lists}


def _hours(tried: Tried) -> Figures:
    found = {one.kind: (one.label, _meeting(one)) for one in tried.meetings}
    minutes = sum(one.minutes for one in tried.meetings)
    interpreted = sum(one.interpreted for one in tried.meetings)
    every = MeetingTime(kind="", label="", minutes=minutes, interpreted=interpreted)
    return {**found, "": ("All but side events", _meeting(every))}


def _meeting(one: MeetingTime) -> str:
    interpreted = "" if one.interpreted == one.minutes else f" ({number(one.interpreted / 60)} interpreted)"
    return f"{number(one.minutes / 60)}{interpreted}"


QUESTIONS: Mapping[str, Callable[[Tried], Figures]] = {
    "Minutes of the floor": lambda tried: _tallies(tried.total.by_body, _minutes),
    "Share of the floor": lambda tried: _tallies(tried.total.by_body, _share),
    "Minutes by class": lambda tried: _tallies(tried.total.by_class, _minutes),
    "Minutes by constituency": lambda tried: _tallies(tried.total.by_constituency, _minutes),
    "Without a place, by class": lambda tried: _asked((tried.requests.total, *tried.requests.by_class), _refused),
    "Middle of their places (0 % speaks first)": lambda tried: _tallies(tried.total.by_body, _middle),
    "Stakeholders in each list": _in_lists,
    "Longest run without a stakeholder, minutes": _runs,
    "Largest deviation from an even spread, minutes": _measured(DEVIATION),
    "Hours of meeting": _hours,
}
"""What is asked of each model."""


def _noted(tried: Tried) -> str:
    missing = [f"No speakers list was found for {title}." for title in tried.left_out]
    return "\n".join([f"{tried.model}:", *(wrapped(note, "  - ") for note in (*missing, *tried.notes))])
