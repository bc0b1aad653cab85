"""An outcome says whose words are whose, in Markdown and as a page, and a stranger's text stays text."""

import datetime as dt
from html.parser import HTMLParser

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import Response, Stage
from scheduler.publish.reviews_outcome import outcome_html, outcome_markdown
from tests.scheduler.builders import text
from tests.scheduler.services.reviews.reviewing import a_recommendation, a_report, a_review, a_review_forum, at

WHOLE = """\
# Outcome of the national review: Kenya

Trial Review Forum. Stage: recorded.
- Report of the State: <https://example.org/kenya>

## Progress noted

Skills of returning migrants are recognised

## Recommendations

1. Recognise skills
- Made by Peru
- Objectives: 18
- Response: accepted by the State, in its words: A register is being set up
- Followed up on 2027-05-01, held

2. Count everybody
- Made by Unions
- Response: no response yet

## Alternative reports

An alternative report has the views of its authors. The State may reply to each.
- What workers see, the views of Unions: <https://example.org/alt-1>
- Reply of the State: <https://example.org/reply>

## Follow-up

- 2027-05-01

Next review: 2028.
"""


def a_recorded_forum(progress: str = "Skills of returning migrants are recognised") -> Forum:
    """Return a forum with one review whose outcome is recorded."""
    review = a_review(
        "kenya",
        stage=Stage.RECORDED,
        announced_at=at(1),
        report="https://example.org/kenya",
        progress=text(progress),
        follow_up=dt.date(2027, 5, 1),
        next_review=2028,
    )
    first = a_recommendation(
        objectives=(18,),
        response=Response.ACCEPTED,
        response_text=text("A register is being set up"),
        follow_up=dt.date(2027, 5, 1),
        done=True,
    )
    second = a_recommendation("rec-2", made_by="unions", text=text("Count everybody"))
    reports = (a_report(reply="https://example.org/reply"),)
    return a_review_forum(review, recommendations=(first, second), alternative_reports=reports)


def test_the_whole_outcome_in_markdown() -> None:
    forum = a_recorded_forum()
    assert outcome_markdown(forum, forum.national_reviews[0]) == WHOLE


class Seen(HTMLParser):
    """Collects the text, links and elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def seen(page: str) -> Seen:
    """Read a page."""
    found = Seen()
    found.feed(page)
    return found


def test_the_page_says_the_same_and_links_what_is_public() -> None:
    forum = a_recorded_forum()
    page = seen(outcome_html(forum, forum.national_reviews[0]))
    plain = WHOLE.replace("<", "").replace(">", "")
    said = [line.lstrip("#- ").strip() for line in plain.splitlines() if line]
    told = " ".join(" ".join(page.words).split())
    assert [line for line in said if " ".join(line.split()) not in told] == []
    assert page.links == ["https://example.org/kenya", "https://example.org/alt-1", "https://example.org/reply"]


def test_a_strangers_text_stays_text() -> None:
    forum = a_recorded_forum("<script>alert(1)</script> [x](http://evil.example) *bold*\n# Heading")
    markdown = outcome_markdown(forum, forum.national_reviews[0])
    assert r"\<script\>alert(1)\</script\> \[x\](http://evil.example) \*bold\* \# Heading" in markdown
    page = seen(outcome_html(forum, forum.national_reviews[0]))
    assert "script" not in page.tags
    assert "http://evil.example" not in page.links


def test_what_is_not_recorded_yet_is_told_as_a_draft() -> None:
    forum = a_review_forum(a_review("peru", civil_society="declined"))
    assert outcome_markdown(forum, forum.national_reviews[0]).splitlines()[2:12] == [
        "Trial Review Forum. Stage: announced.",
        "",
        "The outcome is not recorded yet; this is a draft.",
        "",
        "## Progress noted",
        "",
        "None is recorded.",
        "",
        "## Recommendations",
        "",
    ]
