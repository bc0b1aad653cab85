"""forum check, verify, rules: what is wrong with files and agendas, and what can be asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scheduler.commands.exits import ExitCode, deliver, faults_text, guarded, leave
from scheduler.commands.options import AgendaPath, ForumName, Json, Out, SelectionPath
from scheduler.commands.printing import counted, json_text
from scheduler.commands.sources import forum_path, load_checked, load_current, load_selection

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.errors import Fault
    from scheduler.services.rulebook import RuleEntry

RULES_OF = {
    "timetable": "the timetable",
    "speakers": "speakers lists",
    "selection": "the selection",
    "rotation": "the rotation",
}
"""What rules are about, in words."""


@guarded
def check(forum: ForumName, out: Out = None, as_json: Json = False) -> None:
    """Look for faults in a forum's files, and list all of them at once.

    Every fault says in which file or sheet, row and column it is, what is wrong, and what to write instead. Warnings
    stand apart: they tell what may be meant as it is, and keep nothing from being read. Both repeat what stands
    there, so people can be named in full; the result is for organisers.

    Example: forum check my-forum

    Exit codes: 0 no fault, also where there are warnings; 1 faults found; 2 wrong use.
    """
    from scheduler.errors import ForumFaults

    faults: tuple[Fault, ...] = ()
    try:
        checked = load_checked(forum)
        title, warnings = _counts(checked.forum), checked.warnings
        faults = _log_faults(forum, checked.forum)
    except ForumFaults as error:
        title, faults, warnings = "", error.faults, error.warnings
    if as_json:
        found = {"faults": _as_json(faults), "warnings": _as_json(warnings)}
        deliver(json_text({"forum": str(forum_path(forum))} | found), out, "check", as_json)
    else:
        deliver(_found_text(title, faults, warnings), out, "check", as_json)
    if faults:
        leave(ExitCode.FAULT, f"{counted(len(faults), 'fault')} found.")


def _log_faults(name: str, forum: Forum) -> tuple[Fault, ...]:
    """Return the entries of the log that cannot follow those before them, at the rows they stand in."""
    from scheduler.formats.reading import source_of
    from scheduler.services.intake.standing import log_faults

    raw = source_of(forum_path(name)).tables.get("log") if forum.log else None
    if raw is None:
        return ()
    return log_faults(forum, load_selection(name, forum), raw.file, [row.number for row in raw.rows])


def _as_json(faults: Iterable[Fault]) -> list[dict[str, object]]:
    return [
        {"file": f.file, "row": f.row, "column": f.column, "problem": f.problem, "instead": f.instead} for f in faults
    ]


def _found_text(title: str, faults: tuple[Fault, ...], warnings: tuple[Fault, ...]) -> str:
    from scheduler.publish.columns import wrapped

    parts = [faults_text(faults)] if faults else [wrapped(title)]
    if warnings:
        parts.append(f"{counted(len(warnings), 'warning')}:\n{faults_text(warnings)}")
    return "\n\n".join(parts)


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
def verify(
    forum: ForumName, agenda: AgendaPath, selection: SelectionPath = None, out: Out = None, as_json: Json = False
) -> None:
    """Check an agenda against every rule of the forum, also one that was edited by hand.

    Nothing is solved: this is the checker alone. Of a list that has changed since it was made, as by a withdrawal, it
    says so and checks what remains. It names every rule that is broken, what the others cost the
    timetable, and how good each speakers list is; --json has a sentence for each speaker too.
    People are named in full; the result is for organisers.

    Example: forum verify imrf-2026 agenda.json

    Exit codes: 0 no rule that blocks is broken, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.verification_text import verification_text
    from scheduler.services.older import notices, verified
    from scheduler.translate.voice import Voice

    plan = load_current(forum, agenda, selection)
    result = verified(plan, Voice.FULL)
    told = notices(plan)
    if as_json:
        data = result.model_dump(mode="json") | {"is_sound": result.is_sound, "notices": list(told)}
        deliver(json_text(data), out, "verify", as_json)
    else:
        deliver(verification_text(plan.forum, result, told), out, "verify", as_json)
    if not result.is_sound:
        leave(ExitCode.FAULT, "This agenda breaks rules.")


@guarded
def rules(out: Out = None, as_json: Json = False) -> None:
    """List every rule: its name, whether it blocks or costs points, its usual weight, and its sentence.

    A forum changes them in its table rules.csv: block, warn or ignore, and slight, normal, strong or very strong.
    Of a selection, what blocks can only be ignored, and so can its levels, each of which yields to those before it.

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
        lines += ["", f"Rules of {RULES_OF[about]}", ""]
        for entry in entries:
            if entry.about == about:
                soft = entry.weight if about == "selection" else f"warns, {entry.weight}"
                cost = "blocks" if entry.kind == "hard" else soft
                lines += [f"{entry.name}  ({cost})", wrapped(entry.sentence, "    ")]
    return "\n".join(lines[1:])
