"""Forums of every shape that their files can hold."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from scheduler.domain.base import Hours, Text, Window
from scheduler.domain.forum import Forum, Interpretation, Level, RuleSetting, Walk, Weight
from scheduler.domain.objective import Habit, Objective, Theme
from scheduler.domain.participant import Constituency, Participant, ParticipantClass, Person, Publication
from scheduler.domain.programme import Period, Room
from scheduler.domain.request import Rank, Request
from scheduler.domain.session import Link, Mode, Pin, Policy, Role, RoleName, Session, SessionKind, Standing, Tie
from scheduler.formats.cells import trimmed

DAYS = (dt.date(2026, 5, 4), dt.date(2026, 5, 5), dt.date(2026, 5, 7))
LANGUAGES = ("en", "fr", "zh-Hant")
NAMES = ("a", "b-2", "C.3")

TRICKY = ("=1+1", "'=x", "@me", "-", '"', "a;b, c", "null", "~", "no", "12:30", "1e3", "#", "- x", "{", "&a")
REFUSED = "\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=REFUSED)
lines = (st.text(characters, min_size=1, max_size=20) | st.sampled_from(TRICKY)).map(trimmed).filter(bool)
paragraphs = (lines | st.lists(lines, min_size=2, max_size=3).map("\n".join)).map(trimmed)
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
windows = st.builds(Window, date=st.sampled_from(DAYS), start=times, end=times)
several_windows = st.lists(windows, max_size=2).map(tuple)
whole_days = tuple(Window(date=day, start=dt.time(), end=dt.time()) for day in DAYS)
wide_windows = several_windows.map(lambda some: some and (*some, *whole_days))
limits = st.sampled_from((1.0, 2.5, 3, 120, 0.1))


def texts(languages: tuple[str, ...]) -> st.SearchStrategy[Text]:
    """Return texts in some of these languages."""
    return st.dictionaries(st.sampled_from(languages), paragraphs, min_size=1).map(Text)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return the strategy's values or nothing."""
    return st.none() | strategy


