"""The engine `apertium`: the rule-based translator, with the language pairs that are installed.

It is the program `apertium` (https://www.apertium.org), which Debian and others have as a package.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import langcodes

from workflow.engines.engine import Notice, Proposal
from workflow.errors import MissingPart
from workflow.language.tags import language

_PROGRAM = "apertium"
_MODE = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]+)?-[a-z]{2,3}(?:_[A-Za-z]+)?")
_SECONDS_FOR_ONE = 0.5
_SECONDS_TO_START = 60.0
_BETWEEN = "\n\n"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MARK = re.compile(r"(?<![\w#@])[#@](?=\w)")
"""What Apertium puts before a word that it could analyse but not translate or inflect."""


@dataclass(frozen=True)
class ApertiumTranslator:
    """One of the installed modes, such as `eng-spa`."""

    mode: str
    version: str
    notice: Notice | None = None

    @property
    def package(self) -> str:
        """The mode and the program's version."""
        return f"{self.mode} {self.version}".strip()

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        """Translate all sentences in one run of the program, each a paragraph of its own.

        Raises MissingPart where the program fails.
        """
        lines = [" ".join(_CONTROLS.sub(" ", sentence).split()) for sentence in sentences]
        asked = [line for line in lines if line]
        texts = iter(self._translated(asked) if asked else ())
        return [Proposal(text=_cleaned(next(texts), line) if line else "") for line in lines]

    def _translated(self, lines: list[str]) -> list[str]:
        allowed = _SECONDS_TO_START + _SECONDS_FOR_ONE * len(lines)
        text = _run([_PROGRAM, "-u", self.mode], _BETWEEN.join(lines), allowed)
        texts = text.rstrip("\n").split(_BETWEEN)
        if len(texts) != len(lines):
            raise _failed(f"gave {len(texts)} sentences for {len(lines)}")
        return texts


class ApertiumEngine:
    """Translates with the program `apertium` and the pairs that are installed."""

    name: Final = "apertium"

    def serves(self, source: str, target: str) -> bool:
        """Tell whether the pair is installed."""
        return self._mode(source, target) is not None

    def open(self, source: str, target: str) -> ApertiumTranslator:
        """Find the mode for a pair. Raises MissingPart where it is not installed."""
        mode = self._mode(source, target)
        if mode is None:
            pair = "-".join(sorted((_code(source), _code(target))))
            raise MissingPart(
                f"Apertium does not translate {source} → {target} here",
                hint=f"Install the pair, on Debian by: apt install apertium apertium-{pair}",
            )
        return ApertiumTranslator(mode, self._version)

    def _mode(self, source: str, target: str) -> str | None:
        """Return the installed mode for a pair, that of the target's region if there is one."""
        plain = f"{_code(source)}-{_code(target)}"
        regions = [f"{plain}_{part}" for part in target.split("-")[1:]]
        return next((mode for mode in [*regions, plain] if mode in self._modes), None)

    @cached_property
    def _modes(self) -> frozenset[str]:
        if shutil.which(_PROGRAM) is None:
            return frozenset()
        listed = _run([_PROGRAM, "-l"], "", _SECONDS_TO_START).split()
        return frozenset(mode for mode in listed if _MODE.fullmatch(mode))

    @cached_property
    def _version(self) -> str:
        return _run([_PROGRAM, "-V"], "", _SECONDS_TO_START).strip().rpartition(" ")[2]


def _code(tag: str) -> str:
    """Return the ISO 639-3 code of a BCP 47 tag, as Apertium names its modes: `es` → `spa`."""
    try:
        return langcodes.get(language(tag)).to_alpha3()
    except LookupError:
        return language(tag)


def _run(command: list[str], text: str, seconds: float) -> str:
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired:
        raise _failed(f"did not finish in {seconds:.0f} seconds") from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise _failed(f"failed ({error})") from None
    return done.stdout.decode(errors="replace")


def _failed(what: str) -> MissingPart:
    return MissingPart(
        f"the program apertium {what}",
        hint="Try it by itself (echo Yes | apertium eng-spa), or use another engine with --engine.",
    )


def _cleaned(line: str, source: str) -> str:
    """Return a line without Apertium's own marks, where they are not the text's."""
    return (line if "#" in source or "@" in source else _MARK.sub("", line)).strip()
