"""The checker alone, over an agenda's timetable and lists together; it never starts a solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import Field

from scheduler.domain.agenda import Agenda, Measure, Outcome, Placement, RuleOutcome, SpeakersList
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum, Level
from scheduler.services.outcomes import joined, rule_outcomes
from scheduler.services.wording import SpeakersWords, TimetableWords
from scheduler.translate.commitments import Commitment, by_roles, by_speeches
from scheduler.translate.labels import ForumLabels
from scheduler.translate.lists import list_faults, solver_list_of
from scheduler.translate.measures import measures_of
from scheduler.translate.placements import placement_faults, timetable_of
from scheduler.translate.speakers import SpeakersTranslation, sessions_with_lists, speakers_problem
from scheduler.translate.timetable import timetable_problem
from scheduler.translate.voice import Voice
from solver.speakers.check import check as check_list
from solver.timetable.check import check as check_timetable


class ListFigures(Value):
    """What is measured of one speakers list as it stands in the agenda."""

    session: str
    speakers: int
    measures: tuple[Measure, ...]


class Verification(Value):
    """What the checker says of one agenda."""

    faults: tuple[str, ...] = Field(description="What in the agenda's file is no part of any agenda of the forum")
    rules: tuple[RuleOutcome, ...] = Field(description="What each rule found, timetable before lists")
    score: int = Field(description="Points of the timetable's rules; lower is better")
    lists: tuple[ListFigures, ...] = Field(description="How good each speakers list is; unlike figures, never added up")

    @property
    def broken(self) -> tuple[RuleOutcome, ...]:
        """Rules that block and do not hold."""
        return tuple(outcome for outcome in self.rules if outcome.level is Level.BLOCK and outcome.amount)

    @property
    def is_sound(self) -> bool:
        """Whether nothing forbids this agenda."""
        return not self.faults and not self.broken


def verify(
    forum: Forum, agenda: Agenda, baseline: Agenda | None = None, voice: Voice = Voice.PUBLISHED
) -> Verification:
    """Check an agenda, also one edited by hand, and count its changes against a baseline where one is given.

    Sentences name people as far as each agreed to; ``Voice.FULL`` is for the organiser's own screen alone.
    """
    translation = timetable_problem(forum, baseline)
    problem, labels = translation.problem, ForumLabels(forum, translation.indices, voice)
    report = check_timetable(problem, timetable_of(translation, agenda))
    outcomes = rule_outcomes(report, TimetableWords(problem, labels).explain)
    lists, figures, list_misfits = _check_lists(forum, agenda, voice)
    return Verification(
        faults=(*placement_faults(translation, agenda), *list_misfits),
        rules=(*outcomes, *lists),
        score=report.points,
        lists=figures,
    )


def _check_lists(
    forum: Forum, agenda: Agenda, voice: Voice
) -> tuple[tuple[RuleOutcome, ...], tuple[ListFigures, ...], tuple[str, ...]]:
    outcomes: list[RuleOutcome] = []
    figures: list[ListFigures] = []
    faults = list(_stray_lists(forum, agenda))
    for session in sessions_with_lists(forum):
        speakers = agenda.list_of.get(session.id)
        translation = speakers_problem(forum, agenda.placements, session, commitments_beside(forum, agenda, session.id))
        if speakers is not None:
            faults += list_faults(translation, speakers)
            figures.append(_figures(translation, speakers))
        outcomes += outcomes_of_list(translation, speakers, voice)
    return joined(outcomes), tuple(figures), tuple(faults)


def _figures(translation: SpeakersTranslation, speakers: SpeakersList) -> ListFigures:
    measures = measures_of(translation.problem, solver_list_of(translation, speakers))
    return ListFigures(session=speakers.session, speakers=len(speakers.interventions), measures=measures)


def as_it_stands(forum: Forum, agenda: Agenda) -> Agenda:
    """Return an agenda with its lists measured anew where they were changed since their figures were written."""
    found = {figures.session: figures.measures for figures in verify(forum, agenda).lists}
    lists = tuple(_measured(speakers, found.get(speakers.session, ())) for speakers in agenda.lists)
    return agenda.model_copy(update={"lists": lists})


def _measured(speakers: SpeakersList, found: tuple[Measure, ...]) -> SpeakersList:
    is_changed = speakers.outcome is Outcome.CHANGED
    if not is_changed and _says(speakers.measures, found):
        return speakers
    return speakers.model_copy(update={"measures": found, "outcome": Outcome.CHANGED if is_changed else Outcome.EDITED})


def _says(stored: Sequence[Measure], found: Sequence[Measure]) -> bool:
    """Whether stored figures are those that are found, as far as both are told, to the precision of a file."""
    values = {measure.name: measure.value for measure in stored}
    return all(abs(values.get(measure.name, measure.value) - measure.value) < 1e-6 for measure in found)


def _stray_lists(forum: Forum, agenda: Agenda) -> Iterator[str]:
    expected = {session.id for session in sessions_with_lists(forum)}
    seen = set()
    for speakers in agenda.lists:
        if speakers.session in seen:
            yield f"Speakers list of session {speakers.session}: the agenda has a second one; keep one of the two."
        elif speakers.session not in expected and speakers.interventions:
            yield f"Speakers list of session {speakers.session}: nobody asked for the floor there."
        seen.add(speakers.session)


def commitments_beside(forum: Forum, agenda: Agenda, session: str) -> tuple[Commitment, ...]:
    """Return all that binds people beside one session's list: roles and turns in every other list."""
    others = [speakers for speakers in agenda.lists if speakers.session != session]
    return commitments(forum, agenda.placements, others)


def commitments(forum: Forum, placements: Sequence[Placement], lists: Sequence[SpeakersList]) -> tuple[Commitment, ...]:
    """Return what binds people by roles and by turns in some lists."""
    turns = [turn for speakers in lists for turn in by_speeches(forum, placements, speakers)]
    return (*by_roles(forum, placements), *turns)


def outcomes_of_list(
    translation: SpeakersTranslation, speakers: SpeakersList | None, voice: Voice
) -> tuple[RuleOutcome, ...]:
    """Check one list; a missing one is empty."""
    empty = SpeakersList(session=translation.session.id, outcome=Outcome.NONE_FOUND, interventions=())
    solution = solver_list_of(translation, speakers or empty)
    words = SpeakersWords(translation, solution, voice)
    outcomes = rule_outcomes(check_list(translation.problem, solution), words.explain)
    return outcomes if speakers else tuple(_told_once(translation, outcome) for outcome in outcomes)


def _told_once(translation: SpeakersTranslation, outcome: RuleOutcome) -> RuleOutcome:
    """Say of a list that is missing that it is, not of each of its speakers."""
    if outcome.rule != "every-speaker-once" or not outcome.sentences:
        return outcome
    title = translation.session.title.of(*translation.forum.languages)
    count = len(translation.requests)
    sentence = f"{title}: there is no speakers list for {count} granted request{'s' * (count != 1)}."
    return outcome.model_copy(update={"sentences": (sentence,)})
