"""The facts of a text as a ledger: what the source says beside what stands for it.

`entries` gives the rows of a unit; the checks of numbers and addresses use the same comparisons.
"""

from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.checks.facts.ledger import Row, entries, ledger

__all__ = ["Entry", "Fact", "FactKind", "Row", "Standing", "entries", "ledger"]
