"""Requests for the floor and for roles, and proposals of side events, become a selection."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry
from scheduler.domain.selection import BalanceOutcome, Decision, Kept, LevelOutcome, QuotaOutcome, Selection, State
from scheduler.services.intake.asking import asking, proposed
from scheduler.services.lot import lot_of, numbers
from scheduler.services.selecting.capacity import narrowed, windows_of
from scheduler.services.selecting.deciding import balance_outcomes, decisions, level_outcomes, quota_outcomes
from scheduler.services.selecting.digest import made_of
from scheduler.services.selecting.parts import with_part
from scheduler.services.selecting.places import sharing
from scheduler.services.selecting.proposals import (
    proposal_balances,
    proposal_decisions,
    proposal_quotas,
)
from scheduler.services.selecting.rounds import in_rounds
from scheduler.translate.selection import selection_problem
from scheduler.translate.selection_labels import SelectionLabels
from scheduler.translate.selection_proposals import proposals_problem
from scheduler.translate.selection_wishes import Settled, Wish, kept, wishes
from solver.apart import Ended, run_apart
from solver.result import Limits, OnProgress, Status
from solver.selection.check import check
from solver.selection.rulebook import LIMITS
from solver.selection.solution import SelectionResult
from solver.selection.solve import solve

FINISHING_SECONDS = 30.0
"""Time after a limit for reasons and waiting lists."""

_WORST_FIRST = (Outcome.INFEASIBLE, Outcome.NONE_FOUND, Outcome.CANCELLED, Outcome.FEASIBLE, Outcome.OPTIMAL)


@dataclass(frozen=True, slots=True)
class _Decided:
    """What was decided of requests, or of proposals."""

    outcome: Outcome = Outcome.OPTIMAL
    reproducible: bool = True
    levels: tuple[LevelOutcome, ...] = ()
    quotas: tuple[QuotaOutcome, ...] = ()
    balances: tuple[BalanceOutcome, ...] = ()
    decisions: tuple[Decision, ...] = ()


def select(
    forum: Forum,
    limits: Limits,
    on_progress: OnProgress | None = None,
    *,
    sessions: Collection[str] | None = None,
    side_events_only: bool = False,
    earlier: Selection | None = None,
    places: Mapping[str, str] | None = None,
) -> Selection:
    """Decide who is given a place, level by level as the method says, and why.

    Where only some sessions are named, or side events alone, all else stays as ``earlier`` has it: what it has given
    counts where an organisation is limited in the whole forum. ``places`` are those that requests have already, by
    session, and keep: of a selection that is made again they are what it and its log have come to. Where decisions made
    outside the method cannot stand together with its limits, the outcome is infeasible, nobody is given anything, and
    :func:`why_impossible` says why.
    """
    lot, drawn = lot_of(forum), numbers(forum)
    requests, events = _parts(forum, earlier)
    if not side_events_only:
        requests = _joined(
            requests, _requests(forum, drawn, limits, on_progress, sessions, earlier, places or {}), sessions
        )
    if sessions is None:
        events = _events(forum, drawn, limits, on_progress, places or {})
    made = Selection(
        forum=forum.uid,
        made_of=made_of(forum, (*requests.decisions, *events.decisions)),
        outcome=min((requests.outcome, events.outcome), key=_WORST_FIRST.index),
        reproducible=requests.reproducible and events.reproducible,
        lot=lot,
        levels=requests.levels,
        quotas=(*requests.quotas, *events.quotas),
        balances=(*requests.balances, *events.balances),
        decisions=requests.decisions,
        side_events=events.decisions,
        side_levels=events.levels,
        kept=tuple(Kept(request=request, session=session) for request, session in (places or {}).items()),
        logged=earlier.logged if earlier and (side_events_only or sessions is not None) else len(forum.log),
    )
    return with_part(forum, made, earlier, sessions, side_events_only)


def select_apart(
    forum: Forum,
    limits: Limits,
    on_progress: OnProgress | None = None,
    *,
    sessions: Collection[str] | None = None,
    side_events_only: bool = False,
    earlier: Selection | None = None,
    places: Mapping[str, str] | None = None,
) -> Ended:
    """Do what :func:`select` does in a process of its own, which an interrupt ends; the answer is the selection."""
    lot_of(forum)  # refuses before a process is begun
    wall_seconds = None if limits.wall_seconds is None else limits.wall_seconds + FINISHING_SECONDS
    call = partial(_select, sessions=sessions, side_events_only=side_events_only, earlier=earlier, places=places)
    return run_apart(call, forum, limits, wall_seconds=wall_seconds, on_progress=on_progress)


def _select(forum: Forum, limits: Limits, on_progress: OnProgress, **narrowed: Any) -> Selection:
    return select(forum, limits, on_progress, **narrowed)


def why_impossible(
    forum: Forum, sessions: Collection[str] | None = None, places: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return the limits that decisions made outside the method break, a sentence each.

    All limits only ever forbid giving more, so a selection is possible just where these decisions alone keep them.
    """
    standing, found, _ = _asked(forum, sessions, None, places or {})
    drawn = numbers(forum)
    translation = selection_problem(standing, found, sharing(standing, found, drawn), drawn)
    given = frozenset(i for i, wish in enumerate(translation.wishes) if wish.is_given)
    report, labels = check(translation.problem, given), SelectionLabels(translation)
    rules = {rule.name: rule for rule in LIMITS}
    return tuple(rules[broken.rule].explain(translation.problem, broken, labels) for broken in report.broken)


