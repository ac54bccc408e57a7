"""The docs tell the truth: their commands run, their pages exist, their tables are current."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workflow.cli import reference

TOP = Path(__file__).parent.parent
PAGES = sorted([TOP / "README.md", TOP / "CHANGELOG.md", *(TOP / "docs").glob("*.md")])
_FENCE = re.compile(r"^```(\w+)(?: ([\w./]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODES = re.compile(r"#.*ends with (\d(?: or \d)*)")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's folder: a saved page, and an editor that types the sample's revision."""
    shutil.copy(TOP / "samples/courthouse-appeal.html", tmp_path / "my-page.html")
    revision = TOP / "samples/courthouse-appeal.es.txt"
    command = [
        sys.executable,
        "-c",
        "import shutil, sys; shutil.copy(*sys.argv[1:])",
        str(revision),
    ]
    monkeypatch.setenv("VISUAL", shlex.join(command))
    return tmp_path


@pytest.mark.parametrize("page", ["README.md", "docs/tour.md"])
def test_the_commands_of_a_tour_run(desk: Path, page: str) -> None:
    here = desk
    for language, file, text in _FENCE.findall((TOP / page).read_text(encoding="utf-8")):
        if language == "toml":
            with (here / file).open("a", encoding="utf-8") as target:
                target.write(text)
        for line in text.splitlines() if language == "console" else ():
            command = line.removeprefix("$ ")
            if command.startswith("cd "):
                here /= command.split()[1]
                continue
            expected = found[1].split(" or ") if (found := _CODES.search(command)) else ["0"]
            words = shlex.split(command, comments=True)
            assert words[0] == "workflow", f"only our own commands in a tour: {command}"
            ran = subprocess.run(
                [sys.executable, "-m", "workflow", *words[1:]],
                cwd=here,
                capture_output=True,
                text=True,
                env=os.environ,
                check=False,
            )
            assert str(ran.returncode) in expected, f"{command}\n{ran.stdout}\n{ran.stderr}"
    assert (here / "public/es/my-article/index.html").is_file()
    assert (here / "public/es/my-article/my-article.docx").is_file()


def test_the_reference_of_commands_is_current() -> None:
    assert (TOP / "docs/commands.md").read_text(encoding="utf-8") == reference.page(), "make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"(`+).*?\1", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    local = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, found = set(), {TOP / "README.md"}
    while found - reached:
        page = (found - reached).pop()
        reached.add(page)
        for link in re.findall(r"\]\(([^)#:]+\.md)", page.read_text(encoding="utf-8")):
            found.add((page.parent / link).resolve())
    assert set(PAGES) - reached == set()
