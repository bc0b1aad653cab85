"""Side events that are proposed, more than there are places for, with the marks they were given."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from scheduler.domain.base import Text
from scheduler.domain.participant import Participant
from scheduler.domain.proposal import Criterion, Mark, Proposal
from scheduler.services.sampling.vocabulary import topics

PROPOSALS = 30
MOST_SIDE_EVENTS = 34
"""Side events in all: 24 stand in the programme already."""

CRITERIA = (
    Criterion(id="link", label=Text({"en": "Link to the objectives under review"}), weight=3, most=5),
    Criterion(id="voices", label=Text({"en": "Voices of migrants among the speakers"}), weight=3, most=5),
    Criterion(id="together", label=Text({"en": "Organised by a State and civil society together"}), weight=2, most=5),
)
_RANDOM = Random("marks of proposals")
MARKS = tuple(
    Mark(proposal=f"proposed-{number:02d}", criterion=criterion, points=_RANDOM.randrange(1, 6))
    for number in range(1, PROPOSALS + 1)
    for criterion in ("link", "voices")
)


def proposals(participants: Sequence[Participant]) -> tuple[Proposal, ...]:
    """Return proposals led by organisations and States in turn, every third by both together."""
    random = Random("proposals")
    found = topics()
    groups = [item for item in participants if item.constituency]
    states = [item for item in participants if item.participant_class == "member_state"]
    made = []
    for number in range(1, PROPOSALS + 1):
        topic, objectives, _ = found[number * 7 % len(found)]
        group, state = groups[number * 11 % len(groups)], random.choice(states)
        organisers = [state.id] if number % 5 == 0 else [group.id]
        organisers += [state.id] if number % 3 == 0 and state.id not in organisers else []
        made.append(
            Proposal(
                id=f"proposed-{number:02d}",
                kind="side-event",
                title=Text({"en": f"{topic['title']}: proposal {number}"}),
                organisers=tuple(organisers),
                themes=(topic["theme"],),
                objectives=objectives,
                minutes=60,
                audience=random.randrange(30, 100, 10),
                equipment=("hybrid",) if number % 4 == 0 else (),
                flags=group.flags,
            )
        )
    return tuple(made)
