"""Who is promoted: nobody while a joint statement goes on without the one that led it."""

from scheduler.services.intake.promotion import freed_quota
from scheduler.services.intake.standing import folded
from tests.scheduler.services.intake.cases import a_crowded_forum, a_selection, an_entry, logged, recorded


def test_a_joint_statement_whose_leader_withdraws_frees_nothing() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}))
    joint, _ = folded(forum, a_selection())
    alone, _ = folded(a_crowded_forum(), a_selection())
    joint.decide_all()
    alone.decide_all()
    assert freed_quota(joint, an_entry(2, "n-caritas", "withdrawn")) is None
    assert freed_quota(alone, an_entry(1, "n-caritas", "withdrawn")) is not None
    assert recorded(forum, "n-caritas", "withdrawn") == [("n-caritas", "withdrawn", "requester")]
