"""Differences are told in sentences that name people at their own level."""

import json

from scheduler.domain.changes import changes
from scheduler.domain.session import RoleName
from scheduler.publish.changes_text import changes_json, changes_text
from tests.scheduler.builders import (
    a_busy_agenda,
    a_busy_forum,
    a_list,
    a_placement,
    a_role,
    an_agenda,
    an_intervention,
)


def test_equal_agendas_are_said_to_be_equal() -> None:
    forum = a_busy_forum()
    assert changes_text(forum, changes(forum, a_busy_agenda(), a_busy_agenda())) == "Nothing differs.\n"


def test_moves_and_speakers_are_told_with_hours_rooms_and_who_is_affected() -> None:
    forum = a_busy_forum()
    turns = [an_intervention("q1", "2026-05-05 10:00"), an_intervention("q4", "2026-05-05 10:03")]
    before = an_agenda(a_placement("side1", "2026-05-05 13:15", 75), lists=(a_list("rt1", *turns),))
    turned = [an_intervention("q4", "2026-05-05 10:00"), an_intervention("q1", "2026-05-05 10:03")]
    after = an_agenda(a_placement("side1", "2026-05-05 13:30", 60, room="r2"), lists=(a_list("rt1", *turned),))
    assert changes_text(forum, changes(forum, before, after)) == (
        "Moved: Session side1 [side1]\n"
        "  from Tuesday 5 May 2026, 13:15, 75 min, Trusteeship Council\n"
        "  to   Tuesday 5 May 2026, 13:30, 60 min, Room r2\n"
        "\n"
        "Speakers of Round table 1 [rt1]:\n"
        "  moved: Stakeholder (details withheld), from place 2 at 10:03 to place 1 at\n"
        "    10:00\n"
        "  in the same order at another time: 1\n"
        "\n"
        "Affected:\n"
        "  Ana Ruiz, Minister of Labour (Mexico)\n"
        "  Lee Min, General Secretary (Unions)\n"
        "  Unions\n"
        "  Stakeholder (details withheld): 1\n"
    )


def test_the_json_names_sessions_and_participants_but_no_request_and_no_person() -> None:
    forum = a_busy_forum()
    before, after = an_agenda(a_placement("rt2", "2026-05-06 10:00")), an_agenda()
    found = json.loads(changes_json(forum, changes(forum, before, after)))
    assert [(s["session"], s["before"]["room"], s["after"]) for s in found["sittings"]] == [("rt2", "r1", None)]
    assert sorted(found) == ["affected", "format", "forum", "lists", "sittings", "withheld"]


def test_a_removed_session_concerns_everybody_who_had_a_place_in_it_each_at_their_own_level() -> None:
    attending = (
        a_role("rt1", RoleName.ATTENDEE, participant="kenya"),
        a_role("rt1", RoleName.ATTENDEE, person="omar", participant="iom"),
    )
    forum = a_busy_forum(roles=(*a_busy_forum().roles, *attending))
    before = a_busy_agenda()
    after = before.model_copy(
        update={
            "placements": tuple(p for p in before.placements if p.session != "rt1"),
            "lists": tuple(speakers for speakers in before.lists if speakers.session != "rt1"),
        }
    )
    assert changes_text(forum, changes(forum, before, after)) == (
        "Removed: Round table 1 [rt1]\n"
        "  was on Tuesday 5 May 2026, 10:00, 120 min, Trusteeship Council\n"
        "\n"
        "Speakers of Round table 1 [rt1]:\n"
        "  removed with the session: 4\n"
        "\n"
        "Affected:\n"
        "  Ana Ruiz, Minister of Labour (Mexico)\n"
        "  Iom\n"
        "  Kenya\n"
        "  Lee Min, General Secretary (Unions)\n"
        "  Wanjiru Kamau (Kenya), on behalf of African Group\n"
        "  Attendee (details withheld): 1\n"
        "  Stakeholder (details withheld): 1\n"
    )


def test_another_room_concerns_who_speaks_in_that_sitting_and_a_day_is_told_where_it_changes() -> None:
    forum, before = a_busy_forum(), a_busy_agenda()
    later = a_placement("rt2", "2026-05-06 11:00", period="wed-am", sitting=2, room="r2")
    after = before.model_copy(update={"placements": (*before.placements[:3], later)})
    assert changes_text(forum, changes(forum, before, after)) == (
        "Moved: Session rt2, sitting 2 [rt2]\n"
        "  from Wednesday 6 May 2026, 11:00, 60 min, Trusteeship Council\n"
        "  to   Wednesday 6 May 2026, 11:00, 60 min, Room r2\n"
        "\n"
        "Affected:\n"
        "  Iom\n"
    )
    turns = an_intervention("q5", "2026-05-05 11:00"), an_intervention("q5", "2026-05-06 11:03")
    old, new = (an_agenda(lists=(a_list("rt2", an_intervention("q6", "2026-05-06 11:00"), turn),)) for turn in turns)
    swapped = new.model_copy(update={"lists": (a_list("rt2", *reversed(new.lists[0].interventions)),)})
    assert changes_text(forum, changes(forum, old, swapped)).splitlines()[1:3] == [
        "  moved: Iom, from place 2 at 11:00 on Tuesday 5 May 2026 to place 1 at 11:03 on",
        "    Wednesday 6 May 2026",
    ]


def test_what_the_forum_no_longer_has_is_told_by_its_id_and_its_speakers_are_counted() -> None:
    forum = a_busy_forum()
    gone = an_agenda(
        a_placement("rt9", "2026-05-05 10:00", room="r9"),
        lists=(a_list("rt9", an_intervention("ana-9", "2026-05-05 10:00")),),
    )
    assert changes_text(forum, changes(forum, gone, an_agenda())) == (
        "Removed: rt9 (not in the forum) [rt9]\n"
        "  was on Tuesday 5 May 2026, 10:00, 60 min, r9 (not in the forum)\n"
        "\n"
        "Speakers of rt9 (not in the forum) [rt9]:\n"
        "  removed with the session: 1\n"
        "\n"
        "Affected:\n"
        "  Speaker (not in the forum): 1\n"
    )
