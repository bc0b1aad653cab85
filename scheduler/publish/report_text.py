"""How an agenda came about, for organisers, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.agenda import Agenda, RuleOutcome
from scheduler.domain.forum import Forum, Level
from scheduler.publish.clean import markdown_line
from scheduler.publish.measures_text import COUNTED_BY_LIST, measure_lines, outcome_line
from scheduler.publish.public import known
from scheduler.publish.visible import redactor, say

UNTOLD = "Not told, since details are withheld."


def report(forum: Forum, agenda: Agenda, language: str | None = None) -> str:
    """Return outcome, score, bound and gap, what each rule cost and where, and the measures of the lists."""
    lines = [
        f"# {markdown_line(say(forum, forum.title, language))}",
        "",
        f"- Outcome: {agenda.outcome.value}",
        f"- Score: {agenda.score} points, lower is better",
        f"- Proven bound: {agenda.bound} points",
        f"- Gap: {agenda.gap:.1%} of the score",
        f"- Reproducible: {'yes' if agenda.reproducible else 'no, a clock ended the run'} (seed {agenda.seed})",
        f"- Sittings placed: {len(agenda.placements)} of {sum(len(s.sittings) for s in forum.sessions)}",
        *_rules(forum, agenda),
        *_lists(forum, agenda, language),
    ]
    return "\n".join(lines) + "\n"


def _rules(forum: Forum, agenda: Agenda) -> Iterator[str]:
    redact = redactor(forum)
    kept = [outcome.rule for outcome in agenda.rules if not outcome.amount]
    ignored = [stated.rule for stated in forum.rules if stated.level is Level.IGNORE]
    yield from ["", "## Rules"]
    for outcome in sorted(agenda.rules, key=lambda outcome: (outcome.level is not Level.BLOCK, -outcome.points)):
        if outcome.amount and outcome.rule not in COUNTED_BY_LIST:
            yield from ["", f"### {outcome.rule}: {_cost(outcome)}", ""]
            sentences = outcome.sentences or (UNTOLD,)
            yield from (f"- {markdown_line(redact(sentence))}" for sentence in sentences)
    if kept:
        yield from ["", f"Kept everywhere: {', '.join(kept)}."]
    if ignored:
        yield from ["", f"Turned off in this forum: {', '.join(ignored)}."]


def _cost(outcome: RuleOutcome) -> str:
    return "broken" if outcome.level is Level.BLOCK else f"{outcome.points} point{'s' * (outcome.points != 1)}"


def _lists(forum: Forum, agenda: Agenda, language: str | None) -> Iterator[str]:
    if agenda.lists:
        yield from ["", "## Speakers lists"]
    for speakers in agenda.lists:
        session = known(forum.session_by_id, speakers.session, "session")
        yield from ["", f"### {markdown_line(say(forum, session.title, language))}", ""]
        count = len(speakers.interventions)
        yield f"- {count} speaker{'s' * (count != 1)}. {outcome_line(speakers)}"
        yield from (f"- {markdown_line(line)}" for line in measure_lines(forum, speakers.measures))
