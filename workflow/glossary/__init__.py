"""The termbase: concepts and their terms, finding them in texts, and enforcing them.

`load_glossary` reads `glossary.yaml` with what it includes into a `Glossary`, whose `matcher` finds
terms in a text; a `Store` keeps both ready. `enforcing.pair_breaches` says where a translation
breaks them, `lint.faults` what is wrong with the glossary itself, `search.search` looks things up,
`adding.add_concepts` adds to the file, `formats` are the glossaries of other tools, `suggesting`
and `using` look at the archive.
"""

from workflow.glossary.glossary import Case, Concept, Glossary, Status, Term
from workflow.glossary.loader import load_glossary

__all__ = ["Case", "Concept", "Glossary", "Status", "Term", "load_glossary"]
