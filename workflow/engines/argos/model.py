"""A package's tokenizer and CTranslate2 model, loaded and ready."""

import math
import os
from collections.abc import Sequence
from typing import Any, Protocol

from workflow.engines.argos.alignment import WORD_START, aligned_words
from workflow.engines.argos.package import Package
from workflow.engines.engine import Proposal
from workflow.errors import MissingPart

_MOST_TOKENS = 200
"""Longer inputs are cut between words: models know sentences, and stop after 256 tokens."""
_BATCH_TOKENS = 2048
"""CTranslate2 sorts all inputs by length and translates them in groups of about this size."""


class Tokenizer(Protocol):
    """Text to the pieces of words that a model knows, and back."""

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence into pieces."""

    def decode(self, tokens: list[str]) -> str:
        """Join pieces to a sentence."""


class Model:
    """One loaded package."""

    def __init__(self, package: Package) -> None:
        """Load the model; raises MissingPart when its files are damaged."""
        import ctranslate2

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

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        """Translate all sentences in one batch."""
        tokenized = [_cut(self._tokenizer.encode(sentence)) for sentence in sentences]
        parts = iter(self._translate([part for parts in tokenized for part in parts]))
        return [_joined([next(parts) for _ in cuts]) for cuts in tokenized]

    def _translate(self, parts: list[list[str]]) -> list[Proposal]:
        if not parts:
            return []
        # Beam and penalties as measured best with the starter; Argos's own (0.2, repeats
        # allowed) lose about half a BLEU point with it.
        results = self._translator.translate_batch(
            parts,
            target_prefix=[[self._prefix]] * len(parts) if self._prefix else None,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            beam_size=4,
            length_penalty=1,
            no_repeat_ngram_size=3,
            replace_unknowns=True,
            return_scores=True,
            return_attention=True,
        )
        return [self._proposal(part, result) for part, result in zip(parts, results, strict=True)]

    def _proposal(self, source: list[str], result: Any) -> Proposal:
        tokens = result.hypotheses[0]
        text = self._tokenizer.decode(tokens).removeprefix(self._prefix).strip()
        return Proposal(
            text=text,
            score=math.exp(min(result.scores[0], 0.0)),
            alignment=aligned_words(source, tokens, result.attention[0], text),
        )


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
