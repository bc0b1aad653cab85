"""What classes had in earlier editions and other forums, beside what they have now, and where that falls below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.edition import Baseline
from scheduler.domain.forum import Forum
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.services.participation.requests import Asked

if TYPE_CHECKING:
    from scheduler.services.participation.floor import Floor, Tally
    from scheduler.services.participation.report import Participation

NEAR = 0.005
"""Hundredths that a share may be below a figure which is stated to two digits."""


class Edition(Value):
    """One figure of an earlier edition or another forum, and the same figure now."""

    edition: str
    class_id: str
    class_label: str
    flag: str | None = None
    flag_label: str | None = None
    requested: int | None = Field(None, description="Requests made then")
    given: int | None = None
    spoken: int | None = None
    percent: float | None = Field(None, description="Share of the floor time then, in hundredths")
    given_percent: float | None = Field(None, description="Requests given a place then, in hundredths of those made")
    source: str | None = None
    confidence: str
    now_requested: int | None = Field(None, description="Requests now; none where it is not told")
    now_given: int | None = None
    now_spoken: int | None = None
    now_percent: float | None = Field(None, description="Share of the floor time now, in hundredths")
    now_given_percent: float | None = None
    falls_in: tuple[str, ...] = Field((), description="percent, given_percent: what is smaller now and is warned of")


def editions(forum: Forum, report: Participation, language: str | None = None) -> tuple[Edition, ...]:
    """Return every baseline of a forum with the figures a report tells of the same class."""
    return tuple(_edition(forum, report, baseline, language) for baseline in forum.baselines)


def falls_below(forum: Forum, report: Participation) -> tuple[Edition, ...]:
    """Return the baselines a share falls below, to be warned of before a release."""
    return tuple(edition for edition in editions(forum, report) if edition.falls_in)


def _edition(forum: Forum, report: Participation, baseline: Baseline, language: str | None) -> Edition:
    is_counted = not baseline.flag or _is_all_of_its_flag(forum, baseline)
    asked = _asked(report, baseline) if is_counted else None
    tally = _tally(report.total, baseline) if is_counted else None
    then = {"percent": baseline.percent, "given_percent": _percent(baseline.given, baseline.requested)}
    now = {"percent": None, "given_percent": _percent(asked.given, asked.requested) if asked else None}
    if tally is not None and tally.share is not None:
        now["percent"] = round(100 * tally.share, 2)
    pairs = {name: (before, now[name]) for name, before in then.items()}
    falls = [
        n for n, (before, after) in pairs.items() if before is not None and after is not None and after < before - NEAR
    ]
    flags = {flag.id: say(forum, flag.label, language) for flag in forum.flags}
    return Edition(
        edition=clean_line(baseline.edition),
        class_id=baseline.participant_class,
        class_label=say(forum, forum.class_by_id[baseline.participant_class].label, language),
        flag=baseline.flag,
        flag_label=flags.get(baseline.flag or ""),
        requested=baseline.requested,
        given=baseline.given,
        spoken=baseline.spoken,
        **then,
        source=clean_line(baseline.source) if baseline.source else None,
        confidence=baseline.confidence.value,
        now_requested=asked.requested if asked else None,
        now_given=asked.given if asked else None,
        now_spoken=asked.spoken if asked else None,
        now_percent=now["percent"],
        now_given_percent=now["given_percent"],
        falls_in=tuple(falls) if baseline.warns else (),
    )


def _is_all_of_its_flag(forum: Forum, baseline: Baseline) -> bool:
    """Say whether what a report counts under a flag is of the class alone; it counts all that are interspersed."""
    return [group.id for group in forum.classes if group.interspersed] == [baseline.participant_class]


def _asked(report: Participation, baseline: Baseline) -> Asked | None:
    rows = report.requests.by_flag if baseline.flag else report.requests.by_class
    return next((row for row in rows if row.key == (baseline.flag or baseline.participant_class)), None)


def _tally(floor: Floor, baseline: Baseline) -> Tally | None:
    tallies = floor.by_flag if baseline.flag else floor.by_class
    return next((tally for tally in tallies if tally.key == (baseline.flag or baseline.participant_class)), None)


def _percent(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else round(100 * part / whole, 2)
