"""An example of each rule of a selection, for readers of the method page."""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "decision-stands": (
        "Example: a place that was given by an override counts as taken, and one refused by an objection is not given, "
        "whatever the levels below would say."
    ),
    "one-choice-holds": (
        "Example: whoever names round table 1 and, as second choice, round table 2, is given a place in one of them at "
        "most."
    ),
    "floor-time-holds": (
        "Example: in 60 minutes with 15 seconds between two speakers there is room for 18 statements of 3 minutes, "
        "which take 58 minutes 15 seconds, and not for 19."
    ),
    "class-time-holds": (
        "Example: a class with 9 minutes has room for three statements of 3 minutes, or for one of 5 and one of 3; "
        "where speakers change in 15 seconds, every statement counts with that time."
    ),
    "quota-holds": "Example: a constituency with 2 places in a session has 2 speakers there at most.",
    "organisation-in-session": (
        "Example: with at most 1 place, an organisation that made two requests for a session is given one of them at "
        "most."
    ),
    "organisation-in-forum": (
        "Example: with at most 2 places, an organisation that asks in five sessions is given places in two of them at "
        "most."
    ),
    "places-are-filled": (
        "Example: where a quota has 3 places and 5 requests, 3 are given, and not 2 in order to please a level below."
    ),
    "balance-is-met": (
        "Example: where 4 of 10 places should go to women and 3 women ask, all 3 are given a place before others, and "
        "a shortfall of 1 is reported."
    ),
    "ranking-is-followed": (
        "Example: a focal point ranks its requests A, B and C, and there are 2 places: A and B are given, also where "
        "the organisation of C is heard nowhere else. What it gives no rank comes after all it ranks."
    ),
    "everybody-speaks-once": (
        "Example: two places, two requests of one organisation and one of another, nothing ranked: each is given one "
        "place. Whoever can be heard in another session makes room for whoever cannot."
    ),
    "first-choice-first": (
        "Example: one place in a session, asked for by one as a first choice and by another as a second choice: the "
        "first choice is given it."
    ),
    "early-before-late": (
        "Example: one place, one request from the last hour before the list closed and one from the hour after: the "
        "first is given it, whichever number it drew."
    ),
    "marks-decide": (
        "Example: of two proposals of side events, the one with the higher total of marks by the published criteria "
        "comes first. Requests for the floor have no marks, so this level is about side events alone."
    ),
    "lot-decides": (
        "Example: one place, two requests that are equal in all else, numbers 104,233 and 871,005: the first is "
        "given it. Over all places the sum of the numbers is made least, that of a first choice counting twice: of "
        "two who are given a place each, the one drawn earlier has its first choice."
    ),
}
