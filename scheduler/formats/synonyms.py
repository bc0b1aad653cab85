"""Other words organisers use for tables and columns; those that templates and workbooks write are in ``labels``.

Whatever is listed for a table is meant in that table alone; what is listed under no table, in all that have the column.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")


def _split(listed: Mapping[K, str]) -> Mapping[K, tuple[str, ...]]:
    return {key: tuple(words.split(", ")) for key, words in listed.items()}


TABLE_SYNONYMS: Mapping[str, tuple[str, ...]] = _split(
    {
        "forum": "settings, forum settings, general, general settings",
        "walks": "walking minutes, walks between zones",
        "kinds": "session kinds, session types, types of session, formats",
        "periods": "time slots, timeslots, time blocks, hours",
        "rooms": "venues, meeting rooms, locations",
        "objectives": "gcm objectives, goals, sdgs",
        "themes": "clusters, tracks",
        "classes": "participant classes, classes of participants, participant types",
        "constituencies": "stakeholder groups, major groups, constituency",
        "participants": "delegations, organisations, organizations, participating organisations",
        "ranks": "protocol ranks, protocol",
        "people": "persons, speakers and chairs, names",
        "sessions": "events, meetings, programme, program, side events and sessions",
        "roles": "chairs and panellists, chairs, panellists, session roles",
        "ties": "relations, links, dependencies, order of sessions",
        "pins": "fixed, fixed places, fixed sessions",
        "preferences": "penalties, wishes for places",
        "similar_themes": "related themes, similar tracks",
        "requests": "speaking slots, requests to speak, requests for the floor, speakers",
        "role_places": "role places, panel places, places for roles",
        "log": "request log, history of requests",
        "flags": "tags, marks of organisations",
        "shares": "quotas, floor shares, shares",
        "balances": "targets, diversity targets",
        "proposals": "side event proposals, proposed events, applications, side event applications",
        "criteria": "selection criteria, criterion",
        "marks": "scores, points, assessments",
        "baselines": "benchmarks, history, figures of earlier editions",
        "editions": "past editions, cycles, past cycles",
        "past_reviews": "review history, history of reviews, reviewed objectives",
        "interlinks": "links between objectives, interlinkages",
        "evidence": "inputs, call for inputs, priorities",
        "rotation_pins": "fixed objectives, objective pins",
        "region_schemes": "schemes of regions",
        "regional_results": "regional results, regional findings",
        "national_reviews": "vnrs, voluntary national reviews, national review",
        "alternative_reports": "shadow reports, parallel reports",
        "preparations": "preparatory process, preparatory meetings",
        "documents": "papers, background papers, guiding questions",
        "agenda_items": "items, agenda of the session",
        "pledges": "commitments, outcomes",
        "rules": "rule settings",
    }
)
"""Other titles of sheets and files."""

COLUMN_SYNONYMS: Mapping[tuple[str, str], tuple[str, ...]] = _split(
    {
        ("", "id"): "identifier, code, key, ref, reference, short name, abbreviation, acronym, no, nr, number, #",
        ("", "title"): "name, event title, session title, title of event, title of session, topic",
        ("", "name"): "full name, official name",
        ("", "label"): "title",
        ("", "session"): "event, meeting, session id",
        ("", "person"): "name, person id",
        ("", "participant"): (
            "organisation, organization, delegation, country, country organisation, country organization, "
            "capacity, on behalf of organisation, participant id"
        ),
        ("", "remote"): "online, remotely, virtual, takes part from afar",
        ("", "start"): "start time, from, begins, begin, starts, starts at, start at",
        ("", "end"): "end time, to, until, ends, finish, ends at, end at, finish time",
        ("", "date"): "day",
        ("", "room"): "venue, location, place, room id",
        ("", "period"): "time slot, timeslot, slot",
        ("", "objectives"): "objective, gcm objectives, goals",
        ("", "themes"): "theme, cluster, clusters, track",
        ("", "regions"): "region, regional group, regional groups",
        ("", "equipment"): "equipment available, technical needs, needs",
        ("", "available"): "availability, when available, present",
        ("", "timezone"): "tz, iana zone",
        ("rooms", "id"): "room id, room no, room number, room code",
        ("rooms", "name"): "room, room name, name of room, name of the room, venue, location, hall, place, title",
        ("rooms", "seats"): (
            "capacity, size, number of seats, max capacity, maximum capacity, seating capacity, seating, pax"
        ),
        ("rooms", "booths"): "booths, interpretation, number of booths, interpreter booths",
        ("rooms", "zone"): "building, area, floor",
        ("rooms", "changeover_minutes"): "changeover, turnaround, turnaround minutes, set up minutes",
        ("rooms", "equipment"): "facilities, features, av, av equipment, technical equipment",
        ("rooms", "hours"): "opening hours, open",
        ("rooms", "closed"): "closed on, not available, closed hours",
        ("periods", "title"): "period, slot, time slot, timeslot",
        ("periods", "id"): "period id",
        ("periods", "kinds"): "kinds, session types, types, used for, session type, kind of session, type of session",
        ("periods", "prime"): "prime slot",
        ("kinds", "label"): "kind, kind of session, type, type of session, session type",
        ("kinds", "standing"): "standing, parallel, beside",
        ("kinds", "mode"): "mode, interspersal, how stakeholders speak",
        ("objectives", "number"): "no, nr, objective, objective number, #, num",
        ("objectives", "short"): "short name, abbreviation",
        ("themes", "title"): "theme, cluster, track",
        ("themes", "days"): "days",
        ("classes", "label"): "class, category",
        ("classes", "speaks_in"): "speaks in",
        ("classes", "basis"): "source, legal basis",
        ("constituencies", "label"): "constituency, group, stakeholder group, major group",
        ("constituencies", "focal_point"): "focal point, contact, contact person",
        ("participants", "name"): (
            "organisation, organization, organisation name, organization name, delegation, participant, country "
            "organisation, country organization, name of organisation, name of organization, member state, entity"
        ),
        ("participants", "class"): (
            "type, category, participant class, kind, type of organisation, type of organization, type of "
            "participant, stakeholder type"
        ),
        ("participants", "constituency"): "stakeholder group, major group, group",
        ("participants", "country"): "state, iso code, country code, iso",
        ("participants", "people"): (
            "people, number of people, size of delegation, members, number of participants, number of delegates"
        ),
        ("participants", "track"): "accreditation track, accredited by, status",
        ("participants", "flags"): "tags",
        ("flags", "label"): "flag, tag",
        ("shares", "class"): "category, participant class",
        ("shares", "percent"): "share, percentage, percent, floor share",
        ("shares", "places"): "places, seats, slots, speakers",
        ("shares", "least"): "minimum, at least, floor",
        ("shares", "most"): "maximum, at most, ceiling",
        ("proposals", "title"): "event, side event, name of event",
        ("proposals", "organisers"): "organiser, organizer, organizers, lead organisation, lead, applicant",
        ("proposals", "minutes"): "duration, minutes",
        ("criteria", "label"): "criterion",
        ("marks", "points"): "score, mark",
        ("ranks", "label"): "rank",
        ("ranks", "order"): "order, level, protocol order",
        ("people", "name"): "speaker, person, speaker name, name of speaker, name of person, delegate, participant",
        ("people", "affiliations"): (
            "affiliation, affiliations, organisation, organization, organisations, delegation, country, country "
            "organisation, country organization, institution, representing"
        ),
        ("people", "function"): "position, job title, title, role, designation, job, position title",
        ("people", "publication"): "publication, how to publish, consent, published as",
        ("people", "gender"): "gender self described, sex",
        ("sessions", "id"): "session id, session no, session number, event id, event no",
        ("sessions", "title"): "session, event, session name, name of session, name of event",
        ("sessions", "kind"): (
            "type, format, session type, kind of session, type of session, category, type of event, event type"
        ),
        ("sessions", "description"): "abstract, summary, details, about, concept note, concept",
        ("sessions", "sittings"): "duration, length, minutes, sittings, duration minutes, how long, time needed",
        ("sessions", "seats"): "seats, minimum seats, capacity, capacity needed, minimum capacity",
        ("sessions", "audience"): (
            "audience, expected participants, attendance, expected attendance, participants, expected number of "
            "participants, number of participants, audience size, people expected"
        ),
        ("sessions", "languages"): (
            "languages, interpretation, interpretation languages, language, interpretation needed, languages of "
            "interpretation"
        ),
        ("sessions", "audiences"): "audiences, target audience",
        ("sessions", "organisers"): (
            "organiser, organizer, organizers, organised by, organized by, host, hosts, lead organisation, lead "
            "organization, lead, convener"
        ),
        ("sessions", "preferred"): "preferred, preferred times, wishes, preferred slots",
        ("sessions", "floor_minutes"): "floor minutes, floor time, speaking time",
        ("sessions", "opening_minutes"): "opening minutes",
        ("roles", "role"): "function, acts as",
        ("roles", "person"): "speaker, who",
        ("ties", "first"): "first, session, from",
        ("ties", "link"): "tie, relation, type",
        ("ties", "second"): "second, other session, to",
        ("ties", "amount"): "amount, minutes, gap, days",
        ("pins", "sitting"): "number of sitting, part",
        ("requests", "id"): "request, request id, number, no, nr, #",
        ("requests", "person"): "speaker, speaker name, name of speaker",
        ("requests", "on_behalf_of"): "group, on behalf of group, statement for",
        ("requests", "second_choice"): "alternative session, other session, second session",
        ("requests", "role"): "role, asks to be",
        ("requests", "cosponsors"): "co sponsors, joint with, together with",
        ("requests", "priority"): "ranking, order of preference, preference",
        ("requests", "nominated_by"): "nominated, nominator",
        ("requests", "flags"): "tags",
        ("requests", "function"): "title, job title",
        ("requests", "minutes"): "minutes, duration, length, speaking time",
        ("requests", "requested_at"): (
            "received, time of request, date of request, requested, timestamp, submitted, date received, received "
            "at, received on, date submitted, submitted at, request date"
        ),
        ("requests", "language"): "speaking language, language of statement",
        ("requests", "place"): "place, position, place in list, pinned",
        ("walks", "first"): "first, from, zone",
        ("walks", "second"): "second, to, other zone",
        ("walks", "minutes"): "minutes",
        ("rules", "rule"): "name, rule name",
        ("rules", "weight"): "strength, importance",
        ("forum", "title"): "name of forum, forum name, forum",
        ("forum", "days"): "dates, forum days, dates of the forum, dates of forum",
        ("forum", "languages"): "language, working languages, official languages",
        ("forum", "uid"): "uid, identity",
    }
)
"""Other headings."""

LANGUAGES: Mapping[str, str] = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "russian": "ru",
    "spanish": "es",
    "العربية": "ar",
    "中文": "zh",
    "français": "fr",
    "русский": "ru",
    "español": "es",
}
"""Names of languages as headings give them, as Title (French)."""
