"""A name is said as far as its person agreed to, and nowhere where it tells who sits in the audience."""

from __future__ import annotations

import pytest

from scheduler.domain.session import RoleName
from scheduler.translate.voice import Voice, is_told, person_words
from tests.scheduler.builders import a_forum, a_participant, a_person, a_request, a_role, a_session


@pytest.mark.parametrize(
    ("level", "role", "published"),
    [
        ("named", RoleName.CHAIR, "Ana Ruiz"),
        ("named", RoleName.ATTENDEE, "Somebody from Ngo"),
        ("organisation", RoleName.CHAIR, "Somebody from Ngo"),
        ("withheld", RoleName.CHAIR, "Somebody (details withheld)"),
    ],
)
def test_a_person_is_named_as_far_as_the_level_and_the_role_allow(level: str, role: RoleName, published: str) -> None:
    forum = a_forum(
        sessions=(a_session(),),
        participants=(a_participant("ngo", "stakeholder"),),
        people=(a_person("ana", "ngo", name="Ana Ruiz", publication=level),),
        roles=(a_role("s1", role, person="ana"),),
    )
    words = [person_words(forum, forum.people[0], voice) for voice in (Voice.FULL, Voice.PUBLISHED)]
    assert words == ["Ana Ruiz", published]


@pytest.mark.parametrize(("level", "told"), [("named", True), ("organisation", True), ("withheld", False)])
def test_more_than_the_class_is_told_of_who_is_not_withheld(level: str, told: bool) -> None:
    forum = a_forum(
        sessions=(a_session(),),
        participants=(a_participant("ngo", "stakeholder"),),
        people=(a_person("ana", "ngo", publication=level),),
        requests=(a_request("q1", "ngo", person="ana"),),
    )
    assert [is_told(forum, forum.requests[0], voice) for voice in (Voice.FULL, Voice.PUBLISHED)] == [True, told]
