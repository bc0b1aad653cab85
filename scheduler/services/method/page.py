"""The method page: the whole procedure by which one forum gives the floor, made from its settings and its rules."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.services.method.afterwards import changes, outside, room, waiting
from scheduler.services.method.apportioning import apportioning
from scheduler.services.method.document import Method
from scheduler.services.method.events import side_events
from scheduler.services.method.figures import Figures
from scheduler.services.method.floor import floor
from scheduler.services.method.giving import balances, levels, limits
from scheduler.services.method.lots import lot
from scheduler.services.method.openness import checking, published
from scheduler.services.method.order import order
from scheduler.services.method.requesting import lists, requesting
from scheduler.services.method.summary import summary
from scheduler.services.method.words import ENGLISH


def method(forum: Forum, *, as_asked: bool = False) -> Method:
    """Return the procedure of a forum for a reader who never saw this tool: settings and totals, never a person.

    With the figures of the requests there are, ``as_asked``, it is for organisers.
    """
    figures = Figures.of(forum, as_asked=as_asked)
    return Method(
        forum=forum.uid,
        title=say(forum, forum.title, ENGLISH),
        note=clean_line(forum.note) if forum.note else None,
        sections=(
            summary(forum),
            requesting(forum),
            lists(forum),
            floor(figures),
            apportioning(figures),
            limits(forum),
            balances(figures),
            levels(forum),
            lot(forum),
            side_events(figures),
            outside(forum),
            waiting(forum),
            changes(forum),
            order(forum),
            room(forum),
            published(forum),
            checking(forum),
        ),
    )
