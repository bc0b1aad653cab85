"""What a review's minutes are for: presentation, civil society, questions and recommendations, reply."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import AlternativeReport, Answer, NationalReview

CIVIL_SOCIETY_WORDS = {
    Answer.PROPOSED: "A part for civil society is proposed to the State.",
    Answer.CONFIRMED: "A part for civil society is confirmed by the State.",
    Answer.DECLINED: "The State presents without a part for civil society; its minutes are for questions.",
}
"""What is said of the part for civil society."""


@dataclass(frozen=True)
class Slot:
    """The minutes of one review by their parts, which add up to all of them."""

    presentation: int
    civil_society: int
    questions: int
    reply: int

    @property
    def minutes(self) -> int:
        """All minutes of the slot."""
        return self.presentation + self.civil_society + self.questions + self.reply


def minutes_of(forum: Forum, review: NationalReview) -> int:
    """Return the length of a slot: as the review says, else longer for a State that presents for the first time."""
    usual = forum.reviews.again_minutes if review.last_presented else forum.reviews.first_minutes
    return review.minutes or usual


def slot_of(forum: Forum, review: NationalReview) -> Slot:
    """Share out the minutes of a review; what is left is for questions, below 0 where the parts do not fit."""
    settings = forum.reviews
    civil = 0 if review.civil_society is Answer.DECLINED else settings.civil_society_minutes
    bound = settings.presentation_minutes + civil + settings.reply_minutes
    return Slot(settings.presentation_minutes, civil, minutes_of(forum, review) - bound, settings.reply_minutes)


def asking_authors(forum: Forum, review: NationalReview) -> tuple[AlternativeReport, ...]:
    """Return the first report of each author who asks for the floor in the part for civil society, if there is one.

    An author of several reports has the floor once, for all of them.
    """
    if not slot_of(forum, review).civil_society:
        return ()
    first: dict[str, AlternativeReport] = {}
    for report in forum.alternative_reports:
        if report.review == review.id and report.asks_floor:
            first.setdefault(report.author, report)
    return tuple(first.values())


def seconds_each(forum: Forum, review: NationalReview) -> int:
    """Return the seconds of each author in the part for civil society, changeovers left out; 0 where nobody asks."""
    count = len(asking_authors(forum, review))
    if not count:
        return 0
    return max(1, (slot_of(forum, review).civil_society * 60 - count * forum.speaker_changeover_seconds) // count)
