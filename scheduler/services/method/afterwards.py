"""What happens outside the method and after a selection: decisions of others, waiting lists, changes to a statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis
from scheduler.domain.sharing import Yielded
from scheduler.services.floor.practice import Practice, RepliesAt
from scheduler.services.method.document import Block, Section, passages, points
from scheduler.services.method.words import minutes
from scheduler.services.models.reading import model_named, model_names

BASES: Mapping[Basis, str] = {
    Basis.REQUESTER: "what whoever made a request decides: to submit, withdraw, substitute, swap, join or yield",
    Basis.METHOD: "what follows from this page: a selection, and a promotion from a waiting list",
    Basis.CHAIR: "what happens in the room: who has spoken, who is absent",
    Basis.ACCREDITATION: "a request declined because its participant is not accredited",
    Basis.OBJECTION: "a request declined because of an objection, as by a State",
    Basis.OVERRIDE: "a decision of an organiser against the outcome of the method, or in its place",
}
"""What an entry of the log can rest on."""

YIELDED: Mapping[Yielded, str] = {
    Yielded.CLASS: (
        "time that a speaker yields stays with its class: once it is enough for a statement, the first of that class "
        "who waits, or whom the time left would not reach, has it."
    ),
    Yielded.FLOOR: "time that a speaker yields goes back to the floor, for whoever comes next.",
    Yielded.NOBODY: "time that a speaker yields is given to nobody: the session ends earlier.",
}
"""Who has the time a speaker yields, by the setting."""


def outside(forum: Forum) -> Section:
    """Say what this method does not decide, and how that is recorded."""
    intro = (
        "Some decisions are not made by this method, and are never shown as its outcome. Each is an entry in the log "
        "of requests, with what it rests on; where it rests on accreditation, an objection or an override, the "
        "officer who decided and the reason stand in it too, or it is not taken."
    )
    pins = (
        "Not decided by the method either: who is accredited, which sessions there are and how long they last, who "
        "chairs, and pinned places in a list."
    )
    told = ((basis.value, f"{words}.") for basis, words in BASES.items())
    closing = (
        "Nothing in the log is overwritten: the state of a request is the selection with the entries after it, in "
        "order."
    )
    blocks = (*passages(intro), points(*told), *passages(pins, closing), *_by_whom(forum))
    return Section(id="outside", title="What this method does not decide", blocks=blocks)


def _by_whom(forum: Forum) -> Iterator[Block]:
    """Yield what the participation model of a forum says of who decides what."""
    if forum.selection.model in model_names():
        decided = model_named(forum.selection.model).text.decided
        yield from passages("The participation model says who decides what:")
        yield points(*((one.what, one.who) for one in decided))


def waiting(forum: Forum) -> Section:
    """Say how waiting lists are made, and who is promoted when somebody withdraws."""
    texts = (
        "A request that is given no place waits in the quota of its first choice, or in that of its second where the "
        "first has no places at all. Its position is the order in which successive withdrawals in that quota would "
        "promote those who wait: everybody who has a place keeps it, and each time the one is promoted that is best by "
        "the levels above. A request of an organisation that has all the places it may have comes last. Positions are "
        "worked out anew after each entry of the log: who has been heard or promoted elsewhere since then comes later. "
        "Where neither quota has any place, and where something outside the method declined it, a request does not "
        "wait.",
        "When somebody with a place withdraws, is declined, or joins the statement of another, the first who waits "
        "in the same quota and whom the limits allow is given the place. Where nobody in the quota can have it, it "
        "passes to another constituency of the class, and where nobody of the class waits, to another class: to the "
        "quota with the most requests over twice its places and one more. A promotion is an entry of its own in the "
        "log, which rests on the method and says why; whoever has the log can repeat it.",
    )
    return Section(id="waiting", title="Waiting lists and promotion", blocks=passages(*texts))


def changes(forum: Forum) -> Section:
    """Say what can be done with a place once it is given."""
    told = (
        (
            "Substitution",
            "somebody else of the same participant speaks instead; the place stays. A request may be made with the "
            "speaker to be named.",
        ),
        (
            "Exchange",
            "two requests that were each given a place exchange sessions and pinned places. One side offers, the other "
            "accepts; without both it does not take place, and it is refused where a rule would be broken. Speeches "
            "are exchanged with speeches, roles with the same role.",
        ),
        (
            "Withdrawal",
            "can be made at any time before speaking, and needs no reason. It is final; a new request is one.",
        ),
        (
            "Absence",
            "whoever is called and is not there comes to the end of its own class in that list, and loses no place.",
        ),
        (
            "Joint statement",
            "requests for one session can be made into one statement: of n requests one place is kept and n - 1 are "
            "free. It has the time limit of a joint statement where that is longer, all who join are named with it, "
            "and it stands as well as the best of them stood. Should its leader withdraw, the first who joined leads.",
        ),
        (
            "From afar",
            "a speaker who cannot come, as where a visa is refused, keeps the place: by video, by a recording, or with "
            "the statement read by somebody else.",
        ),
        ("Yielding", YIELDED[forum.selection.yielded]),
    )
    title = "What can happen to a place once it is given"
    return Section(id="changes", title=title, blocks=(points(*told),))


def room(forum: Forum) -> Section:
    """Say what happens at the chair's table."""
    told = [
        (
            "Running late",
            "the list is put in order anew after each speaker, interspersed for the time that remains; pins "
            "and whoever was called already stay. Should time not suffice, the last in order are not reached, and are "
            "told "
            "before it happens; whoever has a pinned place is.",
        ),
        ("Right of reply", _replies(Practice())),
    ]
    if any(session.response_minutes for session in forum.sessions):
        told.append(
            (
                "Responses",
                "in the minutes kept for them, of those who ask during the session, interspersed by the "
                "same rule as the list.",
            )
        )
    return Section(id="room", title="In the room", blocks=(points(*told),))


def _replies(practice: Practice) -> str:
    who = "for delegations alone" if practice.replies_of_delegations_only else "for everybody"
    when = "after the last speaker of the " + ("day" if practice.replies_at is RepliesAt.DAY else "meeting")
    lengths = [minutes(seconds) for seconds in practice.reply_seconds]
    return f"{who}, {when}: {', then '.join(lengths)}, and no further one."
