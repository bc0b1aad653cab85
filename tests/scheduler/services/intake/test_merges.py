from scheduler.domain.forum import Forum
from scheduler.services.intake.merges import Merge, merges
from tests.scheduler.builders import a_request
from tests.scheduler.services.intake.cases import a_crowded_forum, a_quota, a_selection, given, logged, waits


def asking(*requests: tuple[str, str, tuple[int, ...]]) -> Forum:
    """Return the crowded forum with these requests of NGOs alone: id, participant, objectives."""
    return a_crowded_forum(requests=tuple(a_request(id, who, "rt1", objectives=found) for id, who, found in requests))


def test_requests_of_one_constituency_on_one_objective_could_be_one_statement() -> None:
    forum = asking(("a", "caritas", (7,)), ("b", "oxfam", (7, 8)), ("c", "unions", (7,)), ("d", "seebruecke", (9,)))
    assert merges(forum, a_selection(given("a"), given("b"), given("c"), given("d"))) == (
        Merge(
            session="rt1",
            constituency="ngos",
            objective=7,
            requests=("a", "b"),
            places=1,
            timed=1,
            heard=0,
            saved_seconds=2 * 180 - 300,
        ),
    )


def test_what_saves_most_comes_first_and_nobody_is_in_two() -> None:
    forum = asking(
        ("a", "caritas", (7,)),
        ("b", "oxfam", (7, 8)),
        ("c", "seebruecke", (8,)),
        ("d", "caritas", (8, 7)),
        ("e", "oxfam", (7,)),
    )
    found = merges(forum, None)
    assert [(m.objective, m.requests, m.places, m.saved_seconds) for m in found] == [(7, ("a", "b", "d", "e"), 3, 420)]


def test_who_waits_would_be_heard_and_who_has_the_place_leads() -> None:
    forum = asking(("a", "caritas", (7,)), ("b", "oxfam", (7,)), ("c", "seebruecke", (7,)))
    (found,) = merges(forum, a_selection(waits("a", 2), waits("b", 1), given("c")))
    assert (found.requests, found.places, found.heard, found.saved_seconds) == (("c", "b", "a"), 0, 2, -120)


def test_places_are_free_as_places_and_it_is_said_for_how_many_of_them_there_is_time() -> None:
    forum = asking(("a", "caritas", (7,)), ("b", "oxfam", (7,)), ("c", "seebruecke", (7,)))
    decisions = tuple(map(given, "abc"))

    def found(seconds: int) -> tuple[int, int]:
        quotas = (a_quota("stakeholder", "ngos", seconds=seconds),)
        (merge,) = merges(forum, a_selection(*decisions, quotas=quotas))
        return merge.places, merge.timed

    change = forum.speaker_changeover_seconds
    assert found(3 * (180 + change)) == (2, 1)
    assert found(300 + change + 2 * (180 + change)) == (2, 2)
    assert found(300 + change) == (2, 0)


def test_nothing_is_proposed_for_which_the_floor_or_the_class_has_no_time() -> None:
    forum = asking(("a", "caritas", (7,)), ("b", "oxfam", (7,)))
    decisions = (given("a"), waits("b", 1))
    assert len(merges(forum, a_selection(*decisions))) == 1
    quotas = (a_quota("stakeholder", "ngos", seconds=240),)
    assert merges(forum, a_selection(*decisions, quotas=quotas)) == ()
    short = tuple(session.model_copy(update={"floor_minutes": 4}) for session in forum.sessions)
    assert merges(forum.model_copy(update={"sessions": short}), a_selection(*decisions)) == ()


def test_nothing_is_proposed_where_nobody_has_a_place_to_share() -> None:
    forum = asking(("a", "caritas", (7,)), ("b", "oxfam", (7,)))
    assert merges(forum, a_selection(waits("a", 1), waits("b", 2))) == ()


def test_who_withdrew_or_has_joined_already_is_not_proposed() -> None:
    forum = asking(("a", "caritas", (7,)), ("b", "oxfam", (7,)), ("c", "seebruecke", (7,)))
    joined = logged(forum, ("b", "merged", {"other": "a"}), ("c", "withdrawn"))
    assert merges(joined, None) == ()
