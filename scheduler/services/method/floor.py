"""How the floor of each session is shared out: time by class, then places by constituency, with the forum's figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.session import RolePlaces, Session
from scheduler.domain.sharing import Share
from scheduler.publish.clean import clean_line
from scheduler.services.method.alike import alike, ids_of
from scheduler.services.method.document import Block, Section, Table, passages, points
from scheduler.services.method.figures import Figures, places_of
from scheduler.services.method.words import (
    class_named,
    constituency_named,
    counted,
    grouped,
    listed,
    session_named,
)
from scheduler.services.selecting.groups import Group, Part, places_asked, shares_of, usual_seconds
from scheduler.translate.selection_seats import Seats
from scheduler.translate.selection_wishes import Wish
from scheduler.translate.speakers import listed_minutes

TITLE = "How the floor is shared out"
HEADER = ("session", "who", "first", "second", "worth", "places", "minutes")
SUPPOSED_HEADER = ("session", "who", "may ask", "places", "minutes")

AGAIN = (
    "Places and time that stay unused once all is decided, while somebody is refused there whose statement would fit "
    "and who has not all it may have, are shared out again in the same proportions and decided by the same levels, "
    "everybody who has a place keeping one, until nobody who is refused could use what is left."
)

STEPS = (
    "The floor time of a session is its minutes for speakers from the floor, without those kept for responses. Every "
    "statement counts with the change of speaker after it, and the last one needs none.",
    "The usual statement of a class in a session is as long as most of its first choices there, of equally many the "
    "shorter. A longer statement counts as several, rounded up.",
    "A class is promised a percentage of the floor time, or a number of places and no more. What is stated for a "
    "session takes the place of what is stated for its kind, class by class. What is promised to nobody is left over "
    "for all classes without a promise, which share it as one group.",
    "What a class, or its constituencies together, are promised at least comes first, as far as they ask for it. "
    "Then the floor is shared out in proportion to the promises, nobody having more than it asks for as a first "
    "choice, or more than its most; what a class does not ask for so goes, in proportion, to those that ask for "
    "more. Second choices come after all first choices.",
    "Of its time a class has as many places as whole usual statements fit in. Time that makes no whole statement in "
    "its class makes one, as long as there is enough of it in all, where the greatest part of a statement is left; "
    "what then is left is spread. The times of all classes add up to the floor time to the second.",
    "The places of a class are shared out among its constituencies in proportion to what they ask for; whoever "
    "belongs to none counts as one more of them. The requests of one class and constituency in one session compete "
    "with each other: that is a quota.",
    AGAIN,
)
"""How the floor of a session is shared out where the forum promises shares."""

OPEN = (
    "Where a session promises nobody a share, everybody who asks competes in one quota for its floor, whatever the "
    "class or constituency: it has as many places as usual statements fit into it, a usual one being as long as "
    "most, of equally many the shorter, and a longer one counting as several."
)

NO_SHARES = (
    "This forum promises no class and no constituency a share of the floor. Whoever makes more requests has more of "
    "them in the contest: a class that asks little can be left with little, and nothing here keeps places for it."
)
READING = (
    "Minutes are those of all statements with the changes between them; what is shared out again is not in the table."
)
ASKED = (
    "First and second are the requests that name the session as a first or second choice; worth is to how many usual "
    "statements the first choices come."
)
SUPPOSED = (
    "The table is of what would be if every participant that may ask made one request, of the usual length, for each "
    "session. What is asked for in fact takes its place once lists have closed; the steps stay the same."
)


def floor(figures: Figures) -> Section | None:
    """Say how the floor of each session is shared out among classes, in minutes and places."""
    forum = figures.forum
    sessions = [session for session in forum.sessions if listed_minutes(session)]
    if not sessions:
        return None
    shared = [bool(shares_of(forum, session)) for session in sessions]
    blocks: list[Block] = []
    if any(shared):
        blocks += [*passages("Where this forum promises shares, the floor is shared out in these steps:")]
        blocks.append(points(*STEPS, numbered=True))
    else:
        blocks += passages(NO_SHARES)
    if not all(shared):
        blocks += passages(OPEN if any(shared) else f"{OPEN} {AGAIN}")
    bases = tuple(_bases(forum))
    blocks += [*passages("What these promises rest on:"), points(*bases)] if bases else []
    blocks += passages(_what_figures(figures))
    rows = tuple(_rows(figures))
    if rows:
        header = HEADER if figures.as_asked else SUPPOSED_HEADER
        blocks.append(Table(header=header, rows=rows, numbers=tuple(range(2, len(header)))))
    blocks += _roles(figures)
    return Section(id="floor", title=TITLE, blocks=tuple(blocks))


def _bases(forum: Forum) -> Iterator[tuple[str, str]]:
    """Yield each decision that promises rest on, with what is promised by it."""
    told = (
        (row.basis, (ids_of(sessions), _whose(forum, row)))
        for sessions in alike(forum)
        for row in shares_of(forum, sessions[0])
    )
    for basis, found in grouped(told):
        where = (f"{ids} ({listed(who)})" for ids, who in grouped(found))
        yield clean_line(basis) if basis else "No decision is stated", f"{'; '.join(where)}."


def _whose(forum: Forum, row: Share) -> str:
    named = class_named(forum, row.participant_class)
    return f"{named}, {constituency_named(forum, row.constituency)}" if row.constituency else named


def _what_figures(figures: Figures) -> str:
    if not figures.as_asked:
        return f"{SUPPOSED} {READING}"
    counts = sum(not wish.is_second and wish.role is None for wish in figures.wishes)
    if not counts:
        return "There are no requests yet."
    return (
        f"The table is of the {counted(counts, 'request')} for the floor that there are now, and changes with every "
        f"request until lists close. It can tell who was refused, and is for organisers. {ASKED} {READING}"
    )


def _rows(figures: Figures) -> Iterator[tuple[str, ...]]:
    """Yield what each class has, once for all sessions in which all have the same."""
    sessions = [session for session in figures.forum.sessions if figures.speeches(session)]
    told = ((tuple(_outcomes(figures, session)), session) for session in sessions)
    for outcomes, where in grouped(told):
        names = [ids_of(where), *[""] * len(outcomes)]
        for name, (who, asked, *counts) in zip(names, outcomes, strict=False):
            yield name, who, asked, *(counts if figures.as_asked else counts[2:])


def _outcomes(figures: Figures, session: Session) -> Iterator[tuple[str, ...]]:
    forum, speeches = figures.forum, figures.speeches(session)
    if not shares_of(forum, session):
        wanted = places_asked((wish for wish in speeches if not wish.is_second), usual_seconds(speeches))
        whole = listed_minutes(session) * 60
        yield _outcome("everybody who asks", speeches, wanted, places_of(figures.seats(session)), whole)
        return
    for group, seats in figures.groups(session):
        theirs = [wish for wish in speeches if wish.participant_class in group.classes]
        share = figures.sharing.share_of(seats[0])
        is_alone = len(seats) == 1
        named = "all other classes" if group.share is None else class_named(forum, group.share.participant_class)
        named = part_named(forum, group.parts[0], group) if is_alone and group.share is None else named
        yield _outcome(named, theirs, group.first, places_of(seats), share.seconds if share else None)
        if not is_alone and (group.share is None or figures.as_asked):
            yield from _parts(forum, group, theirs, seats)


def _parts(forum: Forum, group: Group, speeches: Sequence[Wish], seats: Sequence[Seats]) -> Iterator[tuple[str, ...]]:
    classes = [item.id for item in forum.classes]
    constituencies = [None, *(item.id for item in forum.constituencies)]

    def place(pair: tuple[Part, Seats]) -> tuple[int, int]:
        return classes.index(pair[0].participant_class), constituencies.index(pair[0].constituency)

    for part, one in sorted(zip(group.parts, seats, strict=True), key=place):
        key = (part.participant_class, part.constituency)
        own = [wish for wish in speeches if (wish.participant_class, wish.constituency) == key]
        yield _outcome(f"– {part_named(forum, part, group)}", own, part.first, one.places, None)


def part_named(forum: Forum, part: Part, group: Group) -> str:
    """Name a constituency of a class; the class with it where a group has several."""
    named = class_named(forum, part.participant_class)
    if part.constituency is None:
        return named if group.share is None else "without a constituency"
    constituency = constituency_named(forum, part.constituency)
    return constituency if group.share is not None else f"{named}, {constituency}"


def _outcome(named: str, asked: Sequence[Wish], wanted: int, places: int, seconds: int | None) -> tuple[str, ...]:
    second = sum(wish.is_second for wish in asked)
    time = "" if seconds is None else f"{seconds // 60}:{seconds % 60:02}"
    return named, str(len(asked) - second), str(second), str(wanted), str(places), time


def _roles(figures: Figures) -> Iterator[Block]:
    if figures.as_asked and figures.forum.role_places:
        rows = tuple(_role(figures, row) for row in figures.forum.role_places)
        yield Table(title="Roles", header=("session", "role", "requests", "places"), rows=rows, numbers=(2, 3))


def _role(figures: Figures, row: RolePlaces) -> tuple[str, ...]:
    asked = sum(wish.role is row.role and wish.session.id == row.session for wish in figures.wishes)
    session = figures.forum.session_by_id[row.session]
    return session_named(figures.forum, session), row.role.value, str(asked), str(row.places)
