"""The modalities sandbox: one set of requests run through several models, so that those who negotiate see what differs.

Each model is laid over the same forum, requests are selected by the same method and lot, and an agenda is made of those
that are given the floor; or lists alone, where sessions stand as one agenda has them. The log is left aside: it tells
of one way it went. What is told are aggregates, as protected as in the report of one agenda.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from pydantic import Field

from scheduler.domain.agenda import Agenda, Measure, Outcome
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.selection import Selection
from scheduler.domain.session import Standing
from scheduler.publish.public import public_measures
from scheduler.publish.visible import say
from scheduler.services.intake.granted import granted
from scheduler.services.models.adopting import adopt
from scheduler.services.models.model import Model
from scheduler.services.participation.floor import Floor
from scheduler.services.participation.report import participation
from scheduler.services.participation.requests import Requests, asking
from scheduler.services.planning import plan
from scheduler.services.planning_lists import PossibleLists, plan_possible_lists, without_lists
from scheduler.services.reviews.programme import with_reviews
from scheduler.services.selecting.selecting import select
from scheduler.translate.protocol import MIXED, mode_of
from solver.apart import run_apart
from solver.result import Limits, OnProgress, Progress

AS_IT_IS = "as it is"
TRIAL_LOT = "The lot is not drawn yet; a trial lot, the same for all, decided here."


class MeetingTime(Value):
    """How long sessions of one kind meet."""

    kind: str
    label: str
    minutes: int
    interpreted: int = Field(description="Minutes of these with interpretation")


class ListFigures(Value):
    """How stakeholders stand in the list of one session."""

    session: str
    title: str
    speakers: int
    stakeholders: int
    is_mixed: bool = Field(description="Whether the mode of the session intersperses them")
    longest_run_minutes: float = Field(description="As in the participation report: speaking time, no changeover")
    measures: tuple[Measure, ...] = ()


class Tried(Value):
    """What one model comes to."""

    model: str
    label: str
    selection: Outcome
    agenda: Outcome
    total: Floor
    requests: Requests
    meetings: tuple[MeetingTime, ...]
    lists: tuple[ListFigures, ...]
    left_out: tuple[str, ...] = Field((), description="Titles of sessions whose speakers list was not found")
    notes: tuple[str, ...] = ()


class ModelsCompared(Value):
    """What several models come to, for the same forum and requests."""

    format: int = 1
    forum: str
    title: str
    placed_as: str = Field(description="Whether each has an agenda of its own, or sessions stand as in one agenda")
    tried: tuple[Tried, ...]


def compare_models(
    forum: Forum,
    models: Sequence[Model | None],
    limits: Limits,
    on_progress: OnProgress | None = None,
    placed: Agenda | None = None,
) -> ModelsCompared:
    """Run a forum's requests through several models; None is the forum as it is."""
    forum, notes = _without_outcomes(forum)
    began = time.monotonic()
    found = []
    for place, model in enumerate(models, 1):
        name = model.name if model else AS_IT_IS
        tell = _named(f"{name} ({place} of {len(models)})", began, on_progress)
        found.append(_tried(forum, model, limits, tell, placed, notes))
    how = "each with an agenda of its own" if placed is None else "sessions stand as in one agenda"
    return ModelsCompared(forum=forum.uid, title=say(forum, forum.title, None), placed_as=how, tried=tuple(found))


def _without_outcomes(forum: Forum) -> tuple[Forum, tuple[str, ...]]:
    """Return a forum without what followed from one way it went, and with a lot that can be drawn."""
    settings, notes = forum.selection, tuple[str, ...]()
    if settings.lot_commitment and not (settings.lot_seed and settings.lot_value):
        settings = settings.model_copy(update={"lot_commitment": None, "lot_seed": None, "lot_value": None})
        notes = (TRIAL_LOT,)
    return forum.model_copy(update={"log": (), "selection": settings}), notes


def _named(name: str, began: float, on_progress: OnProgress | None) -> OnProgress | None:
    """Return what tells of progress under the name of a model."""
    if on_progress is None:
        return None

    def told(event: Progress) -> None:
        phase = f"{name}: {event.phase}"
        on_progress(replace(event, phase=phase, seconds=time.monotonic() - began, best=None))

    return told


