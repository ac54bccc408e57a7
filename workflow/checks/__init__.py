"""The checks: what may be wrong with a translation, or with a text in one language.

A check is one small file with a function that yields marks (`check.check`, `check.Pair`);
`catalogue` lists them all, `run` turns marks into findings, `article` and `files` say where the
pairs come from, and `report` prints. The docstring of a check is its page in docs/checks.md, and
its examples are tests.
"""
