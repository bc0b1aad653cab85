"""Results as text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.explaining import Explanation
    from scheduler.services.planning import Planned


def json_text(document: Any) -> str:
    """Write one JSON document, for a program to read."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n"


def summary(forum: Forum, planned: Planned) -> str:
    """Say in one line how good an agenda is."""
    agenda = planned.agenda
    if agenda is None:
        return planned.outcome.value
    turns = sum(len(speakers.interventions) for speakers in agenda.lists)
    again = "" if agenda.reproducible else " A clock ended the run: another run may differ."
    return (
        f"{forum.title}: {agenda.outcome.value}, score {agenda.score}, bound {agenda.bound}, gap {agenda.gap:.1%}; "
        f"{len(agenda.placements)} sittings placed, {len(agenda.lists)} speakers lists with {turns} speakers.{again}"
    )


def explanation_text(planned: Planned) -> str:
    """Say why there is no agenda, or that there is one."""
    if planned.agenda is not None:
        return "This forum has an agenda; nothing stands in its way."
    if planned.explanation is None:
        return f"No agenda: {planned.outcome.value}. Allow more time with --time-limit, or ask for less."
    return _explained(planned.explanation)


def _explained(explanation: Explanation) -> str:
    lines = [f"{explanation.subject} is impossible: these requirements cannot hold together.", ""]
    lines += [f"  {number}. {reason.sentence}" for number, reason in enumerate(explanation.reasons, 1)]
    lines += ["", "Each of these, alone, would help:"] if explanation.fixes else []
    lines += [f"  - {fix}" for fix in explanation.fixes]
    lines += ["", "These, together, would help:"] if explanation.together else []
    lines += [f"  - {fix}" for fix in explanation.together]
    proof = "Every one of these claims was confirmed by solving again."
    lines += ["", proof if explanation.proven else "Not all of these claims could be confirmed in the time given."]
    return "\n".join(lines)


def planned_json(planned: Planned, *, with_agenda: bool = True) -> dict[str, Any]:
    """Return the document that solve and explain print for a program."""
    agenda, explanation = planned.agenda, planned.explanation
    document: dict[str, Any] = {
        "outcome": planned.outcome.value,
        "score": agenda.score if agenda else None,
        "bound": agenda.bound if agenda else None,
        "gap": agenda.gap if agenda else None,
        "explanation": explanation.model_dump(mode="json") if explanation else None,
    }
    if with_agenda:
        document["agenda"] = agenda.model_dump(mode="json") if agenda else None
    return document
