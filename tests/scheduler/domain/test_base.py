"""Values are replaced, never changed."""

import pytest
from pydantic import ValidationError

from scheduler.domain.base import Text
from tests.scheduler.builders import a_busy_agenda, a_room, text


def test_a_copy_answers_from_its_own_fields() -> None:
    agenda = a_busy_agenda()
    assert len(agenda.placements_of) == 3
    assert len(agenda.model_copy(update={"placements": agenda.placements[:1]}).placements_of) == 1


def test_a_value_does_not_change_and_knows_no_other_fields() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        a_room().seats = 3  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        a_room(chairs=3)


def test_a_text_falls_back_to_the_languages_it_has() -> None:
    both = text("Lunch", fr="Déjeuner")
    assert [both.of("fr"), both.of("es", "fr"), both.of("es"), str(Text({"fr": "Déjeuner"}))] == [
        "Déjeuner",
        "Déjeuner",
        "Lunch",
        "Déjeuner",
    ]
