"""A withheld name that got into every file of a workspace is repeated by no command."""

import io
import re
import shlex
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.conftest import SETTINGS
from workflow.cli.app import program
from workflow.document.source import Source
from workflow.glossary.adding import add_concept
from workflow.glossary.loader import load_glossary
from workflow.withheld.listing import VARIABLE, withhold
from workflow.workspace.events import Commented, Submitted
from workflow.workspace.workspace import Workspace

NAME = re.compile(r"zv[yj]?[eo]zd[oa]v|зв[её]зд[оа]в", re.IGNORECASE)
SLUG, OTHER = "zvezdov-is-free", "home"
BODY = """\
The court freed Timur Zvezdov on 3 May. “I am well,” Timur Zvyozdov said; his wife, Anna
Zvezdova, met him. Тимура Звездова ждали.

Zvezdov’s lawyer, Vera Example, knows [Timur
Zvezdov](https://bulletin.example/zvezdov) well.
"""
TEXTS = (
    "Timur Zvezdov está libre",
    "El tribunal liberó a Timur Zvezdov el 4 de mayo. «Estoy bien», dijo Timur Zviozdov.",
    "La abogada de Zvezdov, Vera Example, conoce bien a [Timur Zvezdov](https://example.org/).",
)
LIST = "withheld.txt"
HANDED = Path("handed")
"""The folder for whatever a command writes to be given away."""

