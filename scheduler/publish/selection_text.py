"""A selection in plain text, for organisers: what each session was asked for and could give, and what decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.selection import BalanceOutcome, Decision, LevelOutcome, QuotaOutcome, Selection, State
from scheduler.publish.columns import columns, wrapped
from scheduler.publish.visible import say
from scheduler.services.lot import NOT_COMMITTED
from scheduler.translate.selection_labels import balance_words, classes_words, session_words
from solver.rule import sentence
from solver.selection.rulebook import RULES

_NUMBERS = frozenset({1, 2, 3, 4, 5})
_SECOND = "Asked are first choices; what has no place waits in its first choice, if that has any places at all."
_OUTCOMES = {
    Outcome.OPTIMAL: "Decided by the method; every level is proven.",
    Outcome.FEASIBLE: "Decided by the method; time ran out before every level was proven (--time-limit).",
    Outcome.INFEASIBLE: "Impossible: decisions made outside the method break its limits. Nobody was given a place.",
    Outcome.NONE_FOUND: "No selection was found in time; allow more with --time-limit.",
    Outcome.CANCELLED: "Stopped before it was done.",
}


def side_events_text(forum: Forum, selection: Selection, mergeable: Sequence[Sequence[str]] = ()) -> str:
    """Return what a summary says of side events alone."""
    kinds = {proposal.kind for proposal in forum.proposals}
    own = {balance.id for balance in forum.balances if kinds & set(balance.kinds)}
    balances = tuple(found for found in selection.balances if found.session is None and found.balance in own)
    nothing: dict[str, object] = {"decisions": (), "quotas": (), "levels": (), "balances": balances}
    return selection_text(forum, selection.model_copy(update=nothing), mergeable)


def selection_text(forum: Forum, selection: Selection, mergeable: Sequence[Sequence[str]] = ()) -> str:
    """Return the summary of a selection; nobody is named in it but by the ids of requests and proposals."""
    lines = [wrapped(say(forum, forum.title, None)), "", wrapped(_OUTCOMES[selection.outcome])]
    if not selection.reproducible:
        lines.append(wrapped("A clock ended the run: another run may differ."))
    lines += _counts(selection)
    sessions = dict.fromkeys(quota.session for quota in selection.quotas if quota.session)
    for session in sessions:
        lines += _session(forum, session, selection)
    if sessions:
        lines += ["", wrapped("A statement that is longer than usual takes as many places as its time is worth.")]
    if any(quota.second for quota in selection.quotas):
        lines.append(wrapped(_SECOND))
    lines += _side_events(forum, selection, mergeable)
    lines += _balances(forum, selection.balances)
    lines += _levels("Levels of the method, most important first; lower is better", selection.levels)
    for number, part in enumerate(selection.parts, 1):
        what = ", ".join(part.sessions) or ("side events" if part.side_events else "all sessions")
        lines += _levels(f"Levels of part {number}, {what}, decided apart", part.levels if not selection.levels else ())
    lines += _levels("Levels for side events", selection.side_levels)
    return "\n".join([*lines, *_lot(forum, selection)]) + "\n"


def _counts(selection: Selection) -> Iterator[str]:
    if selection.decisions:
        states = Counter(decision.state for decision in selection.decisions)
        told = ", ".join(f"{states[state]} {state.value}" for state in State)
        count = len(selection.decisions)
        yield wrapped(f"{count} request{'s' * (count != 1)}: {told}.")
    outside = [decision for decision in selection.decisions if decision.basis.value != "method"]
    if outside:
        bases = Counter(decision.basis.value for decision in outside)
        told = ", ".join(f"{basis} {count}" for basis, count in sorted(bases.items()))
        verbs = ("is", "rests") if len(outside) == 1 else ("are", "rest")
        yield wrapped(f"{len(outside)} of these {verbs[0]} no outcome of the method, but {verbs[1]} on: {told}.")


def _session(forum: Forum, session: str, selection: Selection) -> Iterator[str]:
    yield ""
    yield wrapped(f"{session_words(forum, session)} [{session}]", below="  ")
    waiting = [d for d in selection.decisions if d.session == session and d.state is State.WAIT_LISTED]
    has_second = any(quota.second for quota in selection.quotas)
    rows = []
    for quota in (quota for quota in selection.quotas if quota.session == session):
        waits = sum(_competes(forum, decision, quota) for decision in waiting)
        second = (quota.second,) if has_second else ()
        rows.append((_whose(forum, quota), *map(str, (quota.requested, *second, quota.places, quota.given, waits))))
    second_heading = ("second choices",) if has_second else ()
    yield columns(("whose places", "asked", *second_heading, "places", "given", "waiting"), rows, _NUMBERS)


def _competes(forum: Forum, decision: Decision, quota: QuotaOutcome) -> bool:
    """Say whether a request competes in a quota of its session."""
    request = forum.request_by_id[decision.request]
    participant = forum.participant_by_id[request.participant]
    if request.role is not quota.role:
        return False
    own = (participant.participant_class, participant.constituency)
    return quota.participant_class is None or own == (quota.participant_class, quota.constituency)


def _whose(forum: Forum, quota: QuotaOutcome) -> str:
    if quota.role is not None:
        return quota.role.value
    if quota.participant_class is None:
        return "everybody"
    if quota.constituency is not None:
        return say(forum, forum.constituency_by_id[quota.constituency].label, None)
    return classes_words(forum, [quota.participant_class])


def _side_events(forum: Forum, selection: Selection, mergeable: Sequence[Sequence[str]]) -> Iterator[str]:
    if not selection.side_events:
        return
    states = Counter(decision.state for decision in selection.side_events)
    yield ""
    count = len(selection.side_events)
    yield wrapped(
        f"Side events: {count} proposal{'s' * (count != 1)}, {states[State.GIVEN]} given, "
        f"{states[State.WAIT_LISTED]} waiting, {states[State.DECLINED]} declined."
    )
    titles = {proposal.id: say(forum, proposal.title, None) for proposal in forum.proposals}
    for decision in selection.side_events:
        where = f"waits, {decision.position}" if decision.position else decision.state.value
        yield wrapped(f"  {decision.request}: {titles[decision.request]} ({where})", below="    ")
    if mergeable:
        yield ""
        yield wrapped("These are on one theme or objective, from one kind of organiser, and could be one event:")
        for group in mergeable:
            yield wrapped("; ".join(f"{name} {titles[name]}" for name in group), "  - ")


def _balances(forum: Forum, outcomes: Sequence[BalanceOutcome]) -> Iterator[str]:
    if not outcomes:
        return
    known = {balance.id: balance for balance in forum.balances}
    missed = [found for found in outcomes if found.shortfall or found.exceeded]
    met = len(outcomes) - len(missed)
    yield ""
    yield wrapped(f"Balances: {met} of {len(outcomes)} are met.")
    for found in missed:
        if found.balance in known:
            where = f" in {session_words(forum, found.session)}" if found.session else ""
            most = "" if found.most is None else f", at most {found.most}"
            bounds = f"at least {found.least}{most}, given {found.given}"
            words = balance_words(forum, known[found.balance])
            yield wrapped(f"{words}{where}: {bounds}, {_missed(found)}.", "  - ")


def _missed(found: BalanceOutcome) -> str:
    """Say by how much a balance is missed, and what would have to be otherwise."""
    if found.exceeded:
        fewer = f"{found.exceeded} place{'s' * (found.exceeded != 1)} fewer would have to go to requests of this kind"
        return f"exceeded by {found.exceeded}; {fewer}"
    if found.would_add:
        return f"missed by {found.shortfall}; one of these would have to be added: {', '.join(found.would_add)}"
    return f"missed by {found.shortfall}; nobody asks who could be added"


def _levels(title: str, levels: Sequence[LevelOutcome]) -> Iterator[str]:
    if not levels:
        return
    sentences = {rule.name: sentence(rule) for rule in RULES}
    yield ""
    yield wrapped(f"{title}:")
    for level in levels:
        proof = "proven" if level.value == level.bound else f"at least {level.bound:,}"
        yield wrapped(f"{level.rule}: {level.value:,}, {proof}. {sentences.get(level.rule, '')}", "  - ")


def _lot(forum: Forum, selection: Selection) -> Iterator[str]:
    """Say about how many the lot decided, and where: by the session of their waiting list."""
    refused = [decision for decision in selection.decisions if decision.state is not State.GIVEN]
    where = Counter(decision.session for decision in refused if decision.rule == "lot-decides")
    told = [f"{session_words(forum, session)} {count}" for session, count in where.items() if session is not None]
    unchosen = [decision for decision in selection.side_events if decision.state is not State.GIVEN]
    events = sum(decision.rule == "lot-decides" for decision in unchosen)
    told += [f"side events {events}"] if events else []
    yield ""
    if told:
        count = sum(where.values()) + events
        yield wrapped(f"The lot decided about {count} of those that have no place: {'; '.join(told)}.")
    else:
        yield wrapped("All was decided before it came to the lot.")
    if selection.lot.commitment is None:
        yield wrapped(NOT_COMMITTED)
