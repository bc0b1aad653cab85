"""Speakers lists in the solver's terms become lists of the forum, and the other way, also when edited by hand."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.clock import moment_at, second_of
from scheduler.domain import agenda as domain
from scheduler.translate.speakers import SpeakersTranslation
from solver.speakers.solution import SpeakersList, Turn


def to_interventions(translation: SpeakersTranslation, speakers: SpeakersList) -> tuple[domain.Intervention, ...]:
    """Name a list's turns, in order."""
    return tuple(
        domain.Intervention(
            request=translation.requests[turn.intervention].id,
            sitting=translation.stretches[turn.stretch].sitting,
            start=moment_at(translation.forum, 0, turn.start),
            seconds=translation.problem.interventions[turn.intervention].seconds,
        )
        for turn in speakers.turns
    )


def solver_list_of(translation: SpeakersTranslation, speakers: domain.SpeakersList) -> SpeakersList:
    """Read a list's interventions; what :func:`list_faults` names as unknown is left out."""
    requests = {request.id: index for index, request in enumerate(translation.requests)}
    stretches = {stretch.sitting: index for index, stretch in enumerate(translation.stretches)}
    return SpeakersList(
        tuple(
            Turn(requests[turn.request], stretches[turn.sitting], second_of(translation.forum, turn.start))
            for turn in speakers.interventions
            if turn.request in requests and turn.sitting in stretches
        )
    )


def list_faults(translation: SpeakersTranslation, speakers: domain.SpeakersList) -> Iterator[str]:
    """Say what of a list no speakers problem can hold."""
    requests = {request.id: index for index, request in enumerate(translation.requests)}
    sittings = {stretch.sitting for stretch in translation.stretches}
    for turn in speakers.interventions:
        where = f"Speakers list of session {speakers.session}, request {turn.request}"
        if turn.request not in requests:
            yield f"{where}: the session has no such request."
        elif turn.sitting not in sittings:
            yield f"{where}: sitting {turn.sitting} has no floor time."
        else:
            limit = translation.problem.interventions[requests[turn.request]].seconds
            if turn.seconds != limit:
                yield f"{where}: it has {turn.seconds} seconds, but its limit is {limit}."
