"""`workflow facts` at the command line."""

import json

import pytest

from tests.cli.conftest import Shell
from workflow.workspace.article import Article


@pytest.fixture
def article_with_facts(article: Article) -> Article:
    target = article.add_target("es", "ana")
    unit = next(unit.id for unit in article.units if "20 minutes" in unit.text)
    target.edit({unit: "La primera audiencia duró 12 minutos."}, "ana")
    return article


def test_a_changed_number_is_shown_beside_its_source(
    shell: Shell, article_with_facts: Article
) -> None:
    ran = shell("facts", article_with_facts.slug, "--to", "es")
    assert ran.code == 0
    assert "≠ measure     20 minutes  12 minutos" in ran.out
    assert ran.out.rstrip().endswith("1 fact, 1 to look at")


def test_json_names_unit_kind_and_standing(shell: Shell, article_with_facts: Article) -> None:
    ran = shell("facts", article_with_facts.slug, "--to", "es", "--odd", "--json")
    (fact,) = json.loads(ran.out)["facts"]
    assert (fact["kind"], fact["source"], fact["target"], fact["standing"]) == (
        "measure",
        "20 minutes",
        "12 minutos",
        "changed",
    )


def test_a_reviewer_signs_the_facts_off_until_the_text_changes(
    shell: Shell, article_with_facts: Article
) -> None:
    slug = article_with_facts.slug
    ran = shell("facts", slug, "--to", "es", "--sign-off", "--by", "ben")
    assert ran.code == 0
    assert "Signed off by Ben" in ran.out
    assert "checked the facts" in shell("history", slug, "--to", "es").out
    target = article_with_facts.target("es")
    unit = next(unit.id for unit in article_with_facts.units if "20 minutes" in unit.text)
    target.edit({unit: "La primera audiencia duró 20 minutos."}, "ana")
    assert "have changed since" in shell("facts", slug, "--to", "es").out
    signed = json.loads(shell("facts", slug, "--to", "es", "--json").out)["signed"]
    assert (signed["by"], signed["current"]) == ("ben", False)


def test_a_translator_cannot_sign_off_her_own_facts(
    shell: Shell, article_with_facts: Article
) -> None:
    ran = shell("facts", article_with_facts.slug, "--to", "es", "--sign-off", "--by", "ana")
    assert ran.code == 1
    assert "not signed off" in ran.err
