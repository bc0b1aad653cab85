"""forum requests, record, merges: where requests stand, what happens to them, and which could be one statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, tell, write_bytes
from scheduler.commands.options import ForumName, Json, Out
from scheduler.commands.printing import json_text
from scheduler.commands.sources import forum_path, load_agenda, load_forum, load_review_plan, load_selection

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.domain.log import Entry
    from scheduler.domain.request import Request
    from scheduler.domain.selection import Selection
    from scheduler.services.intake.desk import ProposalStanding
    from scheduler.services.intake.standing import Standing

T = TypeVar("T")

Constituency = Annotated[
    str | None, typer.Option("--constituency", metavar="ID", help="Only the requests of one constituency.")
]


@guarded
def requests(
    forum: ForumName,
    constituency: Constituency = None,
    participant: Annotated[
        str | None, typer.Option("--participant", metavar="ID", help="Only those of one delegation or organisation.")
    ] = None,
    request: Annotated[
        str | None, typer.Option("--request", metavar="ID", help="One request with its history, or one proposal.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="What others may know: withdrawals and absences, without person or reason.")
    ] = False,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Show where each request stands, why, its place in the waiting list, and what can be done.

    With --constituency, --participant or --request it shows their own requests alone, so that it can be sent to the
    focal point or the delegation; without, those of everybody, for the organiser. Reasons are for whoever made the
    request, and people are named in full: only what --public shows is for others. --participant and --request also
    show proposals for side events.

    Example: forum requests my-forum --constituency trade-unions

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.requests_text import published_text
    from scheduler.services.intake.desk import own_proposals, own_requests
    from scheduler.services.intake.published import published
    from scheduler.services.intake.standing import standings

    found, selection = _forum_and_selection(forum)
    if public:
        told = published(found, selection)
        shown = json_text([one.model_dump(mode="json") for one in told]) if as_json else published_text(found, told)
        deliver(shown, out, "requests", as_json)
        return
    own, standing = own_requests(found, constituency, participant, request), standings(found, selection)
    proposed = own_proposals(found, selection, participant, request)
    if as_json:
        proposals = [one.model_dump(mode="json") for one in proposed]
        deliver(json_text([*(_as_json(found, standing[one.id]) for one in own), *proposals]), out, "requests", as_json)
        return
    is_all = constituency is None and participant is None and request is None
    deliver(_told(found, own, standing, proposed, request, is_all=is_all), out, "requests", as_json)


def _told(
    forum: Forum,
    own: Sequence[Request],
    standing: Mapping[str, Standing],
    proposed: Sequence[ProposalStanding],
    request: str | None,
    *,
    is_all: bool,
) -> str:
    from scheduler.publish.requests_text import details_text, history_text, overview_text, proposals_text

    parts = []
    if own or not proposed:
        parts.append(overview_text(own, standing) if is_all else details_text(forum, own, standing))
    if request is not None and request in standing:
        parts.append(history_text(standing[request]))
    if proposed:
        parts.append(proposals_text(forum, proposed))
        if request is not None:
            parts.append(history_text(proposed[0]))
    return "\n\n".join(parts)


def _as_json(forum: Forum, standing: Standing) -> dict[str, Any]:
    from scheduler.services.intake.desk import advice

    made = {"participant": forum.request_by_id[standing.request].participant}
    return standing.model_dump(mode="json") | made | {"what_can_be_done": advice(standing)}


RecordedFolder = Annotated[str, typer.Argument(metavar="FORUM", help="Folder of the forum; its log.csv is added to.")]
RequestId = Annotated[str, typer.Argument(metavar="REQUEST", help="Id of the request, or of a proposal.")]
HappeningWord = Annotated[str, typer.Argument(metavar="HAPPENING", help="What happened, as withdrawn; see above.")]
Other = Annotated[
    str | None, typer.Option("--with", metavar="REQUEST", help="The other request of an exchange or a merger.")
]
SpeakerId = Annotated[
    str | None,
    typer.Option("--person", metavar="PERSON", help="Who speaks instead, or reads the statement: name or id."),
]
YieldedMinutes = Annotated[float | None, typer.Option("--minutes", metavar="M", help="Minutes that are yielded.")]
Officer = Annotated[
    str | None, typer.Option("--by", metavar="OFFICER", help="Officer who decided, where the method did not.")
]
BasisWord = Annotated[
    str | None,
    typer.Option("--basis", metavar="WORD", help="requester, chair, accreditation, objection or override."),
]
Why = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, for whoever made the request.")]
At = Annotated[
    str | None, typer.Option("--at", metavar="TIME", help="Local time, as '2026-03-02 10:15'; now if left out.")
]
ListedIn = Annotated[
    Path | None,
    typer.Option(
        "--agenda", metavar="AGENDA", exists=True, dir_okay=False, help="Agenda whose list an exchange is tried in."
    ),
]
NewAgenda = Annotated[
    str | None, typer.Option("--out", "-o", metavar="PATH", help="Where to write the agenda after an exchange.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would follow, and stop there.")]


@guarded
def record(
    forum: RecordedFolder,
    request: RequestId,
    happening: HappeningWord,
    other: Other = None,
    person: SpeakerId = None,
    minutes: YieldedMinutes = None,
    by: Officer = None,
    basis: BasisWord = None,
    reason: Why = None,
    at: At = None,
    agenda: ListedIn = None,
    out: NewAgenda = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add to the log what happened to a request or a proposal, with what follows: who is promoted, and why.

    What can happen: drafted, submitted, shortlisted, given, wait-listed, declined, withdrawn, absent, spoken,
    substituted, swap-offered, swapped, swap-refused, merged, yielded, made-remote, made-recorded, made-proxy. What is
    not possible is refused with the reason and what can be done instead. An exchange is offered by one side
    (swap-offered --with) and accepted by the other (swapped --with); with --agenda it is tried in the list that stands,
    where the two then hold each other's places, and --out writes that agenda. A proposal for a side event is withdrawn,
    declined or given alone. Earlier lines of the log are never
    changed. What it prints is for organisers.

    Example: forum record my-forum r0017 withdrawn --reason "Our speaker is ill."

    Exit codes: 0 done, 1 faults found or not possible, 2 wrong use.
    """
    from scheduler.domain.log import Basis, Happening
    from scheduler.formats.cells import parse_moment, parse_word
    from scheduler.services.intake.entering import identified

    said: dict[str, Any] = {"request": request, "other": other, "person": person, "minutes": minutes, "by": by}
    said |= {
        "reason": reason,
        "happening": _understood("HAPPENING", lambda: parse_word(Happening, happening)),
        "basis": basis and _understood("--basis", lambda: parse_word(Basis, basis)),
        "at": at and _understood("--at", lambda: parse_moment(at)),
    }
    folder = _folder_of(forum)
    said |= identified(folder, said)
    tried = _tried(forum, agenda, said) if agenda else None
    found, entries, notes = _recorded(forum, folder, said, dry_run=dry_run)
    if tried and out and not dry_run:
        write_bytes(target(out, "agenda.json") or folder, tried.encode("utf-8"))
    if as_json:
        deliver(json_text([entry.model_dump(mode="json", exclude={"notes"}) for entry in entries]), None)
        return
    from scheduler.publish.requests_text import entries_text

    deliver("\n".join([entries_text(found, entries), *notes]), None)
    tell("Nothing was written, since --dry-run was asked for." if dry_run else f"Added to the log of {folder}.")


