"""What is known of a request by those it names: for whom it is made, when it came, what it counts under."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant, ParticipantClass
from scheduler.domain.request import Request
from scheduler.domain.session import Session

EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)
LATEST = dt.datetime.max.replace(tzinfo=dt.UTC)


def participant_of(forum: Forum, request: Request) -> Participant:
    """Return whom a request speaks for."""
    return forum.participant_by_id[request.participant]


def class_of(forum: Forum, request: Request) -> ParticipantClass:
    """Return the class of whom a request speaks for."""
    return forum.class_by_id[participant_of(forum, request).participant_class]


def region_of(forum: Forum, participant: Participant) -> str:
    """Return the region a participant stands for in lists: of the forum's scheme, since others may be corridors.

    It is the first it states where it states none of that scheme.
    """
    scheme = f"{forum.reviews.region_scheme}."
    own = (region for region in participant.regions if region.startswith(scheme))
    return next(own, next(iter(participant.regions), ""))


def asked_at(forum: Forum, request: Request) -> dt.datetime:
    """Return when a request came; one without a time came last, one without a zone in local time."""
    return LATEST if request.requested_at is None else instant(forum, request.requested_at)


def closes_at(forum: Forum, session: Session) -> dt.datetime | None:
    """Return when the list of a session closes: as it says, else as the forum does; None is never."""
    moment = session.list_closes or forum.selection.list_closes
    return None if moment is None else instant(forum, moment)


def is_late(forum: Forum, session: Session, request: Request) -> bool:
    """Say whether a request came after the list of a session had closed; one without a time is not known to."""
    closes = closes_at(forum, session)
    return closes is not None and request.requested_at is not None and asked_at(forum, request) > closes


def is_equal_in_time(forum: Forum, session: Session, request: Request) -> bool:
    """Say whether a request counts as one of the open window of a list, in which no moment is better than another."""
    own, settings = (session.list_opens, session.list_closes), forum.selection
    has_window = any(own) or any((settings.list_opens, settings.list_closes))
    return has_window and not is_late(forum, session, request)


def rank_order(forum: Forum, request: Request) -> int:
    """Return the place in protocol of a speaker's rank; one without a rank comes after all ranks."""
    ranks = {rank.id: rank.order for rank in forum.ranks}
    return ranks.get(request.rank or "", max(ranks.values(), default=0) + 1)


def asks_for_floor(request: Request) -> bool:
    """Say whether a request is for the floor, not for a role: only those are put into speakers lists."""
    return request.role is None


def instant(forum: Forum, moment: dt.datetime) -> dt.datetime:
    """Return a moment in UTC; one that states no zone is in the forum's local time."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=forum.zone)).astimezone(dt.UTC)
