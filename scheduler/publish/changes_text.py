"""What differs between two agendas, as plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scheduler.domain.changes import Changes
from scheduler.domain.forum import Forum
from scheduler.publish.columns import wrapped
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
    whole = {sitting.session for sitting in public.sittings if sitting.before is None or sitting.after is None}
    for change in public.lists:
        lines += [*([""] if lines else []), *_list_lines(forum, change, change.session in whole)]
    lines += ["", "Affected:", *(wrapped(label, "  ", "    ") for label in public.affected)]
    lines += [wrapped(f"{label}: {count}", "  ", "    ") for label, count in public.withheld.items()]
    return "\n".join(lines) + "\n"


def changes_json(forum: Forum, found: Changes, language: str | None = None) -> str:
    """Return the differences as JSON; their fields are described by :class:`PublicChanges`."""
    return public_changes(forum, found, language).model_dump_json(indent=2) + "\n"


def _sitting_lines(forum: Forum, change: PublicSittingChange) -> Iterator[str]:
    known = forum.session_by_id.get(change.session)
    sitting = f", sitting {change.sitting}" if known and len(known.sittings) > 1 else ""
    name = f"{change.title}{sitting} [{change.session}]"
    if change.before is None and change.after is not None:
        yield wrapped(f"Added: {name}", below="  ")
        yield wrapped(_place(forum, change.after), "  on ")
    elif change.after is None and change.before is not None:
        yield wrapped(f"Removed: {name}", below="  ")
        yield wrapped(_place(forum, change.before), "  was on ")
    elif change.before is not None and change.after is not None:
        yield wrapped(f"Moved: {name}", below="  ")
        yield wrapped(_place(forum, change.before), "  from ")
        yield wrapped(_place(forum, change.after), "  to   ")


def _place(forum: Forum, place: PublicPlace) -> str:
    date = day(local(forum, place.start).date())
    return f"{date}, {clock(forum, place.start)}, {place.minutes} min, {place.room_name}"


def _list_lines(forum: Forum, change: PublicListChange, is_whole: bool) -> Iterator[str]:
    """Yield what happened to a list, and only how many speakers it had where all came or went with its session."""
    yield wrapped(f"Speakers of {change.title} [{change.session}]:", below="  ")
    for verb, turns in (("added", change.added), ("removed", change.removed), ("moved", change.moved)):
        if is_whole and turns and change.shifted + len(change.added + change.removed + change.moved) == len(turns):
            yield f"  {verb} with the session: {len(turns)}"
            return
        for turn in turns:
            yield wrapped(f"{verb}: {turn.speaker.label}, {_turn(forum, turn)}", "  ", "    ")
    if change.shifted:
        yield f"  in the same order at another time: {change.shifted}"


def _turn(forum: Forum, turn: PublicTurnChange) -> str:
    old, new = turn.start_before, turn.start_after
    is_other_day = old is not None and new is not None and local(forum, old).date() != local(forum, new).date()
    before, after = (
        f"place {place} at {_hour(forum, start, is_other_day)}" if start else ""
        for place, start in ((turn.place_before, old), (turn.place_after, new))
    )
    return f"from {before} to {after}" if before and after else before or after


def _hour(forum: Forum, start: dt.datetime, with_day: bool) -> str:
    return f"{clock(forum, start)} on {day(local(forum, start).date())}" if with_day else clock(forum, start)
