"""Why a request has a place or not, in one sentence that can be sent to whoever made it: it names nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.publish.clean import clean_line
from scheduler.translate.selection import SelectionTranslation
from scheduler.translate.selection_labels import balance_words, group_words, session_words
from solver.selection.problem import Problem
from solver.selection.reasons import LEVELS_DECIDE, Reason
from solver.selection.solution import Selection as Chosen

_OUTSIDE: Mapping[Basis, str] = {
    Basis.REQUESTER: "its requester",
    Basis.CHAIR: "the chair",
    Basis.ACCREDITATION: "accreditation",
    Basis.OBJECTION: "an objection",
    Basis.OVERRIDE: "an organiser's override",
}

_ALWAYS = {
    "decision-stands": "others had their places before what was left was shared out again, and they keep them",
    "one-choice-holds": "a request has one place at most",
    "floor-time-holds": "no floor time is left that it would fit into",
    "class-time-holds": "no time of its class is left that it would fit into",
    "quota-holds": "all of them are given by decisions outside the method",
    "places-are-filled": "more places could be filled without it",
    "balance-is-met": "others were needed for the published balances of regions, genders and other groups",
    "first-choice-first": "first choices come before second ones",
    "early-before-late": "it came after the list had closed, and those that came in time are first",
    "marks-decide": "others have better marks by the published criteria",
    LEVELS_DECIDE: "by the levels of the published method together, others come first",
}


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a sentence calls what is asked for, and those who ask."""

    one: str = "request"
    ranker: str = "its requester's own ranking"
    body: str = "organisation"
    are_heard: str = "be heard"


REQUESTS = Nouns()
PROPOSALS = Nouns("proposal", "its leader's own ranking", "leading organisation", "lead an event")


def outside_sentence(entry: Entry) -> str:
    """Say what was decided outside the method, and what it rests on."""
    if entry.happening is Happening.WITHDRAWN:
        return "It was withdrawn by its requester."
    verbs = {Happening.GIVEN: "It has its place", Happening.WAIT_LISTED: "It was put on the waiting list"}
    verb = verbs.get(entry.happening, "It was declined")
    because = f": {clean_line(entry.reason).rstrip('.')}" if entry.reason else ""
    return f"{verb} by {_OUTSIDE[entry.basis]}, not by the method of selection{because}."


def given_sentence(translation: SelectionTranslation, chosen: Chosen, reason: Reason) -> str:
    """Say how a request comes to its place, and what would be lost without it; whoever else it names by kind alone."""
    wish = reason.request
    own, members = translation.wishes[wish], translation.problem.of_quota[translation.problem.requests[wish].quota]
    second = ""
    if own.is_second:
        first, there = (session_words(translation.forum, name) for name in (own.request.session, own.session.id))
        second = f" in its second choice, {there}, as in its first, {first}, none was left for it"
    if all(i in chosen for i in members):
        asked = len(members)
        alone = "it was the only request" if asked == 1 else f"there was one for each of {asked} requests"
        return f"Given{second}: {alone} for {wanted_words(translation, wish)}."
    without = what_is_lost(translation.problem, reason)
    if names := _named(translation, reason):
        without = balances_lost(names)
    return f"Given{second}: {asked_words(translation, wish)}; {without}."


def what_is_lost(problem: Problem, reason: Reason, nouns: Nouns = REQUESTS) -> str:
    """Say in plain words what the limit or level that decided would lose by giving the place to another."""
    own = problem.requests[reason.request]
    to = "without it the place would go to one"
    if reason.rule == "ranking-is-followed":
        return f"without it what {nouns.ranker} puts lower would come before it"
    if reason.rule == "everybody-speaks-once":
        return f"without it fewer organisations would {nouns.are_heard}"
    if reason.rule == "lot-decides":
        drawn = f"all else was equal and the lot decided: the number {own.lot:,} was drawn for it"
        return f"{drawn}, and without it the place would go to a higher one"
    return {
        "places-are-filled": "without it a place would stay empty",
        "balance-is-met": "without it the published balances of regions, genders and other groups would be met less",
        "first-choice-first": f"{to} whose second choice it is",
        "early-before-late": f"{to} that came after the list had closed",
        "marks-decide": f"{to} with lower marks by the published criteria",
        LEVELS_DECIDE: "without it the levels of the published method together would be met less",
    }.get(reason.rule, "nothing would be gained by giving its place to another")


