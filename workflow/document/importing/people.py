"""Names of people in a line: told from other words, and apart from one another."""

import re

from workflow.document.importing.sentence_ends import without_stop

_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "i"}
    | {"ibn", "la", "las", "le", "los", "of", "ten", "ter", "v.", "van", "von", "y", "zu", "zum"}
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.-?)+|(?:[dlo]['’])?[^\W\d_][\w'’.-]*", re.IGNORECASE)
_APART = re.compile(
    r"(\s*[,،、;&/]\s*(?:(?:and|и|та|і|й|y|e|et|und)\s+)?|\s+(?:and|и|та|і|й|y|e|et|und)\s+)"
)
_ITEMS = re.compile(r"\s*[;\n]\s*")
_DESCRIBED = re.compile(r"\s*[(,]|\s+[–—-]\s")


def people(text: str) -> tuple[str, ...]:
    """Return the names in a list such as `Vera Almas, J. K. Orlova and Tom Reed`."""
    parts = (without_stop(part.strip()) for part in _APART.split(text)[::2])
    return tuple(dict.fromkeys(part for part in parts if part))


def begins_name(letter: str) -> bool:
    """Say whether a letter could begin a name: a capital, or any where a script has none.

    Georgian letters have large forms for headings alone; titles are written in the small ones.
    """
    return letter.isalpha() and letter == letter.title()


def is_name(text: str) -> bool:
    """Say whether a text could name a person or a group: a few words, the first of them capital."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not begins_name(words[0][:1]):
        return False
    return all(
        _NAME_WORD.fullmatch(word) and (word in _PARTICLES or any(map(begins_name, word)))
        for word in words
    )


def described_people(text: str) -> tuple[str, ...]:
    """Return people with who they are: `Vera Almas, a lawyer` of `Vera Almas, a lawyer; Tom Reed`.

    Nothing is returned for a text that does not begin with a name.
    """
    if _ITEMS.search(text.strip()):
        items = [item for part in _ITEMS.split(text) if (item := without_stop(part.strip()))]
        return tuple(items) if all(map(_begins_with_name, items)) else ()
    first, *others = _APART.split(without_stop(text.strip()))
    if not _begins_with_name(first):
        return ()
    found = [first]
    for gap, part in zip(others[::2], others[1::2], strict=True):
        # One word after a whole name says who somebody is: “Vera Almas, Anwältin”.
        if is_name(_head(part)) and ("," not in gap or " " in part or " " not in found[0]):
            found.append(part)
        else:
            found[-1] += gap + part
    return tuple(found)


def _begins_with_name(text: str) -> bool:
    return is_name(_head(text))


def _head(text: str) -> str:
    return _DESCRIBED.split(text.strip(), maxsplit=1)[0]
