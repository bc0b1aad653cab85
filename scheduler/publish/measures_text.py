"""How good a speakers list is, in words."""

from __future__ import annotations

from scheduler.domain.agenda import Measure, Outcome, SpeakersList
from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode
from scheduler.publish.clean import clean_line
from scheduler.publish.public import public_measures
from scheduler.translate.policies import policy_of
from scheduler.translate.protocol import MIXED, mode_of
from scheduler.translate.requests import class_of

LABELS = {
    "away-from-protocol": "Away from where protocol puts them",
    "floor-waits": "The floor waits for a speaker",
    "neighbours-differ": "Neighbours of one region or constituency",
    "run-cap": "Runs that are too long",
    "sitting-share": "Stakeholders not evenly over the sittings",
    "groups-first": "Groups that do not come first",
    "late-last": "Requests in time that come after late ones",
    "largest-deviation": "Largest deviation from an even spread",
    "sum-of-squares": "Sum of the squared deviations",
}
"""Measures whose name alone does not say what is measured."""

TOLD_AT_NOTHING = frozenset({"away-from-protocol", "largest-deviation", "longest-run-without-a-stakeholder"})
"""Measures told of every list; the others are about something amiss, and not told where nothing is."""

COUNTED_BY_LIST = frozenset({"protocol-order", "neighbours-differ"})
"""Rules with a sentence for nearly every speaker; the figures of each list say enough."""

NOT_SAID = {"matches"}
SINGULAR = {"minutes": "minute", "speakers": "speaker", "statements": "statement", "places": "place"}
OUTCOMES = {
    Outcome.OPTIMAL: "This list is the best there can be, which is proven.",
    Outcome.FEASIBLE: "This list keeps every rule that blocks; a better one may exist.",
    Outcome.CANCELLED: "This list is the best found before it was stopped.",
    Outcome.EDITED: "This list was edited by hand.",
    Outcome.CHANGED: "This list has changed since it was made; its figures are of what remains.",
}
NOT_MIXED = {Mode.NONE: "in one order with all others", Mode.RESERVED: "at places reserved for them, or else last"}


def not_interspersed(forum: Forum, speakers: SpeakersList) -> str | None:
    """Say of a list with stakeholders and others that it does not intersperse them, and by what it is ordered."""
    session = forum.session_by_id[speakers.session]
    mode, kind = mode_of(forum, session), forum.kind_by_id[session.kind]
    requests = [forum.request_by_id[turn.request] for turn in speakers.interventions]
    if mode in MIXED or len({class_of(forum, request).interspersed for request in requests}) < 2:
        return None
    mandate = session.mandate if session.mode else kind.mandate
    ranks = ", rank" if kind.ranks else ""
    order = f"ordered by class{ranks} and the policy {policy_of(forum, session).value}"
    rests = f"; {clean_line(mandate).rstrip('.')}" if mandate else ""
    return f"Stakeholders are not interspersed here, but stand {NOT_MIXED[mode]}: mode {mode.value}, {order}{rests}."


def outcome_line(speakers: SpeakersList) -> str:
    """Say how good a list is as a whole."""
    return OUTCOMES.get(speakers.outcome, f"This list: {speakers.outcome.value}.")


def measure_lines(forum: Forum, measures: tuple[Measure, ...]) -> list[str]:
    """Return one line a measure: its value, what is proven of a better one, and what stands in the way."""
    told = tuple(measure for measure in measures if measure.value or measure.name in TOLD_AT_NOTHING)
    return [_measure_line(measure) for measure in public_measures(forum, told)]


def _measure_line(measure: Measure) -> str:
    if measure.name == "away-from-protocol" and not measure.value:
        return "Everybody stands where protocol puts them"
    label = LABELS.get(measure.name, measure.name.replace("-", " ").capitalize())
    because = f": {measure.because}" if measure.because else ""
    return f"{label}: {measure.value:g}{_unit(measure)}{_best(measure)}{because}"


def _unit(measure: Measure) -> str:
    words = clean_line(measure.unit).split()
    if measure.unit in NOT_SAID:
        return ""
    if measure.value == 1:
        words[:2] = [SINGULAR.get(word.rstrip(","), word.rstrip(",")) + "," * word.endswith(",") for word in words[:2]]
    return f" {' '.join(words)}"


def _best(measure: Measure) -> str:
    if measure.best is None or measure.value == measure.best == 0:
        return ""
    if measure.value == measure.best:
        return " (the best possible)"
    return f" (proven: not below {measure.best:g})" if measure.best else " (not proven to be the best possible)"
