"""history, credits, rename, archive, undo."""

import json

import pytest

from tests.cli.conftest import Shell
from workflow.workspace.article import Article


@pytest.fixture
def edited(article: Article) -> Article:
    target = article.add_target("es", "ana")
    target.edit({key: f"ES {text}" for key, text in article.texts.items()}, "ana")
    return article


def test_history_tells_who_did_what(shell: Shell, edited: Article) -> None:
    out = shell("history", edited.slug).out
    assert "Ana Prueba added the target (7 units)" in out
    assert "Ana Prueba edited 7 units" in out


def test_history_as_json_is_the_journal(shell: Shell, edited: Article) -> None:
    events = json.loads(shell("history", edited.slug, "--json").out)["es"]
    assert [event["kind"] for event in events] == ["started", "edited"]


def test_credits_name_people(shell: Shell, edited: Article) -> None:
    assert "Ana Prueba" in shell("credits", edited.slug).out


@pytest.mark.parametrize("command", ["history", "credits"])
def test_an_article_without_a_translation_is_told(
    shell: Shell, article: Article, command: str
) -> None:
    assert "has no translation yet" in shell(command, article.slug).out


def test_undo_says_what_it_took_back(shell: Shell, edited: Article) -> None:
    ran = shell("undo", edited.slug, "--to", "es", "--by", "ben")
    assert "Taken back: Ana Prueba edited 7 units" in ran.out
    assert "is now in stage new" in ran.out


def test_rename_and_archive(shell: Shell, edited: Article) -> None:
    assert shell("rename", edited.slug, "arrest", "--by", "ana").code == 0
    assert shell("archive", "arrest", "--by", "ana").code == 0
    assert "no articles" in shell("status").out
    assert shell("archive", "arrest", "--restore", "--by", "ana").code == 0
    assert "arrest\t" in shell("status").out


def test_somebody_must_act(shell: Shell, edited: Article) -> None:
    ran = shell("undo", edited.slug, "--to", "es")
    assert ran.code == 2
    assert "--by ID" in ran.err


def test_credits_say_when_the_author_translated(shell: Shell, edited: Article) -> None:
    settings = edited.workspace.root / "workflow.toml"
    text = settings.read_text(encoding="utf-8").replace("Ana Prueba", "Vera Example")
    settings.write_text(text, encoding="utf-8")
    assert "translated by the author" in shell("credits", edited.slug).out


def test_whoever_is_not_to_be_named_is_only_counted(shell: Shell, edited: Article) -> None:
    settings = edited.workspace.root / "workflow.toml"
    text = settings.read_text(encoding="utf-8")
    unnamed = text.replace('name = "Ana Prueba"', 'name = "Ana Prueba"\nnamed = false')
    settings.write_text(unnamed, encoding="utf-8")
    ran = shell("credits", edited.slug)
    assert "Ana Prueba" not in ran.out
    assert "1, at their wish" in ran.out
