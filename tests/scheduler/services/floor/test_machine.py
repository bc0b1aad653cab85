"""Whatever is done at the table, in whatever order: nobody speaks twice, nobody is lost, time adds up."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scheduler.clock import second_of
from scheduler.domain.session import Mode
from scheduler.domain.sharing import Yielded
from scheduler.errors import RefusedError
from scheduler.services.floor.account import account
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.floor import Floor, act, replay
from scheduler.services.floor.forecast import forecast
from scheduler.services.floor.setting import Part
from scheduler.services.floor.state import Phase, Standing
from tests.scheduler.services.floor.best import is_best
from tests.scheduler.services.floor.tables import a_table, at

LISTED = ("s1", "s2", "h1", "s3", "h2", "s4", "u1")
LATER = ("s5", "h3")
PUTS_IN_ORDER = {Act.ABSENT, Act.SKIP, Act.WITHDRAW, Act.SWAP, Act.ADD, Act.RESPOND, Act.LIMIT, Act.EXTEND}
WHO = st.sampled_from((None, *LISTED, *LATER, "response:1", "response:2", "reply:1", "nobody"))
CHANGES = (Act.ABSENT, Act.SKIP, Act.WITHDRAW, Act.SWAP, Act.ADD, Act.UNDO, Act.EXTEND, Act.LIMIT)
OTHERS = tuple(one for one in Act if one not in (*CHANGES, Act.NEXT, Act.STOP))


class AtTheTable(RuleBasedStateMachine):
    """Random actions, the impossible ones among them."""

    floor: Floor
    first: Floor
    now: dt.datetime
    sentences: set[str]

    @initialize(
        mode=st.sampled_from(Mode),
        yielded=st.sampled_from(Yielded),
        pinned=st.sampled_from(({}, {"s1": 1}, {"s1": 1, "h1": 3}, {"u1": -1, "s2": 2})),
        minutes=st.sampled_from((12, 20, 45)),
        halves=st.booleans(),
        limits=st.lists(st.sampled_from((60, 180, 300)), min_size=len(LISTED), max_size=len(LISTED)),
        late=st.integers(-60, 200),
    )
    def open_the_table(
        self,
        mode: Mode,
        yielded: Yielded,
        pinned: dict[str, int],
        minutes: int,
        halves: bool,
        limits: list[int],
        late: int,
    ) -> None:
        """Lay out a list, over one sitting or two, and start in time or late."""
        self.first = a_table(
            " ".join(LISTED),
            minutes,
            mode,
            waiting=LATER,
            yielded=yielded,
            requests={one: {"place": place} for one, place in pinned.items()},
            limits=dict(zip(LISTED, limits, strict=True)),
            session={"response_minutes": 5},
            sittings=(minutes // 2, minutes) if halves else (minutes,),
            starts=("10:00", "10:30") if halves else ("10:00",),
        )
        self.floor, self.now, self.sentences = self.first, at("10:00"), set()
        self.do(Action(at=self.now + dt.timedelta(seconds=late), act=Act.START))

    def do(self, action: Action) -> None:
        """Do one thing, or see it refused in a sentence."""
        self.now, before = action.at, self.floor
        try:
            self.floor = act(before, action)
        except RefusedError as refused:
            self.sentences.add(str(refused))
            return
        if action.act in PUTS_IN_ORDER:
            tempo, was = self.floor.state.tempo, before.state.tempo
            assert [part for part in Part if tempo[part] is not was[part] and not is_best(self.floor, part)] == []

    @rule(wait=st.integers(0, 400), who=st.sampled_from((None, None, None, *LISTED)))
    def call(self, wait: int, who: str | None) -> None:
        """Call the next speaker, or somebody by name."""
        self.do(Action(at=self.now + dt.timedelta(seconds=wait), act=Act.NEXT, speaker=who))

    @rule(what=st.sampled_from(CHANGES), who=WHO, other=WHO, seconds=st.sampled_from((None, 60, 150)))
    def change(self, what: Act, who: str | None, other: str | None, seconds: int | None) -> None:
        """Change who waits or in what order."""
        self.do(Action(at=self.now, act=what, speaker=who, other=other, seconds=seconds))

    @rule(what=st.sampled_from(OTHERS), wait=st.integers(0, 200), who=st.sampled_from(("p-s1", "p-h1", "p-s3", None)))
    def anything(self, what: Act, wait: int, who: str | None) -> None:
        """Do anything else."""
        self.do(Action(at=self.now + dt.timedelta(seconds=wait), act=what, participant=who))

    @precondition(lambda self: len(self.floor.actions) > 12)
    @rule()
    def end(self) -> None:
        """Stop."""
        self.do(Action(at=self.now, act=Act.STOP))

    @invariant()
    def nobody_speaks_twice_and_nobody_is_lost(self) -> None:
        """Everybody ever on a list is in one place, once."""
        state = self.floor.state
        waits = Counter(state.waiting)
        spoke = Counter(turn.speaker for turn in state.turns)
        speaks = Counter([state.turn.speaker] if state.turn else [])
        gone = Counter(one for one, s in state.standing.items() if s in (Standing.WITHDRAWN, Standing.CUT_OFF))
        stopped = state.phase is Phase.STOPPED
        never = Counter(one for one, s in state.standing.items() if stopped and s is Standing.ABSENT)
        assert waits + spoke + speaks + gone + never == Counter(list(state.speakers))
        assert set(self.first.setting.listed) <= set(state.speakers)
        assert {state.standing[one] for one in spoke} <= {Standing.SPOKEN}
        assert {state.standing[one] for one in waits} <= {Standing.WAITING, Standing.ABSENT}

    @invariant()
    def whoever_has_a_pinned_place_keeps_it(self) -> None:
        """Places count from the first turn of the list, or from its end."""
        state = self.floor.state
        queue = state.queues[Part.LIST]
        spoke = [turn.speaker for turn in (*state.turns, *([state.turn] if state.turn else []))]
        gone = sum(state.speakers[one].part is Part.LIST for one in spoke)
        places = {one: state.speakers[one].place or 0 for one in queue}
        least = 0
        for one in sorted((one for one in queue if places[one] > 0), key=lambda one: places[one]):
            has_followers = any(places[other] == 0 for other in queue[queue.index(one) :])
            assert queue.index(one) == max(least, places[one] - 1 - gone) or not has_followers
            least = queue.index(one) + 1
        assert [one for one in queue if places[one] == -1] == [one for one in queue[-1:] if places[one] == -1]

    @invariant()
    def time_adds_up(self) -> None:
        """Every second is counted once, and what is spoken is what the turns say."""
        now = second_of(self.floor.setting.forum, self.now) + 45
        spent = account(self.floor.state, now)
        known = spent.spoken + spent.points + spent.paused + spent.between + spent.remaining
        assert known == spent.total + spent.outside
        turns = self.floor.state.turns
        assert spent.spoken == sum(turn.spoken for turn in turns) + self.floor.state.spoken_by(now)

    @invariant()
    def whoever_waits_is_expected_or_known_to_be_cut_off(self) -> None:
        """Expected turns follow each other inside the floor time; all others are named beforehand."""
        state = self.floor.state
        found = forecast(self.floor.setting, state, second_of(self.floor.setting.forum, self.now))
        if state.phase is not Phase.STOPPED:
            assert Counter([*(one.speaker for one in found.expected), *found.cut]) == Counter(state.waiting)
        ends = [one.start + one.seconds for one in found.expected]
        assert all(end <= one.start for end, one in zip(ends, found.expected[1:], strict=False))
        inside = [
            any(s.start <= one.start and one.start + one.seconds <= s.end for s in state.stretches)
            for one in found.expected
        ]
        assert all(inside)
        assert all(one.start >= (found.turn_ends or found.now) for one in found.expected)

    def teardown(self) -> None:
        """The same actions come to the same state, and every refusal was a sentence."""
        if hasattr(self, "first"):
            assert replay(self.first, self.floor.actions) == self.floor
            assert {sentence[-1] for sentence in self.sentences} <= {"."}


TestAtTheTable = AtTheTable.TestCase
TestAtTheTable.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
