"""What all requests share: the workspace as it stands, its targets, its glossary, who is signed in.

Everything is noticed that changes on the disk: the settings, the glossary, the articles.
"""

import time
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from workflow.checks.article import context_of, pairs_of
from workflow.checks.check import Pair
from workflow.checks.finding import Finding, Severity
from workflow.errors import InputError, WorkflowError
from workflow.glossary import Glossary, load_glossary
from workflow.memory import Memory, open_memory
from workflow.memory.memory import FILE as FILE_OF_MEMORY
from workflow.review.gates import unwaived
from workflow.server.access import Access
from workflow.server.behind import Behind
from workflow.server.reading import Dictionaries, Reader
from workflow.server.refusal import not_found
from workflow.server.sight import Sight
from workflow.withheld.listing import list_path
from workflow.withheld.redaction import for_reader
from workflow.workspace.board import board, remember_findings
from workflow.workspace.live import LiveTarget
from workflow.workspace.settings_text import FILE
from workflow.workspace.state import State
from workflow.workspace.workspace import Workspace

if TYPE_CHECKING:
    from workflow.workspace.settings import Contributor, Settings

_MOST_TARGETS = 64
"""How many targets stay loaded, and what of how many articles was read."""
_READ_AGAIN = 20.0
"""After how long a target that was written is read as a whole again, in seconds."""
_LOOKED_AT, _WARM = 100, 4
"""Of how many articles the commonest pairs of languages are kept ready, and how many pairs."""
_MEMORY_LASTS = 60.0
"""After how long the memory is brought up to date again, in seconds."""

Stamp = tuple[tuple[int, int, int], ...]


