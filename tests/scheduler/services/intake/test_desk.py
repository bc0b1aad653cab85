import pytest

from scheduler.errors import NotFoundError
from scheduler.services.intake.desk import own_requests, ranked_higher
from scheduler.services.intake.standing import standings
from tests.scheduler.services.intake.cases import a_crowded_forum, a_selection, given, waits

RANKS = {"n-caritas": 2, "n-oxfam": 1, "n-oxfam-2": 1, "n-unions": 1, "s-kenya": 1}


@pytest.mark.parametrize(
    ("rule", "higher"), [("ranking-is-followed", ("n-oxfam", "n-caritas")), ("lot-decides", ())], ids=str
)
def test_who_is_passed_over_by_its_own_focal_point_sees_for_what(rule: str, higher: tuple[str, ...]) -> None:
    forum = a_crowded_forum()
    ranked = tuple(r.model_copy(update={"priority": RANKS.get(r.id)}) for r in forum.requests)
    forum = forum.model_copy(update={"requests": ranked})
    last = waits("n-seebruecke", 1).model_copy(update={"rule": rule})
    found = standings(forum, a_selection(given("n-caritas"), given("n-oxfam"), last))
    request = forum.request_by_id["n-seebruecke"]
    assert ranked_higher(request, found[request.id], forum.requests, forum) == higher
    assert ranked_higher(request, found[request.id], own_requests(forum, None, "seebruecke"), forum) == ()


def test_a_name_nobody_has_is_answered_with_the_nearest_and_with_all() -> None:
    with pytest.raises(NotFoundError, match=r"no constituency 'ngo'\. Did you mean ngos\? The ids are ngos, trade-un"):
        own_requests(a_crowded_forum(), "ngo")
