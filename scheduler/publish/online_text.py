"""Which side events are held online, for organisers: when, and what those lack that stand nowhere yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.publish.columns import wrapped
from scheduler.publish.hours import dated_at
from scheduler.publish.visible import say
from scheduler.services.intake.online import online_event

PLACED_NOWHERE = "These side events are held online, so they need no room and no agenda places them:"
STATE_A_TIME = (
    "Those without a time stand in no programme, calendar or table either. To state one, write in available, in their "
    "row among the proposals, the one window in which they are held, exactly as long as they are."
)


def held_online_text(forum: Forum, proposals: Sequence[Proposal]) -> str:
    """Say when each side event that was chosen to be held online takes place, and how those state it that do not."""
    titles = {one.id: say(forum, one.title, None) for one in proposals}
    told = (f"{titles[one.id]} [{one.id}], {_when(forum, one)}" for one in proposals)
    lines = [wrapped(PLACED_NOWHERE), *(wrapped(line, "  ", "    ") for line in told)]
    if any(online_event(forum, one) is None for one in proposals):
        lines.append(wrapped(STATE_A_TIME))
    return "\n".join(lines)


def _when(forum: Forum, proposal: Proposal) -> str:
    length = f"{proposal.minutes} minutes"
    if event := online_event(forum, proposal):
        return f"{length}: {dated_at(event.start)}-{event.end:%H:%M}"
    preferred = "; ".join(_preferred(forum, proposal))
    return f"{length}: no time is stated{f', preferred is {preferred}' if preferred else ''}"


def _preferred(forum: Forum, proposal: Proposal) -> Iterator[str]:
    for name in proposal.preferred:
        period = forum.period_by_id[name]
        yield f"{period.date} {period.start:%H:%M}-{period.end:%H:%M}"