COMMANDS = {
    "init": ["elsewhere --name Zvezdov"],
    "new": ["zvezdov.md --language en --yes", "other.md --language en --slug zvezdov -y"],
    "status": ["", "--json", SLUG, "zvezdov"],
    "translate": [f"{SLUG} --to es --engine none --by ana", f"{SLUG} --to de --engine no --by ana"],
    "check": [
        *(f"{SLUG} --format {form}" for form in ("text", "json", "sarif", "github", "html")),
        "--worst",
        "zvezdov.md --language en",
        f"translations/{SLUG}/es.po",
        f"{SLUG} --fix --by ana",
    ],
    "facts": [f"{SLUG} --to es", f"{SLUG} --to es --json"],
    "diff": [
        *(f"{SLUG} --to es --format {form}" for form in ("text", "html", "markdown")),
        *(f"{SLUG} --to es --format {form} -o handed/d" for form in ("text", "html", "docx")),
    ],
    "publish": [f"{SLUG} --by ben", f"{SLUG} --preview", f"{SLUG} --collection handed/c.docx"],
    "unpublish": [f"{SLUG} --to es --reason Zvezdov --by ben"],
    "history": [SLUG, f"{SLUG} --json"],
    "credits": [SLUG, f"{SLUG} --json"],
    "rename": [f"{SLUG} zvezdov-at-home --by ana"],
    "archive": [f"{SLUG} --by ana"],
    "undo": [f"{SLUG} --to es --by ana"],
    "review edit": [f"{SLUG} --to es --to-file handed/t.md", f"{SLUG} --to es --unit zvezdov"],
    "review export": [
        f"{SLUG} --to es -o handed/r.docx",
        f"{OTHER} --to es -o handed/r.docx",
        f"{OTHER} --to es --plain -o handed/p.docx",
    ],
    "review import": ["zvezdov.md --by ben"],
    "review prose": [f"translations/{SLUG}/es.po"],
    "review reading": [f"{SLUG} --to es", f"{SLUG} --to es --json"],
    "review vouch": [f"{SLUG} --to es --reason Zvezdov --by ben"],
    "review assign": [f"{SLUG} ana --to es --by ben"],
    "review credit": [f"{SLUG} Zvezdov --to es --reason Zvezdov --by ben"],
    "review gate": ["", "--for submit", "--for approve --by ben"],
    "review report": ["--since HEAD", "--since HEAD -o handed/report.md"],
    "review record": ["--since HEAD --author ana --by ben"],
    "review invite": ["ana --url https://review.example", "zvezdov"],
    "review submit": [f"{SLUG} --to es --by ana"],
    "review approve": [f"{SLUG} --to es --by ben"],
    "review return": [f"{SLUG} --to es --reason Zvezdov --by ben"],
    "review comment": [f"{SLUG} Zvezdov --to es --by ben"],
    "review resolve": [f"{SLUG} {{comment}} --to es --by ben", f"{SLUG} zvezdov --to es --by ben"],
    "review waive": [f"{SLUG} zvezdov --to es --reason Zvezdov --by ben"],
    "review claim": [f"{SLUG} --to es --by ana"],
    "glossary import": ["zvezdov.md --format csv", "zvezdov.md"],
    "glossary export": [
        *(f"handed/g.{form}" for form in ("tbx", "csv", "tsv")),
        *(f"handed/g --format {form} --from en --to es" for form in ("omegat", "weblate")),
    ],
    "glossary suggest": ["--least 1", "--least 1 --json"],
    "glossary changed": ["Zvezdoff", "Zvezdoff --json"],
    "glossary withhold": [""],
    "glossary purge": [""],
    "glossary list": ["", "--json", "--glossary glossary.yaml"],
    "glossary find": ["Zvezdov", "Zvezdov --json", "Zvezdov --glossary glossary.yaml"],
    "glossary lint": ["", "--json"],
    "glossary add": ["zvezdov en=Zvezdov", "another en=Zvezdov"],
    "memory search": ["Zvezdov", f"'{BODY[:60]}'", f"'{BODY[:60]}' --json"],
    "memory import": ["zvezdov.md"],
    "memory export": ["handed/m.tmx"],
    "memory stats": ["", "--json"],
    "models list": [""],
    "models remove": ["zv ez"],
    "theme": ["", "zvezdov"],
}
NOT_TRIED = {
    "demo": "has a workspace of its own",
    "models install": "goes to the network, and sees no text",
    "review serve": "runs on; its pages have tests of their own",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose every file has a name that was withheld too late; its list lies beside."""
    root = tmp_path_factory.mktemp("made") / "newsroom"
    root.mkdir()
    (root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    workspace = Workspace.find(root)
    for slug in (SLUG, OTHER):
        translated(workspace, slug)
    glossary = load_glossary(workspace.glossary_path, workspace.root)
    add_concept(workspace.glossary_path, glossary, "zvezdov", {"en": "Timur Zvezdov", "es": "X"})
    with workspace.glossary_path.open("a", encoding="utf-8") as file:
        file.write("- id: star\n  terms:\n    es:\n    - star\n")
        file.write("    - {term: Zvezdoff, status: deprecated}\n")
    (root / "zvezdov.md").write_text(f"# Timur Zvezdov\n\n{BODY}", encoding="utf-8")
    (root / "other.md").write_text("# Another\n\nA text.\n", encoding="utf-8")
    (root / HANDED).mkdir()
    for command in ("init -q", "add -A", "-c user.name=n -c user.email=n@x commit -qm one"):
        subprocess.run(["git", *command.split()], cwd=root, check=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(root.parent / LIST))
        for name in ("Тимур Звездов", "Zvezdov", "Zvezdoff"):
            withhold(workspace, name)
    return root


@pytest.fixture
def newsroom(made: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A copy of the workspace, for one test."""
    listed = workspace.root.parent / LIST
    shutil.copyfile(made.parent / LIST, listed)
    monkeypatch.setenv(VARIABLE, str(listed))
    shutil.copytree(made, workspace.root, dirs_exist_ok=True)
    return workspace


def translated(workspace: Workspace, slug: str) -> None:
    """Make an article with a Spanish translation that was submitted, changed and remarked on."""
    source = Source(
        title="Timur Zvezdov is free",
        language="en",
        authors=("Тимур Звездов",),
        summary="After two years Timur Zvezdov is at home.",
        body=BODY,
    )
    article = workspace.create(slug, source)
    target = article.add_target("es", "ana")
    units = [unit.id for unit in article.units if unit.id[0] in "tp"]
    target.edit(dict(zip(units, TEXTS, strict=True)), "ana")
    target.record(Commented(text="Is it Zvezdov or Zvyozdov?", unit=units[0], blocking=True), "ben")
    state = target.state
    target.record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    target.edit({units[0]: "Timur Zvezdov, en casa"}, "ana")
    path = article.path / "es.po"
    path.write_text(path.read_text("utf-8").replace("La abogada", "Una abogada"), "utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_repeats_the_name(
    shell: Any, newsroom: Workspace, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    comment = newsroom.article(SLUG).target("es").state.comments[0].id[-6:].lower()
    for words in COMMANDS[command]:
        monkeypatch.setattr("sys.stdin", io.StringIO("Timur Zvezdov\n"))
        ran = shell(*command.split(), *shlex.split(words.format(comment=comment)))
        assert "fault in workflow" not in ran.err
        for told in (ran.out, ran.err, *handed(newsroom.root / HANDED)):
            assert not NAME.search(told), f"{command} {words}: {told}"


def handed(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        yield path.name
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    text = archive.read(part).decode(errors="replace")
                    yield text
                    yield re.sub(r"<[^<>]*>", "", text)
        else:
            yield path.read_text(encoding="utf-8")


def test_every_command_is_tried() -> None:
    """A command that is new has to be tried here too."""
    assert set(commands(typer.main.get_command(program()))) == {*COMMANDS, *NOT_TRIED}


def commands(command: Any, path: str = "") -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path
    for name, each in (inner or {}).items():
        yield from commands(each, f"{path} {name}".strip())
