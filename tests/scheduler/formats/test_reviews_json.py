"""The plan of reviews is a file beside its forum that comes back as it was, with the faults of one edited by hand."""

from pathlib import Path

import pytest

from scheduler.errors import ForumFaults
from scheduler.formats.reviews_json import read_reviews, reviews_path, reviews_plan_text
from scheduler.services.reviews.planning import review_plan
from tests.scheduler.services.reviews.reviewing import a_review, a_review_forum


def test_a_plan_comes_back_as_it_was(tmp_path: Path) -> None:
    forum = a_review_forum(*(a_review(state) for state in ("kenya", "chile", "nepal")))
    plan = review_plan(forum)
    file = reviews_path(tmp_path)
    file.write_text(reviews_plan_text(plan), encoding="utf-8")
    assert (file.name, read_reviews(file, forum)) == ("reviews.json", plan)
    book = tmp_path / "forum.xlsx"
    book.touch()
    assert reviews_path(book).name == "forum.reviews.json"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"forum": "another-1"}', "This plan of reviews belongs to another forum, another-1."),
        (
            '{"forum": "forum-0001", "panels": [{"id": "a", "reviews": ["v"]}, {"id": "b", "reviews": ["v"]}]}',
            "Review v is in a second panel.",
        ),
        ('{"forum": "forum-0001", "panels": 3}', "panels"),
    ],
)
def test_faults_are_named(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "reviews.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ForumFaults) as caught:
        read_reviews(file, a_review_forum())
    assert message in "\n".join(map(str, caught.value.faults))
