"""The method page: the whole procedure by which one forum gives the floor, made from its settings and its rules."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.services.method.afterwards import outside, waiting
from scheduler.services.method.apportioning import apportioning
from scheduler.services.method.document import Method, Section, lettered
from scheduler.services.method.events import side_events
from scheduler.services.method.figures import Figures
from scheduler.services.method.first import asking, intro, places
from scheduler.services.method.floor import floor
from scheduler.services.method.giving import balances, levels
from scheduler.services.method.lots import lot
from scheduler.services.method.openness import published
from scheduler.services.method.order import order
from scheduler.services.method.requesting import lists, requesting
from scheduler.services.method.shortly import afterwards, deciding
from scheduler.services.method.shortly import outside as decided_elsewhere
from scheduler.services.method.words import ENGLISH


def method(forum: Forum, *, as_asked: bool = False) -> Method:
    """Return the procedure of a forum for a reader who never saw this tool: settings and totals, never a person.

    With the figures of the requests there are, ``as_asked``, it is for organisers.
    """
    appendices = _appendices(Figures.of(forum, as_asked=as_asked))
    letters = lettered(appendices)
    return Method(
        forum=forum.uid,
        title=say(forum, forum.title, ENGLISH),
        note=clean_line(forum.note) if forum.note else None,
        intro=intro(letters),
        sections=(
            asking(forum, letters),
            places(forum, letters),
            deciding(forum, letters),
            afterwards(forum, letters),
            decided_elsewhere(forum, letters),
        ),
        appendices=appendices,
    )


def _appendices(figures: Figures) -> tuple[Section, ...]:
    """Return the appendices that apply to a forum."""
    forum = figures.forum
    found = (
        requesting(forum),
        lists(forum),
        floor(figures),
        apportioning(figures),
        levels(forum),
        balances(figures),
        lot(forum),
        waiting(forum),
        order(forum),
        side_events(figures),
        outside(forum),
        published(forum),
    )
    return tuple(section for section in found if section is not None)
