"""forum reviews shows, keeps and exports; what it keeps is what later panels stay near, and forum solve uses."""

import csv
import json
from pathlib import Path

import pytest

from scheduler.commands.sources import load_checked, load_programme
from scheduler.domain.request import Request
from scheduler.formats.folder import write_forum
from scheduler.services.sampling.reviews import reviews_forum
from tests.scheduler.test_cli import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A forum of 14 reviews in two days."""
    write_forum(reviews_forum(2, 14, 2), tmp_path / "forum")
    return tmp_path / "forum"


def withdraw(folder: Path, review: str) -> None:
    """Let a State withdraw."""
    file = folder / "national_reviews.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"stage": "withdrawn"} if row["id"] == review else row for row in rows)


def test_it_shows_the_reviews(folder: Path) -> None:
    code, out, _ = run("reviews", str(folder))
    assert code == 0
    assert "14 of 14 volunteers have a place" in out


def test_a_kept_plan_changes_little_when_a_state_withdraws(folder: Path) -> None:
    code, out, _ = run("reviews", str(folder), "--json", "--keep")
    first = json.loads(out)
    assert (code, json.loads((folder / "reviews.json").read_text(encoding="utf-8"))) == (0, first)
    gone = first["panels"][0]["reviews"][0]
    withdraw(folder, gone)
    second = json.loads(run("reviews", str(folder), "--json")[1])
    before = {review: panel["id"] for panel in first["panels"] for review in panel["reviews"]}
    after = {review: panel["id"] for panel in second["panels"] for review in panel["reviews"]}
    assert set(before) - set(after) == {gone}
    assert [review for review in after if after[review] != before[review]] == second["moved"]
    assert len(second["moved"]) <= 1
    themes = {s.id: s.themes for s in load_programme(str(folder)).sessions if s.id in after}
    assert themes == {review: (panel,) for review, panel in after.items()}


def test_panels_of_an_agenda_that_was_written_are_kept_without_a_word(folder: Path, tmp_path: Path) -> None:
    agenda, again = tmp_path / "agenda.json", tmp_path / "again.json"
    assert run("solve", str(folder), "--time-limit", "60")[0] == 0
    assert (folder / "reviews.json").exists() is False
    assert run("solve", str(folder), "-o", str(agenda))[0] == 0
    first = json.loads((folder / "reviews.json").read_text(encoding="utf-8"))
    assert run("solve", str(folder), "-o", str(again))[0] == 0
    assert again.read_bytes() == agenda.read_bytes()
    gone = first["panels"][0]["reviews"][0]
    withdraw(folder, gone)
    assert run("solve", str(folder), "-o", str(again), "--keep", str(agenda))[0] == 0
    second = json.loads((folder / "reviews.json").read_text(encoding="utf-8"))
    before = {review: panel["id"] for panel in first["panels"] for review in panel["reviews"]}
    after = {review: panel["id"] for panel in second["panels"] for review in panel["reviews"]}
    assert set(before) - set(after) == {gone}
    assert sorted(review for review in after if after[review] != before[review]) == sorted(second["moved"])
    assert len(second["moved"]) <= 1


def test_the_sessions_of_reviews_are_there_once_a_forum_is_read(folder: Path) -> None:
    read, written = load_checked(str(folder)), load_checked(str(folder), as_written=True)
    reviews = {review.id for review in written.forum.national_reviews}
    assert {s.id for s in read.forum.sessions} - {s.id for s in written.forum.sessions} == reviews


def test_an_outcome_is_markdown_or_a_page_by_the_name_of_its_file(folder: Path, tmp_path: Path) -> None:
    review = reviews_forum(2, 14, 2).national_reviews[0].id
    code, out, _ = run("reviews", str(folder), "--outcome", review)
    assert (code, out.splitlines()[0][:33]) == (0, "# Outcome of the national review:")
    for name, start in (("one.md", "# Outcome"), ("one.html", "<!doctype html>")):
        assert run("reviews", str(folder), "--outcome", review, "-o", str(tmp_path / name))[0] == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_nobody_who_is_not_public_is_named_anywhere(tmp_path: Path) -> None:
    forum = reviews_forum(2, 14, 2)
    first, review = forum.people[0], forum.national_reviews[0]
    author = forum.alternative_reports[0].author
    hidden = {"name": "Canary", "publication": "withheld", "affiliations": (review.participant, author)}
    canary = first.model_copy(update=hidden | {"id": "canary", "function": "Canary"})
    presented = review.model_copy(update={"presenter": "canary"})
    speaking = Request(id="q-hidden", session=forum.national_reviews[1].id, participant=author, person="canary")
    changed = forum.model_copy(
        update={
            "people": (*forum.people, canary),
            "national_reviews": (presented, *forum.national_reviews[1:]),
            "requests": (*forum.requests, speaking),
        }
    )
    folder = tmp_path / "hidden"
    write_forum(changed, folder)
    name = forum.participant_by_id[author].name.of("en")
    for extra in ((), ("--json",), ("--outcome", review.id)):
        code, out, _ = run("reviews", str(folder), *extra)
        assert (code, "canary" in out.casefold(), name in " ".join(out.split())) == (0, False, False)


def test_who_is_put_off_has_first_call_in_the_next_edition(folder: Path, tmp_path: Path) -> None:
    settings = folder / "forum.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("reviews:\n", "reviews:\n  capacity: 12\n"), encoding="utf-8")
    plan = json.loads(run("reviews", str(folder), "--json", "--keep")[1])
    waiting = {choice["review"] for choice in plan["choices"] if not choice["is_chosen"]}
    following = tmp_path / "next"
    forum = reviews_forum(2, 14, 2)
    states = [review for review in forum.national_reviews if review.id not in waiting][:10]
    again = next(review for review in forum.national_reviews if review.id in waiting)
    settled = forum.reviews.model_copy(update={"capacity": 4})
    fresh = {"requests": (), "alternative_reports": (), "reviews": settled, "national_reviews": (*states, again)}
    write_forum(forum.model_copy(update=fresh), following)
    code, _, err = run("reviews", str(following), "--after", str(folder), "-o", f"{following}/")
    said = " ".join(err.split())
    assert (code, f"2 put off from {folder}, by the plan kept beside it, have first call." in said) == (0, True)
    with (following / "national_reviews.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert ({row["id"] for row in rows if row["first_call"] == "yes"}, len(rows)) == (waiting, 12)
    code, out, _ = run("reviews", str(following), "--json")
    first = json.loads(out)["choices"][:2]
    assert (code, {choice["review"] for choice in first}) == (0, waiting)
    assert [choice["because"] for choice in first] == [
        "It was put off from the edition before, and has first call in this one."
    ] * 2
    assert run("reviews", str(following), "--after", str(folder), "--json")[0] == 2


def test_an_unknown_review_and_an_outcome_in_json_are_wrong_use(folder: Path) -> None:
    code, _, err = run("reviews", str(folder), "--outcome", "vnr-nowhere")
    assert (code, "There is no national review 'vnr-nowhere'." in " ".join(err.split())) == (2, True)
    assert run("reviews", str(folder), "--outcome", "vnr-nowhere", "--json")[0] == 2


def test_requests_for_the_floor_of_reviews_are_shown_before_panels_are(folder: Path) -> None:
    code, out, _ = run("requests", str(folder))
    assert (code, "Voluntary national review" in out or "r0001" in out) == (0, True)


def test_a_workbook_with_the_agenda_of_reviews_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    agenda, book, again = (str(tmp_path / name) for name in ("agenda.json", "forum.xlsx", "again.json"))
    assert run("solve", str(folder), "-o", agenda)[0] == 0
    assert run("export", str(folder), agenda, "--format", "workbook", "-o", book)[0] == 0
    code, out, err = run("import", book, "--into", str(folder), "-o", again, "--yes")
    assert (code, "Nothing to change" in " ".join((out + err).split())) == (0, True)
    assert run("diff", str(folder), agenda, again)[1] == "Nothing differs.\n"


def test_who_speaks_in_reviews_is_reported_with_authors_of_alternative_reports(folder: Path, tmp_path: Path) -> None:
    agenda = str(tmp_path / "agenda.json")
    assert run("solve", str(folder), "-o", agenda)[0] == 0
    code, out, _ = run("participation", str(folder), agenda, "--json")
    programme = load_programme(str(folder))
    assert (code, json.loads(out)["total"]["speakers"]) == (0, len(programme.requests))
    assert run("speakers", str(folder), agenda)[0] == 0
