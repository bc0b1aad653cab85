"""Giving places: shares, balances and places of roles can be kept, and requests ask for what there is."""

from __future__ import annotations

from collections import defaultdict

from scheduler.domain.participant import Participant
from scheduler.domain.request import Request
from scheduler.domain.session import RoleName
from scheduler.domain.sharing import Share, Trait
from scheduler.formats.cells import written
from scheduler.formats.draft import Draft
from scheduler.formats.wording import did_you_mean

ASKED_FOR = (RoleName.KEYNOTE, RoleName.MODERATOR, RoleName.PANELLIST, RoleName.DISCUSSANT, RoleName.RAPPORTEUR)
"""Roles that can be asked for; the others are appointed."""


def check_role_places(draft: Draft) -> None:
    """Places are those of roles that can be asked for, and who asks for one finds a place."""
    for number, row in draft.values("role_places"):
        if row.role not in ASKED_FOR:
            advice = f"Write one of {', '.join(role.value for role in ASKED_FOR)}."
            draft.fault("role_places", number, "role", f"Nobody can ask to be {row.role.value}.", advice)
    if "role_places" in draft.unread:
        return
    known = {(row.session, row.role) for _, row in draft.values("role_places")}
    for number, request in draft.values("requests"):
        if request.role is not None and (request.session, request.role) not in known:
            problem = f"{request.session} has no places for the role {request.role.value}."
            advice = f"Add a row to {draft.spoken('role_places')}, or leave the role blank to ask for the floor."
            draft.fault("requests", number, "role", problem, advice)


def check_choices(draft: Draft) -> None:
    """A second choice is another session that takes requests, and a statement is joined by others."""
    for number, request in draft.values("requests"):
        _check_second(draft, number, request)
        if request.participant in request.cosponsors:
            problem = f"{request.participant} joins in its own statement."
            draft.fault("requests", number, "cosponsors", problem, "Name those who join in it.")


def _check_second(draft: Draft, number: int, request: Request) -> None:
    second = draft.forum.session_by_id.get(request.second_choice or "")
    if second is None:
        return
    if request.second_choice == request.session:
        problem, advice = "First and second choice are one session.", "Write another session, or leave it blank."
    elif request.role is not None:
        problem, advice = "A role is asked for in one session.", "Leave the second choice blank."
    elif second.floor_minutes == 0:
        problem = f"{second.id} reserves no minutes for the floor."
        advice = "Write another session, or leave it blank."
    else:
        return
    draft.fault("requests", number, "second_choice", problem, advice)


def check_shares(draft: Draft) -> None:
    """A share is of one kind or session, says one amount, and all shares of one floor fit into it."""
    totals: dict[tuple[str | None, str | None], float] = defaultdict(float)
    for number, share in draft.values("shares"):
        _check_share(draft, number, share)
        if share.constituency is None and share.percent is not None:
            key = (share.kind, share.session)
            totals[key] += share.percent
            if totals[key] > 100:
                problem = f"The shares of {share.session or share.kind} come to {written(totals[key])} percent."
                draft.fault("shares", number, "percent", problem, "Lessen one of them; together they are 100 or less.")


def _check_share(draft: Draft, number: int, share: Share) -> None:
    if (share.kind is None) == (share.session is None):
        advice = "Write a kind of session, or one session, not both."
        draft.fault("shares", number, "kind", "The row must name a kind or a session.", advice)
    amounts = [share.percent, share.places, share.least, share.most]
    if share.percent is not None and share.places is not None:
        draft.fault("shares", number, "places", "It has a percentage and a number of places.", "Write one of the two.")
    elif all(amount is None for amount in amounts):
        draft.fault("shares", number, "percent", "The row sets nothing.", "Write a percentage or a number of places.")
    if share.constituency is not None and share.percent is not None:
        advice = "Write places, fewest or most; what a class has is shared out among its constituencies."
        draft.fault("shares", number, "percent", "A constituency's share is not a percentage.", advice)
    if share.least is not None and share.most is not None and share.least > share.most:
        draft.fault("shares", number, "least", f"The fewest, {share.least}, are more than the most.", _SWAPPED)


_SWAPPED = "Write the smaller number as the fewest."


def check_balances(draft: Draft) -> None:
    """A balance sets a bound that can be kept, of something that is there to be counted."""
    known = _countable(draft)
    for number, balance in draft.values("balances"):
        least, most = balance.least_percent, balance.most_percent
        if least is None and most is None:
            draft.fault("balances", number, "least_percent", "The row sets nothing.", "Write the fewest or the most.")
        elif least is not None and most is not None and least > most:
            problem = f"The fewest, {written(least)} percent, are more than the most."
            draft.fault("balances", number, "least_percent", problem, _SWAPPED)
        values = known[balance.trait]
        if balance.value not in values and not draft.unread & {"participants", "people", "flags", "classes"}:
            problem = f"Nobody has the {balance.trait.value} '{balance.value}'."
            draft.warn(
                "balances", number, "value", problem, did_you_mean(balance.value, values, "Leave it if some will.")
            )


def _countable(draft: Draft) -> dict[Trait, list[str]]:
    """Return the values each trait has in the forum."""
    participants: list[Participant] = [value for _, value in draft.values("participants")]
    return {
        Trait.REGION: sorted({region for item in participants for region in item.regions}),
        Trait.GENDER: sorted({person.gender for _, person in draft.values("people") if person.gender}),
        Trait.FLAG: sorted({flag.id for _, flag in draft.values("flags")}),
        Trait.CONSTITUENCY: sorted({item.id for _, item in draft.values("constituencies")}),
        Trait.CLASS: sorted({item.id for _, item in draft.values("classes")}),
        Trait.TRACK: sorted({item.track for item in participants if item.track}),
    }


def check_marks(draft: Draft) -> None:
    """A mark is not above the highest of its criterion."""
    highest = {criterion.id: criterion.most for _, criterion in draft.values("criteria")}
    for number, mark in draft.values("marks"):
        most = highest.get(mark.criterion)
        if most is not None and mark.points > most:
            problem = f"{mark.points} points are above the highest mark, {most}."
            draft.fault("marks", number, "points", problem, f"Write {most} or less.")


def check_proposals(draft: Draft) -> None:
    """A proposal can become a session: some period takes its kind, and nothing it is confused with has its name."""
    sessions, outside = draft.forum.session_by_id, {event.id for event in draft.forum.preparations}
    for number, proposal in draft.values("proposals"):
        if proposal.id in sessions:
            problem = f"A session is called {proposal.id} already."
            draft.fault("proposals", number, "id", problem, "Write another id; a chosen proposal becomes a session.")
        if proposal.id in draft.forum.request_by_id:
            problem = f"A request is called {proposal.id} already."
            draft.fault("proposals", number, "id", problem, "Write another id; the log tells the two by it.")
        if proposal.id in outside:
            problem = f"An event outside the rooms is called {proposal.id} already."
            draft.fault("proposals", number, "id", problem, "Write another id; calendars tell the two by it.")
        if not draft.is_whole("periods") or proposal.kind not in draft.forum.kind_by_id:
            continue
        if not any(proposal.kind in period.kinds for period in draft.forum.periods):
            problem = f"No period takes sessions of the kind {proposal.kind}."
            advice = f"Write another kind, or add it to a period in {draft.spoken('periods')}."
            draft.fault("proposals", number, "kind", problem, advice)
