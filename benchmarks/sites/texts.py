"""The texts of all sites: the same for the same number, in every language."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

LANGUAGES = ("en", "es")
WORDS = {
    "en": "river school boat village office letter winter bridge teacher morning answer promise "
    "road child district autumn question meeting signature court witness lawyer hearing record "
    "appeal the of and to in that was for on with they from had were said which when who more",
    "es": "río escuela barca pueblo oficina carta invierno puente maestra mañana respuesta promesa "
    "camino niño distrito otoño pregunta reunión firma tribunal testigo abogada audiencia acta "
    "recurso el de y a en que fue por con ellos desde había eran dijo cual cuando quien más",
}
TOPICS = 40
AUTHORS = 60
FIRST_DAY = date(2015, 1, 1)


@dataclass(frozen=True)
class Text:
    """One article in one language; `body` is Markdown."""

    title: str
    summary: str
    author: str
    topics: tuple[str, ...]
    body: str


def text_of(number: int, language: str) -> Text:
    """The same text for the same number, with a heading, a list, a quotation and two links."""
    chance = random.Random(number)
    words = WORDS[language].split()

    def sentence(least: int = 9, most: int = 19) -> str:
        return " ".join(chance.choices(words, k=chance.randint(least, most))).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(3))

    link = f"[{words[3]} {number}](https://notebook.example/{number})"
    parts = [paragraph(), f"{paragraph()} {link} **{words[5]}** {sentence()}"]
    parts += [f"## {sentence(4, 7)}", paragraph(), f"> {sentence()}", paragraph()]
    parts += ["\n".join(f"- {sentence(5, 9)}" for _ in range(3)), paragraph(), paragraph()]
    topics = chance.sample(range(TOPICS), 3)
    return Text(
        title=f"{sentence(5, 9)[:-1]} {number}",
        summary=sentence(15, 22),
        author=f"Lidia Orlova {chance.randrange(AUTHORS)}",
        topics=tuple(f"{words[topic % 25]} {topic}" for topic in topics),
        body="\n\n".join(parts) + "\n",
    )


def corrected(number: int, language: str) -> Text:
    """The same article with another title and body, as somebody has corrected it."""
    other = text_of(number + 1_000_000, language)
    return replace(text_of(number, language), title=other.title, body=other.body)


def day_of(number: int) -> date:
    return FIRST_DAY + timedelta(days=number % 3650)


def slug_of(number: int) -> str:
    return f"report-{number}"
