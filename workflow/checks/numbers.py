"""Numbers that are no dates: the same in source and translation."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.facts.counted import other_units
from workflow.checks.facts.dates import dates_here, dates_there
from workflow.checks.facts.numbers import number_facts
from workflow.checks.finding import Severity
from workflow.language.numbers import Quantity, is_in_digits, rewritten
from workflow.language.typography import decimal_sign

_THREE_PLACES = {
    sign: re.compile(rf"(?<![\d.,])[1-9]\d{{0,2}}{re.escape(sign)}\d{{3}}(?![\d.,]\d|\d)")
    for sign in (".", ",")
}

_MIXED = frozenset({"es"})
"""Spain and Mexico group otherwise; es-ES and es-MX say which one is meant."""


@check("numbers", Severity.WARNING, bilingual=True)
def numbers(pair: Pair, _: Context) -> Iterator[Mark]:
    """A number of the source that is missing or changed, or one that the source does not have.

    Why: a wrong number is a wrong fact. Each language's way of writing is known: 1,000, 1.000 and
        1 000; “3,5 млн” and “3.5 million”; small numbers in words, Roman numerals, decades. A
        number in words is only compared with another odd one, since “both” or “a pair” may stand
        for it. What is a part of a date is left to `dates`. What is counted has to stay as well:
        dollars are no euros, and miles no kilometres.

    Fails (ru → en): За год арестовали 1 250 человек. ⇒ In a year 1,520 people were arrested.
    Fails (ru → en): Ему присудили 3,5 млн рублей. ⇒ He was awarded 3.5 billion roubles.
    Fails (ru → en): Арестованы семь человек. ⇒ Nine people were arrested.
    Fails (fr → en): Il doit 1,2 million d'euros. ⇒ He owes 1.2 million dollars.
    Fails (de → en): Das Lager liegt 40 km entfernt. ⇒ The camp is 40 miles away.
    Fails (es → en): Vendió 3.200 hectáreas. ⇒ He sold 3.200 hectares.
    Passes (ru → en): В марте 2021 г. за 3,5 млн рублей ⇒ In March 2021, for 3.5 million roubles
    Passes (de → en): Um 20 Uhr kamen 1.250 Menschen. ⇒ At 8 p.m. 1,250 people came.
    Passes (pl → en): Lata dwudzieste XX wieku ⇒ The 1920s
    Passes (zh → en): 7月17日有16万人。 ⇒ On July 17 there were 160,000 people.
    """
    if not pair.tells_numbers:
        return
    compared = pair.numbers
    for one, other in other_units(pair, of_time=False):
        yield _of_something_else(pair, one, other)
    yield from _grouped_as_there(pair)
    if not compared.is_odd:
        return
    here, there = dates_here(pair), dates_there(pair)
    for one, other in compared.changed:
        if one not in here and other not in there:
            written = pair.original[other.start : other.end]
            message = f"The source has {written} here."
            yield Mark(message, (one.start, one.end), number_mend(one, other, pair))
    for one in compared.surely_added:
        if one not in here:
            written = pair.text[one.start : one.end]
            yield Mark(f"The source does not have the number {written}.", (one.start, one.end))
    for one in compared.surely_missing:
        if one not in there:
            written = pair.original[one.start : one.end]
            yield Mark(f"The number {written} of the source is missing.", subject=written)


def _of_something_else(pair: Pair, one: Quantity, other: Quantity) -> Mark:
    facts = number_facts(pair.original, pair.numbers.there)
    here = number_facts(pair.text, pair.numbers.here)[one]
    return Mark(f"The source has {facts[other].text} here.", here.span)


def _grouped_as_there(pair: Pair) -> Iterator[Mark]:
    """Yield thousands that a reader of this language takes for a fraction: “3.200 hectares”."""
    sign = decimal_sign(pair.target_language)
    if sign is None or sign == decimal_sign(pair.source_language or ""):
        return
    for match in _THREE_PLACES[sign].finditer(pair.text):
        there = next((q for q in pair.numbers.there if _written(q, pair) == match.group()), None)
        here = next((q for q in pair.numbers.here if q.start == match.start()), None)
        if there is not None and here is not None:
            message = f"“{match.group()}” is a fraction in this language."
            mixed = Severity.INFO if pair.target_language in _MIXED else None
            mend = number_mend(here, there, pair)
            yield Mark(message, match.span(), mend, severity=mixed)


def _written(there: Quantity, pair: Pair) -> str:
    return pair.original[there.start : there.end]


def number_mend(one: Quantity, other: Quantity, pair: Pair) -> tuple[str, ...]:
    """Return the source's number as the target language writes it, where both are in digits."""
    if not is_in_digits(pair.text[one.start : one.end]):
        return ()
    written = pair.original[other.start : other.end]
    mend = rewritten(other, written, pair.out_of, pair.target_language)
    return (mend,) if mend else ()
