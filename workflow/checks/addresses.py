"""Web and e-mail addresses."""

from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.facts.addresses import compare_addresses
from workflow.checks.finding import Severity


@check("addresses", Severity.ERROR, bilingual=True)
def addresses(pair: Pair, _: Context) -> Iterator[Mark]:
    """A web or e-mail address that is lost, changed or damaged.

    Why: engines translate, split and shorten addresses, and a reader is led astray. Another
        language version of the same page is no change.

    Fails (ru → en): Пишите на help@bulletin.example. ⇒ Write to help @ bulletin.example.
    Fails (ru → en): [Доклад](https://un.example/docs/12) ⇒ [Report](https://un.example/docs/21)
    Passes (ru → en): См. https://ru.wiki.example/wiki/1 ⇒ See https://en.wiki.example/wiki/1
    """
    compared = compare_addresses(pair)
    for span, meant in compared.damaged:
        written = pair.target[slice(*span)]
        mend = (meant,) if meant else ()
        yield Mark(f"The address “{written}” is damaged.", span, mend, raw=True)
    for span, meant in compared.changed:
        yield Mark(
            f"The address {pair.target[slice(*span)]} is not that of the source.",
            span,
            (meant,) if meant else (),
            raw=True,
            severity=None if meant else Severity.WARNING,
        )
    for span in compared.missing:
        address = (pair.source or "")[slice(*span)]
        yield Mark(f"The address {address} is lost.", subject=address)
