"""The rotation: its policy can be kept, its history is told of editions there are, and every objective is open."""

from __future__ import annotations

from scheduler.formats.draft import Draft
from scheduler.formats.raw import SETTINGS


def check_policy(draft: Draft) -> None:
    """A policy's bounds are in order, and what it fixes is there."""
    policy = draft.forum.rotation
    least, most = policy.focus_least, policy.focus_most
    if least is not None and most is not None and least > most:
        problem = f"The fewest in focus, {least}, are more than the most, {most}."
        draft.fault(SETTINGS, None, "rotation.focus_least", problem, "Write the smaller number as the fewest.")
    if least is not None and most is None:
        problem = f"At least {least} are in focus each time, and nothing says how many at most."
        advice = "Write rotation.focus_most too; without it as many are in focus as the gaps and sets admit."
        draft.warn(SETTINGS, None, "rotation.focus_least", problem, advice)
    if policy.longest_gap is not None and policy.shortest_gap > policy.longest_gap:
        problem = f"The shortest gap, {policy.shortest_gap}, is longer than the longest, {policy.longest_gap}."
        draft.fault(SETTINGS, None, "rotation.shortest_gap", problem, "Write the smaller number as the shortest.")
    if not draft.is_whole("objectives"):
        return
    known = {objective.number for objective in draft.forum.objectives}
    for number in sorted(set(policy.fixed) - known):
        problem = f"There is no objective {number}."
        draft.fault(SETTINGS, None, "rotation.fixed", problem, f"Add it to {draft.spoken('objectives')}, or remove it.")


def check_history(draft: Draft) -> None:
    """A past review is of an edition that is told, and a pin of one that is to come."""
    if not draft.is_whole("editions"):
        return
    years = {edition.year for edition in draft.forum.editions}
    for number, review in draft.values("past_reviews"):
        if review.year not in years:
            problem = f"No edition of {review.year} is told."
            draft.fault("past_reviews", number, "year", problem, f"Add it to {draft.spoken('editions')}.")
    for number, pin in draft.values("rotation_pins"):
        if pin.year in years:
            problem = f"The edition of {pin.year} has taken place."
            draft.fault("rotation_pins", number, "year", problem, "Pin an edition to come, or remove the row.")
        elif not _is_edition(draft, years, pin.year):
            problem = f"No edition falls into {pin.year}."
            advice = "Write the year of an edition, or correct rotation.years_between."
            draft.fault("rotation_pins", number, "year", problem, advice)
        if pin.objective in draft.forum.rotation.fixed and not pin.in_focus:
            problem = f"Objective {pin.objective} is fixed: it is in focus in every edition."
            draft.fault(
                "rotation_pins", number, "in_focus", problem, "Remove the row, or take it out of rotation.fixed."
            )
    _check_pinned_once(draft)


def _check_pinned_once(draft: Draft) -> None:
    """One pin says what becomes of an objective in an edition."""
    pinned: dict[tuple[int, int], tuple[int, bool]] = {}
    for number, pin in draft.values("rotation_pins"):
        first, in_focus = pinned.setdefault((pin.objective, pin.year), (number, pin.in_focus))
        if first == number:
            continue
        said = f"objective {pin.objective} {'in focus' if in_focus else 'out of focus'} in {pin.year}"
        problem, advice = f"Row {first} pins {said} already.", "Remove one of the two rows."
        if in_focus != pin.in_focus:
            problem = f"Row {first} pins {said}, and this one says the opposite."
            advice = "Keep the row that was decided, and remove the other."
        draft.fault("rotation_pins", number, "in_focus", problem, advice)


def _is_edition(draft: Draft, past: set[int], year: int) -> bool:
    """Say whether an edition to come falls into a year, as far as can be known."""
    if not draft.knows("days", "rotation"):
        return True
    own, step = min(draft.forum.days).year, draft.forum.rotation.years_between
    first = own if not past or own > max(past) else max(past) + step
    return year >= first and (year - first) % step == 0


def check_openness(draft: Draft) -> None:
    """Every objective is open for discussion: a session of the forum itself is about it."""
    if not draft.is_whole("sessions", "objectives", "kinds", "themes"):
        return
    opened = frozenset[int]().union(*draft.forum.opened_by.values())
    for number, objective in draft.values("objectives"):
        if objective.number not in opened:
            problem = f"No session of this edition opens objective {objective.number} for discussion."
            advice = (
                "Name it in a session of a kind that opens its objectives, as a round table; all stay open, whichever "
                "are reviewed in depth (forum rotate --apply)."
            )
            draft.warn("objectives", number, "number", problem, advice)
