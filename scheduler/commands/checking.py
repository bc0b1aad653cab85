"""forum check, verify, rules: what is wrong with files and agendas, and what can be asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.commands.exits import ExitCode, deliver, faults_text, guarded, leave
from scheduler.commands.options import AgendaPath, ForumName, Json, Out
from scheduler.commands.printing import json_text
from scheduler.commands.sources import forum_path, load_agenda, load_forum

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.rulebook import RuleEntry


@guarded
def check(forum: ForumName, out: Out = None, as_json: Json = False) -> None:
    """Look for faults in a forum's files, and list all of them at once.

    Every fault says in which file, row and column it is, what is wrong, and what to write instead. It repeats what
    stands there, so people can be named in full; the result is for organisers.

    Example: forum check my-forum

    Exit codes: 0 no fault, 1 faults found, 2 wrong use.
    """
    from scheduler.errors import ForumFaults
    from scheduler.publish.columns import wrapped

    faults: list[dict[str, object]] = []
    found: Forum | None = None
    try:
        found = load_forum(forum)
    except ForumFaults as error:
        faults = [
            {"file": f.file, "row": f.row, "column": f.column, "problem": f.problem, "instead": f.instead}
            for f in error.faults
        ]
        if not as_json:
            deliver(faults_text(error), out, "check", as_json)
    if as_json:
        deliver(json_text({"forum": str(forum_path(forum)), "faults": faults}), out, "check", as_json)
    elif found is not None:
        deliver(wrapped(_counts(found)), out, "check", as_json)
    if faults:
        leave(ExitCode.FAULT, f"{len(faults)} fault{'s' * (len(faults) != 1)} found.")


COUNTED = {
    "sessions": "session",
    "periods": "period",
    "rooms": "room",
    "participants": "participant",
    "people": "person",
    "roles": "role",
    "requests": "request",
    "ties": "tie",
    "pins": "pin",
}


def _counts(forum: Forum) -> str:
    sizes = {table: len(getattr(forum, table)) for table in COUNTED}
    counts = [f"{size} {COUNTED[table] if size == 1 else table}" for table, size in sizes.items() if size]
    return f"{forum.title}: no fault found. It has {', '.join(counts)}."


@guarded
def verify(forum: ForumName, agenda: AgendaPath, out: Out = None, as_json: Json = False) -> None:
    """Check an agenda against every rule of the forum, also one that was edited by hand.

    Nothing is solved: this is the checker alone. It names every rule that is broken, what the others cost the
    timetable, and how good each speakers list is; --json has a sentence for each speaker too.
    People are named in full; the result is for organisers.

    Example: forum verify imrf-2026 agenda.json

    Exit codes: 0 no rule that blocks is broken, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.verification_text import verification_text
    from scheduler.services.verify import verify as verify_agenda

    found = load_forum(forum)
    result = verify_agenda(found, load_agenda(agenda, found))
    if as_json:
        deliver(json_text(result.model_dump(mode="json") | {"is_sound": result.is_sound}), out, "verify", as_json)
    else:
        deliver(verification_text(found, result), out, "verify", as_json)
    if not result.is_sound:
        leave(ExitCode.FAULT, "This agenda breaks rules.")


@guarded
def rules(out: Out = None, as_json: Json = False) -> None:
    """List every rule: its name, whether it blocks or costs points, its usual weight, and its sentence.

    A forum changes them in its table rules.csv: block, warn or ignore, and slight, normal, strong or very strong.

    Example: forum rules

    Exit codes: 0 done, 2 wrong use.
    """
    from scheduler.services.rulebook import rule_entries

    entries = rule_entries()
    if as_json:
        deliver(json_text([entry.model_dump() for entry in entries]), out, "rules", as_json)
    else:
        deliver(_rules_text(entries), out, "rules", as_json)


def _rules_text(entries: tuple[RuleEntry, ...]) -> str:
    from scheduler.publish.columns import wrapped

    lines: list[str] = []
    for about in dict.fromkeys(entry.about for entry in entries):
        lines += ["", f"Rules of {'the timetable' if about == 'timetable' else 'speakers lists'}", ""]
        for entry in entries:
            if entry.about == about:
                cost = "blocks" if entry.kind == "hard" else f"warns, {entry.weight}"
                lines += [f"{entry.name}  ({cost})", wrapped(entry.sentence, "    ")]
    return "\n".join(lines[1:])
