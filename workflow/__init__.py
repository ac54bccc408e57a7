"""Translate articles, enforce terminology, review and publish them with credits.

The package is a silent core with a thin command line. Its rooms, from the ground up:
`language`, `document`, `workspace`, `exchange`, `memory`, `glossary`, `withheld`, `engines`,
`draft`, `checks`, `review`, `publish`, `server`, and on top `cli`. A room imports only rooms below
it.
"""

__version__ = "0.1.0"
