"""The memory kept up to date with the workspace: its articles, and the TMX files in `memory/`."""

import shutil
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from workflow import __version__
from workflow.errors import InputError, WorkflowError
from workflow.exchange.tmx import Pair, Skipped, read_tmx, write_tmx
from workflow.memory.entry import Entry
from workflow.memory.gather import confirmed_pairs
from workflow.memory.memory import FILE, Memory
from workflow.workspace.article import Article
from workflow.workspace.fingerprint import fingerprint
from workflow.workspace.locks import locked
from workflow.workspace.workspace import Workspace

FOLDER = "memory"
"""The folder of a workspace for memories from elsewhere, kept in git with the texts."""
MAX_FILE = 4 * 1024**3
"""The largest TMX file that is taken, in bytes."""


def open_memory(workspace: Workspace) -> Memory:
    """Return the memory of a workspace, brought up to date with what has changed since.

    An article that cannot be read keeps the pairs that it had: it is no matter of the memory.
    """
    with locked(workspace.cache, "memory"):
        memory = Memory(workspace.cache / FILE)
        try:
            _update(memory, workspace)
        except BaseException:
            memory.close()
            raise
    return memory


def import_tmx(workspace: Workspace, path: Path) -> tuple[int, Skipped]:
    """Keep a TMX file in the workspace's `memory/` folder, and return how many pairs it gave.

    A file of the same name there is replaced. Raises InputError for a file that is no TMX.
    """
    kept = workspace.root / FOLDER / f"{path.stem}.tmx"
    skipped = Skipped()
    if path.stat().st_size > MAX_FILE:
        raise InputError(
            f"{path} is larger than {MAX_FILE >> 30} GB", hint="Split it into smaller files."
        )
    with locked(workspace.cache, "memory"), Memory(workspace.cache / FILE) as memory:
        temporary = _copied(path, kept)
        try:
            pairs = _tmx_pairs(temporary, str(path), skipped)
            count = memory.replace(f"{FOLDER}/{kept.name}", _stamp(temporary), pairs)
            memory.finish()
            temporary.replace(kept)
        finally:
            temporary.unlink(missing_ok=True)
    return count, skipped


def export_tmx(
    memory: Memory,
    path: Path,
    languages: Collection[tuple[str, str]],
    may_leave: Callable[[str], bool] = lambda _: True,
) -> int:
    """Write the units of these pairs of languages as a TMX file; return how many there are.

    Units of which a text may not leave the workspace are left out.
    Raises InputError where the file cannot be written.
    """
    count = 0

    def pairs() -> Iterator[Pair]:
        nonlocal count
        for entry, _ in memory.all():
            wanted = (entry.source_language, entry.target_language) in languages
            if wanted and may_leave(entry.source) and may_leave(entry.target):
                count += 1
                yield Pair(*entry.texts, by=entry.by, at=entry.at)

    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(write_tmx(pairs(), "newsroom-workflow", __version__))
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}",
            hint="Check the folder, its permissions and the free space.",
        ) from None
    return count


def _update(memory: Memory, workspace: Workspace) -> None:
    known = memory.fingerprints()
    files = {f"{FOLDER}/{p.name}": p for p in (workspace.root / FOLDER).glob("*.tmx")}
    slugs = workspace.slugs()
    for place in known.keys() - files.keys() - set(slugs):
        memory.forget(place)
    for place, path in files.items():
        stamp = _stamp(path)
        if known.get(place) != stamp:
            memory.replace(place, stamp, _tmx_pairs(path, str(path), Skipped()))
    for slug in slugs:
        stamp = fingerprint(workspace.translations / slug)
        if known.get(slug) != stamp:
            pairs = _article_pairs(workspace.article(slug))
            if pairs is not None:
                memory.replace(slug, stamp, pairs)
    memory.finish()


def _article_pairs(article: Article) -> list[Entry] | None:
    try:
        return [pair for tag in article.targets for pair in confirmed_pairs(article.target(tag))]
    except WorkflowError:
        return None


def _tmx_pairs(path: Path, name: str, skipped: Skipped) -> Iterator[Entry]:
    with path.open("rb") as file:
        for pair in read_tmx(file, name, skipped):
            yield Entry(
                pair.source_language,
                pair.target_language,
                pair.source,
                pair.target,
                by=pair.by,
                at=pair.at,
            )


def _copied(path: Path, kept: Path) -> Path:
    """Return a copy of a file beside the place where it will be kept."""
    try:
        kept.parent.mkdir(exist_ok=True)
        with (
            path.open("rb") as source,
            NamedTemporaryFile(dir=kept.parent, prefix=".", suffix=".part", delete=False) as copy,
        ):
            shutil.copyfileobj(source, copy, 1 << 20)
        return Path(copy.name)
    except OSError as error:
        raise InputError(
            f"{path} cannot be copied to {kept.parent}: {error.strerror}",
            hint="Check that the file is there, and that there is space for it.",
        ) from None


def _stamp(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size}.{found.st_mtime_ns}"
