"""How long a whole site takes to build, beside Pelican and Hugo on the same texts in the same run.

    python benchmarks/site.py [ARTICLES] [--pelican PYTHON] [--hugo HUGO]

Every article has about 400 words and stands in English and Spanish; our workspace has the English
text as the source, the Spanish one as its published translation, and `publish_source = true`. All
three make one page for each text, lists by language, topic and author, and a feed by language.
`PYTHON` is the interpreter of an environment in which `pip install 'pelican[markdown]'` was run.
"""

import argparse
import hashlib
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from workflow.document.frontmatter import serialize_source
from workflow.document.source import Source
from workflow.document.units import source_units
from workflow.workspace import journal, po
from workflow.workspace.events import (
    Approved,
    Change,
    Drafted,
    Edited,
    Event,
    Origin,
    Payload,
    Published,
    Started,
    Submitted,
)
from workflow.workspace.fold import fold
from workflow.workspace.hashes import text_hash

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
SETTINGS = """
[workspace]
name = "The Bulletin"
url = "https://bulletin.example"
targets = ["es"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]

[contributors.cai]
name = "Cai Muestra"
roles = ["translator"]

[contributors.ben]
name = "Ben Muster"
roles = ["reviewer", "publisher"]

[publish]
formats = ["web"]
publish_source = true
"""


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


def day_of(number: int) -> date:
    return FIRST_DAY + timedelta(days=number % 3650)


def slug_of(number: int) -> str:
    return f"report-{number}"


def event(payload: Payload, by: str, events: Sequence[Event]) -> Event:
    made = journal.new_event(payload, by, events)
    return replace(made, at=f"{day_of(len(events)).isoformat()}T10:00:00Z")


def write_article(folder: Path, number: int) -> None:
    """An article as it is after it was drafted, revised, approved and published."""
    english, spanish = (text_of(number, language) for language in LANGUAGES)
    source, other = (_source(text, number) for text in (english, spanish))
    units, words = source_units(source), source_units(replace(other, language="es"))
    data = serialize_source(source).encode()
    translators = ("ana", "cai")
    by, origin = translators[number % 2], Origin(engine="argos", package="en_es 1.0")
    pairs = [(unit.id, word.text) for unit, word in zip(units, words, strict=True)]
    drafted = tuple(
        Change(unit=key, text=f"{text} ", saw=text_hash(""), confirmed=False, origin=origin)
        for key, text in pairs
    )
    edited = tuple(Change(unit=key, text=text, saw=text_hash(f"{text} ")) for key, text in pairs)
    started = Started(
        source={unit.id: unit.text for unit in units},
        file=hashlib.sha256(data).hexdigest(),
    )
    events: list[Event] = []
    for payload, who in (
        (started, by),
        (Drafted(changes=drafted), by),
        (Edited(changes=edited), by),
    ):
        events.append(event(payload, who, events))
    state = fold(events)
    seal = {"text": state.text_hash, "source": state.source_hash}
    for sealed, who in ((Submitted(**seal), by), (Approved(**seal), "ben")):
        events.append(event(sealed, who, events))
    events.append(event(Published(**seal, formats=("web",)), "ben", events))
    state = fold(events)
    page = po.render(state, article=slug_of(number), source_language="en", target="es")
    events[-1] = replace(events[-1], po=po.step_hash(page, len(events)))
    history = folder / "history" / "es"
    history.mkdir(parents=True)
    (folder / "source.md").write_bytes(data)
    (folder / "es.po").write_bytes(page)
    for who in (by, "ben"):
        lines = "".join(f"{journal.encode(each)}\n" for each in events if each.by == who)
        (history / f"{who}.jsonl").write_text(lines, encoding="utf-8")


def _source(text: Text, number: int) -> Source:
    return Source(
        title=text.title,
        language="en",
        authors=(text.author,),
        date=day_of(number),
        summary=text.summary,
        tags=text.topics,
        body=text.body,
    )


