"""Quotations and their marks: over several paragraphs, with speakers inside, after a dash."""

import pytest

from workflow.checks.attribution import attribution
from workflow.checks.check import Check, Context, Pair
from workflow.checks.quotations import quotations
from workflow.checks.quotes import quotes


def found(check: Check, *texts: tuple[str | None, str], languages: str = "ru → en") -> list[str]:
    """Return the messages of a check for a text in paragraphs."""
    source, _, target = languages.partition(" → ")
    pairs = [
        Pair(f"p-{number}", None, there, here, source, target)
        for number, (there, here) in enumerate(texts)
    ]
    return [mark.message for _, mark in check.marks(pairs, Context())]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("ru → en", "«Ждём, — сказал он. — Уже год».", "“We are waiting,” he said. “A year now.”"),
        ("ru → en", "«Ждём, — сказал он. — Уже год».", "“We have waited for a year now,” he said."),
        ("ru → es", "«Ждём, — сказал он. — Уже год».", "«Esperamos —dijo—. Ya un año»."),
        ("en → ru", "“We wait,” he said, “for a year.”", "«Мы ждём уже год», — сказал он."),
        ("es → en", "—Nunca firmé eso —dijo Rosa al salir.", "“I never signed that,” said Rosa."),
        ("ru → en", "— Я этого не подписывала.", "“I never signed that.”"),
        ("ru → en", "— копию паспорта;", "a copy of the passport;"),
        ("ru → en", "Закрыли «Северный листок».", "They closed Severny Listok."),
        ("en → es", "They ate at Fish & Co.", "Comieron en «Fish & Co.»."),
        ("en → es", "“We wait. We hope.", "«Esperamos. Tenemos esperanza»."),
    ],
)
def test_the_same_quotations_are_known_in_another_shape(
    languages: str, source: str, target: str
) -> None:
    assert found(quotations, (source, target), languages=languages) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("«Ждём, — сказал он. — Уже год».", "They had been waiting for a year, he said."),
        ("— Я этого не подписывала, — сказала она.", "She did not sign it, she said."),
        ("Она сказала: «Нет».", "She declined."),
    ],
)
def test_speech_that_becomes_a_report_is_told(source: str, target: str) -> None:
    (message,) = found(quotations, (source, target))
    assert message.endswith("is no quotation here.")


def test_a_speaker_who_is_lost_from_the_middle_of_a_speech_is_missed() -> None:
    source = "«Мы ждём два года, — сказала Анна Лугова. — Никто не отвечает»."
    assert found(attribution, (source, "“We have waited for two years. Nobody answers.”"))
    assert not found(attribution, (source, "“We wait,” said Anna Lugova. “Nobody answers.”"))


def test_each_quotation_of_the_source_has_to_be_closed() -> None:
    first = ("«Мы ждали», — сказал он.", "“We waited, he said.")
    second = ("«Никто не пришёл», — сказала она.", "“Nobody came,” she said.")
    assert found(quotes, first, second) == ["The quotation mark “ is never closed."]


def test_a_quotation_may_be_closed_in_a_later_paragraph() -> None:
    paragraphs = [(None, '"We waited.'), (None, "Nobody came."), (None, 'We left," she said.')]
    assert found(quotes, *paragraphs) == []


def test_each_paragraph_of_a_quotation_may_open_it_again() -> None:
    assert found(quotes, (None, "“We waited."), (None, "“We left,” she said.")) == []


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (["“We waited, he said.", "Nobody came."], "The quotation mark “ is never closed."),
        (["We waited,” he said.", "“Nobody came."], "The quotation mark ” is never opened."),
        (["“We waited, he said.", "So “nobody” came."], "The quotation mark “ is never closed."),
        (
            ["“We waited.", *["So it was."] * 5, "We left.”"],
            "The quotation mark “ is never closed.",
        ),
    ],
)
def test_a_mark_without_its_other_half_is_told(paragraphs: list[str], message: str) -> None:
    assert found(quotes, *((None, text) for text in paragraphs))[0] == message
