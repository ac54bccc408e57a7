"""What a check is: a function that looks at a pair and yields marks, with a name and a severity.

    @check("doubled-words", Severity.WARNING)
    def doubled_words(pair: Pair, _: Context) -> Iterator[Mark]:
        \"\"\"A word that stands twice in a row. …\"\"\"

The docstring has the shape that `workflow.checks.description` reads: the table of checks in the
docs and the tests of its examples come from it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workflow.checks.finding import Severity
from workflow.checks.plain import Plain
from workflow.checks.reading import Reading
from workflow.checks.words import Word
from workflow.document.units import UnitKind
from workflow.language.cached import cached_property
from workflow.language.name_pairs import ComparedNames, compare_names
from workflow.language.numbers import ComparedQuantities, compare_quantities, may_tell_numbers
from workflow.language.tags import language

if TYPE_CHECKING:
    from workflow.checks.pictures import Picture
    from workflow.document.subtitles.captions import Screen
    from workflow.glossary.glossary import Glossary


@dataclass(frozen=True)
class Pair:
    """One unit with its translation, or with `source` None a piece of text in one language.

    `unit` is the unit's id; the texts are inline Markdown as in the PO file. `screen` is where and
    when the target is shown, if it is a subtitle.
    """

    unit: str | None
    kind: UnitKind | None
    source: str | None
    target: str
    source_language: str | None
    target_language: str
    screen: Screen | None = None

    @cached_property
    def here(self) -> Reading:
        """The target as the checks read it."""
        return Reading(self.target, self.target_language)

    @cached_property
    def there(self) -> Reading:
        """The source as the checks read it; an empty text where there is none."""
        return Reading(self.source or "", self.source_language or "")

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is no translation yet."""
        return not self.target.strip()

    @cached_property
    def numbers(self) -> ComparedQuantities:
        """What has become of the numbers of the source."""
        return compare_quantities(
            self.original, self.text, self.source_language or "", self.target_language
        )

    @cached_property
    def tells_numbers(self) -> bool:
        """Whether either text may have a number that the other one has to have."""
        readings = (self.there, self.here)
        return any(may_tell_numbers(each.text, each.forms, each.tag) for each in readings)

    @cached_property
    def names(self) -> ComparedNames:
        """What has become of the proper names of the source."""
        return compare_names(
            self.original, self.text, self.source_language or "", self.target_language
        )

    @cached_property
    def text(self) -> str:
        """The target as a reader sees it, without markup; the spans of marks count in it."""
        return self.here.text

    @cached_property
    def original(self) -> str:
        """The source as a reader sees it; empty for a text in one language."""
        return self.there.text

    @cached_property
    def plain(self) -> Plain:
        """The target without markup, with the way back to where each character came from."""
        return self.here.plain

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the target as a reader sees it."""
        return self.here.words

    @cached_property
    def into(self) -> str:
        """The target language alone, `pt` for `pt-BR`."""
        return self.here.language

    @cached_property
    def out_of(self) -> str:
        """The source language alone; empty where it is not known."""
        return self.there.language


@dataclass(frozen=True)
class Approved:
    """An approved translation; `place` is the slug of its article, or a file of `memory/`."""

    text: str
    place: str


ApprovedTexts = Callable[[Collection[str], str, str], Mapping[str, Sequence[Approved]]]
"""Given source texts and two BCP 47 tags, returns what was approved for them, the best first."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What checks may know beyond a pair: the glossary, and what the settings say of checks.

    `published` returns names as other articles have them, each with the slug of such an article,
    `approved` what was approved elsewhere, `pictures` those of the article. `variety` is the
    English of targets that say no more than `en`: a tag such as `en-GB`.
    """

    glossary: Glossary | None = None
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    published: Callable[[], Mapping[tuple[str, ...], str]] = dict
    approved: ApprovedTexts | None = None
    pictures: Callable[[], Iterable[Picture]] = tuple
    variety: str | None = None

    def is_off(self, check: str, tag: str) -> bool:
        """Whether a check is switched off, for all languages (`length`) or one (`length/ja`)."""
        return not self.off.isdisjoint(_settings_for(check, tag))

    def weight(self, check: str, tag: str) -> Severity | None:
        """Return the severity that the settings give a check, for all languages or for one."""
        given = (self.severity.get(name) for name in _settings_for(check, tag))
        return next((severity for severity in given if severity is not None), None)


def _settings_for(check: str, tag: str) -> tuple[str, str, str]:
    """Return what the settings may call a check in a language, the most exact name first."""
    return f"{check}/{tag}", f"{check}/{language(tag)}", check


@dataclass(frozen=True)
class Mark:
    """A place that a check complains of.

    `span` counts code points in `Pair.text` (in `Pair.target` where `raw`); None means the whole
    unit, and `subject` says what in the source is meant. `suggestions` are replacements for the
    marked words, the best first. `severity` is set where this mark weighs otherwise than the check
    does.
    """

    message: str
    span: tuple[int, int] | None = None
    suggestions: tuple[str, ...] = ()
    raw: bool = False
    severity: Severity | None = None
    subject: str = ""


UnitRule = Callable[[Pair, Context], Iterable[Mark]]
ArticleRule = Callable[[Sequence[Pair], Context], Iterable[tuple[Pair, Mark]]]


@dataclass(frozen=True)
class Check:
    """A named rule. `languages` are those of the text that it is for, empty for all.

    Exactly one of `unit` (looks at one pair) and `article` (looks at all pairs together) is set.
    `empty` says that the rule wants to see pairs without a translation too; `safe` that its first
    suggestion may be put in place without asking.
    """

    name: str
    severity: Severity
    doc: str
    languages: frozenset[str] = frozenset()
    bilingual: bool = False
    empty: bool = False
    safe: bool = False
    unit: UnitRule | None = None
    article: ArticleRule | None = None

    def marks(self, pairs: Sequence[Pair], context: Context) -> Iterator[tuple[Pair, Mark]]:
        """Yield what the rule complains of, with the pair that it is in."""
        wanted = [pair for pair in pairs if not pair.is_empty] if not self.empty else pairs
        if self.bilingual:
            wanted = [pair for pair in wanted if pair.source is not None]
        if self.languages:
            wanted = [pair for pair in wanted if pair.into in self.languages]
        if self.article is not None:
            yield from self.article(wanted, context)
        if self.unit is not None:
            for pair in wanted:
                for mark in self.unit(pair, context):
                    yield pair, mark


def check(
    name: str,
    severity: Severity,
    *,
    languages: Iterable[str] = (),
    bilingual: bool = False,
    empty: bool = False,
    safe: bool = False,
) -> Callable[[UnitRule], Check]:
    """Make a check of a function that looks at one pair. `bilingual` rules need a source."""

    def decorate(rule: UnitRule) -> Check:
        return Check(
            name,
            severity,
            rule.__doc__ or "",
            languages=frozenset(languages),
            bilingual=bilingual,
            empty=empty,
            safe=safe,
            unit=rule,
        )

    return decorate


def article_check(
    name: str, severity: Severity, *, languages: Iterable[str] = (), bilingual: bool = False
) -> Callable[[ArticleRule], Check]:
    """Make a check of a function that looks at all pairs of an article together."""

    def decorate(rule: ArticleRule) -> Check:
        return Check(
            name,
            severity,
            rule.__doc__ or "",
            languages=frozenset(languages),
            bilingual=bilingual,
            article=rule,
        )

    return decorate
