"""Names, numbers and times of a forum as the method page words them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say

ENGLISH = "en"
K = TypeVar("K")
V = TypeVar("V")


def listed(words: Sequence[str], joined: str = "and") -> str:
    """Write words as ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined} {words[-1]}"


def grouped(pairs: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
    """Yield each first thing once, with all that came with it."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    yield from found.items()


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number with its noun, as ``1 place`` or ``2 places``."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def minutes(seconds: float) -> str:
    """Write a length as ``3 minutes``, ``2 minutes 30 seconds`` or ``45 seconds``."""
    whole, rest = divmod(round(seconds), 60)
    parts = [counted(whole, "minute")] if whole or not rest else []
    return " ".join([*parts, *([counted(rest, "second")] if rest else [])])


def percent(number: float) -> str:
    """Write a part as ``12.5 percent``."""
    return f"{number:g} percent"


def kinds_named(forum: Forum, kinds: Iterable[str]) -> str:
    """Name kinds of session by their labels."""
    return listed([kind_named(forum, kind) for kind in kinds])


def kind_named(forum: Forum, kind: str) -> str:
    """Name a kind of session by its label."""
    return say(forum, forum.kind_by_id[kind].label, ENGLISH)


def class_named(forum: Forum, class_id: str) -> str:
    """Name a class of participants by its label."""
    return say(forum, forum.class_by_id[class_id].label, ENGLISH)


def constituency_named(forum: Forum, constituency: str) -> str:
    """Name a constituency by its label."""
    return say(forum, forum.constituency_by_id[constituency].label, ENGLISH)


def session_named(forum: Forum, session: Session) -> str:
    """Name a session by its title and the id that tables use."""
    return f"{say(forum, session.title, ENGLISH)} [{session.id}]"


def resting_on(basis: str | None) -> str:
    """Return the decision something rests on as the end of a sentence's paragraph, or that none is stated."""
    return f"It rests on: {clean_line(basis)}." if basis else "No decision it rests on is stated."
