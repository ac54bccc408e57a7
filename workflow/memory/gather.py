"""What the memory learns from a target: the texts that a person has confirmed."""

from collections.abc import Iterator

from workflow.document.inline import has_markup
from workflow.language.sentences import split_sentences
from workflow.memory.entry import Entry, Level
from workflow.workspace.target import Target


def confirmed_pairs(target: Target) -> Iterator[Entry]:
    """Yield the confirmed units of a target, each with its sentences where they go pair by pair."""
    dates = {event.id: event.at for event in target.events}
    texts = list(target.state.source.items())
    before = ["", *(text for _, text in texts)]
    after = [*(text for _, text in texts[1:]), ""]
    for (key, text), previous, following in zip(texts, before, after, strict=False):
        unit = target.state.units[key]
        if not (unit.confirmed and unit.text and text):
            continue
        entry = Entry(
            source_language=target.article.source.language,
            target_language=target.tag,
            source=text,
            target=unit.text,
            before=previous,
            after=following,
            unit=key,
            by=unit.by,
            at=dates.get(unit.event, ""),
        )
        yield entry
        yield from _sentences(entry)


def _sentences(entry: Entry) -> Iterator[Entry]:
    """Yield a unit's sentences where both texts have as many, and no markup goes across them."""
    if has_markup(entry.source) or has_markup(entry.target):
        return
    sources = split_sentences(entry.source, entry.source_language)
    targets = split_sentences(entry.target, entry.target_language)
    if len(sources) != len(targets) or len(sources) < 2:
        return
    for source, target in zip(sources, targets, strict=True):
        yield entry._replace(
            source=source.strip(),
            target=target.strip(),
            level=Level.SENTENCE,
            before="",
            after="",
        )
