"""Agendas are values that answer questions about themselves."""

from scheduler.domain.agenda import Agenda
from tests.scheduler.builders import a_busy_agenda, an_agenda, moment


def test_placements_of_a_session_come_in_the_order_of_its_sittings() -> None:
    agenda = a_busy_agenda()
    turned = agenda.model_copy(update={"placements": agenda.placements[::-1]})
    assert [p.sitting for p in turned.placements_of["rt2"]] == [1, 2]


def test_a_placement_ends_its_minutes_after_its_start() -> None:
    assert a_busy_agenda().placements[1].end == moment("2026-05-05 14:30")


def test_an_agenda_survives_json_unchanged() -> None:
    agenda = a_busy_agenda()
    assert Agenda.model_validate_json(agenda.model_dump_json()) == agenda


def test_the_gap_is_what_is_left_above_the_bound_as_a_share_of_the_score() -> None:
    assert an_agenda(score=40, bound=30).gap == 0.25
    assert an_agenda(score=0, bound=0).gap == 0.0
