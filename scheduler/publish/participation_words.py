"""What a participation report calls its columns, and how it says what was counted."""

from __future__ import annotations

from scheduler.services.participation.groups import BODIES, WITHHELD_LABEL
from scheduler.services.participation.protection import LEAST_ORGANISATIONS
from scheduler.services.participation.roles import ROLE_LABELS

HEADINGS = {
    "q1": "First quarter",
    "q2": "Second quarter",
    "q3": "Third quarter",
    "q4": "Last quarter",
}
"""Headings that a page has room to say in full."""

OWN_LABELS = frozenset({"All", "all of these", "without a place", "has not spoken", WITHHELD_LABEL}
                       | set(BODIES.values()) | set(ROLE_LABELS.values()))  # fmt: skip
"""Names of rows that are not the forum's own."""

FOR_ORGANISERS = "FOR ORGANISERS ONLY, NOT TO BE PUBLISHED: it tells of refusals, flags and stated genders of few."
"""Stands at the top of a report that tells all."""

RUN = "Longest run: minutes of speaking, by time limits without changeover, in one list without a stakeholder between."
"""What a run is, wherever one is told."""

NOTES = (
    "A request counts once, in the session where it was given a place or else is asked for. Requested is everything "
    "but drafts: given, joined into another's statement, or withdrawn from a place, or with no place (waiting, "
    "declined, withdrawn before that, undecided).",
    f"Who asked in vain is private. What would tell, alone or by subtraction, who among fewer than "
    f"{LEAST_ORGANISATIONS} organisations is without a place is not told; nor are flags of few. "
    "That a place was withdrawn from, or that who has it was absent, is public.",
    "Quarters: share of the speakers in each quarter of a list. Middle: where half of a group has spoken; 50% is the "
    "middle of the list. Minutes are time limits. Whose details are withheld is counted by class alone.",
    RUN,
    "A promise of time is kept where no more than part of one statement is missing; who asked for less has less.",
)
"""How it was counted."""
