"""One speakers list under two ordering policies, side by side, as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.clock import MONTHS
from scheduler.domain.forum import Forum
from scheduler.publish.columns import columns, wrapped
from scheduler.publish.hours import clock
from scheduler.publish.public import PublicSpeaker
from scheduler.services.ordering_compare import OrderedList, OrderingComparison


def ordering_text(forum: Forum, comparison: OrderingComparison) -> str:
    """Return two lists of one session side by side, and what differs."""
    first, second = comparison.first, comparison.second
    lines = [wrapped(f"{comparison.title} [{comparison.session}]", below="  "), ""]
    lines += [wrapped(f"{made.policy.value}: {made.sentence}", f"{side}  ") for side, made in _sides(comparison)]
    ranks = ", then rank" if forum.kind_by_id[forum.session_by_id[comparison.session].kind].ranks else ""
    both = f"In both, class comes first{ranks}; a policy orders those who are equal in that."
    lines += ["", wrapped(both, below="  ")]
    lines += ["", _turns(forum, first.speakers, second.speakers), "", _figures(comparison), ""]
    count = len(first.speakers)
    lines.append(f"{comparison.moved} of {count} speaker{'s' * (count != 1)} have another place in B.")
    lines.append(f"Stakeholders: mode {comparison.mode.value} in both. The agenda is not changed.")
    return "\n".join(lines) + "\n"


def _sides(comparison: OrderingComparison) -> tuple[tuple[str, OrderedList], tuple[str, OrderedList]]:
    return ("A", comparison.first), ("B", comparison.second)


def _turns(forum: Forum, first: Sequence[PublicSpeaker], second: Sequence[PublicSpeaker]) -> str:
    with_day = len({turn.start.date() for turn in (*first, *second)}) > 1
    rows = [
        (str(ours.place), *(cell for turn in (ours, theirs) for cell in _cells(forum, turn, with_day)))
        for ours, theirs in zip(first, second, strict=True)
    ]
    return columns(("", "A", "speaker, class", "B", "speaker, class"), rows, frozenset({0}))


def _cells(forum: Forum, turn: PublicSpeaker, with_day: bool) -> tuple[str, str]:
    day = f"{turn.start.day} {MONTHS[turn.start.month - 1][:3]} " if with_day else ""
    who = turn.speaker
    is_said = who.organisation is None or who.class_label is None
    return f"{day}{clock(forum, turn.start)}", who.label if is_said else f"{who.label}; {who.class_label}"


def _figures(comparison: OrderingComparison) -> str:
    header = ("", *(f"{side} {made.policy.value}" for side, made in _sides(comparison)))
    labels = {
        "Places of stakeholders": lambda made: ", ".join(map(str, made.stakeholder_places)) or "-",
        "First stakeholder": lambda made: _place(made.stakeholder_places[:1]),
        "Last stakeholder": lambda made: _place(made.stakeholder_places[-1:]),
        "Longest run without one": lambda made: f"{made.longest_run_speakers}, {made.longest_run_minutes:g} min",
        "Lower rank before higher": lambda made: str(made.rank_inversions),
        "Furthest from even": _even,
    }
    return columns(header, [(label, *(of(made) for _, made in _sides(comparison))) for label, of in labels.items()])


def _place(places: Sequence[int]) -> str:
    return str(places[0]) if places else "-"


def _even(made: OrderedList) -> str:
    found = made.evenness
    if found is None:
        return "-"
    return f"{found.value:g} min" + ("" if found.best is None else f" (at best {found.best:g})")
