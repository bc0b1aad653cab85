"""The parts a method page is made of: sections of passages, points and tables, whatever shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from scheduler.domain.base import Value


class Passage(Value):
    """A paragraph."""

    text: str


class Point(Value):
    """One point of a list, with what it is about where that stands before it."""

    term: str | None = None
    text: str


class Points(Value):
    """A list; numbered where its order means something."""

    points: tuple[Point, ...]
    numbered: bool = False


class Table(Value):
    """A table."""

    title: str | None = Field(None, description="What it is about, where a section has several")
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = Field((), description="Columns that hold numbers, the first is 0")


Block = Passage | Points | Table


class Section(Value):
    """One question a reader may have, and what this forum's settings answer."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class Method(Value):
    """The whole procedure of one forum, in plain language."""

    format: Literal[1] = 1
    forum: str = Field(description="uid of the forum")
    title: str
    note: str | None = Field(None, description="What a reader must know of the forum")
    intro: str = ""
    sections: tuple[Section, ...] = Field(description="The first page, which holds the whole procedure")
    appendices: tuple[Section, ...] = Field((), description="Definitions, figures and examples, lettered A, B, C")


def lettered(sections: Sequence[Section]) -> dict[str, str]:
    """Return the letter of each appendix by its id."""
    return {section.id: chr(ord("A") + place) for place, section in enumerate(sections)}


def points(*told: str | tuple[str, str], numbered: bool = False) -> Points:
    """Return a list of sentences, or of terms with what is said of them."""
    found = (Point(text=one) if isinstance(one, str) else Point(term=one[0], text=one[1]) for one in told)
    return Points(points=tuple(found), numbered=numbered)


def passages(*texts: str) -> tuple[Passage, ...]:
    """Return paragraphs."""
    return tuple(Passage(text=text) for text in texts)
