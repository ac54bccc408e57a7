"""Whether markup stands around the right words of a draft, and how well a package aligns words.

    python benchmarks/markup.py [--engine argos]

`data/markup.txt` has English sentences with some words marked, and how their Spanish translations
may begin. Each makes several sentences with markup: one word in a link or in emphasis, two at once,
one within the other, code or a footnote beside it. A span is right where it holds the expected
word and no more words than its source and two, wrong where the draft has that word elsewhere;
where the draft does not have it at all, nothing can be said. Alignment: in the plain sentences, the
share of these words whose translation comes from them by the model's own attention.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from workflow.document.inline import markup_signature, plain
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.draft.nodes import Span, parse_nodes
from workflow.draft.pieces import IN_PIECES
from workflow.draft.translation import SURE, word_ranges
from workflow.engines import Engine, Manner, Steerable, load_engine

DATA = Path(__file__).parent / "data" / "markup.txt"
_MARKED = re.compile(r"\{([^=}]+)=([^}]+)\}")
_SLACK = 2
_STYLES = ("[{}](https://a.example/x_{})", "**{}**", "*{}*", "[*{}*](https://b.example)")


@dataclass(frozen=True)
class Word:
    """Words of a sentence and the beginnings of what they become."""

    text: str
    beginnings: tuple[str, ...]

    def stands_in(self, text: str) -> bool:
        """Whether one of the expected words begins somewhere in a text."""
        lowered = text.casefold()
        return any(re.search(rf"\b{re.escape(each)}", lowered) for each in self.beginnings)


@dataclass(frozen=True)
class Case:
    """A sentence with markup, and the words that are in its spans, in their order."""

    markdown: str
    words: tuple[Word, ...]


def main() -> None:
    """Draft all sentences, and print how many spans are right."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--engine", default="argos")
    engine = load_engine(parser.parse_args().engine)
    found = placements(engine, list(cases()))
    for name, number in found.items():
        print(f"{name:24}{number:6}")
    judged = found["right"] + found["wrong"]
    print(f"right, of those that can be judged: {found['right'] / judged:.1%}")
    for name, (right, words) in alignments(engine).items():
        print(f"aligned rightly, {name}: {right} of {words} ({right / words:.1%})")


def sentences() -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield the plain sentences and their marked words."""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words = (Word(text, tuple(forms.split("|"))) for text, forms in _MARKED.findall(line))
            yield _MARKED.sub(r"\1", line), tuple(words)


def cases() -> Iterator[Case]:
    """Yield the sentences with markup, the same ones every time."""
    styles = cycle(_STYLES)
    for number, (plain_text, words) in enumerate(sentences()):
        for word in words:
            yield Case(_with(plain_text, {word.text: next(styles)}), (word,))
        first, *_, last = words
        both = _with(plain_text, {first.text: next(styles), last.text: next(styles)})
        yield Case(f"{both[:-1]}[^1]." if number % 3 == 0 else both, (first, last))
        beside = _with(plain_text, {last.text: next(styles)})
        kept = ("See `file_1.txt`: ", "Ask @paper_es: ", "On https://c.example/d?e=1: ")[number % 3]
        yield Case(kept + beside, (last,))


def _with(text: str, styles: dict[str, str]) -> str:
    for number, (words, style) in enumerate(styles.items()):
        text = re.sub(rf"\b{re.escape(words)}\b", style.format(words, number), text, count=1)
    return text


def placements(engine: Engine, chosen: Sequence[Case]) -> Counter[str]:
    """Return how many spans of the drafts are right, wrong, or cannot be judged."""
    units = [Unit(str(n), UnitKind.PARAGRAPH, case.markdown) for n, case in enumerate(chosen)]
    drafts = draft_units(units, "en", "es", engine).drafts
    found = Counter(sentences=len(chosen), right=0, wrong=0)
    for number, case in enumerate(chosen):
        draft = drafts[str(number)]
        found["markup lost"] += markup_signature(draft.text) != markup_signature(case.markdown)
        found["in pieces, with a remark"] += IN_PIECES in draft.origin.note
        spans = [node for node in parse_nodes(draft.text) if isinstance(node, Span)]
        for word in case.words:
            found[outcome(word, plain(draft.text), spans)] += 1
    return found


def outcome(word: Word, text: str, spans: Sequence[Span]) -> str:
    """Return what is to be said of one word of a draft with these spans."""
    if not word.stands_in(text):
        return "word not in the draft"
    most = len(word.text.split()) + _SLACK
    fitting = [span for span in spans if word.stands_in(span.text)]
    if any(len(span.text.split()) <= most for span in fitting):
        return "right"
    return "wrong"


def alignments(engine: Engine) -> dict[str, tuple[int, int]]:
    """Return for all words, and for those that the model is sure of, how many are aligned rightly.

    Empty for an engine that does not align.
    """
    translator = engine.open("en", "es")
    if not isinstance(translator, Steerable):
        return {}
    found = {"all": (0, 0), f"weight of {SURE} and more": (0, 0)}
    texts = list(sentences())
    proposals = translator.translate_as([text for text, _ in texts], Manner(aligned=True))
    for (source, words), proposal in zip(texts, proposals, strict=True):
        targets, sources = word_ranges(proposal.text), word_ranges(source)
        for word in words:
            start = source.index(word.text)
            end = start + len(word.text)
            own = {n for n, (a, b) in enumerate(sources) if a < end and start < b}
            for link in proposal.alignment:
                written = proposal.text[slice(*targets[link.target])]
                if not any(written.casefold().startswith(each) for each in word.beginnings):
                    continue
                for name, (right, number) in found.items():
                    if name == "all" or link.weight >= SURE:
                        found[name] = right + (link.source in own), number + 1
    return found


if __name__ == "__main__":
    main()
