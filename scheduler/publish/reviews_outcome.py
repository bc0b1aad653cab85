"""The outcome of one national review as a document, in Markdown and as a page: whose words are whose is always said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Recommendation, Response, Stage
from scheduler.publish.clean import clean_line, clean_text
from scheduler.publish.html import Markup, Tongues, element, joined, page
from scheduler.publish.page_style import STYLE
from scheduler.publish.reviews_public import author_words
from scheduler.publish.reviews_text import state_words
from scheduler.publish.visible import say
from scheduler.services.reviews.dates import follow_ups_of
from scheduler.services.reviews.stages import missing

RESPONSES = {
    Response.PENDING: "no response yet",
    Response.ACCEPTED: "accepted by the State",
    Response.NOTED: "noted by the State",
}
VIEWS = "An alternative report has the views of its authors. The State may reply to each."

Block = tuple[str, str]
"""What a block is (heading, text, item, link) and its words."""


def outcome_markdown(forum: Forum, review: NationalReview, language: str | None = None) -> str:
    """Return the outcome of a review as Markdown, in which a stranger's text stays text."""
    lines: list[str] = []
    for sort, words in _blocks(forum, review, language):
        mark = {"title": "# ", "heading": "## ", "item": "- ", "link": "- "}.get(sort, "")
        link = sort == "link" and re.fullmatch(r"(.*) (https?://\S+)", words)
        said = f"{_escaped(link[1])} <{link[2]}>" if link else _escaped(words)
        lines += [*([""] if sort in ("heading", "text") else []), f"{mark}{said}"]
        if sort in ("title", "heading"):
            lines.append("")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def outcome_html(forum: Forum, review: NationalReview, language: str | None = None) -> str:
    """Return the outcome of a review as a page that stands for itself."""
    tongues = Tongues(language or forum.languages[0])
    parts: list[Markup] = []
    items: list[Markup] = []
    for sort, words in (*_blocks(forum, review, language), ("end", "")):
        if sort in ("item", "link"):
            link = sort == "link" and re.fullmatch(r"(.*) (https?://\S+)", words)
            content = (f"{link[1]} ", element("a", link[2], href=link[2])) if link else (words,)
            items.append(element("li", *content))
            continue
        if items:
            parts.append(element("ul", joined(items)))
            items = []
        if sort != "end":
            parts.append(element({"title": "h1", "heading": "h2"}.get(sort, "p"), words))
    title = f"Outcome of the national review: {state_words(forum, review, language)}"
    return page(title, tongues, STYLE, element("main", joined(parts)))


def _blocks(forum: Forum, review: NationalReview, language: str | None) -> Iterator[Block]:
    yield "title", f"Outcome of the national review: {state_words(forum, review, language)}"
    yield "text", f"{say(forum, forum.title, language)}. Stage: {review.stage.value}."
    lacking = [name for _, name in missing(forum, review)]
    if review.stage in (Stage.ANNOUNCED, Stage.REPORTED, Stage.PRESENTED):
        yield "text", "The outcome is not recorded yet; this is a draft."
    elif lacking:
        yield "text", f"This record still lacks {' and '.join(lacking)}."
    if review.report:
        yield "link", f"Report of the State: {review.report}"
    yield "heading", "Progress noted"
    yield "text", _words(forum, review.progress, language) or "None is recorded."
    yield "heading", "Recommendations"
    own = [item for item in forum.recommendations if item.review == review.id]
    for number, recommendation in enumerate(own, start=1):
        yield from _recommendation(forum, recommendation, number, language)
    if not own:
        yield "text", "None is recorded."
    yield from _alternative_reports(forum, review, language)
    yield "heading", "Follow-up"
    dates = follow_ups_of(forum, review)
    for date in dates:
        yield "item", f"{date}"
    if not dates:
        yield "text", "No date is set."
    if review.next_review:
        yield "text", f"Next review: {review.next_review}."


def _recommendation(forum: Forum, item: Recommendation, number: int, language: str | None) -> Iterator[Block]:
    yield "text", f"{number}. {_words(forum, item.text, language)}"
    yield "item", f"Made by {author_words(forum, item.made_by, language)}"
    if item.objectives:
        yield "item", f"Objectives: {', '.join(map(str, item.objectives))}"
    said = _words(forum, item.response_text, language)
    yield "item", f"Response: {RESPONSES[item.response]}{f', in its words: {said}' if said else ''}"
    if item.follow_up:
        yield "item", f"Followed up on {item.follow_up}{', held' if item.done else ''}"


def _alternative_reports(forum: Forum, review: NationalReview, language: str | None) -> Iterator[Block]:
    own = [report for report in forum.alternative_reports if report.review == review.id]
    if not own:
        return
    yield from (("heading", "Alternative reports"), ("text", VIEWS))
    for report in own:
        authors = author_words(forum, report.author, language)
        yield "link", f"{say(forum, report.title, language)}, the views of {authors}: {report.link}"
        if report.reply:
            yield "link", f"Reply of the State: {report.reply}"


def _words(forum: Forum, text: Text | None, language: str | None) -> str:
    wanted = () if language is None else (language,)
    return " ".join(clean_text(text.of(*wanted, *forum.languages)).split()) if text else ""


def _escaped(words: str) -> str:
    """Return text that Markdown takes as text; HTML in it as well, since pages are made of it."""
    escaped = re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", clean_line(words))
    return re.sub(r"^([-+=])", r"\\\1", escaped)
