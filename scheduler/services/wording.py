"""Sentences about what the checker found, as far as they may be told, with what other lists add to them."""

from __future__ import annotations

from scheduler.translate.commitments import AFAR, Commitment
from scheduler.translate.labels import ForumLabels
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.speakers_labels import SpeakersLabels
from scheduler.translate.voice import Voice
from solver.rule import Violation
from solver.speakers.rulebook import RULES
from solver.speakers.solution import SpeakersList
from solver.timetable.problem import Problem
from solver.timetable.rulebook import RULES as TIMETABLE_RULES

OF_MORE_THAN_A_CLASS = frozenset({"neighbours-differ", "groups-first", "protocol-order", "late-last"})
"""Rules about a speaker's region, constituency, group, rank or time of asking, so that a sentence gives it away."""


class TimetableWords:
    """Explains violations of a timetable."""

    def __init__(self, problem: Problem, labels: ForumLabels) -> None:
        self._problem = problem
        self._labels = labels
        self._rules = {rule.name: rule for rule in TIMETABLE_RULES}

    def explain(self, violation: Violation) -> str | None:
        """Say what is wrong; nothing where that tells how many people a participant has who is not named."""
        if violation.rule == "small-delegations" and not self._labels.is_told(violation.instance[0]):
            return None
        return self._rules[violation.rule].explain(self._problem, violation, self._labels)


class SpeakersWords:
    """Explains violations of one list, with the duty elsewhere that stands in the way where there is one."""

    def __init__(self, translation: SpeakersTranslation, solution: SpeakersList | None, voice: Voice) -> None:
        self._translation = translation
        self._solution = solution
        self._labels = SpeakersLabels(translation, voice)
        self._rules = {rule.name: rule for rule in RULES}
        self._title = translation.session.title.of(*translation.forum.languages)

    def explain(self, violation: Violation) -> str | None:
        """Say what is wrong and in which list; nothing where that tells more than the class of who is withheld."""
        if violation.rule in OF_MORE_THAN_A_CLASS and not all(map(self._labels.is_told, violation.where)):
            return None
        if violation.rule == "within-availability":
            clash = self._clash(violation.instance[0])
            if clash:
                return f"{self._title}: {clash}"
        sentence = self._rules[violation.rule].explain(self._translation.problem, violation, self._labels)
        return f"{self._title}: {sentence}"

    def state(self, rule: str, instance: tuple[int, ...]) -> str:
        """Say what one case of a rule asks, where it is plain which list is meant."""
        sentence = self._rules[rule].state(self._translation.problem, instance, self._labels)
        duties = self.duties(instance[0]) if rule == "within-availability" else ()
        return " ".join((sentence, *duties))

    def duties(self, intervention: int) -> tuple[str, ...]:
        """Say what binds a speaker elsewhere while the floor is open."""
        stretches = self._translation.stretches
        return tuple(
            self._duty(duty)
            for duty in self._translation.commitments[intervention]
            if any(duty.start < stretch.end and stretch.start < duty.end for stretch in stretches)
        )

    def _duty(self, duty: Commitment) -> str:
        title = self._translation.forum.session_by_id[duty.session].title.of(*self._translation.forum.languages)
        hours = f"from {self._labels.time(duty.start)} until {self._labels.clock(duty.end)}"
        return (
            f"{self._labels.person(duty.person)} is {duty.role.value if duty.role else 'speaker'} in {title} {hours}."
        )

    def _clash(self, intervention: int) -> str:
        translation, problem = self._translation, self._translation.problem
        walk_seconds = translation.forum.speaker_walk_minutes * 60
        seconds = problem.interventions[intervention].seconds
        for turn in self._solution.turns if self._solution else ():
            remote = translation.requests[turn.intervention].remote
            room = AFAR if remote else translation.stretches[turn.stretch].room
            for duty in translation.commitments[intervention] if turn.intervention == intervention else ():
                start, end = duty.blocked(room, walk_seconds)
                if start < turn.start + seconds and turn.start < end:
                    speaker, hour = self._labels.speaker(intervention), self._labels.time(turn.start)
                    if not self._labels.is_named(duty.person):
                        return f"{speaker} has the floor while bound elsewhere."
                    return f"{speaker} has the floor at {hour}, but {self._duty(duty)}"
        return ""
