"""Which targets of which articles are to be drafted, sorted so that an engine is loaded once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workflow.errors import InputError
from workflow.language.tags import standard
from workflow.workspace.article import Article

Work = dict[tuple[str, str], list[str]]
"""Slugs of articles by the language that they are written in and the one to draft."""


def work_asked_for(
    articles: Iterable[Article],
    tags: Sequence[str] = (),
    *,
    usual: Sequence[str] = (),
    lenient: bool = False,
) -> Work:
    """Return what to draft: the `tags` asked for, else an article's own targets, else the `usual`.

    Raises InputError where an article is written in a language that was asked for; a `lenient`
    run passes it over.
    """
    work: Work = defaultdict(list)
    for article in articles:
        language = article.source.language
        for tag in _tags(article, tags, usual):
            if tag != language:
                work[language, tag].append(article.slug)
            elif not lenient:
                raise InputError(
                    f"{article.slug} is written in {tag}", hint="Choose another language with --to."
                )
    return dict(work)


def _tags(article: Article, asked_for: Sequence[str], usual: Sequence[str]) -> list[str]:
    if asked_for:
        return [standard(tag) for tag in asked_for]
    own = [*article.source.targets, *article.targets] or usual
    return [tag for tag in dict.fromkeys(map(standard, own)) if tag != article.source.language]
