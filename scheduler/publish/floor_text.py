"""A list that is run, as plain text: for the chair's own screen, or for the screen in the room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scheduler.clock import moment_at, second_of
from scheduler.publish.clean import clean_line
from scheduler.publish.columns import columns, wrapped
from scheduler.publish.hours import clock, minutes
from scheduler.publish.visible import say
from scheduler.services.floor.account import account
from scheduler.services.floor.floor import Floor
from scheduler.services.floor.forecast import Expected, Forecast, forecast, proposal
from scheduler.services.floor.setting import Part
from scheduler.services.floor.state import Standing
from scheduler.translate.voice import Voice, participant_words, speaker_words

_PARTS = {Part.LIST: "", Part.RESPONSES: "response", Part.REPLIES: "right of reply"}


def floor_text(floor: Floor, now: dt.datetime, voice: Voice = Voice.FULL) -> str:
    """Return who speaks, who is next and when, and who will be cut off.

    ``Voice.FULL`` names everybody and is for the chair alone. ``Voice.PUBLISHED`` is for the room: it names people as
    each agreed to, and says nothing of who was absent or will be cut off but how many.
    """
    setting, state = floor.setting, floor.state
    found = forecast(setting, state, second_of(setting.forum, now))
    lines = [wrapped(say(setting.forum, setting.session.title, None)), _standing(floor, now)]
    lines += [wrapped(setting.interspersal_note()), "", *_present(floor, found, voice)]
    lines += ["", _expected(floor, found, voice)] if found.expected else ["", "Nobody is expected to speak any more."]
    lines += [wrapped(line, below="  ") for line in _warnings(floor, found, voice)]
    return "\n".join([*lines, "", wrapped(_time(floor, found))]) + "\n"


def _standing(floor: Floor, now: dt.datetime) -> str:
    return f"{clock(floor.setting.forum, now)}, {floor.state.phase.value}"


def _present(floor: Floor, found: Forecast, voice: Voice) -> Iterator[str]:
    turn = floor.state.turn
    if turn is None:
        yield "Nobody has the floor."
        return
    limit = floor.state.speakers[turn.speaker].seconds
    over = f", {minutes(found.over)} over" if found.over else ""
    spoken = minutes(floor.state.spoken_by(found.now))
    yield wrapped(f"Speaking: {_words(floor, turn.speaker, voice)}, {spoken} of {minutes(limit)}{over}")


def _expected(floor: Floor, found: Forecast, voice: Voice) -> str:
    forum = floor.setting.forum
    rows = [
        (
            str(place),
            clock(forum, moment_at(forum, 0, one.start)),
            f"in {max(0, one.start - found.now) // 60} min",
            minutes(one.seconds),
            _words(floor, one.speaker, voice),
            _remark(floor, one, found, voice),
        )
        for place, one in enumerate(found.expected, start=1)
    ]
    remarked = any(row[-1] for row in rows)
    header = ("", "time", "", "limit", "speaker", "")
    shown = len(header) if remarked else len(header) - 1
    return columns(header[:shown], [row[:shown] for row in rows], frozenset({0, 2, 3}))


def _remark(floor: Floor, one: Expected, found: Forecast, voice: Voice) -> str:
    remarks = [_PARTS[one.part]]
    if voice is Voice.FULL:
        remarks.append("was absent" if floor.state.standing[one.speaker] is Standing.ABSENT else "")
        remarks.append("may not be there then" if one.speaker in found.out_of_hours else "")
    return ", ".join(remark for remark in remarks if remark)


def _warnings(floor: Floor, found: Forecast, voice: Voice) -> Iterator[str]:
    count = len(found.cut)
    if not count:
        return
    yield ""
    who = "1 speaker" if count == 1 else f"{count} speakers"
    yield f"{who} will be cut off: the time that remains ends before the last in order."
    if voice is Voice.FULL:
        yield from (f"- {_words(floor, speaker, voice)}" for speaker in found.cut)
        proposed = proposal(floor.setting, floor.state, found.now)
        if proposed is not None:
            limit, saved = minutes(proposed.seconds), minutes(proposed.saves)
            yield f"To hear everybody, reduce the limits to {limit}; that saves {saved}."
        else:
            yield "No time limit that is long enough to speak hears everybody."


def _time(floor: Floor, found: Forecast) -> str:
    spent = account(floor.state, found.now)
    parts = {
        "spoken": spent.spoken,
        "points of order": spent.points,
        "paused": spent.paused,
        "between speakers": spent.between,
        "remaining": spent.remaining,
    }
    told = ", ".join(f"{name} {minutes(seconds)}" for name, seconds in parts.items())
    outside = f"; {minutes(spent.outside)} of it outside" if spent.outside else ""
    return f"Of {minutes(spent.total)}: {told}{outside}."


def _words(floor: Floor, speaker: str, voice: Voice) -> str:
    forum, one = floor.setting.forum, floor.state.speakers[speaker]
    request = forum.request_by_id.get(speaker)
    if request is None:
        return clean_line(participant_words(forum, forum.participant_by_id[one.participant], voice))
    words = speaker_words(forum, request, voice)
    is_person = voice is Voice.FULL and request.person is not None
    return clean_line(f"{words}, {one.label}" if is_person else words)
