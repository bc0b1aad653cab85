"""The states a request can be in, and every legal way from one to another, as one table.

=============  ===========================================  ===============  ====================================
happening      from                                         to               may rest on
=============  ===========================================  ===============  ====================================
drafted        nothing yet                                  draft            requester
submitted      nothing yet, draft                           submitted        requester
shortlisted    submitted                                    shortlisted      any
given          wait-listed                                  given a place    method, override
given          submitted, shortlisted, declined             given a place    override
wait-listed    submitted, shortlisted, given, declined      wait-listed      override
declined       all that is not decided for good             declined         accreditation, objection, override
withdrawn      all but declined, withdrawn and spoken       withdrawn        requester
absent         given                                        absent           chair
spoken         given, absent                                spoken           chair
substituted    all that may still speak                     stays            requester, override
swap-offered   given                                        stays            requester
swapped        given                                        stays            requester
swap-refused   given                                        stays            requester
merged         all that may still speak, declined           stays            requester
yielded        given, absent, spoken                        stays            requester, chair
made-remote,   all that may still speak                     stays            requester, override
made-recorded,
made-proxy
=============  ===========================================  ===============  ====================================

Where no selection was made, everybody who asks has the floor: then what may happen to a place may happen to a request
that is submitted or shortlisted. A request that has joined another's statement stands where that one stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.selection import State


class RequestState(Enum):
    """Where a request stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SHORTLISTED = "shortlisted"
    GIVEN = "given a place"
    WAIT_LISTED = "wait-listed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ABSENT = "absent"
    SPOKEN = "spoken"


DECIDED = {
    State.GIVEN: RequestState.GIVEN,
    State.WAIT_LISTED: RequestState.WAIT_LISTED,
    State.DECLINED: RequestState.DECLINED,
}
"""Where what a selection has decided stands."""

NOTHING_YET = None
"""Where a request stands before its first entry."""

UNDECIDED = (RequestState.SUBMITTED, RequestState.SHORTLISTED)
HOLDS_PLACE = (RequestState.GIVEN, RequestState.ABSENT)
MAY_SPEAK = (RequestState.DRAFT, *UNDECIDED, RequestState.WAIT_LISTED, *HOLDS_PLACE)
OFFICIAL = (Basis.ACCREDITATION, Basis.OBJECTION, Basis.OVERRIDE)
"""What decisions rest on that the method has not made: they need an officer and a reason."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One legal way: what happens, from which states, to which (none: it stays), and what it may rest on."""

    happening: Happening
    of: tuple[RequestState | None, ...]
    to: RequestState | None
    bases: tuple[Basis, ...]


_S, _H, _B = RequestState, Happening, Basis

TRANSITIONS = (
    Transition(_H.DRAFTED, (NOTHING_YET,), _S.DRAFT, (_B.REQUESTER,)),
    Transition(_H.SUBMITTED, (NOTHING_YET, _S.DRAFT), _S.SUBMITTED, (_B.REQUESTER,)),
    Transition(_H.SHORTLISTED, (_S.SUBMITTED,), _S.SHORTLISTED, tuple(_B)),
    Transition(_H.GIVEN, (_S.WAIT_LISTED,), _S.GIVEN, (_B.METHOD, _B.OVERRIDE)),
    Transition(_H.GIVEN, (*UNDECIDED, _S.DECLINED), _S.GIVEN, (_B.OVERRIDE,)),
    Transition(_H.WAIT_LISTED, (*UNDECIDED, _S.GIVEN, _S.DECLINED), _S.WAIT_LISTED, (_B.OVERRIDE,)),
    Transition(_H.DECLINED, MAY_SPEAK, _S.DECLINED, OFFICIAL),
    Transition(_H.WITHDRAWN, MAY_SPEAK, _S.WITHDRAWN, (_B.REQUESTER,)),
    Transition(_H.ABSENT, (_S.GIVEN,), _S.ABSENT, (_B.CHAIR,)),
    Transition(_H.SPOKEN, HOLDS_PLACE, _S.SPOKEN, (_B.CHAIR,)),
    Transition(_H.SUBSTITUTED, MAY_SPEAK, None, (_B.REQUESTER, _B.OVERRIDE)),
    Transition(_H.SWAP_OFFERED, (_S.GIVEN,), None, (_B.REQUESTER,)),
    Transition(_H.SWAPPED, (_S.GIVEN,), None, (_B.REQUESTER,)),
    Transition(_H.SWAP_REFUSED, (_S.GIVEN,), None, (_B.REQUESTER,)),
    Transition(_H.MERGED, (*MAY_SPEAK, _S.DECLINED), None, (_B.REQUESTER,)),
    Transition(_H.YIELDED, (*HOLDS_PLACE, _S.SPOKEN), None, (_B.REQUESTER, _B.CHAIR)),
    Transition(_H.REMOTE, MAY_SPEAK, None, (_B.REQUESTER, _B.OVERRIDE)),
    Transition(_H.RECORDED, MAY_SPEAK, None, (_B.REQUESTER, _B.OVERRIDE)),
    Transition(_H.PROXY, MAY_SPEAK, None, (_B.REQUESTER, _B.OVERRIDE)),
)