def refused_sentence(
    translation: SelectionTranslation, reason: Reason, position: int | None, *, waits_elsewhere: bool = False
) -> str:
    """Say why a request has no place in its first choice, and none in its second, and where it waits."""
    wish, own = reason.request, translation.wishes[reason.request]
    request = translation.problem.requests[wish]
    seats = translation.sharing.seats[request.quota]
    second = translation.second_of.get(wish)
    also = ""
    if second is not None:
        title = session_words(translation.forum, translation.wishes[second].session.id)
        also = f"; in its second choice, {title}, it has none either"
    there = " of the second choice" if waits_elsewhere else ""
    waits = "" if position is None else f"; it is number {position} on the waiting list{there}"
    if seats.places == 0:
        where = f"{group_words(translation.forum, seats)} in {session_words(translation.forum, own.session.id)}"
        return f"By the published shares and the requests made no place falls to {where}{also}{waits}."
    because = why(translation.problem, wish, reason.rule)
    if names := _named(translation, reason):
        because = f"others were needed for the published balances: {names}"
    return begun(f"{asked_words(translation, wish)}; {because}{also}{waits}.")


def balances_lost(names: str) -> str:
    """Say which balances a place given to another would cost."""
    return f"without it these published balances would be further from being met: {names}"


def begun(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def _named(translation: SelectionTranslation, reason: Reason) -> str:
    """Return the balances that would be missed by more were a request treated the other way round."""
    found = [balance_words(translation.forum, translation.bounds[i].balance) for i in reason.balances]
    return ", ".join(dict.fromkeys(found))


def asked_words(translation: SelectionTranslation, wish: int) -> str:
    """Say how many ask for how many places of what, first and second choices apart as in the summary."""
    members = translation.problem.of_quota[translation.problem.requests[wish].quota]
    second = sum(translation.wishes[i].is_second for i in members)
    first = len(members) - second
    also = f" and {second} second choice{'s' * (second != 1)}" if second else ""
    asked = f"{first} request{'s' * (first != 1)}{also} for {wanted_words(translation, wish)}"
    return f"there {'was' if len(members) == 1 else 'were'} {asked}"


def wanted_words(translation: SelectionTranslation, wish: int) -> str:
    """Say what a request competes for: how many places of what."""
    seats = translation.sharing.seats[translation.problem.requests[wish].quota]
    session = session_words(translation.forum, seats.session)
    if seats.is_open:
        return f"the floor of {session}, which has time for {seats.places} usual statement{'s' * (seats.places != 1)}"
    places = f"{seats.places} place{'s' * (seats.places != 1)}"
    if seats.role is not None:
        return f"{places} as {seats.role.value} in {session}"
    return f"{places} of {group_words(translation.forum, seats)} in {session}"


def why(problem: Problem, wish: int, rule: str, nouns: Nouns = REQUESTS) -> str:
    """Say in plain words what the limit or level that decided means for one request."""
    request = problem.requests[wish]
    limits = problem.organisations[request.organisation]
    if rule == "organisation-in-session":
        return f"its {nouns.body} has all it may have there, which is {limits.most_in_session}"
    if rule == "organisation-in-forum":
        return f"its {nouns.body} has all it may have in the whole forum, which is {limits.most_in_forum}"
    if rule == "ranking-is-followed":
        before = len(problem.wanted_more[wish])
        if not before:
            return "with it, one that is wanted more would be passed over elsewhere"
        stand = "stand" if before != 1 else "stands"
        return f"{before} {nouns.one}{'s' * (before != 1)} {stand} higher in {nouns.ranker}"
    if rule == "everybody-speaks-once":
        return f"with it, fewer organisations would {nouns.are_heard}"
    if rule == "lot-decides":
        drawn = f"the number {request.lot:,} was drawn for it, and lower ones are first"
        return f"all else was equal and the lot decided: {drawn}"
    return _ALWAYS[rule]
