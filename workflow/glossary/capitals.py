"""Whether a term stands in a text with the capitals that the glossary asks for."""

from workflow.glossary.glossary import Case, Term
from workflow.language.words import shared_beginning


def capitals_fit(term: Term, written: str, found: str, *, begins_sentence: bool) -> bool:
    """Whether `found` in a text keeps the case rule of `term`, whose form `written` it is of.

    `found` may be inflected: its letters are compared word by word as far as the words agree.
    """
    if term.case is Case.ANY or _shouted(found, written):
        return True
    wanted, got = written.split(), found.split()
    return all(
        _word_fits(want, have)
        or (number == 0 and begins_sentence and term.case is Case.SENTENCE and have[:1].isupper())
        for number, (want, have) in enumerate(zip(wanted, got, strict=False))
    )


def is_other_word(found: str, written: str, *, begins_sentence: bool) -> bool:
    """Whether `found` is an ordinary word and not the acronym `written`: `cat` and not `CAT`.

    A single capital may be that of the sentence; within a sentence `Aids` is `AIDS`.
    """
    is_acronym = len(written) > 1 and written.isupper() and " " not in written
    return is_acronym and (found.islower() or (begins_sentence and not found[:2].isupper()))


def recapitalised(found: str, written: str) -> str:
    """Return `found` with the capitals of `written`, as far as the two agree word by word."""
    pairs = zip(found.split(" "), written.split(" "), strict=False)
    mended = [_recapitalised_word(have, want) for have, want in pairs]
    return " ".join(mended + found.split(" ")[len(mended) :])


def _shouted(found: str, written: str) -> bool:
    return found.isupper() and not written.isupper() and len(found.split()) > 1


def _word_fits(want: str, have: str) -> bool:
    agree = shared_beginning(have.lower(), want.lower())
    return have[:agree] == want[:agree]


def _recapitalised_word(have: str, want: str) -> str:
    agree = shared_beginning(have.lower(), want.lower())
    return want[:agree] + have[agree:]
