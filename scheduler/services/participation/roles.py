"""Who keynotes, moderates, sits on panels, discusses and reports: places there are, and who holds them."""

from __future__ import annotations

from collections import Counter

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.session import RoleName
from scheduler.publish.visible import shown_holder
from scheduler.services.participation.groups import BODIES, Groups

ROLES = (RoleName.KEYNOTE, RoleName.MODERATOR, RoleName.PANELLIST, RoleName.DISCUSSANT, RoleName.RAPPORTEUR)
"""Roles whose places can be asked for."""

ROLE_LABELS = {role.value: role.value.capitalize() for role in ROLES}


class HeldRole(Value):
    """One role over the whole forum."""

    role: str
    label: str
    places: int = Field(description="Places that are given to those who ask")
    held: int = Field(description="Places that somebody has, also those nobody asked for")
    by_body: dict[str, int]


def held_roles(forum: Forum, groups: Groups) -> tuple[HeldRole, ...]:
    """Return the roles that have places or that somebody has."""
    places: Counter[str] = Counter()
    for row in forum.role_places:
        places[row.role.value] += row.places
    bodies: dict[str, Counter[str]] = {role: Counter() for role in ROLE_LABELS}
    for held in forum.roles:
        if held.role in ROLES:
            bodies[held.role.value][groups.body(shown_holder(forum, held).class_id)] += 1
    return tuple(
        HeldRole(
            role=role,
            label=label,
            places=places[role],
            held=bodies[role].total(),
            by_body={body: bodies[role][body] for body in BODIES},
        )
        for role, label in ROLE_LABELS.items()
        if places[role] or bodies[role]
    )
