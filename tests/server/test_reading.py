from collections.abc import Sequence

import pytest

from workflow.checks.check import Context, Pair
from workflow.document.source import Source
from workflow.server import office, reading
from workflow.server.reading import Reader
from workflow.workspace.board import board


def pair(target: str, unit: str = "p-000001") -> Pair:
    return Pair(unit, None, "The court decided.", target, "en", "es")


@pytest.fixture
def read(monkeypatch) -> list[Sequence[Pair]]:
    """What the checks were given to read, each time."""
    given: list[Sequence[Pair]] = []
    real = reading.check_pairs

    def noting(pairs, *arguments):
        given.append(pairs)
        return real(pairs, *arguments)

    monkeypatch.setattr(reading, "check_pairs", noting)
    return given


def test_a_text_is_read_once(read):
    reader = Reader(Context())
    first = reader.read(pair("El tribunal , decidió."))
    assert [finding.excerpt for finding in first.findings] == [" ,"]
    assert reader.read(pair("El tribunal , decidió.")) is first
    assert len(read) == 1


def test_who_has_no_patience_gets_what_is_known():
    reader = Reader(Context())
    assert reader.read_within(pair("El tribunal."), 0.1) is None  # no dictionary is open yet
    known = reader.read(pair("El tribunal."))
    assert reader.read_within(pair("El tribunal."), 0.0) is known
    assert reader.read_within(pair("El juzgado."), 0.1) is not None


def test_what_was_found_in_the_whole_goes_when_its_words_are_gone(spanish):
    items = [unit for unit in spanish().texts if unit.startswith("li-")]
    spanish().edit(dict.fromkeys(items, "La primera audiencia duró mucho."), "ana")
    reader, target = Reader(Context()), spanish()
    found = reader.read_whole(target)
    assert found
    assert [f for unit, text in target.texts.items() for f in reader.whole(target, unit, text)] == [
        f for unit in target.texts for f in found if f.unit == unit
    ]
    for unit in target.texts:
        assert all(finding.span is None for finding in reader.whole(target, unit, ""))


def test_a_save_has_one_unit_read(browser, spanish, read):
    ana = browser("ana")
    ana.get("/a/court-extends-arrest/es?show=failing")
    read.clear()
    unit = list(spanish().state.units)[2]
    spanish().edit({unit: "El tribunal decidió."}, "ana")
    ana.get(f"/a/court-extends-arrest/es/u/{unit}")
    ana.get("/a/court-extends-arrest/es?show=failing")
    assert [[one.unit for one in pairs] for pairs in read if len(pairs) == 1] == [[unit]]


def test_the_board_learns_what_was_found(app, browser, spanish, report):
    unit = list(spanish().state.units)[2]
    spanish().edit({unit: "El tribunal , decidió."}, "ana")
    browser("ana").get("/a/court-extends-arrest/es")
    app.state.desk.office.behind.finish()
    rows = {row.target: row for row in board(report.workspace)}
    assert rows["es"].warnings > 0
    assert rows["ar"].warnings is None


def test_an_article_is_read_again_when_too_many_others_came_between(
    app, browser, spanish, report, monkeypatch
):
    monkeypatch.setattr(office, "_MOST_TARGETS", 1)
    monkeypatch.setattr(app.state.desk.office.behind, "do", lambda work: work())
    seen = []
    monkeypatch.setattr(reading.Reader, "read_whole", lambda _, target: seen.append(target) or [])
    report.workspace.create("far-bank", Source(title="Far", language="en", body="A boat."))
    report.workspace.article("far-bank").add_target("es", "ana")
    ana = browser("ana")
    for slug in ("court-extends-arrest", "far-bank", "court-extends-arrest"):
        ana.get(f"/a/{slug}/es")
    assert [target.article.slug for target in seen] == [
        "court-extends-arrest",
        "far-bank",
        "court-extends-arrest",
    ]


def test_a_check_is_off_for_one_article(browser, spanish, report):
    unit = list(spanish().state.units)[2]
    spanish().edit({unit: "El tribunal , decidió."}, "ana")
    ana = browser("ana")
    assert "There is a space before" in ana.get(f"/a/court-extends-arrest/es/u/{unit}").text
    path = report.workspace.root / "workflow.toml"
    off = '[checks]\noff = ["spaces@court-extends-arrest"]\n'
    path.write_text(f"{path.read_text()}\n{off}")
    assert "There is a space before" not in ana.get(f"/a/court-extends-arrest/es/u/{unit}").text
