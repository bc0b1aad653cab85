"""The floor time that remains, and when speakers in a row would start in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scheduler.services.floor.setting import Part, Setting, Speaker, Stretch
from scheduler.services.floor.state import State
from solver.speakers.timeline import next_start

Free = tuple[int, int]
"""Where the floor is free next: the stretch of those that remain, and the second."""


@dataclass(frozen=True)
class Timeline:
    """What remains of the floor, with what is kept in it: for replies at the end of a day, for responses, for nobody.

    ``replies`` holds the seconds of those who wait for a right of reply, by what they wait for the end of.
    """

    stretches: tuple[Stretch, ...]
    changeover: int
    replies: Mapping[int, int]
    responses: int
    lapsed: int

    def duration(self, speaker: Speaker) -> int:
        """Return the seconds a speaker takes of the floor, with the changeover."""
        return speaker.seconds + self.changeover

    def walk(self, part: Part, speakers: Sequence[Speaker], free: Free, kept: int = 0) -> tuple[list[int], Free] | None:
        """Return when each speaker of a row starts and where the floor is free then; None where not all of them fit.

        ``kept`` are seconds at the end of the floor that the row must leave.
        """
        stretches = self._open(part, kept)
        starts = []
        for speaker in speakers:
            begun = next_start(stretches, *free, speaker.seconds) if stretches else None
            if begun is None:
                return None
            starts.append(begun[1])
            free = begun[0], begun[1] + self.duration(speaker)
        return starts, free

    def _open(self, part: Part, kept: int) -> tuple[tuple[int, int], ...]:
        """Return what is open to a list: replies come last, and responses after the speakers who are listed."""
        if part is Part.REPLIES:
            return self._whole
        ends = self._shortened([one.end for one in self.stretches], kept + self.lapsed, None)
        if part is Part.LIST:
            ends = self._shortened(ends, self.responses, None)
        for group, seconds in self.replies.items():
            ends = self._shortened(ends, seconds, group)
        return tuple((one.start, end) for one, end in zip(self.stretches, ends, strict=True))

    @cached_property
    def _whole(self) -> tuple[tuple[int, int], ...]:
        return tuple((one.start, one.end) for one in self.stretches)

    def _shortened(self, ends: list[int], seconds: int, group: int | None) -> list[int]:
        """Return the ends with some seconds taken off the last of them, or the last of one group, and those before."""
        ends = list(ends)
        for n in reversed(range(len(ends))):
            one = self.stretches[n]
            if group is None or one.replies == group:
                off = min(seconds, max(0, ends[n] - one.start))
                ends[n] -= off
                seconds -= off
        return ends

    def after(self, group: int, said: Iterable[tuple[int, int]]) -> Free:
        """Return where the floor is free for replies: after the last of those who speak in the time of their group."""
        own = [n for n, one in enumerate(self.stretches) if one.replies == group] or [0]
        free = own[0], self.stretches[own[0]].start if self.stretches else 0
        for start, seconds in said:
            within = [n for n in own if n < len(self.stretches) and self.stretches[n].start <= start]
            if within and start < self.stretches[within[-1]].end:
                free = max(free, (within[-1], start + seconds + self.changeover))
        return free


def timeline_of(setting: Setting, state: State, now: int) -> Timeline:
    """Return the floor that remains when the present turn, or the last, has ended by a moment."""
    ended = state.turns[-1].end if state.turns else None
    last = now if state.turn else ended
    free = now if last is None else max(now, last + setting.changeover)
    stretches = tuple(Stretch(max(one.start, free), one.end, one.replies) for one in state.stretches if one.end > free)
    replies: dict[int, int] = {}
    groups = {one.replies for one in stretches}
    for reply in state.queues[Part.REPLIES]:
        asked = state.reply_of[reply]
        group = asked if asked in groups or not stretches else stretches[0].replies
        replies[group] = replies.get(group, 0) + state.speakers[reply].seconds + setting.changeover
    return Timeline(stretches, setting.changeover, replies, _kept_for_responses(setting, state), state.lapsed)


def _kept_for_responses(setting: Setting, state: State) -> int:
    """Return the seconds still kept for responses: once their list is closed, no more than those on it need."""
    turns = (*state.turns, *([state.turn] if state.turn else ()))
    used = sum(turn.spoken for turn in turns if state.speakers[turn.speaker].part is Part.RESPONSES)
    left: int = max(0, setting.response_seconds - used)
    if state.responses_closed:
        waiting = state.queues[Part.RESPONSES]
        left = min(left, sum(state.speakers[one].seconds + setting.changeover for one in waiting))
    return left
