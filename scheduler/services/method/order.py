"""In what order those who were given a place speak: how lists are put in order and stakeholders interspersed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode, Policy, Session, SessionKind
from scheduler.publish.clean import clean_line
from scheduler.services.method.document import Block, Section, Table, passages, points
from scheduler.services.method.words import class_named, counted, grouped, kind_named, listed, session_named
from scheduler.translate.policies import policy_sentence
from scheduler.translate.settings import settings_of
from solver.rule import Level, sentence, setting_of
from solver.speakers.rulebook import RULES

MODES = {
    Mode.THROUGHOUT: (
        "stakeholders are interspersed: they are spread over the whole list as evenly as can be, so that after every "
        "speaker their share of the time so far is as near as possible to their share of the whole list"
    ),
    Mode.AFTER_OPENING: (
        "an opening segment of pinned places comes first; after it stakeholders are interspersed as evenly as can be, "
        "their share of the time so far being as near as possible to their share of the rest"
    ),
    Mode.RESERVED: (
        "stakeholders are not interspersed: they speak at the places reserved for them, and those without such a place "
        "follow after all others"
    ),
    Mode.NONE: (
        "nobody is interspersed: all speak in one order, class by class; such a list is exempt from interspersal"
    ),
}
"""Where the classes that are interspersed stand in a list, by mode."""

MODE_NAMES = {
    Mode.THROUGHOUT: "throughout",
    Mode.AFTER_OPENING: "after opening",
    Mode.RESERVED: "reserved",
    Mode.NONE: "none",
}

EVENNESS = (
    "Where stakeholders are interspersed, their share of the time so far strays as little as can be from their share "
    "of the whole, at its worst and then over all places."
)
AFTER_EVENNESS = ("protocol-order", "neighbours-differ", "reserved-places")
"""Rules of a list that yield to an even spread."""


def order(forum: Forum) -> Section | None:
    """Say how the list of each kind of session is made, and which decision that rests on."""
    sessions = [session for session in forum.sessions if session.floor_minutes]
    kinds = [kind for kind in forum.kinds if any(session.kind == kind.id for session in sessions)]
    if not kinds:
        return None
    blocks: list[Block] = [*passages(*_intro(forum)), *_kinds(forum, kinds)]
    if forum.ranks and any(kind.ranks or kind.policy is Policy.RANK_AND_TIME for kind in kinds):
        blocks += _ranks(forum)
    own = [(session_named(forum, session), told) for session in sessions if (told := _own(forum, session))]
    blocks += [*passages("These sessions differ from their kind:"), points(*own)] if own else []
    blocks += _rules(forum)
    return Section(id="order", title="In what order people speak, by kind of session", blocks=tuple(blocks))


def _intro(forum: Forum) -> Iterator[str]:
    yield (
        "Who was given a place is put in order by protocol: first the place of the class, then requests that came in "
        "time before late ones, then the rank of the speaker where the kind of session says so, then the order named "
        "there. Where a list has an open window, requests in it are equal in time for that order too, and of requests "
        "that are equal in time the one with the lower number drawn comes first. Who holds a pinned place speaks at "
        "that place; pins are set by the organisers, not by the method."
    )
    steps = sorted({item.protocol_place for item in forum.classes})
    named = [
        listed([class_named(forum, item.id) for item in forum.classes if item.protocol_place == step], "or")
        for step in steps
    ]
    if len(steps) > 1:
        yield f"Classes come in this order: {'; then '.join(named)}."


def _kinds(forum: Forum, kinds: Sequence[SessionKind]) -> Iterator[Block]:
    header = ("kind", "stakeholders", "order", "ranks", "groups first", "time limits")
    rows = tuple(
        (
            kind_named(forum, kind.id),
            MODE_NAMES[kind.mode],
            kind.policy.value,
            "yes" if kind.ranks or kind.policy is Policy.RANK_AND_TIME else "no",
            "yes" if kind.groups_first else "no",
            "/".join(f"{n:g}" for n in _limits(kind)),
        )
        for kind in kinds
    )
    yield Table(header=header, rows=rows)
    told = [f"{MODE_NAMES[mode]}: {MODES[mode]}." for mode in Mode if any(kind.mode is mode for kind in kinds)]
    told += [
        f"{policy.value}: {policy_sentence(policy)}" for policy in Policy if any(k.policy is policy for k in kinds)
    ]
    told += [
        "time limits: minutes of a national statement, of one for a group, of a stakeholder's and of a joint one.",
        "ranks: whether a higher rank comes earlier.",
        "groups first: whether statements on behalf of groups precede national ones.",
    ]
    yield points(*told)
    bases = grouped((clean_line(k.mandate or ""), kind_named(forum, k.id)) for k in kinds if k.mandate)
    mandates = [(listed(names), f"{mandate}.") for mandate, names in bases]
    if mandates:
        yield from passages("What this rests on; where nothing is named, no mandate is stated:")
        yield points(*mandates)


def _ranks(forum: Forum) -> tuple[Block, ...]:
    ranks = sorted(forum.ranks, key=lambda rank: rank.order)
    rows = tuple((str(rank.order), clean_line(rank.label)) for rank in ranks)
    return (Table(title="Ranks, the highest first", header=("place", "rank"), rows=rows, numbers=(0,)),)


def _limits(kind: SessionKind) -> tuple[float, ...]:
    return kind.minutes_national, kind.minutes_group, kind.minutes_interspersed, kind.minutes_joint


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _mandate(mandate: str | None, mode: Mode) -> str:
    if mandate:
        return f"Mandate: {clean_line(mandate)}."
    return "" if mode is Mode.NONE else "No mandate for this is stated."


def _own(forum: Forum, session: Session) -> str:
    kind = forum.kind_by_id[session.kind]
    told = []
    if session.mode is not None and session.mode is not kind.mode:
        told.append(f"{_sentence(MODES[session.mode])} {_mandate(session.mandate, session.mode)}".strip())
    elif session.mandate:
        told.append(_mandate(session.mandate, kind.mode))
    if session.policy is not None and session.policy is not kind.policy:
        told.append(policy_sentence(session.policy))
    if session.drawn_letter and (session.policy or kind.policy) is Policy.ALPHABETICAL:
        told.append(f"The letter drawn is {session.drawn_letter}.")
    return " ".join(told)


def _rules(forum: Forum) -> tuple[Block, ...]:
    settings = settings_of(forum, RULES)
    levels = {rule.name: setting_of(rule, settings).level for rule in RULES}
    holds = [(rule.name, sentence(rule)) for rule in RULES if levels[rule.name] is Level.BLOCK]
    best = [(rule.name, sentence(rule)) for rule in RULES if levels[rule.name] is Level.WARN]
    before = next((place for place, (name, _) in enumerate(best) if name in AFTER_EVENNESS), len(best))
    best.insert(before, ("evenness", EVENNESS))
    turned_off = [rule.name for rule in RULES if levels[rule.name] is Level.IGNORE]
    blocks: list[Block] = []
    if holds:
        blocks += [*passages("In every list these hold:"), points(*holds)]
    blocks += passages("A list is as good as can be in these, each yielding to those before it:")
    blocks.append(points(*best, numbered=True))
    if turned_off:
        blocks += passages(f"Turned off in this forum: {listed(turned_off)}.")
    changeover = forum.speaker_changeover_seconds
    told = f"Speakers change in {counted(changeover, 'second')}." if changeover else "No time is counted for changing."
    return (*blocks, *passages(told))
