"""Shares of now stand beside those of earlier editions, and a smaller one is warned of."""

import pytest

from scheduler.domain.edition import Baseline
from scheduler.domain.forum import Forum
from scheduler.services.participation.editions import Edition, falls_below
from scheduler.services.participation.report import Participation, participation
from scheduler.services.participation.requests import asking
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import a_list_of, an_asked_forum, decided, first

PLACED = first(("state", 12), ("ngo", 8))


def a_baseline(**fields: object) -> Baseline:
    """Return a figure of an earlier edition about stakeholders."""
    return Baseline.model_validate({"edition": "Forum 2022", "class": "stakeholder"} | fields)


def reported(*baselines: Baseline, given: list[str] = PLACED, **fields: object) -> tuple[Forum, Participation]:
    """Return a forum and its report; 40 per cent of the minutes are those of stakeholders."""
    forum = an_asked_forum(baselines=baselines, **fields)
    return forum, participation(forum, a_list_of(given), asked=asking(forum, decided(given, forum)))


def edition(**fields: object) -> Edition:
    """Return one earlier figure beside that of now."""
    return reported(a_baseline(**fields))[1].editions[0]


def test_figures_of_then_stand_beside_those_of_now() -> None:
    found = edition(requested=100, given=30, spoken=28, percent=25, source="Report of 2022")
    assert (found.edition, found.class_label, found.source) == ("Forum 2022", "Stakeholder", "Report of 2022")
    assert (found.requested, found.given, found.spoken, found.percent, found.given_percent) == (100, 30, 28, 25, 30)
    assert (found.now_requested, found.now_given, found.now_spoken) == (25, 8, None)
    assert (found.now_percent, found.now_given_percent) == (40, 32)
    assert found.falls_in == ()


@pytest.mark.parametrize(
    ("fields", "falls"),
    [
        ({"percent": 40}, ()),
        ({"percent": 40.01}, ("percent",)),
        ({"requested": 100, "given": 33}, ("given_percent",)),
        ({"requested": 100, "given": 33, "percent": 50}, ("percent", "given_percent")),
        ({"percent": 50, "warns": False}, ()),
        ({"requested": 0, "given": 0}, ()),
        ({}, ()),
    ],
)
def test_a_smaller_share_is_warned_of(fields: dict[str, float], falls: tuple[str, ...]) -> None:
    assert edition(**fields).falls_in == falls


def test_only_what_falls_below_is_given_to_a_release() -> None:
    forum, report = reported(a_baseline(percent=10), a_baseline(edition="Forum 2018", percent=50))
    assert [fall.edition for fall in falls_below(forum, report)] == ["Forum 2018"]


def test_a_report_that_was_kept_is_compared_with_the_baselines_of_now() -> None:
    forum, report = reported()
    later = forum.model_copy(update={"baselines": (a_baseline(percent=50),)})
    assert falls_below(forum, report) == ()
    assert len(falls_below(later, report)) == 1


def test_what_is_not_told_is_not_compared() -> None:
    given = first(("state", 12), ("ngo", 12), ("youth", 12))
    found = reported(a_baseline(requested=10, given=10), given=given)[1].editions[0]
    assert (found.now_requested, found.now_given, found.now_given_percent, found.falls_in) == (None, 24, None, ())


def test_stakeholders_led_by_migrants_are_compared_with_those_alone() -> None:
    given = first(("state", 12), ("ngo", 12))
    found = reported(a_baseline(flag="migrant-led", percent=30), given=given)[1].editions[0]
    assert (found.flag_label, found.now_percent, found.falls_in) == ("Led by migrants", 25, ("percent",))


def test_a_flag_is_not_compared_where_a_report_counts_others_under_it_too() -> None:
    classes = (
        b.a_class("state", delegation=True),
        b.a_class("stakeholder", interspersed=True),
        b.a_class("private", interspersed=True),
    )
    given = first(("state", 12), ("ngo", 12))
    found = reported(a_baseline(flag="migrant-led", percent=30), given=given, classes=classes)[1].editions[0]
    assert (found.now_percent, found.falls_in) == (None, ())
