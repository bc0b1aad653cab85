"""What must hold after random withdrawals, absences, exchanges; ten thousand are in tests/benchmarks/sequences.py."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.errors import RefusedError
from scheduler.services.intake.granted import granted
from scheduler.services.intake.record import record
from scheduler.services.intake.standing import log_faults, standings
from scheduler.services.intake.states import RequestState
from tests.scheduler.services.intake.cases import NOON, OVERRIDE, QUOTAS, a_crowded_forum, a_quota, a_selection
from tests.scheduler.services.intake.sequences import Campaign, run_sequence


def test_lists_stay_as_even_as_can_be_over_random_sequences() -> None:
    campaign = Campaign()
    for seed in range(20_000, 20_200):
        run_sequence(seed, campaign)
    assert campaign.faults == []
    assert (campaign.sequences, campaign.proven) == (200, campaign.lists)
    assert min(campaign.happened[word] for word in ("withdrawn", "absent", "swapped", "merged")) >= 20
    assert campaign.compared >= 200


FORUM = a_crowded_forum()
SELECTION = a_selection(quotas=(a_quota("stakeholder", "ngos", places=1), *QUOTAS))
REQUESTS = st.sampled_from([request.id for request in FORUM.requests])
HAPPENINGS = st.sampled_from([happening for happening in Happening if happening is not Happening.GIVEN])
OFFICIAL = st.sampled_from([Basis.ACCREDITATION, Basis.OBJECTION, Basis.OVERRIDE])


class Intake(RuleBasedStateMachine):
    """Anything may be asked to be recorded; what is recorded keeps every promise."""

    def __init__(self) -> None:
        super().__init__()
        self.forum: Forum = FORUM

    def _record(self, request: str, happening: Happening, **said: Any) -> None:
        try:
            entries = record(self.forum, SELECTION, request, happening, at=NOON, **said)
        except RefusedError:
            return
        self.forum = self.forum.model_copy(update={"log": (*self.forum.log, *entries)})

    @rule(request=REQUESTS, happening=HAPPENINGS, other=REQUESTS)
    def something_happens(self, request: str, happening: Happening, other: str) -> None:
        if happening not in (Happening.DECLINED, Happening.WAIT_LISTED):
            self._record(request, happening, other=other, minutes=1)

    @rule(one=REQUESTS, other=REQUESTS)
    def two_exchange_places(self, one: str, other: str) -> None:
        self._record(one, Happening.SWAP_OFFERED, other=other)
        self._record(other, Happening.SWAPPED, other=one)

    @rule(request=REQUESTS, basis=OFFICIAL)
    def somebody_is_declined_outside_the_method(self, request: str, basis: Basis) -> None:
        self._record(request, Happening.DECLINED, **(OVERRIDE | {"basis": basis}))

    @rule(request=REQUESTS, happening=st.sampled_from([Happening.GIVEN, Happening.WAIT_LISTED]))
    def an_organiser_overrides(self, request: str, happening: Happening) -> None:
        self._record(request, happening, **OVERRIDE)

    @invariant()
    def every_entry_is_legal_and_has_its_number(self) -> None:
        assert log_faults(self.forum, SELECTION) == ()
        assert [entry.number for entry in self.forum.log] == list(range(1, len(self.forum.log) + 1))

    @invariant()
    def every_request_stands_somewhere(self) -> None:
        assert list(standings(self.forum, SELECTION)) == [request.id for request in FORUM.requests]

    @invariant()
    def whoever_has_a_place_speaks_once_and_nobody_else_does(self) -> None:
        found = standings(self.forum, SELECTION)
        speaking = [request.id for request in granted(self.forum, SELECTION).requests]
        assert speaking == [name for name, one in found.items() if one.has_place]
        in_statements = [one.merged_into or name for name, one in found.items() if one.state is RequestState.GIVEN]
        assert set(in_statements) <= set(speaking)

    @invariant()
    def nobody_who_was_given_a_place_lost_it_without_an_entry_that_says_so(self) -> None:
        lost = (RequestState.WITHDRAWN, RequestState.DECLINED, RequestState.WAIT_LISTED)
        for name, one in standings(self.forum, SELECTION).items():
            told = [event.what for event in one.history]
            if "given" in told and one.state in lost and one.merged_into is None:
                assert one.state.value in told, name

    @invariant()
    def only_the_method_promotes_by_the_method(self) -> None:
        first = next(iter(self.forum.log), None)
        assert first is None or first.basis is not Basis.METHOD
        promoted = [entry for entry in self.forum.log if entry.basis is Basis.METHOD]
        assert [entry for entry in promoted if entry.happening is not Happening.GIVEN or not entry.reason] == []

    @precondition(lambda self: self.forum.log)
    @invariant()
    def the_log_before_the_last_entry_says_what_it_said(self) -> None:
        earlier = self.forum.model_copy(update={"log": self.forum.log[:-1]})
        before, after = standings(earlier, SELECTION), standings(self.forum, SELECTION)
        for name, one in before.items():
            assert after[name].history[: len(one.history)] == one.history


TestIntake = Intake.TestCase
TestIntake.settings = settings(
    max_examples=60, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
