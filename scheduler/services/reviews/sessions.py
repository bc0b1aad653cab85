"""The session of each review that has a place: its name is the review's, so that one can ask for its floor at once."""

from __future__ import annotations

from collections.abc import Collection

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview
from scheduler.domain.request import Request
from scheduler.domain.session import Role, RoleName, Session
from scheduler.services.reviews.choosing import chosen
from scheduler.services.reviews.slot import minutes_of, slot_of

NEEDS = ("seats", "audience", "equipment", "languages", "audiences")
"""What a review's session has as another session of its kind has it."""


def review_sessions(forum: Forum) -> Forum:
    """Return the forum with a session and a presenter for every review that has a place.

    A session that is written under a review's name stands as it is written. Nothing is solved; done twice, it is the
    same. Whatever names the session of a review without a place is left out, requests for its floor included.
    """
    if forum.reviews.kind is None or not forum.national_reviews:
        return forum
    reviews = chosen(forum)
    new = tuple(session_of(forum, review) for review in reviews if review.id not in forum.session_by_id)
    presenting = {(role.session, role.participant) for role in forum.roles if role.role is RoleName.PRESENTER}
    roles = tuple(_presenter(review) for review in reviews if (review.id, review.participant) not in presenting)
    lapsed = {request.id for request in lapsed_requests(forum)}
    gone = _without_place(forum)
    sessions = (*(session for session in forum.sessions if session.id not in gone), *new)
    known = {session.id for session in sessions}
    return forum.model_copy(
        update={
            "sessions": sessions,
            "roles": (*(role for role in forum.roles if role.session in known), *roles),
            "ties": tuple(tie for tie in forum.ties if {tie.first, tie.second} <= known),
            "pins": tuple(pin for pin in forum.pins if pin.session in known),
            "role_places": tuple(row for row in forum.role_places if row.session in known),
            "shares": tuple(share for share in forum.shares if share.session is None or share.session in known),
            "requests": tuple(_asking(request, known) for request in forum.requests if request.id not in lapsed),
            "log": tuple(entry for entry in forum.log if entry.request not in lapsed and entry.other not in lapsed),
        }
    )


def lapsed_requests(forum: Forum) -> tuple[Request, ...]:
    """Return the requests for the floor of reviews that have withdrawn or been put off: there is none to have."""
    gone = _without_place(forum)
    choices = ((request, {request.session, request.second_choice or request.session}) for request in forum.requests)
    return tuple(request for request, wanted in choices if wanted <= gone)


def _without_place(forum: Forum) -> set[str]:
    return {review.id for review in forum.national_reviews} - {review.id for review in chosen(forum)}


def _asking(request: Request, known: Collection[str]) -> Request:
    """Return a request with those of its choices that are still there."""
    kept = [choice for choice in (request.session, request.second_choice) if choice in known]
    return request.model_copy(update={"session": kept[0], "second_choice": kept[1] if len(kept) > 1 else None})


def _presenter(review: NationalReview) -> Role:
    return Role(session=review.id, role=RoleName.PRESENTER, person=review.presenter, participant=review.participant)


def session_of(forum: Forum, review: NationalReview) -> Session:
    """Return the session that is made for a review; its needs are those of a written session of the same kind."""
    kind = forum.reviews.kind or ""
    slot = slot_of(forum, review)
    of_reviews = {other.id for other in forum.national_reviews}
    alike = next((one for one in forum.sessions if one.kind == kind and one.id not in of_reviews), None)
    needs = {name: getattr(alike, name) for name in NEEDS} if alike else {}
    return Session(
        id=review.id,
        kind=kind,
        title=_title(forum, review),
        sittings=(minutes_of(forum, review),),
        objectives=review.objectives,
        regions=forum.participant_by_id[review.participant].regions,
        available=review.available,
        opening_minutes=slot.presentation + slot.civil_society,
        floor_minutes=slot.questions + slot.reply,
        response_minutes=slot.reply,
        **needs,
    )


def _title(forum: Forum, review: NationalReview) -> Text:
    kind, name = forum.kind_by_id[forum.reviews.kind or ""], forum.participant_by_id[review.participant].name
    return Text({lang: f"{label}: {name.of(lang, *forum.languages)}" for lang, label in kind.label.root.items()})
