"""The first page: who may ask, and how many places there are for whom; the appendices say each exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.publish.hours import dated
from scheduler.services.method.alike import alike, ids_of, promised
from scheduler.services.method.document import Block, Section, Table, passages, points
from scheduler.services.method.giving import active
from scheduler.services.method.words import class_named, counted, kind_named, kinds_named, listed
from scheduler.services.selecting.groups import shares_of
from scheduler.translate.speakers import listed_minutes
from solver.selection.rulebook import LEVELS, LIMITS

Letters = Mapping[str, str]
"""The letter of each appendix there is, by its id."""


def intro(letters: Letters) -> str:
    """Say what the page is."""
    return (
        "This page is the whole method, made from the forum's settings; appendices A to "
        f"{max(letters.values(), default='A')} add what is exact."
    )


def asking(forum: Forum, letters: Letters) -> Section:
    """Say who may ask for what, and when."""
    focal = (
        "; focal points ask for their constituency and may rank what they ask for"
        if forum.constituencies
        else " and may rank what they ask for"
    )
    what = "in a session, or for a role in it" if forum.role_places else "in a session"
    able: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in forum.classes:
        able[tuple(sorted(item.speaks_in))].append(item.id)
    told = (
        (
            ", ".join(class_named(forum, id) for id in ids),
            f"{kinds_named(forum, forum.class_by_id[ids[0]].speaks_in) or 'every kind of session'}.",
        )
        for ids in able.values()
    )
    blocks = (
        *passages(
            f"A request asks to speak {what}, and can name a second choice of session. Participants ask for "
            f"themselves{focal}. Who may ask to speak where:"
        ),
        points(*told),
        *passages(" ".join(_when(forum, letters))),
    )
    return Section(id="asking", title="Who may ask, and when", blocks=blocks)


def _when(forum: Forum, letters: Letters) -> Iterator[str]:
    settings = forum.selection
    opens, closes = settings.list_opens, settings.list_closes
    start = f"Lists open on {dated(forum, opens)}" if opens else "No day of opening is set"
    end = f"close on {dated(forum, closes)}" if closes else "no day of closing is set"
    own = any(session.list_opens or session.list_closes for session in forum.sessions)
    apart = f"; some sessions have times of their own (appendix {letters['lists']})" if own else ""
    yield f"{start} and {end} ({forum.timezone}){apart}. To be early gives no advantage."
    if closes is None and not any(session.list_closes for session in forum.sessions):
        yield "As no list closes, no request is late."
    elif any(rule.name == "early-before-late" for rule in active(forum, LEVELS)):
        yield ("What comes later is late: not refused for that, but weighed after what is equal and in time.")
    else:
        yield "What comes later is late, which counts for nothing when places are given."


def places(forum: Forum, letters: Letters) -> Section:
    """Say how many places there are, for whom, and how many one organisation may have."""
    groups = alike(forum)
    if not groups:
        none = "No session of this forum reserves minutes for the floor, so nobody can ask to speak."
        return Section(id="places", title="How many places there are, and for whom", blocks=passages(none))
    rows = tuple(
        (
            _named(forum, sessions),
            str(listed_minutes(sessions[0])),
            promised(forum, sessions[0]) or "nobody: all who ask",
        )
        for sessions in groups
    )
    header = ("session", "minutes", "places or time promised to")
    blocks: tuple[Block, ...] = (
        *passages(
            "A place is time for one usual statement; a longer one takes several. What is promised of the floor"
            f" (appendix {letters['floor']}):"
        ),
        Table(header=header, rows=rows, numbers=(1,)),
        *passages(" ".join(_shared(forum, letters))),
        *passages(" ".join([*_most(forum), *_roles(forum)])),
    )
    return Section(id="places", title="How many places there are, and for whom", blocks=blocks)


def _named(forum: Forum, sessions: Sequence[Session]) -> str:
    """Name sessions by their kind where they are all of it, else by the ids that tables use too."""
    kind = kind_named(forum, sessions[0].kind)
    of_kind = [one for one in forum.sessions if one.kind == sessions[0].kind and listed_minutes(one)]
    if len(of_kind) > len(sessions):
        return f"{kind} {ids_of(sessions)}"
    return f"{kind}, each of {len(sessions)}" if len(sessions) > 1 else kind


def _shared(forum: Forum, letters: Letters) -> Iterator[str]:
    with_floor = [session for session in forum.sessions if listed_minutes(session)]
    shared = [bool(shares_of(forum, session)) for session in with_floor]
    if any(shared):
        yield (
            "The rest is for all other classes together. What a class does not ask for goes to those that ask for more."
        )
    inside = " and constituency" if forum.constituencies else ""
    if any(shared) and "constituencies" in letters:
        yield (
            f"A class's places go to its constituencies in proportion to what they ask for (appendix "
            f"{letters['constituencies']})."
        )
    if any(shared):
        yield f"The requests of one class{inside} for a session compete among themselves: that is a quota."
    if not all(shared):
        where = "Where nobody is promised anything" if any(shared) else "Nobody is promised a share here:"
        yield f"{where}{',' if any(shared) else ''} all who ask for a session are one quota."


def _most(forum: Forum) -> Iterator[str]:
    settings, kept = forum.selection, {rule.name for rule in active(forum, LIMITS)}
    bounds = []
    if settings.most_in_session is not None and "organisation-in-session" in kept:
        bounds.append(f"{counted(settings.most_in_session, 'place')} in a session")
    if settings.most_in_forum is not None and "organisation-in-forum" in kept:
        bounds.append(f"{counted(settings.most_in_forum, 'place')} in the forum")
    unbound = "; delegations any number" if any(item.delegation for item in forum.classes) else ""
    if bounds:
        yield f"An organisation has at most {listed(bounds)}, roles included{unbound}."
    else:
        yield "An organisation can have any number of places."


def _roles(forum: Forum) -> Iterator[str]:
    if not forum.role_places:
        return
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for item in forum.role_places:
        found[item.role.value, item.places].append(item.session)
    told = [
        f"{role} ({counted(count, 'place')}{' each' if len(ids) > 1 else ''} in {listed(ids)})"
        for (role, count), ids in found.items()
    ]
    yield (f"Roles are given in the same way, all who ask for one in a session being one quota: {', '.join(told)}.")
