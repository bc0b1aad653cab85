"""What a speaker or a request is counted under; where details are withheld, the class alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant
from scheduler.domain.request import Request
from scheduler.publish.visible import WITHHELD, say, shown_speaker
from scheduler.translate.regions import region_name

BODIES = {"delegations": "Delegations", "interspersed": "Stakeholders, interspersed", "others": "Other classes"}
"""States and observers; the classes the forum intersperses; all others, which are never counted among these."""

WITHHELD_KEY = "withheld"
WITHHELD_LABEL = WITHHELD.capitalize()


@dataclass(frozen=True, slots=True)
class Group:
    """All that one speaker, request or participant is counted by."""

    body: str
    class_id: str | None
    constituency: str | None
    regions: tuple[str, ...]
    flags: frozenset[str]
    is_withheld: bool


class Groups:
    """The groups of one forum and what they are called."""

    def __init__(self, forum: Forum, language: str | None, *, for_organisers: bool = False) -> None:
        self.forum = forum
        self.for_organisers = for_organisers
        """Whether those whose details are withheld are counted under them all the same."""
        self.classes = {c.id: say(forum, c.label, language) for c in forum.classes}
        self.constituencies = {c.id: say(forum, c.label, language) for c in forum.constituencies}
        self.flags = {flag.id: say(forum, flag.label, language) for flag in forum.flags}
        self.regions = _by_scheme(region for participant in forum.participants for region in participant.regions)

    def of(self, request: Request) -> Group:
        """Return what the speaker of a request is counted under."""
        if self.for_organisers:
            return self.of_participant(self.forum.participant_by_id[request.participant], request.flags)
        shown = shown_speaker(self.forum, request)
        participant = self.forum.participant_by_id.get(shown.participant or "")
        if participant is None:
            return Group(self.body(shown.class_id), shown.class_id, None, (), frozenset(), is_withheld=True)
        return self.of_participant(participant, request.flags)

    def of_participant(self, participant: Participant, flags: Iterable[str] = ()) -> Group:
        """Return what a participant is counted under."""
        counted = frozenset((*participant.flags, *flags))
        body = self.body(participant.participant_class)
        place = (participant.participant_class, participant.constituency, participant.regions)
        return Group(body, *place, counted, is_withheld=False)

    def body(self, class_id: str | None) -> str:
        """Return the body a class belongs to."""
        group = self.forum.class_by_id.get(class_id or "")
        if group is None:
            return "others"
        return "interspersed" if group.interspersed else "delegations" if group.delegation else "others"


def _by_scheme(regions: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Return regions and their names by scheme, as ``un`` of ``un.african``."""
    found: dict[str, dict[str, str]] = {}
    for region in sorted(set(regions)):
        found.setdefault(scheme_of(region), {})[region] = region_name(region)
    return found


def scheme_of(region: str) -> str:
    """Return the scheme a region belongs to."""
    return region.partition(".")[0]
