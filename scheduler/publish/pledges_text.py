"""Pledges, recommendations and paragraphs of the declaration, by objective, for reading."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.publish.columns import wrapped
from scheduler.publish.papers import PublicPledge, public_pledges
from scheduler.publish.visible import say


def pledges_text(forum: Forum, language: str | None = None) -> str:
    """Return all records under each objective they are about, those about none at the end."""
    found = public_pledges(forum, language)
    if not found:
        return "No pledge, recommendation or paragraph is recorded.\n"
    lines = [wrapped(say(forum, forum.title, language))]
    for objective in forum.objectives:
        own = [pledge for pledge in found if objective.number in pledge.objectives]
        if own:
            lines += ["", wrapped(f"{objective.number} {say(forum, objective.title, language)}", below="    ")]
            lines += [line for pledge in own for line in _lines(pledge)]
    numbers = {objective.number for objective in forum.objectives}
    others = [pledge for pledge in found if numbers.isdisjoint(pledge.objectives)]
    if others:
        lines += ["", "About no objective alone", *(line for pledge in others for line in _lines(pledge))]
    return "\n".join(lines) + "\n"


def _lines(pledge: PublicPledge) -> Iterator[str]:
    made = f", {pledge.made_by}" if pledge.made_by else ""
    yield wrapped(f"{pledge.kind.value.capitalize()}{made}: {pledge.text} [{pledge.id}]", "    ", "      ")
    if pledge.forwarded_to:
        yield wrapped(f"Carried to {', '.join(pledge.forwarded_to)}", "      ", "      ")
    if pledge.link:
        yield f"      {pledge.link}"
