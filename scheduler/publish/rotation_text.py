"""The plan of a rotation for reading: matrix, round tables, what breaks the policy, what changes."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.publish.columns import wrapped
from scheduler.publish.rotation_matrix import matrix, matrix_text
from scheduler.publish.rotation_reasons import reasons_lines
from scheduler.services.rotation.planning import Rotated
from scheduler.translate.rotation import released_for, years_of


def rotation_text(forum: Forum, rotated: Rotated, released: RotationPlan | None) -> str:
    """Return a plan, or why there is none."""
    lines = [wrapped(f"The past breaks the policy: {told}", below="  ") for told in rotated.history]
    if rotated.plan is None:
        return "\n".join([*lines, *_why_not(rotated)]) + "\n"
    plan = rotated.plan
    proof = "the best there is, which is proven" if plan.score <= plan.bound else f"bound {plan.bound}"
    lines += [matrix_text(matrix(forum, plan)), f"Score {plan.score} (lower is better), {proof}."]
    for edition in plan.editions:
        lines += ["", *_edition_lines(edition)]
    if rotated.reasons is not None:
        lines += ["", *reasons_lines(rotated.reasons)]
    if released is not None:
        changed = list(_changes(forum, released, plan))
        lines += ["", f"Against the released version {released.version}:", *(changed or ["  nothing changes"])]
        if rotated.changes:
            fewest = (
                "the fewest there can be, which is proven" if plan.score <= plan.bound else "perhaps not the fewest"
            )
            lines += [f"  {rotated.changes} of its cells change, {fewest}"]
    return "\n".join(lines) + "\n"


def _why_not(rotated: Rotated) -> Iterator[str]:
    if not rotated.conflict:
        yield "No rotation was found in the time given; there may be one."
        return
    parts = {
        "No rotation keeps this policy. These cannot hold together:": rotated.conflict,
        "Any one of these lets there be a rotation, which was confirmed by solving again:": rotated.fixes,
        "More than one thing is in the way, so that no single change is enough. All of these together let there be a "
        "rotation, and none of them can be left out, which was confirmed by solving again:": rotated.joint,
    }
    for head, told in parts.items():
        if told:
            yield wrapped(head)
            yield from (wrapped(f"- {one}", "  ", "    ") for one in told)


def _edition_lines(edition: EditionPlan) -> Iterator[str]:
    focus = ", ".join(map(str, edition.focus)) or "none"
    yield wrapped(f"{edition.year}: in depth {focus}", below="  ")
    for number, table in enumerate(edition.round_tables, start=1):
        shown = ", ".join(f"{one}*" if one in edition.focus else str(one) for one in table)
        yield wrapped(f"round table {number}: {shown}", "  ", "    ")
    if edition.parted:
        proof = "as few as can be" if edition.parted <= edition.parted_bound else f"bound {edition.parted_bound}"
        yield f"  linked objectives apart: {edition.parted} points, {proof}"


def _changes(forum: Forum, before: RotationPlan, after: RotationPlan) -> Iterator[str]:
    past, to_come = years_of(forum, len(after.editions))
    for year, focus in released_for(before, (*past, *to_come), len(past)).items():
        old, new = set(focus), set(after.focus_of.get(year, ()))
        if old != new:
            added, gone = (", ".join(map(str, sorted(some))) or "none" for some in (new - old, old - new))
            yield wrapped(f"{year}: added {added}; taken out {gone}", "  ", "    ")
