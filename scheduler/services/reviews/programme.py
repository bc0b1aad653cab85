"""The forum with its national reviews as sessions: panels tied, presenters kept free, civil society on the floor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview
from scheduler.domain.objective import Theme
from scheduler.domain.request import Request
from scheduler.domain.review_plan import Panel, ReviewPlan
from scheduler.domain.session import Link, Mode, Role, RoleName, Session, Tie
from scheduler.services.reviews.choosing import chosen
from scheduler.services.reviews.planning import review_plan
from scheduler.services.reviews.sessions import review_sessions, session_of
from scheduler.services.reviews.slot import asking_authors, seconds_each, slot_of
from scheduler.translate.protocol import mode_of

BETWEEN_MINUTES = 5
"""Minutes that may pass between two States of a panel."""


def with_reviews(forum: Forum, plan: ReviewPlan | None = None) -> Forum:
    """Return the forum as planning sees it, with the sessions, ties, roles and requests of its national reviews.

    Panels are those of the plan where it is one of these reviews, else the nearest to it, else the best there are.
    """
    if forum.reviews.kind is None or not forum.national_reviews:
        return forum
    found = review_sessions(forum)
    panels = review_plan(found, plan).panels
    reviews = {review.id: review for review in chosen(found)}
    made = {name: review for name, review in reviews.items() if found.session_by_id[name] == session_of(found, review)}
    authors = tuple(request for review in made.values() for request in _civil_society(found, review))
    heard = Counter(request.session for request in authors)
    return found.model_copy(
        update={
            "sessions": tuple(_session(found, session, made, panels, heard) for session in found.sessions),
            "themes": (*found.themes, *(_theme(panel) for panel in panels)),
            "ties": (*found.ties, *_ties(found, reviews.values(), panels)),
            "requests": (*(_after(request, heard) for request in found.requests), *authors),
        }
    )


def _session(
    forum: Forum,
    session: Session,
    made: Mapping[str, NationalReview],
    panels: tuple[Panel, ...],
    heard: Mapping[str, int],
) -> Session:
    """Return a session with the theme of its panel, and civil society on the floor where it has speakers."""
    themes = tuple(panel.id for panel in panels if session.id in panel.reviews)
    update: dict[str, object] = {"themes": (*session.themes, *themes)} if themes else {}
    if heard.get(session.id):
        slot = slot_of(forum, made[session.id])
        update |= {"opening_minutes": slot.presentation, "floor_minutes": slot.minutes - slot.presentation}
        if mode_of(forum, session) is Mode.THROUGHOUT:
            update |= {"mode": Mode.AFTER_OPENING, "mandate": session.mandate or forum.kind_by_id[session.kind].mandate}
    return session.model_copy(update=update) if update else session


def _civil_society(forum: Forum, review: NationalReview) -> Iterator[Request]:
    """Yield the authors of alternative reports that ask for the floor: they open it, in the minutes of their part."""
    for place, report in enumerate(asking_authors(forum, review), start=1):
        yield Request(
            id=report.id,
            session=review.id,
            participant=report.author,
            minutes=seconds_each(forum, review) / 60,
            objectives=review.objectives,
            place=place,
        )


def _after(request: Request, heard: Mapping[str, int]) -> Request:
    """Return a request whose pinned place comes after civil society's part; one that closes the list still does."""
    if request.place is None or request.place < 0 or not heard.get(request.session):
        return request
    return request.model_copy(update={"place": request.place + heard[request.session]})


def _theme(panel: Panel) -> Theme:
    """Return what makes a panel stay in one room, and its sessions never overlap."""
    return Theme(id=panel.id, title=Text({"en": panel_title(panel)}))


def panel_title(panel: Panel) -> str:
    """Return what people call a panel."""
    return f"National reviews, {panel.id.replace('-', ' ').replace('_', ' ')}"


def _ties(forum: Forum, reviews: Iterable[NationalReview], panels: tuple[Panel, ...]) -> Iterator[Tie]:
    """Yield what keeps panels together, and the people of a State that presents out of other sessions at that time."""
    known = {frozenset((tie.first, tie.second)) for tie in forum.ties}
    for panel in panels:
        for first, second in pairwise(panel.reviews):
            known.add(frozenset((first, second)))
            yield Tie(first=first, link=Link.CONSECUTIVE, second=second, amount=BETWEEN_MINUTES)
    for review in reviews:
        for role in forum.roles:
            pair = frozenset((review.id, role.session))
            needed = review.participant in _parties(forum, role) and role.role is not RoleName.ATTENDEE
            if needed and len(pair) == 2 and pair not in known:
                known.add(pair)
                yield Tie(first=review.id, link=Link.APART, second=role.session)


def _parties(forum: Forum, role: Role) -> tuple[str, ...]:
    """Return the participants a role is held for: the one it states, else those of the person."""
    person = forum.person_by_id.get(role.person or "")
    return (role.participant,) if role.participant else person.affiliations[:1] if person else ()
