"""Who works on a text in Word or in an editor sees masks; the journal keeps the names."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from workflow.document.packing import pack
from workflow.withheld.listing import VARIABLE, withhold
from workflow.workspace.article import Article
from workflow.workspace.target import Target

MASK = re.compile(r"Withheld-\d{5}")
DOCUMENT = "word/document.xml"


@pytest.fixture
def target(
    article: Article, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Target:
    """A Spanish translation in which a name was withheld afterwards."""
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    monkeypatch.setattr("workflow.cli.review_documents.findings_of", lambda target: [])
    monkeypatch.setattr("workflow.cli.review_edit.findings_of", lambda target: [])
    target = article.add_target("es", "ana")
    first = next(key for key in article.texts if key.startswith("p-"))
    texts = dict.fromkeys(article.texts, "Un texto.")
    target.edit({**texts, first: "Pavel Orlin sigue preso."}, "ana", confirmed=False)
    withhold(article.workspace, "Pavel Orlin")
    return target


def text_now(target: Target) -> str:
    texts = target.article.workspace.article(target.article.slug).target("es").texts
    return next(text for key, text in texts.items() if key.startswith("p-"))


def test_a_word_file_goes_out_and_comes_back(shell: Any, target: Target) -> None:
    slug, root = target.article.slug, target.article.workspace.root
    assert shell("review", "export", slug, "--to", "es", "-o", "r.docx").code == 0
    with zipfile.ZipFile(root / "r.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = parts[DOCUMENT].decode()
    assert "Orlin" not in document
    assert MASK.search(document)
    edited = document.replace("sigue preso", "sigue detenido")
    assert edited != document
    (root / "r.docx").write_bytes(pack(parts | {DOCUMENT: edited.encode()}))
    ran = shell("review", "import", "r.docx", "--by", "ben")
    assert ran.code == 0, ran.err
    assert "Orlin" not in ran.out + ran.err
    assert text_now(target) == "Pavel Orlin sigue detenido."


def test_an_editor_gets_masks_and_gives_them_back(shell: Any, target: Target) -> None:
    slug = target.article.slug
    shell("review", "edit", slug, "--to", "es", "--to-file", "t.md")
    file = Path("t.md")
    text = file.read_text(encoding="utf-8")
    assert "Orlin" not in text
    file.write_text(text.replace("sigue preso", "está preso"), encoding="utf-8")
    ran = shell("review", "edit", slug, "--to", "es", "--from-file", "t.md", "--by", "ana")
    assert "1 unit changed" in ran.out
    assert text_now(target) == "Pavel Orlin está preso."


def test_an_invented_mask_is_refused(shell: Any, target: Target) -> None:
    slug = target.article.slug
    shell("review", "edit", slug, "--to", "es", "--to-file", "t.md")
    file = Path("t.md")
    text = MASK.sub("Withheld-00000", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    ran = shell("review", "edit", slug, "--to", "es", "--from-file", "t.md", "--by", "ana")
    assert ran.code == 2
    assert "Withheld-00000 stands for no name" in ran.err
