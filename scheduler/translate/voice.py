"""How fully sentences name people: for the organiser's own screen, or for what is written into an agenda."""

from __future__ import annotations

from enum import Enum

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant, Person, Publication
from scheduler.domain.request import Request
from scheduler.domain.session import RoleName
from scheduler.publish.visible import WITHHELD, acts_for_withheld, capacity_of, level_of, shown_speaker


class Voice(Enum):
    """Who a sentence is for. An agenda is a file that travels, so it is written as for publication."""

    FULL = "full"
    PUBLISHED = "published"


UNTOLD_HOURS = "within the stated hours"
"""What is said for when somebody can come: these hours are published at no level."""


def person_words(forum: Forum, person: Person, voice: Voice) -> str:
    """Return what a sentence calls a person."""
    if voice is Voice.FULL:
        return person.name
    levels = _levels(forum, person)
    if levels == {Publication.NAMED} and not _attends(forum, person):
        return person.name
    own = capacity_of(forum, person, None)
    if Publication.WITHHELD in levels or own is None:
        return f"Somebody ({WITHHELD})"
    return f"Somebody from {own.name.of(*forum.languages)}"


def participant_words(forum: Forum, participant: Participant, voice: Voice) -> str:
    """Return what a sentence calls a participant, who may stand for one person alone."""
    if is_hidden(forum, participant, voice):
        return f"A participant ({WITHHELD})"
    return participant.name.of(*forum.languages)


def is_hidden(forum: Forum, participant: Participant, voice: Voice) -> bool:
    """Say whether a participant's name beside a session gives away a person whose details are withheld."""
    return voice is Voice.PUBLISHED and acts_for_withheld(forum, participant)


def speaker_words(forum: Forum, request: Request, voice: Voice) -> str:
    """Return what a sentence calls whoever speaks: the person where one is named, else the participant."""
    if voice is Voice.FULL:
        name = forum.person_by_id[request.person].name if request.person else _name(forum, request.participant)
        return _with_group(name, request.on_behalf_of)
    shown = shown_speaker(forum, request)
    return _with_group(shown.name or shown.organisation or shown.label, shown.on_behalf_of)


def is_told(forum: Forum, request: Request, voice: Voice) -> bool:
    """Say whether more than the class may be said of whoever speaks: a region, a group, a place in protocol."""
    return voice is Voice.FULL or shown_speaker(forum, request).participant is not None


def _attends(forum: Forum, person: Person) -> bool:
    """Say whether a name would tell where somebody sits in the audience, which is not published."""
    return any(role.person == person.id and role.role is RoleName.ATTENDEE for role in forum.roles)


def _levels(forum: Forum, person: Person) -> set[Publication]:
    """Return the levels of a person in every capacity there is, since a sentence may be about any of them."""
    roles = {role.participant for role in forum.roles if role.person == person.id}
    requests = {request.participant for request in forum.requests if request.person == person.id}
    capacities = {None, *roles, *requests}
    return {level_of(forum, person, capacity_of(forum, person, capacity)) for capacity in capacities}


def _name(forum: Forum, participant: str) -> str:
    name: Text = forum.participant_by_id[participant].name
    return name.of(*forum.languages)


def _with_group(name: str, group: str | None) -> str:
    return f"{name} (for {group})" if group else name
