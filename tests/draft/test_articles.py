"""Many articles in one run, and a run that is interrupted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from workflow.document.source import Source
from workflow.draft import Drafter, articles, draft_articles
from workflow.workspace.workspace import Workspace

MakeEngine = Callable[[Callable[[str], str]], Any]


@pytest.fixture
def newsroom(workspace: Workspace, source: Source) -> Workspace:
    """Four articles that differ by one sentence."""
    for number in range(4):
        body = f"This is number {number}.\n\nNobody was hurt."
        workspace.create(f"news-{number}", replace(source, title="News", body=body))
    return workspace


def run(workspace: Workspace, engine: Any) -> list[tuple[str, int]]:
    drafter = Drafter(engine, "en", "es")
    done = draft_articles(workspace.articles(), "es", drafter, by="ana")
    return [(each.article, each.units) for each in done]


def test_a_sentence_of_several_articles_is_translated_once(
    newsroom: Workspace, scripted: MakeEngine
) -> None:
    engine = scripted(str.upper)
    assert [slug for slug, _ in run(newsroom, engine)] == newsroom.slugs()
    sent = [sentence for batch in engine.batches for sentence in batch]
    assert len(engine.batches) == 1
    assert sorted(sent) == ["News", "Nobody was hurt.", *(f"This is number {n}." for n in range(4))]


def test_also_where_the_articles_are_drafted_one_after_the_other(
    newsroom: Workspace, scripted: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "_UNITS_AT_ONCE", 1)
    engine = scripted(str.upper)
    run(newsroom, engine)
    assert [len(batch) for batch in engine.batches] == [3, 1, 1, 1]


def test_an_interrupted_run_goes_on_where_it_stopped(
    newsroom: Workspace, scripted: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "_UNITS_AT_ONCE", 1)

    def interrupted(text: str) -> str:
        if "number 2" in text:
            raise KeyboardInterrupt
        return text.upper()

    with pytest.raises(KeyboardInterrupt):
        run(newsroom, scripted(interrupted))
    drafted = [article.slug for article in newsroom.articles() if "es" in article.targets]
    assert drafted == ["news-0", "news-1"]
    before = newsroom.article("news-0").target("es").events
    engine = scripted(str.upper)
    assert [units > 0 for _, units in run(newsroom, engine)] == [False, False, True, True]
    assert "This is number 0." not in engine.batches[0]
    assert newsroom.article("news-0").target("es").events == before
    assert all(newsroom.article("news-3").target("es").texts.values())


def test_what_a_person_writes_while_the_engine_runs_stays(
    newsroom: Workspace, scripted: MakeEngine
) -> None:
    def meanwhile(text: str) -> str:
        target = newsroom.article("news-1").add_target("es", "ana")
        title = newsroom.article("news-1").units[0].id
        if not target.texts[title]:
            target.edit({title: "Noticias"}, "ana", confirmed=False)
        return text.upper()

    run(newsroom, scripted(meanwhile))
    texts = list(newsroom.article("news-1").target("es").texts.values())
    assert texts[0] == "Noticias"
    assert all(texts)
