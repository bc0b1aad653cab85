"""The page of reviews says who has a place and why, panels, parts, what comes next and what is missing."""

import datetime as dt

from scheduler.domain.national_review import Answer, Stage
from scheduler.publish.reviews_text import reviews_text
from scheduler.services.reviews.planning import review_plan
from tests.scheduler.builders import a_request
from tests.scheduler.services.reviews.reviewing import a_report, a_review, a_review_forum, at


def test_a_forum_without_volunteers_says_so() -> None:
    forum = a_review_forum()
    assert reviews_text(forum, review_plan(forum)) == "No State has volunteered for a national review.\n"


def test_the_whole_page() -> None:
    came = {"announced_at": at(1)}
    forum = a_review_forum(
        a_review("kenya", last_presented=None, civil_society=Answer.CONFIRMED, **came),
        a_review("chile", civil_society=Answer.DECLINED, **came),
        a_review("nepal", stage=Stage.REPORTED, **came),
        a_review("mali", last_presented=2018, **came),
        a_review("peru", stage=Stage.WITHDRAWN),
        a_review("ghana", announced_at=at(2)),
        settings={"capacity": 4, "report_due": dt.date(2026, 4, 1)},
        alternative_reports=tuple(a_report(f"alt-{n}", asks_floor=True) for n in range(6)),
        requests=(a_request("q1", "japan", "vnr-ghana"),),
    )
    lines = reviews_text(forum, review_plan(forum)).splitlines()
    assert lines[2] == "4 of 5 volunteers have a place: 1 alone, 3 in 1 panel. 1 has withdrawn."
    assert lines[4:11] == [
        "State  region                           last time  stage      place",
        "-----  -------------------------------  ---------  ---------  ------------",
        "Kenya  Africa                           first      announced  alone",
        "Mali   Africa                           2018       announced  panel-1",
        "Chile  Latin America and the Caribbean  2022       announced  panel-1",
        "Nepal  Asia and the Pacific             2022       reported   panel-1",
        "Ghana  Africa                           2022       announced  next edition",
    ]
    whole = " ".join(" ".join(lines).split())
    for sentence in (
        "Ghana: It is put off, since 4 places cannot hold all who volunteered: Africa has 2 places, and the regions of "
        "others had fewer. It has first call in the next edition.",
        "panel-1: Chile, Nepal, Mali 0 pairs of States of one region share a panel: no panels are better.",
        "Kenya 8+5+14+3=30 confirmed reported by 2026-04-01",
        "Chile 8+0+9+3=20 declined reported by 2026-04-01",
        "Nepal 8+5+4+3=20 proposed presented by 2026-05-05",
        "declined: The State presents without a part for civil society; its minutes are for questions.",
        "Nepal (reported) lacks the public link of its report.",
        "Kenya: alternative report, the views of its authors (Unions): https://example.org/alt-0",
        "Kenya: 6 authors ask for the floor, and have 50 seconds each.",
        "1 request asks for the floor of reviews that have no place, and cannot be heard.",
    ):
        assert sentence in whole
