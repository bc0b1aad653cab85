"""Events outside the forum's rooms, which prepare it, follow it up or are held online, as anybody may see them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.regional_review import Preparation, PreparationKind
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say, shown_name
from scheduler.translate.regions import region_name

PREPARATION_LABELS = {
    PreparationKind.NATIONAL_WORKSHOP: "National workshop",
    PreparationKind.REGIONAL_TRAINING: "Regional training",
    PreparationKind.CONSULTATION: "Consultation",
    PreparationKind.BRIEFING: "Briefing",
    PreparationKind.FOLLOW_UP: "Follow-up",
    PreparationKind.SIDE_EVENT: "Side event",
}


class PublicPreparation(Value):
    """One event outside the forum's rooms."""

    uid: str = Field(description="Stable name of its calendar event")
    id: str
    kind: PreparationKind
    kind_label: str
    title: str
    start: AwareDatetime = Field(description="Local time of the event, with offset")
    end: AwareDatetime
    timezone: str = Field(description="IANA zone of its times")
    place: str | None = Field(description="Where it is held; none is online")
    regions: tuple[str, ...] = Field(description="Names of the regions it is for")
    organisers: tuple[str, ...]
    stream: str | None
    link: str | None

    @property
    def is_side_event(self) -> bool:
        """Whether it is part of the forum, and needs no room."""
        return self.kind is PreparationKind.SIDE_EVENT


def public_preparations(forum: Forum, language: str | None = None) -> tuple[PublicPreparation, ...]:
    """Return all events outside the forum's rooms, by their start."""
    found = (_public(forum, event, language) for event in forum.preparations)
    return tuple(sorted(found, key=lambda event: (event.start, event.id)))


def _public(forum: Forum, event: Preparation, language: str | None) -> PublicPreparation:
    zone = event.timezone or forum.timezone
    organisers = [forum.participant_by_id[name] for name in event.organisers if name in forum.participant_by_id]
    names = (shown_name(forum, organiser, language) for organiser in organisers)
    return PublicPreparation(
        uid=f"{forum.uid}.{event.id}.0@forum-scheduler",
        id=event.id,
        kind=event.kind,
        kind_label=PREPARATION_LABELS[event.kind],
        title=say(forum, event.title, language),
        start=_local(event.start, zone),
        end=_local(event.end, zone),
        timezone=zone,
        place=clean_line(event.place) if event.place else None,
        regions=tuple(region_name(region) for region in event.regions),
        organisers=tuple(name for name in names if name),
        stream=event.stream,
        link=event.link,
    )


def _local(moment: dt.datetime, zone: str) -> dt.datetime:
    return moment.replace(tzinfo=ZoneInfo(zone)) if moment.tzinfo is None else moment.astimezone(ZoneInfo(zone))
