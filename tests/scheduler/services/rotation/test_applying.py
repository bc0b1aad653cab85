"""What a plan makes of an edition's sessions, as far as they have room for it."""

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.rotation.applying import Applied, applied
from scheduler.services.rotation.clusters import CLUSTERS_2022


@pytest.fixture(scope="module")
def imrf() -> Forum:
    return read_forum(sample_path("imrf-2026"))


def in_focus(forum: Forum, floor: int, minutes: int, *focus: int) -> Applied:
    """Apply a plan of the round tables as they are to a forum whose first one has some floor."""
    edition = EditionPlan(year=2026, focus=focus, round_tables=CLUSTERS_2022)
    plan = RotationPlan(forum=forum.uid, outcome=Outcome.OPTIMAL, score=0, bound=0, editions=(edition,))
    sessions = tuple(
        session.model_copy(update={"floor_minutes": floor}) if session.id == "rt1" else session
        for session in forum.sessions
    )
    policy = forum.rotation.model_copy(update={"focus_minutes": minutes})
    return applied(forum.model_copy(update={"sessions": sessions, "rotation": policy}), plan)


@pytest.mark.parametrize(
    ("floor", "minutes", "given", "notes"),
    [
        (100, 20, 140, ()),
        (140, 5, 150, ()),
        (140, 6, 150, ("rt1 would have 152 floor minutes, and its sittings have room for 150.",)),
        (160, 5, 160, ("rt1 would have 170 floor minutes, and its sittings have room for 150.",)),
    ],
)
def test_more_floor_is_given_as_far_as_the_sittings_have_room_after_the_opening(
    imrf: Forum, floor: int, minutes: int, given: int, notes: tuple[str, ...]
) -> None:
    result = in_focus(imrf, floor, minutes, 2, 5)
    assert (result.forum.session_by_id["rt1"].floor_minutes, result.notes) == (given, notes)


def test_an_objective_that_leaves_the_focus_gives_its_floor_back(imrf: Forum) -> None:
    once = in_focus(imrf, 100, 10, 2, 5)
    edition = once.plan.editions[0].model_copy(update={"focus": (2,)})
    again = applied(once.forum, once.plan.model_copy(update={"editions": (edition,)}))
    assert [one.forum.session_by_id["rt1"].floor_minutes for one in (once, again)] == [120, 110]
