"""The newsroom's folder: settings, articles, bilingual texts, journals and locks.

This is the only room that touches the workspace's files. `Workspace` finds the folder, `Article`
is one source text in it, `Target` one translation of that text. The journal is the record of
everything that happened to a target; `State` is its fold, and the PO file is the state written out
for people and for other tools.
"""
