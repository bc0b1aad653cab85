"""Who has the floor, how long and where in the lists: by class, constituency and region, and by stated gender.

A speaker whose details are withheld counts in the class alone; by constituency and region there is one line for all
of them. Minutes are time limits, without changeover. A run goes on over the sittings of one list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Literal

from pydantic import Field

from scheduler.domain.agenda import Agenda, SpeakersList
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.publish.public import known
from scheduler.publish.visible import WITHHELD, say, shown_speaker
from scheduler.services.participation_gender import GenderTable, gender_table
from scheduler.translate.regions import region_name

BODIES = {"delegations": "Delegations", "interspersed": "Stakeholders, interspersed", "others": "Other classes"}
"""States and observers; the classes the forum intersperses; all others, which are never counted among these."""

_WITHHELD_KEY = "withheld"


class Tally(Value):
    """What one group of speakers has of the floor."""

    key: str
    label: str
    speakers: int
    minutes: float
    first: int | None = Field(description="First place in the list; in all lists, the smallest")
    last: int | None = Field(description="Last place in the list; in all lists, the largest")
    median: float | None = Field(description="Median place, in one list only")
    relative_median: float | None = Field(description="Median of (place - 0.5) / speakers in the list")
    quarters: tuple[float | None, ...] = Field(
        description="Its share of the speakers in each quarter of the lists; none where a quarter is empty"
    )


class Floor(Value):
    """One speakers list, or all of them together."""

    session: str | None = Field(description="Session of the list; none for all together")
    title: str
    speakers: int
    minutes: float
    longest_run_speakers: int = Field(description="Most speakers in a row none of whom is interspersed")
    longest_run_minutes: float = Field(description="Longest run of minutes without an interspersed speaker")
    by_body: tuple[Tally, ...]
    by_class: tuple[Tally, ...]
    by_constituency: tuple[Tally, ...]
    by_region: dict[str, tuple[Tally, ...]] = Field(description="By scheme; who has several regions counts in each")


class Participation(Value):
    """The participation report of one agenda."""

    format: Literal[1] = 1
    forum: str
    title: str
    total: Floor
    sessions: tuple[Floor, ...]
    gender: GenderTable


class Comparison(Value):
    """The reports of two agendas, of one forum or of two, to be read side by side."""

    format: Literal[1] = 1
    first: Participation
    second: Participation


@dataclass(frozen=True, slots=True)
class _Turn:
    """One intervention with all that it is counted by."""

    place: int
    of: int
    seconds: int
    body: str
    class_id: str | None
    constituency: str | None
    regions: tuple[str, ...]
    is_withheld: bool

    @property
    def quarter(self) -> int:
        return 4 * (self.place - 1) // self.of


def participation(forum: Forum, agenda: Agenda, language: str | None = None) -> Participation:
    """Return the participation report of an agenda."""
    counting = _Counting(forum, language)
    lists = {speakers.session: counting.turns(speakers) for speakers in agenda.lists}
    runs = {session: _runs(turns) for session, turns in lists.items()}
    titles = {s: say(forum, known(forum.session_by_id, s, "session").title, language) for s in lists}
    everything = [turn for turns in lists.values() for turn in turns]
    every_run = [run for found in runs.values() for run in found]
    return Participation(
        forum=forum.uid,
        title=say(forum, forum.title, language),
        total=counting.floor(None, say(forum, forum.title, language), everything, every_run),
        sessions=tuple(counting.floor(s, titles[s], lists[s], runs[s]) for s in lists),
        gender=gender_table({s.session: _answers(forum, s) for s in agenda.lists}),
    )


def compare(first: Participation, second: Participation) -> Comparison:
    """Put two reports side by side; sessions belong together where their ids are equal."""
    return Comparison(first=first, second=second)


class _Counting:
    """Counts turns by the groups of one forum."""

    def __init__(self, forum: Forum, language: str | None) -> None:
        self.forum = forum
        self.classes = {c.id: say(forum, c.label, language) for c in forum.classes}
        self.constituencies = {c.id: say(forum, c.label, language) for c in forum.constituencies}
        regions = sorted({region for participant in forum.participants for region in participant.regions})
        self.schemes = {s: tuple(found) for s, found in groupby(regions, key=_scheme)}

    def turns(self, speakers: SpeakersList) -> list[_Turn]:
        found = speakers.interventions
        return [self._turn(place, len(found), t.request, t.seconds) for place, t in enumerate(found, start=1)]

    def _turn(self, place: int, of: int, request_id: str, seconds: int) -> _Turn:
        request = known(self.forum.request_by_id, request_id, "request")
        shown = shown_speaker(self.forum, request)
        group = self.forum.class_by_id.get(shown.class_id or "")
        body = "others"
        if group is not None:
            body = "interspersed" if group.interspersed else "delegations" if group.delegation else "others"
        participant = self.forum.participant_by_id.get(shown.participant or "")
        regions = participant.regions if participant else ()
        hidden = shown.participant is None
        return _Turn(place, of, seconds, body, shown.class_id, shown.constituency, regions, hidden)

    def floor(self, session: str | None, title: str, turns: Sequence[_Turn], runs: Sequence[Sequence[_Turn]]) -> Floor:
        tallies = _Tallies(turns, is_one_list=session is not None)
        bodies = tallies.by(BODIES, lambda turn: (turn.body,))
        return Floor(
            session=session,
            title=title,
            speakers=len(turns),
            minutes=_minutes(turns),
            longest_run_speakers=max(map(len, runs), default=0),
            longest_run_minutes=max(map(_minutes, runs), default=0),
            by_body=bodies,
            by_class=tallies.by(self.classes, lambda turn: (turn.class_id,)),
            by_constituency=tallies.by(self.constituencies | {_WITHHELD_KEY: WITHHELD.capitalize()}, _constituencies),
            by_region={scheme: tallies.by(_region_labels(found), _regions) for scheme, found in self.schemes.items()},
        )


@dataclass(frozen=True, slots=True)
class _Tallies:
    """Tallies over some turns; groups nobody speaks for are kept only where all lists are taken together."""

    turns: Sequence[_Turn]
    is_one_list: bool

    def by(self, labels: dict[str, str], keys: Callable[[_Turn], Iterable[str | None]]) -> tuple[Tally, ...]:
        found: dict[str, list[_Turn]] = {key: [] for key in labels}
        for turn in self.turns:
            for key in keys(turn):
                if key in found:
                    found[key].append(turn)
        dull = self.is_one_list
        return tuple(
            self._tally(key, labels[key], turns)
            for key, turns in found.items()
            if turns or not (dull or key == _WITHHELD_KEY)
        )

    def _tally(self, key: str, label: str, turns: Sequence[_Turn]) -> Tally:
        places = [turn.place for turn in turns]
        relative = [(turn.place - 0.5) / turn.of for turn in turns]
        return Tally(
            key=key,
            label=label,
            speakers=len(turns),
            minutes=_minutes(turns),
            first=min(places, default=None),
            last=max(places, default=None),
            median=median(places) if places and self.is_one_list else None,
            relative_median=round(median(relative), 4) if relative else None,
            quarters=tuple(self._share(turns, quarter) for quarter in range(4)),
        )

    def _share(self, turns: Sequence[_Turn], quarter: int) -> float | None:
        everybody = sum(turn.quarter == quarter for turn in self.turns)
        return round(sum(turn.quarter == quarter for turn in turns) / everybody, 4) if everybody else None


def _constituencies(turn: _Turn) -> tuple[str | None, ...]:
    return (_WITHHELD_KEY,) if turn.is_withheld and turn.body != "delegations" else (turn.constituency,)


def _regions(turn: _Turn) -> tuple[str, ...]:
    return (_WITHHELD_KEY,) if turn.is_withheld else turn.regions


def _region_labels(regions: Sequence[str]) -> dict[str, str]:
    return {region: region_name(region) for region in regions} | {_WITHHELD_KEY: WITHHELD.capitalize()}


def _scheme(region: str) -> str:
    return region.partition(".")[0]


def _minutes(turns: Sequence[_Turn]) -> float:
    return round(sum(turn.seconds for turn in turns) / 60, 2)


def _runs(turns: Sequence[_Turn]) -> list[list[_Turn]]:
    """Return the runs of speakers in one list none of whom is interspersed."""
    grouped = groupby(turns, key=lambda turn: turn.body == "interspersed")
    return [list(run) for is_interspersed, run in grouped if not is_interspersed]


def _answers(forum: Forum, speakers: SpeakersList) -> list[tuple[str | None, str | None]]:
    """Return for each turn its person and the gender that person chose to state."""
    people = [known(forum.request_by_id, turn.request, "request").person for turn in speakers.interventions]
    stated = {person.id: person.gender for person in forum.people}
    return [(person, stated.get(person) if person else None) for person in people]
