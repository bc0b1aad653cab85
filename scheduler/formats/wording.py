"""Faults in plain words: what pydantic objects to, and the name somebody may have meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

_LISTED = 12
_COMPARISONS = 50_000


_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})


def folded(text: str) -> str:
    """Return a name without what nobody means by it: capitals, forms of one character, and blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold().split())


def did_you_mean(word: str, known: Iterable[str], otherwise: str, labels: Iterable[str] = ()) -> str:
    """Return advice for an unknown word: the nearest name or label, else all names if few, else ``otherwise``."""
    names = [str(name) for name in known]
    choices = {folded(name): name for name in (*labels, *names)}
    near = get_close_matches(folded(word), choices, n=1, cutoff=0.6)
    if near and not word.isdecimal():
        return f"Did you mean {choices[near[0]]}?"
    if 0 < len(names) <= _LISTED:
        return f"Write one of {', '.join(names)}."
    return otherwise


def semicolons(parts: Iterable[str]) -> str:
    """Return advice for a list whose entries are not separated as they must be."""
    return f"Separate several entries by semicolons: {'; '.join(filter(None, parts))}."


class Adviser:
    """Advice about unknown names of one sort; looks up near ones only so often, since thousands take a while."""

    def __init__(self, known: Iterable[str], otherwise: str, labels: Iterable[str] = ()) -> None:
        self._known, self._labels = sorted(known), sorted(labels)
        self._otherwise = otherwise
        self._left = _COMPARISONS // (1 + len(self._known) + len(self._labels))
        self._told: dict[str, str] = {}

    def about(self, word: str) -> str:
        """Return what to write instead of an unknown name."""
        if word not in self._told and self._left > 0:
            self._left -= 1
            self._told[word] = did_you_mean(word, self._known, self._otherwise, self._labels)
        return self._told.get(word, self._otherwise)


def _bounds(error: ErrorDetails) -> tuple[str, str]:
    words = {
        "greater_than_equal": ("below the least allowed", "{ge} or more"),
        "greater_than": ("too small", "more than {gt}"),
        "less_than_equal": ("above the most allowed", "{le} or less"),
        "less_than": ("too large", "less than {lt}"),
    }
    problem, instead = words[error["type"]]
    return f"{error['input']} is {problem}.", f"Write {instead.format(**error.get('ctx', {}))}."


def _lengths(error: ErrorDetails) -> tuple[str, str]:
    context = error.get("ctx", {})
    if error["type"] == "string_too_long":
        return "The text is too long.", f"Write at most {context.get('max_length')} characters."
    if error["type"] == "too_long":
        return "There are too many entries.", f"Write at most {context.get('max_length')}."
    return "It is blank.", "Write at least one entry."


_PATTERNS = {
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$": "Write up to 80 letters, digits, dots, hyphens or underscores, no spaces.",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "Write a language tag, as en, fr or zh-Hant.",
    r"^[A-Za-z0-9-]{8,64}$": "Write 8 to 64 letters, digits and hyphens.",
    r"^[A-Z]{3}$": "Write a code of three letters, as KEN.",
    r"^[A-Z]$": "Write one capital letter, A to Z.",
    r"^[0-9a-f]{64}$": "Write the 64 digits of a SHA-256 digest, 0 to 9 and a to f.",
    r"^https?://[!#-&(-;=?-~]+$": "Write an address that begins with https:// and has no blanks.",
}


def _pattern(error: ErrorDetails) -> tuple[str, str]:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    instead = _PATTERNS.get(pattern, f"Write it as {pattern} says.")
    return f"{_shown(error['input'])} is not written as it must be.", instead


_TYPES = {
    "int": ("a whole number", "Write a whole number, as 30."),
    "float": ("a number", "Write a number, as 3 or 2.5."),
    "decimal": ("a number", "Write a number, as 3 or 2.5."),
    "bool": ("yes or no", "Write yes or no."),
    "string": ("text", "Write text."),
    "timezone": ("a time with its offset from UTC", "Write it as 2026-05-05T10:00:00-04:00."),
    "datetime": ("a date with a time", "Write it as 2026-05-05T10:00:00-04:00."),
    "date": ("a date", "Write it as 2026-05-05."),
    "time": ("a time", "Write it as 10:00."),
    "tuple": ("a list", "Write a list."),
    "model": ("an object", "Write an object in braces."),
    "dict": ("an object", "Write an object in braces."),
}


def plain(error: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and what to write instead for one error of pydantic's."""
    kind = error["type"]
    if kind in ("greater_than_equal", "greater_than", "less_than_equal", "less_than"):
        return _bounds(error)
    if kind in ("string_too_long", "string_too_short", "too_long", "too_short"):
        return _lengths(error)
    if kind == "string_pattern_mismatch":
        return _pattern(error)
    if kind == "missing":
        return "It is missing.", "Write it."
    if kind == "extra_forbidden":
        return "It is not known here.", "Remove it, or correct its name."
    if kind in ("enum", "literal_error"):
        return f"{_shown(error['input'])} is not one of the words allowed.", f"Write {_expected(error)}."
    if kind == "value_error":
        problem, _, instead = str(error.get("ctx", {}).get("error", error["msg"])).partition("; ")
        return _sentence(problem), _sentence(instead) if instead else "Correct it."
    noun, instead = _TYPES.get(kind.partition("_")[0], ("what is asked for here", f"({error['msg']})"))
    return f"{_shown(error['input'])} is not {noun}.", instead


def _expected(error: ErrorDetails) -> str:
    return str(error.get("ctx", {}).get("expected", "another")).replace("'", "")


def _shown(value: Any) -> str:
    text = str(value)
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
