"""Forums and agendas as the command line names them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scheduler.domain.agenda import Agenda
    from scheduler.domain.forum import Forum
    from scheduler.domain.proposal import Proposal
    from scheduler.domain.review_plan import ReviewPlan
    from scheduler.domain.selection import Selection
    from scheduler.formats.reading import Checked
    from scheduler.services.older import Current


def load_forum(name: str) -> Forum:
    """Read a forum from a folder, or from a sample where no folder has that name."""
    return load_checked(name).forum


def load_programme(name: str, selection: Path | None = None) -> Forum:
    """Read a forum as planning sees it: with those who are given a place, and with its national reviews as sessions."""
    return programme(load_forum(name), name, selection)


def load_current(name: str, path: Path, selection: Path | None = None) -> Current:
    """Read an agenda that may be older than the log: what of it holds now, and the forum it is about."""
    written = load_forum(name)
    return current_agenda(name, path, written, load_selection(name, written, selection))


def current_agenda(name: str, path: Path, written: Forum, selected: Selection | None) -> Current:
    """Return what of an agenda holds now, by the forum as it is written and the selection that was read for it."""
    from scheduler.formats.agenda_json import read_agenda
    from scheduler.services.intake.granted import granted
    from scheduler.services.intake.standing import standings
    from scheduler.services.older import Current, Standings, current, known_then
    from scheduler.services.reviews.programme import with_reviews

    reviews = load_review_plan(name, written)
    now = with_reviews(granted(written, selected), reviews)
    agenda = load_agenda(path, now, as_it_was=True)
    entries = written.log[: agenda.logged]
    if len(entries) == len(written.log):
        then = now
    else:
        then = with_reviews(granted(written.model_copy(update={"log": entries}), selected), reviews)
    then = known_then(then, written, agenda, selected)
    agenda = read_agenda(path, then)
    if then is now:
        return Current(now, agenda)
    return current(agenda, Standings(then, now, written, standings(written, selected)))


def programme(forum: Forum, name: str | None, selection: Path | None = None) -> Forum:
    """Return a forum as planning sees it, with the selection and the plan of reviews that stand beside a name."""
    from scheduler.services.intake.granted import granted
    from scheduler.services.reviews.programme import with_reviews
    from scheduler.services.reviews.sessions import review_sessions

    found = review_sessions(forum)
    selected = load_selection(name, found, selection) if name else None
    return with_reviews(granted(found, selected), load_review_plan(name, found) if name else None)


def load_review_plan(name: str, forum: Forum, file: Path | None = None) -> ReviewPlan | None:
    """Read the plan of national reviews that is named, or else the one beside a forum."""
    from scheduler.formats.reviews_json import read_reviews, reviews_path

    path = file or reviews_path(forum_path(name))
    return read_reviews(path, forum) if path.exists() else None


def keep_review_plan(name: str, forum: Forum) -> None:
    """Keep the plan of national reviews that an agenda rests on beside its forum, unless that is a sample."""
    from scheduler.commands.exits import write_bytes
    from scheduler.formats.reviews_json import reviews_path, reviews_plan_text
    from scheduler.services.reviews.planning import review_plan

    if is_sample(name) or forum.reviews.kind is None or not forum.national_reviews:
        return
    path, earlier = reviews_path(forum_path(name)), load_review_plan(name, forum)
    plan = review_plan(forum, earlier)
    if earlier is None or (plan.panels, plan.choices) != (earlier.panels, earlier.choices):
        write_bytes(path, reviews_plan_text(plan).encode("utf-8"))


def load_selection(name: str, forum: Forum, file: Path | None = None) -> Selection | None:
    """Read the selection that is named, or else the one beside a forum; says so where the forum changed since."""
    from scheduler.commands.exits import tell
    from scheduler.formats.selection_json import read_selection, selection_path
    from scheduler.services.selecting.digest import is_current

    path = file or selection_path(forum_path(name))
    if not path.exists():
        return None
    selection = read_selection(path, forum)
    if not is_current(forum, selection):
        tell(f"{path.name} was made before the forum was changed. Run forum select again, unless that is meant.")
    return selection


def load_held_online(name: str, forum: Forum, file: Path | None = None) -> tuple[Proposal, ...]:
    """Read which side events were chosen to be held online, by the selection that is named or beside a forum."""
    from scheduler.formats.selection_json import read_selection, selection_path
    from scheduler.services.intake.online import held_online

    path = file or selection_path(forum_path(name))
    return held_online(forum, read_selection(path, forum) if path.exists() else None)


def load_checked(name: str, *, as_written: bool = False) -> Checked:
    """Read a forum with what may be a slip in it; its national reviews have their sessions, unless as it is written."""
    from dataclasses import replace

    from scheduler.commands.screen import phase_shown
    from scheduler.formats.reading import read_checked
    from scheduler.services.reviews.sessions import review_sessions
    from scheduler.services.rulebook import known_rules

    path = forum_path(name)
    with phase_shown() as on_phase:
        checked = read_checked(path, known_rules(), on_phase=on_phase)
    return checked if as_written else replace(checked, forum=review_sessions(checked.forum))


def forum_path(name: str) -> Path:
    """Return the folder or workbook a name means; a folder of results, say, does not hide a sample."""
    from scheduler.errors import NotFoundError
    from scheduler.samples import sample_names, sample_path

    folder = Path(name)
    names_one = name in sample_names()
    if folder.is_file() or (folder.is_dir() and not (names_one and not (folder / "forum.yaml").exists())):
        return folder
    if names_one:
        return sample_path(name)
    raise NotFoundError(f"{name}: no such folder, and no sample of that name. Samples are {', '.join(sample_names())}.")


def is_sample(name: str) -> bool:
    """Say whether a name means a sample, whose folder nothing is written to."""
    from scheduler.samples import sample_names, sample_path

    return name in sample_names() and forum_path(name) == sample_path(name)


def know_language(forum: Forum, language: str | None) -> None:
    """Refuse a language that the forum has no texts in."""
    from scheduler.errors import NotFoundError

    if language is not None and language not in forum.languages:
        raise NotFoundError(f"The forum has no texts in '{language[:40]}'. Write one of {', '.join(forum.languages)}.")


def load_agenda(path: Path, forum: Forum, *, as_it_was: bool = False) -> Agenda:
    """Read an agenda of a forum; ``as_it_was`` where the forum may have lost since what stands in it."""
    from scheduler.errors import SchedulerError
    from scheduler.formats.agenda_json import read_agenda
    from scheduler.formats.workbook.opening import START

    with path.open("rb") as stream:
        if stream.read(len(START)) == START:
            way = f"forum import {path.name} --into FORUM -o agenda.json"
            raise SchedulerError(f"{path.name} is a workbook. Bring its agenda back first: {way}")
    return read_agenda(path, forum, as_it_was=as_it_was)
