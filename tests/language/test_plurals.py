"""Plurals by rule."""

import pytest

from workflow.language.plurals import is_plural_of, plural


@pytest.mark.parametrize(
    ("tag", "one", "many"),
    [
        ("en", "court", "courts"),
        ("en", "penal colony", "penal colonies"),
        ("en", "witness", "witnesses"),
        ("es", "juzgado", "juzgados"),
        ("es-MX", "tribunal penal", "tribunales penales"),
        ("es", "juez", "jueces"),
        ("es", "prisión preventiva", "prisiones preventivas"),
        ("es", "crisis", "crisis"),
        ("es", "defensor de derechos humanos", "defensores de derechos humanos"),
        ("fr", "tribunal", "tribunaux"),
        ("fr", "agent étranger", "agents étrangers"),
        ("it", "agente straniero", "agenti stranieri"),
        ("it", "giornalista", "giornalisti"),
        ("pt", "detenção", "detenções"),
        ("pt", "tribunal", "tribunais"),
    ],
)
def test_the_plural_of_a_term(tag: str, one: str, many: str) -> None:
    assert plural(one, tag) == many


def test_no_rule_no_plural() -> None:
    assert plural("суд", "ru") is None
    assert plural("", "es") is None
    assert plural("24-hour court", "en") is None


def test_a_plural_is_known_by_its_own_form() -> None:
    assert is_plural_of("Courts", "court", "en")
    assert not is_plural_of("court", "court", "en")
    assert not is_plural_of("series", "series", "en")
    assert not is_plural_of("суды", "суд", "ru")
