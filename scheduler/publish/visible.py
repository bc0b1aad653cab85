"""The one place where a person's publication level is applied.

=============  =======================================  ==============================
level          what is shown                            example
=============  =======================================  ==============================
named          name, function, organisation, group      Ana Ruiz, Minister (Mexico)
organisation   organisation, group                      Mexico
withheld       the class alone                          Stakeholder (details withheld)
=============  =======================================  ==============================

Who chose nothing is named only where the capacity and every affiliation is a delegation, else shown as an
organisation: what has gone out cannot be recalled. So the function of a speaker who is to be named is shown for a
delegation alone. Who joins in a statement is named with it unless the speaker, or somebody who acts for the one that
joins, is withheld. Gender, time zone, availability, rank, language and the time of a
request are not shown at any level, and neither are the ids of people and requests, which often hold names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pydantic import Field

from scheduler.domain.base import Text, Value
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant, Person, Publication
from scheduler.domain.request import Request
from scheduler.domain.session import Role
from scheduler.publish.clean import clean_line

WITHHELD = "details withheld"
NOT_TOLD = ""
"""Stands for who joins in a statement and is not told; no participant has this id, so it is counted alone."""


class Shown(Value):
    """What may be said about somebody who speaks or holds a role."""

    label: str = Field(description="One line for people to read")
    class_id: str | None = Field(None, description="Class of the participant")
    class_label: str | None = None
    participant: str | None = Field(None, description="Id of the participant spoken for")
    organisation: str | None = Field(None, description="Name of the participant")
    constituency: str | None = Field(None, description="Id of its stakeholder group")
    on_behalf_of: str | None = Field(None, description="Group a statement is made for")
    name: str | None = Field(None, description="Name of the person")
    function: str | None = Field(None, description="Function of the person")
    cosponsors: tuple[str, ...] | None = Field(None, description="Names of participants that join in the statement")


def say(forum: Forum, text: Text, language: str | None) -> str:
    """Return a forum's text in a language, or in the first of the forum's languages that it has."""
    wanted = () if language is None else (language,)
    return clean_line(text.of(*wanted, *forum.languages))


def level_of(forum: Forum, person: Person, capacity: Participant | None) -> Publication:
    """Return how much of a person leaves the tool in one capacity."""
    if person.publication is not None:
        return person.publication
    bodies = {*person.affiliations, *([capacity.id] if capacity else [])}
    delegation = [_is_delegation(forum, body) for body in bodies]
    return Publication.NAMED if delegation and all(delegation) else Publication.ORGANISATION


def capacity_of(forum: Forum, person: Person | None, participant: str | None) -> Participant | None:
    """Return the participant a person acts for: the one stated, else the only affiliation."""
    if participant is None and person is not None and len(person.affiliations) == 1:
        participant = person.affiliations[0]
    return None if participant is None else forum.participant_by_id.get(participant)


def shown_speaker(forum: Forum, request: Request, language: str | None = None) -> Shown:
    """Return what may be said about the speaker of a request, and about who joins in the statement."""
    person = forum.person_by_id.get(request.person) if request.person else None
    capacity = capacity_of(forum, person, request.participant)
    shown = _shown(forum, person, capacity, language, request.on_behalf_of)
    if shown.organisation is None:
        return shown
    if request.person is None and request.function and _is_delegation(forum, request.participant):
        function = clean_line(request.function)
        label = _label(shown.organisation, None, f"{function}, to be named", shown.on_behalf_of)
        shown = shown.model_copy(update={"function": function, "label": label})
    if not request.cosponsors:
        return shown
    told, more = _cosponsors(forum, request, language)
    names = told + ((f"{more} other{'s' * (more != 1)}",) if more else ())
    label = f"{shown.label}, jointly with {_listed(names)}"
    return shown.model_copy(update={"cosponsors": told, "label": label})


def shown_holder(forum: Forum, role: Role, language: str | None = None) -> Shown:
    """Return what may be said about the holder of a role."""
    person = forum.person_by_id.get(role.person) if role.person else None
    return _shown(forum, person, capacity_of(forum, person, role.participant), language)


def shown_attendee(forum: Forum, role: Role, language: str | None = None) -> Shown:
    """Return what may be said about who merely attends: which delegation, and of a person nothing."""
    return shown_holder(forum, role, language) if role.person is None else Shown(label=f"Attendee ({WITHHELD})")


def speaker_label(forum: Forum, request: Request, language: str | None = None) -> str:
    """Return the line that stands for a speaker wherever one is named."""
    return shown_speaker(forum, request, language).label


def person_label(forum: Forum, person: Person, capacity: Participant | None = None, language: str | None = None) -> str:
    """Return the line that stands for a person wherever one is named."""
    known = capacity or capacity_of(forum, person, None)
    return _shown(forum, person, known, language).label


def acts_for_withheld(forum: Forum, participant: Participant) -> bool:
    """Say whether a participant's name gives away somebody who acts for it and whose details are withheld."""
    acting = [(role.person, role.participant) for role in forum.roles]
    acting += [(request.person, request.participant) for request in forum.requests]
    return any(
        capacity_of(forum, forum.person_by_id[person], capacity) is participant
        and level_of(forum, forum.person_by_id[person], participant) is Publication.WITHHELD
        for person, capacity in acting
        if person
    )


