"""What a plan makes of this edition: the objectives of its round tables, and more floor for those in focus."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.domain.session import Session
from scheduler.translate.rotation import this_year


class Applied(Value):
    """A forum that follows its plan, and the plan with what it changed."""

    forum: Forum
    plan: RotationPlan
    notes: tuple[str, ...] = ()
    """What could not be done in full, and what to look at."""
    refusal: str | None = None
    """Why nothing was done at all."""


def applied(forum: Forum, plan: RotationPlan) -> Applied:
    """Give the round tables of this edition their objectives, and sessions floor time for each that is in focus.

    Applied twice it changes nothing: the floor a session had before is kept with the plan, until somebody changes it.
    """
    year = this_year(forum)
    edition = next((edition for edition in plan.editions if edition.year == year), None)
    if edition is None:
        return Applied(forum=forum, plan=plan, refusal=f"The plan says nothing about {year}, the year of this forum.")
    tables = [session for session in forum.sessions if session.kind == forum.rotation.kind]
    if (misfit := _misfit(forum, tables, edition)) is not None:
        return Applied(forum=forum, plan=plan, refusal=misfit)
    notes: list[str] = []
    changed: dict[str, Session] = {}
    floors = dict(plan.floors)
    for session, objectives in (*_matched(tables, edition), *_others(forum)):
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


def _misfit(forum: Forum, tables: Sequence[Session], edition: EditionPlan) -> str | None:
    """Say why the round tables of a plan are not those of this forum."""
    planned = sorted(number for members in edition.round_tables for number in members)
    if planned != sorted(objective.number for objective in forum.objectives):
        return (
            "The round tables of the plan do not have each objective of this forum once; plan anew with forum rotate "
            "--release."
        )
    if len(tables) == len(edition.round_tables):
        return None
    return (
        f"The plan has {len(edition.round_tables)} round tables, and the forum {len(tables)} sessions of the kind "
        f"{forum.rotation.kind}; "
        + (f"set rotation.round_tables to {len(tables)}, or add sessions." if tables else "add them.")
    )


def _matched(tables: Sequence[Session], edition: EditionPlan) -> list[tuple[Session, tuple[int, ...]]]:
    """Return each session with a group, those that share most objectives first, so that titles stay true."""
    pairs = [(session, members) for session in tables for members in edition.round_tables]
    found: dict[str, tuple[Session, tuple[int, ...]]] = {}
    taken: set[tuple[int, ...]] = set()
    for session, members in sorted(pairs, key=lambda pair: -_shared(*pair)):
        if session.id not in found and members not in taken:
            found[session.id] = session, members
            taken.add(members)
    return [found[session.id] for session in tables]


def _others(forum: Forum) -> list[tuple[Session, tuple[int, ...]]]:
    """Return the sessions of other kinds that the forum's rule gives more floor, with the objectives they are about."""
    kinds = {*forum.rotation.focus_kinds} - {forum.rotation.kind}
    return [
        (session, session.objectives) for session in forum.sessions if session.kind in kinds and session.floor_minutes
    ]


def _shared(session: Session, members: tuple[int, ...]) -> int:
    return len(set(session.objectives) & set(members))


def _changed(
    forum: Forum, session: Session, objectives: tuple[int, ...], edition: EditionPlan, base: int, notes: list[str]
) -> Session:
    wanted = base + forum.rotation.focus_minutes * len(set(objectives) & set(edition.focus))
    room = sum(session.sittings) - session.opening_minutes
    if wanted > room:
        notes.append(f"{session.id} would have {wanted} floor minutes, and its sittings have room for {room}.")
    moved = {
        theme.id: tuple(number for number in theme.objectives if number not in objectives)
        for theme in forum.themes
        if theme.id in session.themes
    }
    for theme, numbers in moved.items():
        if numbers:
            listed = ", ".join(map(str, numbers))
            notes.append(
                f"{session.id} is still of the theme {theme}, with objectives that are elsewhere now ({listed}): look "
                "at its title and its themes."
            )
    return session.model_copy(update={"objectives": objectives, "floor_minutes": min(wanted, max(room, base))})
