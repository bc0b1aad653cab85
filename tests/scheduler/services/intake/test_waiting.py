"""Waiting lists as things stand: those of the selection while nothing has happened since."""

from scheduler.formats.reading import read_checked
from scheduler.samples import sample_path
from scheduler.services.intake.standing import standings
from scheduler.services.rulebook import all_rules
from tests.scheduler.asking import selected


def test_positions_are_those_of_the_selection_while_nothing_has_happened_since() -> None:
    forum = read_checked(sample_path("imrf-2026-requests"), [rule.name for rule in all_rules()]).forum
    selection = selected(forum)
    found = standings(forum, selection)
    decided = {d.request: (d.session, d.position) for d in selection.decisions if d.position}
    assert len(decided) > 100
    assert {id: (one.session, one.position) for id, one in found.items() if one.position} == decided
