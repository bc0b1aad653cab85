"""What the first lines of the page say: only what is so in this forum."""

from scheduler.domain.forum import Forum
from scheduler.services.method.summary import summary
from tests.scheduler.services.method.small import a_small_forum


def limits_told(forum: Forum) -> list[str]:
    return [line for line in summary(forum).model_dump_json().split('"') if line.startswith("An organisation has")]


def test_that_limits_do_not_bind_delegations_is_said_where_there_are_any() -> None:
    forum = a_small_forum()
    without = [group.model_copy(update={"delegation": False}) for group in forum.classes]
    assert limits_told(forum)[0] == "An organisation has 1 place in a session at most; delegations any."
    assert limits_told(forum.model_copy(update={"classes": tuple(without)})) == [
        "An organisation has 1 place in a session at most.",
        "An organisation has 2 places in the forum at most.",
    ]


def test_what_happens_to_a_place_given_back_and_what_the_method_does_not_decide_are_told() -> None:
    told = summary(a_small_forum()).model_dump_json()
    assert "A place that is given back goes to whoever waits and is best by the same steps then" in told
    assert "What an officer, an objection or accreditation decides is no outcome of these steps" in told
