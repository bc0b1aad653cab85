import re

import pytest

from scheduler.domain.log import Basis, Happening
from scheduler.services.intake import states
from scheduler.services.intake.states import INSTEAD, TRANSITIONS, RequestState, next_state, objection, usual_basis
from tests.scheduler.services.intake.cases import OVERRIDE, an_entry

S, H = RequestState, Happening

LEGAL = {
    None: "drafted submitted",
    S.DRAFT: "submitted declined withdrawn substituted merged made-remote made-recorded made-proxy",
    S.SUBMITTED: "shortlisted given wait-listed declined withdrawn substituted merged made-remote made-recorded "
    "made-proxy",
    S.SHORTLISTED: "given wait-listed declined withdrawn substituted merged made-remote made-recorded made-proxy",
    S.GIVEN: "wait-listed declined withdrawn absent spoken substituted swap-offered swapped swap-refused merged "
    "yielded made-remote made-recorded made-proxy",
    S.WAIT_LISTED: "given declined withdrawn substituted merged made-remote made-recorded made-proxy",
    S.DECLINED: "given wait-listed merged",
    S.WITHDRAWN: "",
    S.ABSENT: "declined withdrawn spoken substituted merged yielded made-remote made-recorded made-proxy",
    S.SPOKEN: "yielded",
}
"""What can happen in each state, written down a second time."""


@pytest.mark.parametrize("state", LEGAL, ids=str)
def test_what_can_happen_in_a_state(state: RequestState | None) -> None:
    fields = {H.DECLINED: OVERRIDE, H.WAIT_LISTED: OVERRIDE, H.GIVEN: OVERRIDE}
    entries = [an_entry(1, "r1", h.value, **fields.get(h, {})) for h in Happening]
    found = [e.happening.value for e in entries if objection(state, e, is_open=False) is None]
    assert found == [h.value for h in Happening if h.value in LEGAL[state].split()]


def test_every_happening_is_in_the_table() -> None:
    assert {way.happening for way in TRANSITIONS} == set(Happening)


def test_every_state_says_what_can_be_done_instead() -> None:
    assert set(INSTEAD) == set(RequestState)


def test_the_page_of_the_table_names_every_happening() -> None:
    assert [h.value for h in Happening if not re.search(rf"^{h.value}\b", states.__doc__ or "", re.MULTILINE)] == []


def test_a_refusal_says_what_can_be_done_instead() -> None:
    found = objection(S.WAIT_LISTED, an_entry(1, "r7", "absent"), is_open=False)
    assert found == (
        "Request r7 cannot be recorded as absent. It waits for a place: record withdrawn, substituted or merged, or "
        "given with the basis override, an officer and a reason."
    )


def test_where_no_selection_was_made_what_is_submitted_has_the_floor() -> None:
    entry = an_entry(1, "r7", "absent")
    assert objection(S.SUBMITTED, entry, is_open=True) is None
    assert next_state(S.SUBMITTED, H.ABSENT, is_open=True) is S.ABSENT
    assert next_state(S.SUBMITTED, H.SUBSTITUTED, is_open=True) is S.SUBMITTED


@pytest.mark.parametrize(
    ("state", "happening", "basis", "words"),
    [
        (S.WAIT_LISTED, "given", Basis.REQUESTER, "method or override"),
        (S.DECLINED, "given", Basis.METHOD, "override"),
        (S.GIVEN, "withdrawn", Basis.CHAIR, "requester"),
        (S.GIVEN, "declined", Basis.METHOD, "accreditation or objection or override"),
        (S.GIVEN, "spoken", Basis.REQUESTER, "chair"),
    ],
)
def test_a_happening_rests_on_what_it_can(state: RequestState, happening: str, basis: Basis, words: str) -> None:
    found = objection(state, an_entry(1, "r7", happening, basis=basis), is_open=False)
    assert found == f"What is {happening} cannot rest on {basis.value} here. Write the basis {words}."


@pytest.mark.parametrize("missing", ["by", "reason"])
@pytest.mark.parametrize("basis", [Basis.ACCREDITATION, Basis.OBJECTION, Basis.OVERRIDE])
def test_a_decision_outside_the_method_needs_an_officer_and_a_reason(basis: Basis, missing: str) -> None:
    entry = an_entry(1, "r7", "declined", **(OVERRIDE | {"basis": basis, missing: None}))
    found = objection(S.SUBMITTED, entry, is_open=False)
    assert found == (
        f"The basis {basis.value} needs the officer who decided and the reason. Write both with --by and --reason."
    )


def test_the_usual_basis_of_a_happening() -> None:
    found = {h.value: usual_basis(h).value for h in (H.WITHDRAWN, H.ABSENT, H.GIVEN, H.DECLINED, H.YIELDED)}
    assert found == {
        "withdrawn": "requester",
        "absent": "chair",
        "given": "method",
        "declined": "accreditation",
        "yielded": "requester",
    }
