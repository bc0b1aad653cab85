"""What of the floor classes and constituencies were promised, beside what the lists give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.sharing import Share
from scheduler.publish.clean import clean_line
from scheduler.services.participation.floor import Floor, Tally
from scheduler.services.participation.groups import WITHHELD_KEY, Groups
from scheduler.services.selecting.groups import shares_of


class Promise(Value):
    """What one class or constituency was promised of one list, or of all that promise it a share of time."""

    session: str | None = Field(description="Session; none for all whose floor a share was promised of")
    title: str
    class_id: str
    class_label: str
    constituency: str | None = None
    constituency_label: str | None = None
    percent: float | None = Field(None, description="Promised share of the floor time, in hundredths")
    promised_minutes: float | None = Field(None, description="That share of the floor in minutes")
    places: int | None = Field(None, description="Promised number of speakers")
    least: int | None = None
    most: int | None = None
    basis: str | None = None
    speakers: int
    minutes: float
    share_percent: float | None = Field(description="What it has of the minutes in the lists, in hundredths")
    short_minutes: float | None = Field(None, description="Minutes it has less than promised; a share used less of")
    is_kept: bool | None = Field(
        description="Whether it has what was promised, short of one statement at most; none where it cannot be told"
    )


def promises(forum: Forum, groups: Groups, floors: Sequence[Floor]) -> tuple[Promise, ...]:
    """Return every promise there is, first those of all lists together, then list by list."""
    each = [promise for floor in floors for promise in _of_session(forum, groups, floor)]
    return (*_together(forum, groups, each, floors), *each)


def floor_minutes(session: Session) -> int:
    """Return the minutes that are shared out in a session: those for the floor without those kept for responses."""
    return max(0, session.floor_minutes - session.response_minutes)


def _of_session(forum: Forum, groups: Groups, floor: Floor) -> Iterator[Promise]:
    session = forum.session_by_id[floor.session or ""]
    for share in shares_of(forum, session):
        tallies = floor.by_class if share.constituency is None else floor.by_constituency
        found = _tally(tallies, share.constituency or share.participant_class)
        speakers, minutes = (found.speakers, found.minutes) if found else (0, 0.0)
        promised = None if share.percent is None else round(share.percent * floor_minutes(session) / 100, 2)
        short = None if promised is None else max(0.0, round(promised - minutes, 2))
        kept = _is_kept(share, speakers, short, _statement(forum, session, share))
        is_unsure = share.constituency is not None and _tally(floor.by_constituency, WITHHELD_KEY) is not None
        yield Promise(
            session=session.id,
            title=floor.title,
            class_id=share.participant_class,
            class_label=groups.classes[share.participant_class],
            constituency=share.constituency,
            constituency_label=groups.constituencies.get(share.constituency or ""),
            percent=share.percent,
            promised_minutes=promised,
            places=share.places,
            least=share.least,
            most=share.most,
            basis=clean_line(share.basis) if share.basis else None,
            speakers=speakers,
            minutes=minutes,
            share_percent=_percent(minutes, floor.minutes),
            short_minutes=short,
            is_kept=None if is_unsure and not kept else kept,
        )


def _is_kept(share: Share, speakers: int, short: float | None, statement: float) -> bool:
    """Say whether a promise of time, of places and of bounds is kept; less than a statement cannot be given."""
    return (
        (short is None or short < statement)
        and speakers >= max(share.places or 0, share.least or 0)
        and (share.most is None or speakers <= share.most)
    )


def _statement(forum: Forum, session: Session, share: Share) -> float:
    """Return the minutes of the usual statement of a class."""
    kind, group = forum.kind_by_id[session.kind], forum.class_by_id[share.participant_class]
    return kind.minutes_interspersed if group.interspersed else kind.minutes_national


def _together(forum: Forum, groups: Groups, each: Sequence[Promise], floors: Sequence[Floor]) -> Iterator[Promise]:
    """Yield for each class what it was promised and has in all lists that promise it time, and in all with places."""
    minutes = {floor.session: floor.minutes for floor in floors}
    for class_id, label in groups.classes.items():
        own = [p for p in each if p.class_id == class_id and not p.constituency]
        timed, placed = [p for p in own if p.percent is not None], [p for p in own if p.places is not None]
        if len(timed) > 1:
            floor = sum(floor_minutes(forum.session_by_id[p.session or ""]) for p in timed)
            promised, had = _sum(p.promised_minutes or 0 for p in timed), _sum(p.minutes for p in timed)
            time = {"promised_minutes": promised, "short_minutes": max(0.0, round(promised - had, 2))}
            yield _joined(class_id, label, timed, minutes, {"percent": _percent(promised, floor), **time})
        if len(placed) > 1:
            yield _joined(class_id, label, placed, minutes, {"places": sum(p.places or 0 for p in placed)})


def _joined(
    class_id: str,
    label: str,
    own: Sequence[Promise],
    lists: Mapping[str | None, float],
    promised: Mapping[str, float | int | None],
) -> Promise:
    minutes = _sum(p.minutes for p in own)
    return Promise.model_validate(
        {
            "session": None,
            "title": f"{len(own)} lists together",
            "class_id": class_id,
            "class_label": label,
            "speakers": sum(p.speakers for p in own),
            "minutes": minutes,
            "share_percent": _percent(minutes, _sum(lists[p.session] for p in own)),
            "is_kept": all(p.is_kept for p in own),
            **promised,
        }
    )


def _tally(tallies: Sequence[Tally], key: str) -> Tally | None:
    return next((tally for tally in tallies if tally.key == key), None)


def _percent(part: float, whole: float) -> float | None:
    return round(100 * part / whole, 2) if whole else None


def _sum(minutes: Iterable[float]) -> float:
    return round(sum(minutes), 2)
