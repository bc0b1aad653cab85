"""The words of one forum for what a selection names by index; nobody is named above the level each chose."""

from __future__ import annotations

from collections.abc import Iterable

from scheduler.domain.forum import Forum
from scheduler.domain.sharing import Balance, Trait
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.translate.regions import region_name
from scheduler.translate.selection import SelectionTranslation
from scheduler.translate.selection_seats import Seats
from scheduler.translate.voice import Voice, participant_words, speaker_words


class SelectionLabels:
    """Names of requests, organisations, sessions, quotas and balances, for sentences of selection rules."""

    def __init__(self, translation: SelectionTranslation, voice: Voice = Voice.PUBLISHED) -> None:
        self._translation = translation
        self._forum = translation.forum
        self._voice = voice

    def request(self, request: int) -> str:
        """Who asks for the floor, and where."""
        wish = self._translation.wishes[request]
        return (
            f"{speaker_words(self._forum, wish.request, self._voice)} in {session_words(self._forum, wish.session.id)}"
        )

    def organisation(self, organisation: int) -> str:
        """Name of an organisation, unless it stands for somebody whose details are withheld."""
        return participant_words(self._forum, self._forum.participants[organisation], self._voice)

    def session(self, session: int) -> str:
        """Title of a session."""
        return session_words(self._forum, self._forum.sessions[session].id)

    def quota(self, quota: int) -> str:
        """Class or constituency, and the session."""
        seats = self._translation.sharing.seats[quota]
        return f"{group_words(self._forum, seats)} in {session_words(self._forum, seats.session)}"

    def budget(self, budget: int) -> str:
        """Classes, and the session."""
        share = self._translation.sharing.floor_shares[budget]
        return f"{classes_words(self._forum, share.classes)} in {session_words(self._forum, share.session)}"

    def trait(self, trait: int) -> str:
        """Whom a balance counts, and where."""
        bound = self._translation.bounds[trait]
        words = balance_words(self._forum, bound.balance)
        return words if bound.session is None else f"{words} in {session_words(self._forum, bound.session)}"


def session_words(forum: Forum, session: str) -> str:
    """Return the title of a session."""
    return say(forum, forum.session_by_id[session].title, None)


def group_words(forum: Forum, seats: Seats) -> str:
    """Return whose places a quota has."""
    if seats.role is not None:
        return f"{seats.role.value} places"
    if seats.constituency is not None:
        return say(forum, forum.constituency_by_id[seats.constituency].label, None)
    if seats.participant_class is not None:
        return say(forum, forum.class_by_id[seats.participant_class].label, None)
    return "the whole floor"


def classes_words(forum: Forum, classes: Iterable[str]) -> str:
    """Return the labels of some classes, in the forum's order."""
    wanted = set(classes)
    return ", ".join(say(forum, item.label, None) for item in forum.classes if item.id in wanted)


def balance_words(forum: Forum, balance: Balance) -> str:
    """Return whom a balance counts, as ``Region Africa, among Stakeholder``."""
    names = {
        Trait.FLAG: {flag.id: say(forum, flag.label, None) for flag in forum.flags},
        Trait.CONSTITUENCY: {item.id: say(forum, item.label, None) for item in forum.constituencies},
        Trait.CLASS: {item.id: say(forum, item.label, None) for item in forum.classes},
        Trait.REGION: {balance.value: region_name(balance.value)},
    }
    value = names.get(balance.trait, {}).get(balance.value, clean_line(balance.value))
    among = "" if balance.participant_class is None else f", among {classes_words(forum, [balance.participant_class])}"
    return f"{balance.trait.value} {value}{among}"
