"""Which proposed side events become sessions, by the same method as requests, and which of them could merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry
from scheduler.domain.proposal import Proposal
from scheduler.domain.selection import BalanceOutcome, Decision, QuotaOutcome, State
from scheduler.publish.visible import say
from scheduler.services.selecting.deciding import KEPT, decided_outside
from scheduler.services.selecting.sentences import PROPOSALS, balances_lost, begun, what_is_lost, why
from scheduler.translate.selection_labels import balance_words
from scheduler.translate.selection_proposals import ProposalsTranslation, Windows, highest
from solver.selection.reasons import Reason, reasons, unmet, waiting_list
from solver.selection.solution import Selection as Chosen


def proposal_decisions(
    translation: ProposalsTranslation, chosen: Chosen, settled: Mapping[str, Entry]
) -> Iterator[Decision]:
    """Yield a decision for each proposal, in the forum's order; those that are settled outside the method too."""
    problem = translation.problem
    quotas = range(len(translation.windows))
    waiting = {i: n for quota in quotas for n, i in enumerate(waiting_list(problem, chosen, quota), start=1)}
    found = reasons(problem, chosen)
    why_of = {reason.request: reason for reason in (*found.refused, *found.given)}
    index = {proposal.id: i for i, proposal in enumerate(translation.proposals)}
    for proposal in translation.forum.proposals:
        if proposal.id in settled:
            yield decided_outside(settled[proposal.id], None)
            continue
        i = index[proposal.id]
        window = translation.windows[problem.requests[i].quota]
        position = waiting[i] if i in waiting and window.places else None
        state = State.GIVEN if i in chosen else State.DECLINED if position is None else State.WAIT_LISTED
        yield Decision(
            request=proposal.id,
            session=None,
            state=state,
            position=position,
            rule=why_of[i].rule,
            reason=_sentence(translation, chosen, why_of[i], window, position),
        )


def _sentence(
    translation: ProposalsTranslation, chosen: Chosen, reason: Reason, window: Windows, position: int | None
) -> str:
    problem, index = translation.problem, reason.request
    if problem.requests[index].decided:
        return KEPT
    if window.is_unfit:
        return "No room has the equipment and the booths it needs in any period for such events that is long enough."
    if index in chosen and window.is_remote:
        return "Given: it is held online and needs no room."
    asked = _asked_words(translation, window)
    members = problem.of_quota[problem.requests[index].quota]
    if index in chosen and all(i in chosen for i in members):
        return f"Given, as all are that were proposed: {asked}."
    names = ", ".join(dict.fromkeys(balance_words(translation.forum, translation.balances[i]) for i in reason.balances))
    if index in chosen:
        lost = balances_lost(names) if names else what_is_lost(problem, reason, PROPOSALS)
        return f"Given: {asked}; {lost}."
    if window.places == 0:
        return f"{begun(asked)}, and there is no room left for any of them."
    waits = "" if position is None else f"; it is number {position} on the waiting list"
    own = f"; {_own_mark(translation, index)}" if reason.rule == "marks-decide" else ""
    because = why(problem, index, reason.rule, PROPOSALS)
    because = f"others were needed for the published balances: {names}" if names else because
    return f"{begun(asked)}; {because}{own}{waits}."


def _own_mark(translation: ProposalsTranslation, index: int) -> str:
    """Say what part of the highest mark a proposal has, which only its own organisers are told."""
    most = highest(translation.forum)
    reached = 100 - round(100 * translation.problem.requests[index].shortfall / most) if most else 0
    return f"its own come to {reached} percent of the highest there could be"


def _asked_words(translation: ProposalsTranslation, window: Windows) -> str:
    asked, places = len(window.proposals), window.places
    kind = say(translation.forum, translation.forum.kind_by_id[window.kind].label, None)
    what = f"there {'was' if asked == 1 else 'were'} {asked} proposal{'s' * (asked != 1)}"
    if window.is_remote:
        return f"{what} of the kind {kind} to be held online"
    return f"{what} for {places} place{'s' * (places != 1)} of the kind {kind}"


def proposal_quotas(translation: ProposalsTranslation, chosen: Chosen) -> Iterator[QuotaOutcome]:
    """Yield what the places of side events came to, by kind, and by whether they need a room."""
    for index, window in enumerate(translation.windows):
        given = sum(i in chosen for i in translation.problem.of_quota[index])
        yield QuotaOutcome(session=None, places=window.places, requested=len(window.proposals), given=given)


def proposal_balances(translation: ProposalsTranslation, chosen: Chosen) -> Iterator[BalanceOutcome]:
    """Yield what each balance of side events came to, and of one that is not met what would have to be added."""
    problem = translation.problem
    missed = {found.balance: found for found in unmet(problem, chosen)}
    for index, balance in enumerate(translation.balances):
        found = missed.get(index)
        yield BalanceOutcome(
            balance=balance.id,
            least=problem.balances[index].least,
            most=problem.balances[index].most,
            given=sum(i in chosen for i in problem.of_balance[index]),
            shortfall=found.short if found else 0,
            exceeded=found.over if found else 0,
            would_add=tuple(translation.proposals[i].id for i in found.would_add) if found else (),
        )


def mergeable(forum: Forum) -> tuple[tuple[str, ...], ...]:
    """Return the proposals that could be one event, shown together: one theme or objective, one kind of organiser.

    A kind of organiser is a constituency, or the class of who belongs to none. A group inside another is left out.
    """
    groups: dict[tuple[str, str, str], list[str]] = {}
    for proposal in forum.proposals:
        for topic in _topics(proposal):
            for organiser in dict.fromkeys(_organiser_kinds(forum, proposal)):
                groups.setdefault((proposal.kind, topic, organiser), []).append(proposal.id)
    found = [tuple(members) for members in groups.values() if len(members) > 1]
    distinct = list(dict.fromkeys(found))
    return tuple(group for group in distinct if not _is_inside_another(group, distinct))


def _topics(proposal: Proposal) -> list[str]:
    return [*proposal.themes, *(f"objective {number}" for number in proposal.objectives)]


def _organiser_kinds(forum: Forum, proposal: Proposal) -> Iterator[str]:
    for name in proposal.organisers:
        participant = forum.participant_by_id[name]
        yield participant.constituency or f"class {participant.participant_class}"


def _is_inside_another(group: Sequence[str], groups: Sequence[Sequence[str]]) -> bool:
    return any(set(group) < set(other) for other in groups)
