"""What a solved selection means for each request, each quota and each balance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scheduler.domain.log import Entry, Happening
from scheduler.domain.selection import BalanceOutcome, Decision, LevelOutcome, QuotaOutcome, State
from scheduler.services.selecting.sentences import given_sentence, outside_sentence, refused_sentence
from scheduler.translate.selection import SelectionTranslation
from scheduler.translate.selection_seats import Sharing
from solver.selection.reasons import Reason, reasons, unmet, waiting_list
from solver.selection.solution import Selection as Chosen
from solver.selection.solution import SelectionResult

_STATES = {Happening.GIVEN: State.GIVEN, Happening.WAIT_LISTED: State.WAIT_LISTED}
"""What a request is by an entry of the log that decides it outside the method; all else declines it."""

KEPT = "It had this place by an earlier selection or what was recorded since, and keeps it."


def decisions(translation: SelectionTranslation, chosen: Chosen, settled: Mapping[str, Entry]) -> Iterator[Decision]:
    """Yield a decision for each request that was looked at, and each that is settled outside the method."""
    positions = positions_of(translation, chosen)
    found = reasons(translation.problem, chosen)
    why = {reason.request: reason for reason in (*found.refused, *found.given)}
    decided = {wish.request.id: i for i, wish in enumerate(translation.wishes) if not (wish.is_second or wish.is_kept)}
    for request in translation.forum.requests:
        entry = settled.get(request.id)
        if entry is not None:
            yield decided_outside(entry, request.session)
        elif request.id in decided:
            yield _decision(translation, chosen, decided[request.id], positions, why)


def decided_outside(entry: Entry, session: str | None) -> Decision:
    """Return the decision that an entry of the log has made outside the method."""
    return Decision(
        request=entry.request,
        session=session,
        state=_STATES.get(entry.happening, State.DECLINED),
        rule="decision-stands",
        basis=entry.basis,
        reason=outside_sentence(entry),
    )


def positions_of(translation: SelectionTranslation, chosen: Chosen) -> dict[int, int]:
    """Return where each refused request waits: in the order in which withdrawals in its quota would promote it.

    Each waits in the quota of its first choice; of its second one only where the first has no places at all. Where
    neither has any, it waits in the first for a place that passes on to it from another quota of the session.
    """
    problem, wishes = translation.problem, translation.wishes
    places = [quota.places for quota in problem.quotas]
    heirs = set(_may_inherit(translation.sharing))
    waits = set()
    for i, wish in enumerate(wishes):
        if wish.is_second:
            continue
        first, second = problem.requests[i].quota, translation.second_of.get(i)
        if second is not None and not places[first] and places[problem.requests[second].quota]:
            waits.add(second)
        elif places[first] or first in heirs:
            waits.add(i)
    requests = [r if i in waits or i in chosen else replace(r, decided=False) for i, r in enumerate(problem.requests)]
    narrowed = replace(problem, requests=tuple(requests))
    quotas = sorted({problem.requests[i].quota for i in waits - chosen})
    lists = (waiting_list(narrowed, chosen, quota) for quota in quotas)
    return {request: place for members in lists for place, request in enumerate(members, start=1)}


def _may_inherit(sharing: Sharing) -> Iterator[int]:
    """Yield the quotas to which a place can pass on: there are others in the session, and they may have some."""
    floor = {quota: one for quota, one in enumerate(sharing.seats) if one.role is None and not one.is_kept}
    with_places = {one.session for one in floor.values() if one.places}
    for quota, one in floor.items():
        share = sharing.share_of(one)
        if one.session in with_places and one.most != 0 and (share is None or share.most != 0):
            yield quota


def _decision(
    translation: SelectionTranslation,
    chosen: Chosen,
    first: int,
    positions: Mapping[int, int],
    why: Mapping[int, Reason],
) -> Decision:
    wishes, second = translation.wishes, translation.second_of.get(first)
    request = wishes[first].request
    got = next((i for i in (first, second) if i in chosen), None)
    if got is not None:
        return Decision(
            request=request.id,
            session=wishes[got].session.id,
            state=State.GIVEN,
            rule=why[got].rule,
            reason=KEPT if wishes[got].is_given else given_sentence(translation, chosen, why[got]),
        )
    waiting = second if second is not None and second in positions else first
    position = positions.get(waiting)
    return Decision(
        request=request.id,
        session=wishes[waiting].session.id,
        state=State.DECLINED if position is None else State.WAIT_LISTED,
        position=position,
        rule=why[first].rule,
        reason=refused_sentence(translation, why[first], position, waits_elsewhere=waiting != first),
    )


def quota_outcomes(translation: SelectionTranslation, chosen: Chosen) -> Iterator[QuotaOutcome]:
    """Yield what each quota came to; first and second choices are counted apart."""
    problem, sharing = translation.problem, translation.sharing
    for index, seats in enumerate(sharing.seats):
        if seats.is_kept:
            continue
        members, share = problem.of_quota[index], sharing.share_of(seats)
        yield QuotaOutcome(
            session=seats.session,
            participant_class=seats.participant_class,
            constituency=seats.constituency,
            role=seats.role,
            places=seats.places,
            requested=sum(not translation.wishes[i].is_second for i in members),
            second=sum(translation.wishes[i].is_second for i in members),
            given=sum(i in chosen for i in members),
            seconds=share.seconds if share else None,
        )


def balance_outcomes(translation: SelectionTranslation, chosen: Chosen) -> Iterator[BalanceOutcome]:
    """Yield what each balance came to, and of one that is not met who would have to be added."""
    problem = translation.problem
    missed = {found.balance: found for found in unmet(problem, chosen)}
    for index, bound in enumerate(translation.bounds):
        found = missed.get(index)
        names = [translation.wishes[i].request.id for i in found.would_add] if found else []
        yield BalanceOutcome(
            balance=bound.balance.id,
            session=bound.session,
            least=bound.least,
            most=bound.most,
            given=sum(i in chosen for i in problem.of_balance[index]),
            shortfall=found.short if found else 0,
            exceeded=found.over if found else 0,
            would_add=tuple(dict.fromkeys(names)),
        )


def level_outcomes(result: SelectionResult) -> Sequence[LevelOutcome]:
    """Return what each level came to, most important first."""
    return [LevelOutcome(rule=level.rule, value=level.value, bound=level.bound) for level in result.levels]
