"""What no selection may exceed: floor time, quotas, places of one organisation, decisions made outside the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from solver.model import Expr, total
from solver.rule import Instance, Kind, Violation
from solver.selection.labels import Labels
from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.variables import Variables


class DecisionStands:
    """What was decided outside the method stands.

    So does what an earlier round of the method gave; who has a second choice from it may be given the first instead.

    Instance: the request. Unit: a request treated otherwise.
    """

    name = "decision-stands"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the requests that are decided."""
        return [(i,) for i, request in enumerate(problem.requests) if request.decided is not None or request.stays]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i, request in enumerate(problem.requests):
            if request.decided is not None and request.decided != (i in solution):
                yield Violation(self.name, (i,), where=(i,))
            if request.stays and not {i, request.instead_of} & solution:
                yield Violation(self.name, (i,), where=(i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        request = problem.requests[instance[0]]
        if request.decided is None:
            return f"{labels.request(instance[0])} keeps what an earlier round gave."
        verb = "is given the floor" if request.decided else "is not given the floor"
        return f"{labels.request(instance[0])} {verb} by a decision outside the method."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, and is treated otherwise."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for i, request in enumerate(problem.requests):
            if request.decided is not None:
                variables.model.row(total([variables.given[i]]), int(request.decided), int(request.decided))
            if request.stays:
                places = [i] if request.instead_of is None else [i, request.instead_of]
                variables.model.row(total(variables.given[j] for j in places), 1, None)
        return Expr()


class OneChoiceHolds:
    """A request is given the floor in its first or its second choice of session, not in both.

    Instance: the request for the first choice. Unit: a choice too many.
    """

    name = "one-choice-holds"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the first choices of the wishes that have several."""
        return [(i,) for i, r in enumerate(problem.requests) if r.instead_of is None and problem.other_choices[i]]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        firsts = [i if (first := problem.requests[i].instead_of) is None else first for i in solution]
        for first, count in sorted(Counter(firsts).items()):
            if count > 1:
                yield Violation(self.name, (first,), count - 1)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.request(instance[0])} is given its first or its second choice, not both."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, and has {violation.amount} more."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for (first,) in self.instances(problem):
            variables.model.at_most(1, (variables.given[i] for i in (first, *problem.other_choices[first])))
        return Expr()


class FloorTimeHolds:
    """The speakers of a session fit into its floor time, the changeover between them included.

    Instance: the session. Unit: a second too many.
    """

    name = "floor-time-holds"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the sessions."""
        return [(session,) for session in range(len(problem.sessions))]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for session, given in enumerate(problem.sessions):
            speakers = [i for i in problem.of_session[session] if i in solution and problem.requests[i].seconds]
            taken = sum(problem.requests[i].seconds for i in speakers) + given.changeover * (len(speakers) - 1)
            if speakers and taken > given.seconds:
                yield Violation(self.name, (session,), taken - given.seconds, tuple(speakers))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        minutes = problem.sessions[instance[0]].seconds / 60
        return f"{labels.session(instance[0])} has {minutes:g} minutes of floor time."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        minutes = violation.amount / 60
        return f"{self.state(problem, violation.instance, labels)[:-1]}, {minutes:g} too few for its speakers."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for session, given in enumerate(problem.sessions):
            taken = Expr()
            for i in problem.of_session[session]:
                taken.add(variables.given[i], problem.seconds_of(i))
            variables.model.row(taken, None, given.seconds + given.changeover)
        return Expr()


class ClassTimeHolds:
    """The speakers of a class take no more of the floor than its share.

    Instance: the budget. Unit: a second too many.
    """

    name = "class-time-holds"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the budgets."""
        return [(budget,) for budget in range(len(problem.budgets))]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for index, budget in enumerate(problem.budgets):
            speakers = tuple(i for i in problem.of_budget[index] if i in solution)
            taken = sum(problem.seconds_of(i) for i in speakers)
            if taken > budget.seconds:
                yield Violation(self.name, (index,), taken - budget.seconds, speakers)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.budget(instance[0])} has {problem.budgets[instance[0]].seconds / 60:g} minutes of the floor."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        minutes = violation.amount / 60
        return f"{self.state(problem, violation.instance, labels)[:-1]}, {minutes:g} too few for its speakers."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for budget, members in zip(problem.budgets, problem.of_budget, strict=True):
            taken = Expr()
            for i in members:
                taken.add(variables.given[i], problem.seconds_of(i))
            variables.model.row(taken, None, budget.seconds)
        return Expr()


class QuotaHolds:
    """No more requests of a quota are chosen than it has places.

    Instance: the quota. Unit: a place too many.
    """

    name = "quota-holds"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the quotas."""
        return [(quota,) for quota in range(len(problem.quotas))]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for quota, given in enumerate(problem.quotas):
            speakers = tuple(i for i in problem.of_quota[quota] if i in solution)
            taken = sum(problem.requests[i].places for i in speakers)
            if taken > given.places:
                yield Violation(self.name, (quota,), taken - given.places, speakers)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.quota(instance[0])}: places {problem.quotas[instance[0]].places}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, taken {violation.amount} more."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for quota, given in enumerate(problem.quotas):
            taken = Expr()
            for i in problem.of_quota[quota]:
                taken.add(variables.given[i], problem.requests[i].places)
            variables.model.row(taken, None, given.places)
        return Expr()


class OrganisationInSession:
    """An organisation has no more places in one session than it may.

    Instance: organisation and session. Unit: a place too many.
    """

    name = "organisation-in-session"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the organisations that are limited, with each session they ask to speak in."""
        for organisation, given in enumerate(problem.organisations):
            if given.most_in_session is not None:
                sessions = {problem.session_of(i) for i in problem.of_organisation[organisation]}
                yield from ((organisation, session) for session in sorted(sessions))

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        counts = Counter((problem.requests[i].organisation, problem.session_of(i)) for i in solution)
        for (organisation, session), count in sorted(counts.items()):
            most = problem.organisations[organisation].most_in_session
            if most is not None and count > most:
                yield Violation(self.name, (organisation, session), count - most)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        organisation, session = instance
        most = problem.organisations[organisation].most_in_session
        return f"{labels.organisation(organisation)} has at most {most} of the places in {labels.session(session)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, and has {violation.amount} more."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for organisation, session in self.instances(problem):
            most = problem.organisations[organisation].most_in_session or 0
            here = [i for i in problem.of_organisation[organisation] if problem.session_of(i) == session]
            variables.model.at_most(most, (variables.given[i] for i in here))
        return Expr()


class OrganisationInForum:
    """An organisation has no more places in the whole forum than it may.

    Instance: the organisation. Unit: a place too many.
    """

    name = "organisation-in-forum"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the organisations that are limited."""
        return [(i,) for i, given in enumerate(problem.organisations) if given.most_in_forum is not None]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for organisation, given in enumerate(problem.organisations):
            count = sum(i in solution for i in problem.of_organisation[organisation])
            if given.most_in_forum is not None and count > given.most_in_forum:
                yield Violation(self.name, (organisation,), count - given.most_in_forum)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        most = problem.organisations[instance[0]].most_in_forum
        return f"{labels.organisation(instance[0])} has at most {most} of the places of the forum."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, and has {violation.amount} more."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        for (organisation,) in self.instances(problem):
            most = problem.organisations[organisation].most_in_forum or 0
            variables.model.at_most(most, (variables.given[i] for i in problem.of_organisation[organisation]))
        return Expr()
