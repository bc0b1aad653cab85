"""The programme and the lists are printed day by day, in local time."""

import datetime as dt

import pytest

from scheduler.domain.agenda import Measure
from scheduler.errors import NotFoundError
from scheduler.publish.programme_text import programme, speakers_text
from tests.scheduler.builders import (
    a_busy_agenda,
    a_busy_forum,
    a_list,
    a_period,
    a_placement,
    a_session,
    an_agenda,
    an_intervention,
    text,
)


def test_the_programme_lists_days_periods_rooms_and_roles() -> None:
    assert programme(a_busy_forum(), a_busy_agenda()).startswith(
        "Trial Review Forum\n"
        "Times in America/New_York\n"
        "\n\n"
        "TUESDAY 5 MAY 2026\n"
        "\n"
        "10:00-13:00\n"
        "  10:00-12:00  Round table 1\n"
        "               Round table, Trusteeship Council [rt1]\n"
        "               Objective 7\n"
        "               Chair: Ana Ruiz, Minister of Labour (Mexico)\n"
        "               Keynote: Iom\n"
        "               4 speakers from the floor\n"
        "\n"
        "13:15-14:30  Lunch\n"
    )


def test_objectives_are_told_in_order_and_three_in_a_row_by_their_ends() -> None:
    forum = a_busy_forum(sessions=(a_session("rt1", objectives=(16, 7, 1, 2, 3, 8)),))
    lines = programme(forum, an_agenda(a_placement("rt1", "2026-05-05 10:00"))).splitlines()
    assert [line.strip() for line in lines if "Objective" in line] == ["Objectives 1-3, 7, 8, 16"]


def test_the_programme_is_in_the_language_asked_for() -> None:
    lines = [line.strip() for line in programme(a_busy_forum(), a_busy_agenda(), "fr").splitlines()]
    assert [line for line in lines if line in ("10:00-12:00  Table ronde 1", "13:15-14:30  Déjeuner")] == [
        "10:00-12:00  Table ronde 1",
        "13:15-14:30  Déjeuner",
    ]


def test_what_stands_after_midnight_is_printed_on_the_day_its_period_begins() -> None:
    night = a_period("night", "22:00", "02:00")
    forum = a_busy_forum(periods=(night,), days=(night.date,))
    agenda = an_agenda(a_placement("rt1", "2026-05-06 00:30", 60, period="night"))
    assert programme(forum, agenda).splitlines()[4:8] == [
        "TUESDAY 5 MAY 2026",
        "",
        "22:00-02:00",
        "  00:30-01:30  Round table 1",
    ]


def test_a_speakers_list_shows_expected_time_limit_class_and_speaker() -> None:
    assert speakers_text(a_busy_forum(), a_busy_agenda(), "rt1") == (
        "Round table 1 (Round table)\n"
        "4 speakers\n"
        "\n"
        "Tuesday 5 May 2026, 10:00-12:00, Trusteeship Council\n"
        "\n"
        "   time   limit  class        speaker\n"
        "-  -----  -----  -----------  -------------------------------------------------\n"
        "1  10:00  3 min  State        Ana Ruiz, Minister of Labour (Mexico)\n"
        "2  10:03  3 min  Stakeholder  Lee Min, General Secretary (Unions)\n"
        "3  10:06  5 min  State        Wanjiru Kamau (Kenya), on behalf of African Group\n"
        "4  10:11  3 min  Stakeholder  Stakeholder (details withheld)\n"
        "\n"
        "Stakeholders are not interspersed here, but stand in one order with all others:\n"
        "  mode none, ordered by class, rank and the policy request-time.\n"
        "This list is the best there can be, which is proven.\n"
    )


def test_a_list_over_two_sittings_is_printed_sitting_by_sitting() -> None:
    lines = speakers_text(a_busy_forum(), a_busy_agenda(), "rt2").splitlines()
    assert [line for line in lines if "sitting" in line] == [
        "Wednesday 6 May 2026, 10:00-11:00, Trusteeship Council (sitting 1 of 2)",
        "Wednesday 6 May 2026, 11:00-12:00, Trusteeship Council (sitting 2 of 2)",
    ]


def test_measures_tell_the_best_possible_and_what_stands_in_the_way_without_hidden_names() -> None:
    measure = Measure(name="largest-deviation", value=90, best=60.5, unit="seconds", because="Sam Hidden leaves.")
    turn = an_intervention("q4", "2026-05-05 10:00")
    agenda = an_agenda(a_placement("rt1", "2026-05-05 10:00"), lists=(a_list("rt1", turn, measures=(measure,)),))
    assert speakers_text(a_busy_forum(), agenda, "rt1").splitlines()[-2:] == [
        "Largest deviation from an even spread: 90 seconds (proven: not below 60.5):",
        "  somebody (details withheld) leaves.",
    ]


def test_no_line_is_wider_than_a_terminal_and_what_goes_on_below_is_indented() -> None:
    long = text("Safe pathways for everybody who moves, wherever they come from and wherever they go")
    forum = a_busy_forum(sessions=(a_session("side1", "side-event", 75, title=long, organisers=("unions",) * 12),))
    agenda = an_agenda(a_placement("side1", "2026-05-05 13:15", 75, period="tue-lunch"))
    assert programme(forum, agenda).splitlines()[7:12] == [
        "  13:15-14:30  Safe pathways for everybody who moves, wherever they come from",
        "                 and wherever they go",
        "               Side event, Trusteeship Council [side1]",
        "               Organised by Unions, Unions, Unions, Unions, Unions, Unions,",
        "                 Unions, Unions, Unions, Unions, Unions, Unions",
    ]


def test_a_session_without_a_list_or_an_unknown_one_is_answered_with_what_there_is() -> None:
    forum, agenda = a_busy_forum(), a_busy_agenda()
    with pytest.raises(NotFoundError, match="the sessions with one are rt1, rt2"):
        speakers_text(forum, agenda, "side1")
    with pytest.raises(NotFoundError, match="its sessions are rt1, rt2, side1"):
        speakers_text(forum, agenda, "rt9")


def test_days_without_sessions_are_printed_too() -> None:
    forum = a_busy_forum(days=(dt.date(2026, 5, 7),))
    assert "THURSDAY 7 MAY 2026" in programme(forum, an_agenda()).splitlines()
