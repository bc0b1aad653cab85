from scheduler.domain.agenda import Outcome
from scheduler.domain.participant import Publication
from scheduler.domain.proposal import Proposal
from scheduler.domain.request import TimeClass
from scheduler.domain.selection import Decision, State
from scheduler.domain.session import RoleName
from scheduler.publish.visible import speaker_label
from scheduler.services.intake.granted import granted
from scheduler.services.intake.online import held_online
from tests.scheduler.builders import a_person, a_request, text
from tests.scheduler.services.intake.cases import OVERRIDE, a_crowded_forum, a_selection, given, logged

SELECTED = ["s-kenya", "s-mexico", "s-nepal", "n-caritas", "n-unions", "s-nepal-2", "n-oxfam-2"]


def ids(forum: object) -> list[str]:
    return [request.id for request in forum.requests]  # type: ignore[attr-defined]


def test_without_a_selection_and_a_log_the_forum_is_itself() -> None:
    forum = a_crowded_forum()
    assert granted(forum, None) is forum


def test_without_a_selection_everybody_who_asks_has_the_floor_and_nobody_a_role() -> None:
    forum = a_crowded_forum()
    asking = forum.model_copy(
        update={"requests": (*forum.requests, a_request("k1", "kenya", "rt1", role=RoleName.KEYNOTE))}
    )
    found = granted(asking, None)
    assert (ids(found), found.roles) == (ids(forum), ())


def test_with_a_selection_those_alone_who_were_given_a_place_have_the_floor() -> None:
    assert ids(granted(a_crowded_forum(), a_selection())) == SELECTED


def test_a_request_is_where_its_place_is() -> None:
    selection = a_selection(given("n-caritas", "rt2"))
    assert [(r.id, r.session) for r in granted(a_crowded_forum(), selection).requests] == [("n-caritas", "rt2")]


def test_who_withdrew_has_the_floor_no_more_and_who_was_promoted_has_it() -> None:
    forum = logged(
        a_crowded_forum(), ("n-caritas", "withdrawn"), ("n-oxfam", "given", {"basis": "method", "other": "n-caritas"})
    )
    found = set(ids(granted(forum, a_selection())))
    assert found == {*SELECTED, "n-oxfam"} - {"n-caritas"}


def test_without_a_selection_who_withdrew_or_was_declined_has_not_the_floor() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "withdrawn"), ("s-chad", "declined", OVERRIDE))
    assert set(ids(a_crowded_forum())) - set(ids(granted(forum, None))) == {"n-caritas", "s-chad"}


def test_a_substitute_speaks_and_a_speaker_without_visa_speaks_from_afar() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "substituted", {"person": "wanjiru"}), ("n-unions", "made-remote"))
    found = granted(forum, a_selection()).request_by_id
    assert (found["s-kenya"].person, found["n-unions"].remote) == ("wanjiru", True)


def test_a_joint_statement_has_the_longer_limit_and_names_who_joined() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}))
    found = granted(forum, a_selection()).request_by_id
    joint = found["n-caritas"]
    assert "n-oxfam" not in found
    assert (joint.cosponsors, joint.time_class, joint.minutes) == (("oxfam",), TimeClass.JOINT, 5)


def test_without_a_selection_who_joined_a_statement_does_not_speak_beside_it() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}))
    assert set(ids(a_crowded_forum())) - set(ids(granted(forum, None))) == {"n-oxfam"}


def test_yielded_minutes_are_no_more_of_the_time_limit() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "yielded", {"minutes": 1}))
    assert granted(forum, a_selection()).request_by_id["s-kenya"].minutes == 2


def test_a_role_that_was_given_is_held() -> None:
    forum = a_crowded_forum(requests=(a_request("k1", "kenya", "rt1", role=RoleName.KEYNOTE, person="asha"),))
    found = granted(forum, a_selection(given("k1")))
    assert found.requests == ()
    assert [(role.session, role.role, role.person, role.participant) for role in found.roles] == [
        ("rt1", RoleName.KEYNOTE, "asha", "kenya")
    ]


def test_a_side_event_that_was_chosen_becomes_a_session() -> None:
    proposals = tuple(
        Proposal(id=id, kind="round-table", title=text(id), organisers=("oxfam", "kenya"), minutes=75, remote=remote)
        for id, remote in (("care", False), ("work", False), ("online", True))
    )
    decisions = tuple(
        Decision(request=id, session=None, state=state, reason="So it was marked.")
        for id, state in (("care", State.GIVEN), ("work", State.DECLINED), ("online", State.GIVEN))
    )
    forum = a_crowded_forum(proposals=proposals)
    found = granted(forum, a_selection(side_events=decisions, outcome=Outcome.OPTIMAL))
    assert [session.id for session in found.sessions] == ["rt1", "rt2", "care"]
    assert [one.id for one in held_online(forum, a_selection(side_events=decisions))] == ["online"]
    assert (found.sessions[2].sittings, found.sessions[2].organisers) == ((75,), ("oxfam", "kenya"))


def test_who_joined_a_statement_and_acts_for_somebody_withheld_is_not_named_with_it() -> None:
    forum = logged(a_crowded_forum(), ("n-oxfam", "merged", {"other": "n-caritas"}))
    joined = next(r.participant for r in forum.requests if r.id == "n-oxfam")
    named = {r.id: r.cosponsors for r in granted(forum, a_selection()).requests}
    assert joined in named["n-caritas"]
    hidden = forum.model_copy(
        update={
            "people": (*forum.people, a_person("psec", joined, publication=Publication.WITHHELD)),
            "requests": tuple(
                r.model_copy(update={"person": "psec"}) if r.id == "n-oxfam" else r for r in forum.requests
            ),
        }
    )
    shown = granted(hidden, a_selection())
    assert joined not in shown.request_by_id["n-caritas"].cosponsors
    assert speaker_label(shown, shown.request_by_id["n-caritas"]) == "Caritas, jointly with 1 other"
