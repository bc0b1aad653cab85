"""Where requests stand, for whoever made them and for organisers: people are named in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry
from scheduler.domain.request import Request
from scheduler.publish.columns import columns, wrapped
from scheduler.publish.visible import say
from scheduler.services.intake.desk import ProposalStanding, advice, ranked_higher
from scheduler.services.intake.merges import Merge
from scheduler.services.intake.published import Published
from scheduler.services.intake.standing import Standing
from scheduler.services.intake.states import RequestState

_BASES = {
    "method": "decided by the published method",
    "requester": "by the requester",
    "chair": "by the chair",
    "accreditation": "a decision on accreditation, not by the method",
    "objection": "an objection, not by the method",
    "override": "a decision of the organiser, not by the method",
}


def overview_text(requests: Sequence[Request], standings: Mapping[str, Standing]) -> str:
    """Write one line a request, and how many stand where."""
    rows = [
        (r.id, standings[r.id].session, r.participant, r.role.value if r.role else "", _state(standings[r.id]))
        for r in requests
    ]
    table = columns(("request", "session", "participant", "role", "stands"), rows)
    return f"{counts_text(requests, standings)}\n\n{table}" if rows else "There are no requests."


def details_text(forum: Forum, requests: Sequence[Request], standings: Mapping[str, Standing]) -> str:
    """Write for each request where it stands, why, and what can be done."""
    if not requests:
        return "There are no requests."
    blocks = ["\n".join(_details(forum, request, standings[request.id], requests)) for request in requests]
    table = [_table(forum, requests, standings)] if len(requests) > 1 else []
    return "\n\n".join([counts_text(requests, standings), *table, *blocks])


def _table(forum: Forum, requests: Sequence[Request], standings: Mapping[str, Standing]) -> str:
    rows = []
    for request in requests:
        own = standings[request.id]
        position = str(own.position) if own.position else ""
        rows.append((request.id, _name(forum, request.participant), own.session, own.state.value, position))
    return columns(("request", "organisation", "session", "state", "position"), rows, frozenset({4}))


def proposals_text(forum: Forum, told: Sequence[ProposalStanding]) -> str:
    """Write what was decided about proposals for side events, and why."""
    titles = {proposal.id: say(forum, proposal.title, None) for proposal in forum.proposals}
    lines = [f"{len(told)} proposal{'s' * (len(told) != 1)} for side events:"]
    for one in told:
        state = "not decided yet" if one.state is RequestState.SUBMITTED else one.state.value
        position = f", position {one.position}" if one.position else ""
        lines.append(wrapped(f"{one.proposal}, {titles[one.proposal]}: {state}{position}", below="  "))
        if one.reason and one.basis and one.state is not RequestState.WITHDRAWN:
            lines.append(wrapped(f"Why: {one.reason} ({_BASES[one.basis.value]})", "  "))
    return "\n".join(lines)


def history_text(standing: Standing | ProposalStanding) -> str:
    """Write all that happened to a request, in order."""
    lines = ["History:"]
    for event in standing.history:
        when = f"{event.at:%Y-%m-%d %H:%M}" if event.at else "the selection"
        by = f", {event.by}" if event.by else ""
        reason = f" {event.reason}" if event.reason else ""
        what = f"{event.what} with {event.other}" if event.other else event.what
        lines.append(wrapped(f"{when}: {what} ({_BASES[event.basis.value]}{by}).{reason}", "  - "))
    return "\n".join(lines) if standing.history else "Nothing has happened to it since it was made."


def published_text(forum: Forum, told: Sequence[Published]) -> str:
    """Write which withdrawals and absences others may know of."""
    titles = {proposal.id: proposal.title for proposal in forum.proposals}
    titles |= {session.id: session.title for session in forum.sessions}
    rows = [(say(forum, titles[one.session], None), one.who, one.what) for one in told]
    return columns(("session", "who", "what"), rows) if rows else "Nobody with a place has withdrawn or was absent."


def counts_text(requests: Sequence[Request], standings: Mapping[str, Standing]) -> str:
    """Write how many requests stand where."""
    states = [standings[request.id].state for request in requests]
    told = [f"{state.value} {states.count(state)}" for state in RequestState if state in states]
    return wrapped(f"{len(states)} request{'s' * (len(states) != 1)}: {', '.join(told)}.")


def _details(forum: Forum, request: Request, standing: Standing, own: Sequence[Request]) -> Iterator[str]:
    session = forum.session_by_id[standing.session]
    asks = f"{request.role.value} in " if request.role else ""
    yield wrapped(f"{request.id}, {_name(forum, request.participant)}: {_state(standing)}", below="  ")
    yield wrapped(f"{asks}{say(forum, session.title, None)} ({session.id}); {_speaker(forum, request, standing)}", "  ")
    if wish := _wish(forum, request):
        yield wrapped(wish, "  ")
    if standing.cosponsors:
        names = ", ".join(_name(forum, other) for other in standing.cosponsors)
        yield wrapped(f"Together with {names}.", "  ")
    if standing.reason and standing.basis and standing.state is not RequestState.WITHDRAWN:
        why = "Why, when the selection was made" if standing.is_as_selected else "Why"
        yield wrapped(f"{why}: {standing.reason} ({_BASES[standing.basis.value]})", "  ")
    if higher := ranked_higher(request, standing, own, forum):
        yield wrapped(f"Its requester ranks higher: {', '.join(higher)}.", "  ")
    swapped = [event.other for event in standing.history if event.other]
    if swapped:
        there = forum.request_by_id[swapped[-1]]
        yield wrapped(f"It has exchanged places with {there.id} ({_name(forum, there.participant)}).", "  ")
    for offer in standing.offers:
        other = forum.request_by_id[offer]
        yield wrapped(f"{offer} ({_name(forum, other.participant)}) offers to exchange places.", "  ")
    yield wrapped(f"What can be done: {advice(standing)}", "  ")


def _wish(forum: Forum, request: Request) -> str:
    parts = []
    if request.priority is not None:
        parts.append(f"own priority {request.priority}")
    if request.second_choice is not None:
        title = say(forum, forum.session_by_id[request.second_choice].title, None)
        parts.append(f"second choice {title} ({request.second_choice})")
    if request.requested_at is not None:
        parts.append(f"came {request.requested_at:%Y-%m-%d %H:%M}")
    told = "; ".join(parts)
    return f"{told[0].upper()}{told[1:]}." if told else ""


def _state(standing: Standing) -> str:
    if standing.merged_into:
        return f"{standing.state.value}, in the statement of {standing.merged_into}"
    return f"{standing.state.value}, position {standing.position}" if standing.position else standing.state.value


def _speaker(forum: Forum, request: Request, standing: Standing) -> str:
    person = forum.person_by_id[standing.person].name if standing.person else "to be named"
    minutes = "" if request.role else f", {standing.seconds / 60:g} minutes"
    return f"speaker: {person}, {standing.delivery.value}{minutes}"


def _name(forum: Forum, participant: str) -> str:
    return say(forum, forum.participant_by_id[participant].name, None)


def entries_text(forum: Forum, entries: Sequence[Entry]) -> str:
    """Write what was recorded, and what followed from it."""
    made_by = {proposal.id: proposal.organisers[0] for proposal in forum.proposals}
    made_by |= {request.id: request.participant for request in forum.requests}
    lines = []
    for entry in entries:
        who = f"{entry.request}, {_name(forum, made_by[entry.request])}"
        reason = f" {entry.reason}" if entry.reason else ""
        basis = _BASES[entry.basis.value]
        lines.append(wrapped(f"{entry.number}. {who}: {entry.happening.value} ({basis}).{reason}", below="   "))
    return "\n".join(lines)


def merges_text(forum: Forum, merges: Sequence[Merge]) -> str:
    """Write which requests could be one joint statement, most saving first."""
    if not merges:
        return "No requests of one constituency on one objective could be one statement."
    blocks = []
    for merge in merges:
        session = say(forum, forum.session_by_id[merge.session].title, None)
        group = say(forum, forum.constituency_by_id[merge.constituency].label, None)
        who = "; ".join(f"{id} ({_name(forum, forum.request_by_id[id].participant)})" for id in merge.requests)
        lines = [wrapped(f"{session} ({merge.session}), {group}, objective {merge.objective}", below="  ")]
        lines += [wrapped(who, "  "), wrapped(_gain(merge), "  ")]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _gain(merge: Merge) -> str:
    places = f"{merge.places} place{'s' * (merge.places != 1)} would be free"
    if merge.timed < merge.places:
        places += f", with time for {merge.timed or 'none'} of them at the usual length"
    saved = f"{abs(merge.saved_seconds) / 60:g} minutes {'saved' if merge.saved_seconds >= 0 else 'more'}"
    heard = f", and {merge.heard} without a place would have a part in one" if merge.heard else ""
    return f"As one statement: {places}, {saved}{heard}."
