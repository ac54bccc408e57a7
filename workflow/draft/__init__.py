"""Drafts: units, an engine and the glossary's names in, unconfirmed text with its origin out.

`draft_units` drafts, or a `Drafter` one article after the other; `units_to_draft` says which units
of a target want it. A unit is read as nodes, planned as sentences, and each sentence is a small job
that asks the engine for what it needs.
"""

from workflow.draft.draft import Draft
from workflow.draft.drafting import Drafter, Drafting, draft_units, units_to_draft

__all__ = ["Draft", "Drafter", "Drafting", "draft_units", "units_to_draft"]
