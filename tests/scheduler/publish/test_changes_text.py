"""Differences are told in sentences that name people at their own level."""

import json

from scheduler.domain.changes import changes
from scheduler.publish.changes_text import changes_json, changes_text
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_list, a_placement, an_agenda, an_intervention


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
        "Moved: Session side1, sitting 1 [side1]\n"
        "  from Tuesday 5 May 2026, 13:15, 75 min, Trusteeship Council\n"
        "  to   Tuesday 5 May 2026, 13:30, 60 min, Room r2\n"
        "\n"
        "Speakers of Round table 1 [rt1]:\n"
        "  moved: Stakeholder (details withheld), from place 2 at 10:03 to place 1 at 10:00\n"
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
