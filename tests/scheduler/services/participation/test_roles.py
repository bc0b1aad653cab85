"""Role places are counted by role and body, whoever merely attends or chairs apart."""

from scheduler.domain.session import RoleName, RolePlaces
from scheduler.services.participation.report import participation
from tests.scheduler import builders as b


def test_places_and_holders_are_counted_by_role_and_body() -> None:
    forum = b.a_busy_forum()
    panels = {"rt1": 2, "rt2": 3}
    places = tuple(RolePlaces(session=id, role=RoleName.PANELLIST, places=count) for id, count in panels.items())
    roles = (
        *forum.roles,
        b.a_role("rt1", RoleName.PANELLIST, person="sam"),
        b.a_role("rt1", RoleName.PANELLIST, participant="kenya"),
        b.a_role("rt1", RoleName.ATTENDEE, participant="mexico"),
    )
    report = participation(forum.model_copy(update={"role_places": places, "roles": roles}), b.an_agenda())
    assert [(one.label, one.places, one.held, one.by_body) for one in report.roles] == [
        ("Keynote", 0, 1, {"delegations": 0, "interspersed": 0, "others": 1}),
        ("Moderator", 0, 1, {"delegations": 0, "interspersed": 1, "others": 0}),
        ("Panellist", 5, 2, {"delegations": 1, "interspersed": 1, "others": 0}),
    ]
