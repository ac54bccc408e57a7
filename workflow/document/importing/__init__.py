"""Source texts in: a page, a Word document, plain text or Markdown becomes a Source, nothing lost.

`import_source` is the way in. A format's reader (`markdown`, `text`, `html`, `docx`) turns a file
into blocks and tells what stands around them; `assemble` finds language and credits and makes
the Source. Nothing here opens another file; only `fetch` reaches the network, when asked to.
"""

from collections.abc import Iterable

from workflow.document.importing.context import Context, Find, nothing
from workflow.document.importing.imported import About, Dropped, Imported

__all__ = ["About", "Dropped", "Imported", "import_source"]


def import_source(
    data: bytes,
    name: str,
    *,
    corrections: About | None = None,
    keep: Iterable[str] = (),
    find: Find = nothing,
    address: str | None = None,
    posts: Iterable[str] = (),
) -> Imported:
    """Return the article in a file.

    `name` is the file's name: its extension tells the format, and errors call the file by it.
    `corrections` stand before what is found; a text that holds one of `keep` is never dropped.
    `find` returns the bytes of a picture that a saved page refers to,
    `address` is where the file was fetched from, `posts` are the numbers of those posts of a
    channel's export that make the article.
    Raises InputError for what cannot be read or lacks a title, a text or a clear language.
    """
    from workflow.document.importing.assemble import assemble
    from workflow.document.importing.clutter import keeping
    from workflow.document.importing.formats import format_of

    wanted, context = keeping(keep), Context(find=find, address=address, posts=tuple(posts))
    reading = format_of(data, name).read(data, name, wanted, context)
    return assemble(reading, corrections or About(), wanted, name)
