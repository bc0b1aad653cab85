"""What holds in every selection, what it is best in, and what a forum adds to that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.sharing import Balance, Trait
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.services.method.document import Block, Passage, Section, Table, passages, points
from scheduler.services.method.examples import EXAMPLES
from scheduler.services.method.figures import Figures
from scheduler.services.method.words import (
    ENGLISH,
    class_named,
    constituency_named,
    grouped,
    listed,
    resting_on,
)
from scheduler.translate.settings import settings_of
from solver.rule import Level, sentence, setting_of
from solver.selection.rulebook import LEVELS, LIMITS, RULES
from solver.selection.rules.base import SelectionRule

COUNTING = (
    "The percentages are of the places there are, as far as they are asked for: at least rounded up, at most rounded "
    "down. A flag counts whether it is stated of the participant or of the request. Where a session promises nobody a "
    "share, a class counts with as much of its places as it has of the requests."
)
UNMET = (
    "A bound that cannot be met is not dropped: as many as can be are given, and the selection lists the shortfall "
    "and, for the organisers, which requests would lessen it."
)
GENDER = (
    "Gender counts only as people stated it themselves, and only where they agreed that it counts; a speaker who said "
    "nothing, or is still to be named, counts as neither."
)

COMPARED = (
    "The steps, which are called levels where a selection tells of them. A level is looked at only among the "
    "selections that are best at all levels before it, and each is proven: no other selection comes to less. Since the "
    "whole forum is decided at once, whoever is given a place in one session can make room for others elsewhere."
)
RANKING = (
    "Whose ranking counts: priorities are compared inside one quota among all requests of one constituency, which "
    "its focal point ranks; without a constituency, among those of one participant; and among those that one body "
    "nominated. Who is given a first choice is not passed over in a second."
)


def balances(figures: Figures) -> Section | None:
    """Say how many of those who are given a place should be of which group, where the forum asks for that."""
    forum = figures.forum
    if not forum.balances:
        return None
    blocks: list[Block] = [
        *passages(COUNTING, UNMET),
        *passages(*_bases(forum)),
    ]
    if any(balance.trait is Trait.GENDER for balance in forum.balances):
        blocks += passages(GENDER)
    rows = tuple(_bounds(figures))
    if rows:
        header = ("balance", "counts", "where", "places", "at least", "at most")
        title = "As requests stand now" if figures.as_asked else "If everybody asked once"
        blocks.append(Table(title=title, header=header, rows=rows, numbers=(3, 4, 5)))
    return Section(id="balances", title="Balances", blocks=tuple(blocks))


def _bases(forum: Forum) -> Iterator[str]:
    for basis, ids in grouped((balance.basis, balance.id) for balance in forum.balances):
        yield f"{listed(ids)}: {resting_on(basis)}"


def _bounds(figures: Figures) -> Iterator[tuple[str, ...]]:
    """Yield what each balance comes to, once for all sessions in which it comes to the same."""
    told = (
        (
            (
                bound.balance.id,
                f"{bound.balance.trait.value} {value_named(figures.forum, bound.balance)}",
                *map(str, (bound.places, bound.least)),
                "" if bound.most is None else str(bound.most),
            ),
            bound.session or "the forum",
        )
        for bound in figures.bounds
    )
    for (name, counts, *numbers), where in grouped(told):
        yield name, counts, ", ".join(where), *numbers


def value_named(forum: Forum, balance: Balance) -> str:
    """Name which flag, region or other trait a balance counts."""
    flags = {flag.id: say(forum, flag.label, ENGLISH) for flag in forum.flags}
    value = clean_line(balance.value)
    named = {
        Trait.FLAG: flags.get(value, value),
        Trait.CONSTITUENCY: constituency_named(forum, value) if value in forum.constituency_by_id else value,
        Trait.CLASS: class_named(forum, value) if value in forum.class_by_id else value,
    }
    return named.get(balance.trait, value)


def levels(forum: Forum) -> Section:
    """Say what no selection may exceed, and what is compared between those that hold it, each with an example."""
    found = active(forum, LEVELS)
    holds = [(rule.name, f"{sentence(rule)} {EXAMPLES[rule.name]}") for rule in active(forum, LIMITS)]
    told = [(rule.name, f"{sentence(rule)} {EXAMPLES[rule.name]}") for rule in found]
    blocks: list[Block] = [
        *passages("These limits hold in every selection, before any step is looked at:"),
        points(*holds),
        *passages("Whoever only joins in the statement of another is heard with it, and keeps all places of its own."),
        Passage(text=COMPARED),
        points(*told, numbered=True),
        *passages(*_turned_off(forum, RULES), RANKING),
    ]
    return Section(id="levels", title="Limits and steps, exactly", blocks=tuple(blocks))


def active(forum: Forum, rules: Sequence[SelectionRule]) -> list[SelectionRule]:
    """Return the rules of a selection that the forum has not turned off."""
    settings = settings_of(forum, RULES)
    return [rule for rule in rules if setting_of(rule, settings).level is not Level.IGNORE]


def _turned_off(forum: Forum, rules: Sequence[SelectionRule]) -> Iterator[str]:
    kept = active(forum, rules)
    if ignored := [rule.name for rule in rules if rule not in kept]:
        yield f"Turned off in this forum: {listed(ignored)}."
