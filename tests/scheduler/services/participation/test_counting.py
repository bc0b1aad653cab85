"""Requests are counted with what became of them; totals equal the log, and little is told of few."""

from scheduler.domain.log import Happening
from scheduler.domain.session import RoleName
from scheduler.services.participation.report import participation
from scheduler.services.participation.requests import Asked, Requests, asking
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import (
    DECLINED,
    GIVEN,
    WAITS,
    a_selection,
    an_asked_forum,
    an_entry,
    decided,
    first,
)

PLACED = first(("state", 12), ("ngo", 6), ("youth", 4))
Numbers = tuple[int | None, ...]


def numbers(rows: tuple[Asked, ...]) -> dict[str, Numbers]:
    """Return what was requested, given and left without a place, by group."""
    return {row.key: (row.requested, row.given, row.unplaced) for row in rows}


def requests_of(given: list[str], **fields: object) -> Requests:
    """Return the tables where these requests have a place and all others were declined."""
    forum = an_asked_forum(**fields)
    return participation(forum, b.an_agenda(), asked=asking(forum, decided(given, forum))).requests


def test_a_small_case_counted_by_hand() -> None:
    found = requests_of(PLACED)
    assert numbers((found.total,)) == {"all": (37, 22, 15)}
    assert numbers(found.by_body) == {"delegations": (12, 12, 0), "interspersed": (25, 10, 15)}
    assert numbers(found.by_class) == {"state": (12, 12, 0), "stakeholder": (25, 10, 15)}
    assert numbers(found.by_session) == {"s1": (37, 22, 15)}


def test_a_constituency_of_one_organisation_is_not_told_nor_can_be_worked_out() -> None:
    assert numbers(requests_of(PLACED).by_constituency) == {
        "ngo": (None, 6, None),
        "youth": (None, 4, None),
        "union": (None, 0, None),
    }


def test_constituencies_are_told_where_nobody_else_is_left() -> None:
    forum = an_asked_forum()
    union = [one.model_copy(update={"constituency": "youth"}) for one in forum.participants if one.id == "union-01"]
    others = [one for one in forum.participants if one.id != "union-01"]
    found = requests_of(PLACED, participants=(*others, *union))
    assert numbers(found.by_constituency) == {"ngo": (12, 6, 6), "youth": (13, 4, 9)}


def test_nothing_is_told_of_two_who_were_declined() -> None:
    found = requests_of(first(("state", 12), ("ngo", 12), ("youth", 11)))
    assert numbers((found.total, *found.by_body)) == {
        "all": (None, 35, None),
        "delegations": (None, 12, None),
        "interspersed": (None, 23, None),
    }
    assert set(found.outcomes.values()) == {None}


def test_requests_are_those_with_a_place_and_all_others() -> None:
    forum = an_asked_forum()
    waiting, declined = first(("youth", 12))[4:10], first(("ngo", 12))[6:]
    states = dict.fromkeys(PLACED, GIVEN) | dict.fromkeys(waiting, WAITS) | dict.fromkeys(declined, DECLINED)
    withdrawn = [an_entry(i, id, Happening.WITHDRAWN) for i, id in enumerate(waiting[:5], start=1)]
    merged = [an_entry(6, "ngo-02", Happening.MERGED, other="ngo-01")]
    forum = forum.model_copy(update={"log": (*withdrawn, *merged)})
    found = participation(forum, b.an_agenda(), asked=asking(forum, a_selection(states))).requests
    total = found.total
    assert (total.requested, total.given, total.joined, total.unplaced) == (37, 21, 1, 15)
    assert found.outcomes == {"waiting": None, "declined": 6, "withdrawn": None, "undecided": None}
    assert sum(value or 0 for value in (total.given, total.joined, total.unplaced)) == total.requested


def test_what_became_of_the_others_adds_up_where_it_is_told() -> None:
    forum = an_asked_forum()
    waiting, declined = first(("youth", 12))[4:], first(("ngo", 12))[6:]
    states = dict.fromkeys(PLACED, GIVEN) | dict.fromkeys(waiting, WAITS) | dict.fromkeys(declined, DECLINED)
    found = participation(forum, b.an_agenda(), asked=asking(forum, a_selection(states))).requests
    assert found.outcomes == {"waiting": None, "declined": None, "withdrawn": 0, "undecided": None}
    states |= {"union-01": DECLINED}
    found = participation(forum, b.an_agenda(), asked=asking(forum, a_selection(states))).requests
    assert found.outcomes == {"waiting": 8, "declined": 7, "withdrawn": 0, "undecided": 0}


def test_where_no_selection_was_made_whoever_asks_for_the_floor_has_it() -> None:
    found = participation(an_asked_forum(), b.an_agenda()).requests
    assert numbers((found.total, *found.by_constituency)) == {
        "all": (37, 37, 0),
        "ngo": (12, 12, 0),
        "youth": (12, 12, 0),
        "union": (1, 1, 0),
    }


