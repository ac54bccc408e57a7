"""The engine `libretranslate`, with a server that answers as a real one does."""

import os
from collections.abc import Iterator

import pytest

from tests.engines.servers import Answer, Asked, FakeServer, serving
from workflow.engines import Engine
from workflow.engines.libretranslate import LibreTranslateEngine
from workflow.errors import MissingPart
from workflow.glossary import Glossary
from workflow.workspace.settings import ServerSettings

LANGUAGES = [
    {"code": "en", "name": "English", "targets": ["en", "es", "pt-BR"]},
    {"code": "es", "name": "Spanish", "targets": ["es"]},
]


def respond(asked: Asked) -> Answer:
    if asked.path == "/languages":
        return Answer(LANGUAGES)
    return Answer({"translatedText": [text.upper() for text in asked.body["q"]]})


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with serving(respond) as fake:
        yield fake


def connected(url: str, **more: str) -> Engine:
    engine = LibreTranslateEngine()
    engine.connect(ServerSettings(url=url, **more), Glossary())
    return engine


def test_sentences_go_in_portions_and_come_back_in_order(server: FakeServer) -> None:
    translator = connected(server.url).open("en", "es")
    assert translator is not None
    sentences = [f"sentence {n}" for n in range(60)]
    assert [p.text for p in translator.translate(sentences)] == [s.upper() for s in sentences]
    assert [len(asked.body["q"]) for asked in server.asked[1:]] == [25, 25, 10]
    assert server.asked[1].body | {"q": []} == {
        "q": [],
        "source": "en",
        "target": "es",
        "format": "text",
    }
    assert translator.package.endswith(" en-es")


@pytest.mark.parametrize(("tag", "code"), [("es-MX", "es"), ("pt-BR", "pt-BR"), ("pt", "pt-BR")])
def test_a_tag_is_matched_to_the_servers_codes(server: FakeServer, tag: str, code: str) -> None:
    translator = connected(server.url).open("en", tag)
    assert translator is not None
    translator.translate(["Yes."])
    assert server.asked[-1].body["target"] == code


def test_a_pair_that_the_server_lacks(server: FakeServer) -> None:
    with pytest.raises(MissingPart, match="does not translate es → en"):
        connected(server.url).open("es", "en")


def test_the_key_goes_along(server: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MT_KEY", "s3cret")
    translator = connected(server.url, key="MT_KEY").open("en", "es")
    assert translator is not None
    translator.translate(["Yes."])
    assert server.asked[-1].body["api_key"] == "s3cret"


def test_nothing_is_asked_before_the_engine_is_used(server: FakeServer) -> None:
    assert connected(server.url).serves("en", "es")
    assert server.asked == []


def test_without_settings_it_serves_nobody() -> None:
    engine = LibreTranslateEngine()
    assert not engine.serves("en", "es")
    with pytest.raises(MissingPart, match="name no server"):
        engine.open("en", "es")


@pytest.mark.parametrize("body", [[], {"translatedText": "one"}, {"translatedText": []}, {}])
def test_an_answer_of_another_kind(body: object) -> None:
    def odd(asked: Asked) -> Answer:
        return Answer(LANGUAGES) if asked.path == "/languages" else Answer(body)

    with serving(odd) as server:
        translator = connected(server.url).open("en", "es")
        assert translator is not None
        with pytest.raises(MissingPart, match="does not answer as LibreTranslate does"):
            translator.translate(["Yes."])


@pytest.mark.peer
@pytest.mark.skipif("LIBRETRANSLATE_URL" not in os.environ, reason="needs LIBRETRANSLATE_URL")
def test_a_real_server_translates() -> None:
    translator = connected(os.environ["LIBRETRANSLATE_URL"]).open("en", "es")
    assert translator is not None
    first, second = translator.translate(["The court met.", "Nobody was hurt."])
    assert "tribunal" in first.text.lower()
    assert "nadie" in second.text.lower()
