"""A participation model in plain words: what it is, what it sets, who decides what, and what all that rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scheduler.publish.columns import columns, wrapped
from scheduler.services.models.model import Model

MODES = {
    "throughout": "stakeholders stand among the others throughout",
    "after-opening": "stakeholders stand among the others after the opening speakers",
    "reserved": "stakeholders have places of their own, after the others",
    "none": "stakeholders have no place of their own",
}

YIELDED = {"class": "goes to the same class", "floor": "goes to the floor", "nobody": "goes to nobody"}


def models_text(models: Sequence[Model]) -> str:
    """List models by name."""
    rows = [(model.name, model.text.label) for model in models]
    more = "forum models NAME says what one sets and rests on; forum adopt FORUM NAME lays it over a forum."
    return f"{columns(('Model', 'What it is'), rows)}\n\n{wrapped(more)}"


def model_text(model: Model) -> str:
    """Tell everything about one model."""
    lines = [f"{model.text.label} ({model.name})", "", wrapped(model.text.description)]
    for heading, said in _sections(model).items():
        lines += ["", heading, *(wrapped(one, "  - ") for one in said)] if said else []
    return "\n".join(lines)


def _sections(model: Model) -> Mapping[str, list[str]]:
    return {
        "Requests": list(_settings(model)),
        "Who may ask for the floor": [_class(row) for row in _rows(model, "classes")],
        "Lists of speakers": [_kind(row) for row in _rows(model, "kinds")],
        "What is promised": [_share(row) for row in _rows(model, "shares")],
        "Balances": [_balance(row) for row in _rows(model, "balances")],
        "Named groups": ["; ".join(row["label"] for row in _rows(model, "constituencies"))]
        if model.tables.get("constituencies")
        else [],
        "Criteria for side events": [f"{row['label']} (weight {row['weight']})" for row in _rows(model, "criteria")],
        "Dedicated sessions": [_session(row) for row in _rows(model, "sessions")],
        "Speaking slots that carry a result": [
            f"{row['session'][0].upper()}{row['session'][1:]}: {row['participant']}" for row in _rows(model, "requests")
        ],
        "What comes before what": [_tie(row) for row in _rows(model, "ties")],
        "Who decides": [f"{one.what}: {one.who}." for one in model.text.decided],
        "What this rests on": [f"{one.fact}. {one.source} ({one.confidence.value})." for one in model.text.sources],
    }


def _rows(model: Model, table: str) -> list[Mapping[str, str]]:
    raw = model.tables.get(table)
    return [{column: _said(cell) for column, cell in row.cells.items()} for row in raw.rows] if raw else []


def _said(cell: str) -> str:
    """Return a cell as people read it, where it stands for each constituency."""
    return (
        cell.replace("dedicated-{constituency}", "own session of each group")
        .replace("{constituency}", "each group")
        .replace("{class}", "every stakeholder class")
        .replace("{label}", "name of the group")
    )


def _settings(model: Model) -> Iterator[str]:
    found = model.text.settings
    if found.list_opens_days is not None:
        yield f"Lists open {found.list_opens_days} days before the forum's first day."
    if found.list_closes_days is not None:
        yield f"Lists close {found.list_closes_days} days before it."
    if found.most_in_session is not None:
        yield f"An organisation has at most {found.most_in_session} in a session."
    if found.most_in_forum is not None:
        yield f"An organisation has at most {found.most_in_forum} in the forum."
    if found.yielded is not None:
        yield f"Time that a speaker yields {YIELDED[found.yielded.value]}."
    if found.dedicated_within_days is not None:
        yield f"A dedicated session is at most {found.dedicated_within_days} days before what takes up its result."


def _class(row: Mapping[str, str]) -> str:
    kinds = ", ".join(row.get("speaks_in", "any kind of session").split("; "))
    return f"{row['id']}: {kinds}. {row.get('basis', '')} ({row.get('confidence', 'memory')})."


def _kind(row: Mapping[str, str]) -> str:
    said = [MODES.get(row.get("mode", ""), ""), f"order: {row['policy']}" if "policy" in row else ""]
    limits = {"minutes_national": "a State", "minutes_group": "a group", "minutes_interspersed": "a stakeholder"}
    times = [f"{row[column]} for {whom}" for column, whom in limits.items() if column in row]
    said.append(f"minutes: {', '.join(times)}" if times else "")
    return f"{row['id']}: {'; '.join(filter(None, said))}. {row.get('mandate', '')}."


def _share(row: Mapping[str, str]) -> str:
    amounts = {"percent": "{} % of the floor", "places": "places: {}", "least": "at least {}", "most": "at most {}"}
    told = ", ".join(words.format(row[column]) for column, words in amounts.items() if column in row)
    whom = f"{row['class']}, {row['constituency']}" if "constituency" in row else row["class"]
    return f"{row.get('session') or row.get('kind')}: {whom}: {told}. {row.get('basis', '')}."


def _balance(row: Mapping[str, str]) -> str:
    bounds = {"least_percent": "at least {} %", "most_percent": "at most {} %"}
    told = ", ".join(words.format(row[column]) for column, words in bounds.items() if column in row)
    return f"{row['trait']} {row['value']}: {told} of {row.get('class', 'all')}. {row.get('basis', '')}."


def _session(row: Mapping[str, str]) -> str:
    return f"{row['title']}, {row['sittings']} minutes. {row.get('description', '')}"


def _tie(row: Mapping[str, str]) -> str:
    words = {"feeds": "ends before, and its result goes into,", "before": "ends before", "same-day": "is on the day of"}
    days = f" (at most {row['amount']} days)" if "amount" in row and row["link"] == "feeds" else ""
    return f"{row['first']} {words.get(row['link'], row['link'])} {row['second']}{days}."
