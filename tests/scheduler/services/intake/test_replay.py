"""Whether the promotions of a log are those the method comes to."""

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.services.intake.record import record
from scheduler.services.intake.replay import other_promotions
from tests.scheduler.services.intake.cases import NOON, a_crowded_forum, a_selection, an_entry, logged

METHOD = {"basis": Basis.METHOD, "other": "n-caritas"}


def after(forum: Forum, request: str, happening: str) -> Forum:
    entries = record(forum, a_selection(), request, Happening(happening), at=NOON)
    return forum.model_copy(update={"log": (*forum.log, *entries)})


def test_a_log_that_was_recorded_is_confirmed() -> None:
    forum = after(
        after(after(a_crowded_forum(), "n-caritas", "withdrawn"), "s-kenya", "absent"), "s-mexico", "withdrawn"
    )
    assert len(forum.log) == 5
    assert list(other_promotions(forum, a_selection())) == []


def test_a_promotion_of_another_request_by_hand_is_told() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "withdrawn"), ("n-oxfam", "given", METHOD))
    assert list(other_promotions(forum, a_selection())) == [
        "Entry 2 of the log gives n-oxfam a place by the method, which comes to n-seebruecke there."
    ]


def test_a_promotion_where_nothing_is_free_is_told() -> None:
    forum = logged(a_crowded_forum(), ("s-chad", "given", {"basis": Basis.METHOD}))
    assert list(other_promotions(forum, a_selection())) == [
        "Entry 1 of the log gives s-chad a place by the method, which promotes nobody there."
    ]


def test_a_promotion_that_was_left_out_is_told() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "withdrawn"), ("s-kenya", "absent"))
    told = "The method gives n-seebruecke a place after entry 1 of the log, which does not say so."
    assert list(other_promotions(forum, a_selection())) == [told]
    assert list(other_promotions(logged(a_crowded_forum(), ("n-caritas", "withdrawn")), a_selection())) == [told]


def test_what_came_before_the_selection_is_not_repeated() -> None:
    forum = a_crowded_forum().model_copy(update={"log": (an_entry(1, "n-caritas", "withdrawn"),)})
    assert list(other_promotions(forum, a_selection(logged=1))) == []
