"""The whole procedure in a few steps, before the page goes into each."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.publish.hours import dated
from scheduler.services.method.document import Section, passages, points
from scheduler.services.method.giving import active
from scheduler.services.models.reading import model_named, model_names
from solver.selection.rulebook import LEVELS, LIMITS

FIRST = {
    "ranking-is-followed": "what a requester wants most",
    "everybody-speaks-once": "who is heard nowhere else",
    "first-choice-first": "who asks as a first choice",
    "early-before-late": "who asked in time",
}
"""Who comes first by a level, in the fewest words."""


def summary(forum: Forum) -> Section:
    """Say in a few steps how somebody comes to have the floor."""
    intro = (
        "This page says who is given the floor at this forum, by a method that anybody can read and repeat. It is "
        "made from the forum's settings, and changes when they do. Whoever reads it can tell in advance how a request "
        "will be decided, as far as the requests of others are known."
    )
    closing = (
        "These are the steps, in their order. The sections below say each exactly, with the figures, how the lot is "
        "drawn and how to repeat it."
    )
    blocks = (*passages(intro, *_model(forum)), points(*_steps(forum), numbered=True), *passages(closing))
    return Section(id="summary", title="In short", blocks=blocks)


def _model(forum: Forum) -> Iterator[str]:
    name = forum.selection.model
    if name is None:
        return
    if name not in model_names():
        yield f"The forum follows the participation model {name}, which it brings itself."
        return
    text = model_named(name).text
    yield f"The forum follows the participation model {text.label} ({name}). {text.description}"
    yield "A forum can change what its model set; this page says what holds now."


def _steps(forum: Forum) -> Iterator[str]:
    settings = forum.selection
    until = f" until {dated(forum, settings.list_closes)}" if settings.list_closes else ""
    yield (
        f"Delegations, entities and organisations ask for the floor in a session{until}. To be first is no advantage "
        "when places are given."
    )
    if forum.shares:
        yield "The floor of each session is shared out among classes in minutes, by shares that are stated beforehand."
        yield "What a class has is shared out among its constituencies, in proportion to what each asks for."
    else:
        yield "The floor of each session is open to all who may ask, since no class is promised a share."
    yield "What stays unused while somebody is refused whose statement would fit is shared out again."
    limits = active(forum, LIMITS)
    unbound = "; delegations any" if any(group.delegation for group in forum.classes) else ""
    if forum.selection.most_in_session is not None and any(rule.name == "organisation-in-session" for rule in limits):
        yield f"An organisation has {_times(forum.selection.most_in_session)} in a session at most{unbound}."
    if forum.selection.most_in_forum is not None and any(rule.name == "organisation-in-forum" for rule in limits):
        yield f"An organisation has {_times(forum.selection.most_in_forum)} in the forum at most{unbound}."
    yield from _deciding(forum)
    yield "Whoever is given no place waits for one, and is told why in a sentence and at which position."
    yield (
        "A place that is given back goes to whoever waits and is best by the same steps then, everybody else keeping "
        "theirs."
    )
    yield "What an officer, an objection or accreditation decides is no outcome of these steps, and is told as that."
    yield "Who is given a place is put in order by protocol, with stakeholders interspersed where the session says so."


def _times(most: int) -> str:
    return "1 place" if most == 1 else f"{most} places"


def _deciding(forum: Forum) -> Iterator[str]:
    levels = [rule.name for rule in active(forum, LEVELS)]
    balanced = ", so that the balances stated below are met as far as can be" if forum.balances else ""
    firsts = [words for name, words in FIRST.items() if name in levels]
    if firsts:
        yield f"Where more ask than there are places{balanced}, first comes {', then '.join(firsts)}."
    if "lot-decides" not in levels:
        yield "No lot is drawn, so that nothing says what is done with what is then still equal."
    elif forum.selection.lot_commitment:
        yield "What is then still equal a lot decides, to whose seed the organisers are bound before lists close."
    else:
        yield "What is then still equal a lot decides. Nobody is bound to its seed, so it can be foreseen."
