"""What a model says of one violation."""

from __future__ import annotations

from solver.model import TRUE, Expr, Literal, Model


class Slack:
    """A literal that says "this case is violated": never where the rule blocks, at a price where it warns."""

    def __init__(self, model: Model, weight: int | None) -> None:
        self._model, self._weight = model, weight
        self._literal: Literal | None = ~TRUE if weight is None else None

    @property
    def literal(self) -> Literal:
        """The literal, made when first asked for."""
        if self._literal is None:
            self._literal = self._model.boolean()
            self._model.penalise(Expr({self._literal: 1}), self._weight or 0)
        return self._literal
