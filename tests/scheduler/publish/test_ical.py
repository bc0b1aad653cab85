"""The calendar file imports, with the right instants, and is the same every time."""

import datetime as dt

import icalendar
import pytest
import vobject

from scheduler.errors import NotFoundError
from scheduler.publish.ical import calendar
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_placement, an_agenda, text


def events(data: bytes) -> list[icalendar.Event]:
    """Return the events as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_both_readers_see_the_same_instants_as_the_agenda() -> None:
    agenda = a_busy_agenda()
    data = calendar(a_busy_forum(), agenda)
    expected = [(placement.start, placement.end) for placement in agenda.placements]
    ours = [(event.start, event.end) for event in events(data)]
    theirs = [(e.dtstart.value, e.dtend.value) for e in vobject.readOne(data.decode()).vevent_list]
    assert ours == expected
    assert theirs == expected


def test_every_event_has_the_parts_readers_need() -> None:
    event = events(calendar(a_busy_forum(), a_busy_agenda()))[0]
    found = {name: str(event[name]) for name in ("UID", "SUMMARY", "LOCATION", "STATUS", "TRANSP")}
    assert found == {
        "UID": "forum-0001.rt1.1@forum-scheduler",
        "SUMMARY": "Round table 1",
        "LOCATION": "Trusteeship Council",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }
    assert event.categories == ["Round table", "Objective 7"]


def test_the_description_lists_the_speakers_of_its_sitting_with_their_minutes() -> None:
    second_sitting = events(calendar(a_busy_forum(), a_busy_agenda()))[3]
    assert str(second_sitting["DESCRIPTION"]) == (
        "Two sittings.\n\nSpeakers, expected times in America/New_York:\n11:00 Iom (3 min)"
    )


def test_an_event_keeps_its_uid_when_it_moves() -> None:
    before = an_agenda(a_placement("rt1", "2026-05-05 10:00"))
    after = an_agenda(a_placement("rt1", "2026-05-06 11:00", period="wed-am", room="r2"))
    assert [events(calendar(a_busy_forum(), agenda))[0]["UID"] for agenda in (before, after)] == [
        "forum-0001.rt1.1@forum-scheduler"
    ] * 2


def test_the_same_agenda_gives_the_same_bytes_whatever_the_order_of_its_rows() -> None:
    agenda = a_busy_agenda()
    turned = agenda.model_copy(update={"placements": agenda.placements[::-1], "lists": agenda.lists[::-1]})
    assert calendar(a_busy_forum(), turned) == calendar(a_busy_forum(), agenda)


def test_dtstamp_is_the_first_day_unless_a_release_states_its_moment() -> None:
    forum, agenda = a_busy_forum(), a_busy_agenda()
    stamp = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
    assert dt.datetime(2026, 5, 5, tzinfo=dt.UTC) == events(calendar(forum, agenda))[0].DTSTAMP
    assert stamp == events(calendar(forum, agenda, stamp=stamp))[0].DTSTAMP


def test_texts_are_in_the_language_asked_for() -> None:
    event = events(calendar(a_busy_forum(), a_busy_agenda(), "fr"))[0]
    assert [str(event["SUMMARY"]), str(event["LOCATION"])] == ["Table ronde 1", "Conseil de tutelle"]


def test_hostile_text_adds_no_line_to_the_file() -> None:
    hostile = "Forum\r\nX-EVIL:1\rBEGIN:VEVENT\u2028DTSTART:1\x00, semi; back\\slash"
    forum = a_busy_forum(title=text(hostile))
    session = forum.sessions[0].model_copy(update={"title": text(hostile), "description": text(hostile)})
    forum = forum.model_copy(update={"sessions": (session, *forum.sessions[1:])})
    data = calendar(forum, a_busy_agenda())
    assert [line for line in data.split(b"\r\n") if line.startswith((b"X-EVIL", b"DTSTART:1"))] == []
    assert data.count(b"BEGIN:VEVENT\r\n") == 4
    assert b"\r" not in data.replace(b"\r\n", b"")
    line = "Forum X-EVIL:1 BEGIN:VEVENT DTSTART:1, semi; back\\slash"
    assert [str(events(data)[0]["SUMMARY"]), vobject.readOne(data.decode()).vevent_list[0].summary.value] == [line] * 2
    unfolded = data.decode().replace("\r\n ", "")
    escaped = line.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    said = {"NAME": escaped, "X-WR-CALNAME": line}
    assert [name for name, value in said.items() if f"\r\n{name}:{value}\r\n" not in unfolded] == []


def test_lines_are_folded_at_75_octets_between_characters() -> None:
    forum = a_busy_forum(title=text("国际移民问题审查论坛" * 12))
    lines = calendar(forum, a_busy_agenda()).split(b"\r\n")
    assert [line for line in lines if len(line) > 75] == []
    assert [line.decode() for line in lines if not line.isascii()] != []


def test_a_session_the_forum_does_not_have_is_named() -> None:
    with pytest.raises(NotFoundError, match="session gone"):
        calendar(a_busy_forum(), an_agenda(a_placement("gone", "2026-05-05 10:00")))


def test_a_text_is_tagged_with_the_language_it_is_in_and_nothing_to_say_is_not_said() -> None:
    forum = a_busy_forum(languages=("en", "fr"))
    titles = [text("Opening", fr="Ouverture"), *(session.title for session in forum.sessions[1:])]
    sessions = [s.model_copy(update={"title": title}) for s, title in zip(forum.sessions, titles, strict=True)]
    found = events(calendar(forum.model_copy(update={"sessions": tuple(sessions)}), a_busy_agenda(), "fr"))
    said = {str(event["SUMMARY"]): event["SUMMARY"].params["LANGUAGE"] for event in found}
    assert {title: tongue for title, tongue in said.items() if tongue == "fr"} == {"Ouverture": "fr"}
    rooms = {str(event["LOCATION"]): event["LOCATION"].params["LANGUAGE"] for event in found}
    assert rooms == {room.name.of("fr", "en"): "fr" if "fr" in room.name.root else "en" for room in forum.rooms}
    assert [event for event in found if "DESCRIPTION" in event and not str(event["DESCRIPTION"])] == []
