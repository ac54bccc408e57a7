"""Dates, years and times: the same in source and translation."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.facts.counted import other_units
from workflow.checks.facts.dates import dates_here, dates_there
from workflow.checks.finding import Severity
from workflow.checks.numbers import number_mend
from workflow.language.numbers import Quantity


@check("dates", Severity.WARNING, bilingual=True)
def dates(pair: Pair, _: Context) -> Iterator[Mark]:
    """A date, a year or a time of the source that is missing or changed, or a new one.

    Why: readers rely on when it happened, and engines confuse day and month, the clock of twelve
        hours with that of twenty-four, and one year with another. Dates are those of the ledger of
        facts; each language's way of writing them is known.

    Fails (de → en): Am 03.04.2021 kam er frei. ⇒ He was released on March 4, 2021.
    Fails (ru → en): Это было в 1994 году. ⇒ It was in 1949.
    Fails (de → en): Um 20.30 Uhr kam sie. ⇒ She came at 9:30 p.m.
    Fails (ru → en): Суд начался в 10:30. ⇒ The trial began at 10:30 p.m.
    Fails (en → es): He left. ⇒ Se fue el 5 de mayo.
    Passes (ru → en): 1 марта 2021 г. ⇒ March 1, 2021
    Passes (ru → en): В 10:30 вечера он позвонил. ⇒ At 10:30 p.m. he called.
    Passes (de → en): Um 20 Uhr kamen 1.250 Menschen. ⇒ At 8 p.m. 1,250 people came.
    """
    if not pair.tells_numbers:
        return
    compared = pair.numbers
    for one, other in other_units(pair, of_time=True):
        written = pair.original[other.start : other.end]
        yield Mark(f"The source has {written} here.", _with_half_of_day(pair, one))
    if not compared.is_odd:
        return
    here, there = dates_here(pair), dates_there(pair)
    for one, other in compared.changed:
        if one in here or other in there:
            written = pair.original[other.start : other.end]
            meant = there[other].text if other in there else written
            message = f"The source has {meant} here."
            yield Mark(message, (one.start, one.end), number_mend(one, other, pair))
    for added in dict.fromkeys(here[one] for one in compared.surely_added if one in here):
        yield Mark(f"The source does not have {added.text.rstrip('.')}.", added.span)
    for lost in dict.fromkeys(there[one].text for one in compared.surely_missing if one in there):
        yield Mark(f"“{lost}” of the source is missing.", subject=lost)


def _with_half_of_day(pair: Pair, one: Quantity) -> tuple[int, int]:
    dates = dates_here(pair)
    return dates[one].span if one in dates else (one.start, one.end)
