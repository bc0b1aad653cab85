"""Characters that need care: those no text is kept with, and those at its start that a spreadsheet runs."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but tab and line end, halves of characters, and what is no character at all."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_END_OF = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What ends an embedding or isolation of text in the other direction; marks of single letters need no end."""

_RUN = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
"""What a spreadsheet takes for a formula, the wide forms of some keyboards included; apostrophes keep it from that."""


def guarded(text: str) -> str:
    """Return text that a spreadsheet shows instead of running it; :func:`unguarded` takes the guard away again."""
    return f"'{text}" if _RUN.match(text) else text


def unguarded(text: str) -> str:
    """Return text without the guard of :func:`guarded`."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text


def objection(text: str) -> str:
    """Return what is wrong with the characters of a text, or nothing."""
    if control := _CONTROL.search(text):
        return f"It holds an invisible character (U+{ord(control[0]):04X})."
    opened: list[str] = []
    for character in _TURNING.findall(text):
        if character in _END_OF:
            opened.append(character)
        elif not opened or _END_OF[opened.pop()] != character:
            return _turned(character)
    return _turned(opened[0]) if opened else ""


def _turned(character: str) -> str:
    """Return the objection to a change of direction without its other half; overrides have none, no name needs them."""
    return f"It turns text around with an invisible character that stands alone (U+{ord(character):04X})."
