"""Who may ask for what, when, and what of a request counts for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.participant import ParticipantClass
from scheduler.domain.session import Session
from scheduler.publish.clean import clean_line
from scheduler.publish.hours import dated
from scheduler.publish.visible import say
from scheduler.services.method.document import Block, Passage, Section, Table, passages, points
from scheduler.services.method.words import (
    ENGLISH,
    class_named,
    constituency_named,
    counted,
    kind_named,
    kinds_named,
    minutes,
    session_named,
)
from scheduler.translate.speakers import listed_minutes

COUNTS_FOR = (
    ("session, second choice", "where it competes; a request is given one of the two at most"),
    ("class, constituency of the participant", "in which quota it competes"),
    ("time limit, time class, co-sponsors", "how much of the floor time it needs"),
    ("priority", "what its requester wants more comes first, see the levels"),
    ("time of the request", "only whether it is late; and the order of speaking where the list goes by it"),
    ("region, gender, flags, track", "only where a balance below names them; gender only with consent"),
    ("rank, function, language, remote, zone", "nothing; a rank may count for the order of speaking, see there"),
    ("objectives, availability", "nothing; when a speaker can be there counts for the order of speaking"),
)
"""What a request can state, and what that does when places are given."""


def requesting(forum: Forum) -> Section:
    """Say who may ask for what, and when."""
    intro = (
        "A request is a wish to speak in one session, or to have one role in it; it can name a second session that "
        "would do instead. A delegation, an entity or an organisation makes it for itself, or the focal point of "
        "a constituency makes it for an organisation of that constituency."
    )
    blocks: list[Block] = [Passage(text=intro), points(*(_class(forum, item) for item in forum.classes))]
    if forum.constituencies:
        blocks += _constituencies(forum)
    if forum.flags:
        blocks += _flags(forum)
    table = Table(title="What counts for what", header=("what a request states", "what it does"), rows=COUNTS_FOR)
    return Section(id="requesting", title="Who may ask for what", blocks=(*blocks, table))


def _class(forum: Forum, item: ParticipantClass) -> tuple[str, str]:
    count = sum(participant.participant_class == item.id for participant in forum.participants)
    where = kinds_named(forum, item.speaks_in) or "every kind of session"
    parts = [f"{counted(count, 'participant')}. May ask to speak in: {where}."]
    parts += ["Its members are delegations."] if item.delegation else []
    parts += ["Its speakers are interspersed among the others."] if item.interspersed else []
    stated = f"{clean_line(item.basis)} ({item.confidence.value})" if item.basis else "none stated"
    return class_named(forum, item.id), " ".join([*parts, f"Basis: {stated}."])


def _constituencies(forum: Forum) -> tuple[Block, ...]:
    sizes = Counter(participant.constituency for participant in forum.participants)
    rows = tuple(
        (constituency_named(forum, item.id), item.id, str(sizes[item.id]), "yes" if item.focal_point else "no")
        for item in forum.constituencies
    )
    header = ("constituency", "id", "participants", "has a focal point")
    return (Table(title="Constituencies", header=header, rows=rows, numbers=(2,)),)


def _flags(forum: Forum) -> tuple[Block, ...]:
    told = [
        (f"{say(forum, flag.label, ENGLISH)} [{flag.id}]", clean_line(flag.description or "no meaning is stated"))
        for flag in forum.flags
    ]
    return (*passages("Participants and requests can be counted under these flags:"), points(*told))


def lists(forum: Forum) -> Section:
    """Say which sessions take requests, how much floor they have, when their lists open and close, and what is late."""
    sessions = [session for session in forum.sessions if session.floor_minutes]
    blocks: list[Block] = list(passages(*_when(forum)))
    if sessions:
        blocks.append(points(*(_list(forum, session) for session in sessions)))
    else:
        blocks += passages("No session of this forum reserves minutes for the floor, so nobody can ask to speak.")
    blocks += _roles(forum)
    return Section(id="lists", title="Which lists there are, and when they open and close", blocks=tuple(blocks))


def _when(forum: Forum) -> Iterator[str]:
    settings = forum.selection
    zone = f"Times are those of the venue, {forum.timezone}."
    opens = f"Lists open on {dated(forum, settings.list_opens)}" if settings.list_opens else "No day of opening is set"
    closes = (
        f"they close on {dated(forum, settings.list_closes)}" if settings.list_closes else "no day of closing is set"
    )
    own = any(session.list_opens or session.list_closes for session in forum.sessions)
    yield f"{opens}, and {closes}{', except where a session has times of its own below' if own else ''}. {zone}"
    yield (
        "When places are given, all requests that come while a list is open count as equal in time: the first minute "
        "gives no advantage over the last, so neither a poor connection nor a far time zone does harm. A request that "
        "comes after its list has closed is late. It is not refused for that, but comes after those that are not, "
        "where no level above early-before-late decides, and in the order of speaking. A request that states no time "
        "is not late. "
        "For a second choice, it is the list of that session that counts."
    )
    if settings.list_closes is None and not any(session.list_closes for session in forum.sessions):
        yield "Since no list closes, no request is late in this forum."


def _list(forum: Forum, session: Session) -> tuple[str, str]:
    kind = kind_named(forum, session.kind)
    parts = [f"{kind}, {minutes(session.floor_minutes * 60)} for speakers from the floor"]
    if session.response_minutes:
        parts.append(
            f"of which {minutes(session.response_minutes * 60)} are kept for responses, a list opened during the "
            f"session, so that {minutes(listed_minutes(session) * 60)} are given beforehand"
        )
    own = [f"opens on {dated(forum, session.list_opens)}"] if session.list_opens else []
    own += [f"closes on {dated(forum, session.list_closes)}"] if session.list_closes else []
    window = f" Its list {' and '.join(own)}." if own else ""
    return session_named(forum, session), f"{', '.join(parts)}.{window}"


def _roles(forum: Forum) -> Iterator[Block]:
    if not forum.role_places:
        yield Passage(text="No places of roles can be asked for; roles are appointed by the organisers.")
        return
    yield Passage(
        text="These places can be asked for, or somebody nominated for them, and are given by the same method, apart "
        "from the floor and without floor time. All other roles are appointed by the organisers."
    )
    told = []
    for item in forum.role_places:
        session = forum.session_by_id[item.session]
        told.append((session_named(forum, session), f"{item.role.value}, {counted(item.places, 'place')}."))
    yield points(*told)
