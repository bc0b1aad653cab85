"""Nothing about a person leaves the tool above the level that person chose."""

from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Publication
from scheduler.domain.session import RoleName
from scheduler.publish.visible import (
    level_of,
    person_label,
    redactor,
    shown_attendee,
    shown_holder,
    shown_speaker,
    speaker_label,
)
from tests.scheduler.builders import a_busy_forum, a_person, a_request, a_role, text


def with_speaker(participant: str, *affiliations: str, on_behalf_of: str | None = None, **fields: Any) -> Forum:
    """Return the busy forum with one more speaker of that participant."""
    forum = a_busy_forum()
    person = a_person("new", *(affiliations or (participant,)), **({"name": "Kim New", "function": "Envoy"} | fields))
    request = a_request("q9", participant, "rt1", person="new", on_behalf_of=on_behalf_of)
    return forum.model_copy(update={"people": (*forum.people, person), "requests": (*forum.requests, request)})


@pytest.mark.parametrize(
    ("participant", "publication", "label"),
    [
        ("mexico", None, "Kim New, Envoy (Mexico)"),
        ("mexico", "organisation", "Mexico"),
        ("mexico", "withheld", "State (details withheld)"),
        ("unions", None, "Unions"),
        ("unions", "named", "Kim New, Envoy (Unions)"),
        ("unions", "withheld", "Stakeholder (details withheld)"),
        ("iom", None, "Iom"),
    ],
)
def test_a_speaker_is_shown_as_far_as_the_level_allows(participant: str, publication: str | None, label: str) -> None:
    forum = with_speaker(participant, publication=publication)
    assert speaker_label(forum, forum.request_by_id["q9"]) == label


def test_a_civil_society_member_of_a_delegation_is_not_named_without_a_choice() -> None:
    forum = with_speaker("mexico", "unions", "mexico")
    assert speaker_label(forum, forum.request_by_id["q9"]) == "Mexico"


def test_a_withheld_speaker_shows_nothing_but_a_class() -> None:
    forum = with_speaker("unions", publication="withheld", on_behalf_of="Secret Group")
    shown = shown_speaker(forum, forum.request_by_id["q9"]).model_dump(exclude_none=True)
    label = "Stakeholder (details withheld)"
    assert shown == {"label": label, "class_id": "stakeholder", "class_label": "Stakeholder"}


def test_a_statement_for_a_group_names_the_group() -> None:
    forum = with_speaker("kenya", publication="organisation", on_behalf_of="African Group")
    assert speaker_label(forum, forum.request_by_id["q9"]) == "Kenya, on behalf of African Group"


def test_a_speaker_yet_to_be_named_is_shown_as_the_participant_in_the_language_asked_for() -> None:
    forum = a_busy_forum()
    kenya = forum.participant_by_id["kenya"].model_copy(update={"name": text("Kenya", fr="Le Kenya")})
    forum = forum.model_copy(update={"participants": (*forum.participants[:1], kenya, *forum.participants[2:])})
    assert speaker_label(forum, forum.request_by_id["q6"], "fr") == "Le Kenya"


@pytest.mark.parametrize(
    ("participant", "label"),
    [("kenya", "Minister of Labour, to be named (Kenya)"), ("unions", "Unions"), ("iom", "Iom")],
)
def test_the_function_of_who_is_to_be_named_is_told_of_a_delegation_alone(participant: str, label: str) -> None:
    request = a_request("q9", participant, "rt1", function="Minister of Labour")
    assert speaker_label(a_busy_forum(), request) == label
    assert shown_speaker(a_busy_forum(), request).function == ("Minister of Labour" if participant == "kenya" else None)


def test_a_named_speaker_has_the_function_of_the_person_and_not_of_the_request() -> None:
    request = a_request("q9", "mexico", "rt1", person="ana", function="Envoy")
    assert speaker_label(a_busy_forum(), request) == "Ana Ruiz, Minister of Labour (Mexico)"


def test_who_joins_in_a_statement_is_named_with_it() -> None:
    forum = a_busy_forum()
    joint = a_request("q9", "unions", "rt1", person="lee", cosponsors=("iom", "mexico"))
    assert speaker_label(forum, joint) == "Lee Min, General Secretary (Unions), jointly with Iom and Mexico"
    assert shown_speaker(forum, joint).cosponsors == ("Iom", "Mexico")
    assert shown_speaker(forum, forum.requests[0]).cosponsors is None
    group = a_request("q9", "kenya", "rt1", on_behalf_of="African Group", cosponsors=("iom",))
    assert speaker_label(forum, group) == "Kenya, on behalf of African Group, jointly with Iom"


def test_who_joins_is_counted_where_somebody_who_acts_for_it_is_withheld() -> None:
    forum = a_busy_forum()
    joint = a_request("q9", "unions", "rt1", cosponsors=("caritas", "iom"))
    assert speaker_label(forum, joint) == "Unions, jointly with Iom and 1 other"
    assert speaker_label(forum, joint.model_copy(update={"cosponsors": ("caritas",)})) == "Unions, jointly with 1 other"


def test_nobody_is_named_with_a_speaker_who_is_withheld() -> None:
    forum = with_speaker("unions", publication="withheld")
    joint = forum.request_by_id["q9"].model_copy(update={"cosponsors": ("iom",)})
    assert speaker_label(forum, joint) == "Stakeholder (details withheld)"
    assert shown_speaker(forum, joint).cosponsors is None


def test_who_has_no_organisation_and_is_not_named_is_withheld() -> None:
    forum = a_busy_forum(people=(a_person("chair"),), roles=(a_role("rt1", person="chair"),), requests=())
    assert shown_holder(forum, forum.roles[0]).label == "Speaker (details withheld)"


def test_several_affiliations_without_a_stated_capacity_are_not_guessed_at() -> None:
    forum = a_busy_forum()
    person = a_person("two", "unions", "caritas", name="Two Hats", publication="named")
    assert person_label(forum, person) == "Two Hats"
    assert person_label(forum, person, forum.participant_by_id["unions"]) == "Two Hats (Unions)"


def test_the_level_without_a_choice_is_named_for_delegations_only() -> None:
    forum = a_busy_forum()
    levels = {
        body: level_of(forum, a_person("p", body), forum.participant_by_id[body]) for body in ("kenya", "iom", "unions")
    }
    assert levels == {
        "kenya": Publication.NAMED,
        "iom": Publication.ORGANISATION,
        "unions": Publication.ORGANISATION,
    }


def test_names_that_are_not_public_are_taken_out_of_sentences() -> None:
    redact = redactor(a_busy_forum())
    sentence = "Sam Hidden chairs rt1 while Ana Ruiz speaks; Sam Hiddenite and same stay, sam goes."
    assert redact(sentence) == (
        "somebody (details withheld) chairs rt1 while Ana Ruiz speaks; "
        "Sam Hiddenite and same stay, somebody (details withheld) goes."
    )


def test_of_who_merely_attends_only_delegations_are_named() -> None:
    forum = a_busy_forum()
    delegation = a_role("rt1", RoleName.ATTENDEE, participant="kenya")
    person = a_role("rt1", RoleName.ATTENDEE, person="ana", participant="mexico")
    assert shown_attendee(forum, delegation).label == "Kenya"
    assert shown_attendee(forum, person).model_dump(exclude_none=True) == {"label": "Attendee (details withheld)"}