def _recorded(
    name: str, folder: Path, said: dict[str, Any], *, dry_run: bool
) -> tuple[Forum, tuple[Entry, ...], list[str]]:
    """Record in a folder that nobody else records in meanwhile; return too what an organiser must know of it."""
    from scheduler.formats.log_append import append_entries, sole_writer
    from scheduler.services.intake.entering import check_with
    from scheduler.services.intake.record import record as record_happening
    from scheduler.services.intake.remarks import remarks
    from scheduler.services.rulebook import known_rules

    with nullcontext() if dry_run else sole_writer(folder):
        found, selection = _forum_and_selection(name)
        now = dt.datetime.now(found.zone).replace(tzinfo=None, second=0, microsecond=0)
        entries = record_happening(found, selection, **(said | {"at": said["at"] or now}))
        check_with(folder, entries, found.languages[0], known_rules())
        if not dry_run:
            append_entries(folder, entries, found.languages[0])
    return found, entries, list(remarks(found, selection, entries))


def _tried(name: str, agenda: Path, said: dict[str, Any]) -> str:
    """Return the text of an agenda in whose list two hold each other's places, or leave with why they cannot."""
    from scheduler.domain.log import Happening
    from scheduler.formats.agenda_json import agenda_text
    from scheduler.services.intake.exchange import exchanged
    from scheduler.services.intake.granted import granted
    from scheduler.services.reviews.programme import with_reviews

    if said["happening"] not in (Happening.SWAP_OFFERED, Happening.SWAPPED) or said["other"] is None:
        leave(ExitCode.WRONG_USE, "--agenda goes with swap-offered or swapped, and --with the other request.")
    found, chosen = _forum_and_selection(name)
    forum = with_reviews(granted(found, chosen), load_review_plan(name, found))
    plan = load_agenda(agenda, forum, as_it_was=True)
    speakers = exchanged(forum, plan, said["request"], said["other"])
    lists = tuple(speakers if old.session == speakers.session else old for old in plan.lists)
    return agenda_text(plan.model_copy(update={"lists": lists}))