OVERRIDDEN = "with the basis override, an officer and a reason"
_UNDECIDED = (
    "Nothing is decided yet: make the selection first (forum select), or record withdrawn, substituted or merged, or "
    f"given {OVERRIDDEN}."
)
INSTEAD = {
    _S.DRAFT: "It is a draft: record submitted first, or withdrawn.",
    _S.SUBMITTED: _UNDECIDED,
    _S.SHORTLISTED: _UNDECIDED,
    _S.GIVEN: "It has a place: record withdrawn, substituted, swap-offered, merged, yielded, absent or spoken.",
    _S.WAIT_LISTED: f"It waits for a place: record withdrawn, substituted or merged, or given {OVERRIDDEN}.",
    _S.DECLINED: f"It is declined: it can join another's statement (merged), or be given a place {OVERRIDDEN}.",
    _S.WITHDRAWN: "It is withdrawn and stays so: make a new request.",
    _S.ABSENT: "It stands at the end of its class now: record spoken once it has spoken, withdrawn, or substituted.",
    _S.SPOKEN: "It has had the floor: only yielded can be recorded, for minutes that were not used.",
}
"""What can be done about a request in each state, for whoever asked for something else."""


def usual_basis(happening: Happening) -> Basis:
    """Return what a happening rests on where nothing is said: the first basis it may have."""
    return next(way.bases[0] for way in TRANSITIONS if way.happening is happening)


def next_state(state: RequestState | None, happening: Happening, *, is_open: bool) -> RequestState | None:
    """Return the state after a legal happening; ``is_open`` where everybody who asks has the floor."""
    way = _ways(state, happening, is_open=is_open)[0]
    return way.to or state


def objection(
    state: RequestState | None,
    entry: Entry,
    *,
    is_open: bool,
    noun: str = "Request",
    instead_of: Mapping[RequestState, str] = INSTEAD,
) -> str | None:
    """Return why an entry is not legal in a state and what can be done instead, or None."""
    ways = _ways(state, entry.happening, is_open=is_open)
    if not ways:
        instead = instead_of[state or RequestState.SUBMITTED]
        return f"{noun} {entry.request} cannot be recorded as {entry.happening.value}. {instead}"
    bases = [basis for way in ways for basis in way.bases]
    if entry.basis not in bases:
        words = " or ".join(dict.fromkeys(basis.value for basis in bases))
        return f"What is {entry.happening.value} cannot rest on {entry.basis.value} here. Write the basis {words}."
    return without_officer(entry)


def without_officer(entry: Entry) -> str | None:
    """Return why an entry that the method has not made says too little, or None."""
    if entry.basis in OFFICIAL and not (entry.by and entry.reason):
        needs = f"The basis {entry.basis.value} needs the officer who decided and the reason."
        return f"{needs} Write both with --by and --reason."
    return None


def _ways(state: RequestState | None, happening: Happening, *, is_open: bool) -> list[Transition]:
    ways = [way for way in TRANSITIONS if way.happening is happening and state in way.of]
    if not ways and is_open and state in UNDECIDED:
        return _ways(RequestState.GIVEN, happening, is_open=is_open)
    return ways
