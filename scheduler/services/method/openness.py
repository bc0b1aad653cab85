"""What is published and what stays private, and how anybody can check."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Publication
from scheduler.services.method.document import Section, passages, points
from scheduler.services.method.words import counted
from scheduler.services.participation.gender import LEAST_PEOPLE

LEVELS = {
    Publication.NAMED: "name, function and organisation",
    Publication.ORGANISATION: "the organisation, and the group it speaks for",
    Publication.WITHHELD: "the class alone",
}
"""What is shown of a person at each level that can be chosen."""


COMMANDS = (
    "Whoever made one request needs only this page, its reason and its number to follow a decision; whoever has the "
    "forum's files can repeat all of it with these commands:"
)


def published(forum: Forum) -> Section:
    """Say what is published of whom."""
    told = (
        (
            "Published",
            "this page, the digest of the seed and later the seed, who speaks in which list as far as each person "
            "chose to be shown, and totals: requested, given and spoken by class, constituency and region, places "
            "and time of each quota, balances with their shortfall, and the number of refusals.",
        ),
        (
            "Private to whoever made a request, and the organisers",
            "that it was refused or waits, its position, the reason in one sentence, a withdrawal and an absence with "
            "person and reason. A reason names nobody else; it counts.",
        ),
        (
            "Never asked",
            "nationality of a person, migration status and documents.",
        ),
        (
            "Gender",
            "only as people choose to state it, and never needed. It counts for a place only with consent, and is "
            f"reported only where {counted(LEAST_PEOPLE, 'person', 'people')} or more gave an answer.",
        ),
    )
    shown = ((level.value, f"{what}.") for level, what in LEVELS.items())
    intro = (
        "A person chooses how much is shown, in every output; who chose nothing is named only as a member of "
        "delegations alone, and shown as an organisation else."
    )
    blocks = (points(*told), *passages(intro), points(*shown), *passages(COMMANDS), points(*_commands()))
    return Section(id="published", title="What is published, and how to check it", blocks=blocks)


def _commands() -> tuple[tuple[str, str], ...]:
    return (
        ("forum method FORUM", "this page, made anew from the settings; with --as-asked for organisers."),
        ("forum check FORUM", "whether the files say what they must."),
        ("forum select FORUM", "the selection: the same files give the same decisions, each with its reason."),
        ("forum lot draw FORUM", "the number of every request."),
        ("forum lot verify FORUM", "whether the seed is the one committed to, and the selection the same once more."),
        ("forum speakers FORUM AGENDA", "the lists, with how evenly stakeholders are interspersed."),
        ("forum participation FORUM AGENDA", "the totals, against what was promised."),
    )
