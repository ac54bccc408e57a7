"""A newsroom's own templates: one of them, or all, and what becomes of mistakes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.conftest import NOW
from workflow.errors import InputError
from workflow.publish.publishing import publish_target
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

ARTICLE = "es/far-bank/index.html"


class Newsroom:
    """A workspace with one article, ready to go out."""

    def __init__(self, workspace: Workspace, target: Target) -> None:
        self.public, self.templates, self.target = workspace.public, workspace.templates, target

    def publish(self) -> None:
        publish_target(self.target, "mara", ["web"], NOW)

    def text(self, path: str) -> str:
        return (self.public / path).read_text("utf-8")


@pytest.fixture
def newsroom(workspace: Workspace, approved: Callable[[str], Target]) -> Newsroom:
    return Newsroom(workspace, approved("es"))


def own(newsroom: Newsroom, name: str, text: str) -> Path:
    """Put a template of the newsroom's into its place."""
    path = newsroom.templates / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_one_part_is_replaced_and_the_others_stay(newsroom: Newsroom) -> None:
    own(newsroom, "parts/byline.html", "<p class='ours'>{{ article.facts.authors | join }}</p>")
    newsroom.publish()
    page = newsroom.text(ARTICLE)
    assert "<p class='ours'>Lidia Orlova</p>" in page
    assert '<section class="credits">' in page


def test_a_whole_theme_needs_nothing_of_the_one_that_ships(newsroom: Newsroom) -> None:
    own(newsroom, "web/article.html", "<!DOCTYPE html><title>{{ article.title_text }}</title>")
    own(newsroom, "web/front.html", "{% for card in cards %}{{ card.href }}{% endfor %}")
    own(newsroom, "web/style.css", "p { color: red }")
    newsroom.publish()
    assert newsroom.text(ARTICLE) == "<!DOCTYPE html><title>La escuela de la otra orilla</title>"
    assert newsroom.text("es/index.html") == "far-bank/index.html"
    assert newsroom.text("assets/style.css") == "p { color: red }"


def test_a_few_values_of_the_house_come_after_the_style_sheet(newsroom: Newsroom) -> None:
    own(newsroom, "web/house.css", ":root { --accent: teal; }")
    newsroom.publish()
    style = newsroom.text("assets/style.css")
    assert style.startswith("/* The look of every page.")
    assert style.endswith(":root { --accent: teal; }")


def test_another_kind_of_article_leaves_this_one_alone(newsroom: Newsroom) -> None:
    own(newsroom, "web/statement.html", "A statement.")
    newsroom.publish()
    assert newsroom.text(ARTICLE) != "A statement."


@pytest.mark.parametrize(
    ("name", "text", "line", "problem"),
    [
        ("web/article.html", "<p>\n{{ article.titel }}", 2, "has no attribute 'titel'"),
        ("web/article.html", "\n\n{% if %}", 3, "Expected an expression"),
        ("parts/byline.html", "\n{{ nobody }}", 2, "'nobody' is undefined"),
        ("web/front.html", "{{ 1 / 0 }}", 1, "division by zero"),
        ("parts/credits.html", "{{ label('Nonsense') }}", 1, "'Nonsense'"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(
    name: str, text: str, line: int, problem: str, newsroom: Newsroom
) -> None:
    path = own(newsroom, name, text)
    with pytest.raises(InputError) as raised:
        newsroom.publish()
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert problem in str(raised.value)
    assert not (newsroom.public / "es" / "index.html").exists()


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ article.__init__.__globals__ }}",
        "{{ label.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% include '../workflow.toml' %}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ range(10 ** 9) | list }}",
    ],
)
def test_a_template_sees_nothing_else_of_the_computer(newsroom: Newsroom, text: str) -> None:
    own(newsroom, "web/article.html", text)
    with pytest.raises(InputError):
        newsroom.publish()
    assert not (newsroom.public / ARTICLE).exists()
