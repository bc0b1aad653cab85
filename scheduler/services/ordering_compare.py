"""One session's list under two ordering policies, where the session stands; the agenda stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, groupby

from pydantic import Field

from scheduler.domain.agenda import Agenda, Measure, Outcome, SpeakersList
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.session import Mode, Policy, Session
from scheduler.errors import NotFoundError, SchedulerError
from scheduler.publish.public import PublicSpeaker, public_measures, public_session
from scheduler.publish.visible import say
from scheduler.services.verify import commitments_beside
from scheduler.translate.lists import solver_list_of
from scheduler.translate.measures import to_speakers_list
from scheduler.translate.policies import policy_sentence
from scheduler.translate.protocol import mode_of
from scheduler.translate.requests import class_of, rank_order
from scheduler.translate.speakers import SpeakersTranslation, sessions_with_lists, speakers_problem
from solver.apart import run_apart
from solver.result import Limits, OnProgress
from solver.speakers.measure import measure
from solver.speakers.problem import Mode as SolverMode
from solver.speakers.solve import solve

EVENNESS = "largest-deviation"


class OrderedList(Value):
    """The list of one policy and what can be counted of it."""

    policy: Policy
    sentence: str = Field(description="What the policy does")
    outcome: Outcome
    speakers: tuple[PublicSpeaker, ...]
    stakeholder_places: tuple[int, ...]
    longest_run_speakers: int = Field(description="Longest run without a stakeholder")
    longest_run_minutes: float
    rank_inversions: int = Field(description="Pairs of speakers of one class of whom the lower rank speaks first")
    evenness: Measure | None = Field(
        None, description="Largest deviation from an even spread, and the least of lists that are interspersed"
    )


class OrderingComparison(Value):
    """Two lists of one session, made in the same way but for the policy."""

    session: str
    title: str
    mode: Mode = Field(description="How stakeholders stand in the list, the same in both")
    first: OrderedList
    second: OrderedList
    moved: int = Field(description="Speakers who have another place in the second list")


def compare_policies(
    forum: Forum,
    agenda: Agenda,
    session_id: str,
    policies: tuple[Policy, Policy],
    limits: Limits | None = None,
    language: str | None = None,
) -> OrderingComparison:
    """Make a session's list under two policies and count what differs; everything else of the agenda stands."""
    session = _session(forum, agenda, session_id)
    used = limits or Limits()
    ended = run_apart(lists_under, forum, agenda, session_id, policies, used, wall_seconds=used.wall_seconds)
    if ended.is_cancelled:
        raise KeyboardInterrupt
    lists: tuple[SpeakersList, ...] = ended.answer or ()
    if len(lists) < len(policies):
        raise SchedulerError(
            f"{say(forum, session.title, language)}: no list of its speakers was found where the session stands, which "
            "no policy changes. Run forum explain to see why."
        )
    first, second = (_ordered(forum, agenda, *made, language) for made in zip(lists, policies, strict=True))
    places = [{turn.request: place for place, turn in enumerate(made.interventions)} for made in lists]
    return OrderingComparison(
        session=session_id,
        title=say(forum, session.title, language),
        mode=mode_of(forum, session),
        first=first,
        second=second,
        moved=sum(places[1][request] != place for request, place in places[0].items()),
    )


def lists_under(
    forum: Forum,
    agenda: Agenda,
    session_id: str,
    policies: Sequence[Policy],
    limits: Limits,
    on_progress: OnProgress | None = None,
) -> tuple[SpeakersList, ...]:
    """Return a session's list under each policy, none from the first on that has none; this runs with the solver."""
    busy = commitments_beside(forum, agenda, session_id)
    made: list[SpeakersList] = []
    for policy in policies:
        session = forum.session_by_id[session_id].model_copy(update={"policy": policy})
        translation = speakers_problem(forum, agenda.placements, session, busy)
        result = solve(translation.problem, limits, on_progress)
        if result.solution is None:
            break
        made.append(_with_evenness(translation, to_speakers_list(translation, result), limits))
    return tuple(made)


def _with_evenness(translation: SpeakersTranslation, speakers: SpeakersList, limits: Limits) -> SpeakersList:
    """Return a list measured as interspersed lists are, also where the mode of its session does not ask for it."""
    problem = replace(translation.problem, mode=SolverMode.THROUGHOUT)
    sides = {turn.interspersed for turn, counted in zip(problem.interventions, problem.counted, strict=True) if counted}
    if EVENNESS in {found.name for found in speakers.measures} or len(sides) < 2:
        return speakers
    mixed = solve(problem, limits)
    value = measure(problem, solver_list_of(translation, speakers)).level(EVENNESS)
    best = mixed.level(EVENNESS).bound if mixed.levels else None
    found = Measure(name=EVENNESS, value=_minutes(value), best=None if best is None else _minutes(best), unit="minutes")
    return speakers.model_copy(update={"measures": (*speakers.measures, found)})


def _session(forum: Forum, agenda: Agenda, session_id: str) -> Session:
    listed = [session.id for session in sessions_with_lists(forum) if session.id in agenda.placements_of]
    if session_id not in listed:
        raise NotFoundError(
            f"Session {session_id} has no speakers to put in order; the sessions of this agenda that have are "
            f"{', '.join(listed) or 'none'}."
        )
    return forum.session_by_id[session_id]


def _ordered(forum: Forum, agenda: Agenda, speakers: SpeakersList, policy: Policy, language: str | None) -> OrderedList:
    shown = agenda.model_copy(update={"lists": (speakers,)})
    requests = [forum.request_by_id[turn.request] for turn in speakers.interventions]
    among = [class_of(forum, request).interspersed for request in requests]
    turns = zip(among, speakers.interventions, strict=True)
    runs = [[turn.seconds for _, turn in run] for inside, run in groupby(turns, key=lambda pair: pair[0]) if not inside]
    even = tuple(found for found in speakers.measures if found.name == EVENNESS)
    return OrderedList(
        policy=policy,
        sentence=policy_sentence(policy),
        outcome=speakers.outcome,
        speakers=public_session(forum, shown, speakers.session, language).speakers,
        stakeholder_places=tuple(place for place, inside in enumerate(among, start=1) if inside),
        longest_run_speakers=max(map(len, runs), default=0),
        longest_run_minutes=round(max(map(sum, runs), default=0) / 60, 2),
        rank_inversions=_rank_inversions(forum, requests),
        evenness=next(iter(public_measures(forum, even)), None),
    )


def _rank_inversions(forum: Forum, requests: Sequence[Request]) -> int:
    ranked = [(class_of(forum, request).id, rank_order(forum, request)) for request in requests]
    return sum(one[0] == other[0] and one[1] > other[1] for one, other in combinations(ranked, 2))


def _minutes(seconds: Fraction) -> float:
    return round(float(seconds) / 60, 2)
