"""Who is promoted, where places and time pass on, and who waits first."""

from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Happening
from scheduler.domain.selection import Selection
from scheduler.domain.sharing import Share
from scheduler.services.intake.places import Time, class_time
from scheduler.services.intake.promotion import freed_quota
from scheduler.services.intake.record import record
from scheduler.services.intake.standing import folded, standings
from scheduler.translate.drawing import drawn
from tests.scheduler.builders import a_participant, a_request
from tests.scheduler.services.intake.cases import (
    NOON,
    a_crowded_forum,
    a_quota,
    a_selection,
    an_entry,
    given,
    logged,
    recorded,
    waits,
)

GROUPS = ("ngos", "trade-unions")


def test_a_joint_statement_whose_leader_withdraws_frees_nothing() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}))
    joint, _ = folded(forum, a_selection())
    alone, _ = folded(a_crowded_forum(), a_selection())
    joint.decide_all()
    alone.decide_all()
    assert freed_quota(joint, an_entry(2, "n-caritas", "withdrawn")) is None
    assert freed_quota(alone, an_entry(1, "n-caritas", "withdrawn")) is not None
    assert recorded(forum, "n-caritas", "withdrawn") == [("n-caritas", "withdrawn", "requester")]


def asking(*names: str) -> Forum:
    """Return the crowded forum with requests for rt1 of these participants alone, each named after its own."""
    more = tuple(a_participant(name, "stakeholder", constituency="trade-unions") for name in ("metal", "ports"))
    forum = a_crowded_forum()
    requests = tuple(a_request(name, name, "rt1") for name in names)
    return forum.model_copy(update={"participants": (*forum.participants, *more), "requests": requests})


def a_share(group: str, **fields: Any) -> Share:
    """Return half of rt1 for a class, unless it is said otherwise."""
    return Share(**({"session": "rt1", "participant_class": group, "percent": 50} | fields))


def after(forum: Forum, selection: Selection, request: str) -> Forum:
    """Return a forum from which a request has withdrawn, with what followed."""
    entries = record(forum, selection, request, Happening.WITHDRAWN, at=NOON)
    return forum.model_copy(update={"log": (*forum.log, *entries)})


def promoted(forum: Forum) -> list[str]:
    """Return who was promoted, in order."""
    return [entry.request for entry in forum.log if entry.happening is Happening.GIVEN]


def test_a_place_passes_to_the_constituency_that_asked_for_more_with_as_many_places() -> None:
    lone = a_participant("lone", "stakeholder")
    forum = asking("lone", "oxfam", "metal")
    forum = forum.model_copy(update={"participants": (*forum.participants, lone)})
    for asked, first in (((2, 5), "metal"), ((5, 2), "oxfam")):
        ngos, unions = (a_quota("stakeholder", name, requested=n) for name, n in zip(GROUPS, asked, strict=True))
        selection = a_selection(
            given("lone"), waits("oxfam", 1), waits("metal", 1), quotas=(a_quota("stakeholder"), ngos, unions)
        )
        assert promoted(after(forum, selection, "lone")) == [first]


def test_a_place_that_passed_on_is_not_given_twice() -> None:
    forum = asking("metal", "ports", "oxfam", "seebruecke", "caritas")
    quotas = (a_quota("stakeholder", "trade-unions", places=2), a_quota("stakeholder", "ngos", places=0))
    decisions = (given("metal"), given("ports"), waits("oxfam", 1), waits("seebruecke", 2), waits("caritas", 3))
    selection = a_selection(*decisions, quotas=quotas)
    forum = after(forum, selection, "metal")
    assert len(promoted(forum)) == 1
    assert len(promoted(after(forum, selection, "ports"))) == 2


def test_time_goes_with_a_place_that_passes_to_another_class() -> None:
    forum = asking("caritas", "kenya", "chad", "nepal")
    seconds = 180 + forum.speaker_changeover_seconds
    quotas = (a_quota("state", seconds=seconds), a_quota("stakeholder", "ngos", seconds=seconds))
    selection = a_selection(given("caritas"), given("kenya"), waits("chad", 1), waits("nepal", 2), quotas=quotas)
    forum = forum.model_copy(update={"shares": (a_share("state"), a_share("stakeholder"))})
    forum = after(forum, selection, "caritas")
    assert folded(forum, selection)[0].class_seconds == {("rt1", "state"): 2 * seconds, ("rt1", "stakeholder"): 0}
    (first,) = promoted(forum)
    (second,) = {"chad", "nepal"} - {first}
    assert promoted(after(forum, selection, "kenya")) == [first, second]


def test_classes_that_no_share_is_stated_for_have_one_time_together() -> None:
    forum = asking("caritas", "kenya", "chad", "nepal")
    forum = forum.model_copy(update={"shares": (a_share("experts"),)})
    seconds = 2 * (180 + forum.speaker_changeover_seconds)
    quotas = (a_quota("state", places=3, seconds=seconds), a_quota("stakeholder", "ngos", seconds=seconds))
    selection = a_selection(given("caritas"), given("kenya"), waits("chad", 1), waits("nepal", 2), quotas=quotas)
    fold, _ = folded(forum, selection)
    fold.decide_all()
    assert fold.class_seconds == {("rt1", None): seconds}
    assert [class_time(fold, "rt1", group) for group in ("state", "stakeholder")] == 2 * [Time(seconds, seconds)]
    assert promoted(after(forum, selection, "kenya")) in (["chad"], ["nepal"])
    assert class_time(fold, "rt1", "experts") is None


@pytest.mark.parametrize(("most", "expected"), [({}, "oxfam"), ({"most": 1}, "chad"), ({"places": 1}, "chad")])
def test_a_place_does_not_pass_to_a_constituency_that_has_all_the_forum_lets_it_have(
    most: dict[str, Any], expected: str
) -> None:
    forum = asking("metal", "caritas", "oxfam", "chad")
    shares = (a_share("stakeholder"), a_share("stakeholder", constituency="ngos", percent=None, **most))
    forum = forum.model_copy(update={"shares": shares if most else shares[:1]})
    quotas = (a_quota("stakeholder", "trade-unions"), a_quota("stakeholder", "ngos"), a_quota("state", places=0))
    selection = a_selection(given("metal"), given("caritas"), waits("oxfam", 1), waits("chad", 1), quotas=quotas)
    assert promoted(after(forum, selection, "metal")) == [expected]


def test_a_joint_statement_waits_by_the_number_drawn_first_of_those_who_made_it() -> None:
    names = ("caritas", "oxfam", "seebruecke", "nrc")
    forum = asking(*names)
    forum = forum.model_copy(
        update={"participants": (*forum.participants, a_participant("nrc", "stakeholder", constituency="ngos"))}
    )
    selection = a_selection(*(waits(name, place) for place, name in enumerate(names, 1)))
    first, second, third, last = sorted(names, key=lambda name: drawn(selection.lot, name))
    found = standings(forum, selection)
    assert [found[name].position for name in (first, second, third, last)] == [1, 2, 3, 4]
    pairs = logged(forum, (first, "merged", {"other": last}), (third, "merged", {"other": second}))
    found = standings(pairs, selection)
    assert [found[name].position for name in (last, second)] == [1, 2]
