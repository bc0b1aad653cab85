"""What the checker found is told broken rules first, and lists in their own figures."""

from __future__ import annotations

from scheduler.domain.agenda import Measure, RuleOutcome
from scheduler.domain.forum import Level, RuleSetting
from scheduler.publish.verification_text import verification_text
from scheduler.services.verify import ListFigures, Verification
from tests.scheduler.builders import a_busy_forum

SQUARES = Measure(name="protocol-order", value=4, unit="squared places")
AWAY = Measure(name="away-from-protocol", value=1, unit="speakers, 2 places in all")
WAITS = Measure(name="floor-waits", value=0, unit="minutes")


def outcome(rule: str, level: str, points: int = 0, *sentences: str) -> RuleOutcome:
    return RuleOutcome(rule=rule, level=level, amount=len(sentences), points=points, sentences=sentences)


def test_a_sound_agenda_tells_the_dearest_rule_first_and_never_adds_up_lists() -> None:
    rules = (
        outcome("shared-theme", "warn", 2, "A and B share a theme."),
        outcome("remote-hours", "warn", 8, "A is early."),
        outcome("room-free", "block"),
        outcome("protocol-order", "warn", 40, "Sam stands 2 places away."),
    )
    lists = (ListFigures(session="rt1", speakers=4, measures=(AWAY, WAITS, SQUARES)),)
    found = Verification(faults=(), rules=rules, score=10, lists=lists)
    forum = a_busy_forum(rules=(RuleSetting(rule="apart", level=Level.IGNORE),))
    assert verification_text(forum, found) == (
        "Timetable: 10 points, lower is better\n"
        "  remote-hours: 8 points\n"
        "    A is early.\n"
        "  shared-theme: 2 points\n"
        "    A and B share a theme.\n"
        "\n"
        "Speakers lists\n"
        "  Round table 1: 4 speakers\n"
        "    Away from where protocol puts them: 1 speaker, 2 places in all\n"
        "\n"
        "Turned off in this forum: apart.\n"
        "1 of 4 rules hold everywhere.\n"
        "Not everywhere in speakers lists:\n"
        "  protocol-order: Speakers of one stream come in the order of protocol.\n"
        "The agenda is sound: no rule that blocks is broken.\n"
    )


def test_faults_and_broken_rules_come_first() -> None:
    rules = (outcome("room-free", "block", 0, "Two at once.", "Two again."),)
    found = Verification(faults=("Session s9: no such session.",), rules=rules, score=0, lists=())
    assert verification_text(a_busy_forum(), found) == (
        "Session s9: no such session.\n"
        "\n"
        "Broken: room-free, 2 times\n"
        "  Two at once.\n"
        "  Two again.\n"
        "\n"
        "Timetable: 0 points, lower is better\n"
        "\n"
        "0 of 1 rules hold everywhere.\n"
    )
