"""What keeps a stranger's text a text: in calendars, tables, Markdown and on terminals."""

from __future__ import annotations

import re

from scheduler.formats.characters import guarded

_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f"  # control characters; escape sequences of terminals begin with them
    "\u202a-\u202e\u2066-\u2069"  # reordering of everything that follows; marks of single letters stay
    "\ufeff\ufffe\uffff\ud800-\udfff]"  # no characters at all
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~&])")
_MARKDOWN_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")


def clean_text(text: str) -> str:
    """Return the text without control characters, every kind of line break folded to ``\\n``."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text).replace("\t", " ")).strip()


def clean_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(clean_text(text).split())


def csv_cell(value: str | int | float | None) -> str | int | float:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    return guarded(clean_text(value))


def markdown_line(text: str) -> str:
    """Return one line in which no character is taken for Markdown or HTML."""
    escaped = _MARKDOWN.sub(r"\\\1", clean_line(text))
    return _MARKDOWN_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)
