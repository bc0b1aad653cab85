"""The log of requests, the times lists are open, and the lot: each says what it needs to be read."""

from __future__ import annotations

import datetime as dt
import hashlib

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.formats.draft import Draft
from scheduler.formats.raw import SETTINGS

_NEEDS_OFFICER = (Basis.ACCREDITATION, Basis.OBJECTION, Basis.OVERRIDE)
_OF_TWO = (Happening.SWAP_OFFERED, Happening.SWAPPED, Happening.SWAP_REFUSED, Happening.MERGED)


def check_log(draft: Draft) -> None:
    """An entry comes after the one before it and says what its sort of entry needs."""
    last = 0
    for row, entry in draft.values("log"):
        if entry.number <= last:
            problem = f"Entry {entry.number} comes after entry {last}."
            draft.fault("log", row, "number", problem, "Entries are in order; add new ones at the end.")
        last = max(last, entry.number)
        _check_entry(draft, row, entry)


def _check_entry(draft: Draft, row: int, entry: Entry) -> None:
    if entry.at.tzinfo is not None:
        draft.fault("log", row, "at", "The time has an offset.", "Write local time, as 2026-03-02 10:15.")
    if entry.basis in _NEEDS_OFFICER:
        for column in ("by", "reason"):
            if getattr(entry, column) is None:
                problem = f"It rests on {_AN[entry.basis]}, which the method did not decide."
                draft.fault("log", row, column, problem, "Write who entered it, and why.")
    if entry.happening in _OF_TWO and entry.other is None:
        draft.fault("log", row, "other", f"'{entry.happening.value}' is about two requests.", "Write the other one.")
    if entry.happening is Happening.SUBSTITUTED and entry.person is None:
        draft.fault("log", row, "person", "Nobody is named to speak instead.", "Write the person.")
    if entry.happening is Happening.YIELDED and entry.minutes is None:
        draft.fault("log", row, "minutes", "It does not say how much time is yielded.", "Write the minutes.")


_AN = {
    Basis.ACCREDITATION: "accreditation",
    Basis.OBJECTION: "an objection",
    Basis.OVERRIDE: "an override",
}


def check_windows(draft: Draft) -> None:
    """Lists open before they close, and responses fit into the floor."""
    settings = draft.forum.selection
    for number, session in draft.values("sessions"):
        opens, closes = session.list_opens or settings.list_opens, session.list_closes or settings.list_closes
        own = session.list_opens or session.list_closes
        if own and opens and closes and closes <= opens:
            problem = f"The list closes {_said(closes)}, and opens {_said(opens)}."
            draft.fault("sessions", number, "list_closes", problem, "Write a later time.")
        if session.response_minutes > session.floor_minutes:
            problem = f"{session.response_minutes} minutes for responses are more than the floor has."
            draft.fault("sessions", number, "response_minutes", problem, f"Write {session.floor_minutes} or less.")
    if settings.list_opens and settings.list_closes and settings.list_closes <= settings.list_opens:
        problem = f"Lists close {_said(settings.list_closes)}, and open {_said(settings.list_opens)}."
        draft.fault(SETTINGS, None, "selection.list_closes", problem, "Write a later time.")


def _said(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def check_lot(draft: Draft) -> None:
    """A seed that is published is the one that was committed to."""
    settings = draft.forum.selection
    if settings.lot_commitment is None:
        _warn_of_no_commitment(draft)
        return
    _warn_of_times(draft)
    if settings.lot_seed is None:
        return
    digest = hashlib.sha256(settings.lot_seed.encode("utf-8")).hexdigest()
    if digest != settings.lot_commitment:
        problem = f"The seed's digest is {digest[:12]}..., and {settings.lot_commitment[:12]}... was published."
        draft.fault(SETTINGS, None, "selection.lot_seed", problem, "Write the seed that was committed to.")


def _warn_of_no_commitment(draft: Draft) -> None:
    instead = "State the digest that was published before lists closed, from forum lot commit, or take it out."
    for column, what in (("lot_seed", "seed"), ("lot_value", "public value")):
        if getattr(draft.forum.selection, column) is not None:
            problem = f"A {what} is stated, and nobody committed to a seed: the lot can be steered."
            draft.warn(SETTINGS, None, f"selection.{column}", problem, instead)


def _warn_of_times(draft: Draft) -> None:
    """A digest published after a list closed, or a lot drawn before the last one did, can be steered."""
    settings = draft.forum.selection
    closes = [settings.list_closes, *(session.list_closes for _, session in draft.values("sessions"))]
    moments = sorted(_wall(draft, moment) for moment in closes if moment is not None)
    if not moments:
        return
    committed, drawn = settings.lot_committed, settings.lot_drawn
    if committed and not settings.lot_late and _wall(draft, committed) >= moments[0]:
        problem = f"The seed was committed to {_said(committed)}, and a list closed {_said(moments[0])}."
        draft.warn(SETTINGS, None, "selection.lot_committed", problem, "State in selection.lot_late why.")
    if drawn and _wall(draft, drawn) < moments[-1]:
        problem = f"The lot was drawn {_said(drawn)}, and lists close {_said(moments[-1])}."
        draft.warn(SETTINGS, None, "selection.lot_drawn", problem, "Draw it once all lists have closed.")


def _wall(draft: Draft, moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(draft.forum.zone).replace(tzinfo=None) if moment.tzinfo else moment
