"""The source text as it stood when a target went out, kept beside the target's journal.

A page can so be made again after `source.md` has changed, exactly as somebody approved it.
"""

from workflow.document.frontmatter import parse_source
from workflow.document.source import Source
from workflow.document.units import source_units
from workflow.workspace.article import SOURCE
from workflow.workspace.files import decode, read_bytes, refuse_way_out, write_atomic
from workflow.workspace.hashes import texts_hash
from workflow.workspace.target import Target

FILE = "published.md"
"""Its name, in the folder of the target's journal."""


def keep_source(target: Target) -> None:
    """Keep the source text as it stands now, for a target that is about to go out."""
    path = target.history / FILE
    data = read_bytes(target.article.path / SOURCE)
    if not path.is_file() or read_bytes(path) != data:
        write_atomic(path, data)


def kept_source(target: Target) -> Source | None:
    """Return the source text of what is out, None where another text or none was kept."""
    path, seal = target.history / FILE, target.state.published
    if seal is None or not path.is_file():
        return None
    refuse_way_out(path, target.article.workspace.root)
    source = parse_source(decode(read_bytes(path), path), str(path))
    texts = {unit.id: unit.text for unit in source_units(source)}
    return source if texts_hash(texts) == seal.source else None
