"""The rotation: its policy can be kept, its history is told of editions there are, and every objective is open."""

from __future__ import annotations

from scheduler.domain.rotation import ANY_SPREAD, Depth, RotationSettings
from scheduler.formats.draft import Draft
from scheduler.formats.raw import SETTINGS
from scheduler.formats.wording import did_you_mean

USUAL = RotationSettings()
"""What a policy says where nobody wrote one; it is in files all the same, and need not fit them."""


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
    opens, closes = policy.inputs_open, policy.inputs_close
    if opens is not None and closes is not None and opens > closes:
        problem = f"The call for inputs closes on {closes}, before it opens on {opens}."
        draft.fault(SETTINGS, None, "rotation.inputs_close", problem, "Write a later date.")
    _check_kinds(draft)
    if draft.is_whole("objectives"):
        _check_numbers(draft)


def _check_kinds(draft: Draft) -> None:
    """Kinds of session that a policy names are there."""
    policy, kinds = draft.forum.rotation, draft.named("kinds")
    named = [("rotation.focus_kinds", kind) for kind in policy.focus_kinds]
    if policy.kind != USUAL.kind:
        named.append(("rotation.kind", policy.kind))
    for setting, kind in named if draft.is_whole("kinds") else ():
        if kind not in kinds:
            advice = did_you_mean(kind, sorted(kinds), f"Add it to {draft.spoken('kinds')}.")
            draft.fault(SETTINGS, None, setting, f"There is no kind of session '{kind}'.", advice)


def _check_numbers(draft: Draft) -> None:
    """What a policy fixes is there, its numbers fit how many there are, and nothing can be left out for ever."""
    policy, objectives = draft.forum.rotation, len(draft.forum.objectives)
    known = {objective.number for objective in draft.forum.objectives}
    for number in sorted(set(policy.fixed) - known):
        problem = f"There is no objective {number}."
        draft.fault(SETTINGS, None, "rotation.fixed", problem, f"Add it to {draft.spoken('objectives')}, or remove it.")
    if policy.round_tables > objectives and policy.round_tables != USUAL.round_tables:
        problem = f"There are {policy.round_tables} round tables, and only {objectives} objectives to share them."
        draft.warn(SETTINGS, None, "rotation.round_tables", problem, f"Write {objectives} or fewer.")
    rotating = len(known - set(policy.fixed))
    if policy.focus_least is not None and policy.focus_least > rotating:
        problem = f"At least {policy.focus_least} are in focus each time, and only {rotating} can rotate."
        draft.warn(SETTINGS, None, "rotation.focus_least", problem, f"Write {rotating} or fewer.")
    is_bounded = policy.spread < ANY_SPREAD or policy.longest_gap is not None or policy.set_editions is not None
    if policy.focus_most is not None and policy.focus_most < rotating and not is_bounded:
        problem = "Nothing keeps an objective from being left out of the focus again and again."
        draft.warn(SETTINGS, None, "rotation.spread", problem, "Write a smaller one, or a longest gap.")


def check_inputs(draft: Draft) -> None:
    """An input to a dated call has a date, without which nobody can say whether it came in time."""
    policy = draft.forum.rotation
    if policy.inputs_open is None and policy.inputs_close is None:
        return
    for number, item in draft.values("evidence"):
        if item.made_at is None:
            problem = "The call for inputs has dates, and this input has none; it counts."
            draft.warn("evidence", number, "made_at", problem, "Write when it was made.")


def check_history(draft: Draft) -> None:
    """A past review is of an edition that is told, and a pin of one that is to come."""
    if not draft.is_whole("editions"):
        return
    years = {edition.year for edition in draft.forum.editions}
    for number, review in draft.values("past_reviews"):
        if review.year not in years:
            problem = f"No edition of {review.year} is told."
            draft.fault("past_reviews", number, "year", problem, f"Add it to {draft.spoken('editions')}.")
    _check_depths(draft)
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


def _check_depths(draft: Draft) -> None:
    """An edition has taken place, and had a focus where something was reviewed in depth."""
    own = max(draft.forum.days).year if draft.knows("days") else None
    in_depth = {review.year for _, review in draft.values("past_reviews") if review.depth is Depth.IN_DEPTH}
    for number, edition in draft.values("editions"):
        if own is not None and edition.year > own:
            problem = f"The edition of {edition.year} is later than this one, of {own}."
            draft.warn("editions", number, "year", problem, "Tell editions that have taken place; pin those to come.")
        if edition.has_focus and edition.year not in in_depth and draft.is_whole("past_reviews"):
            problem = f"Nothing is told to have been reviewed in depth in {edition.year}, and all waits on from before."
            advice = f"Add what was to {draft.spoken('past_reviews')}, or write has_focus as no."
            draft.warn("editions", number, "has_focus", problem, advice)
        if not edition.has_focus and edition.year in in_depth:
            problem = f"Nothing was in focus in {edition.year}, and yet objectives were reviewed in depth."
            advice = f"Write yes, or the depth as reviewed in {draft.spoken('past_reviews')}."
            draft.fault("editions", number, "has_focus", problem, advice)


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
