"""How long `workflow status` takes over 1,000 articles with real histories, warm and with no cache.

Run: python benchmarks/status.py [ARTICLES]
"""

import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from installed import compile_package

from workflow.document.source import Source
from workflow.workspace.events import Approved, Commented, Origin, Published, Submitted
from workflow.workspace.setup import make_workspace
from workflow.workspace.workspace import Workspace

PEOPLE = """
[contributors.ana]
name = "Ana Prueba"
[contributors.ben]
name = "Ben Muster"
"""
SENTENCE = "The court in town number {0} extended the arrest of person {1} for {2} days. "
PARAGRAPHS = 30


def body(number: int) -> str:
    return "\n\n".join(
        "".join(SENTENCE.format(number, p, s) for s in range(3)) for p in range(PARAGRAPHS)
    )


def write_article(workspace: Workspace, number: int) -> None:
    """An article as it is after its whole life: drafted, edited, discussed, approved, published."""
    source = Source(title=f"Report {number}", language="en", body=body(number))
    article = workspace.create(f"report-{number}", source)
    target = article.add_target("es", "ana")
    origin = Origin(engine="argos", package="en_es 1.0")
    target.draft({key: (f"ES {text}", origin) for key, text in article.texts.items()}, "ana")
    keys = list(target.texts)
    for part in range(0, len(keys), 8):
        target.edit({key: f"{target.texts[key]} bien" for key in keys[part : part + 8]}, "ana")
    for key in keys[::10]:
        target.record(Commented(text="Is this the usual word?", unit=key), "ben")
    for seal in (Submitted, Approved):
        target.record(seal(text=target.state.text_hash, source=target.state.source_hash), "ben")
    target.record(
        Published(text=target.state.text_hash, source=target.state.source_hash, formats=("web",)),
        "ben",
    )


def seconds(root: Path) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "workflow", "status"]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    return time.perf_counter() - begun


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    compile_package()
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_workspace(Path(folder) / "w", name="Bench", targets=("es",))
        with (workspace.root / "workflow.toml").open("a", encoding="utf-8") as settings:
            settings.write(PEOPLE)
        for number in range(count):
            write_article(workspace, number)
        shutil.rmtree(workspace.cache)
        cold = seconds(workspace.root)
        warm = min(seconds(workspace.root) for _ in range(3))
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(f"workflow status, {count} articles: {cold:.2f} s with no cache, {warm:.2f} s warm")


if __name__ == "__main__":
    main()
