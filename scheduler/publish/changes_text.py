"""What differs between two agendas, as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.changes import Changes
from scheduler.domain.forum import Forum
from scheduler.publish.hours import clock, day, local
from scheduler.publish.public_changes import (
    PublicListChange,
    PublicPlace,
    PublicSittingChange,
    PublicTurnChange,
    public_changes,
)


def changes_text(forum: Forum, found: Changes, language: str | None = None) -> str:
    """Return the differences in sentences, and who must be told."""
    if found.is_empty:
        return "Nothing differs.\n"
    public = public_changes(forum, found, language)
    lines = [line for sitting in public.sittings for line in _sitting_lines(forum, sitting)]
    for change in public.lists:
        lines += [*([""] if lines else []), *_list_lines(forum, change)]
    lines += ["", "Affected:", *(f"  {label}" for label in public.affected)]
    lines += [f"  {label}: {count}" for label, count in public.withheld.items()]
    return "\n".join(lines) + "\n"


def changes_json(forum: Forum, found: Changes, language: str | None = None) -> str:
    """Return the differences as JSON; their fields are described by :class:`PublicChanges`."""
    return public_changes(forum, found, language).model_dump_json(indent=2) + "\n"


def _sitting_lines(forum: Forum, change: PublicSittingChange) -> Iterator[str]:
    name = f"{change.title}, sitting {change.sitting} [{change.session}]"
    if change.before is None and change.after is not None:
        yield f"Added: {name}, {_place(forum, change.after)}"
    elif change.after is None and change.before is not None:
        yield f"Removed: {name}, {_place(forum, change.before)}"
    elif change.before is not None and change.after is not None:
        yield f"Moved: {name}"
        yield f"  from {_place(forum, change.before)}"
        yield f"  to   {_place(forum, change.after)}"


def _place(forum: Forum, place: PublicPlace) -> str:
    date = day(local(forum, place.start).date())
    return f"{date}, {clock(forum, place.start)}, {place.minutes} min, {place.room_name}"


def _list_lines(forum: Forum, change: PublicListChange) -> Iterator[str]:
    yield f"Speakers of {change.title} [{change.session}]:"
    yield from (f"  added: {turn.speaker.label}, {_turn(forum, turn)}" for turn in change.added)
    yield from (f"  removed: {turn.speaker.label}, {_turn(forum, turn)}" for turn in change.removed)
    yield from (f"  moved: {turn.speaker.label}, {_turn(forum, turn)}" for turn in change.moved)
    if change.shifted:
        yield f"  in the same order at another time: {change.shifted}"


def _turn(forum: Forum, turn: PublicTurnChange) -> str:
    before = f"place {turn.place_before} at {clock(forum, turn.start_before)}" if turn.start_before else ""
    after = f"place {turn.place_after} at {clock(forum, turn.start_after)}" if turn.start_after else ""
    return f"from {before} to {after}" if before and after else before or after
