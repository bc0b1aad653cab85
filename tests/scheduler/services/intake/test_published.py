from scheduler.services.intake.published import Published, published
from tests.scheduler.builders import a_person
from tests.scheduler.services.intake.cases import OVERRIDE, a_crowded_forum, a_selection, logged


def test_others_learn_that_who_had_a_place_withdrew_or_was_absent() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "absent"), ("n-unions", "withdrawn", {"reason": "Ill"}))
    assert published(forum, a_selection()) == (
        Published(session="rt1", who="Kenya", what="absent"),
        Published(session="rt1", who="Unions", what="withdrawn"),
    )


def test_refusals_and_withdrawals_of_who_never_had_a_place_are_private() -> None:
    forum = logged(a_crowded_forum(), ("s-kenya", "declined", OVERRIDE), ("s-chad", "withdrawn"))
    assert published(forum, a_selection()) == ()


def test_of_whoever_had_a_speaker_with_withheld_details_the_class_alone_is_told() -> None:
    forum = a_crowded_forum()
    requests = tuple(r.model_copy(update={"person": "sam"}) if r.id == "n-caritas" else r for r in forum.requests)
    people = (*forum.people, a_person("open", "caritas", publication="named"))
    forum = logged(
        forum.model_copy(update={"requests": requests, "people": people}),
        ("n-caritas", "substituted", {"person": "open"}),
        ("n-caritas", "withdrawn"),
    )
    assert [one.who for one in published(forum, a_selection())] == ["Stakeholder (details withheld)"]


def test_a_named_speaker_is_not_named_as_absent() -> None:
    forum = a_crowded_forum()
    people = tuple(p.model_copy(update={"publication": "named"}) for p in forum.people)
    requests = tuple(r.model_copy(update={"person": "lee"}) if r.id == "n-unions" else r for r in forum.requests)
    forum = logged(forum.model_copy(update={"requests": requests, "people": people}), ("n-unions", "absent"))
    assert [one.who for one in published(forum, a_selection())] == ["Unions"]


def test_of_whoever_is_substituted_by_somebody_withheld_the_class_alone_is_told() -> None:
    forum = a_crowded_forum()
    people = (*forum.people, a_person("open", "caritas", publication="named"))
    requests = tuple(r.model_copy(update={"person": "open"}) if r.id == "n-caritas" else r for r in forum.requests)
    forum = logged(
        forum.model_copy(update={"requests": requests, "people": people}),
        ("n-caritas", "substituted", {"person": "sam"}),
        ("n-caritas", "absent"),
    )
    assert [one.who for one in published(forum, a_selection())] == ["Stakeholder (details withheld)"]


def test_without_a_selection_nobody_learns_of_a_withdrawal() -> None:
    forum = logged(a_crowded_forum(), ("n-caritas", "withdrawn"), ("s-chad", "drafted"), ("s-chad", "withdrawn"))
    assert published(forum, None) == ()