def _asked(
    forum: Forum, sessions: Collection[str] | None, earlier: Selection | None, places: Mapping[str, str]
) -> tuple[Forum, tuple[Wish, ...], Mapping[str, Entry]]:
    """Return the forum as it stands, what is asked for in it, and what decided requests outside the method."""
    standing, found = asking(forum)
    settled = replace(found, places=places)
    elsewhere = kept(standing, _given_elsewhere(forum, sessions, earlier, settled))
    entries = {id: e for id, e in settled.entries.items() if sessions is None or _session(forum, id) in sessions}
    return standing, (*wishes(standing, sessions, settled), *elsewhere), entries


def _given_elsewhere(
    forum: Forum, sessions: Collection[str] | None, earlier: Selection | None, settled: Settled
) -> list[tuple[str, str]]:
    made = earlier.decisions if earlier and sessions is not None else ()
    return [
        (decision.request, decision.session)
        for decision in made
        if decision.state is State.GIVEN
        and decision.session is not None
        and forum.request_by_id[decision.request].session not in (sessions or ())
        and decision.request not in settled.entries
    ]


def _requests(
    forum: Forum,
    drawn: Mapping[str, int],
    limits: Limits,
    on_progress: OnProgress | None,
    sessions: Collection[str] | None,
    earlier: Selection | None,
    places: Mapping[str, str],
) -> _Decided:
    standing, asked, settled = _asked(forum, sessions, earlier, places)
    if not asked and not settled:
        return _Decided()
    translation, result = in_rounds(standing, asked, drawn, limits, on_progress)
    if result.chosen is None:
        return _ended(result)
    return replace(
        _ended(result),
        quotas=tuple(quota_outcomes(translation, result.chosen)),
        balances=tuple(balance_outcomes(translation, result.chosen)),
        decisions=tuple(decisions(translation, result.chosen, settled)),
    )


def _events(
    forum: Forum,
    drawn: Mapping[str, int],
    limits: Limits,
    on_progress: OnProgress | None,
    places: Mapping[str, str],
) -> _Decided:
    if not forum.proposals:
        return _Decided()
    settled = replace(proposed(forum), places=places)
    given = {proposal.id for proposal in forum.proposals if settled.gives(proposal.id)}
    asked = {p.id for p in forum.proposals if p.id in given or p.id not in settled.entries}
    windows = [window for window in narrowed(windows_of(forum), asked) if window.proposals]
    translation = proposals_problem(forum, windows, drawn, given)
    result = solve(translation.problem, limits, on_progress)
    if result.chosen is None:
        return _ended(result)
    return replace(
        _ended(result),
        quotas=tuple(proposal_quotas(translation, result.chosen)),
        balances=tuple(proposal_balances(translation, result.chosen)),
        decisions=tuple(proposal_decisions(translation, result.chosen, settled.entries)),
    )


def _ended(result: SelectionResult) -> _Decided:
    """Return how a selection ended, before what it comes to is told."""
    return _Decided(_outcome(result), result.reproducible, tuple(level_outcomes(result)))


def _outcome(result: SelectionResult) -> Outcome:
    return {Status.CANCELLED: Outcome.CANCELLED}.get(result.status) or Outcome(result.status.value)


def _session(forum: Forum, request: str) -> str:
    return forum.request_by_id[request].session


def _parts(forum: Forum, earlier: Selection | None) -> tuple[_Decided, _Decided]:
    """Part an earlier selection into what it says of requests and of side events."""
    if earlier is None:
        return _Decided(), _Decided()
    kinds = {proposal.kind for proposal in forum.proposals}
    of_events = {balance.id for balance in forum.balances if kinds & set(balance.kinds)}
    made = earlier.outcome, earlier.reproducible
    requests = _Decided(
        *made,
        earlier.levels,
        tuple(quota for quota in earlier.quotas if quota.session is not None),
        tuple(found for found in earlier.balances if found.session is not None or found.balance not in of_events),
        earlier.decisions,
    )
    events = _Decided(
        *made,
        earlier.side_levels,
        tuple(quota for quota in earlier.quotas if quota.session is None),
        tuple(found for found in earlier.balances if found.session is None and found.balance in of_events),
        earlier.side_events,
    )
    return requests, events


def _joined(old: _Decided, new: _Decided, sessions: Collection[str] | None) -> _Decided:
    """Return what was decided now, with what stands of the sessions that were not looked at."""
    if sessions is None:
        return new
    anew = {decision.request for decision in new.decisions}
    return _Decided(
        outcome=new.outcome,
        reproducible=new.reproducible and old.reproducible,
        levels=new.levels,
        quotas=(*(q for q in old.quotas if q.session not in sessions), *new.quotas),
        balances=(*(b for b in old.balances if b.session and b.session not in sessions), *new.balances),
        decisions=(*(d for d in old.decisions if d.request not in anew), *new.decisions),
    )
