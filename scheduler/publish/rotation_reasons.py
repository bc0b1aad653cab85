"""Why an edition reviews in depth what it does, in lines and as part of a page: every input with source and link."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.publish.columns import wrapped
from scheduler.publish.html import Markup, element
from scheduler.services.rotation.reasons import Call, FocusReason, Reasons
from scheduler.translate.urgency import Input


def reasons_lines(found: Reasons) -> Iterator[str]:
    """Yield the lines of a terminal."""
    yield f"Why in depth in {found.year} (points of urgency decide where the policy leaves a choice):"
    for reason in found.objectives:
        yield wrapped(f"{reason.objective} {reason.label}: {'; '.join(_grounds(reason))}.", "  ", "    ")
        for item in reason.inputs:
            yield wrapped(f"- {_told(item)}{f' {item.link}' if item.link else ''}", "    ", "      ")
    yield from _call_lines(found.call)


def _grounds(reason: FocusReason) -> Iterator[str]:
    if reason.is_fixed:
        yield "fixed, every time"
    for pin in reason.pins:
        yield f"pinned ({pin})"
    if reason.last_in_depth is None:
        yield "never reviewed in depth"
    else:
        ago = f"{reason.years_since} year{'s' * (reason.years_since != 1)} before"
        yield f"last reviewed in depth in {reason.last_in_depth}, {ago}, {reason.times_in_depth} in all"
    if reason.missing_reports:
        fewer = f"{reason.missing_reports} report{'s' * (reason.missing_reports != 1)} fewer than the most"
        yield f"{fewer} ({_points(reason.missing_points)})"
    if reason.inputs:
        count = len(reason.inputs)
        yield f"{count} input{'s' * (count != 1)} ({_points(sum(item.points for item in reason.inputs))})"
    yield f"urgency {reason.urgency}"


def _points(points: int) -> str:
    return f"{points} point{'s' * (points != 1)}"


def _told(item: Input) -> str:
    """Say an input with its source and how it is weighed."""
    maker = ", ".join(str(part) for part in (item.made_by, item.made_at) if part is not None)
    weighed = item.left_out or f"urgency {item.urgency} x weight {item.weight} = {_points(item.points)}"
    return f"{item.source.value}{f' ({maker})' if maker else ''}: {item.says} [{weighed}]"


def _call_lines(call: Call) -> Iterator[str]:
    yield wrapped(_call(call), below="  ")
    for item in call.left_out:
        link = f" {item.link}" if item.link else ""
        yield wrapped(f"- objective {item.objective}, {_told(item)}{link}", "  ", "    ")


def _call(call: Call) -> str:
    """Say when the call for inputs was open and what came of it."""
    dates = [f"{word} {day}" for word, day in (("from", call.opens), ("until", call.closes)) if day is not None]
    counted = ", ".join(f"{count} {source}" for source, count in call.counted.items()) or "none"
    open_when = f"Call for inputs, open {' '.join(dates) or 'at any time'}: {counted} counted"
    late = len(call.left_out)
    return open_when + (f"; {late} came outside it and count{'s' * (late == 1)} for nothing:" if late else ".")


def reasons_markup(found: Reasons) -> Markup:
    """Return the part of a page, with a link to each input."""
    told = [
        element(
            "li",
            element("strong", f"{reason.objective} {reason.label}:"),
            Markup(" "),
            f"{'; '.join(_grounds(reason))}.",
            *([element("ul", *map(_item, reason.inputs))] if reason.inputs else []),
        )
        for reason in found.objectives
    ]
    late = [_item(item, f"Objective {item.objective}, ") for item in found.call.left_out]
    return element(
        "section",
        element("h2", f"Why in depth in {found.year}"),
        element("p", "Points of urgency decide where the policy leaves a choice."),
        element("ul", *told),
        element("h2", "Call for inputs"),
        element("p", _call(found.call)),
        *([element("ul", *late)] if late else []),
    )


def _item(item: Input, before: str = "") -> Markup:
    link = [Markup(" "), element("a", item.link, href=item.link)] if item.link else []
    return element("li", f"{before}{_told(item)}", *link)
