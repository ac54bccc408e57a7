from collections.abc import Callable
from pathlib import Path

from workflow.document.edition import source_edition
from workflow.document.frontmatter import parse_source
from workflow.publish.article import PublishedArticle
from workflow.publish.plain_text import PlainText

Articles = Callable[..., PublishedArticle]


def text_of(article: PublishedArticle) -> str:
    (file,) = PlainText().files(article, Path())
    assert isinstance(file.content, bytes)
    return file.content.decode()


def written(article_in: Articles, body: str) -> str:
    source = parse_source(f"---\ntitle: T\nlanguage: en\n---\n{body}\n", "source.md")
    return text_of(article_in("en", source_edition(source)))


def test_an_article_begins_with_what_it_is_and_ends_with_its_credits(
    article_in: Articles,
) -> None:
    paragraphs = text_of(article_in("ru")).split("\n\n")
    assert paragraphs[:2] == ["Интервью", "Река унесла мост, а с ним и школу"]
    assert paragraphs[-1].startswith("Об этом переводе\nПеревод: Ana Prueba и Нина Кей\n")


def test_links_keep_their_addresses_and_footnotes_their_numbers(article_in: Articles) -> None:
    text = written(
        article_in,
        "[Words](https://a.example/b) <https://a.example/c> <me@a.example>[^1]\n\n[^1]: Note.",
    )
    assert "Words (https://a.example/b) https://a.example/c me@a.example[1]\n\n[1] Note." in text


def test_lists_quotes_and_tables_keep_their_shape(article_in: Articles) -> None:
    text = written(article_in, "3. a\n   - b\n4. c\n\n> d\n\n|e|f|\n|-|-|\n|g|h|")
    assert "3. a\n   • b\n4. c\n\n> d\n\ne\tf\ng\th\n" in text
