"""Two lists of one session are printed side by side, with what differs."""

from __future__ import annotations

from scheduler.domain.agenda import Measure, Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode, Policy
from scheduler.publish.ordering_text import ordering_text
from scheduler.publish.public import PublicSpeaker, public_session
from scheduler.services.ordering_compare import OrderedList, OrderingComparison
from scheduler.translate.policies import policy_sentence
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_list, an_intervention


def turns(forum: Forum, *requests: str, days: tuple[str, str] = ("05", "05")) -> tuple[PublicSpeaker, ...]:
    found = a_list("rt1", *(an_intervention(r, f"2026-05-{days[n > 1]} 10:{3 * n:02}") for n, r in enumerate(requests)))
    return public_session(forum, a_busy_agenda().model_copy(update={"lists": (found,)}), "rt1").speakers


def ordered(
    policy: Policy, speakers: tuple[PublicSpeaker, ...], places: tuple[int, ...], inversions: int
) -> OrderedList:
    even = Measure(name="largest-deviation", value=4.5, best=1.5, unit="minutes")
    return OrderedList(
        policy=policy,
        sentence=policy_sentence(policy),
        outcome=Outcome.OPTIMAL,
        speakers=speakers,
        stakeholder_places=places,
        longest_run_speakers=2,
        longest_run_minutes=6,
        rank_inversions=inversions,
        evenness=even if places else None,
    )


def compared(forum: Forum, **fields: tuple[str, str]) -> OrderingComparison:
    first = ordered(Policy.LOT, turns(forum, "q1", "q3", "q2", "q4", **fields), (2, 4), 1)
    second = ordered(Policy.FIRST_TIMERS, turns(forum, "q2", "q3", "q1", "q4", **fields), (), 0)
    return OrderingComparison(
        session="rt1", title="Round table 1", mode=Mode.THROUGHOUT, first=first, second=second, moved=2
    )


def test_two_lists_stand_side_by_side_with_what_differs() -> None:
    forum = a_busy_forum()
    assert ordering_text(forum, compared(forum)).splitlines() == [
        "Round table 1 [rt1]",
        "",
        "A  lot: The lot decides: the lowest number drawn speaks first.",
        "B  first-timers: First-timers, by the flag first-time, speak first; then who",
        "   asked earlier, all in the open window being equal.",
        "",
        "In both, class comes first, then rank; a policy orders those who are equal in",
        "  that.",
        "",
        "   A      speaker, class                  B      speaker, class",
        "-  -----  ------------------------------  -----  ------------------------------",
        "1  10:00  Ana Ruiz, Minister of Labour    10:00  Wanjiru Kamau (Kenya), on",
        "            (Mexico); State                        behalf of African Group;",
        "                                                   State",
        "2  10:03  Lee Min, General Secretary      10:03  Lee Min, General Secretary",
        "            (Unions); Stakeholder                  (Unions); Stakeholder",
        "3  10:06  Wanjiru Kamau (Kenya), on       10:06  Ana Ruiz, Minister of Labour",
        "            behalf of African Group;               (Mexico); State",
        "            State",
        "4  10:09  Stakeholder (details withheld)  10:09  Stakeholder (details withheld)",
        "",
        "                          A lot                  B first-timers",
        "------------------------  ---------------------  --------------",
        "Places of stakeholders    2, 4                   -",
        "First stakeholder         2                      -",
        "Last stakeholder          4                      -",
        "Longest run without one   2, 6 min               2, 6 min",
        "Lower rank before higher  1                      0",
        "Furthest from even        4.5 min (at best 1.5)  -",
        "",
        "2 of 4 speakers have another place in B.",
        "Stakeholders: mode throughout in both. The agenda is not changed.",
    ]


def test_a_list_over_several_days_says_the_day() -> None:
    forum = a_busy_forum()
    text = ordering_text(forum, compared(forum, days=("05", "06")))
    assert "1  5 May 10:00  Ana Ruiz," in text
    assert "4  6 May 10:09  Stakeholder (details" in text
