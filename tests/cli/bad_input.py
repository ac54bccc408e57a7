"""Bad input of every sort, as a table: what is wrong, and what is said of it."""

from dataclasses import dataclass

from tests.cli.spoiling import (
    PO,
    SLUG,
    Wrong,
    a_file,
    a_folder,
    a_way_out,
    a_zip,
    added,
    enormous,
    holds,
    in_pyproject,
    recoded,
    replaced,
    twice,
)

SOURCE = f"translations/{SLUG}/source.md"
NEW = "far-bank"
JOURNAL = f"translations/{SLUG}/history/es/ana.jsonl"
FRONT = "---\ntitle: A\nlanguage: en\n{}\n---\n\nA text of some words.\n"
EVENT = '{"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","at":"2030-01-01T00:00:00Z","by":"ana"'


@dataclass(frozen=True)
class Case:
    """A command, what is wrong, the exit code, and words that the error must say."""

    words: str
    says: str
    wrong: Wrong | None = None
    code: int = 2


_ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>"""

COMMANDS = [
    Case("nonsense", "no such command"),
    Case("status --nonsense", "--nonsense"),
    Case("undo", "missing"),
    Case("status nothing-here", "nothing-here"),
    Case("status ../#", "is not a slug"),
    Case("status /etc", "is not a slug"),
    Case("status COURT", "is not a slug"),
    Case("history # --to fr", "has no target fr"),
    Case("history # --to Spanish", "'Spanish' is not a language tag"),
    Case("credits # --to e", "'e' is not a language tag"),
    Case("undo # --to es --by zoe", "'zoe', who is not a contributor"),
    Case("undo # --to es", "nobody is named"),
    Case("rename # other --by ana", "already an article other"),
    Case("rename # ../../x --by ana", "is not a slug"),
    Case("rename nothing-here new --by ana", "nothing-here"),
    Case("archive nothing-here --by ana", "nothing-here"),
    Case("archive # --restore --by ana", "not in the archive"),
    Case("translate --by ana", "name the articles"),
    Case("translate # --all --by ana", "--all takes no articles"),
    Case("translate # --to english --by ana", "'english' is not a language tag"),
    Case("translate # --to en --engine none --by ana", "written in en"),
    Case("translate # --engine nonsense --by ana", "nonsense"),
    Case("check nothing-here", "nothing-here"),
    Case("check # --format nonsense", "nonsense"),
    Case("check # --to fr", "fr"),
    Case("diff # --to es --from someday", "'someday' names no revision"),
    Case("diff # --to es --into published", "nothing has been published yet"),
    Case("diff # --to es --format nonsense", "nonsense"),
    Case("diff # --to es -o translations", "translations cannot be written"),
    Case("publish --by ana", "no article is named"),
    Case("publish # --by ana --format web", "has not been approved", code=1),
    Case("publish # --preview --format song", "song"),
    Case("publish # --to fr --by ana", "has no target fr"),
    *(
        Case(
            words,
            "has no translation yet",
            holds(f"translations/{NEW}/source.md", FRONT.format("")),
        )
        for words in (f"publish {NEW} --preview", f"publish {NEW} --by ana", f"check {NEW}")
    ),
    Case("unpublish # --to es --reason x --by ana", "is not published"),
    Case("unpublish # --to es --by ana", "--reason"),
    Case("review submit # --to es --by ana", "is not submitted", code=1),
    Case("review approve # --to es --by ben", "is not approved", code=1),
    Case("review return # --to es --reason x --by ben", "not sent back", code=1),
    Case("review comment # x --unit p-000000 --to es --by ana", "has no unit p-000000"),
    Case("review resolve # abcdef --to es --by ana", "no open comment abcdef"),
    Case("review waive # abcdef --reason x --to es --by ana", "no finding abcdef"),
    Case("review assign # zoe --to es --by ana", "zoe"),
    Case("review assign # ana --role king --to es --by ben", "king"),
    Case("review claim # --to es --by ana", "no edits"),
    Case("review edit # --to es --unit p-000000 --to-file x.md", "p-000000"),
    Case("review edit # --to es --from-file none.md --by ana", "none.md cannot be read"),
    Case("review edit # --to es --from-file translations --by ana", "translations cannot be read"),
    Case("glossary add x foo --by ana", "--by"),
    Case("glossary add x foo", "'foo' is not a term"),
    Case("glossary add x en=a en=b", "named twice"),
    Case("glossary add term en=a", "term"),
    Case("glossary add x klingon=a", "klingon"),
    Case("glossary add X/../Y en=a", "X/../Y"),
    Case("glossary list --glossary none.yaml", "none.yaml"),
    Case("init .", "workspace already"),
    Case("init workflow.toml", "workflow.toml is a file"),
    Case("init new --to Spanish", "'Spanish' is not a language tag"),
    Case("demo translations", "translations is already there"),
    Case("models install none.argosmodel", "none.argosmodel"),
    Case("models remove xx yy", "xx"),
    Case("review comment # \udcff --to es --by ana", "not text in UTF-8"),
]

NEW = [
    Case("new none.md", "none.md"),
    Case("new translations", "translations"),
    Case("new file:///etc/passwd", "file:///etc/passwd"),
    Case("new a.md --kind song", "'song' is not a kind", holds("a.md", FRONT.format(""))),
    Case("new a.md --date 2024-13-45", "2024-13-45", holds("a.md", FRONT.format(""))),
    Case("new a.md --language English", "'English'", holds("a.md", FRONT.format(""))),
    Case("new a.md --to en --by ana", "written in en", holds("a.md", FRONT.format(""))),
    Case("new a.md --slug ../../x", "is not a slug", holds("a.md", FRONT.format(""))),
    Case(f"new a.md --slug {'x' * 101}", "is not a slug", holds("a.md", FRONT.format(""))),
    Case("new a.md --slug other", "already an article other", holds("a.md", FRONT.format(""))),
    Case("new a.md", "a.md", holds("a.md", "")),
    Case("new a.txt", "a.txt", holds("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50)),
    Case("new a.html", "a.html", holds("a.html", "<html><body></body></html>")),
    Case("new a.pdf", "a.pdf", holds("a.pdf", b"%PDF-1.7\n\xff\x00\x01" * 99)),
    Case("new a.md", "a.md", enormous("a.md")),
    Case("new a.html", "a.html", enormous("a.html")),
    Case("new a.md", "too short", holds("a.md", "---\ntitle: A\nlanguage: en\n")),
    Case("new a.md", "a.md:5", holds("a.md", FRONT.format("a: &a [x]\nb: *a"))),
    Case("new a.md", "a.md:4", holds("a.md", FRONT.format("tags: " + "[" * 50_000))),
    Case("new a.md", "a.md:4", holds("a.md", FRONT.format("date: 2024-02-31"))),
    Case(
        "new a.md",
        "conflict",
        holds("a.md", FRONT.format("") + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n"),
    ),
    Case("new a.docx", "a.docx", holds("a.docx", b"PK\x03\x04 truncated")),
    Case("new a.docx", "a.docx", holds("a.docx", "not a zip")),
    Case("new a.docx", "a.docx", a_zip("a.docx", {"readme.txt": b"no document"})),
    Case("new a.docx", "a.docx", a_zip("a.docx", {"word/document.xml": _ENTITIES})),
    Case("new a.docx", "a.docx", a_zip("a.docx", {"word/document.xml": b"<x>" + b" " * 2**28})),
]

SOURCES = [
    Case("status", "source.md", holds(SOURCE, "")),
    Case("status", "source.md", holds(SOURCE, "no front matter")),
    Case("status", "source.md:3", replaced(SOURCE, "title:", "title: [")),
    Case("status", "source.md:2", replaced(SOURCE, "title:", "titel:")),
    Case("status", "source.md", replaced(SOURCE, "language: en", "language: English")),
    Case("status", "source.md", replaced(SOURCE, "language: en", "tags: [a]")),
    Case("status", "source.md", replaced(SOURCE, "Orlin", "Орлин".encode("cp1251"))),
    Case("status", "source.md", holds(SOURCE, "---\ntitle: A\n---\n".encode("utf-16"))),
    Case("status", "source.md", holds(SOURCE, bytes(range(256)) * 9)),
    Case("status", "source.md:", added(SOURCE, "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n")),
    Case("status", "source.md", replaced(SOURCE, "language: en", "language: en\na: &a [b]\nc: *a")),
    Case(
        "status",
        "source.md",
        replaced(SOURCE, "language: en", "language: en\ncover: {file: ../../x.jpg}"),
    ),
    Case(
        "status", "source.md", replaced(SOURCE, "language: en", "language: en\nembargo: tomorrow")
    ),
    Case("status", "source.md", enormous(SOURCE)),
    Case("status", "source.md", a_folder(SOURCE)),
    Case("status", "source.md leads out", a_way_out(SOURCE)),
    Case("status", "leads out of the workspace", a_way_out(f"translations/{SLUG}")),
    Case("status", "leads out of the workspace", a_way_out("translations")),
]

PO_FILES = [
    Case("history #", "es.po: line", added(PO, '\nmsgctxt "x"\nmsgid "a"\nmsgstr "b\n')),
    Case("history #", "es.po: line", added(PO, '\nmsgctxt "x"\nmsgstr "b"\nmsgid')),
    Case("history #", "es.po:", added(PO, "<<<<<<< HEAD\n=======\n>>>>>>> other\n")),
    Case("undo # --to es --by ana", "stands there twice", twice),
    Case("history #", "es.po", holds(PO, bytes(range(256)) * 9)),
    Case("history #", "es.po", replaced(PO, "Orlin", "Орлин".encode("cp1251"))),
    Case("history #", "es.po", recoded),
    Case("history #", "es.po", a_folder(PO)),
    Case("history #", "es.po leads out", a_way_out(PO)),
    Case("history #", "es.po", enormous(PO)),
    Case("status", "spanish.po: the name", holds(f"translations/{SLUG}/spanish.po", "")),
    Case("status", "pt_BR.po: the name", holds(f"translations/{SLUG}/pt_BR.po", "")),
]

JOURNALS = [
    Case("undo # --to es --by ana", "ana.jsonl:1", holds(JOURNAL, "rubbish\n")),
    Case("status", "ana.jsonl:1", holds(JOURNAL, "[1]\n")),
    Case("status", "ana.jsonl:1", holds(JOURNAL, '{"id":"x"}\n')),
    Case(
        "status",
        "ana.jsonl:1",
        holds(JOURNAL, EVENT.replace("01A", "zzz") + ',"kind":"archived"}\n'),
    ),
    Case("status", "ana.jsonl:1", holds(JOURNAL, EVENT + ',"kind":"commented"}\n')),
    Case("status", "ana.jsonl:1", holds(JOURNAL, EVENT + ',"kind":"commented","text":7}\n')),
    Case("status", "ana.jsonl:1", holds(JOURNAL, EVENT + ',"kind":"edited","changes":{}}\n')),
    Case(
        "status", "ana.jsonl:1", holds(JOURNAL, EVENT + ',"kind":"commented","text":"\\ud800"}\n')
    ),
    Case("status", "ana.jsonl:1", holds(JOURNAL, "[" * 200_000 + "\n")),
    Case("status", "ana.jsonl:1", holds(JOURNAL, bytes(range(256)) * 2 + b"\n")),
    Case("status", "ana.jsonl:1", replaced(JOURNAL, "Orlin", "Орлин".encode("cp1251"))),
    Case("status", "ana.jsonl", enormous(JOURNAL)),
    Case("status", "ana.jsonl", a_folder(JOURNAL)),
    Case("status", "ana.jsonl leads out", a_way_out(JOURNAL)),
    Case("status", "es leads out", a_way_out(f"translations/{SLUG}/history/es")),
    Case("undo # --to es --by ana", "es is a file", a_file(f"translations/{SLUG}/history/es")),
]

SETTINGS = [
    Case("status", "workflow.toml", holds("workflow.toml", "[workspace")),
    Case("status", "workflow.toml", holds("workflow.toml", "a = " + "[" * 50_000)),
    Case("status", "workflow.toml", holds("workflow.toml", "a = " + "9" * 5000)),
    Case("status", "workflow.toml", holds("workflow.toml", bytes(range(256)))),
    Case("status", "workflow.toml", enormous("workflow.toml")),
    Case("status", "workflow.toml", a_folder("workflow.toml")),
    Case("status", "workflow.toml", holds("workflow.toml", "<<<<<<< HEAD\n=======\n>>>>>>> b\n")),
    Case("status", "wokspace is not a setting", holds("workflow.toml", "[wokspace]\n")),
    Case("status", "workspace must be a table", holds("workflow.toml", "workspace = 1\n")),
    Case(
        "status",
        "workspace.targets",
        holds("workflow.toml", '[workspace]\ntargets = ["Spanish"]\n'),
    ),
    Case("status", "workspace.url", holds("workflow.toml", '[workspace]\nurl = "javascript:x"\n')),
    Case(
        "status",
        "contributors.Ana B",
        holds("workflow.toml", '[contributors."Ana B"]\nname = "A"\n'),
    ),
    Case(
        "status",
        "contributors.nobody",
        holds("workflow.toml", '[contributors.nobody]\nname = "A"\n'),
    ),
    Case("status", "contributors.a has no name", holds("workflow.toml", "[contributors.a]\n")),
    Case(
        "status", "king", holds("workflow.toml", '[contributors.a]\nname = "A"\nroles = ["king"]\n')
    ),
    Case("status", "review.four_eyes", holds("workflow.toml", '[review]\nfour_eyes = "no"\n')),
    Case("status", "checks.severity", holds("workflow.toml", '[checks.severity]\na = "loud"\n')),
    Case("status", "pyproject.toml", in_pyproject),
]

GLOSSARIES = [
    Case("glossary list", "glossary.yaml", holds("glossary.yaml", "concepts: [")),
    Case("glossary list", "glossary.yaml", holds("glossary.yaml", "concepts: 7")),
    Case("glossary list", "glossary.yaml", holds("glossary.yaml", "koncepts: []")),
    Case(
        "glossary list", "glossary.yaml:2", holds("glossary.yaml", "concepts: &a []\ninclude: *a")
    ),
    Case("glossary list", "glossary.yaml:1", holds("glossary.yaml", "concepts: " + "[" * 50_000)),
    Case(
        "glossary list", "glossary.yaml", holds("glossary.yaml", "concepts: !!python/name:os.x []")
    ),
    Case("glossary list", "glossary.yaml", holds("glossary.yaml", bytes(range(256)))),
    Case("glossary list", "glossary.yaml", enormous("glossary.yaml")),
    Case("glossary list", "glossary.yaml", a_folder("glossary.yaml")),
    Case(
        "glossary list",
        "glossary.yaml",
        holds("glossary.yaml", "<<<<<<< HEAD\n=======\n>>>>>>> b\n"),
    ),
    Case("glossary list", "passwd", holds("glossary.yaml", "include: [../../../../etc/passwd]")),
    Case("glossary list", "nothing", holds("glossary.yaml", "include: ['builtin:nothing']")),
    Case("glossary list", "glossary.yaml", holds("glossary.yaml", "include: [glossary.yaml]")),
    Case("glossary add x en=a", "glossary.yaml", added("glossary.yaml", "concepts: []\n")),
]

TEMPLATES = [
    Case(
        "diff # --to es --format html",
        "diff.html:1",
        holds("templates/review/diff.html", "{{ 1 / 0 }}"),
    ),
    Case(
        "diff # --to es --format html",
        "diff.html:1",
        holds("templates/review/diff.html", "{% if %}"),
    ),
    Case(
        "diff # --to es --format html",
        "diff.html:1",
        holds("templates/review/diff.html", "{{ ''.__class__.__mro__ }}"),
    ),
    Case(
        "diff # --to es --format html",
        "diff.html",
        holds("templates/review/diff.html", b"\xff\xfe"),
    ),
]

PLACES = [
    Case("review comment # x --to es --by ana", ".workflow", a_file(".workflow")),
    Case("rename # new-name --by ana", ".workflow", a_file(".workflow")),
    Case(
        "new a.md",
        ".workflow",
        lambda root: (holds("a.md", FRONT.format(""))(root), a_file(".workflow")(root)),
    ),
    Case("new a.md", "`kind` cannot be", holds("a.md", FRONT.format("kind: essay"))),
    Case("new a.md --episode=-1", "--episode", holds("a.md", FRONT.format(""))),
    Case("new a.html --post 4", "no posts", holds("a.html", "<p>Words.</p>")),
    Case("new a.mhtml", "a.mhtml", holds("a.mhtml", "MIME-Version: 1.0\n\n")),
    Case("new a.webarchive", "no web archive", holds("a.webarchive", "bplist00")),
    Case("new a.eml", "more parts", holds("a.eml", "A: b\n" + "\n--x\n" * 30_000)),
    Case(
        "review edit # --to es --from-file a.md --by ana",
        "a.md",
        holds("a.md", "## p-000000 [x]\nText\n"),
    ),
    Case("review edit # --to es --from-file a.md --by ana", "a.md:1", holds("a.md", "oops")),
    Case("review edit # --to es --from-file a.md --by ana", "a.md", holds("a.md", b"\xff\xfe\x00")),
    Case("review edit # --to es --from-file a.md --by ana", "a.md", enormous("a.md")),
]

CASES = [
    *COMMANDS, *NEW, *SOURCES, *PO_FILES, *JOURNALS, *SETTINGS, *GLOSSARIES, *TEMPLATES, *PLACES,
]  # fmt: skip
