"""Slips in times, sessions, pins, requests and settings, each with what is said about it."""

from tests.scheduler.formats.messy import Slip

TIMES = {
    "a period that ends before it starts": Slip(
        "periods",
        "x-back",
        {"date": "2026-03-28", "start": "13:00", "end": "10:00", "kinds": "concert"},
        "end",
        "It ends at 10:00, which is not after its start, 13:00. "
        "Write a later end; only a night of up to twelve hours may run past midnight.",
    ),
    "a day that is not the forum's": Slip(
        "periods",
        "x-day",
        {"date": "2026-03-31", "start": "10:00", "end": "13:00", "kinds": "concert"},
        "date",
        "2026-03-31 is not a day of the forum. "
        "Write a day from 2026-03-28 to 2026-10-25, or add it to <forum.days> in forum.yaml.",
    ),
    "a time the clocks skip": Slip(
        "periods",
        "x-skipped",
        {"date": "2026-03-29", "start": "02:30", "end": "04:00", "kinds": "concert"},
        "start",
        "02:30 does not exist on 2026-03-29: clocks in Europe/Zurich go forward over it. Write 03:00 or later.",
    ),
    "a time the clocks show twice": Slip(
        "people",
        "x-twice",
        {"name": "Ines Roth", "affiliations": "aut", "available": "2026-10-25 02:30-12:00"},
        "available",
        "02:30 exists twice on 2026-10-25: clocks in Europe/Zurich go back. "
        "Write a time before the change, or 03:00 or later.",
    ),
    "a kind without a period": Slip(
        "kinds",
        "hearing",
        {"label": "Hearing of civil society", "standing": "official"},
        "id",
        "No period admits sessions of the kind hearing. Add hearing to the kinds of a period in periods.csv.",
        more=(("sessions", "x-hearing", {"kind": "hearing", "title": "X", "sittings": "60"}),),
    ),
    "a session longer than every period": Slip(
        "sessions",
        "x-longer",
        {"kind": "plenary", "title": "X", "sittings": "240"},
        "sittings",
        "A sitting of 240 minutes is longer than every period that admits its kind. "
        "Write 180 or less, split it into sittings, or add a longer period.",
    ),
    "a session that is never when it could be": Slip(
        "sessions",
        "x-never",
        {"kind": "plenary", "title": "X", "sittings": "60", "available": "2026-03-28 12:30-15:30"},
        "available",
        "No period for the kind plenary leaves 60 minutes within these times. "
        "Write more times, or leave it blank for any time.",
    ),
    "a chair who is never there": Slip(
        "roles",
        "away",
        {"session": "rt-3", "role": "chair", "person": "away"},
        "person",
        "away is never there for the 60 minutes of rt-3. "
        "Write another person, or more times as <people.available> of away in people.csv.",
        more=(("people", "away", {"name": "Ali Away", "affiliations": "mar", "available": "2026-03-28 13:00-15:30"}),),
    ),
    "a speaker who can never speak": Slip(
        "requests",
        "x-absent",
        {"session": "debate", "participant": "aut", "available": "2026-03-28 19:00-22:00"},
        "available",
        "These times are outside every period in which debate can stand. "
        "Write other times, or leave it blank for any time.",
    ),
}

SESSIONS = {
    "needs that no room meets at once": Slip(
        "sessions",
        "x-room",
        {"kind": "plenary", "title": "X", "sittings": "60", "seats": "300", "equipment": "podium"},
        "seats",
        "No room has the seats, the equipment and the booths it needs all at once. "
        "Ask for less, or equip a room in rooms.csv.",
    ),
    "more seats than there are": Slip(
        "sessions",
        "x-seats",
        {"kind": "plenary", "title": "X", "sittings": "60", "seats": "900"},
        "seats",
        "No room has 900 seats. Write 500 or less; that is the largest room.",
    ),
    "equipment that nobody has": Slip(
        "sessions",
        "x-stage",
        {"kind": "plenary", "title": "X", "sittings": "60", "equipment": "stage"},
        "equipment",
        "No room has stage. Remove it, or add it to a room in rooms.csv.",
    ),
    "an opening longer than the sitting": Slip(
        "sessions",
        "x-opening",
        {"kind": "plenary", "title": "X", "sittings": "60", "opening_minutes": "70"},
        "opening_minutes",
        "The opening is longer than the first sitting. Write 60 or less.",
    ),
    "a floor longer than the session": Slip(
        "sessions",
        "x-floor",
        {"kind": "plenary", "title": "X", "sittings": "60", "opening_minutes": "20", "floor_minutes": "50"},
        "floor_minutes",
        "Opening and floor need 70 minutes of 60. Write 40 or less, or lengthen its sittings.",
    ),
    "ties that go round in a circle": Slip(
        "ties",
        "c",
        {"first": "x-c", "link": "before", "second": "x-a"},
        "",
        "These ties go round in a circle: x-a before x-b before x-c before x-a. "
        "Remove this row, or row {ties:a} or row {ties:b}.",
        more=(
            ("sessions", "x-a", {"kind": "plenary", "title": "A", "sittings": "60"}),
            ("sessions", "x-b", {"kind": "plenary", "title": "B", "sittings": "60"}),
            ("sessions", "x-c", {"kind": "plenary", "title": "C", "sittings": "60"}),
            ("ties", "a", {"first": "x-a", "link": "before", "second": "x-b"}),
            ("ties", "b", {"first": "x-b", "link": "feeds", "second": "x-c"}),
        ),
    ),
    "a session tied to itself": Slip(
        "ties",
        "self",
        {"first": "rt-3", "link": "same-day", "second": "Round table three"},
        "second",
        "The session is tied to itself. Name another session.",
    ),
}

