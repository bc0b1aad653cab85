"""Who has the floor in one list or in all, how long and where: by body, class, constituency, region and flag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from statistics import median

from pydantic import Field

from scheduler.domain.agenda import SpeakersList
from scheduler.domain.base import Value
from scheduler.publish.public import known
from scheduler.services.participation.groups import BODIES, WITHHELD_KEY, WITHHELD_LABEL, Group, Groups
from scheduler.services.participation.protection import LEAST_WITH_FLAG, Cell, untold


class Tally(Value):
    """What one group of speakers has of the floor."""

    key: str
    label: str
    speakers: int
    minutes: float
    share: float | None = Field(description="Its share of the minutes; none where there are none")
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
    by_flag: tuple[Tally, ...] = Field(
        (), description="Stakeholders by flag, over all lists, where enough organisations have it and have not"
    )
    running: tuple[float, ...] = Field(
        (), description="Share of stakeholders' minutes had up to and with each speaker; empty where one side speaks"
    )
    elapsed: tuple[float, ...] = Field(
        (), description="Share of all minutes up to and with each speaker: where an even list would stand"
    )
    had_by: tuple[float, ...] = Field(
        (), description="Share of stakeholders' minutes had after a quarter, half and three quarters of all minutes"
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """One intervention with all that it is counted by."""

    place: int
    of: int
    seconds: int
    organisation: str
    group: Group

    @property
    def quarter(self) -> int:
        return 4 * (self.place - 1) // self.of

    @property
    def is_interspersed(self) -> bool:
        return self.group.body == "interspersed"


def turns_of(groups: Groups, speakers: SpeakersList) -> list[Turn]:
    turns = []
    for place, turn in enumerate(speakers.interventions, start=1):
        request = known(groups.forum.request_by_id, turn.request, "request")
        of = len(speakers.interventions)
        turns.append(Turn(place, of, turn.seconds, request.participant, groups.of(request)))
    return turns


def all_together(groups: Groups, title: str, lists: Mapping[str, Sequence[Turn]]) -> Floor:
    """Return all lists together; a run does not go on from one list to another."""
    turns = [turn for found in lists.values() for turn in found]
    floor = floor_of(groups, None, title, turns)
    runs = [run for found in lists.values() for run in _runs(found)]
    return floor.model_copy(
        update={
            "longest_run_speakers": max(map(len, runs), default=0),
            "longest_run_minutes": max(map(_minutes, runs), default=0),
            "by_flag": _by_flag(groups, turns),
        }
    )


def floor_of(groups: Groups, session: str | None, title: str, turns: Sequence[Turn]) -> Floor:
    tallies = _Tallies(turns, is_one_list=session is not None)
    runs = _runs(turns)
    running, elapsed = _running(turns) if session is not None else ((), ())
    return Floor(
        session=session,
        title=title,
        speakers=len(turns),
        minutes=_minutes(turns),
        longest_run_speakers=max(map(len, runs), default=0),
        longest_run_minutes=max(map(_minutes, runs), default=0),
        by_body=tallies.by(BODIES, lambda turn: (turn.group.body,)),
        by_class=tallies.by(groups.classes, lambda turn: (turn.group.class_id,)),
        by_constituency=tallies.by(groups.constituencies | {WITHHELD_KEY: WITHHELD_LABEL}, _constituencies),
        by_region={s: tallies.by({**r, WITHHELD_KEY: WITHHELD_LABEL}, _regions) for s, r in groups.regions.items()},
        running=running,
        elapsed=elapsed,
        had_by=tuple(_had_by(running, elapsed, part) for part in (0.25, 0.5, 0.75)) if running else (),
    )


def _by_flag(groups: Groups, turns: Sequence[Turn]) -> tuple[Tally, ...]:
    """Return stakeholders by flag; who has a flag is not public, so few are not told of, nor all but few."""
    tallies = _Tallies(turns, is_one_list=False)
    stakeholders = [turn for turn in turns if turn.is_interspersed]
    everybody = frozenset(turn.organisation for turn in stakeholders)
    found: list[Tally] = []
    for flag, label in groups.flags.items():
        having = frozenset(turn.organisation for turn in stakeholders if flag in turn.group.flags)
        others = frozenset(turn.organisation for turn in stakeholders if flag not in turn.group.flags)
        cells = {"having": Cell(everybody, having), "others": Cell(everybody, others)}
        if groups.for_organisers or "having" not in untold(cells, LEAST_WITH_FLAG):
            found += tallies.by({flag: label}, lambda turn: turn.group.flags if turn.is_interspersed else ())
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Tallies:
    """Tallies over some turns; groups nobody speaks for are kept only where all lists are taken together."""

    turns: Sequence[Turn]
    is_one_list: bool

    def by(self, labels: Mapping[str, str], keys: Callable[[Turn], Iterable[str | None]]) -> tuple[Tally, ...]:
        found: dict[str, list[Turn]] = {key: [] for key in labels}
        for turn in self.turns:
            for key in keys(turn):
                if key in found:
                    found[key].append(turn)
        dull = self.is_one_list
        return tuple(
            self._tally(key, labels[key], turns)
            for key, turns in found.items()
            if turns or not (dull or key == WITHHELD_KEY)
        )

    def _tally(self, key: str, label: str, turns: Sequence[Turn]) -> Tally:
        places = [turn.place for turn in turns]
        relative = [(turn.place - 0.5) / turn.of for turn in turns]
        everybody = _minutes(self.turns)
        return Tally(
            key=key,
            label=label,
            speakers=len(turns),
            minutes=_minutes(turns),
            share=round(_minutes(turns) / everybody, 4) if everybody else None,
            first=min(places, default=None),
            last=max(places, default=None),
            median=median(places) if places and self.is_one_list else None,
            relative_median=round(median(relative), 4) if relative else None,
            quarters=tuple(self._share(turns, quarter) for quarter in range(4)),
        )

    def _share(self, turns: Sequence[Turn], quarter: int) -> float | None:
        everybody = sum(turn.quarter == quarter for turn in self.turns)
        return round(sum(turn.quarter == quarter for turn in turns) / everybody, 4) if everybody else None


def _constituencies(turn: Turn) -> tuple[str | None, ...]:
    group = turn.group
    return (WITHHELD_KEY,) if group.is_withheld and group.body != "delegations" else (group.constituency,)


def _regions(turn: Turn) -> tuple[str, ...]:
    return (WITHHELD_KEY,) if turn.group.is_withheld else turn.group.regions


def _minutes(turns: Sequence[Turn]) -> float:
    return round(sum(turn.seconds for turn in turns) / 60, 2)


def _running(turns: Sequence[Turn]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the shares of stakeholders' and of all minutes had after each speaker of a list of both sides."""
    if len({turn.is_interspersed for turn in turns}) < 2:
        return (), ()
    own = list(accumulate(turn.seconds * turn.is_interspersed for turn in turns))
    everybody = list(accumulate(turn.seconds for turn in turns))
    return tuple(round(s / own[-1], 4) for s in own), tuple(round(s / everybody[-1], 4) for s in everybody)


def _had_by(running: Sequence[float], elapsed: Sequence[float], part: float) -> float:
    """Return what stakeholders have had once that part of the minutes is over, statements under way not counted."""
    return next((had for had, over in zip(running[::-1], elapsed[::-1], strict=True) if over <= part), 0.0)


def _runs(turns: Sequence[Turn]) -> list[list[Turn]]:
    """Return the runs of speakers in one list none of whom is interspersed."""
    grouped = groupby(turns, key=lambda turn: turn.is_interspersed)
    return [list(run) for is_interspersed, run in grouped if not is_interspersed]
