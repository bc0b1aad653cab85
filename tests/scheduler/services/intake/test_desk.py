import pytest

from scheduler.domain.log import Basis
from scheduler.domain.proposal import Proposal
from scheduler.domain.selection import Decision, Selection, State
from scheduler.errors import NotFoundError
from scheduler.services.intake.desk import ProposalStanding, own_proposals, own_requests, ranked_higher
from scheduler.services.intake.events import Event
from scheduler.services.intake.standing import standings
from scheduler.services.intake.states import RequestState
from tests.scheduler.builders import text
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


PROPOSALS = tuple(
    Proposal(id=id, kind="round-table", title=text(f"About {id}"), organisers=organisers)
    for id, organisers in (("p1", ("oxfam", "kenya")), ("p2", ("caritas",)))
)
REFUSED = Decision(request="p1", session=None, state=State.WAIT_LISTED, position=2, reason="Others have better marks.")


def test_proposals_of_an_organisation_stand_as_the_selection_says() -> None:
    forum, selection = a_crowded_forum(proposals=PROPOSALS), a_selection(side_events=(REFUSED,))
    reason = "Others have better marks."
    decided = ProposalStanding(
        proposal="p1",
        state=RequestState.WAIT_LISTED,
        position=1,
        basis=Basis.METHOD,
        reason=reason,
        history=(Event(what="wait-listed", basis=Basis.METHOD, reason=reason),),
    )
    for asked in ((None, "p1"), ("oxfam", None), ("kenya", None)):
        assert own_proposals(forum, selection, *asked) == (decided,)
    assert own_proposals(forum, selection, "caritas") == (ProposalStanding(proposal="p2"),)
    assert own_proposals(forum, selection) == own_proposals(forum, selection, None, "s-kenya") == ()
    assert own_requests(forum, request="p1") == ()


@pytest.mark.parametrize("selection", [None, a_selection()], ids=["no selection", "requests only"])
def test_a_proposal_about_which_nothing_is_decided_says_so(selection: Selection | None) -> None:
    found = own_proposals(a_crowded_forum(proposals=PROPOSALS), selection, None, "p1")
    assert found == (ProposalStanding(proposal="p1", state=RequestState.SUBMITTED),)
