"""Side events held online: they need no room, so no agenda places them; they are held at the time they state."""

from __future__ import annotations

import datetime as dt

from scheduler.clock import window_minutes
from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.domain.regional_review import Preparation, PreparationKind
from scheduler.domain.selection import Selection
from scheduler.services.intake.standing import legally_folded


def held_online(forum: Forum, selection: Selection | None) -> tuple[Proposal, ...]:
    """Return the side events that were given a place and are held online, whether or not they state a time."""
    fold = legally_folded(forum, selection)
    fold.decide_all()
    return tuple(one.proposal for one in fold.side_events.given() if one.proposal.remote)


def online_event(forum: Forum, proposal: Proposal) -> Preparation | None:
    """Return the event at the time a side event states: the one window it is available in, which it fills; or None."""
    if len(proposal.available) != 1:
        return None
    (window,) = proposal.available
    start, end = window_minutes(forum, window)
    if end - start != proposal.minutes:
        return None
    begins = dt.datetime.combine(window.date, window.start)
    ends = dt.datetime.combine(window.date, window.end)
    return Preparation(
        id=proposal.id,
        kind=PreparationKind.SIDE_EVENT,
        title=proposal.title,
        start=begins,
        end=ends if ends > begins else ends + dt.timedelta(days=1),
        organisers=proposal.organisers,
    )