def test_few_are_told_of_where_nothing_was_decided_yet() -> None:
    report = participation(b.a_busy_forum(), b.an_agenda())
    assert numbers((report.requests.total, *report.requests.by_body)) == {
        "all": (6, 6, 0),
        "delegations": (3, 3, 0),
        "interspersed": (2, 2, 0),
        "others": (1, 1, 0),
    }
    assert numbers((report.role_requests.total,)) == {"all": (0, 0, 0)}


def test_a_draft_is_no_request() -> None:
    forum = an_asked_forum(log=(an_entry(1, "ngo-01", Happening.DRAFTED),))
    assert participation(forum, b.an_agenda()).requests.total.requested == 36


def test_a_request_counts_where_it_was_given_a_place() -> None:
    forum = an_asked_forum()
    requests = tuple(r.model_copy(update={"second_choice": "s2"}) for r in forum.requests)
    forum = forum.model_copy(update={"requests": requests})
    selection = a_selection(dict.fromkeys([r.id for r in requests], GIVEN), dict.fromkeys(first(("youth", 12)), "s2"))
    found = participation(forum, b.an_agenda(), asked=asking(forum, selection)).requests
    assert numbers(found.by_session) == {"s1": (25, 25, 0), "s2": (12, 12, 0)}


def test_each_request_counts_in_one_region() -> None:
    found = requests_of(PLACED).by_region["un"]
    assert numbers(found) == {"un.african": (6, 6, 0), "un.grulac": (6, 6, 0), "none": (25, 10, 15)}


def test_stakeholders_led_by_migrants_are_told_of_apart() -> None:
    given = [*first(("state", 12), ("youth", 4)), "ngo-01", "ngo-03", "ngo-05", "ngo-07", "ngo-09"]
    forum = an_asked_forum()
    more = tuple(p.model_copy(update={"flags": ("migrant-led",)}) if "youth" in p.id else p for p in forum.participants)
    found = requests_of([*given, "ngo-02"], participants=more).by_flag
    assert numbers(found) == {"migrant-led": (None, None, None)}
    found = requests_of([*given, "ngo-02", "ngo-04", "ngo-06", "ngo-08", "ngo-10"], participants=more).by_flag
    assert numbers(found) == {"migrant-led": (None, 9, None)}


def test_how_many_have_spoken_is_told_since_lists_and_absences_are_public() -> None:
    log = [an_entry(i, id, Happening.SPOKEN) for i, id in enumerate(PLACED[:-1], start=1)]
    log.append(an_entry(len(PLACED), PLACED[-1], Happening.ABSENT))
    found = requests_of(PLACED, log=tuple(log))
    assert (found.total.given, found.total.spoken) == (22, 21)
    assert {row.key: row.spoken for row in (*found.by_body, *found.by_constituency)} == {
        "delegations": 12,
        "interspersed": 9,
        "ngo": 6,
        "youth": 3,
        "union": 0,
    }


def test_nobody_has_spoken_before_the_log_says_so() -> None:
    assert requests_of(PLACED).total.spoken is None


def test_roles_are_asked_for_apart_from_the_floor() -> None:
    forum = an_asked_forum()
    panel = tuple(r.model_copy(update={"role": RoleName.PANELLIST}) for r in forum.requests if "youth" in r.id)
    forum = forum.model_copy(update={"requests": (*forum.requests[:24], *panel)})
    states = dict.fromkeys([r.id for r in forum.requests[:24]], GIVEN)
    states |= {r.id: GIVEN if r.id == "youth-01" else WAITS for r in panel}
    report = participation(forum, b.an_agenda(), asked=asking(forum, a_selection(states)))
    assert numbers((report.requests.total,)) == {"all": (24, 24, 0)}
    assert numbers(report.role_requests.by_role) == {"panellist": (12, 1, 11)}
    assert report.role_requests.by_session == ()


def test_roles_are_not_given_by_asking() -> None:
    forum = an_asked_forum()
    panel = tuple(r.model_copy(update={"role": RoleName.KEYNOTE}) for r in forum.requests)
    report = participation(forum.model_copy(update={"requests": panel}), b.an_agenda())
    assert numbers((report.role_requests.total,)) == {"all": (37, 0, 37)}
    assert report.role_requests.outcomes["undecided"] == 37


def test_who_is_withheld_counts_in_the_class_and_neither_by_constituency_nor_flag() -> None:
    forum = an_asked_forum()
    people = tuple(b.a_person(f"p-{id}", id, publication="withheld") for id in first(("ngo", 12)))
    requests = tuple(r.model_copy(update={"person": f"p-{r.id}" if "ngo" in r.id else None}) for r in forum.requests)
    found = requests_of(first(("state", 12), ("ngo", 3), ("youth", 5)), people=people, requests=requests)
    assert numbers(found.by_class)["stakeholder"] == (25, 8, 17)
    assert numbers(found.by_constituency) == {
        "ngo": (0, 0, 0),
        "youth": (None, 5, None),
        "union": (None, 0, None),
        "none": (None, 3, None),
    }
    assert numbers(found.by_flag) == {"migrant-led": (None, 0, None)}


def test_the_tables_survive_json() -> None:
    found = requests_of(PLACED)
    assert Requests.model_validate_json(found.model_dump_json()) == found
