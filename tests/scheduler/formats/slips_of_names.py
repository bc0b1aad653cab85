"""Slips in names and cells, each with what is said about it."""

import unicodedata

from tests.scheduler.formats.messy import Slip

LONG = "A very long name " * 20

NAMES = {
    "a room nobody has": Slip(
        "pins",
        "hal",
        {"session": "rt-3", "room": "Great Hal"},
        "room",
        "rooms.csv has no 'Great Hal'. Did you mean Great Hall?",
    ),
    "a chair nobody knows": Slip(
        "roles",
        "who",
        {"session": "rt-3", "role": "chair", "person": "Salma Tazzi"},
        "person",
        "people.csv has no 'Salma Tazzi'. Did you mean Salma Tazi?",
    ),
    "a chair who is nobody": Slip(
        "roles",
        "nobody",
        {"session": "rt-4", "role": "chair"},
        "person",
        "Nobody holds this role. Write the person, or the participant that will name one.",
    ),
    "an id in two cases": Slip(
        "rooms",
        "ANNEXE-1",
        {"name": "Annexe Three", "seats": "10", "zone": "annexe"},
        "id",
        "'ANNEXE-1' is there already, on row {rooms:annexe-1} (it differs from 'annexe-1' only in capital letters). "
        "Write another name, or remove one of the two rows.",
    ),
    "an id twice": Slip(
        "requests",
        "r4 again",
        {"id": "r4", "session": "rt-2", "participant": "mex"},
        "id",
        "'r4' is there already, on row {requests:r4}. Write another name, or remove one of the two rows.",
    ),
    "an id with blanks": Slip(
        "themes",
        "t",
        {"id": "Digital world", "title": "Digitalisation"},
        "id",
        "'Digital world' is not written as it must be. "
        "Write up to 80 letters, digits, dots, hyphens or underscores, no spaces.",
    ),
    "a kind nobody has": Slip(
        "sessions",
        "x-kind",
        {"kind": "Plenery", "title": "X", "sittings": "60"},
        "kind",
        "kinds.csv has no 'Plenery'. Did you mean plenary?",
    ),
    "an objective that is not reviewed": Slip(
        "sessions",
        "x-objective",
        {"kind": "plenary", "title": "X", "sittings": "60", "objectives": "7; 17"},
        "objectives",
        "objectives.csv has no '17'. Write one of 1, 2, 7.",
    ),
    "a country nearly named": Slip(
        "requests",
        "r-civ",
        {"session": "debate", "participant": "Cote d'Ivoir", "person": "kone"},
        "participant",
        "participants.csv has no 'Cote d'Ivoir'. Did you mean Côte d'Ivoire?",
    ),
    "a country two may be": Slip(
        "requests",
        "r-korea",
        {"session": "debate", "participant": "Korea"},
        "participant",
        "'Korea' may be Republic of Korea or Democratic People's Republic of Korea. Did you mean Republic of Korea?",
    ),
    "a country that does not take part": Slip(
        "people",
        "mueller",
        {"name": "Max Müller", "affiliations": "Germany"},
        "affiliations",
        "participants.csv has no delegation of Germany. Add it there, or write one that is there.",
    ),
    "a country that is none": Slip(
        "participants",
        "aid",
        {"name": "Aid Abroad", "class": "ngo", "country": "Slovekia"},
        "country",
        "No country known here is called 'Slovekia'. Did you mean Slovakia or Slovenia?",
    ),
    "a name that two have": Slip(
        "roles",
        "two",
        {"session": "rt-5", "role": "chair", "person": "Jean Martin"},
        "person",
        "'Jean Martin' is the name of 2 rows of people.csv. Write which one by its id: martin or martin-2.",
        more=(
            ("people", "martin", {"name": "Jean Martin", "affiliations": "mar"}),
            ("people", "martin-2", {"name": "Jean Martin", "affiliations": "ken"}),
        ),
    ),
    "one thing named twice": Slip(
        "sessions",
        "x-organisers",
        {"kind": "plenary", "title": "X", "sittings": "60", "organisers": "ken; Kenya"},
        "organisers",
        "ken is named twice. Name each once.",
    ),
    "a speaker in two normal forms": Slip(
        "people",
        "alvarez-2",
        {"name": unicodedata.normalize("NFD", "José Álvarez"), "affiliations": "mex"},
        "name",
        unicodedata.normalize("NFD", "José Álvarez") + " is there already, as alvarez on row {people:alvarez}, "
        "in another form of the same characters. Remove this row, and write alvarez where it is named.",
    ),
    "a zone without rooms": Slip(
        "walks",
        "far",
        {"first": "main", "second": "anexe", "minutes": "5"},
        "second",
        "No room is in a zone 'anexe'. Did you mean annexe?",
    ),
    "a walk that leads nowhere": Slip(
        "walks",
        "round",
        {"first": "annexe", "second": "annexe", "minutes": "5"},
        "second",
        "The walk is from a zone to itself. Name two zones; within one nobody walks far.",
    ),
    "a rule nobody knows": Slip(
        "rules", "room-fre", {"level": "warn"}, "rule", "There is no rule 'room-fre'. Did you mean room-free?"
    ),
    "a rule that sets nothing": Slip(
        "rules", "room-seats", {}, "level", "The row sets nothing. Write block, warn or ignore as level, or a weight."
    ),
}

