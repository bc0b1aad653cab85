"""The report tells how good an agenda is, rule by rule."""

from scheduler.domain.agenda import Outcome, RuleOutcome
from scheduler.domain.forum import Level, RuleSetting
from scheduler.publish.report_text import report
from tests.scheduler.builders import a_busy_agenda, a_busy_forum


def test_outcome_score_bound_and_gap_come_first() -> None:
    agenda = a_busy_agenda().model_copy(
        update={"outcome": Outcome.FEASIBLE, "score": 40, "bound": 30, "seed": 7, "reproducible": False}
    )
    assert report(a_busy_forum(), agenda).splitlines()[:8] == [
        "# Trial Review Forum",
        "",
        "- Outcome: feasible",
        "- Score: 40 points, lower is better",
        "- Proven bound: 30 points",
        "- Gap: 25.0% of the score",
        "- Reproducible: no, a clock ended the run (seed 7)",
        "- Sittings placed: 4 of 4",
    ]


def test_each_rule_says_what_it_cost_and_where_the_dearest_first_and_lists_by_themselves() -> None:
    rules = (
        RuleOutcome(rule="room-free", level="block", amount=0, points=0),
        RuleOutcome(rule="no-two-places", level="block", amount=1, points=0, sentences=("Ana Ruiz is in two places.",)),
        RuleOutcome(
            rule="audience-fits", level="warn", amount=2, points=6, sentences=("<b>Sam Hidden</b> has no seat.",)
        ),
        RuleOutcome(rule="one-theme", level="warn", amount=1, points=9, sentences=("A theme has two rooms.",)),
        RuleOutcome(rule="protocol-order", level="warn", amount=1, points=81, sentences=("Ana stands elsewhere.",)),
    )
    forum = a_busy_forum(rules=(RuleSetting(rule="one-room", level=Level.IGNORE),))
    text = report(forum, a_busy_agenda().model_copy(update={"rules": rules}))
    assert text.split("## Rules\n")[1].split("\n## Speakers lists")[0].splitlines() == [
        "",
        "### no-two-places: broken",
        "",
        "- Ana Ruiz is in two places.",
        "",
        "### one-theme: 9 points",
        "",
        "- A theme has two rooms.",
        "",
        "### audience-fits: 6 points",
        "",
        r"- \<b\>somebody (details withheld)\</b\> has no seat.",
        "",
        "Kept everywhere: room-free.",
        "",
        "Turned off in this forum: one-room.",
    ]


def test_each_list_is_named_with_its_speakers() -> None:
    assert report(a_busy_forum(), a_busy_agenda()).split("## Speakers lists\n")[1].splitlines() == [
        "",
        "### Round table 1",
        "",
        "- 4 speakers. This list is the best there can be, which is proven.",
        "",
        "### Session rt2",
        "",
        "- 2 speakers. This list is the best there can be, which is proven.",
    ]
