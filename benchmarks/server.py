"""How fast the review page answers, alone and with twenty editors at once.

    python benchmarks/server.py

The real server (`workflow review serve`) over an article of 2,000 units, asked by processes on the
same machine, which take their share of it. Three questions: how long the article takes to open;
how long a save takes while twenty editors work; and whether of 10,000 saves at once over few units
each one either stands in the journal, once, or was answered with the text that stands against it.
"""

import http.client
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urljoin

from workflow.document.source import Source
from workflow.server.access import Access
from workflow.workspace.events import Edited, Origin
from workflow.workspace.workspace import Workspace

UNITS = 2000
EDITORS = 20
SAVES = 10_000
CONTESTED = 50
"""Over how many units the saves of the last question go."""
PAUSE = 1.0
"""Seconds from one save of an editor to the next, on average: faster than anybody types."""
ROUNDS = 15
SLUG = "long-report"
PAGE = f"/a/{SLUG}/es"


@dataclass
class Editor:
    """A browser in which an editor is signed in."""

    port: int
    cookie: str
    token: str = ""
    seen: dict[str, str] = field(default_factory=dict)
    _connection: http.client.HTTPConnection | None = None

    def send(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """Return status and body; who is asked to wait waits, and asks again."""
        headers = {"Cookie": self.cookie, "Accept": "application/json" if fields else "text/html"}
        if fields is not None:
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        while True:
            if self._connection is None:
                self._connection = http.client.HTTPConnection("127.0.0.1", self.port)
            self._connection.request(method, path, urlencode(fields or {}), headers)
            answer = self._connection.getresponse()
            body = answer.read().decode()
            if answer.status != 429:
                return answer.status, body
            time.sleep(0.2)

    def open(self) -> list[str]:
        """Open the article, and return the units of its first part: what the reader sees first."""
        return self._units(PAGE)[0]

    def open_whole(self) -> list[str]:
        """Open all parts of the article, one after the other, and return its units."""
        units, following = self._units(PAGE)
        while following:
            more, following = self._units(following)
            units += more
        return units

    def _units(self, path: str) -> tuple[list[str], str]:
        _, page = self.send("GET", path)
        self.token = re.findall(r'name="token" value="(\w+)"', page)[0]
        following = re.findall(r'class="further" href="([^"]+)"', page)
        ids = re.findall(r'id="([a-z]+-[0-9a-f]{6}(?:\.\d+)?)"', page)
        return ids, urljoin(path, unescape(following[0])) if following else ""

    def look(self, unit: str) -> None:
        """Open one unit, as a person does before they write."""
        _, page = self.send("GET", f"{PAGE}/u/{unit}")
        self.seen[unit] = re.findall(r'name="seen" value="(\w+)"', page)[0]

    def save(self, unit: str, text: str) -> "Answer":
        fields = {"token": self.token, "text": text, "seen": self.seen[unit], "as": "confirm"}
        start = time.perf_counter()
        status, body = self.send("POST", f"{PAGE}/u/{unit}", fields)
        took = time.perf_counter() - start
        told = json.loads(body)
        self.seen[unit] = told.get("version", self.seen[unit])
        return Answer(unit, text, status, told.get("text", ""), took)


@dataclass(frozen=True)
class Answer:
    """What became of a save; `stands` is the text that the server says the unit has now."""

    unit: str
    text: str
    status: int
    stands: str
    seconds: float


def newsroom(root: Path) -> Workspace:
    """A workspace with twenty editors, and an article of 2,000 units that was drafted."""
    people = "".join(
        f'[contributors.e{number:02}]\nname = "Editor {number}"\nroles = ["translator"]\n\n'
        for number in range(EDITORS)
    )
    (root / "workflow.toml").write_text(f'[workspace]\nname = "Load"\n\n{people}', encoding="utf-8")
    workspace = Workspace.find(root)
    body = "\n\n".join(
        f"Witness {number} told the court in Ravnoye what happened on the night of "
        f"{number % 28 + 1} March, and the judge asked {number % 9 + 2} questions."
        for number in range(UNITS - 1)
    )
    article = workspace.create(SLUG, Source(title="A long report", language="en", body=body))
    target = article.add_target("es", "e00")
    drafts = {
        key: (f"Borrador: {text}", Origin(engine="argos")) for key, text in article.texts.items()
    }
    target.draft(drafts, "e00")
    return workspace


@contextmanager
def server(root: Path) -> Iterator[int]:
    """The real server at a free port, until the end."""
    command = [sys.executable, "-m", "workflow", "review", "serve"]
    command += ["--no-open", "--port", "0", "--by", "e00"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        assert process.stdout
        link = process.stdout.readline()
        port = int(re.findall(r":(\d+)/", link)[0])
        try:
            yield port
        finally:
            process.terminate()


def sign_in(port: int, link: str) -> Editor:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {
        "Origin": f"http://127.0.0.1:{port}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", f"/enter/{link}", "", headers)
    answer = connection.getresponse()
    answer.read()
    cookie = (answer.headers["set-cookie"] or "").partition(";")[0]
    return Editor(port, cookie)


def work(editor: Editor, number: int, units: Sequence[str]) -> list[Answer]:
    """An editor goes through units of their own, with a pause after each save."""
    pause = random.Random(number)
    answers = []
    for unit in units[number * ROUNDS :][:ROUNDS]:
        editor.look(unit)
        time.sleep(pause.uniform(0.5, 1.5) * PAUSE)
        answers.append(editor.save(unit, f"Texto de la editora {number} para {unit}."))
    return answers


def contend(editor: Editor, number: int, units: Sequence[str]) -> list[Answer]:
    """An editor saves without a pause, where all the others do."""
    choice = random.Random(number)
    answers = []
    for unit in units:
        editor.look(unit)
    for turn in range(SAVES // EDITORS):
        unit = choice.choice(units)
        answers.append(editor.save(unit, f"Texto {number}.{turn} para {unit}."))
    return answers


def together(task, editors: Sequence[Editor], units: Sequence[str]) -> list[Answer]:
    """Let all editors work at once, in two processes, and return all answers."""
    halves = [list(enumerate(editors))[side::2] for side in range(2)]
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(_half, task, half, units) for half in halves]
        return [answer for future in futures for answer in future.result()]


def _half(task, half: Sequence[tuple[int, Editor]], units: Sequence[str]) -> list[Answer]:
    with ThreadPoolExecutor(len(half)) as pool:
        futures = [pool.submit(task, editor, number, units) for number, editor in half]
        return [answer for future in futures for answer in future.result()]


def quantile(values: Sequence[float], share: float) -> float:
    """Return a quantile in milliseconds."""
    return sorted(values)[int(share * (len(values) - 1))] * 1000


def seconds_of(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def faults(answers: Sequence[Answer], workspace: Workspace, before: int) -> dict[str, int]:
    """Count what must not be: saves that were lost, doubled, or refused without a reason."""
    target = workspace.article(SLUG).target("es")
    recorded = Counter(
        (change.unit, change.text)
        for event in target.events[before:]
        if isinstance(event.payload, Edited)
        for change in event.payload.changes
    )
    taken = [(a.unit, a.text) for a in answers if a.status == 200]
    refused = [a for a in answers if a.status == 409]
    return {
        "accepted": len(taken),
        "conflicts shown": sum(bool(a.stands) and a.stands != a.text for a in refused),
        "conflicts not shown": sum(not a.stands or a.stands == a.text for a in refused),
        "other answers": len(answers) - len(taken) - len(refused),
        "lost": sum(recorded[save] == 0 for save in taken),
        "doubled": sum(count > 1 for count in recorded.values()),
        "recorded though refused": sum(recorded[a.unit, a.text] > 0 for a in refused),
    }


def main() -> None:
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        workspace = newsroom(Path(folder))
        access = Access(workspace.cache / "server")
        with server(workspace.root) as port:
            editors = [sign_in(port, access.link(f"e{n:02}")) for n in range(EDITORS)]
            first = [seconds_of(editor.open) for editor in editors]
            units = editors[0].open_whole()
            whole = seconds_of(editors[0].open_whole)
            print(
                f"an article of {len(units)} units opens in {first[0]:.2f} s the first time, "
                f"then in {quantile(first, 0.5):.0f} ms; all its parts take {whole:.2f} s\n"
            )
            answers = together(work, editors, units)
            taken = [answer.seconds for answer in answers if answer.status == 200]
            print(
                f"{len(taken)} saves of {EDITORS} editors, one in {PAUSE:.0f} s each: "
                f"median {quantile(taken, 0.5):.0f} ms, 95 % {quantile(taken, 0.95):.0f} ms\n"
            )
            before = len(workspace.article(SLUG).target("es").events)
            start = time.perf_counter()
            answers = together(contend, editors, units[:CONTESTED])
            took = time.perf_counter() - start
            rate = len(answers) / took
            print(f"{len(answers)} saves at once over {CONTESTED} units: {rate:.0f} a second")
        for name, count in faults(answers, workspace, before).items():
            print(f"  {name:24}{count:6}")


if __name__ == "__main__":
    main()
