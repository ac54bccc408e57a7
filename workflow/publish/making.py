"""From a published target to the files that stand for it, in every format that it went out in."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from workflow.document.edition import source_edition
from workflow.errors import InputError
from workflow.publish.addresses import folder_of
from workflow.publish.amendments import amendments
from workflow.publish.article import PublishedArticle
from workflow.publish.composing import compose
from workflow.publish.guard import Guard
from workflow.publish.occasion import Occasion
from workflow.publish.output import Output, OutputFile, output
from workflow.publish.plain_text import PlainText
from workflow.publish.standing import WEB, Outgoing, composed, days_out, site_of
from workflow.review.credits import Credits
from workflow.workspace.article import Article
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace


class Maker:
    """Makes the files of a workspace's articles; what several of them need is made once."""

    def __init__(self, workspace: Workspace, guard: Guard) -> None:
        self.workspace = workspace
        self.site = site_of(workspace.settings)
        self._guard = guard
        self._output = cache(self._new_output)

    def _new_output(self, name: str) -> Output:
        return output(name, self.workspace.templates)

    def article(
        self,
        target: Target,
        out: Outgoing,
        formats: tuple[str, ...],
        languages: Iterable[str],
        today: date | None = None,
    ) -> PublishedArticle:
        """Return what goes out of a target; `today` where its publication is not recorded yet."""
        first, last = days_out(target.events) or (today, today)
        occasion = Occasion(
            site=self.site,
            languages=tuple(sorted(languages)),
            formats=formats,
            first=first,
            last=today or last,
            amendments=amendments(target.events),
            original_changed=out.source_changed,
            machine_note=self.workspace.settings.publish.machine_note,
            both_texts=formats != (WEB,),
        )
        return composed(target, out.state, out.texts, occasion, out.source)

    def original(self, article: Article, languages: Iterable[str]) -> PublishedArticle:
        """Return the original of an article, as it stands beside its translations."""
        source = article.source
        nobody = Credits(
            translators=(),
            editors=(),
            reviewers=(),
            source_translators=source.translators,
            machine=None,
        )
        languages = tuple(sorted(languages))
        occasion = Occasion(site=self.site, languages=languages, formats=(WEB,))
        return compose(article.slug, source_edition(source), nobody, occasion)

    def files(self, page: PublishedArticle, media: Path) -> list[OutputFile]:
        """Return the files of an article in all its formats. Raises InputError as outputs do."""
        return list(self._files(page, media))

    def _files(self, page: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        own = folder_of(page.language, page.slug) + "/"
        for name in page.formats:
            for file in self._output(name).files(page, media):
                if not file.path.startswith(own):
                    raise InputError(
                        f"the format {name} writes {file.path}, which is not below {own}",
                        hint="Tell the people who made it, or leave it out of the formats.",
                    )
                yield file

    def is_withheld(self, slug: str) -> bool:
        """Tell whether a withheld name stands in a slug."""
        return self._guard.names(slug)

    def refuse_withheld(
        self,
        page: PublishedArticle,
        media: Path,
        files: Collection[OutputFile],
        texts: Mapping[str, str],
    ) -> None:
        """Raise NotReady where a withheld name stands in `files`, or in the `texts` of units.

        The plain text is looked at as well: a PDF gives its words back only as they were laid out.
        """
        if self._guard.is_needed(draft=page.draft):
            told = PlainText().files(page, media)
            done = "shown" if page.draft else "published"
            what = f"{page.slug} [{page.language}] cannot be {done}"
            self._guard.refuse(what, [*told, *files], texts, draft=page.draft)
