"""The drawings of a participation report: requests, promises, quarters and running shares."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.publish.charts import Bar, Group, Series, bars, lines, stacked
from scheduler.publish.html import Markup
from scheduler.publish.participation_tables import number, percent, told
from scheduler.services.participation.floor import Floor
from scheduler.services.participation.promises import Promise
from scheduler.services.participation.report import Participation
from scheduler.services.participation.requests import Asked

_BODY_FILLS = ("grey", "hatch", "dots")


def requests_chart(name: str, title: str, rows: Sequence[Asked]) -> Markup:
    """Draw what each group requested, was given and has spoken."""
    asked = [row for row in rows if row.requested != 0]
    has_spoken = any(row.spoken is not None for row in asked)
    series = [Series("Requested", "plain"), Series("Given", "solid"), Series("Spoken", "hatch")][: 2 + has_spoken]
    groups = []
    for row in asked:
        counts = (row.requested, row.given, row.spoken)[: len(series)]
        found = (Bar(i, count or 0, told(count)) for i, count in enumerate(counts))
        groups.append(Group(row.label, tuple(found)))
    said = [
        f"{group.label}: {', '.join(f'{bar.words} {series[bar.series].label.lower()}' for bar in group.bars)}."
        for group in groups
    ]
    return bars(name, title, " ".join(said), series, groups)


def minutes_chart(name: str, title: str, report: Participation) -> Markup:
    """Draw the share of the minutes each class has in all lists."""
    groups = [
        Group(tally.label, (Bar(0, 100 * tally.share, f"{number(round(100 * tally.share, 2))}%"),))
        for tally in report.total.by_class
        if tally.share
    ]
    said = " ".join(f"{group.label}: {group.bars[0].words}." for group in groups)
    return bars(name, title, said, [Series("Share of the minutes", "solid")], groups)


def promises_chart(name: str, title: str, promises: Sequence[Promise]) -> Markup:
    """Draw what classes have, in hundredths of the time or in places, with a mark at what was promised."""
    groups = []
    for promise in promises:
        if promise.percent is not None:
            has, of, unit = promise.share_percent or 0, promise.percent, "%"
        else:
            has, of, unit = promise.speakers, float(promise.places or 0), ""
        words = f"{number(has)}{unit} of {number(of)}{unit}"
        groups.append(Group(promise.class_label, (Bar(0, has, words, mark=of),)))
    said = " ".join(f"{group.label}: {group.bars[0].words} promised." for group in groups)
    return bars(name, title, said, [Series("Has", "solid")], groups, mark="Promised")


def quarters_chart(name: str, title: str, floor: Floor) -> Markup:
    """Draw who speaks in each quarter of the lists."""
    series = [Series(tally.label, fill) for tally, fill in zip(floor.by_body, _BODY_FILLS, strict=True)]
    groups = []
    for quarter, label in enumerate(("First quarter", "Second quarter", "Third quarter", "Last quarter")):
        shares = [tally.quarters[quarter] for tally in floor.by_body]
        if None not in shares:
            groups.append(Group(label, tuple(Bar(i, share or 0, percent(share)) for i, share in enumerate(shares))))
    said = [
        f"{group.label}: {', '.join(f'{series[bar.series].label} {bar.words}' for bar in group.bars)}."
        for group in groups
    ]
    return stacked(name, title, " ".join(said), series, groups)


def running_chart(name: str, title: str, floor: Floor) -> Markup:
    """Draw how much of their minutes stakeholders have had, beside even growth."""
    return lines(name, title, running_words(floor), floor.elapsed, floor.running)


def running_words(floor: Floor) -> str:
    """Say how much of their minutes stakeholders have had after each quarter of a list."""
    first, half, third = (percent(had) for had in floor.had_by)
    return (
        f"Of their minutes, stakeholders have had {first} after a quarter of the list's minutes, {half} after half and "
        f"{third} after three quarters; evenly it would be 25%, 50% and 75%."
    )