PINS = {
    "a pin outside its period": Slip(
        "pins",
        "early",
        {"session": "rt-4", "period": "sat-am", "start": "09:30"},
        "start",
        "A sitting of 60 minutes from 09:30 is not inside the period, 10:00-13:00. "
        "Write a start that leaves it inside.",
    ),
    "a pin off the grid": Slip(
        "pins",
        "grid",
        {"session": "rt-5", "period": "sat-am", "start": "10:03"},
        "start",
        "10:03 is not on the grid of 5 minutes from 10:00. Write a start on the grid.",
    ),
    "a pin to a period for other kinds": Slip(
        "pins",
        "other",
        {"session": "music", "period": "sat-am"},
        "period",
        "The period sat-am admits no session of the kind concert. Write another period, or add the kind to this one.",
    ),
    "a pin of a sitting there is not": Slip(
        "pins",
        "third",
        {"session": "debate", "sitting": "3", "period": "sat-pm"},
        "sitting",
        "debate has no sitting 3. Write a number from 1 to 2.",
    ),
    "a pin that fixes nothing": Slip(
        "pins",
        "empty",
        {"session": "side-1"},
        "period",
        "The pin fixes nothing. Write a period, a room or both.",
    ),
    "a start without a period": Slip(
        "pins",
        "start",
        {"session": "watch", "room": "annexe-2", "start": "20:00"},
        "start",
        "A start needs a period. Write the period, or remove the start.",
    ),
    "a pin before what comes first": Slip(
        "pins",
        "second",
        {"session": "x-second", "period": "sat-am"},
        "period",
        "It is too early: x-first, which comes before x-second, cannot end before 2026-03-28 16:00. "
        "Write a later period, or pin the one before it earlier.",
        more=(
            ("sessions", "x-first", {"kind": "plenary", "title": "First", "sittings": "60"}),
            ("sessions", "x-second", {"kind": "plenary", "title": "Second", "sittings": "60"}),
            ("ties", "first", {"first": "x-first", "link": "before", "second": "x-second"}),
            ("pins", "first", {"session": "x-first", "period": "sat-pm"}),
        ),
    ),
    "a pin to a room without what is needed": Slip(
        "pins",
        "small",
        {"session": "rt-1", "room": "annexe-2"},
        "room",
        "annexe-2 does not have the seats that rt-1 needs. Write another room, or correct the room or the session.",
        more=(("sessions", "rt-1", {"seats": "50"}),),
    ),
    "a pin to a room that is closed": Slip(
        "pins",
        "closed",
        {"session": "rt-2", "period": "October morning", "room": "hall"},
        "room",
        "hall is not open for 120 minutes then. Write another room or period, or correct when it is open.",
    ),
}

REQUESTS = {
    "a capacity its person does not hold": Slip(
        "requests",
        "x-capacity",
        {"session": "debate", "participant": "mar", "person": "huber"},
        "participant",
        "huber does not belong to mar. Write one of the person's affiliations (aut), or add mar to them in people.csv.",
    ),
    "a session that takes no requests": Slip(
        "requests",
        "x-none",
        {"session": "rt-3", "participant": "mar"},
        "session",
        "rt-3 reserves no minutes for the floor. "
        "Write another session, or give this one <sessions.floor_minutes> in sessions.csv.",
    ),
    "a class that does not speak there": Slip(
        "requests",
        "x-class",
        {"session": "watch", "participant": "lab", "person": "lee"},
        "session",
        "A participant of the class ngo does not speak in sessions of the kind vigil. "
        "Write a session of the kinds plenary, round-table, or add the kind to its class.",
    ),
    "a place that is taken": Slip(
        "requests",
        "x-taken",
        {"session": "rt-2", "participant": "ken", "place": "1"},
        "place",
        "The request on row {requests:x-holder} has this place already. "
        "Write another place, or leave one of them blank.",
        more=(("requests", "x-holder", {"session": "rt-2", "participant": "mex", "place": "1"}),),
    ),
    "a place the list does not have": Slip(
        "requests",
        "x-place",
        {"session": "rt-1", "participant": "kor", "place": "0"},
        "place",
        "The list of rt-1 has no place 0. Write 1 (opens it) to 2, or -1 (closes it) to -2.",
    ),
    "a constituency without a focal point": Slip(
        "constituencies",
        "migrants",
        {"label": "Migrants"},
        "focal_point",
        "migrants has no focal point. A request waits for a speaker only its focal point can name. "
        "Write the id or name of somebody in people.csv.",
        more=(
            ("participants", "mig", {"name": "Migrants' Voice", "class": "ngo", "constituency": "migrants"}),
            ("requests", "x-migrants", {"session": "debate", "participant": "mig"}),
        ),
    ),
}

SETTINGS = {
    "a setting nobody knows": Slip(
        "forum", "slot_minuts", {"value": "10"}, "slot_minuts", "There is no such setting. Did you mean slot_minutes?"
    ),
    "hours that end before they start": Slip(
        "forum",
        "decent_until",
        {"value": "07:00"},
        "decent_until",
        "It is not after <forum.decent_from>. Write a later time.",
    ),
    "a title in a language that is not the forum's": Slip(
        "forum",
        "title.es",
        {"value": "Un foro"},
        "title.es",
        "'es' is not among the forum's languages. Correct it, or add it to languages.",
    ),
}
