"""Drafts: units, an engine and the glossary's names in, unconfirmed text with its origin out.

A `Run` drafts what `work_asked_for` says. `draft_articles` drafts whole articles and writes them, a
`Drafter` units, and `draft_units` does so once; `remember` fills in what the memory knows,
a `Relay` drafts from another target, and `units_to_draft` says which units of a target want it.
A unit is read as nodes, planned as sentences, and each sentence is a small job that asks the engine
for what it needs.
"""

from workflow.draft.articles import Done, draft_articles
from workflow.draft.asked import work_asked_for
from workflow.draft.draft import Draft
from workflow.draft.drafting import Drafter, Drafting, draft_units, units_to_draft
from workflow.draft.relay import Relay
from workflow.draft.remembered import remember
from workflow.draft.run import Compared, Recalled, Run

__all__ = [
    "Compared",
    "Done",
    "Draft",
    "Drafter",
    "Drafting",
    "Recalled",
    "Relay",
    "Run",
    "draft_articles",
    "draft_units",
    "remember",
    "units_to_draft",
    "work_asked_for",
]
