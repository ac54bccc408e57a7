"""People in a glossary: from the parts of a name to the terms that a text may have for it.

- id: orlina
  person:
    gender: feminine
    names:
      ru: {given: Анна, family: Орлина}
      en: {given: Anna, family: Orlina, also: [A. P. Orlina], not: [Ann Orlina, Anna Orlyna]}
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.glossary.glossary import Case, PartOfSpeech, Status, Term

PERSON_KEYS = ("gender", "names")
SPELLING_KEYS = ("given", "family", "also", "not")


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """How a language writes a person: the right way, and whole names that are `wrong`.

    `others` are names by which the person may be called as well: initials, a pen name.
    """

    given: str | None
    family: str
    others: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def person_terms(spelling: Spelling) -> Iterator[Term]:
    """Yield the terms of a person: the whole name, which the family name alone may stand for.

    The wrong spellings are deprecated, and so are their family names where only those are wrong.
    """
    whole = f"{spelling.given} {spelling.family}" if spelling.given else spelling.family
    yield Term(
        text=whole,
        case=Case.EXACT,
        part=PartOfSpeech.PROPER_NOUN,
        variants=(spelling.family,) if spelling.given else (),
    )
    for name in spelling.others:
        yield Term(
            text=name, status=Status.ADMITTED, case=Case.EXACT, part=PartOfSpeech.PROPER_NOUN
        )
    families = [name.rsplit(" ", 1)[-1] for name in spelling.wrong]
    alone = [name for name in families if name != spelling.family]
    for name in dict.fromkeys((*spelling.wrong, *alone)):
        instead = whole if " " in name else spelling.family
        yield Term(
            text=name,
            status=Status.DEPRECATED,
            case=Case.EXACT,
            part=PartOfSpeech.PROPER_NOUN,
            use=instead,
        )
