"""Tables hold one row a sitting or an intervention, and no formulas."""

import csv
import io
import json

from scheduler.publish.tables import agenda_csv, agenda_public_json, speakers_csv
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, text


def rows(table: str) -> list[dict[str, str]]:
    """Return a table's rows as a reader sees them."""
    return list(csv.DictReader(io.StringIO(table)))


def test_the_agenda_has_a_row_for_every_sitting_in_order_of_time() -> None:
    found = rows(agenda_csv(a_busy_forum(), a_busy_agenda()))
    assert [(row["session"], row["sitting"], row["start"]) for row in found] == [
        ("rt1", "1", "2026-05-05T10:00:00-04:00"),
        ("side1", "1", "2026-05-05T13:15:00-04:00"),
        ("rt2", "1", "2026-05-06T10:00:00-04:00"),
        ("rt2", "2", "2026-05-06T11:00:00-04:00"),
    ]
    assert found[0]["roles"] == "chair: Ana Ruiz, Minister of Labour (Mexico); keynote: Iom"


def test_the_speakers_have_a_row_for_every_intervention() -> None:
    found = rows(speakers_csv(a_busy_forum(), a_busy_agenda()))
    assert [(row["session"], row["place"], row["speaker"], row["minutes"]) for row in found[:4]] == [
        ("rt1", "1", "Ana Ruiz, Minister of Labour (Mexico)", "3"),
        ("rt1", "2", "Lee Min, General Secretary (Unions)", "3"),
        ("rt1", "3", "Wanjiru Kamau (Kenya), on behalf of African Group", "5"),
        ("rt1", "4", "Stakeholder (details withheld)", "3"),
    ]


def test_who_joins_in_a_statement_has_a_column() -> None:
    forum = a_busy_forum()
    joint = forum.request_by_id["q3"].model_copy(update={"cosponsors": ("iom", "kenya")})
    requests = tuple(joint if request.id == "q3" else request for request in forum.requests)
    found = rows(speakers_csv(forum.model_copy(update={"requests": requests}), a_busy_agenda()))
    assert [row["cosponsors"] for row in found[:3]] == ["", "Iom; Kenya", ""]


def test_a_title_that_is_a_formula_stays_text() -> None:
    forum = a_busy_forum()
    session = forum.sessions[0].model_copy(update={"title": text('=HYPERLINK("http://x","y")')})
    forum = forum.model_copy(update={"sessions": (session, *forum.sessions[1:])})
    assert rows(agenda_csv(forum, a_busy_agenda()))[0]["title"] == '\'=HYPERLINK("http://x","y")'


def test_the_json_holds_sessions_with_sittings_roles_and_speakers() -> None:
    found = json.loads(agenda_public_json(a_busy_forum(), a_busy_agenda()))
    first = found["sessions"][0]
    assert found["format"] == 1
    assert first["sittings"][0]["start"] == "2026-05-05T10:00:00-04:00"
    assert [role["holder"]["label"] for role in first["roles"]] == ["Ana Ruiz, Minister of Labour (Mexico)", "Iom"]
    assert [turn["speaker"]["participant"] for turn in first["speakers"]] == ["mexico", "unions", "kenya", None]
