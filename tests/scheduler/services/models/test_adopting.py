import datetime as dt
from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.session import Link, Tie
from scheduler.domain.sharing import Share
from scheduler.formats.reading import checked_of, read_forum
from scheduler.samples import sample_path
from scheduler.services.models.adopting import adopt
from scheduler.services.models.model import Model
from scheduler.services.models.reading import model_named, model_names, read_model
from scheduler.services.models.written import raw_tables
from scheduler.services.rulebook import all_rules
from tests.scheduler.builders import a_class, a_forum, a_kind, a_participant, a_period, a_person, a_request, a_session

RULES = [rule.name for rule in all_rules()]
TEXT = """label: Ours
description: Ours
decided:
- what: Places
  who: The secretariat
sources:
- fact: Something
  source: Somewhere
  confidence: assumption
"""


@pytest.fixture(scope="module")
def imrf() -> Forum:
    return read_forum(sample_path("imrf-2026"), RULES)


@pytest.fixture(scope="module")
def proposed() -> Forum:
    return read_forum(sample_path("imrf-2026-proposed"), RULES)


def model_of(folder: Path, settings: str = "", **tables: str) -> Model:
    """Return a model of a few tables."""
    folder.mkdir(exist_ok=True)
    (folder / "model.yaml").write_text(TEXT + settings, encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_model(folder)


def small(**fields: object) -> Forum:
    """Return a forum with a debate, a group that meets by itself, and somebody who speaks for it."""
    defaults = {
        "kinds": (a_kind("debate"), a_kind("meeting")),
        "periods": (a_period(kinds=("debate", "meeting")),),
        "classes": (a_class("state", delegation=True), a_class("stakeholder", interspersed=True)),
        "constituencies": ({"id": "youth", "label": {"en": "Youth"}, "focal_point": "ana"},),
        "participants": (
            a_participant("ken"),
            a_participant("club", "stakeholder", constituency="youth"),
            a_participant("band", "stakeholder", constituency="youth"),
        ),
        "people": (a_person("ana", "band"),),
        "sessions": (a_session("talk", "debate", 60, floor_minutes=50),),
    }
    return a_forum(**(defaults | fields))


@pytest.mark.parametrize("sample", ["imrf-2026", "imrf-2026-proposed", "imrf-2026-requests", "imrf-2022"])
@pytest.mark.parametrize("name", model_names())
def test_every_model_leaves_a_forum_without_a_fault_and_is_adopted_once(name: str, sample: str) -> None:
    forum = read_forum(sample_path(sample), RULES)
    once = adopt(forum, model_named(name)).forum
    assert checked_of(raw_tables(once), RULES).forum == once
    assert adopt(once, model_named(name)).forum == once


@pytest.mark.parametrize("name", model_names())
def test_no_request_is_lost(name: str, proposed: Forum) -> None:
    after = adopt(proposed, model_named(name)).forum
    assert after.requests[: len(proposed.requests)] == proposed.requests


def test_a_kind_and_a_class_the_forum_does_not_have_are_said(tmp_path: Path) -> None:
    model = model_of(
        tmp_path / "ours",
        kinds="id,mode\nreview,throughout\ndebate,throughout\n",
        classes="id,speaks_in\nstakeholder,debate; review\nparliament,debate\n",
        shares="kind,class,percent\nreview,stakeholder,20\ndebate,parliament,20\ndebate,stakeholder,20\n",
    )
    adopted = adopt(small(), model)
    assert adopted.notes == (
        "classes.csv, row 2: the forum has no review among its kinds.",
        "classes.csv, row 3: the forum has no parliament among its classes, so it is left out.",
        "kinds.csv, row 2: the forum has no review among its kinds, so it is left out.",
        "shares.csv, row 2: the forum has no review among its kinds, so it is left out.",
        "shares.csv, row 3: the forum has no parliament among its classes, so it is left out.",
    )
    assert [(kind.id, kind.mode.value) for kind in adopted.forum.kinds] == [
        ("debate", "throughout"),
        ("meeting", "none"),
    ]
    assert adopted.forum.class_by_id["stakeholder"].speaks_in == ("debate",)
    assert adopted.forum.shares == (Share(kind="debate", participant_class="stakeholder", percent=20),)


DEDICATED = {
    "sessions": "id,kind,title,sittings\nown-{constituency},meeting,Own session: {label},60\n",
    "ties": "first,link,second\nown-{constituency},feeds,first plenary or debate\n",
    "requests": "id,session,participant,priority\nslot-{constituency},first debate,speaker of {constituency},1\n",
}
NEAR = "settings:\n  list_opens_days: 10\n  list_closes_days: 3\n  dedicated_within_days: 2\n"


def test_a_dedicated_session_is_made_with_the_slot_that_carries_its_result(tmp_path: Path) -> None:
    forum = adopt(small(), model_of(tmp_path / "ours", NEAR, **DEDICATED)).forum
    slot = forum.request_by_id["slot-youth"]
    assert str(forum.session_by_id["own-youth"].title) == "Own session: Youth"
    assert forum.ties == (Tie(first="own-youth", link=Link.FEEDS, second="talk", amount=2),)
    assert (slot.session, slot.participant, slot.person, slot.priority) == ("talk", "band", None, 1)
    assert slot.requested_at == forum.selection.list_opens == dt.datetime(2026, 4, 25, 9)


def test_a_slot_has_its_place_by_the_modalities_and_not_by_the_method(tmp_path: Path) -> None:
    forum = adopt(small(), model_of(tmp_path / "ours", NEAR, **DEDICATED)).forum
    (entry,) = forum.log
    assert (entry.request, entry.happening, entry.basis) == ("slot-youth", Happening.GIVEN, Basis.OVERRIDE)
    assert (entry.by, entry.at) == ("Modalities of the model ours", dt.datetime(2026, 4, 25, 9))


def test_an_entry_about_a_slot_comes_after_all_others(tmp_path: Path) -> None:
    before = Entry(number=7, at=dt.datetime(2026, 5, 1), request="q1", happening=Happening.SUBMITTED)
    asking = small(requests=(a_request("q1", "ken", "talk"),), log=(before,))
    forum = adopt(asking, model_of(tmp_path / "ours", NEAR, **DEDICATED)).forum
    assert [(entry.number, entry.at) for entry in forum.log] == [(7, before.at), (8, before.at)]


def test_a_slot_that_somebody_changed_is_left_alone(tmp_path: Path) -> None:
    model = model_of(tmp_path / "ours", NEAR, **DEDICATED)
    forum = adopt(small(), model).forum
    changed = forum.model_copy(
        update={"requests": tuple(r.model_copy(update={"participant": "club"}) for r in forum.requests)}
    )
    assert adopt(changed, model).forum == changed


def test_no_slot_is_added_where_the_group_asks_for_all_it_can_have(tmp_path: Path) -> None:
    shares = "kind,class,constituency,most\ndebate,stakeholder,youth,1\n"
    asking = small(requests=(a_request("q1", "club", "talk"),))
    adopted = adopt(asking, model_of(tmp_path / "ours", NEAR, shares=shares, **DEDICATED))
    assert adopted.forum.requests == asking.requests
    assert adopted.about_requests == (
        "requests.csv, row 2: youth asks for the floor of talk already (q1), so no slot is added.",
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"sessions": (a_session("talk", "debate"),)}, "talk reserves no minutes for the floor"),
        (
            {"classes": (a_class("state"), a_class("stakeholder", interspersed=True, speaks_in=("meeting",)))},
            "not speak",
        ),
        ({"constituencies": ({"id": "youth", "label": {"en": "Youth"}},)}, "no focal point"),
        ({"sessions": (a_session("meet", "meeting", floor_minutes=60),)}, "no session of the kind debate"),
    ],
)
def test_a_slot_without_a_place_is_said(tmp_path: Path, fields: dict[str, object], said: str) -> None:
    model = model_of(tmp_path / "ours", NEAR, requests=DEDICATED["requests"])
    adopted = adopt(small(**fields), model)
    assert (adopted.forum.requests, len(adopted.about_requests)) == ((), 1)
    assert said in adopted.about_requests[0]


