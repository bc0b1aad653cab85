"""The words of one forum for what a speakers problem names by index."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.clock import moment_at
from scheduler.translate.labels import date_words
from scheduler.translate.regions import region_name
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.voice import UNTOLD_HOURS, Voice, is_told, person_words, speaker_words
from solver.speakers.labels import spoken_hours


class SpeakersLabels:
    """Names of one list's speakers and times, for sentences of speakers rules."""

    def __init__(self, translation: SpeakersTranslation, voice: Voice) -> None:
        self._translation = translation
        self._voice = voice
        self._forum = translation.forum

    def speaker(self, intervention: int) -> str:
        """Who has the floor: the person where one is named, else the participant."""
        return speaker_words(self._forum, self._translation.requests[intervention], self._voice)

    def is_told(self, intervention: int) -> bool:
        """Whether more than a class may be said of who has the floor."""
        return is_told(self._forum, self._translation.requests[intervention], self._voice)

    def is_named(self, person: str) -> bool:
        """Whether the name of a person may be said."""
        return self.person(person) == self._forum.person_by_id[person].name

    def person(self, person: str) -> str:
        """Name of a person who has a duty elsewhere."""
        return person_words(self._forum, self._forum.person_by_id[person], self._voice)

    def stretch(self, stretch: int) -> str:
        """Name of a stretch of the floor time: the sitting, with its day and hours."""
        found = self._translation.stretches[stretch]
        hours = f"{self.time(found.start)}-{self.clock(found.end)}"
        return hours if len(self._translation.session.sittings) == 1 else f"sitting {found.sitting}, {hours}"

    def time(self, second: int) -> str:
        """Day and clock time of a second."""
        return f"{date_words(moment_at(self._forum, 0, second).date())}, {self.clock(second)}"

    def clock(self, second: int) -> str:
        """Clock time of a second, with the seconds where it has some."""
        moment = moment_at(self._forum, 0, second)
        return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"

    def hours(self, windows: Sequence[tuple[int, int]]) -> str:
        """When somebody can speak, as far as the voice lets it be said."""
        return spoken_hours(windows, self) if self._voice is Voice.FULL else UNTOLD_HOURS

    def tag(self, family: str, tag: int) -> str:
        """Name of a region or a constituency."""
        if family == "constituency":
            return self._forum.constituencies[tag].label.of(*self._forum.languages)
        return region_name(tuple(self._translation.indices.region)[tag])
