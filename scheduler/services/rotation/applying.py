"""What a plan makes of this edition: the objectives of its round tables, and more floor for those in focus."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.domain.session import Session
from scheduler.translate.rotation import this_year


class Applied(Value):
    """A forum that follows its plan, the plan with what it changed, and what could not be done."""

    forum: Forum
    plan: RotationPlan
    notes: tuple[str, ...] = ()


def applied(forum: Forum, plan: RotationPlan) -> Applied:
    """Give the round tables of this edition their objectives, and floor time for each that is in focus.

    Applied twice it changes nothing: the floor a session had before is kept with the plan, until somebody changes it.
    """
    year = this_year(forum)
    edition = next((edition for edition in plan.editions if edition.year == year), None)
    if edition is None:
        return Applied(forum=forum, plan=plan, notes=(f"The plan says nothing about {year}, the year of this forum.",))
    tables = [session for session in forum.sessions if session.kind == forum.rotation.kind]
    notes = []
    if len(tables) != len(edition.round_tables):
        notes.append(
            f"The plan has {len(edition.round_tables)} round tables, and the forum {len(tables)} sessions of the kind "
            f"{forum.rotation.kind}; set rotation.round_tables to {len(tables)}, or add sessions."
        )
        return Applied(forum=forum, plan=plan, notes=tuple(notes))
    changed: dict[str, Session] = {}
    floors = dict(plan.floors)
    for session, objectives in _matched(tables, edition):
        is_as_given = plan.given.get(session.id) == session.floor_minutes
        base = floors[session.id] if is_as_given and session.id in floors else session.floor_minutes
        floors[session.id] = base
        changed[session.id] = _changed(forum, session, objectives, edition, base, notes)
    sessions = tuple(changed.get(session.id, session) for session in forum.sessions)
    return Applied(
        forum=forum.model_copy(update={"sessions": sessions}),
        plan=plan.model_copy(update={"floors": floors, "given": {n: s.floor_minutes for n, s in changed.items()}}),
        notes=tuple(notes),
    )


def _matched(tables: Sequence[Session], edition: EditionPlan) -> list[tuple[Session, tuple[int, ...]]]:
    """Return each session with the group it shares most objectives with, so that titles stay true."""
    left = list(edition.round_tables)
    found = []
    order = sorted(
        tables, key=lambda s: -max(len(set(s.objectives) & set(members)) for members in edition.round_tables)
    )
    for session in order:
        best = max(left, key=lambda members: len(set(session.objectives) & set(members)))
        left.remove(best)
        found.append((session, best))
    return found


def _shared(session: Session, members: tuple[int, ...]) -> int:
    return len(set(session.objectives) & set(members))


def _changed(
    forum: Forum, session: Session, objectives: tuple[int, ...], edition: EditionPlan, base: int, notes: list[str]
) -> Session:
    wanted = base + forum.rotation.focus_minutes * len(set(objectives) & set(edition.focus))
    room = sum(session.sittings) - session.opening_minutes
    if wanted > room:
        notes.append(f"{session.id} would have {wanted} floor minutes, and its sittings have room for {room}.")
    return session.model_copy(update={"objectives": objectives, "floor_minutes": min(wanted, max(room, base))})
