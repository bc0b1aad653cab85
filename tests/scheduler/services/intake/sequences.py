"""Random things that happen to the requests of a drawn forum, one after the other, and what must hold after each."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from scheduler.domain.agenda import SpeakersList
from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.errors import RefusedError
from scheduler.services.intake.exchange import exchanged
from scheduler.services.intake.granted import granted
from scheduler.services.intake.record import record
from scheduler.services.intake.standing import Standing, log_faults, standings
from scheduler.services.intake.states import RequestState
from scheduler.translate.lists import solver_list_of
from scheduler.translate.measures import to_speakers_list
from scheduler.translate.speakers import SpeakersTranslation, speakers_problem
from solver.result import Limits
from solver.speakers import solution as solver
from solver.speakers.check import check
from solver.speakers.interleave import interleave
from solver.speakers.measure import LEVELS, measure
from solver.speakers.problem import Problem
from solver.speakers.solve import solve
from solver.speakers.timeline import timed
from tests.scheduler.builders import an_agenda
from tests.scheduler.services.intake.drawing import PLACEMENTS, a_drawn_forum

EVEN = LEVELS.index("protocol-order")
"""Levels before this one say how evenly a list is interspersed."""

CAP = LEVELS.index("run-cap")
START = dt.datetime(2026, 5, 4, 9)
ENDED = (RequestState.WITHDRAWN, RequestState.DECLINED, RequestState.SPOKEN)


@dataclass
class Campaign:
    """What was tried, and everything that did not hold."""

    sequences: int = 0
    happened: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    promoted: int = 0
    lists: int = 0
    proven: int = 0
    compared: int = 0
    longest: int = 0
    faults: list[str] = field(default_factory=list)

    def require(self, holds: bool, what: str) -> None:
        """Note what does not hold."""
        if not holds:
            self.faults.append(what)


def run_sequence(seed: int, campaign: Campaign) -> None:
    """Draw a forum and let things happen in it until nobody is left or ten have happened."""
    random = Random(seed)
    forum, selection = a_drawn_forum(random)
    campaign.sequences += 1
    lists = {session.id: _listed(forum, selection, session.id, campaign, f"{seed}") for session in forum.sessions}
    for step in range(random.randint(3, 10)):
        for request, happening, said in _drawn(random, forum, selection):
            where = f"seed {seed}, step {step}: {request} {happening.value}"
            before = standings(forum, selection)
            try:
                entries = record(forum, selection, request, happening, at=START + dt.timedelta(minutes=step), **said)
            except RefusedError:
                campaign.refused += 1
                break
            if happening is Happening.SWAPPED and before[request].session == before[said["other"]].session:
                _check_exchange(forum, selection, request, said["other"], lists, campaign, where)
            forum = forum.model_copy(update={"log": (*forum.log, *entries)})
            after = standings(forum, selection)
            _check_standings(forum, selection, entries, before, after, campaign, where)
            sessions = {found[e.request].session for e in entries for found in (before, after)}
            remade = {session: _listed(forum, selection, session, campaign, where) for session in sorted(sessions)}
            if happening is Happening.SWAPPED:
                _check_next_list(forum, selection, lists, remade, (request, said["other"]), campaign, where)
            lists |= remade


def _drawn(random: Random, forum: Forum, selection: Selection) -> Iterator[tuple[str, Happening, dict[str, Any]]]:
    """Yield one thing to record, or an offer and its acceptance."""
    found = standings(forum, selection)
    open_ones = [one for one in found.values() if one.state not in ENDED] or list(found.values())
    one, other = random.choice(open_ones).request, random.choice(open_ones).request
    match random.choices(
        ("withdrawn", "absent", "swap", "merge", "yield", "spoken", "declined"), (6, 5, 6, 2, 1, 2, 1)
    )[0]:
        case "swap":
            alike = [o for o in open_ones if o.session == found[one].session and o.request != one]
            other = random.choice(alike).request if alike and random.random() < 0.7 else other
            yield one, Happening.SWAP_OFFERED, {"other": other}
            yield other, Happening.SWAPPED, {"other": one}
        case "merge":
            yield one, Happening.MERGED, {"other": other}
        case "yield":
            yield one, Happening.YIELDED, {"minutes": random.choice((0.5, 1, 2))}
        case "declined":
            yield one, Happening.DECLINED, {"basis": Basis.OBJECTION, "by": "M. Ortega", "reason": "A State objects."}
        case word:
            yield one, Happening(word), {}


def _check_standings(
    forum: Forum,
    selection: Selection,
    entries: tuple[Entry, ...],
    before: dict[str, Standing],
    after: dict[str, Standing],
    campaign: Campaign,
    where: str,
) -> None:
    campaign.happened[entries[0].happening.value] += 1
    campaign.promoted += len(entries) - 1
    campaign.require(log_faults(forum, selection) == (), f"{where}: the log has faults")
    campaign.require(len(after) == len(forum.requests), f"{where}: a request is lost")
    places = [sum(one.has_place for one in found.values()) for found in (before, after)]
    freed = _freed(entries[0], before)
    campaign.require(places[1] == places[0] - freed + len(entries) - 1, f"{where}: places {places}, freed {freed}")
    named = {name for entry in entries for name in (entry.request, entry.other)}
    joined = {name for name, one in before.items() if one.merged_into in named}
    changed = {
        name for name in after if (after[name].state, after[name].session) != (before[name].state, before[name].session)
    }
    campaign.require(changed <= named | joined, f"{where}: {sorted(changed - named - joined)} changed too")
    queues: dict[tuple[str, str | None], list[int]] = {}
    for name, one in after.items():
        if one.position and not one.merged_into:
            participant = forum.participant_by_id[forum.request_by_id[name].participant]
            queues.setdefault((one.session, participant.constituency), []).append(one.position)
    campaign.require(
        all(sorted(q) == list(range(1, len(q) + 1)) for q in queues.values()), f"{where}: waiting lists {queues}"
    )


def _freed(entry: Entry, before: dict[str, Standing]) -> int:
    one = before[entry.request]
    if not one.has_place or one.state is RequestState.SPOKEN:
        return 0
    match entry.happening:
        case Happening.WITHDRAWN:
            return int(not one.is_joint)
        case Happening.MERGED:
            return int(before[entry.other or ""].has_place)
        case Happening.DECLINED:
            return 1
    return 0


def _translated(forum: Forum, selection: Selection, session: str) -> SpeakersTranslation:
    speaking = granted(forum, selection)
    return speakers_problem(speaking, PLACEMENTS, speaking.session_by_id[session], ())


def _listed(forum: Forum, selection: Selection, session: str, campaign: Campaign, where: str) -> SpeakersList:
    """Return the list of a session as it is made now, checked against the best there can be."""
    translation = _translated(forum, selection, session)
    problem = translation.problem
    result = solve(problem, Limits())
    if result.solution is None:
        campaign.require(False, f"{where}: no list in {session}")
        return SpeakersList(session=session, outcome="none found in time", interventions=())
    campaign.lists += 1
    campaign.longest = max(campaign.longest, len(problem.interventions))
    campaign.require(check(problem, result.solution).broken == (), f"{where}: a rule is broken in {session}")
    listed = sorted(turn.intervention for turn in result.solution.turns)
    campaign.require(listed == list(range(len(translation.requests))), f"{where}: somebody twice or lost in {session}")
    levels = result.levels[:EVEN]
    campaign.require(all(level.proven for level in levels), f"{where}: not proven to be the most even in {session}")
    campaign.proven += all(level.proven for level in levels)
    _compare(problem, result.solution, campaign, f"{where}, {session}")
    _check_absent(forum, translation, result.solution, campaign, where)
    return to_speakers_list(translation, result)


def _compare(problem: Problem, found: solver.SpeakersList, campaign: Campaign, where: str) -> None:
    """Compare a list with the most even merger of both sides, found by another method, where that is exact."""
    sides: tuple[list[int], list[int]] = ([], [])
    for number in sorted(range(len(problem.interventions)), key=lambda n: problem.interventions[n].protocol):
        sides[problem.interventions[number].interspersed].append(number)
    lengths = [{problem.duration(number) for number in side} for side in sides]
    if len(problem.stretches) != 1 or any(len(side) != 1 for side in lengths):
        return
    rows = [iter(side) for side in sides]
    pattern = interleave(*([problem.duration(number) for number in side] for side in sides))
    other = timed(problem, [next(rows[side]) for side in pattern])
    campaign.compared += 1
    if other is None:
        campaign.require(False, f"{where}: the other method finds no list")
        return
    best, own = measure(problem, other).vector[CAP:EVEN], measure(problem, found).vector[CAP:EVEN]
    campaign.require(own == best, f"{where}: {list(map(float, own))} is not as even as {list(map(float, best))}")


def _check_absent(
    forum: Forum, translation: SpeakersTranslation, found: solver.SpeakersList, campaign: Campaign, where: str
) -> None:
    """Require that whoever was absent comes at the end of its class, where all of it have one time limit."""
    absent = {entry.request for entry in forum.log if entry.happening is Happening.ABSENT}
    for row in _rows(translation, found):
        is_absent = [request in absent for request in row]
        campaign.require(is_absent == sorted(is_absent), f"{where}: {row} does not end with those who were absent")


def _rows(translation: SpeakersTranslation, speakers: solver.SpeakersList) -> list[list[str]]:
    """Return the requests of each side in the order of a list; sides with several time limits are left out."""
    rows: tuple[list[int], list[int]] = ([], [])
    for turn in speakers.turns:
        rows[translation.problem.interventions[turn.intervention].interspersed].append(turn.intervention)
    even = [row for row in rows if len({translation.problem.duration(number) for number in row}) == 1]
    return [[translation.requests[number].id for number in row] for row in even]


def _check_exchange(
    forum: Forum,
    selection: Selection,
    one: str,
    other: str,
    lists: dict[str, SpeakersList],
    campaign: Campaign,
    where: str,
) -> None:
    """Require that in the list that stands the two come to hold each other's places, and in the next one too."""
    speaking = granted(forum, selection)
    agenda = an_agenda(*PLACEMENTS, lists=tuple(speakers for speakers in lists.values() if speakers.interventions))
    session = speaking.request_by_id[one].session
    before = [turn.request for turn in lists[session].interventions]
    found = exchanged(speaking, agenda, one, other)
    after = [turn.request for turn in found.interventions]
    held = (before.index(other), before.index(one)) == (after.index(one), after.index(other))
    campaign.require(held, f"{where}: they do not hold each other's places in {after}")
    translation = speakers_problem(speaking, PLACEMENTS, speaking.session_by_id[session], ())
    report = check(translation.problem, solver_list_of(translation, found))
    campaign.require(report.broken == (), f"{where}: the exchange breaks a rule")


def _check_next_list(
    forum: Forum,
    selection: Selection,
    lists: dict[str, SpeakersList],
    remade: dict[str, SpeakersList],
    pair: tuple[str, str],
    campaign: Campaign,
    where: str,
) -> None:
    """Require that in the list that is made next two of one list hold each other's places, and all others their own."""
    campaign.happened["exchanged sessions"] += len(remade) > 1
    changed = {pair[0]: pair[1], pair[1]: pair[0]}
    for session, after in remade.items() if len(remade) == 1 else ():
        translation = _translated(forum, selection, session)
        old, new = (_rows(translation, solver_list_of(translation, found)) for found in (lists[session], after))
        expected = [[changed.get(request, request) for request in row] for row in old]
        campaign.require(new == expected, f"{where}: {new} is not {expected}")
