"""The first page: what decides, the lot, and what happens after a selection; the appendices say each exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode
from scheduler.domain.sharing import Per
from scheduler.services.method.document import Section, passages, points
from scheduler.services.method.first import Letters
from scheduler.services.method.giving import active, value_named
from scheduler.services.method.words import class_named, kind_named, kinds_named, listed, percent
from scheduler.translate.drawing import is_drawn
from solver.selection.rulebook import LEVELS

STEPS: Mapping[str, str] = {
    "places-are-filled": "As many of the places that are asked for are given as can be.",
    "ranking-is-followed": (
        "In a quota, what a constituency (without one, a participant) ranks higher comes first; what it does not rank "
        "comes last."
    ),
    "everybody-speaks-once": "As many participants as can be are heard at all, before any is heard twice.",
    "first-choice-first": "A first choice of session comes before a second.",
    "early-before-late": "What came in time comes before what is late.",
    "marks-decide": "Side events with better marks come first.",
    "lot-decides": "The lower numbers of the lot come first.",
}
"""Each level in the fewest words; the balances are told with what they ask for."""


def deciding(forum: Forum, letters: Letters) -> Section:
    """Say in which order requests are weighed where more ask than there are places."""
    told = [_step(forum, letters, rule.name) for rule in active(forum, LEVELS) if _applies(forum, rule.name)]
    intro = (
        "All sessions are decided at once. Of all outcomes within these places and limits the best by these steps is "
        f"taken, each step only where those before it are equal (appendix {letters['levels']}):"
    )
    reach = (
        "Steps are weighed over the forum as a whole, so a balance, or who is heard in another session, decides "
        "between two of one quota before the lot does."
    )
    again = (
        "Time then unused while a refused statement would fit is shared out again by the same steps, everybody "
        "keeping the place already given."
    )
    blocks = (
        *passages(intro),
        points(*told, numbered=True),
        *passages(" ".join([reach, again, *_events(forum, letters)]), _lot(forum, letters)),
    )
    return Section(id="deciding", title="What decides where more ask than there are places", blocks=blocks)


def _applies(forum: Forum, level: str) -> bool:
    if level == "marks-decide":
        return bool(forum.criteria)
    if level == "early-before-late":
        return bool(forum.selection.list_closes or any(session.list_closes for session in forum.sessions))
    return level != "balance-is-met" or bool(forum.balances)


def _step(forum: Forum, letters: Letters, level: str) -> str:
    if level != "balance-is-met":
        return STEPS[level]
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for balance in forum.balances:
        least = f"at least {percent(balance.least_percent)}" if balance.least_percent is not None else ""
        most = f"at most {percent(balance.most_percent)}" if balance.most_percent is not None else ""
        where = kinds_named(forum, balance.kinds)
        over = f"in {where or 'the forum'} as a whole" if balance.per is Per.FORUM else f"in each {where or 'session'}"
        of_class = class_named(forum, balance.participant_class) if balance.participant_class else "all"
        key = (f"of {of_class} {over}", listed([part for part in (least, most) if part]), balance.trait.value)
        found[key].append(value_named(forum, balance))
    told = [
        f"{where} {bounds} {'each ' if len(values) > 1 else ''}for {trait} {listed(values)}"
        for (where, bounds, trait), values in found.items()
    ]
    return f"As near as can be to the balances (appendix {letters['balances']}): {'; '.join(told)}."


def _lot(forum: Forum, letters: Letters) -> str:
    """Say what the lot is and why nobody can steer it, or that somebody could."""
    if not any(rule.name == "lot-decides" for rule in active(forum, LEVELS)):
        return "No lot is drawn, so that nothing says what is done with what is then still equal."
    by_hand = f"Anybody can work a number out: appendix {letters['lot']}."
    if forum.selection.lot_commitment is None:
        return (
            "The lot: each request has a number, worked out from its id and the forum's uid. Nobody is bound to a "
            f"secret seed, so it can be foreseen. {by_hand}"
        )
    late = " The digest came after a list had closed; the reason is there." if forum.selection.lot_late else ""
    state = "It is drawn." if is_drawn(forum) else "It is not drawn yet."
    return (
        "The lot: each request has a number, worked out from its id, a secret seed and a public value. A digest that "
        "binds the organisers to the seed is published before lists close, and nobody knows the value before, so "
        f"nobody can choose a number. {state}{late} {by_hand}"
    )


def _events(forum: Forum, letters: Letters) -> Iterator[str]:
    """Say how side events are chosen, where the forum has any."""
    if "side-events" not in letters:
        return
    settings = forum.selection
    led = "any number" if settings.most_events_led is None else f"at most {settings.most_events_led}"
    cap = "" if settings.most_side_events is None else f" (at most {settings.most_side_events} of a kind)"
    yield (
        f"Side events are chosen by the same steps, as many as rooms and hours hold{cap}; one participant leads {led} "
        f"(appendix {letters['side-events']})."
    )


def afterwards(forum: Forum, letters: Letters) -> Section:
    """Say who waits, who is promoted, what whoever has a place can do with it, and in what order people speak."""
    passing = "constituency of the class, then to another class" if forum.constituencies else "class"
    text = (
        "Whoever is given no place waits in the quota of the first choice, and is told privately at which position "
        "and, in a sentence, why. When somebody withdraws, is declined or joins another's statement, the first who "
        "waits in that quota and whom the limits allow is given the place, by the same steps as things stand then; "
        f"everybody else keeps theirs. Where nobody waits there it passes to another {passing}. To withdraw needs no "
        "reason. Another speaker can be named; who cannot come keeps the place from afar (appendix "
        f"{letters['waiting']})."
    )
    blocks = passages(text, *_speaking(forum, letters))
    return Section(id="afterwards", title="Waiting, withdrawing, speaking", blocks=blocks)


def _speaking(forum: Forum, letters: Letters) -> Iterator[str]:
    """Say in what order people speak."""
    sessions = [session for session in forum.sessions if session.floor_minutes]
    if not sessions:
        return
    mixed = (Mode.THROUGHOUT, Mode.AFTER_OPENING)
    kinds = dict.fromkeys(s.kind for s in sessions if (s.mode or forum.kind_by_id[s.kind].mode) in mixed)
    told = f"Speakers come by protocol, class by class, late ones last in theirs (appendix {letters['order']})."
    if kinds and any(item.interspersed for item in forum.classes):
        where = listed([kind_named(forum, kind) for kind in kinds])
        told += f" In {where}, stakeholders (appendix {letters['requesting']}) are spread evenly among the others."
    yield told


def outside(forum: Forum, letters: Letters) -> Section:
    """Say what the method does not decide, how a decision is checked, and to whom one turns."""
    texts = (
        "Not decided by these steps: accreditation, objections as by a State, an officer's override, which sessions "
        "there are and how long they last, who chairs, pinned places. Each is recorded with officer and reason as "
        f"what it is (appendix {letters['outside']}).",
        "Refusals are private; the public sees totals. With the forum's files, forum lot verify FORUM repeats the lot "
        "and every decision. Whoever finds a decision that does not follow from this page writes to the organisers, "
        "naming request and step; what they change is recorded as a decision outside the method (appendix "
        f"{letters['published']}).",
    )
    return Section(id="outside-shortly", title="What is decided elsewhere, and how to check", blocks=passages(*texts))
