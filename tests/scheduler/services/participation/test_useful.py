"""A report that protects refusals still tells most of what was asked for and given."""

import datetime as dt

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.participation.report import participation
from scheduler.services.participation.requests import asking
from scheduler.services.selecting.selecting import select
from solver.result import Limits
from tests.scheduler import builders as b

COUNTS = ("requested", "given", "joined", "withdrawn", "unplaced")


def with_a_log(forum: Forum, selection: Selection | None, entries: int) -> Forum:
    """Return a forum in which stakeholders and others with a place withdrew or were absent, in turns."""
    given = [
        request.id
        for request in forum.requests
        if request.role is None
        and (selection is None or selection.decision_of[request.id].state.value == "given")
        and not forum.class_by_id[forum.participant_by_id[request.participant].participant_class].delegation
    ]
    log = tuple(
        Entry(
            number=number,
            at=dt.datetime(2026, 5, 4, 9),
            request=id,
            happening=Happening.ABSENT if number % 2 else Happening.WITHDRAWN,
            basis=Basis.CHAIR if number % 2 else Basis.REQUESTER,
        )
        for number, id in enumerate(given[:entries], start=1)
    )
    return forum.model_copy(update={"log": log})


def told(forum: Forum, selection: Selection | None, *, by_constituency: bool) -> float:
    """Return the part of the cells that is told."""
    found = participation(forum, b.an_agenda(), asked=asking(forum, selection)).requests
    rows = (*found.by_class, *(found.by_constituency if by_constituency else ()))
    cells = [getattr(row, name) for row in rows for name in COUNTS]
    return sum(cell is not None for cell in cells) / len(cells)


def test_most_of_a_large_forum_is_told_after_thirty_happenings() -> None:
    forum = read_forum(sample_path("imrf-2026-requests"))
    selection = select(forum, Limits(wall_seconds=60))
    forum = with_a_log(forum, selection, 30)
    assert len(forum.log) == 30
    assert told(forum, selection, by_constituency=True) >= 0.8


@pytest.mark.parametrize("sample", ["imrf-2022", "marrakech", "tiny"])
def test_all_of_a_smaller_forum_is_told_by_class_after_a_withdrawal(sample: str) -> None:
    forum = read_forum(sample_path(sample))
    assert told(with_a_log(forum, None, 2), None, by_constituency=False) == 1
