"""A package's tokenizer and CTranslate2 model, loaded and ready."""

import math
import os
from collections.abc import Sequence
from typing import Any, Protocol

from workflow.engines.argos.alignment import WORD_START, aligned_words
from workflow.engines.argos.decoding import Decoding
from workflow.engines.argos.package import Package
from workflow.engines.engine import Link, Manner, Proposal
from workflow.errors import MissingPart

_MOST_TOKENS = 200
"""Longer inputs are cut between words: models know sentences, and stop after 256 tokens."""
_MOST_IN_BATCH, _FEWEST_IN_BATCH = 512, 64
"""CTranslate2 sorts all inputs by length and translates them in groups of about so many tokens: of
256 to 4096, the smaller ones were the fastest with the starter. A few sentences are shared out
among the cores; in groups of 64 a sentence takes a third more of a core than in those of 128."""


class Tokenizer(Protocol):
    """Text to the pieces of words that a model knows, and back."""

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces."""

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence."""


class Model:
    """One loaded package."""

    def __init__(self, package: Package, decoding: Decoding) -> None:
        """Load the model; raises MissingPart when its files are damaged."""
        import ctranslate2

        self._decoding = decoding
        self._prefix = package.metadata.prefix
        try:
            self._tokenizer = _tokenizer(package)
            self._translator = ctranslate2.Translator(
                str(package.path / "model"), inter_threads=_cores(), intra_threads=1
            )
        except (RuntimeError, OSError, ValueError) as error:
            raise MissingPart(
                f"the language package {package.metadata.label} cannot be loaded: {error}",
                hint=f"Install it again: workflow models remove {package.source} {package.target}, "
                f"then workflow models install {package.source} {package.target}.",
            ) from error

    def translate(self, sentences: Sequence[str], manner: Manner) -> list[Proposal]:
        """Translate all sentences in one batch."""
        tokenized = [_cut(self._tokenizer.encode(sentence)) for sentence in sentences]
        parts = iter(self._translate([part for parts in tokenized for part in parts], manner))
        return [_joined([next(parts) for _ in cuts]) for cuts in tokenized]

    def rate(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the mean log probability of the pieces of each translation."""
        prefix = [self._prefix] if self._prefix else []
        sources = [self._tokenizer.encode(source)[:_MOST_TOKENS] for source, _ in pairs]
        results = self._translator.score_batch(
            sources,
            [[*prefix, *self._tokenizer.encode(target)][:_MOST_TOKENS] for _, target in pairs],
            max_batch_size=_batch_size(sources),
            batch_type="tokens",
        )
        return [sum(result.log_probs) / max(1, len(result.log_probs)) for result in results]

    def _translate(self, parts: list[list[str]], manner: Manner) -> list[Proposal]:
        if not parts:
            return []
        results = self._translator.translate_batch(
            parts,
            target_prefix=[[self._prefix]] * len(parts) if self._prefix else None,
            max_batch_size=_batch_size(parts),
            batch_type="tokens",
            replace_unknowns=True,
            return_scores=True,
            return_attention=manner.aligned,
            **self._decoding.options(manner),
        )
        return [self._proposal(part, result) for part, result in zip(parts, results, strict=True)]

    def _proposal(self, source: list[str], result: Any) -> Proposal:
        text, *others = map(self._text, result.hypotheses)
        links: tuple[Link, ...] = ()
        if result.attention:
            links = aligned_words(source, result.hypotheses[0], result.attention[0], text)
        score = math.exp(min(result.scores[0], 0.0))
        return Proposal(text=text, score=score, alignment=links, alternatives=tuple(others))

    def _text(self, tokens: list[str]) -> str:
        return self._tokenizer.decode(tokens).removeprefix(self._prefix).strip()


class _SentencePiece:
    def __init__(self, file: str) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor = SentencePieceProcessor(model_file=file)

    def encode(self, sentence: str) -> list[str]:
        return list(self._processor.encode(sentence, out_type=str))

    def decode(self, tokens: list[str]) -> str:
        return str(self._processor.decode_pieces(tokens))


def _tokenizer(package: Package) -> Tokenizer:
    sentencepiece = package.path / "sentencepiece.model"
    if sentencepiece.is_file():
        return _SentencePiece(str(sentencepiece))
    from argostranslate.tokenizer import BPETokenizer

    bpe: Tokenizer = BPETokenizer(package.path / "bpe.model", package.source, package.target)
    return bpe


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # what this process may use, not what the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batch_size(parts: Sequence[Sequence[str]]) -> int:
    """Return how many tokens to translate at once so that every core has work."""
    share = sum(map(len, parts)) // _cores()
    return max(_FEWEST_IN_BATCH, min(_MOST_IN_BATCH, share))


def _cut(tokens: list[str]) -> list[list[str]]:
    pieces = []
    while len(tokens) > _MOST_TOKENS:
        starts = (i for i in range(_MOST_TOKENS, 0, -1) if tokens[i].startswith(WORD_START))
        end = next(starts, _MOST_TOKENS)
        pieces.append(tokens[:end])
        tokens = tokens[end:]
    return [*pieces, tokens] if tokens else pieces


def _joined(proposals: list[Proposal]) -> Proposal:
    if len(proposals) == 1:
        return proposals[0]
    scores = [proposal.score for proposal in proposals if proposal.score is not None]
    return Proposal(
        text=" ".join(proposal.text for proposal in proposals), score=min(scores, default=None)
    )
