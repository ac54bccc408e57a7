"""The findings of a target of a workspace."""

from dataclasses import replace

import pytest

from workflow.checks.article import check_target, context_of, idle_waivers, is_waived
from workflow.errors import SettingsError
from workflow.workspace.article import Article
from workflow.workspace.events import Waived
from workflow.workspace.settings import CheckSettings
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace


@pytest.fixture
def target(article: Article) -> Target:
    """The report in Spanish: one good unit, one with a slip, the rest missing."""
    target = article.add_target("es", "ana")
    ids = list(article.texts)
    target.edit({ids[0]: "El tribunal amplía el arresto"}, "ana")
    slip = next(unit.id for unit in article.units if "20 minutes" in unit.text)
    target.edit({slip: "La primera audiencia duró 12 minutos."}, "ana")
    return target


def test_findings_name_article_target_file_and_line(article: Article, target: Target) -> None:
    found = next(f for f in check_target(article, target, None) if f.check == "numbers")
    assert (found.article, found.target) == (article.slug, "es")
    assert found.file == f"translations/{article.slug}/es.po"
    assert found.line is not None
    line = target.path.read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert line[(found.column or 0) - 1 :].startswith(found.excerpt)
    assert found.excerpt == "12"


def test_units_without_text_are_errors(article: Article, target: Target) -> None:
    missing = [f for f in check_target(article, target, None) if f.check == "missing"]
    assert len(missing) == len(article.units) - 2


def test_a_waiver_holds_for_its_own_finding(article: Article, target: Target) -> None:
    found = next(f for f in check_target(article, target, None) if f.check == "numbers")
    waiver = Waived(check=found.check, unit=found.unit, excerpt=found.excerpt, reason="as heard")
    target.record(waiver, "ben")
    assert is_waived(found, target)
    assert not is_waived(replace(found, excerpt="13"), target)


def test_a_waiver_that_no_finding_needs_any_more_is_known(article: Article, target: Target) -> None:
    findings = check_target(article, target, None)
    found = next(f for f in findings if f.check == "numbers")
    for excerpt, unit in ((found.excerpt, found.unit), ("13", found.unit), ("13", "p-none")):
        target.record(Waived(check="numbers", unit=unit, excerpt=excerpt, reason="as heard"), "ben")
    assert [waiver.excerpt for waiver in idle_waivers(findings, target)] == ["13"]
    assert len(idle_waivers([], target)) == 2


def test_the_settings_may_only_name_checks_that_exist() -> None:
    with pytest.raises(SettingsError, match="'quots'"):
        context_of(CheckSettings(off=("quots",)), None)
    assert context_of(CheckSettings(off=("quotes",)), None).off == {"quotes"}


def test_a_check_can_be_named_with_a_language() -> None:
    context = context_of(CheckSettings(off=("length/ja",)), None)
    assert context.is_off("length", "ja")
    assert not context.is_off("length", "en")
    with pytest.raises(SettingsError, match="'quots/en'"):
        context_of(CheckSettings(severity={"quots/en": "info"}), None)


def test_a_check_can_be_off_or_lighter_in_one_article() -> None:
    settings = CheckSettings(
        off=("length@boat-school", "typography/es@boat-school"),
        severity={"names": "error", "names@boat-school": "info"},
    )
    here, there = context_of(settings, None, "boat-school"), context_of(settings, None, "other")
    assert here.off == {"length", "typography/es"}
    assert here.weight("names", "es") == "info"
    assert not there.off
    assert there.weight("names", "es") == "error"


@pytest.mark.usefixtures("target")
def test_an_article_goes_by_the_settings_that_name_it(article: Article) -> None:
    settings = article.workspace.root / "workflow.toml"
    written = settings.read_text(encoding="utf-8")
    for name, is_found in (("other", True), (article.slug, False)):
        off = f'\n[checks]\noff = ["numbers/es@{name}"]\n'
        settings.write_text(written + off, encoding="utf-8")
        again = Workspace.find(article.workspace.root).article(article.slug)
        found = check_target(again, again.target("es"), None)
        assert ("numbers" in {each.check for each in found}) is is_found