def shown_name(forum: Forum, participant: Participant, language: str | None = None) -> str | None:
    """Return a participant's name, or None where it gives away somebody whose details are withheld."""
    return None if acts_for_withheld(forum, participant) else say(forum, participant.name, language)


def redactor(forum: Forum) -> Callable[[str], str]:
    """Return what takes the names and ids of people who are not named out of sentences written elsewhere."""
    hidden: set[str] = set()
    for person in forum.people:
        if level_of(forum, person, None) is not Publication.NAMED:
            hidden |= {person.name, person.id}
    hidden -= _public_words(forum)
    if not hidden:
        return clean_line
    names = "|".join(re.escape(clean_line(word)) for word in sorted(hidden, key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
    return lambda sentence: pattern.sub(f"somebody ({WITHHELD})", clean_line(sentence))


def _cosponsors(forum: Forum, request: Request, language: str | None) -> tuple[tuple[str, ...], int]:
    """Return the names of those who join in a statement, and how many more do whose names are not told."""
    joining = [forum.participant_by_id[joins] for joins in request.cosponsors if joins in forum.participant_by_id]
    told = tuple(say(forum, one.name, language) for one in joining if not acts_for_withheld(forum, one))
    return told, len(joining) - len(told) + request.cosponsors.count(NOT_TOLD)


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _public_words(forum: Forum) -> set[str]:
    """Return ids that a sentence may hold for another reason than a person."""
    tables = (forum.sessions, forum.rooms, forum.participants, forum.periods, forum.kinds, forum.classes, forum.themes)
    return {row.id for table in tables for row in table}


def _is_delegation(forum: Forum, participant: str) -> bool:
    found = forum.participant_by_id.get(participant)
    group = forum.class_by_id.get(found.participant_class) if found else None
    return group is not None and group.delegation


def _shown(
    forum: Forum,
    person: Person | None,
    capacity: Participant | None,
    language: str | None,
    on_behalf_of: str | None = None,
) -> Shown:
    level = Publication.ORGANISATION if person is None else level_of(forum, person, capacity)
    group = forum.class_by_id.get(capacity.participant_class) if capacity else None
    group_label = say(forum, group.label, language) if group else None
    known = {"class_id": group.id if group else None, "class_label": group_label}
    hidden = Shown(label=f"{group_label or 'Speaker'} ({WITHHELD})", **known)
    if level is Publication.WITHHELD:
        return hidden
    if capacity is not None:
        known |= {"participant": capacity.id, "organisation": say(forum, capacity.name, language)}
        known |= {"constituency": capacity.constituency}
    if on_behalf_of is not None:
        known["on_behalf_of"] = clean_line(on_behalf_of)
    if level is Publication.NAMED and person is not None:
        known |= {"name": clean_line(person.name)}
        known |= {"function": clean_line(person.function) if person.function else None}
    if known.get("name") is None and known.get("organisation") is None:
        return hidden
    said = (known.get("organisation"), known.get("name"), known.get("function"), known.get("on_behalf_of"))
    return Shown(label=_label(*said), **known)


def _label(organisation: str | None, name: str | None, function: str | None, group: str | None) -> str:
    """Join what is known: name, function (organisation), on behalf of a group."""
    person = ", ".join(part for part in (name, function) if part)
    label = f"{person} ({organisation})" if person and organisation else person or organisation or ""
    return f"{label}, on behalf of {group}" if group else label
