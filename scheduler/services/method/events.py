"""How proposed side events are chosen."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.publish.visible import say
from scheduler.services.method.document import Block, Section, Table, passages
from scheduler.services.method.figures import Figures
from scheduler.services.method.words import ENGLISH, class_named, kind_named, listed
from scheduler.services.selecting.capacity import windows_of
from scheduler.translate.selection_proposals import TOGETHER

MARKS = (
    "Each criterion counts by its weight: a proposal loses, for each, 1,000 times the weight times the part of the "
    "highest mark that it misses; what is not marked misses all of it. At the level marks-decide the least that is "
    "lost comes first."
)
MERGING = (
    "Proposals on one theme or objective by one kind of organiser are shown together to the organisers and to those "
    "who proposed them, who may make one event of them. The chosen become sessions, and are placed with all others; "
    "one held online is not placed, and stands in the programme at the time its organisers state."
)
FOLLOWING = (
    "Where a chosen event is withdrawn, or declined by a decision outside the method, its place goes to the first who "
    "waits for it, by the same levels as things stand then, unless its leader leads as many events as it may."
)


def side_events(figures: Figures) -> Section | None:
    """Say how proposals compete, how many places there are, and by which criteria they are marked."""
    forum = figures.forum
    if not forum.proposals and not forum.criteria:
        return None
    blocks: list[Block] = [*passages(*_competing(forum))]
    rows = tuple(_windows(forum)) if figures.as_asked else ()
    if rows:
        blocks.append(Table(title="Places", header=("kind", "proposals", "places"), rows=rows, numbers=(1, 2)))
    blocks += _criteria(forum)
    return Section(id="side-events", title="Side events", blocks=(*blocks, *passages(MERGING, FOLLOWING)))


def _competing(forum: Forum) -> Iterator[str]:
    yield (
        "Proposals of one kind are one quota. There are as many places as there is room for: in each period that takes "
        "the kind, each room "
        "that has what one of the proposals needs holds as many events, each as long as most proposals are, as fit "
        "one after the other; sessions of the kind that are there already take their part. Events held online need "
        "no room, so each is given a place; one that no room has the equipment and booths for is given none."
    )
    if forum.selection.most_side_events is not None:
        yield "Those that are sessions already count among the most there are of a kind."
    if forum.selection.most_events_led is not None:
        yield "The limit on how many one leads binds delegations as well; who only joins in one is not counted."
    yield "Balances count for side events only where they name their kind; then a proposal counts as its leader does."


def _windows(forum: Forum) -> Iterator[tuple[str, str, str]]:
    for window in windows_of(forum):
        more = ", online" if window.is_remote else ", no room has what they need" if window.is_unfit else ""
        yield f"{kind_named(forum, window.kind)}{more}", str(len(window.proposals)), str(window.places)


def _criteria(forum: Forum) -> Iterator[Block]:
    if not forum.criteria:
        yield from passages("No criteria are stated, so proposals are not marked.")
        return
    rows = tuple((say(forum, item.label, ENGLISH), str(item.weight), str(item.most)) for item in forum.criteria)
    yield Table(title="Criteria", header=("criterion", "weight", "highest mark"), rows=rows, numbers=(1, 2))
    yield from passages(MARKS)
    if any(item.id == TOGETHER for item in forum.criteria):
        states = [class_named(forum, item.id) for item in forum.classes if item.delegation]
        others = [class_named(forum, item.id) for item in forum.classes if item.interspersed]
        yield from passages(
            f"A proposal that {listed(states, 'or')} and {listed(others, 'or')} organise together meets the criterion "
            f"'{TOGETHER}' in full, unless it is marked otherwise."
        )