def _understood(name: str, parse: Callable[[], T]) -> T:
    """Return what an argument says, or raise what to write instead."""
    from scheduler.errors import NotFoundError
    from scheduler.formats.cell_errors import CellError

    try:
        return parse()
    except CellError as error:
        problem = error.problem.removesuffix(" for this column.").removesuffix(".")
        raise NotFoundError(f"{name}: {problem}. {error.instead.strip()}") from None


def _folder_of(name: str) -> Path:
    """Return the folder that is recorded in; neither a workbook nor a sample keeps a log."""
    from scheduler.samples import sample_names, sample_path

    path = forum_path(name)
    if path.is_file():
        way = f"forum import {path.name} --into FOLDER"
        leave(ExitCode.WRONG_USE, f"{name} is a workbook; a log is kept in a folder. Make one first: {way}")
    if name in sample_names() and path == sample_path(name):
        leave(ExitCode.WRONG_USE, f"{name} is a sample, in which nothing is recorded; copy its folder first.")
    return path


@guarded
def merges(forum: ForumName, constituency: Constituency = None, out: Out = None, as_json: Json = False) -> None:
    """Propose which requests could be made as one joint statement: one session, one constituency, one objective.

    What saves most comes first. A joint statement has the longer time limit of such statements and names all who join
    in it; the places it frees go to who waits, as far as there is time. Nothing is changed by that: forum record
    REQUEST merged --with OTHER does it. It tells requests by their ids; with --constituency it can be sent to the
    focal point.

    Example: forum merges my-forum --constituency ngos

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.requests_text import merges_text
    from scheduler.services.intake.desk import own_requests
    from scheduler.services.intake.merges import merges as proposals

    found, selection = _forum_and_selection(forum)
    own = {request.id for request in own_requests(found, constituency)}
    told = [merge for merge in proposals(found, selection) if own.issuperset(merge.requests)]
    if as_json:
        deliver(json_text([merge.model_dump(mode="json") for merge in told]), out, "merges", as_json)
    else:
        deliver(merges_text(found, told), out, "merges", as_json)


def _forum_and_selection(name: str) -> tuple[Forum, Selection | None]:
    """Read a forum as it is written, and the selection beside it where there is one."""
    found = load_forum(name)
    return found, load_selection(name, found)
