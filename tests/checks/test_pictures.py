"""Pictures without words or without a maker, in an article and in a text on its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from workflow.checks.article import check_target
from workflow.checks.check import Context
from workflow.checks.files import check_file
from workflow.checks.finding import Finding
from workflow.document.source import Cover, Source
from workflow.workspace.workspace import Workspace

BODY = """\
![A flooded street](media/street.jpg "The street in May. Photo: Anna Muster")

![](media/bridge.jpg "The bridge in May")

Here ![the valley on a map](media/map.png) it left its bed.
"""
SOURCE = Source(title="River", language="en", body=BODY)


def findings(workspace: Workspace, source: Source) -> list[Finding]:
    """What is found in a translation that copies all that there is."""
    article = workspace.create("river", source)
    target = article.add_target("es", "ana")
    target.edit(dict(article.texts), "ana")
    found = check_target(article, target, None)
    return [each for each in found if each.check in ("alt-text", "picture-credit")]


def test_the_picture_without_words_and_the_caption_without_a_maker_are_told(
    workspace: Workspace,
) -> None:
    words, credit = sorted(findings(workspace, SOURCE), key=lambda each: each.check)
    assert words.about == "media/bridge.jpg"
    assert words.severity == "warning"
    assert credit.excerpt == "The bridge in May"
    assert credit.severity == "info"


@pytest.mark.parametrize(
    ("cover", "missing"),
    [
        (None, []),
        (Cover(file="sky.jpg", alt="A pale sky", credit="Anna Muster"), []),
        (Cover(file="sky.jpg", credit="Anna Muster"), ["alt-text"]),
        (Cover(file="sky.jpg", alt="A pale sky"), ["picture-credit"]),
    ],
)
def test_a_cover_has_words_and_a_credit(
    workspace: Workspace, cover: Cover | None, missing: list[str]
) -> None:
    found = findings(workspace, replace(SOURCE, cover=cover, body="It rained."))
    assert [each.check for each in found] == missing


def test_a_picture_in_a_text_on_its_own_is_seen_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_text("# River\n\nHere ![](media/map.png) it left its bed.\n", encoding="utf-8")
    found = [each for _, each in check_file(path, Context(), "en") if each.check == "alt-text"]
    assert [(each.line, each.column, each.excerpt) for each in found] == [
        (3, 6, "![](media/map.png)")
    ]


@pytest.mark.parametrize("address", ["x.png", "../x.png", "http://b.example/x.png", "<a b.png>"])
def test_a_lone_text_may_have_its_pictures_anywhere(tmp_path: Path, address: str) -> None:
    (tmp_path / "report.md").write_text(f"Here ![]({address}) it left its bed.", encoding="utf-8")
    ((_, found),) = check_file(tmp_path / "report.md", Context(), "en")
    assert (found.check, found.excerpt) == ("alt-text", f"![]({address})")
