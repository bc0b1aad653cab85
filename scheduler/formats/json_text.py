"""JSON of a stranger: counted before it is parsed, and parsed without what two readers take differently."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import Any, NoReturn

from scheduler.formats.limits import Limits

ANEW = "Write the agenda anew with forum solve."

_MOST_NAMES = 100
"""Names in one object; those of an agenda have at most ten."""

_HALF = re.compile("[\ud800-\udfff]")


class JsonError(ValueError):
    """Text that is not read: where, what is wrong and what to do."""

    def __init__(self, problem: str, instead: str = ANEW, row: int | None = None) -> None:
        self.problem = problem
        self.instead = instead
        self.row = row
        super().__init__(problem)


def parse_json(text: str, limits: Limits) -> Any:
    """Return what a JSON text says, or refuse it."""
    if text.count("{") + text.count("[") > limits.json_objects:
        raise JsonError(f"It has more than {limits.json_objects:,} objects and lists.")
    if text.count(",") + text.count(":") > limits.json_values:
        raise JsonError(f"It has more than {limits.json_values:,} values.")
    try:
        data = json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_int=lambda digits: _number(int, digits, limits),
            parse_float=lambda digits: _number(float, digits, limits),
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        problem = f"It is not JSON: {error.msg} at character {error.colno}."
        raise JsonError(problem, "Correct that line, or write the agenda anew.", error.lineno) from None
    except RecursionError:
        raise _too_deep(limits) from None
    _refuse_odd_values(data, limits)
    return data


def _too_deep(limits: Limits) -> JsonError:
    return JsonError(f"It is nested in more than {limits.depth:,} levels.")


def _refuse_constant(constant: str) -> NoReturn:
    raise JsonError(f"It is not JSON: {constant} is no number.")


def _number(kind: type[int] | type[float], digits: str, limits: Limits) -> int | float:
    if len(digits) > limits.digits:
        raise JsonError(f"A number in it has {len(digits):,} digits; {limits.digits:,} are read.")
    number = kind(digits)
    if not math.isfinite(number):
        raise JsonError(f"The number {digits} is too large.")
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > _MOST_NAMES:
        raise JsonError(f"An object in it has more than {_MOST_NAMES:,} names.")
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise JsonError(f"An object in it has '{twice[:60]}' twice.", "Keep one of the two.")
    return found


def _refuse_odd_values(data: Any, limits: Limits) -> None:
    level = [data]
    depth = 0
    while level:
        if depth > limits.depth:
            raise _too_deep(limits)
        depth += 1
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below += value
                below += value.values()
            elif isinstance(value, list):
                below += value
            elif isinstance(value, str):
                _refuse_odd_text(value, limits)
        level = below


def _refuse_odd_text(text: str, limits: Limits) -> None:
    if len(text) > limits.cell_characters:
        raise JsonError(f"A text in it has {len(text):,} characters; {limits.cell_characters:,} are allowed.")
    if _HALF.search(text):
        raise JsonError("It holds half of a character (a lone surrogate).", "Write the whole character.")
