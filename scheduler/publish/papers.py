"""What is attached to a session as anybody may see it: its papers, agenda items and pledges."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.document import Document, DocumentKind, Pledge, PledgeKind
from scheduler.domain.forum import Forum
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import WITHHELD, say, shown_name

KIND_LABELS = {
    DocumentKind.GUIDING_QUESTIONS: "Guiding questions",
    DocumentKind.TECHNICAL_SUMMARY: "Technical summary",
    DocumentKind.CONCEPT_NOTE: "Concept note",
    DocumentKind.OUTCOME: "Outcome",
}


class PublicPaper(Value):
    """A published paper of a session; drafts are not shown."""

    id: str
    kind: DocumentKind
    title: str
    of_session: str | None = Field(description="Title of the session whose outcome it is")
    drafters: tuple[str, ...] = Field(description="Names of those that drafted it, as far as they may be told")
    consulted_from: dt.date | None
    consulted_until: dt.date | None
    version: str | None
    published_on: dt.date
    link: str | None

    @property
    def label(self) -> str:
        """One line that says what it is and where it can be read."""
        what = f"{KIND_LABELS[self.kind]}{f' of {self.of_session}' if self.of_session else ''}: {self.title}"
        said = [f"version {self.version}"] if self.version else []
        said += [f"publication {self.published_on}"]
        said += [f"drafted by {', '.join(self.drafters)}"] if self.drafters else []
        said += [f"consultation {self._consultation}"] if self._consultation else []
        return f"{what} ({'; '.join(said)}){f' {self.link}' if self.link else ''}"

    @property
    def _consultation(self) -> str:
        first, last = self.consulted_from, self.consulted_until
        if first and last:
            return f"{first} to {last}"
        return f"from {first}" if first else f"until {last}" if last else ""


class PublicPledge(Value):
    """A pledge, recommendation or paragraph of the declaration."""

    id: str
    kind: PledgeKind
    text: str
    made_by: str | None = Field(description="Name of the participant that made it; none is the forum")
    session: str | None = Field(description="Session it was made in")
    objectives: tuple[int, ...]
    forwarded_to: tuple[str, ...] = Field(description="Other forums it is carried to")
    link: str | None


def papers_of(forum: Forum, session: str, language: str | None = None) -> tuple[PublicPaper, ...]:
    """Return the published papers of a session, in the forum's order."""
    return tuple(_paper(forum, d, language) for d in forum.documents if session in d.sessions and d.published_on)


def items_of(forum: Forum, session: str, language: str | None = None) -> tuple[str, ...]:
    """Return the agenda items of a session, in their order."""
    items = sorted((item for item in forum.agenda_items if item.session == session), key=lambda item: item.number)
    return tuple(say(forum, item.title, language) for item in items)


def public_pledges(forum: Forum, language: str | None = None) -> tuple[PublicPledge, ...]:
    """Return all pledges, recommendations and paragraphs, in the forum's order."""
    return tuple(_pledge(forum, pledge, language) for pledge in forum.pledges)


def _paper(forum: Forum, document: Document, language: str | None) -> PublicPaper:
    of = forum.session_by_id.get(document.of_session or "")
    drafters = [forum.participant_by_id[name] for name in document.drafters if name in forum.participant_by_id]
    names = (shown_name(forum, drafter, language) for drafter in drafters)
    return PublicPaper(
        id=document.id,
        kind=document.kind,
        title=say(forum, document.title, language),
        of_session=say(forum, of.title, language) if of else None,
        drafters=tuple(name for name in names if name),
        consulted_from=document.consulted_from,
        consulted_until=document.consulted_until,
        version=clean_line(document.version) if document.version else None,
        published_on=document.published_on or dt.date.min,
        link=document.link,
    )


def _pledge(forum: Forum, pledge: Pledge, language: str | None) -> PublicPledge:
    maker = forum.participant_by_id.get(pledge.made_by or "")
    return PublicPledge(
        id=pledge.id,
        kind=pledge.kind,
        text=say(forum, pledge.text, language),
        made_by=(shown_name(forum, maker, language) or WITHHELD) if maker else None,
        session=pledge.session,
        objectives=pledge.objectives,
        forwarded_to=tuple(clean_line(name) for name in pledge.forwarded_to),
        link=pledge.link,
    )
