"""What holds in every selection, what it is best in, and what a forum adds to that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.sharing import Balance, Per, Trait
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.services.method.document import Block, Passage, Section, Table, passages, points
from scheduler.services.method.examples import EXAMPLES
from scheduler.services.method.figures import Figures
from scheduler.services.method.words import (
    ENGLISH,
    class_named,
    constituency_named,
    counted,
    kinds_named,
    listed,
    percent,
    resting_on,
)
from scheduler.translate.selection_balances import Bound
from scheduler.translate.settings import settings_of
from solver.rule import Level, sentence, setting_of
from solver.selection.rulebook import LEVELS, LIMITS, RULES
from solver.selection.rules.base import SelectionRule

COUNTING = (
    "The percentages are of the places there are, as far as they are asked for: at least rounded up, at most rounded "
    "down. Where a session promises nobody a share, a class counts with as much of its places as it has of the "
    "requests."
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
    "Of all selections that hold what always holds, the method takes the best by these levels, in this order. A "
    "level is looked at only among the selections that are best at all levels before it, and each is proven: no "
    "other selection comes to less. The whole forum is decided at once, so that whoever is given a place in one "
    "session can make room for others elsewhere."
)
FIRST = {
    "ranking-is-followed": "the one its requester wants more",
    "everybody-speaks-once": "an organisation that would be heard nowhere else",
    "first-choice-first": "a first choice before a second",
    "early-before-late": "one that came in time before a late one",
    "lot-decides": "the lower number of the lot",
}
"""Which of two requests comes first by a level, in a few words."""
RANKING = (
    "Whose ranking counts: priorities are compared inside one quota among all requests of one constituency, which "
    "its focal point ranks; without a constituency, among those of one participant; and among those that one body "
    "nominated. Who is given a first choice is not passed over in a second."
)


def limits(forum: Forum) -> Section:
    """Say what no selection may exceed."""
    told = [(rule.name, f"{sentence(rule)} {EXAMPLES[rule.name]}") for rule in active(forum, LIMITS)]
    blocks: list[Block] = [
        *passages("These hold in every selection, before anything else is looked at:"),
        points(*told),
    ]
    blocks += passages(*_turned_off(forum, LIMITS), *_organisations(forum))
    return Section(id="limits", title="What always holds", blocks=tuple(blocks))


def _organisations(forum: Forum) -> Iterator[str]:
    settings = forum.selection
    here = _most(settings.most_in_session)
    everywhere = _most(settings.most_in_forum)
    yield f"In this forum an organisation has {here} in one session, and {everywhere} in the forum as a whole."
    free = [class_named(forum, item.id) for item in forum.classes if item.delegation]
    if free and (settings.most_in_session or settings.most_in_forum):
        yield f"These limits do not bind delegations: {listed(free)}."
    yield "Whoever only joins in the statement of another is heard with it, and keeps all places of its own."


def _most(number: int | None) -> str:
    return "any number of places" if number is None else f"at most {counted(number, 'place')}"


def balances(figures: Figures) -> Section:
    """Say how many of those who are given a place should be of which group."""
    forum = figures.forum
    if not forum.balances:
        none = "This forum sets no balance: neither region nor gender nor any group counts for who is given a place."
        return Section(id="balances", title="Balances", blocks=passages(none))
    blocks: list[Block] = [
        *passages("Of those who are given a place, as many should be of these groups:"),
        points(*((balance.id, _balance(forum, balance)) for balance in forum.balances)),
        *passages(COUNTING, UNMET),
    ]
    if any(balance.trait is Trait.GENDER for balance in forum.balances):
        blocks += passages(GENDER)
    rows = tuple(_bound(bound) for bound in figures.bounds)
    if rows:
        header = ("balance", "where", "places", "at least", "at most")
        title = "As requests stand now" if figures.as_asked else "If everybody asked once"
        blocks.append(Table(title=title, header=header, rows=rows, numbers=(2, 3, 4)))
    return Section(id="balances", title="Balances", blocks=tuple(blocks))


def _balance(forum: Forum, balance: Balance) -> str:
    least = f"at least {percent(balance.least_percent)}" if balance.least_percent is not None else ""
    most = f"at most {percent(balance.most_percent)}" if balance.most_percent is not None else ""
    bounds = listed([part for part in (least, most) if part])
    kinds = f" of the kind {kinds_named(forum, balance.kinds)}" if balance.kinds else ""
    where = f"In each session{kinds}" if balance.per is Per.SESSION else f"Over all sessions{kinds} of the forum"
    of_class = balance.participant_class
    places = f"floor places of {class_named(forum, of_class)}" if of_class else "places, those of roles included,"
    return (
        f"{where}, {bounds} of the {places} for those counted as {_trait(forum, balance)}. {resting_on(balance.basis)}"
    )


def _bound(bound: Bound) -> tuple[str, ...]:
    where = bound.session or "the forum"
    return bound.balance.id, where, str(bound.places), str(bound.least), "" if bound.most is None else str(bound.most)


def _trait(forum: Forum, balance: Balance) -> str:
    flags = {flag.id: say(forum, flag.label, ENGLISH) for flag in forum.flags}
    value = clean_line(balance.value)
    named = {
        Trait.FLAG: flags.get(value, value),
        Trait.CONSTITUENCY: constituency_named(forum, value) if value in forum.constituency_by_id else value,
        Trait.CLASS: class_named(forum, value) if value in forum.class_by_id else value,
    }
    return f"{balance.trait.value} '{named.get(balance.trait, value)}'"


def levels(forum: Forum) -> Section:
    """Say what is compared between selections that hold all that must hold, in which order, each with an example."""
    found = active(forum, LEVELS)
    told = [(rule.name, f"{sentence(rule)} {EXAMPLES[rule.name]}") for rule in found]
    blocks: list[Block] = [Passage(text=COMPARED), points(*told, numbered=True)]
    blocks += passages(*_turned_off(forum, LEVELS), RANKING)
    shortly = [FIRST[rule.name] for rule in found if rule.name in FIRST]
    if shortly:
        between = "for two requests of one quota between which nothing else decides, first comes"
        blocks += passages(f"Put shortly, {between} {'; then '.join(shortly)}.")
    return Section(id="levels", title="What decides where more ask than can be given a place", blocks=tuple(blocks))


def active(forum: Forum, rules: Sequence[SelectionRule]) -> list[SelectionRule]:
    """Return the rules of a selection that the forum has not turned off."""
    settings = settings_of(forum, RULES)
    return [rule for rule in rules if setting_of(rule, settings).level is not Level.IGNORE]


def _turned_off(forum: Forum, rules: Sequence[SelectionRule]) -> Iterator[str]:
    kept = active(forum, rules)
    if ignored := [rule.name for rule in rules if rule not in kept]:
        yield f"Turned off in this forum: {listed(ignored)}."
