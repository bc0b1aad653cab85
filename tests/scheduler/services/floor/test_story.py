"""One morning at the chair's table, told from the first action to the last."""

from scheduler.publish.floor_text import floor_text
from scheduler.services.floor.account import account
from scheduler.services.floor.entries import entries
from scheduler.services.floor.floor import replay
from scheduler.services.floor.setting import Part
from tests.scheduler.services.floor.tables import a_table, at, do, expected, look, refusal, run, waiting


def test_a_morning_at_the_table() -> None:
    # Six States, three organisations and a UN entity have three minutes each; the floor is open for 45 minutes.
    floor = a_table("s1 s2 h1 s3 s4 h2 s5 s6 h3 u1", 45)
    assert refusal(floor, "10:00", "next") == "Next is not possible now. Start the session first."
    assert expected(floor, "09:50").startswith("s1 10:00, s2 10:03, h1 10:06")

    # The first speaker begins a minute late, is not there, and goes to the end of the States, not of the list.
    floor = run(floor, "10:00 start", "10:01 next", "10:02 absent")
    assert waiting(floor) == "s2 h1 s3 s4 h2 s5 s6 h3 s1 u1"
    assert expected(floor, "10:02").startswith("s2 10:02, h1 10:05")

    # Two speak. A point of order interrupts the third: its time stands still, and all who wait are expected later.
    floor = run(floor, "10:02 next", "10:05 next", "10:08 next")
    floor = do(floor, "10:09", "point-of-order", participant="p-s5")
    assert refusal(floor, "10:10", "next") == "Next is not possible now. A point of order is being heard. Resume first."
    floor = run(floor, "10:11 resume")
    assert look(floor, "10:12").over == 0
    assert expected(floor, "10:12").startswith("s4 10:13")

    # It runs over. The chair notes it, and whoever waits is expected as much later as the speaker goes on.
    floor = run(floor, "10:15 overrun", "10:16 next")
    assert expected(floor, "10:16") == "h2 10:19, s5 10:22, s6 10:25, h3 10:28, s1 10:31, u1 10:34"

    # A State asks for a right of reply: ten minutes at the end of the day. The last in order will be cut off.
    floor = do(floor, "10:17", "right-of-reply", participant="p-s2")
    assert look(floor, "10:17").cut == ("u1",)
    assert expected(floor, "10:17").endswith("s1 10:31, reply:1 10:34")
    assert "To hear everybody, reduce the limits to 2.5 min; that saves 3 min." in floor_text(floor, at("10:17"))

    # The chair reduces the limits, and everybody will be heard.
    floor = do(floor, "10:17", "limit", seconds=150)
    assert look(floor, "10:17").cut == ()

    # An organisation withdraws: the rest is put in order, the remaining one is not sent to the end.
    floor = run(floor, "10:18 withdraw h2")
    assert waiting(floor) == "s5 h3 s6 s1 u1"

    # The chair calls the wrong one and undoes it; nothing is lost, and the log keeps both actions.
    floor = run(floor, "10:19 next u1", "10:19 undo", "10:19 next")
    assert (floor.state.turn is not None and floor.state.turn.speaker, len(floor.actions)) == ("s5", 16)

    # The session ends early. Whoever waits is cut off, whoever was absent stays so, and time adds up.
    floor = run(floor, "10:22 stop")
    assert {one: standing.value for one, standing in floor.state.standing.items()} == {
        **dict.fromkeys(("s2", "h1", "s3", "s4", "s5"), "spoken"),
        **dict.fromkeys(("s6", "h3", "u1", "reply:1"), "cut off"),
        "s1": "absent",
        "h2": "withdrawn",
    }
    spent = account(floor.state, floor.state.clock or 0)
    assert [spent.spoken, spent.points, spent.between, spent.remaining] == [18 * 60, 2 * 60, 2 * 60, 23 * 60]

    # The log of requests is told, and the same actions come to the same state.
    told = [(entry.request, entry.happening.value) for entry in entries(floor, 1)]
    assert told == [
        ("s1", "absent"),
        ("s2", "spoken"),
        ("h1", "spoken"),
        ("s3", "spoken"),
        ("h2", "withdrawn"),
        ("s4", "spoken"),
        ("s5", "spoken"),
    ]
    again = replay(a_table("s1 s2 h1 s3 s4 h2 s5 s6 h3 u1", 45), floor.actions)
    assert (again.state, waiting(again, Part.LIST)) == (floor.state, "")