HUGO = """
baseURL = "https://bulletin.example/"
title = "The Bulletin"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
paginate = 50
disableKinds = []
[languages.en]
weight = 1
[languages.es]
weight = 2
[taxonomies]
tag = "tags"
author = "authors"
"""
HUGO_BASE = """<!doctype html>
<html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }} · {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}
<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}{{ with .OutputFormats.Get "rss" }}
<link rel="alternate" type="{{ .MediaType }}" href="{{ .Permalink }}">{{ end }}
<meta name="description" content="{{ .Description }}"></head>
<body><header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
HUGO_SINGLE = """{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p>
<p>{{ range .GetTerms "authors" }}
<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>
<ul>{{ range .Translations }}
<li><a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a></li>{{ end }}</ul>
{{ .Content }}
<ul>{{ range .GetTerms "tags" }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
</article>{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ol>
{{ range .Paginator.Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Description }}</p><time>{{ .Date.Format "2 January 2006" }}</time></li>{{ end }}</ol>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">newer</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">older</a>{{ end }}{{ end }}
"""
HUGO_TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""
PELICAN = """
SITENAME = "The Bulletin"
SITEURL = "https://bulletin.example"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_PAGINATION = 50
ARTICLE_URL = "{lang}/{slug}/"
ARTICLE_SAVE_AS = "{lang}/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = "feeds/all-{lang}.atom.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = True
"""


def write_hugo(root: Path, count: int) -> None:
    """The same texts for Hugo, with templates that say what ours say, and no more."""
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (root / "config.toml").write_text(HUGO, encoding="utf-8")
    for name, text in (
        ("baseof", HUGO_BASE),
        ("single", HUGO_SINGLE),
        ("list", HUGO_LIST),
        ("terms", HUGO_TERMS),
    ):
        (layouts / f"{name}.html").write_text(text, encoding="utf-8")
    folder = root / "content" / "posts"
    folder.mkdir(parents=True)
    for number in range(count):
        for language in LANGUAGES:
            text = text_of(number, language)
            head = f"title: {text.title}\ndate: {day_of(number)}\ndescription: {text.summary}\n"
            head += f"authors: [{text.author}]\ntags: [{', '.join(text.topics)}]\n"
            path = folder / f"{slug_of(number)}.{language}.md"
            path.write_text(f"---\n{head}---\n{text.body}", encoding="utf-8")


def write_pelican(root: Path, count: int) -> None:
    """The same texts for Pelican, with the plainest of its own themes."""
    (root / "content").mkdir(parents=True)
    (root / "pelicanconf.py").write_text(PELICAN, encoding="utf-8")
    for number in range(count):
        for language in LANGUAGES:
            text = text_of(number, language)
            head = f"Title: {text.title}\nDate: {day_of(number)}\nSummary: {text.summary}\n"
            head += f"Slug: {slug_of(number)}\nLang: {language}\nAuthors: {text.author}\n"
            head += f"Tags: {', '.join(text.topics)}\n"
            path = root / "content" / f"{slug_of(number)}-{language}.md"
            path.write_text(f"{head}\n{text.body}", encoding="utf-8")


def write_ours(root: Path, count: int) -> None:
    """A workspace in which all articles have been published, on another computer."""
    root.mkdir(parents=True)
    (root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(count):
        write_article(root / "translations" / slug_of(number), number)


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, seconds of all processors, the most memory of a process."""

    wall: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:7.1f} s  {self.processor:7.1f} s of processors  {self.memory:5.0f} MB"


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command and measure it, with all the processes that it starts."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{command[0]} failed with {status}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def pages(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))


def change_one(root: Path, number: int) -> None:
    """Give one article another text, as if it had been revised and approved again."""
    folder = root / "translations" / slug_of(number)
    shutil.rmtree(folder)
    write_article(folder, number + 1_000_000)


def measure_ours(root: Path) -> None:
    publish = [sys.executable, "-m", "workflow", "publish", "--by", "ben"]
    shutil.rmtree(root / ".workflow", ignore_errors=True)
    shutil.rmtree(root / "public", ignore_errors=True)
    print(f"workflow, everything          {run([*publish, '--all'], root)}", flush=True)
    print(f"          pages               {pages(root / 'public')}", flush=True)
    print(f"workflow, nothing changed     {run([*publish, '--all'], root)}", flush=True)
    for number in (3, 4):
        change_one(root, number)
        print(f"workflow, one article changed {run([*publish, slug_of(number)], root)}", flush=True)
    change_one(root, 5)
    print(f"workflow, the same with --all {run([*publish, '--all'], root)}", flush=True)


def main() -> None:
    """Write the texts three times, build each site, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--pelican", metavar="PYTHON")
    parser.add_argument("--hugo", metavar="HUGO")
    asked = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"load {os.getloadavg()[0]:.1f}; {asked.articles} articles in {len(LANGUAGES)} languages")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if asked.hugo:
            write_hugo(root / "hugo", asked.articles)
            print(f"Hugo, everything              {run([asked.hugo], root / 'hugo')}", flush=True)
            print(f"          pages               {pages(root / 'hugo' / 'public')}", flush=True)
        write_ours(root / "ours", asked.articles)
        measure_ours(root / "ours")
        if asked.pelican:
            write_pelican(root / "pelican", asked.articles)
            command = [asked.pelican, "-m", "pelican", "-q"]
            print(f"Pelican, everything           {run(command, root / 'pelican')}", flush=True)
            print(f"          pages               {pages(root / 'pelican' / 'output')}", flush=True)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
