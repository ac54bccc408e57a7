"""The findings of a target: all units of an article with their translations."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workflow.checks.approvals import Approvals
from workflow.checks.check import Check, Context, Pair
from workflow.checks.finding import Finding, Severity
from workflow.checks.pictures import pictures
from workflow.checks.places import Place, po_places
from workflow.checks.run import check_pairs, known_checks
from workflow.document.subtitles.captions import Screen
from workflow.document.subtitles.timing import unit_cues
from workflow.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workflow.glossary.glossary import Glossary
    from workflow.workspace.article import Article
    from workflow.workspace.settings import CheckSettings
    from workflow.workspace.state import Waiver
    from workflow.workspace.target import Target


def check_target(
    article: "Article",
    target: "Target",
    glossary: "Glossary | None",
    approvals: "Approvals | None" = None,
    *,
    checks: "Iterable[Check] | None" = None,
) -> list[Finding]:
    """Return all findings of a target in reading order, the waived ones among them.

    `approvals` are the workspace's, where several targets are checked in a row; `checks` are those
    to run instead of all. Raises SettingsError where the settings name a check that does not exist.
    """
    if approvals is None:
        with Approvals(article.workspace) as own:
            return check_target(article, target, glossary, own, checks=checks)
    context = replace(
        context_of(article.workspace.settings.checks, glossary, article.slug),
        published=partial(approvals.names.elsewhere, target.tag, article.slug),
        approved=approvals.without(article.slug),
        pictures=partial(pictures, article.source),
    )
    pairs = pairs_of(article, target)
    file = target.path.relative_to(article.workspace.root).as_posix()
    places = _places(target)
    found = []
    for finding in check_pairs(pairs, context, checks):
        spot = places[finding.unit].at(finding.span) if finding.unit in places else (None, None)
        found.append(
            replace(
                finding,
                file=file,
                article=article.slug,
                target=target.tag,
                line=spot[0],
                column=spot[1],
            )
        )
    return found


def pairs_of(article: "Article", target: "Target", only: str = "") -> list[Pair]:
    """Return the units of an article with their translations, in reading order.

    With `only`, that unit alone is returned.
    """
    texts = target.texts
    cues = unit_cues(article.source)
    limits = article.workspace.settings.subtitles.limits(target.tag)
    return [
        Pair(
            unit=unit.id,
            kind=unit.kind,
            source=unit.text,
            target=texts.get(unit.id, ""),
            source_language=article.source.language,
            target_language=target.tag,
            screen=Screen(cues[unit.id], limits) if unit.id in cues else None,
        )
        for unit in article.units
        if only in ("", unit.id)
    ]


def _places(target: "Target") -> dict[str | None, Place]:
    """Return where the text of each unit stands in the PO file; nothing where there is none yet."""
    if not target.path.is_file():
        return {}
    order = target.state.source
    strings = po_places(target.path.read_text(encoding="utf-8", errors="replace"))
    return dict(zip(order, strings[1:], strict=False)) if len(strings) == len(order) + 1 else {}


def context_of(settings: "CheckSettings", glossary: "Glossary | None", slug: str = "") -> Context:
    """Return what the checks need to know of a workspace, and of one article in it.

    A name with `@slug` behind it is said of that article alone.
    """
    known = known_checks()
    for name in (*settings.off, *settings.severity):
        if name.partition("@")[0].split("/")[0] not in known:
            raise SettingsError(
                f"the settings name a check {name!r}, and there is none",
                hint=f"The checks are {', '.join(sorted(known))}.",
            )
    return Context(
        glossary=glossary,
        off=frozenset(check for name in settings.off if (check := _said_of(slug, name))),
        severity={
            check: Severity(value)
            for name, value in sorted(settings.severity.items(), key=lambda item: "@" in item[0])
            if (check := _said_of(slug, name))
        },
        variety=settings.variety,
    )


def _said_of(slug: str, name: str) -> str | None:
    """Return the check (`length`, `length/es`) of a setting, None if of another article."""
    check, _, article = name.partition("@")
    return check if article in ("", slug) else None


def is_waived(finding: Finding, target: "Target") -> bool:
    """Whether a person decided that this finding may stand."""
    return any(
        (waiver.check, waiver.unit, waiver.excerpt) == (finding.check, finding.unit, finding.about)
        for waiver in target.state.waivers
    )


def idle_waivers(findings: "Iterable[Finding]", target: "Target") -> "list[Waiver]":
    """Return the decisions on units of the article that no finding needs any more.

    What was waived has been mended, is told by another check, or by other words. A check that is
    switched off has no say in it.
    """
    article = target.article
    context = context_of(article.workspace.settings.checks, None, article.slug)
    needed = {(finding.check, finding.unit, finding.about) for finding in findings}
    return [
        waiver
        for waiver in target.state.waivers
        if (waiver.check, waiver.unit, waiver.excerpt) not in needed
        and (waiver.unit is None or waiver.unit in target.state.units)
        and not context.is_off(waiver.check, target.tag)
    ]
