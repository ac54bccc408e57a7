"""Drafting from another target of the same article instead of from its source.

Few engines translate Russian into Spanish well; from an English text that people have approved, a
draft is often better than straight from the source.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.document.units import Unit
from workflow.errors import InputError, NotReady
from workflow.workspace.article import Article
from workflow.workspace.events import Origin
from workflow.workspace.hashes import text_hash
from workflow.workspace.state import Stage


@dataclass(frozen=True)
class Relay:
    """The target, by its BCP 47 tag, that others are drafted from."""

    tag: str

    def units(self, article: Article) -> Sequence[Unit]:
        """Return the article's units with the texts of the target in the middle.

        Raises InputError where the article has no such target, NotReady where nobody has approved
        it as it stands.
        """
        if self.tag == article.source.language:
            raise InputError(
                f"{article.slug} is written in {self.tag}",
                hint="A relay goes through another target: leave --relay out.",
            )
        target = article.target(self.tag)
        approved = target.state.stage in (Stage.APPROVED, Stage.PUBLISHED)
        if not approved or target.source_changed:
            raise NotReady(
                f"{article.slug} [{self.tag}] is not approved, so nothing can be drafted from it",
                hint=f"Have it reviewed first: workflow review submit {article.slug} "
                f"--to {self.tag}",
            )
        return [replace(unit, text=target.texts[unit.id]) for unit in article.units]

    def marked(self, origin: Origin, text: str) -> Origin:
        """Return the origin of a draft that was made from this `text` in the middle."""
        return replace(origin, via=self.tag, via_text=text_hash(text))
