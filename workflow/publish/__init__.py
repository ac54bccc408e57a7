"""Approved translations go out: pages, indexes and documents, all written from one model.

An `Edition` and its `Credits` become a `PublishedArticle` (`composing.compose`): the lines around
the text in the readers' language (`labels`, `line`), and the text as a tree of safe blocks
(`blocks`, `reading`). Each output (`output.Output`: `web`, `docx`) turns it into files and knows
nothing of the workspace. `publishing.Press` asks the gate, writes the files and records what went
out; `standing` reads from the journals what is out.
"""
