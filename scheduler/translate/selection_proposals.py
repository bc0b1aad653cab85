"""Proposals of side events become a selection problem: one place for each event there is room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.domain.sharing import Balance, Trait
from scheduler.translate.indices import positions
from scheduler.translate.selection_balances import bound_percent, values_of
from scheduler.translate.settings import settings_of
from solver.selection import problem as solver
from solver.selection.rulebook import RULES

TOGETHER = "together"
"""Criterion that a proposal of a State and civil society together meets in full, unless it is marked otherwise."""

_POINTS = 1000
"""What a mark short of the highest by all its points costs, before its weight."""


@dataclass(frozen=True, slots=True)
class Windows:
    """The places of one kind of side event, and the proposals that compete for them."""

    kind: str
    places: int
    proposals: tuple[Proposal, ...]
    is_remote: bool = False
    is_unfit: bool = False
    """Whether no room has what these proposals need."""


@dataclass(frozen=True)
class ProposalsTranslation:
    """A selection problem of proposals with what is needed to read its answers."""

    forum: Forum
    proposals: tuple[Proposal, ...]
    windows: tuple[Windows, ...]
    balances: tuple[Balance, ...]
    problem: solver.Problem


def proposals_problem(
    forum: Forum, windows: Sequence[Windows], numbers: Mapping[str, int], given: Collection[str] = ()
) -> ProposalsTranslation:
    """Translate proposals; an organisation leads as many as the forum lets it, States as well.

    Those that are ``given`` a place already keep it, even where they are more than there is room for or than their
    leader may lead: then there is that much room, and no more.
    """
    balances = tuple(_balances(forum, windows))
    organisations = positions(participant.id for participant in forum.participants)
    proposals = tuple(proposal for window in windows for proposal in window.proposals)
    quotas = [i for i, window in enumerate(windows) for _ in window.proposals]
    requests = tuple(
        solver.Request(
            quota=quota,
            organisation=organisations[proposal.organisers[0]],
            seconds=0,
            rank=proposal.priority,
            lot=numbers[proposal.id],
            decided=True if proposal.id in given else None,
            traits=frozenset(i for i, (balance, _) in enumerate(balances) if counts(forum, proposal, balance)),
            shortfall=shortfall(forum, proposal),
            ranked_by=organisations[proposal.organisers[0]],
        )
        for quota, proposal in zip(quotas, proposals, strict=True)
    )
    most, led = forum.selection.most_events_led, Counter(p.organisers[0] for p in proposals if p.id in given)
    limits = (None if most is None else max(most, led[participant.id]) for participant in forum.participants)
    taken = (sum(proposal.id in given for proposal in window.proposals) for window in windows)
    problem = solver.Problem(
        sessions=(solver.Session(0),),
        quotas=tuple(solver.Quota(0, max(w.places, n)) for w, n in zip(windows, taken, strict=True)),
        organisations=tuple(map(solver.Organisation, limits)),
        requests=requests,
        balances=tuple(bound for _, bound in balances),
        settings=settings_of(forum, RULES),
    )
    return ProposalsTranslation(forum, proposals, tuple(windows), tuple(balance for balance, _ in balances), problem)


def _balances(forum: Forum, windows: Sequence[Windows]) -> Iterator[tuple[Balance, solver.Balance]]:
    """Yield the balances that name a kind of side event, in percent of its places that are asked for."""
    for trait, balance in enumerate(b for b in forum.balances if any(w.kind in b.kinds for w in windows)):
        covered = frozenset(i for i, window in enumerate(windows) if window.kind in balance.kinds)
        places = sum(min(windows[i].places, len(windows[i].proposals)) for i in covered)
        yield balance, solver.Balance(trait, covered, *bound_percent(balance, places))


def counts(forum: Forum, proposal: Proposal, balance: Balance) -> bool:
    """Say whether a proposal is among those a balance counts: by its leader, and by flags of its own."""
    leader = forum.participant_by_id[proposal.organisers[0]]
    if balance.participant_class not in (None, leader.participant_class) or balance.trait is Trait.GENDER:
        return False
    return balance.value in values_of(leader, proposal.flags, balance.trait)


def shortfall(forum: Forum, proposal: Proposal) -> int:
    """Return by how much a proposal stays below the best mark: for each criterion its weight times 1,000, times the
    part of its highest mark that is missing; what is not marked misses all of it.
    """
    marks = {mark.criterion: mark.points for mark in forum.marks if mark.proposal == proposal.id}
    missed = Fraction(0)
    for criterion in forum.criteria:
        usual = criterion.most if criterion.id == TOGETHER and is_together(forum, proposal) else 0
        points = min(marks.get(criterion.id, usual), criterion.most)
        missed += Fraction(_POINTS * criterion.weight * (criterion.most - points), criterion.most)
    return round(missed)


def highest(forum: Forum) -> int:
    """Return the shortfall of a proposal that misses every point."""
    return _POINTS * sum(criterion.weight for criterion in forum.criteria)


def is_together(forum: Forum, proposal: Proposal) -> bool:
    """Say whether a State and civil society organise a proposal together."""
    classes = [forum.class_by_id[forum.participant_by_id[name].participant_class] for name in proposal.organisers]
    return any(group.delegation for group in classes) and any(group.interspersed for group in classes)
