import json
from pathlib import Path

from scheduler.domain.proposal import Proposal
from scheduler.domain.selection import Decision, State
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.formats.selection_json import selection_path, write_selection
from scheduler.services.selecting.digest import made_of
from tests.scheduler.builders import text
from tests.scheduler.services.intake.cases import a_crowded_forum, a_selection
from tests.scheduler.test_cli import run


def test_proposals_are_shown_with_the_requests_of_who_made_them(tmp_path: Path) -> None:
    proposal = Proposal(id="p1", kind="round-table", title=text("Remittances"), organisers=("oxfam",))
    path = tmp_path / "forum"
    write_forum(a_crowded_forum(proposals=(proposal,)), path)
    undecided = "1 proposal for side events:\np1, Remittances: not decided yet\n\n"
    assert run("requests", str(path), "--request", "p1")[1] == (
        f"{undecided}Nothing has happened to it since it was made.\n"
    )
    decision = Decision(request="p1", session=None, state=State.DECLINED, reason="There was no room.")
    selection = a_selection(made_of=made_of(read_forum(path)), side_events=(decision,))
    write_selection(selection, selection_path(path))
    told = (
        "1 proposal for side events:\n"
        "p1, Remittances: declined\n"
        "  Why: There was no room. (decided by the published method)\n"
    )
    history = "\nHistory:\n  - the selection: declined (decided by the published method). There was no\n    room.\n"
    assert run("requests", str(path), "--request", "p1") == (0, told + history, "")
    out = run("requests", str(path), "--participant", "oxfam")[1]
    assert (out.startswith("2 requests: "), out.endswith(f"\n\n{told}")) == (True, True)
    shown = json.loads(run("requests", str(path), "--participant", "oxfam", "--json")[1])
    assert [one.get("request") or one["proposal"] for one in shown] == ["n-oxfam", "n-oxfam-2", "p1"]
