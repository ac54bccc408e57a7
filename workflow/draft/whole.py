"""A sentence translated in one piece, its markup put back where it belongs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from workflow.document.inline import markup_signature
from workflow.draft.masking import Masked, masked_sentence
from workflow.draft.nodes import Node, signature, to_markdown
from workflow.draft.pieces import has_words
from workflow.draft.placing import place_spans
from workflow.draft.rendering import render
from workflow.draft.rounds import Answers, Job, Request
from workflow.draft.translation import Translation
from workflow.draft.version import Version, is_translatable, tidy
from workflow.engines import Manner

Variants = Callable[[Masked, Translation, Mapping[str, str]], Iterable[Translation]]
"""More translations made from one. The last argument has the translations of single phrases."""


def draft_whole(
    nodes: Sequence[Node],
    manner: Manner,
    variants: Variants | None = None,
    phrases: Iterable[str] = (),
) -> Job[list[Version]]:
    """Return versions of a sentence with all of its markup, the engine's own first.

    There are none where the markup cannot be put back, whatever the masks look like, and no more
    than one without `variants`, which get the translations of single `phrases`.
    """
    if not has_words(nodes):
        return [Version(to_markdown(nodes))]
    for masked in masked_sentence(nodes):
        request = Request(masked.text, manner)
        inner = [masked.text[place.start : place.end] for place in masked.places]
        alone = list(filter(is_translatable, dict.fromkeys([*inner, *phrases])))
        answers = yield [request, *map(Request, alone)]
        whole = [one for one in _proposed(request, answers) if masked.survives_in(one.text)]
        if whole:
            texts = {one: tidy(one, answers.proposals[Request(one)].text) for one in alone}
            if variants is None:
                return list(_placed(nodes, masked, whole[:1], texts))
            many = [*whole, *variants(masked, whole[0], texts)]
            return list(_placed(nodes, masked, many, texts))
    return []


def _proposed(request: Request, answers: Answers) -> Iterator[Translation]:
    proposal = answers.proposals[request]
    if text := tidy(request.sentence, proposal.text):
        yield Translation(text, proposal.alignment)
    for alternative in proposal.alternatives:
        if text := tidy(request.sentence, alternative):
            yield Translation(text)


def _placed(
    nodes: Sequence[Node],
    masked: Masked,
    translations: Iterable[Translation],
    texts: Mapping[str, str],
) -> Iterator[Version]:
    wanted = signature(nodes)
    for translation in dict.fromkeys(translations):
        if not masked.survives_in(translation.text):
            continue
        places = place_spans(masked, translation, texts)
        if places is None:
            continue
        markdown = render(translation.text, places, masked.masks)
        if markup_signature(markdown) == wanted:
            yield Version(markdown)
