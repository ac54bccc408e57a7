"""The engine `libretranslate`: a LibreTranslate server, of one's own or of somebody trusted.

The server's interface: https://docs.libretranslate.com/api/operations/translate/
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from workflow.engines.engine import Notice, Proposal
from workflow.engines.remote import not_named
from workflow.engines.server import Server
from workflow.errors import MissingPart
from workflow.glossary import Glossary
from workflow.language.tags import language
from workflow.workspace.settings import ServerSettings

_AT_ONCE = 25
"""Sentences in a request: servers limit both how many and how long."""


@dataclass(frozen=True)
class LibreTranslator:
    """A server and the codes that it has for the two languages."""

    server: Server
    source: str
    target: str
    notice: Notice | None = None

    @property
    def package(self) -> str:
        """The server's address; it does not tell which models it has."""
        return f"{self.server.host} {self.source}-{self.target}"

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        """Translate all sentences, some at a time. Raises MissingPart where the server fails."""
        portions = range(0, len(sentences), _AT_ONCE)
        return [
            proposal
            for start in portions
            for proposal in self._translated(list(sentences[start : start + _AT_ONCE]))
        ]

    def _translated(self, sentences: list[str]) -> list[Proposal]:
        body = {"q": sentences, "source": self.source, "target": self.target, "format": "text"}
        key = self.server.key()
        answer = self.server.ask("/translate", body | {"api_key": key} if key else body)
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(texts, list) or len(texts) != len(sentences):
            raise self.server.failure("does not answer as LibreTranslate does")
        return [Proposal(text=str(text)) for text in texts]


class LibreTranslateEngine:
    """Translates with the server that the settings name under `[engines.libretranslate]`."""

    name: Final = "libretranslate"

    def __init__(self) -> None:
        """Know no server yet."""
        self._server: Server | None = None

    def connect(self, server: ServerSettings, glossary: Glossary) -> None:  # noqa: ARG002
        """Take the server that the settings name; it has no use for a glossary."""
        self._server = Server(self.name, server)

    @property
    def warning(self) -> Notice | None:
        """Where texts will go."""
        return self._server.notice if self._server else None

    def serves(self, source: str, target: str) -> bool:  # noqa: ARG002 - only the server knows
        """Tell whether there is a server: nobody asks it before it is used."""
        return self._server is not None

    def open(self, source: str, target: str) -> LibreTranslator:
        """Ask the server for its languages. Raises MissingPart where it lacks one of the two."""
        if self._server is None:
            raise not_named(self.name)
        languages = _languages(self._server)
        first = _code(source, languages)
        second = _code(target, languages.get(first, ()))
        if not (first and second):
            raise MissingPart(
                f"{self.name} ({self._server.host}) does not translate {source} → {target}",
                hint="Install a package for the pair there, or use another engine with --engine.",
            )
        return LibreTranslator(self._server, first, second)


def _languages(server: Server) -> Mapping[str, Sequence[str]]:
    """Return the server's languages, each with those that it translates it into."""
    answer: Any = server.ask("/languages")
    try:
        return {str(each["code"]): [str(code) for code in each["targets"]] for each in answer}
    except (TypeError, KeyError):
        raise server.failure("does not list languages as LibreTranslate does") from None


def _code(tag: str, codes: Mapping[str, object] | Sequence[str]) -> str:
    """Return the server's code for a BCP 47 tag, empty where it has none."""
    wanted = tag.lower()
    exact = (code for code in codes if code.lower() == wanted)
    plain = (code for code in codes if code.lower() == language(tag))
    near = (code for code in codes if "-" in code and language(code) == language(tag))
    return next(exact, None) or next(plain, None) or next(near, "")
