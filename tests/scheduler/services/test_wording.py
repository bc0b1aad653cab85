"""Sentences about a list tell of each speaker what may be told, and of the other lists what makes them plain."""

from __future__ import annotations

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency
from scheduler.domain.session import RoleName
from scheduler.services.verify import verify
from scheduler.translate.voice import Voice
from tests.scheduler.builders import (
    a_forum,
    a_list,
    a_participant,
    a_person,
    a_placement,
    a_request,
    a_role,
    a_room,
    a_session,
    an_agenda,
    an_intervention,
    text,
)


def two_neighbours(first: str, second: str) -> Forum:
    """Return a forum in which two people of one region and one group speak, at two publication levels."""
    levels = {"ana": first, "ben": second}
    return a_forum(
        rooms=(a_room("r1"), a_room("r2")),
        sessions=(a_session("s1", floor_minutes=60), a_session("s2")),
        constituencies=(Constituency(id="youth", label=text("Youth")),),
        participants=tuple(
            a_participant(f"{who}-body", "stakeholder", constituency="youth", regions=("un.african",)) for who in levels
        ),
        people=tuple(
            a_person(who, f"{who}-body", name=who.capitalize(), publication=level) for who, level in levels.items()
        ),
        requests=tuple(a_request(f"q-{who}", f"{who}-body", person=who) for who in levels),
    )


def sentences(forum: Forum, rule: str, voice: Voice = Voice.PUBLISHED) -> tuple[int, tuple[str, ...]]:
    """Return how much a rule finds, and what is said of it."""
    turns = (an_intervention("q-ana", "2026-05-05 10:00"), an_intervention("q-ben", "2026-05-05 10:03"))
    beside = a_placement("s2", "2026-05-05 10:00", room="r2")
    agenda = an_agenda(a_placement("s1", "2026-05-05 10:00"), beside, lists=(a_list("s1", *turns),))
    outcome = next(outcome for outcome in verify(forum, agenda, voice=voice).rules if outcome.rule == rule)
    return outcome.amount, outcome.sentences


def test_what_neighbours_share_is_told_where_the_organisation_of_both_is() -> None:
    told = ("Session s1: Ben-body follows Ana, both of Africa and Youth.",)
    assert sentences(two_neighbours("named", "organisation"), "neighbours-differ") == (2, told)


@pytest.mark.parametrize("levels", [("withheld", "named"), ("organisation", "withheld"), ("withheld", "withheld")])
def test_neighbours_of_whom_one_is_withheld_are_counted_and_not_told(levels: tuple[str, str]) -> None:
    assert sentences(two_neighbours(*levels), "neighbours-differ") == (2, ())


def test_the_organiser_reads_what_all_neighbours_share() -> None:
    told = ("Session s1: Ben follows Ana, both of Africa and Youth.",)
    assert sentences(two_neighbours("withheld", "withheld"), "neighbours-differ", Voice.FULL) == (2, told)


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (
            "organisation",
            ("Ana-body has 1 person and is needed Tuesday 5 May, 10:00-13:00 in Session s1, Session s2.",),
        ),
        ("withheld", ()),
    ],
)
def test_where_a_participant_is_needed_is_told_unless_its_speaker_is_withheld(
    level: str, told: tuple[str, ...]
) -> None:
    forum = two_neighbours(level, "named")
    requests = (*forum.requests, a_request("q-more", "ana-body", "s2"))
    participants = tuple(body.model_copy(update={"people": 1}) for body in forum.participants)
    forum = forum.model_copy(update={"requests": requests, "participants": participants})
    assert sentences(forum, "small-delegations") == (1, told)


@pytest.mark.parametrize(
    ("level", "role", "said"),
    [
        ("named", RoleName.CHAIR, "Ana has the floor at Tuesday 5 May, 10:00, but Ana is chair in Session s2 from"),
        ("named", RoleName.ATTENDEE, "Ana has the floor while bound elsewhere."),
        ("organisation", RoleName.CHAIR, "Ana-body has the floor while bound elsewhere."),
        ("withheld", RoleName.CHAIR, "Stakeholder (details withheld) has the floor while bound elsewhere."),
    ],
)
def test_a_duty_elsewhere_is_told_of_who_is_named_and_does_not_merely_attend(
    level: str, role: RoleName, said: str
) -> None:
    forum = two_neighbours(level, "named").model_copy(update={"roles": (a_role("s2", role, person="ana"),)})
    amount, (sentence,) = sentences(forum, "within-availability")
    assert (amount, sentence.removeprefix("Session s1: ")[: len(said)]) == (1, said)