def test_a_dedicated_session_that_no_period_can_hold_is_said(tmp_path: Path) -> None:
    long = "id,kind,title,sittings\nown,meeting,Own session,240\n"
    adopted = adopt(small(), model_of(tmp_path / "ours", sessions=long))
    assert len(adopted.forum.sessions) == 1
    said = "the longest period for the kind meeting has 180 minutes, so own is left out"
    assert adopted.notes == (f"sessions.csv, row 2: {said}.",)


def test_times_at_which_lists_are_open_stay_where_the_forum_sets_them(imrf: Forum) -> None:
    settings = imrf.selection.model_copy(update={"list_closes": dt.datetime(2026, 3, 1, 12)})
    adopted = adopt(imrf.model_copy(update={"selection": settings}), model_named("imrf-adopted"))
    assert adopted.forum.selection.list_closes == dt.datetime(2026, 3, 1, 12)
    assert "Lists close on 2026-03-01 12:00, as the forum says; the model would set 2026-03-05 17:00." in adopted.notes


def test_another_model_takes_the_place_of_the_one_before(imrf: Forum) -> None:
    straight = adopt(imrf, model_named("hld-2013")).forum
    through = adopt(adopt(imrf, model_named("imrf-proposed")).forum, model_named("hld-2013"))
    new = [note for note in through.notes if note.startswith("The forum followed imrf-proposed; its sessions stay")]
    kept = [share for share in through.forum.shares if share.basis != "No places by hld-2013"]
    assert (kept, through.forum.balances, len(new)) == (list(straight.shares), (), 1)
    none = [share for share in through.forum.shares if share not in kept]
    assert [(share.participant_class, share.places) for share in none] == [("private_sector", 0)]


def test_a_share_that_an_organiser_changed_stays_when_the_model_changes(imrf: Forum) -> None:
    forum = adopt(imrf, model_named("imrf-proposed")).forum
    own = Share(kind="vnr", participant_class="stakeholder", percent=40)
    kept = tuple(own if (s.kind, s.constituency) == ("vnr", None) else s for s in forum.shares)
    after = adopt(forum.model_copy(update={"shares": kept}), model_named("imrf-adopted")).forum
    assert [share for share in after.shares if share.kind == "vnr"] == [own]


def test_who_asked_where_the_model_gives_no_place_keeps_the_request_and_has_none(proposed: Forum) -> None:
    adopted = adopt(proposed, model_named("imrf-adopted"))
    none = [s for s in adopted.forum.shares if (s.kind, s.participant_class) == ("plenary", "stakeholder")]
    assert [(share.places, share.basis) for share in none] == [(0, "No places by imrf-adopted")]
    assert any("kind plenary to the class stakeholder" in note for note in adopted.about_requests)
    assert [s for s in adopt(adopted.forum, model_named("imrf-proposed")).forum.shares if s.places == 0] == []
