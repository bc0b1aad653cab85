"""The words of one forum for what the solver names by index, with times in the forum's local time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scheduler.clock import MONTHS, WEEKDAYS, moment_at
from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.translate.indices import Indices
from scheduler.translate.regions import region_name
from scheduler.translate.voice import UNTOLD_HOURS, Voice, is_hidden, participant_words, person_words
from solver.timetable.labels import spoken_windows


def date_words(date: dt.date) -> str:
    """Write a date as ``Tuesday 5 May``, whatever the machine's language is."""
    return f"{WEEKDAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]}"


class ForumLabels:
    """Names of a forum's things, for sentences of timetable rules."""

    def __init__(self, forum: Forum, indices: Indices, voice: Voice) -> None:
        self._forum = forum
        self._indices = indices
        self._voice = voice

    def session(self, session: int) -> str:
        """Title of a session."""
        return self._words(self._forum.sessions[session].title)

    def sitting(self, sitting: int) -> str:
        """Title of a sitting: its session's, with its number where there are several."""
        session_id, number = self._indices.sittings[sitting]
        session = self._forum.session_by_id[session_id]
        title = self._words(session.title)
        return title if len(session.sittings) == 1 else f"{title} (sitting {number})"

    def person(self, person: int) -> str:
        """Name of a person, as far as the voice lets it be said."""
        return person_words(self._forum, self._forum.people[person], self._voice)

    def delegation(self, delegation: int) -> str:
        """Name of a participant, as far as the voice lets it be said."""
        return participant_words(self._forum, self._forum.participants[delegation], self._voice)

    def is_told(self, delegation: int) -> bool:
        """Whether more than that there is a participant may be said of one."""
        return not is_hidden(self._forum, self._forum.participants[delegation], self._voice)

    def room(self, room: int) -> str:
        """Name of a room."""
        return self._words(self._forum.rooms[room].name)

    def period(self, period: int) -> str:
        """Day and hours of a period."""
        found = self._forum.periods[period]
        return f"{date_words(found.date)}, {found.start:%H:%M}-{found.end:%H:%M}"

    def day(self, day: int) -> str:
        """Date of a day."""
        return date_words(dt.date.fromisoformat(tuple(self._indices.day)[day]))

    def time(self, minute: int) -> str:
        """Day and clock time of a minute."""
        moment = moment_at(self._forum, minute)
        return f"{date_words(moment.date())}, {moment:%H:%M}"

    def clock(self, minute: int) -> str:
        """Clock time of a minute."""
        return f"{moment_at(self._forum, minute):%H:%M}"

    def hours(self, windows: Sequence[tuple[int, int]]) -> str:
        """When somebody is there, as far as the voice lets it be said."""
        return spoken_windows(windows, self) if self._voice is Voice.FULL else UNTOLD_HOURS

    def kind(self, kind: int) -> str:
        """Name of a kind of session."""
        return self._words(self._forum.kinds[kind].label)

    def tag(self, family: str, tag: int) -> str:
        """Name of a theme, objective, region, audience or piece of equipment."""
        if family == "themes":
            return self._words(self._forum.themes[tag].title)
        if family == "objectives":
            return str(tuple(self._indices.objective)[tag])
        if family == "audiences":
            return self._audience(tuple(self._indices.audience)[tag])
        if family == "regions":
            return region_name(tuple(self._indices.region)[tag])
        return tuple(self._indices.equipment)[tag]

    def _audience(self, name: str) -> str:
        owner = self._forum.constituency_by_id.get(name) or self._forum.class_by_id.get(name)
        return self._words(owner.label) if owner else name

    def _words(self, text: Text) -> str:
        return text.of(*self._forum.languages)
