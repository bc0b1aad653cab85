"""A small solved forum, and edits of its workbook as an organiser makes them in a spreadsheet program."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_list,
    a_participant,
    a_period,
    a_person,
    a_placement,
    a_request,
    a_room,
    a_session,
    an_agenda,
    an_intervention,
)


def a_solved_forum(**fields: Any) -> Forum:
    """Return a forum of two sessions, one with a list of four speakers over two sittings."""
    defaults: dict[str, Any] = {
        "periods": (a_period("am"), a_period("pm", "15:00", "18:00")),
        "rooms": (a_room("r1"), a_room("r2")),
        "kinds": (a_kind(),),
        "sessions": (a_session("s1", "round-table", 60, 60, floor_minutes=100), a_session("s2")),
        "classes": (a_class("state", delegation=True), a_class("ngo", interspersed=True)),
        "participants": (a_participant("mexico"), a_participant("kenya"), a_participant("caritas", "ngo")),
        "people": (a_person("ana", "mexico"), a_person("bob", "caritas")),
        "requests": (
            a_request("q1", "mexico", person="ana", minutes=20),
            a_request("q2", "kenya", minutes=20),
            a_request("q3", "caritas", person="bob", minutes=20),
            a_request("q4", "mexico", minutes=20),
        ),
    }
    return a_forum(**(defaults | fields))


def an_agenda_of_it() -> Agenda:
    """Return an agenda of that forum in which everybody speaks as early as the order allows."""
    day = "2026-05-05"
    return an_agenda(
        a_placement("s1", f"{day} 10:00", period="am", room="r1"),
        a_placement("s2", f"{day} 11:00", period="am", room="r1"),
        a_placement("s1", f"{day} 15:00", period="pm", room="r1", sitting=2),
        lists=(
            a_list(
                "s1",
                an_intervention("q1", f"{day} 10:00", 1200),
                an_intervention("q3", f"{day} 10:20", 1200),
                an_intervention("q2", f"{day} 10:40", 1200),
                an_intervention("q4", f"{day} 15:00", 1200, sitting=2),
            ),
        ),
    )


def a_pin(**fields: Any) -> Pin:
    """Return a pin that holds the first sitting of s1 where the agenda has it."""
    return Pin(**({"session": "s1", "period": "am", "room": "r1", "start": dt.time(10)} | fields))


def edit(path: Path, sheet: str, cells: dict[str, Any], without_rows: tuple[int, ...] = ()) -> None:
    """Change cells of a workbook and remove rows, and save it as another program does."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book[sheet][place] = value
    for row in sorted(without_rows, reverse=True):
        book[sheet].delete_rows(row)
    book.save(path)
    book.close()
