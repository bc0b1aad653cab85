"""National reviews: one a State, in a slot its parts fit into, in panels that can be, with what their stage needs."""

from __future__ import annotations

from collections import defaultdict

from scheduler.domain.national_review import NationalReview, Response, Stage
from scheduler.formats.draft import Draft
from scheduler.formats.raw import SETTINGS
from scheduler.services.reviews.dates import PRESENTED
from scheduler.services.reviews.slot import minutes_of, slot_of
from scheduler.services.reviews.stages import missing


def check_review_settings(draft: Draft) -> None:
    """Reviews have a kind that exists, panels of sizes in order, and days left after their reports."""
    settings = draft.forum.reviews
    if draft.unread & {"national_reviews", "kinds"}:
        return
    if settings.kind is None and any(draft.values("national_reviews")):
        advice = "Write the kind of session a review is, as vnr."
        draft.fault(SETTINGS, None, "reviews.kind", "There are national reviews, and no kind of session.", advice)
    if settings.kind is not None and settings.kind not in draft.forum.kind_by_id:
        advice = f"Add it to {draft.spoken('kinds')}, or write another."
        draft.fault(SETTINGS, None, "reviews.kind", f"There is no kind of session '{settings.kind}'.", advice)
    if settings.panel_least > settings.panel_most:
        problem = f"The fewest States in a panel, {settings.panel_least}, are more than the most."
        draft.fault(SETTINGS, None, "reviews.panel_least", problem, "Write the smaller number as the fewest.")
    if settings.report_due and draft.knows("days") and settings.report_due > max(draft.forum.days):
        problem = f"Reports are due on {settings.report_due}, after the forum."
        draft.warn(SETTINGS, None, "reviews.report_due", problem, "Write a day before reports are presented.")


def check_national_reviews(draft: Draft) -> None:
    """A State has one review, by one of its own people, and all of its parts fit into the minutes of its slot."""
    seen: dict[str, int] = {}
    for number, review in draft.values("national_reviews"):
        if seen.setdefault(review.participant, number) != number:
            problem = f"{review.participant} has a review already, on row {seen[review.participant]}."
            draft.fault("national_reviews", number, "participant", problem, "Remove one of the two.")
        _check_presenter(draft, number, review)
        _check_slot(draft, number, review)
        if review.announced_at is not None and review.announced_at.tzinfo is not None:
            advice = "Write local time, as 2025-10-01 09:00."
            draft.fault("national_reviews", number, "announced_at", "The time has an offset.", advice)
        if review.last_presented and draft.knows("days") and review.last_presented > max(draft.forum.days).year:
            problem = f"Its review before was in {review.last_presented}, which is to come."
            draft.fault("national_reviews", number, "last_presented", problem, "Write the year of the review before.")
    _check_panels(draft)


def _check_presenter(draft: Draft, number: int, review: NationalReview) -> None:
    person = draft.forum.person_by_id.get(review.presenter or "")
    participant = draft.forum.participant_by_id.get(review.participant)
    if participant is not None:
        group = draft.forum.class_by_id.get(participant.participant_class)
        if group is not None and not group.delegation:
            problem = f"{participant.id} is no delegation."
            draft.fault("national_reviews", number, "participant", problem, "Write a State that presents its review.")
    if person is not None and review.participant not in person.affiliations:
        problem = f"{person.id} does not belong to {review.participant}."
        advice = f"Write one of its people, or add it to the person in {draft.spoken('people')}."
        draft.fault("national_reviews", number, "presenter", problem, advice)


def _check_slot(draft: Draft, number: int, review: NationalReview) -> None:
    slot = slot_of(draft.forum, review)
    if slot.questions < 0:
        parts = slot.presentation + slot.civil_society + slot.reply
        problem = f"Its parts need {parts} minutes, and its slot has {minutes_of(draft.forum, review)}."
        advice = f"Give it {parts} minutes or more, or shorten a part in the settings 'reviews'."
        draft.fault("national_reviews", number, "minutes", problem, advice)
    elif slot.questions == 0:
        problem = "Its slot leaves no minutes for questions and recommendations."
        draft.warn("national_reviews", number, "minutes", problem, "Give it more minutes, if it is to be interactive.")


def _check_panels(draft: Draft) -> None:
    kept: dict[str, list[int]] = defaultdict(list)
    for number, review in draft.values("national_reviews"):
        if review.panel is not None and review.stage is not Stage.WITHDRAWN:
            kept[review.panel].append(number)
    most = draft.forum.reviews.panel_most
    for panel, numbers in kept.items():
        if len(numbers) > most:
            problem = f"{len(numbers)} States are kept in {panel}, and a panel has {most} at most."
            draft.fault("national_reviews", numbers[most], "panel", problem, "Write another panel, or leave it blank.")


def check_review_stages(draft: Draft) -> None:
    """A review has what the stage it has come to needs."""
    for number, review in draft.values("national_reviews"):
        for column, name in missing(draft.forum, review):
            problem = f"It is {review.stage.value}, and lacks {name}."
            draft.warn("national_reviews", number, column, problem, "Write it, or an earlier stage.")


def check_recommendations(draft: Draft) -> None:
    """A recommendation is made by another than the State, to a review that has been presented."""
    reviews = {review.id: review for _, review in draft.values("national_reviews")}
    for number, item in draft.values("recommendations"):
        review = reviews.get(item.review)
        if review is None:
            continue
        if item.made_by == review.participant:
            problem = f"{item.made_by} recommends something to itself."
            draft.fault("recommendations", number, "made_by", problem, "Write who made the recommendation.")
        if review.stage not in PRESENTED:
            problem = f"{review.id} is {review.stage.value}, so nothing has been recommended in it yet."
            draft.warn("recommendations", number, "review", problem, "Write the stage the review has come to.")
        if item.response_text is not None and item.response is Response.PENDING:
            advice = "Write accepted or noted, or leave the words out."
            draft.fault("recommendations", number, "response", "It has words of response, and is pending.", advice)


LEAST_SECONDS = 60
"""Seconds of the floor below which nobody can say anything."""


def check_alternative_reports(draft: Draft) -> None:
    """An alternative report is by civil society, is called as no request is, and its author finds time to speak."""
    reviews = {review.id: review for _, review in draft.values("national_reviews")}
    asking: dict[str, set[str]] = defaultdict(set)
    for number, report in draft.values("alternative_reports"):
        review = reviews.get(report.review)
        author = draft.forum.participant_by_id.get(report.author)
        group = draft.forum.class_by_id.get(author.participant_class) if author else None
        if review is not None and report.author == review.participant:
            problem = f"{report.author} is the State whose review it is."
            draft.fault("alternative_reports", number, "author", problem, "Write the participant that wrote it.")
        elif group is not None and group.delegation:
            problem = f"{report.author} is a delegation, and alternative reports are those of civil society."
            draft.fault("alternative_reports", number, "author", problem, "Attach it as a document, or remove the row.")
        if report.id in draft.forum.request_by_id:
            problem = f"A request is called {report.id} already."
            draft.fault("alternative_reports", number, "id", problem, "Write another id; its author's request has it.")
        if review is None or not report.asks_floor:
            continue
        asking[review.id].add(report.author)
        minutes = draft.forum.reviews.civil_society_minutes
        if len(asking[review.id]) * LEAST_SECONDS > minutes * 60:
            problem = f"{len(asking[review.id])} authors ask for the {minutes} minutes of civil society in {review.id}."
            advice = "Leave out the wish of some, let them speak together, or reserve more minutes."
            draft.fault("alternative_reports", number, "asks_floor", problem, advice)
