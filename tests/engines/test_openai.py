"""The engine `openai`, with servers whose models behave and misbehave."""

import json
from collections.abc import Callable

import pytest

from tests.engines.servers import Answer, Asked, FakeServer, serving
from workflow.engines import Translator
from workflow.engines.openai import OpenAIEngine
from workflow.errors import MissingPart
from workflow.glossary import Concept, Glossary, Term
from workflow.workspace.settings import ServerSettings

GLOSSARY = Glossary(
    [
        Concept(
            id="court",
            terms={"en": (Term(text="supreme court"),), "es": (Term(text="Tribunal Supremo"),)},
        )
    ]
)


def opened(fake: FakeServer, **more: str) -> Translator:
    engine = OpenAIEngine()
    engine.connect(ServerSettings(url=fake.url, model="small-model", **more), GLOSSARY)
    translator = engine.open("en", "es")
    assert translator is not None
    return translator


def saying(say: Callable[[list[str]], str]) -> Callable[[Asked], Answer]:
    def respond(asked: Asked) -> Answer:
        sentences = json.loads(asked.body["messages"][1]["content"])
        return Answer({"choices": [{"message": {"content": say(sentences)}}]})

    return respond


def upper(sentences: list[str]) -> str:
    return json.dumps([sentence.upper() for sentence in sentences])


def test_sentences_are_translated_in_order() -> None:
    sentences = [f"sentence {n}" for n in range(45)]
    with serving(saying(upper)) as fake:
        translator = opened(fake)
        assert [p.text for p in translator.translate(sentences)] == [s.upper() for s in sentences]
    assert [asked.path for asked in fake.asked] == ["/chat/completions"] * 3
    assert translator.package == "small-model"


def test_the_terms_of_a_sentence_go_along() -> None:
    with serving(saying(upper)) as fake:
        translator = opened(fake)
        translator.translate(["The Supreme Court met."])
        translator.translate(["It rained."])
    first, second = (asked.body["messages"][0]["content"] for asked in fake.asked)
    assert "English into Spanish" in first
    assert "supreme court = Tribunal Supremo" in first
    assert "Tribunal" not in second


def test_the_key_is_a_bearer_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MT_KEY", "s3cret")
    with serving(saying(upper)) as fake:
        opened(fake, key="MT_KEY").translate(["Yes."])
    assert fake.asked[0].headers["Authorization"] == "Bearer s3cret"


def test_a_fence_around_the_list_is_no_obstacle() -> None:
    with serving(saying(lambda sentences: f"Here:\n```json\n{upper(sentences)}\n```")) as fake:
        assert [p.text for p in opened(fake).translate(["Yes.", "No."])] == ["YES.", "NO."]


def test_sentences_that_are_muddled_up_are_asked_for_one_by_one() -> None:
    def muddle(sentences: list[str]) -> str:
        return upper(sentences) if len(sentences) == 1 else '["all in one"]'

    with serving(saying(muddle)) as fake:
        assert [p.text for p in opened(fake).translate(["Yes.", "No."])] == ["YES.", "NO."]


@pytest.mark.parametrize("answer", ["I cannot do that.", "[1]", "[", '{"a": ["b"]}'])
def test_a_model_that_gives_no_translation(answer: str) -> None:
    with serving(saying(lambda _: answer)) as fake:
        text = opened(fake).translate(["Yes."])[0].text
    assert text == ("b" if "b" in answer else "")


def test_a_server_of_another_kind() -> None:
    with serving(lambda _: Answer({"error": "no"})) as fake:
        translator = opened(fake)
        with pytest.raises(MissingPart, match="does not answer as OpenAI's"):
            translator.translate(["Yes."])
