"""Papers, regional reviews and events outside the rooms: their dates are in order, and each leads somewhere."""

from __future__ import annotations

from scheduler.domain.document import DocumentKind
from scheduler.domain.regional_review import PreparationKind, RegionalReview
from scheduler.domain.session import RoleName
from scheduler.formats.draft import Draft
from scheduler.formats.wording import did_you_mean


def check_documents(draft: Draft) -> None:
    """A consultation ends after it begins and before its paper is published, and an outcome names its session."""
    for number, document in draft.values("documents"):
        begin, end = document.consulted_from, document.consulted_until
        if begin and end and end < begin:
            problem = f"The consultation ends on {end}, before it begins."
            draft.fault("documents", number, "consulted_until", problem, "Write a later day.")
        if end and document.published_on and document.published_on < end:
            problem = f"It is published on {document.published_on}, before the consultation ends."
            draft.warn("documents", number, "published_on", problem, "Leave it if it was a draft that was published.")
        if document.of_session in document.sessions:
            problem = "It is attached to the session whose outcome it is."
            draft.fault("documents", number, "sessions", problem, "Name the sessions that hear it.")
        if document.published_on and document.link is None:
            draft.warn("documents", number, "link", "It is published, and nobody can read it.", "Write its address.")


def check_outcomes(draft: Draft) -> None:
    """An outcome names the session it is of, and somebody can carry it into the sessions it is attached to."""
    if not all(draft.is_whole(table) for table in ("sessions", "roles")):
        return
    sessions = {session.id: session for _, session in draft.values("sessions")}
    reporting = {role.session for _, role in draft.values("roles") if role.role is RoleName.RAPPORTEUR}
    for number, document in draft.values("documents"):
        own = sessions.get(document.of_session or "")
        if document.kind is not DocumentKind.OUTCOME:
            continue
        if document.of_session is None:
            problem = "It is an outcome, and of no session, so it has no speaking slot where it is attached."
            draft.warn("documents", number, "of_session", problem, "Name the session whose outcome it is.")
        elif own is not None and not own.organisers and own.id not in reporting:
            problem = f"Nobody could speak to it: {own.id} has no rapporteur and nobody who organises it."
            advice = f"Name a rapporteur in {draft.spoken('roles')}, or who organises the session."
            draft.warn("documents", number, "of_session", problem, advice)


def check_regional_reviews(draft: Draft) -> None:
    """A regional review ends after it begins, is of known regions, and is heard in a session."""
    schemes = sorted({scheme.id for _, scheme in draft.values("region_schemes")})
    for number, review in draft.values("regional_reviews"):
        if review.start and review.end and review.end < review.start:
            draft.fault("regional_reviews", number, "end", "It ends before it begins.", "Write a later day.")
        if review.session is None:
            advice = "Write the session that hears it, a round table of its own or a part of one."
            draft.warn("regional_reviews", number, "session", "No session of this forum hears it.", advice)
        if schemes and draft.is_whole("region_schemes"):
            _check_schemes(draft, number, review, schemes)


def _check_schemes(draft: Draft, number: int, review: RegionalReview, schemes: list[str]) -> None:
    for region in review.regions:
        scheme = region.partition(".")[0]
        if scheme not in schemes:
            advice = did_you_mean(scheme, schemes, f"Add it to {draft.spoken('region_schemes')}.")
            draft.fault("regional_reviews", number, "regions", f"There is no scheme of regions '{scheme}'.", advice)


def check_regions(draft: Draft) -> None:
    """Regions and corridors of sessions and participants belong to a scheme that has a name."""
    schemes = sorted({scheme.id for _, scheme in draft.values("region_schemes")})
    if not schemes or not draft.is_whole("region_schemes"):
        return
    for table in ("participants", "sessions"):
        told: set[str] = set()
        for number, row in draft.values(table):
            for scheme in dict.fromkeys(region.partition(".")[0] for region in row.regions):
                if scheme not in schemes and scheme not in told:
                    told.add(scheme)
                    advice = did_you_mean(scheme, schemes, f"Add it to {draft.spoken('region_schemes')}.")
                    draft.warn(table, number, "regions", f"There is no scheme of regions '{scheme}'.", advice)


def check_preparations(draft: Draft) -> None:
    """An event outside the rooms ends after it begins, and is on the forum's days only as a side event."""
    days = set(draft.forum.days) if draft.knows("days") else set()
    for number, event in draft.values("preparations"):
        for column in ("start", "end"):
            if getattr(event, column).tzinfo is not None:
                advice = "Write local time, and its zone in the column for it."
                draft.fault("preparations", number, column, "The time has an offset.", advice)
                break
        else:
            if event.end <= event.start:
                draft.fault("preparations", number, "end", "It ends before it begins.", "Write a later time.")
            elif event.start.date() in days and event.kind is not PreparationKind.SIDE_EVENT:
                problem = f"{event.start.date()} is a day of the forum."
                advice = "Make it a session, if it is part of the forum."
                draft.warn("preparations", number, "start", problem, advice)


def check_interlinks(draft: Draft) -> None:
    """A link is between two objectives, and is given once."""
    seen: dict[tuple[int, int], int] = {}
    for number, link in draft.values("interlinks"):
        if link.first == link.second:
            problem = "The link is from an objective to itself."
            draft.fault("interlinks", number, "second", problem, "Name two objectives.")
            continue
        pair = (min(link.first, link.second), max(link.first, link.second))
        if seen.setdefault(pair, number) != number:
            problem = f"The two are linked on row {seen[pair]} already."
            draft.fault("interlinks", number, None, problem, "Remove one of the two rows.")