def _tried(
    forum: Forum,
    model: Model | None,
    limits: Limits,
    on_progress: OnProgress | None,
    placed: Agenda | None,
    notes: tuple[str, ...],
) -> Tried:
    adopted = adopt(forum, model) if model else None
    written = adopted.forum if adopted else forum
    selection = select(written, limits, on_progress)
    given = with_reviews(granted(written, selection))
    agenda, outcome, left_out = (_planned if placed is None else _with_lists(placed))(given, limits, on_progress)
    report = participation(given, agenda, asked=asking(written, selection))
    return Tried(
        model=model.name if model else AS_IT_IS,
        label=model.text.label if model else "The forum as it is",
        selection=selection.outcome,
        agenda=outcome,
        total=report.total,
        requests=report.requests,
        meetings=_meetings(written),
        lists=_lists(given, agenda, report.sessions),
        left_out=tuple(say(given, given.session_by_id[session].title, None) for session in left_out),
        notes=(*notes, *(adopted.notes if adopted else ()), *_unsettled(selection)),
    )


Made = tuple[Agenda, Outcome, tuple[str, ...]]
"""An agenda, how making it ended, and the sessions without a list."""


def _planned(forum: Forum, limits: Limits, on_progress: OnProgress | None) -> Made:
    made = plan(forum, limits, on_progress)
    return made.agenda or _agenda(forum, made.outcome), made.outcome, made.left_out


def _with_lists(placed: Agenda) -> Callable[[Forum, Limits, OnProgress | None], Made]:
    """Return what makes the lists of a forum whose sessions stand as one agenda has them."""

    def made(forum: Forum, limits: Limits, on_progress: OnProgress | None) -> Made:
        placements = tuple(p for p in placed.placements if p.session in forum.session_by_id)
        unplaced = {session.id for session in forum.sessions} - {p.session for p in placements}
        asked = {request.session for request in forum.requests}
        missing = tuple(session.id for session in forum.sessions if session.id in unplaced & asked)
        args = plan_possible_lists, without_lists(forum, unplaced), placements, limits
        ended = run_apart(*args, wall_seconds=limits.wall_seconds, on_progress=on_progress)
        possible: PossibleLists | None = ended.answer
        if possible is None:
            return _agenda(forum, Outcome.NONE_FOUND), Outcome.NONE_FOUND, ()
        failed = tuple(failure.failed.session for failure in possible.failures if failure.failed)
        agenda = _agenda(forum, placed.outcome).model_copy(
            update={"placements": placements, "lists": possible.made.lists}
        )
        return agenda, placed.outcome, (*missing, *failed)

    return made


def _agenda(forum: Forum, outcome: Outcome) -> Agenda:
    return Agenda(forum=forum.uid, outcome=outcome, score=0, bound=0, placements=())


def _meetings(forum: Forum) -> tuple[MeetingTime, ...]:
    found = []
    for kind in forum.kinds:
        sessions = [session for session in forum.sessions if session.kind == kind.id]
        if sessions and kind.standing is not Standing.SIDE:
            minutes = sum(sum(session.sittings) for session in sessions)
            interpreted = sum(sum(session.sittings) for session in sessions if session.languages)
            label = say(forum, kind.label, None)
            found.append(MeetingTime(kind=kind.id, label=label, minutes=minutes, interpreted=interpreted))
    return tuple(found)


def _lists(forum: Forum, agenda: Agenda, floors: Sequence[Floor]) -> tuple[ListFigures, ...]:
    interspersed = {item.id for item in forum.classes if item.interspersed}
    found = []
    for speakers, floor in zip(agenda.lists, floors, strict=True):
        requests = [forum.request_by_id[turn.request] for turn in speakers.interventions]
        classes = [forum.participant_by_id[request.participant].participant_class for request in requests]
        found.append(
            ListFigures(
                session=speakers.session,
                title=say(forum, forum.session_by_id[speakers.session].title, None),
                speakers=len(classes),
                stakeholders=sum(name in interspersed for name in classes),
                is_mixed=mode_of(forum, forum.session_by_id[speakers.session]) in MIXED,
                longest_run_minutes=floor.longest_run_minutes,
                measures=public_measures(forum, speakers.measures),
            )
        )
    return tuple(found)


def _unsettled(selection: Selection) -> tuple[str, ...]:
    if selection.outcome is Outcome.OPTIMAL:
        return ()
    return (f"The selection ended as {selection.outcome.value}; its figures may differ from those of a finished one.",)