CELLS = {
    "a title left blank": Slip(
        "sessions",
        "x-title",
        {"kind": "plenary", "sittings": "60"},
        "title",
        "It is blank. Write it: title shown to people.",
    ),
    "a number in words": Slip(
        "rooms",
        "x-many",
        {"name": "Big room", "seats": "50", "changeover_minutes": "ten"},
        "changeover_minutes",
        "'ten' is not a whole number. Write digits only, as 30.",
    ),
    "a number below nothing": Slip(
        "rooms",
        "x-few",
        {"name": "Small room", "seats": "50", "changeover_minutes": "-5"},
        "changeover_minutes",
        "-5 is below the least allowed. Write 0 or more.",
    ),
    "a word that is not one": Slip(
        "kinds",
        "x-word",
        {"label": "Hearing", "standing": "offical"},
        "standing",
        "'offical' is not one of the words for this column. "
        "Did you mean official? The words are alone, official, side, free.",
    ),
    "neither yes nor no": Slip(
        "kinds",
        "x-yes",
        {"label": "Talk", "standing": "free", "ranks": "perhaps"},
        "ranks",
        "'perhaps' is neither yes nor no. Write yes or no.",
    ),
    "a time that is none": Slip(
        "periods",
        "x-time",
        {"date": "2026-03-28", "start": "25:00", "end": "13:00", "kinds": "concert"},
        "start",
        "No clock shows 25:00. Write a time from 00:00 to 23:59; midnight is 00:00.",
    ),
    "a date that no calendar has": Slip(
        "periods",
        "x-date",
        {"date": "2026-02-30", "start": "10:00", "end": "13:00", "kinds": "concert"},
        "date",
        "No calendar has the date 2026-02-30. Write a date that exists, as 2026-05-05.",
    ),
    "hours the wrong way round": Slip(
        "rooms",
        "x-hours",
        {"name": "Foyer", "seats": "20", "hours": "20:00-08:00"},
        "hours",
        "'20:00-08:00' ends before it starts. Write the earlier time first, as 08:00-20:00.",
    ),
    "a time without a date": Slip(
        "requests",
        "x-moment",
        {"session": "debate", "participant": "vat", "requested_at": "10:15"},
        "requested_at",
        "'10:15' is not a date with a time. Write local time as 2026-02-03 10:15.",
    ),
    "a stretch that is none": Slip(
        "rooms",
        "x-closed",
        {"name": "Cellar", "seats": "20", "closed": "Saturday"},
        "closed",
        "'Saturday' is not a stretch of time. Write date, start and end, as 2026-05-05 10:00-11:30.",
    ),
    "a name that is too long": Slip(
        "people",
        "x-long",
        {"name": LONG, "affiliations": "ken"},
        "name",
        "The text is too long. Write at most 300 characters.",
    ),
    "a character nobody sees": Slip(
        "people",
        "x-unseen",
        {"name": "Ana\x07 Ruiz", "affiliations": "ken"},
        "name",
        "It holds an invisible character (U+0007). Remove it.",
    ),
    "an unknown time zone": Slip(
        "people",
        "x-zone",
        {"name": "Awino Otieno", "affiliations": "ken", "timezone": "Africa/Nairoby"},
        "timezone",
        "No time zone is called 'Africa/Nairoby'. Did you mean Africa/Nairobi?",
    ),
    "two letters drawn": Slip(
        "sessions",
        "x-letter",
        {"kind": "plenary", "title": "X", "sittings": "60", "drawn_letter": "KL"},
        "drawn_letter",
        "'KL' is not written as it must be. Write one capital letter, A to Z.",
    ),
}

FORMULAS = {
    "a formula where a number is due": Slip(
        "rooms",
        "x-formula",
        {"name": "Loft", "seats": "50", "changeover_minutes": "=5+5"},
        "changeover_minutes",
        "It holds a formula or its error, '=5+5'. "
        "Write the value itself; a spreadsheet's Paste Special, Values, does it for a whole column.",
    ),
}
