"""Who asks for the floor and has it, how long and where in the lists: by class, constituency, region, flag and gender.

A speaker whose details are withheld counts in the class alone; by constituency and region there is one line for all
of them. Minutes are time limits, without changeover. A run goes on over the sittings of one list.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scheduler.domain.agenda import Agenda
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.publish.public import known
from scheduler.publish.visible import say
from scheduler.services.participation.counting import Counting
from scheduler.services.participation.editions import Edition, editions
from scheduler.services.participation.floor import Floor, all_together, floor_of, turns_of
from scheduler.services.participation.gender import LEAST_PEOPLE, Answer, GenderTable, gender_table
from scheduler.services.participation.groups import Groups
from scheduler.services.participation.promises import Promise, promises
from scheduler.services.participation.requests import UNPLACED, Asking, Fate, Requests, Wish, asking, wishes_of
from scheduler.services.participation.roles import ROLE_LABELS, HeldRole, held_roles

NOT_SPOKEN, WITHOUT_PLACE = "(not spoken)", "(without a place)"
"""Stand for a session in the gender table: people in a list who have not spoken, and in none; ids of no session."""


class Participation(Value):
    """The participation report of one agenda."""

    format: Literal[1] = 1
    forum: str
    title: str
    for_organisers: bool = Field(False, description="Whether it tells all, and is not to be published")
    total: Floor
    sessions: tuple[Floor, ...]
    gender: GenderTable
    requests: Requests = Field(description="Requests for the floor")
    role_requests: Requests = Field(description="Requests for roles")
    roles: tuple[HeldRole, ...] = ()
    promises: tuple[Promise, ...] = ()
    editions: tuple[Edition, ...] = ()


class Comparison(Value):
    """The reports of two agendas, of one forum or of two, to be read side by side."""

    format: Literal[1] = 1
    first: Participation
    second: Participation


def participation(
    forum: Forum,
    agenda: Agenda,
    language: str | None = None,
    asked: Asking | None = None,
    *,
    for_organisers: bool = False,
) -> Participation:
    """Return the participation report of an agenda of a forum as it was planned; to organisers it tells all."""
    groups = Groups(forum, language, for_organisers=for_organisers)
    least_people = 0 if for_organisers else LEAST_PEOPLE
    titles = {s.id: say(forum, s.title, language) for s in forum.sessions}
    lists = {speakers.session: turns_of(groups, speakers) for speakers in agenda.lists}
    floors = tuple(floor_of(groups, s, known(titles, s, "session"), turns) for s, turns in lists.items())
    asked = asked or asking(forum)
    wishes = wishes_of(groups, asked)
    counting = Counting(groups, titles, nobody_refused=asked.nobody_refused)
    report = Participation(
        forum=forum.uid,
        title=say(forum, forum.title, language),
        for_organisers=for_organisers,
        total=all_together(groups, say(forum, forum.title, language), lists),
        sessions=floors,
        gender=gender_table(_answers(forum, agenda, wishes), least_people),
        requests=counting.requests([wish for wish in wishes if wish.role is None]),
        role_requests=counting.requests([wish for wish in wishes if wish.role], ROLE_LABELS),
        roles=held_roles(forum, groups),
        promises=promises(forum, groups, floors),
    )
    return report.model_copy(update={"editions": editions(forum, report, language)})


def compare(first: Participation, second: Participation) -> Comparison:
    """Put two reports side by side; sessions belong together where their ids are equal."""
    return Comparison(first=first, second=second)


def _answers(forum: Forum, agenda: Agenda, wishes: list[Wish]) -> dict[str, list[Answer]]:
    """Return each person once a turn, or once a request without a place, with the gender the person chose to state."""
    stated = {person.id: person.gender for person in forum.people}
    spoken = {wish.id for wish in wishes if wish.fate is Fate.SPOKEN}
    found: dict[str, list[Answer]] = {}
    for speakers in agenda.lists:
        for turn in speakers.interventions:
            person = known(forum.request_by_id, turn.request, "request").person
            place = speakers.session if not spoken or turn.request in spoken else NOT_SPOKEN
            found.setdefault(place, []).append((person, stated.get(person or "")))
    left = [wish.person for wish in wishes if wish.role is None and wish.fate in UNPLACED]
    return {**found, WITHOUT_PLACE: [(person, stated.get(person or "")) for person in left]}
