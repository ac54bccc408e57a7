"""Texts cut into the pieces that a reader compares: words, spaces, punctuation, whole addresses."""

from collections.abc import Iterator, Sequence

import regex

_TOKEN = regex.compile(
    r"""
      \]\((?:[^()\s]++|\([^()\s]*+\))*+(?:\s[^()]*+)?\)   # ](target "title") of a Markdown link
    | <?(?:https?://|mailto:|www\.)[^\s<>()\[\]]*[\w/]>?     # an address standing in the text
    | [\w.+-]{1,64}+@[\w-]{1,64}+(?:\.[\w-]{1,64}+)++        # an e-mail address
    | \p{N}+(?:[.,:\u00A0\u202F]\p{N}+)*%?                   # 1,200.50 or 10:30, one number
    | [\p{Han}\p{Hiragana}\p{Katakana}]                      # scripts without spaces: by character,
    | (?=[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])\X            # or cluster, where marks hang on it
    | [\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u200C\u200D\u00AD]|['’ʼ\-‐‑](?=\p{L}))*+   # a word
    | \s+
    | (\p{P}|\p{S})\1*                                       # ** or ... or a single mark
    | .                                                      # anything else
    """,
    regex.VERBOSE | regex.DOTALL,
)
_STOP = frozenset(".!?…؟۔।։።")
_IDEOGRAPHIC_STOP = frozenset("。！？")
_CLOSING = frozenset("\"'»”’›)]*_")


def tokens(text: str) -> tuple[str, ...]:
    """Return `text` in pieces, in order and complete: joined they are `text` again."""
    return tuple(match.group() for match in _TOKEN.finditer(text))


def sentences(pieces: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of each sentence with the space that follows it.

    The rule is plain (a stop, then space), as it only has to cut two texts in the same way: an
    abbreviation that is taken for an end costs nothing in a comparison.
    """
    sentence: list[str] = []
    stopped = ended = False
    for piece in pieces:
        space = piece.isspace()
        if ended and not space and not (stopped and piece[0] in _CLOSING):
            yield tuple(sentence)
            sentence, stopped, ended = [], False, False
        sentence.append(piece)
        if space:
            ended = ended or stopped or "\n" in piece
            stopped = False
        elif piece[0] in _IDEOGRAPHIC_STOP:
            stopped = ended = True
        elif piece[0] not in _CLOSING:
            stopped = piece[0] in _STOP
    if sentence:
        yield tuple(sentence)


def weight(piece: str) -> int:
    """Return how much it tells a reader that this piece stayed: long words more, spaces hardly.

    Frequent words are short in all languages (G. K. Zipf, 1935), so that length serves where a
    list of each language's little words would be needed.
    """
    if piece.isspace():
        return 1
    if not piece[0].isalnum():
        return 20 if piece.startswith(("](", "<")) else 2
    if len(piece) == 1 and not piece.isascii() and regex.match(r"\p{Lo}", piece):
        return 6
    return 2 * min(len(piece), 10)