def some(values: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return some of the values, in any order."""
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)


def rows(model: Any, names: tuple[Any, ...] = NAMES, key: str = "id", /, **fields: Any) -> st.SearchStrategy[Any]:
    """Return one value for each name."""
    return st.tuples(*(st.builds(model, **{key: st.just(name)}, **fields) for name in names))


def hours() -> st.SearchStrategy[Hours]:
    """Return daily hours."""
    return st.lists(times, min_size=2, max_size=2, unique=True).map(lambda two: Hours(start=min(two), end=max(two)))


def kinds(text: st.SearchStrategy[Text]) -> st.SearchStrategy[Any]:
    """Return kinds of session."""
    fields = {"label": text, "standing": st.sampled_from(Standing), "mode": st.sampled_from(Mode)}
    fields |= {"mandate": maybe(lines), "policy": st.sampled_from(Policy)}
    fields |= {"groups_first": st.booleans(), "ranks": st.booleans()}
    fields |= {"minutes_national": limits, "minutes_group": limits, "minutes_interspersed": limits}
    return rows(SessionKind, **fields)


def periods(text: st.SearchStrategy[Text]) -> st.SearchStrategy[Any]:
    """Return periods of nine hours that admit every kind."""
    fields = {"title": maybe(text), "date": st.sampled_from(DAYS), "prime": st.booleans(), "kinds": st.just(NAMES)}
    return rows(Period, start=st.just(dt.time(9)), end=st.just(dt.time(18)), **fields)


def rooms(text: st.SearchStrategy[Text]) -> st.SearchStrategy[Any]:
    """Return rooms."""
    fields = {"name": text, "seats": st.integers(0, 500), "equipment": some(NAMES), "booths": st.integers(0, 20)}
    fields |= {"zone": st.sampled_from(NAMES), "hours": maybe(hours()), "closed": several_windows}
    return rows(Room, **fields)


def sessions(text: st.SearchStrategy[Text]) -> st.SearchStrategy[Any]:
    """Return sessions of two or three sittings that take requests and fit every room and period."""
    fields = {"kind": st.sampled_from(NAMES), "title": text, "description": maybe(text), "themes": some(NAMES)}
    fields |= {"sittings": st.lists(st.integers(60, 540), min_size=2, max_size=3).map(tuple)}
    fields |= {"objectives": some((1, 2, 3)), "regions": some(NAMES), "audiences": some(NAMES)}
    fields |= {"preferred": some(NAMES), "organisers": some(NAMES), "available": wide_windows}
    fields |= {"opening_minutes": st.integers(0, 60), "floor_minutes": st.integers(1, 60)}
    fields |= {"mode": maybe(st.sampled_from(Mode)), "policy": maybe(st.sampled_from(Policy))}
    fields |= {"mandate": maybe(lines), "audience": st.integers(0, 99), "drawn_letter": maybe(st.just("K"))}
    return rows(Session, **fields)


@st.composite
def programmes(draw: st.DrawFn, languages: tuple[str, ...]) -> dict[str, Any]:
    """Draw kinds, periods, rooms, objectives, themes, sessions, ties and pins."""
    text = texts(languages)
    tie = {"link": st.sampled_from(Link), "second": st.just("C.3"), "amount": maybe(st.integers(0, 99))}
    return {
        "kinds": draw(kinds(text)),
        "periods": draw(periods(text)),
        "rooms": draw(rooms(text)),
        "objectives": draw(rows(Objective, (1, 2, 3), "number", title=text, short=maybe(text))),
        "themes": draw(rows(Theme, title=text, objectives=some((1, 2, 3)), days=st.sampled_from(Habit))),
        "sessions": draw(sessions(text)),
        "ties": draw(rows(Tie, ("a", "b-2"), "first", **tie)),
        "pins": draw(rows(Pin, ("a",), "session", sitting=st.integers(1, 2), room=st.sampled_from(NAMES))),
    }


@st.composite
def publics(draw: st.DrawFn, languages: tuple[str, ...]) -> dict[str, Any]:
    """Draw classes, constituencies, participants, people, ranks, roles and requests."""
    text = texts(languages)
    kind = {"label": text, "interspersed": st.booleans(), "delegation": st.booleans(), "basis": maybe(lines)}
    participant = {"name": text, "participant_class": st.sampled_from(NAMES), "regions": some(NAMES)}
    participant |= {"constituency": maybe(st.sampled_from(NAMES)), "people": st.integers(1, 9)}
    participant |= {"country": maybe(st.sampled_from(("KEN", "CIV")))}
    person = {"name": lines, "affiliations": st.just(NAMES), "function": maybe(lines), "gender": maybe(lines)}
    person |= {"publication": maybe(st.sampled_from(Publication)), "timezone": maybe(st.just("Asia/Manila"))}
    person |= {"available": wide_windows}
    request = {"session": st.sampled_from(NAMES), "participant": st.sampled_from(NAMES), "remote": st.booleans()}
    request |= {
        "person": maybe(st.sampled_from(NAMES)),
        "rank": maybe(st.sampled_from(NAMES)),
        "minutes": maybe(limits),
    }
    request |= {
        "requested_at": maybe(
            st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2199, 12, 31)).map(lambda t: t.replace(microsecond=0))
        )
    }
    request |= {"on_behalf_of": maybe(lines), "language": maybe(st.just("fr")), "objectives": some((1, 2, 3))}
    role = {
        "role": st.sampled_from(RoleName),
        "person": st.sampled_from(NAMES),
        "participant": maybe(st.sampled_from(NAMES)),
    }
    return {
        "classes": draw(rows(ParticipantClass, protocol_place=st.integers(1, 9), **kind)),
        "constituencies": draw(rows(Constituency, label=text, focal_point=st.sampled_from(NAMES))),
        "participants": draw(rows(Participant, **participant)),
        "people": draw(rows(Person, **person)),
        "ranks": draw(rows(Rank, label=lines, order=st.integers(1, 9))),
        "roles": draw(rows(Role, NAMES, "session", remote=st.booleans(), **role)),
        "requests": draw(rows(Request, available=wide_windows, **request)),
    }


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    """Draw a forum with rows in every table."""
    languages = tuple(draw(st.permutations(LANGUAGES)))
    rule = {"level": st.sampled_from(Level), "weight": maybe(st.sampled_from(Weight))}
    fields: dict[str, Any] = {
        "uid": draw(st.from_regex(r"[A-Za-z0-9-]{8,20}", fullmatch=True)),
        "title": draw(texts(languages)),
        "series": draw(maybe(lines)),
        "cycle": draw(maybe(st.integers(1, 99))),
        "note": draw(maybe(lines)),
        "timezone": draw(st.sampled_from(("UTC", "America/New_York", "Asia/Kathmandu"))),
        "days": (*DAYS, *(day + dt.timedelta(days=1) for day in DAYS if day + dt.timedelta(days=1) not in DAYS)),
        "languages": languages,
        "protocol_language": draw(st.sampled_from(LANGUAGES)),
        "slot_minutes": draw(st.integers(1, 60)),
        "decent_until": draw(st.just(dt.time(21, 30))),
        "interpretation": Interpretation(teams=draw(maybe(st.integers(0, 9))), rest_minutes=draw(st.integers(0, 90))),
        "rules": draw(rows(RuleSetting, NAMES, "rule", **rule)),
    }
    programme = draw(programmes(languages))
    zones = sorted({room.zone for room in programme["rooms"]})
    walks = (Walk(first=zones[0], second=zones[-1], minutes=draw(st.integers(0, 240))),) if zones[1:] else ()
    return Forum(**fields, **programme, **draw(publics(languages)), walks=walks)
