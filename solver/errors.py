"""Errors of the solver package.

SolverError
├── ProblemError       the problem contradicts itself (a programming or translation fault)
├── DisagreementError  a solver's answer was refused by the checker
└── EngineError        the solver process died or could not start
"""


class SolverError(Exception):
    """Anything this package raises on purpose."""


class ProblemError(SolverError):
    """The problem is not well formed: an index out of range, a session without a sitting, ..."""


class DisagreementError(SolverError):
    """A model and the checker disagree about one solution; neither can be trusted."""


class EngineError(SolverError):
    """The solver process ended without an answer."""
