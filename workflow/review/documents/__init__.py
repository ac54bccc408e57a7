"""Review documents: a translation that goes out as a Word file and comes back with a person's work.

- `contents`, `table`: the two-column review document, from a target to bytes;
- `plain`: the same text in one language, without a table;
- `reading`: any Word file as paragraphs, rows and comments, with its tracked changes accepted;
- `returning`, `aligning`: what a person changed in a document that came back.
"""
