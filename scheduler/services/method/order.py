"""In what order those who were given a place speak: how lists are put in order and stakeholders interspersed."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode, Policy, Session, SessionKind
from scheduler.publish.clean import clean_line
from scheduler.services.method.document import Block, Section, Table, passages, points
from scheduler.services.method.words import class_named, counted, kind_named, listed, minutes, session_named
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

EVENNESS = (
    "Where stakeholders are interspersed, their share of the time so far strays as little as can be from their share "
    "of the whole, at its worst and then over all places."
)
AFTER_EVENNESS = ("protocol-order", "neighbours-differ", "reserved-places")
"""Rules of a list that yield to an even spread."""


def order(forum: Forum) -> Section:
    """Say how the list of each kind of session is made, and which decision that rests on."""
    sessions = [session for session in forum.sessions if session.floor_minutes]
    kinds = [kind for kind in forum.kinds if any(session.kind == kind.id for session in sessions)]
    blocks: list[Block] = [*passages(*_intro(forum))]
    if forum.ranks and any(kind.ranks or kind.policy is Policy.RANK_AND_TIME for kind in kinds):
        blocks += _ranks(forum)
    blocks += [points(*((kind_named(forum, kind.id), " ".join(_kind(kind))) for kind in kinds))] if kinds else []
    own = [(session_named(forum, session), told) for session in sessions if (told := _own(forum, session))]
    blocks += [*passages("These sessions differ from their kind:"), points(*own)] if own else []
    blocks += _rules(forum)
    return Section(id="order", title="In what order people speak", blocks=tuple(blocks))


def _intro(forum: Forum) -> Iterator[str]:
    mixed = [class_named(forum, item.id) for item in forum.classes if item.interspersed]
    yield (
        "Who was given a place is put in order by protocol: first the place of the class, then requests that came in "
        "time before late ones, then the rank of the speaker where the kind of session says so, then the order named "
        "there. Where a list has an open window, requests in it are equal in time for that order too, and of requests "
        "that are equal in time the one with the lower number drawn comes first. Who holds a pinned place speaks at "
        "that place; pins are set by the organisers, not by the method."
    )
    if mixed:
        yield f"Where a kind of session says that stakeholders are interspersed, these classes are: {listed(mixed)}."
    else:
        yield "No class of this forum is interspersed among the others."
    steps = sorted({item.protocol_place for item in forum.classes})
    named = [
        listed([class_named(forum, item.id) for item in forum.classes if item.protocol_place == step], "or")
        for step in steps
    ]
    if len(steps) > 1:
        yield f"Classes come in this order: {'; then '.join(named)}."
    elif steps:
        yield "All classes form one order."


def _ranks(forum: Forum) -> tuple[Block, ...]:
    ranks = sorted(forum.ranks, key=lambda rank: rank.order)
    rows = tuple((str(rank.order), clean_line(rank.label)) for rank in ranks)
    return (Table(title="Ranks, the highest first", header=("place", "rank"), rows=rows, numbers=(0,)),)


def _kind(kind: SessionKind) -> Iterator[str]:
    yield f"{_sentence(MODES[kind.mode])} {_mandate(kind.mandate, kind.mode)}"
    yield policy_sentence(kind.policy)
    if kind.policy is not Policy.RANK_AND_TIME:
        yield "A higher rank comes earlier." if kind.ranks else "Ranks do not count."
    if kind.groups_first:
        yield "Statements on behalf of groups come before national ones."
    yield _limits(kind)


def _limits(kind: SessionKind) -> str:
    lengths = (
        ("a national statement", kind.minutes_national),
        ("one for a group", kind.minutes_group),
        ("one of a stakeholder", kind.minutes_interspersed),
        ("a joint one", kind.minutes_joint),
    )
    return f"Time limits: {listed([f'{minutes(length * 60)} for {what}' for what, length in lengths])}."


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
    blocks += passages("And a list is as good as can be in these, each yielding to those before it:")
    blocks.append(points(*best, numbered=True))
    if turned_off:
        blocks += passages(f"Turned off in this forum: {listed(turned_off)}.")
    changeover = forum.speaker_changeover_seconds
    told = f"Speakers change in {counted(changeover, 'second')}." if changeover else "No time is counted for changing."
    return (*blocks, *passages(told))
