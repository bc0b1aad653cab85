"""Speakers by the gender they chose to state, so that no answer of few people can be read or worked out.

What is published is a table of disjoint rows: sessions in which every shown answer was given by five people or more,
and one row for all other sessions together, if it can be told without telling of one of them. Only numbers of
speakers are told: minutes and places in a list would point at people. Answers of few people, and no answer, are not
columns; numbers of speakers are public, so what the shown answers leave over must be five people or more wherever
a stated answer is among it. ``total`` is the sum of the rows shown, never of more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.publish.clean import clean_line

LEAST_PEOPLE = 5
"""People an answer must have been given by to be told."""

Answer = tuple[str | None, str | None]
"""The person of one turn, if named, and the gender the person stated, if any."""


class GenderRow(Value):
    """Speakers by answer, in one session or in several together."""

    sessions: tuple[str, ...]
    speakers: tuple[int, ...] = Field(description="In the order of the answers")


class GenderTable(Value):
    """Speakers by stated gender; no rows where too few people stated one."""

    answers: tuple[str, ...] = ()
    rows: tuple[GenderRow, ...] = ()
    total: tuple[int, ...] = Field((), description="Sum of the rows")
    least_people: int = LEAST_PEOPLE


@dataclass(frozen=True, slots=True)
class _Cell:
    """Some turns: how many, and of how many people; a turn of nobody in particular counts as one person."""

    turns: tuple[Answer, ...]

    @property
    def speakers(self) -> int:
        return len(self.turns)

    @property
    def people(self) -> int:
        persons = [person for person, _ in self.turns]
        return len({person for person in persons if person is not None}) + persons.count(None)

    def given(self, answer: str) -> _Cell:
        """Return the turns with this answer."""
        return _Cell(tuple(turn for turn in self.turns if turn[1] == answer))

    def left_by(self, answers: Iterable[str]) -> _Cell:
        """Return the turns with none of these answers."""
        shown = set(answers)
        return _Cell(tuple(turn for turn in self.turns if turn[1] not in shown))


def gender_table(lists: Mapping[str, Sequence[Answer]], least_people: int = LEAST_PEOPLE) -> GenderTable:
    """Return the table for the turns of each session."""
    cells = {session: _Cell(tuple((who, _folded(answer)) for who, answer in turns)) for session, turns in lists.items()}
    answers = _shown_answers(_joined(cells.values()), least_people)
    shown = {s: cell for s, cell in cells.items() if answers and _is_open(cell, answers, least_people)}
    others = {s: cell for s, cell in cells.items() if s not in shown and cell.turns}
    rows = [_row((session,), cell, answers) for session, cell in shown.items()]
    if answers and others and _is_safe_together(list(others.values()), answers, least_people):
        rows.append(_row(tuple(others), _joined(others.values()), answers))
    if not rows:
        return GenderTable(least_people=least_people)
    total = tuple(sum(row.speakers[column] for row in rows) for column in range(len(answers)))
    labels = tuple(answer[:1].upper() + answer[1:] for answer in answers)
    return GenderTable(answers=labels, rows=tuple(rows), total=total, least_people=least_people)


def _folded(answer: str | None) -> str | None:
    """Return one spelling of an answer."""
    return unicodedata.normalize("NFC", clean_line(answer).casefold()) or None if answer else None


def _joined(cells: Iterable[_Cell]) -> _Cell:
    return _Cell(tuple(turn for cell in cells for turn in cell.turns))


def _shown_answers(cell: _Cell, least: int) -> tuple[str, ...]:
    """Return the answers of enough people, fewer where what they leave over would tell of few people."""
    stated = {answer for _, answer in cell.turns if answer is not None}
    sizes = {answer: cell.given(answer).people for answer in stated}
    shown = sorted((a for a in stated if sizes[a] >= least), key=lambda answer: (-sizes[answer], answer))
    while shown and not _leaves_enough(cell, shown, least):
        shown.pop()
    return tuple(sorted(shown))


def _leaves_enough(cell: _Cell, answers: Sequence[str], least: int) -> bool:
    """Say whether what the answers leave over is nobody's stated answer, or that of enough people."""
    left = cell.left_by(answers)
    return left.people >= least or all(answer is None for _, answer in left.turns)


def _is_open(cell: _Cell, answers: Sequence[str], least: int) -> bool:
    """Say whether a session's row can be told as it is."""
    return all(cell.given(answer).people >= least for answer in answers) and _leaves_enough(cell, answers, least)


def _is_safe_together(cells: Sequence[_Cell], answers: Sequence[str], least: int) -> bool:
    """Say whether several sessions can be told as one row without telling of one of them.

    Every session's number of speakers is known. With all numbers free, the speakers with one answer in one session
    lie anywhere between max(0, t + m - n) and min(t, m) for t in the session, m with the answer, n in all. Each such
    stretch is kept as long as the session allows, up to the least number of people.
    """
    joined = _joined(cells)
    if not _is_open(joined, answers, least):
        return False
    counts = [joined.given(answer).speakers for answer in answers]
    if min(joined.speakers - count for count in counts) < least:
        return False
    return all(joined.speakers - cell.speakers >= min(least, cell.speakers) for cell in cells)


def _row(sessions: tuple[str, ...], cell: _Cell, answers: Sequence[str]) -> GenderRow:
    return GenderRow(sessions=sessions, speakers=tuple(cell.given(answer).speakers for answer in answers))
