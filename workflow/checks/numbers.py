"""Numbers, dates and times: the same in source and translation."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.numbers import Quantity, Value, Weight, quantities


@check("numbers", Severity.WARNING, bilingual=True)
def numbers(pair: Pair, _: Context) -> Iterator[Mark]:
    """A number of the source that is missing or changed, or one that the source does not have.

    Why: a wrong number is a wrong fact. Each language's way of writing is known: 1,000, 1.000 and
        1 000; “3,5 млн” and “3.5 million”; “20 Uhr” and “8 p.m.”; months by number and by name;
        small numbers in words, Roman numerals, decades. A number in words is only compared with
        another odd one, since “both” or “a pair” may stand for it.

    Fails (ru → en): За год арестовали 1 250 человек. ⇒ In a year 1,520 people were arrested.
    Fails (ru → en): Ему присудили 3,5 млн рублей. ⇒ He was awarded 3.5 billion roubles.
    Fails (ru → en): Арестованы семь человек. ⇒ Nine people were arrested.
    Fails (de → en): Am 03.04.2021 kam er frei. ⇒ He was released on March 4, 2021.
    Passes (ru → en): В марте 2021 г. за 3,5 млн рублей ⇒ In March 2021, for 3.5 million roubles
    Passes (de → en): Um 20 Uhr kamen 1.250 Menschen. ⇒ At 8 p.m. 1,250 people came.
    Passes (pl → en): Lata dwudzieste XX wieku ⇒ The 1920s
    Passes (zh → en): 7月17日有16万人。 ⇒ On July 17 there were 160,000 people.
    """
    there = quantities(pair.original, pair.source_language or "")
    here = quantities(pair.text, pair.target_language)
    lost, gained = _odd(there, here), _odd(here, there)
    for one in gained:
        other = _partner(one, lost)
        if other is not None:
            lost.remove(other)
            written = pair.original[other.start : other.end]
            yield Mark(
                f"The source has {written} here.", (one.start, one.end), _mend(one, written, pair)
            )
        elif one.weight is Weight.DIGITS:
            written = pair.text[one.start : one.end]
            yield Mark(f"The source does not have the number {written}.", (one.start, one.end))
    for one in lost:
        if one.weight is Weight.DIGITS and one.values != {1.0}:
            written = pair.original[one.start : one.end]
            yield Mark(f"The number {written} of the source is missing.", subject=written)


def _odd(these: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Return those of `these` that no one of `others` stands for."""
    known: set[Value] = set()
    for other in others:
        known |= other.values
        for part in other.parts:
            known |= part
    return [
        one
        for one in these
        if one.weight is not Weight.HINT
        and not one.values & known
        and not (one.parts and all(part & known for part in one.parts))
    ]


def _partner(one: Quantity, lost: list[Quantity]) -> Quantity | None:
    """Return the number of the source that most likely stood where `one` stands now."""
    same_kind = [
        other
        for other in lost
        if any(isinstance(v, tuple) for v in one.values)
        == any(isinstance(v, tuple) for v in other.values)
    ]
    return min(same_kind, key=lambda other: -other.weight, default=None)


def _mend(one: Quantity, written: str, pair: Pair) -> tuple[str, ...]:
    """Return the source's number where it is written alike in both languages."""
    if re.fullmatch(r"\d+", written) and re.fullmatch(r"\d+", pair.text[one.start : one.end]):
        return (written,)
    return ()
