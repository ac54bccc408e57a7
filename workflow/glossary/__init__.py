"""The termbase: concepts and their terms, finding them in texts, and enforcing them.

`load_glossary` reads `glossary.yaml` with what it includes into a `Glossary`, whose `matcher` finds
terms in a text. `enforcing.pair_breaches` says where a translation breaks them, `lint.faults` what
is wrong with the glossary itself, `search.search` looks things up, `adding.add_concept` adds to the
file.
"""

from workflow.glossary.glossary import Case, Concept, Glossary, Status, Term
from workflow.glossary.loader import load_glossary

__all__ = ["Case", "Concept", "Glossary", "Status", "Term", "load_glossary"]
