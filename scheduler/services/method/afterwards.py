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
    """Say how what this method does not decide is recorded, and what the participation model says of it."""
    intro = (
        "Each entry in the log of requests says what it rests on; one that rests on accreditation, an objection or an "
        "override without its officer and reason is not taken."
    )
    told = ((basis.value, f"{words}.") for basis, words in BASES.items())
    closing = (
        "Nothing in the log is overwritten: the state of a request is the selection with the entries after it, in "
        "order."
    )
    blocks = (*passages(intro), points(*told), *passages(closing), *_by_whom(forum))
    return Section(id="outside", title="The log, and who decides what", blocks=blocks)


def _by_whom(forum: Forum) -> Iterator[Block]:
    """Yield what the participation model of a forum says of who decides what."""
    name = forum.selection.model
    if name is not None and name not in model_names():
        yield from passages(f"The forum follows the participation model {name}, which it brings itself.")
    elif name is not None:
        text = model_named(name).text
        yield from passages(
            f"The forum follows the participation model {text.label} ({name}); where it differs, this page holds. "
            f"{text.description} It says who decides what:"
        )
        yield points(*((one.what, one.who) for one in text.decided))


def waiting(forum: Forum) -> Section:
    """Say how waiting lists are made, who is promoted, and what can be done with a place once it is given."""
    texts = (
        "Where the quota of its first choice has no places at all, a request waits in that of its second. Its position "
        "is the order in which successive withdrawals in the quota would promote those who wait, each time the one "
        "that is best by the steps. A request of an organisation that has all the places it may have comes last. "
        "Positions are "
        "worked out anew after each entry of the log: who has been heard or promoted elsewhere since then comes later. "
        "Where neither quota has any place, a request waits in that of its first choice for one that passes on from "
        "another quota. Where none can, since the forum lets it have none or what it asks for is a role, and where "
        "something outside the method declined it, a request does not wait.",
        "Of several constituencies or classes to which a place could pass, it passes to the quota with the most "
        "requests over twice its places and one more. Classes that no share is stated for are one class here, and who "
        "has all that the shares let it have gets no more. A promotion is an entry of its own in the log, which rests "
        "on the method and says why; whoever has the log can repeat it.",
    )
    blocks = (*passages(*texts), points(*_changes(forum), *_room(forum)))
    return Section(id="waiting", title="Waiting lists, and what can happen to a place", blocks=blocks)


def _changes(forum: Forum) -> tuple[tuple[str, str], ...]:
    return (
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


def _room(forum: Forum) -> list[tuple[str, str]]:
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
    return told


def _replies(practice: Practice) -> str:
    who = "for delegations alone" if practice.replies_of_delegations_only else "for everybody"
    when = "after the last speaker of the " + ("day" if practice.replies_at is RepliesAt.DAY else "meeting")
    lengths = [minutes(seconds) for seconds in practice.reply_seconds]
    return f"{who}, {when}: {', then '.join(lengths)}, and no further one."
