from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.errors import ForumFaults, NotFoundError
from scheduler.formats.folder import write_forum
from scheduler.services.intake.entering import check_with, identified
from tests.scheduler.builders import a_person, text
from tests.scheduler.services.intake.cases import a_crowded_forum, an_entry, logged


def written(forum: Forum, tmp_path: Path) -> Path:
    write_forum(forum, tmp_path / "forum")
    return tmp_path / "forum"


def test_requests_and_people_answer_to_the_names_they_have_in_the_tables(tmp_path: Path) -> None:
    forum = a_crowded_forum()
    folder = written(
        forum.model_copy(update={"people": (*forum.people, a_person("perez", "kenya", name="Luis Pérez"))}), tmp_path
    )
    said = {"request": "S-Kenya", "other": "N-OXFAM", "person": "luis pérez"}
    assert identified(folder, said) == {"request": "s-kenya", "other": "n-oxfam", "person": "perez"}
    nobody = {"request": "s-kenya", "other": None, "person": None}
    assert identified(folder, nobody) == nobody


def test_a_name_that_is_nearly_one_is_answered_with_it(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"^--person: people\.csv has no 'wanjira'\. Did you mean wanjiru\?$"):
        identified(written(a_crowded_forum(), tmp_path), {"request": "s-kenya", "person": "wanjira"})


def test_a_proposal_answers_to_its_id_and_its_title_and_stands_for_no_other_request(tmp_path: Path) -> None:
    proposal = Proposal(id="p1", kind="round-table", title=text("Remittances"), organisers=("oxfam",))
    folder = written(a_crowded_forum(proposals=(proposal,)), tmp_path)
    assert [identified(folder, {"request": name})["request"] for name in ("P1", "Remittances")] == ["p1", "p1"]
    with pytest.raises(NotFoundError, match=r"^--with: requests\.csv has no 'p1'\."):
        identified(folder, {"request": "s-kenya", "other": "p1"})


@pytest.mark.parametrize("earlier", [(), (("n-oxfam", "withdrawn"),)], ids=["first", "second"])
def test_an_entry_that_could_not_be_read_back_is_a_fault_before_it_is_written(
    tmp_path: Path, earlier: tuple[tuple[str, str], ...]
) -> None:
    folder = written(logged(a_crowded_forum(), *earlier), tmp_path)
    number = len(earlier) + 1
    check_with(folder, [an_entry(number, "s-kenya", "substituted", person="wanjiru")], "en", ())
    with pytest.raises(ForumFaults, match=rf"^log\.csv, row {number + 1}, column person: Nobody is named") as found:
        check_with(folder, [an_entry(number, "s-kenya", "substituted")], "en", ())
    assert len(found.value.faults) == 1