class Office:
    """The workspace at `root`, kept open for many people."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = RLock()
        self._settings_stamp = _stamp(root / FILE, root / "pyproject.toml")
        self._workspace = Workspace.find(root)
        self._targets: OrderedDict[tuple[str, str], LiveTarget] = OrderedDict()
        self._sights: dict[bool, tuple[object, Sight]] = {}
        self._readers: tuple[object, dict[str, Reader], Glossary] | None = None
        self._dictionaries = Dictionaries()
        self.behind = Behind()
        self._read_last: dict[tuple[str, str], tuple[float, str]] = {}
        self._memory_until = 0.0
        self._reviewed: dict[tuple[str, str], tuple[str, State]] = {}
        self.pressing = RLock()
        self.previewed: dict[str, frozenset[str]] = {}
        self.access = Access(self._workspace.cache / "server")

    @property
    def workspace(self) -> Workspace:
        """The workspace with its present settings; broken ones leave those before in force."""
        stamp = _stamp(self._root / FILE, self._root / "pyproject.toml")
        with self._lock:
            if stamp != self._settings_stamp:
                self._settings_stamp = stamp
                try:
                    self._workspace = Workspace.find(self._root)
                except WorkflowError:
                    return self._workspace
                self._targets.clear()
            return self._workspace

    @property
    def settings(self) -> "Settings":
        """The present settings."""
        return self.workspace.settings

    def target(self, slug: str, tag: str) -> LiveTarget:
        """Return a target that stays loaded. Raises Refusal where there is none."""
        workspace = self.workspace
        with self._lock:
            known = self._targets.get((slug, tag))
            if known is None or not known.article.path.is_dir():
                try:
                    article = workspace.article(slug)
                except InputError:
                    raise not_found() from None
                if tag not in article.targets:
                    raise not_found()
                known = LiveTarget(article, tag)
            self._targets[slug, tag] = known
            self._targets.move_to_end((slug, tag))
            while len(self._targets) > _MOST_TARGETS:
                self._targets.popitem(last=False)
            return known

    def sight(self, person: "Contributor") -> Sight:
        """Return what a person may see of texts."""
        workspace = self.workspace
        path = list_path(workspace)
        stamp = (_stamp(path) if path else (), self._settings_stamp)
        reads = person.id in workspace.settings.withheld.readers
        with self._lock:
            known = self._sights.get(reads)
            if known is None or known[0] != stamp:
                known = stamp, Sight(for_reader(workspace, person.id))
                self._sights[reads] = known
            return known[1]

    def glossary(self) -> Glossary:
        """Return the glossary as it stands."""
        return self._reading()[2]

    def reader(self, slug: str = "") -> Reader:
        """Return what reads the units of an article with the present glossary and settings."""
        _, readers, glossary = self._reading()
        with self._lock:
            if slug not in readers:
                if len(readers) >= _MOST_TARGETS:
                    readers.clear()
                    self._read_last.clear()  # what was found in whole targets has gone with them
                context = context_of(self.settings.checks, glossary, slug)
                readers[slug] = Reader(context, self._dictionaries)
            return readers[slug]

    def read_behind(self, target: LiveTarget, state: State) -> None:
        """Have a target read behind the scenes, unit by unit and as a whole, but not too often."""
        name = target.article.slug, target.tag
        now, reader = time.monotonic(), self.reader(name[0])
        with self._lock:
            last, stamp = self._read_last.get(name, (-_READ_AGAIN, ""))
            if stamp == state.text_hash or now - last < _READ_AGAIN:
                return
            self._read_last[name] = now, state.text_hash
        self.behind.do(lambda: self._read_whole(reader, target, state))

    def _read_whole(self, reader: Reader, target: LiveTarget, state: State) -> None:
        findings = [*self._read_politely(reader, pairs_in(target, state).values())]
        findings += reader.read_whole(target)
        if target.state.text_hash == state.text_hash:
            counts = Counter(finding.severity for finding in unwaived(state, findings))
            errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
            remember_findings(self.workspace, target, errors, warnings)

    def _read_politely(self, reader: Reader, pairs: Iterable[Pair]) -> Iterator[Finding]:
        for pair in pairs:
            self.behind.let_others_pass()
            yield from reader.read(pair).findings

    def warm_up(self) -> None:
        """Open the dictionaries of the commonest languages, so that nobody waits for them."""

        def read() -> None:
            rows = board(self.workspace, self.workspace.slugs()[:_LOOKED_AT], processes=False)
            languages = Counter((row.language, row.target) for row in rows if row.target)
            for (source, target), _ in languages.most_common(_WARM):
                text = "A court decided."
                self.reader().read(Pair(None, None, text, text, source, target))

        self.behind.do(read)

    def reviewed(self, target: LiveTarget, state: State) -> State | None:
        """Return a target as it was last approved, else submitted; None where it never was."""
        seal = state.approved or state.submitted
        if seal is None:
            return None
        name = target.article.slug, target.tag
        known = self._reviewed.get(name)
        if known is None or known[0] != seal.event:
            known = seal.event, target.revision("approved" if state.approved else "submitted")
            self._reviewed[name] = known
        return known[1]

    def memory(self) -> Memory:
        """Return the memory, to be closed by whoever asked; it is brought up to date behind."""
        now = time.monotonic()
        with self._lock:
            due, self._memory_until = now >= self._memory_until, now + _MEMORY_LASTS
        path = self._workspace.cache / FILE_OF_MEMORY
        if not path.is_file():
            return open_memory(self.workspace)
        if due:
            self.behind.do(lambda: open_memory(self.workspace).close())
        return Memory(path)

    def _reading(self) -> tuple[object, dict[str, Reader], Glossary]:
        """Return the readers by slug, and the glossary; new ones where it or the settings changed.

        Raises SettingsError where the settings name a check that does not exist.
        """
        workspace = self.workspace
        stamp = (_stamp(workspace.glossary_path), self._settings_stamp)
        with self._lock:
            if self._readers is None or self._readers[0] != stamp:
                glossary = load_glossary(workspace.glossary_path, workspace.root)
                self._readers = stamp, {}, glossary
                self._dictionaries = Dictionaries()
                self._read_last.clear()
            return self._readers


def pairs_in(target: LiveTarget, state: State, only: str = "") -> dict[str, Pair]:
    """Return the units of a target with their translations in `state`, in reading order.

    With `only`, that unit alone is returned.
    """
    standing = state.units
    return {
        unit: replace(pair, target=standing[unit].text)
        for pair in pairs_of(target.article, target, only)
        if (unit := pair.unit or "") in standing
    }


def _stamp(*paths: Path) -> Stamp:
    return tuple(_one(path) for path in paths)


def _one(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_ino, found.st_size, found.st_mtime_ns
