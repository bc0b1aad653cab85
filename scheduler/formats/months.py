"""Names of months and weekdays in the languages of the United Nations, as people write them in dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

_LOCALES = ("en", "fr", "es", "ru", "ar", "ar_SY", "ar_MA")
"""Chinese has numbers for names; Arabic has several sets of months."""


def _names(kind: str) -> Iterator[tuple[str, int]]:
    for tag in _LOCALES:
        found = getattr(Locale.parse(tag), kind)
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                yield from ((spelt(name).rstrip("."), number) for number, name in found[use][width].items())


def spelt(text: str) -> str:
    """Return a text without capitals and variant forms of one character."""
    return unicodedata.normalize("NFKC", text).casefold()


@cache
def month_numbers() -> Mapping[str, int]:
    """Return the number of each month by its names, 1 for January."""
    return dict(_names("months")) | {"sept": 9}


@cache
def weekday_numbers() -> Mapping[str, int]:
    """Return the number of each weekday by its names, 0 for Monday."""
    return dict(_names("days"))


@cache
def month_pattern() -> re.Pattern[str]:
    """Return what matches one name of a month as a word of its own."""
    return _one_of(month_numbers())


@cache
def weekday_pattern() -> re.Pattern[str]:
    """Return what matches one name of a weekday as a word of its own."""
    return _one_of(weekday_numbers())


def _one_of(names: Mapping[str, int]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(longest_first)})\.?(?!\w)")
