"""A national review as anybody may see it: the parts of its slot, the State's report, and whose views others have."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import AlternativeReport, NationalReview
from scheduler.domain.session import Session
from scheduler.publish.visible import say, shown_name
from scheduler.services.reviews.slot import CIVIL_SOCIETY_WORDS, Slot, slot_of

RIGHT_OF_REPLY = "The State has a right of reply."
UNTOLD_AUTHOR = "an author whose details are withheld"


class PublicAlternativeReport(Value):
    """A report beside that of the State, with the views of its authors alone."""

    id: str
    title: str
    authors: str = Field(description="Whose views it has, as far as they may be told")
    link: str
    reply: str | None = Field(description="Where the State's reply can be read; the State has a right of reply")

    @property
    def label(self) -> str:
        """One line that says whose views it has, where it can be read, and what the State replies."""
        reply = f"Reply of the State: {self.reply}" if self.reply else RIGHT_OF_REPLY
        return f"Alternative report, the views of its authors ({self.authors}): {self.title} {self.link} {reply}"


class PublicNationalReview(Value):
    """What a session that is a national review has beside what every session has."""

    state: str = Field(description="Id of the State that presents")
    parts: str | None = Field(description="Minutes of its slot by their parts; none where its session has others")
    civil_society: str | None = Field(description="What the State said to a part for civil society among them")
    report: str | None = Field(description="Where the report of the State can be read")
    alternative_reports: tuple[PublicAlternativeReport, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return one line for each thing there is to tell."""
        own = (self.parts, self.civil_society, f"Report of the State: {self.report}" if self.report else None)
        return (*(line for line in own if line), *(report.label for report in self.alternative_reports))


def review_in(forum: Forum, session: str, language: str | None = None) -> PublicNationalReview | None:
    """Return the national review that a session is, which has the session's name."""
    review = next((one for one in forum.national_reviews if one.id == session), None)
    if review is None:
        return None
    has_parts = _has_parts(forum.session_by_id[session], slot_of(forum, review))
    is_asked = has_parts and forum.reviews.civil_society_minutes > 0
    return PublicNationalReview(
        state=review.participant,
        parts=_parts(slot_of(forum, review)) if has_parts else None,
        civil_society=CIVIL_SOCIETY_WORDS[review.civil_society] if is_asked else None,
        report=review.report,
        alternative_reports=tuple(alternative_reports_on(forum, review, language)),
    )


def alternative_reports_on(
    forum: Forum, review: NationalReview, language: str | None = None
) -> Iterator[PublicAlternativeReport]:
    """Yield the alternative reports on a review, in the forum's order."""
    for report in forum.alternative_reports:
        if report.review == review.id:
            yield _public(forum, report, language)


def author_words(forum: Forum, participant: str, language: str | None = None) -> str:
    """Return what an author is called, who may stand for one person alone."""
    return shown_name(forum, forum.participant_by_id[participant], language) or UNTOLD_AUTHOR


def _public(forum: Forum, report: AlternativeReport, language: str | None) -> PublicAlternativeReport:
    return PublicAlternativeReport(
        id=report.id,
        title=say(forum, report.title, language),
        authors=author_words(forum, report.author, language),
        link=report.link,
        reply=report.reply,
    )


def _has_parts(session: Session, slot: Slot) -> bool:
    """Say whether a session has the minutes of a slot; one that is written under a review's name may have others."""
    ends = session.opening_minutes + session.floor_minutes == sum(session.sittings) == slot.minutes
    return ends and session.response_minutes == slot.reply


def _parts(slot: Slot) -> str:
    civil = f"civil society {slot.civil_society}, " if slot.civil_society else ""
    return (
        f"Minutes: presentation {slot.presentation}, {civil}questions and recommendations {slot.questions}, "
        f"reply {slot.reply}."
    )
