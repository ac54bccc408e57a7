"""The same texts for Hugo, with templates that say what ours say, and no more."""

from pathlib import Path

from sites.texts import LANGUAGES, day_of, slug_of, text_of

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
