"""Whether a selection rests on the lot that was committed to: what is confirmed, what differs, what no file can say."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.selection import Decision, Selection
from scheduler.publish.hours import dated
from scheduler.services.intake.replay import other_promotions, promotes
from scheduler.services.lot import NOT_COMMITTED, lot_of, numbers
from scheduler.services.lot_closing import bound, closings, digest_of_requests
from scheduler.translate.requests import instant

MOST_TOLD = 10
"""Decisions that differ, before the rest is only counted."""


class LotVerification(Value):
    """What repeating a lot came to, each as a sentence."""

    confirmed: tuple[str, ...]
    differs: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing differs."""
        return not self.differs


def verify_lot(forum: Forum, selection: Selection | None = None, again: Selection | None = None) -> LotVerification:
    """Repeat the lot of a forum, and compare a selection with the lot and with what selecting ``again`` came to."""
    lot = lot_of(forum)
    confirmed = [f"The published seed has the published digest {lot.commitment}."] if lot.commitment else []
    source = "the seed and the public value" if lot.value else "the seed alone"
    confirmed.append(f"The numbers drawn follow from {source}: {len(numbers(forum))} in all.")
    differs = list(_other_requests(forum))
    confirmed += [] if differs or not forum.selection.lot_requests else [_same_requests(forum)]
    differs += _out_of_time(forum)
    if selection is not None:
        other = list(_other_lot(forum, selection))
        differs += other
        confirmed += [] if other else ["The selection was made with this seed, digest and public value."]
    if selection is not None and again is not None:
        found = list(_other_decisions(selection, again))
        differs += found
        confirmed += [] if found else [f"Selecting again gave the same {_count(selection)} decisions."]
        promoted = sum(promotes(entry) for entry in forum.log[selection.logged :])
        found = list(other_promotions(forum, selection))
        differs += found
        confirmed += [f"Repeating the log gave the same promotions: {promoted}."] if promoted and not found else []
    return LotVerification(
        confirmed=tuple(confirmed), differs=tuple(differs), unknown=tuple(_unknown(forum, selection, again))
    )


def _count(selection: Selection) -> int:
    return len(selection.decisions) + len(selection.side_events)


def _same_requests(forum: Forum) -> str:
    return f"The {len(bound(forum))} requests are those the lot was drawn for, by their ids, sessions and requesters."


def _other_requests(forum: Forum) -> Iterator[str]:
    stated = forum.selection.lot_requests
    if stated is not None and digest_of_requests(forum) != stated:
        yield (
            f"The requests are not those the lot was drawn for: the digest of the {len(bound(forum))} there are of "
            f"that time is {digest_of_requests(forum)}, and {stated} was published. Since the lot was drawn one was "
            "given another id, requester, session, second choice, role or time, was added or taken out."
        )


def _out_of_time(forum: Forum) -> Iterator[str]:
    """Yield what was done before or after it may be; a reason that is published excuses a late commitment."""
    settings, moments = forum.selection, closings(forum)
    committed, drawn = settings.lot_committed, settings.lot_drawn
    if committed and not settings.lot_late and moments and instant(forum, committed) >= moments[0]:
        yield (
            f"The digest was published on {dated(forum, committed)}; a list had closed on {dated(forum, moments[0])}, "
            "and no reason is stated."
        )
    if drawn and moments and instant(forum, drawn) < moments[-1]:
        yield (f"The lot was drawn on {dated(forum, drawn)}, and lists closed on {dated(forum, moments[-1])}.")


def _other_lot(forum: Forum, selection: Selection) -> Iterator[str]:
    ours, theirs = lot_of(forum), selection.lot
    for name, what in (("commitment", "digest"), ("value", "public value"), ("seed", "seed")):
        stated, used = getattr(ours, name), getattr(theirs, name)
        if stated != used:
            yield f"The selection was made with the {what} {used or '(none)'}; the forum states {stated or '(none)'}."


def _other_decisions(selection: Selection, again: Selection) -> Iterator[str]:
    if selection.made_of != again.made_of:
        yield "The forum's files are not those the selection was made of: something was changed in them since."
    if (selection.levels, selection.side_levels) != (again.levels, again.side_levels):
        yield "The levels of the method come to other amounts when selecting again."
    yield from _other_parts(selection, again)
    if selection.quotas != again.quotas:
        yield "The places are shared out in another way when selecting again."
    if selection.balances != again.balances:
        yield "The balances come to other numbers when selecting again."
    ids = sorted(selection.decision_of.keys() | again.decision_of.keys())
    other = [one for one in ids if selection.decision_of.get(one) != again.decision_of.get(one)]
    for one in other[:MOST_TOLD]:
        before, after = _stated(selection.decision_of.get(one)), _stated(again.decision_of.get(one))
        yield f"{one}: the selection says {before}, selecting again says {after}."
    if len(other) > MOST_TOLD:
        yield f"{len(other) - MOST_TOLD} more decisions differ."


def _other_parts(selection: Selection, again: Selection) -> Iterator[str]:
    for number, (part, repeated) in enumerate(zip(selection.parts, again.parts, strict=False), 1):
        what = f"Part {number} ({', '.join(part.sessions) or ('side events' if part.side_events else 'all sessions')})"
        if part.made_of != repeated.made_of:
            yield f"{what} was made of other files: something was changed in them since."
        if part.levels != repeated.levels:
            yield f"{what}: the levels come to other amounts when selecting again."


def _stated(decision: Decision | None) -> str:
    if decision is None:
        return "nothing"
    where = f" in {decision.session}" if decision.session else ""
    place = f", place {decision.position}" if decision.position else ""
    return f"'{decision.state.value}{where}{place}: {decision.reason}'"


def _unknown(forum: Forum, selection: Selection | None, again: Selection | None) -> Iterator[str]:
    settings = forum.selection
    if settings.lot_commitment is None:
        yield NOT_COMMITTED
    else:
        closes = f" on {dated(forum, settings.list_closes)}" if settings.list_closes else ""
        yield (
            f"Whether the digest was published before lists closed{closes}: compare it with the place and the day "
            "it was published."
        )
    if settings.lot_commitment is not None and settings.lot_requests is None:
        yield "Whether requests are those there were when the lot was drawn: no digest of them was published."
    later = len(forum.requests) - len(bound(forum))
    if later:
        yield (
            f"Whether the ids of {later} requests that came after the lot was drawn were chosen to suit it: nothing "
            "binds them."
        )
    if settings.lot_value is not None:
        yield (
            f"Whether '{settings.lot_value}' is the public value that was named beforehand, and nobody could know it "
            "before lists closed: compare it with its own source."
        )
    if selection is None:
        yield "Whether a selection was made with this lot: name its file to compare them."
    elif again is None:
        yield "Whether selecting again gives the same decisions: it was not done."
    if selection is not None and selection.kept:
        yield (
            f"Whether places that were kept when the selection was made again ({len(selection.kept)}) had been given "
            "by an earlier selection and its log: compare them with the selection.json of that time."
        )
