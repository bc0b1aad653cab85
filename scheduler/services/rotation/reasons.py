"""Why an edition reviews in depth what it does, objective by objective, and what came of the call for inputs."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.rotation import Depth
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.translate.urgency import Input, inputs_of, missing_reports, reports_of, urgency_of


class FocusReason(Value):
    """What speaks for one objective; the policy of all of them decides."""

    objective: int
    label: str
    is_fixed: bool = Field(description="Whether the policy has it in focus every time")
    last_in_depth: int | None = Field(description="Edition that reviewed it in depth last; none if never")
    years_since: int | None = Field(description="Years from then to the edition it is in focus in")
    times_in_depth: int
    reports: int = Field(description="Past reviews, regional results and national reviews about it")
    missing_reports: int = Field(description="Reports fewer than the objective most reported on has")
    missing_points: int = Field(description="Points of urgency for those")
    inputs: tuple[Input, ...] = Field(description="Evidence that counts, most points first")
    pins: tuple[str, ...] = Field(description="Pins of this edition that put it in focus")
    urgency: int = Field(description="Points in all; they decide where the policy leaves a choice")


class Call(Value):
    """The call for inputs."""

    opens: dt.date | None
    closes: dt.date | None
    counted: dict[str, int] = Field(description="Inputs that count, by source")
    left_out: tuple[Input, ...] = Field(description="Inputs that came outside the call")


class Reasons(Value):
    """Why the next edition reviews in depth what it does."""

    year: int
    objectives: tuple[FocusReason, ...]
    call: Call


def reasons(forum: Forum, plan: RotationPlan) -> Reasons:
    """Say what speaks for each objective that the first edition of a plan has in focus."""
    edition = plan.editions[0]
    inputs = inputs_of(forum)
    counted = Counter(item.source.value for item in inputs if item.left_out is None)
    return Reasons(
        year=edition.year,
        objectives=tuple(_reason(forum, number, edition.year, inputs) for number in edition.focus),
        call=Call(
            opens=forum.rotation.inputs_open,
            closes=forum.rotation.inputs_close,
            counted=dict(sorted(counted.items())),
            left_out=tuple(item for item in inputs if item.left_out is not None),
        ),
    )


def _reason(forum: Forum, number: int, year: int, inputs: tuple[Input, ...]) -> FocusReason:
    objective = next(objective for objective in forum.objectives if objective.number == number)
    in_depth = [r.year for r in forum.past_reviews if r.objective == number and r.depth is Depth.IN_DEPTH]
    missing = missing_reports(forum)[number]
    own = [item for item in inputs if item.objective == number and item.left_out is None]
    pins = [pin for pin in forum.rotation_pins if (pin.objective, pin.year, pin.in_focus) == (number, year, True)]
    return FocusReason(
        objective=number,
        label=say(forum, objective.short or objective.title, None),
        is_fixed=number in forum.rotation.fixed,
        last_in_depth=max(in_depth, default=None),
        years_since=year - max(in_depth) if in_depth else None,
        times_in_depth=len(in_depth),
        reports=reports_of(forum)[number],
        missing_reports=missing,
        missing_points=forum.rotation.weight_reported_least * missing,
        inputs=tuple(sorted(own, key=lambda item: -item.points)),
        pins=tuple(clean_line(pin.reason or "no reason given") for pin in pins),
        urgency=urgency_of(forum)[number],
    )
