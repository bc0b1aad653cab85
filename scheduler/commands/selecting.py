"""forum select: who is given a place where more people ask than there are places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, tell, writable, write_bytes
from scheduler.commands.options import ForumName, Json, TimeLimit
from scheduler.commands.screen import progress_shown
from scheduler.commands.solving import limits_of
from scheduler.commands.sources import forum_path, is_sample, load_checked

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.domain.selection import Selection
    from solver.apart import Ended


Sessions = Annotated[
    list[str] | None,
    typer.Option("--sessions", metavar="ID", help="Decide these sessions alone, as rt1,rt2."),
]
File = Annotated[
    str | None,
    typer.Option("--out", "-o", metavar="PATH", help="File to write, instead of selection.json beside the forum."),
]


@guarded
def select(
    forum: ForumName,
    sessions: Sessions = None,
    side_events: Annotated[
        bool, typer.Option("--side-events", help="Decide the proposals of side events alone.")
    ] = False,
    out: File = None,
    time_limit: TimeLimit = None,
    again: Annotated[
        bool, typer.Option("--again", help="Decide what is open, though the log rests on the selection there is.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Decide by the published method who is given the floor, a role or a side event, who waits, and why.

    Decides level by level, each proven before the next, and gives every request its reason in a sentence that can be
    sent to whoever made it. The result is written beside the forum as selection.json, and what is printed is its
    summary; of a sample it is written only where --out says so. With --sessions or --side-events all else stays as
    that file has it. Where entries of the log rest on that file it is replaced only with --again: everybody who has a
    place by that file and the log keeps it, and only what is open is decided. The result is for
    organisers: refusals are private to whoever asked.

    Example: forum select my-forum

    Exit codes: 0 done, 1 faults found, 2 wrong use, 3 decisions made outside the method break its limits, 4 none found
    in time, 130 interrupted.
    """
    from scheduler.services.intake.asking import places_now, with_left
    from scheduler.services.selecting.selecting import select_apart

    if bool(sessions) + side_events + again > 1:
        leave(ExitCode.WRONG_USE, "Say one of --sessions, --side-events and --again.")
    file = _file(forum, out)
    found = load_checked(forum).forum
    sessions = [id.strip() for part in sessions or () for id in part.split(",") if id.strip()]
    _know_sessions(found, sessions)
    earlier = _earlier(found, _there(forum, file)) if sessions or side_events or again else None
    places = places_now(found, earlier) if again and earlier else {}
    if not again:
        _know_what_rests(found, file)
    with progress_shown() as on_progress:
        ended = select_apart(
            found,
            limits_of(time_limit, 0),
            on_progress,
            sessions=sessions or None,
            side_events_only=side_events,
            earlier=earlier,
            places=places,
        )
    selection = with_left(_answer(ended), earlier) if again and earlier else _answer(ended)
    _report(found, selection, file, as_json, side_events)
    _leave_unless_done(found, selection, sessions, places)


def _file(name: str, out: str | None) -> Path | None:
    """Return the file to write, which can be written, before time is spent; none for a sample unless it is named."""
    from scheduler.formats.selection_json import FILE, selection_path

    file = target(out, FILE)
    if file is None and not is_sample(name):
        file = selection_path(forum_path(name))
    if file is not None:
        writable(file)
    return file


def _there(name: str, file: Path | None) -> Path | None:
    """Return the selection to go on from: the file to write, or where it is new the one beside the forum."""
    from scheduler.formats.selection_json import selection_path

    if file is not None and file.exists():
        return file
    return selection_path(forum_path(name))


def _know_sessions(forum: Forum, sessions: Sequence[str]) -> None:
    from scheduler.errors import NotFoundError

    for session in sessions:
        if session not in forum.session_by_id:
            asked = dict.fromkeys(request.session for request in forum.requests)
            raise NotFoundError(f"The forum has no session {session[:80]}. Places are asked for in {', '.join(asked)}.")


def _know_what_rests(forum: Forum, file: Path | None) -> None:
    """Refuse to replace a selection that the log goes on from: places and reasons that were told would change."""
    from scheduler.formats.selection_json import read_selection

    if file is None or not file.exists():
        return
    resting = len(forum.log) - read_selection(file, forum).logged
    if resting > 0:
        entries = "1 entry of the log rests" if resting == 1 else f"{resting} entries of the log rest"
        leave(
            ExitCode.WRONG_USE,
            f"{entries} on {file.name}. To decide again can change who "
            "waits at which place, and reasons that were sent. Say --again if that is meant, or --out to look at it "
            "in another file.",
        )


def _earlier(forum: Forum, file: Path | None) -> Selection | None:
    from scheduler.formats.selection_json import read_selection
    from scheduler.services.selecting.digest import is_current

    if file is None or not file.exists():
        return None
    earlier = read_selection(file, forum)
    if not is_current(forum, earlier):
        tell(f"{file.name} was made before the forum was changed; what it decided of all else stays as it is.")
    return earlier


def _answer(ended: Ended) -> Selection:
    if ended.answer is None and ended.is_cancelled:
        leave(ExitCode.INTERRUPTED, "Stopped; nothing was written.")
    if ended.answer is None:
        leave(ExitCode.NONE_FOUND, "No selection was found in time. Allow more with --time-limit.")
    selection: Selection = ended.answer
    return selection


def _report(forum: Forum, selection: Selection, file: Path | None, as_json: bool, side_events_only: bool) -> None:
    from scheduler.formats.selection_json import selection_text as file_text
    from scheduler.publish.selection_text import selection_text, side_events_text
    from scheduler.services.selecting.proposals import mergeable

    if as_json:
        deliver(file_text(selection), None)
    else:
        summary = side_events_text if side_events_only else selection_text
        deliver(summary(forum, selection, mergeable(forum) if selection.side_events else ()), None)
    if not _is_done(selection):
        return
    _tell_online(forum, selection)
    if file is None:
        tell("The folder of a sample is not written to; name a file with --out to keep this selection.")
    else:
        write_bytes(file, file_text(selection).encode("utf-8"))


def _tell_online(forum: Forum, selection: Selection) -> None:
    """Say which side events were given a place online, which no agenda will show as it shows sessions."""
    from scheduler.domain.selection import State
    from scheduler.publish.online_text import held_online_text

    given = {decision.request for decision in selection.side_events if decision.state is State.GIVEN}
    if online := [proposal for proposal in forum.proposals if proposal.remote and proposal.id in given]:
        tell(held_online_text(forum, online))


def _is_done(selection: Selection) -> bool:
    from scheduler.domain.agenda import Outcome

    return selection.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE)


def _leave_unless_done(
    forum: Forum, selection: Selection, sessions: Sequence[str] | None, places: Mapping[str, str]
) -> None:
    from scheduler.domain.agenda import Outcome
    from scheduler.publish.columns import wrapped
    from scheduler.services.selecting.selecting import why_impossible

    if selection.outcome is Outcome.INFEASIBLE:
        for sentence in why_impossible(forum, sessions or None, places):
            tell(wrapped(sentence, "  - "))
        tell(wrapped("Take back one of the decisions in the log that give these places, or add places or floor time."))
        leave(ExitCode.INFEASIBLE, "Nothing was written.")
    if not _is_done(selection):
        leave(ExitCode.NONE_FOUND)
