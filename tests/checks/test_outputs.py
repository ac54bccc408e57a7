"""Findings for other programs and for people without a terminal: SARIF, GitHub, HTML."""

import json
from dataclasses import replace

import pytest

from workflow.checks.check import Context, Pair
from workflow.checks.damage import damage, damaged_units, worst_first
from workflow.checks.finding import Finding, Severity
from workflow.checks.findings_page import findings_page, pieces
from workflow.checks.github import annotations
from workflow.checks.report import Checked, Found
from workflow.checks.run import check_pairs
from workflow.checks.sarif import sarif

TEXT = "He was was <b>here."
FINDING = Finding(
    check="doubled-words",
    severity=Severity.WARNING,
    message="“was” stands twice,\nin 100 % of cases: here.",
    unit="p-1",
    span=(3, 10),
    excerpt="was was",
    suggestions=("was",),
    file="translations/a b/en.po",
    article="a",
    target="en",
    line=8,
    column=12,
)
MISSING = Finding(check="missing", severity=Severity.ERROR, message="None.", unit="p-2", file="x")
CHECKED = Checked("a [en]", [Found(FINDING, TEXT, "Он был."), Found(MISSING, "", "Он <ушёл>.")])


def test_sarif_names_the_place_the_rule_and_the_mend() -> None:
    log = sarif([CHECKED])
    (run,) = log["runs"]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "translations/a%20b/en.po"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (8, 12)
    assert place["region"]["endColumn"] == 12 + len("was was")
    (replacement,) = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "was"}
    rules = run["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in (first, second)] == ["doubled-words", "missing"]
    assert (first["level"], second["level"]) == ("warning", "error")
    assert "region" not in second["locations"][0]["physicalLocation"]
    json.dumps(log)


def test_github_gets_one_line_a_finding_with_its_signs_escaped() -> None:
    first, second = annotations([CHECKED])
    assert first.startswith("::warning file=translations/a b/en.po,line=8,col=12,title=")
    assert "\n" not in first
    assert "twice,%0Ain 100 %25 of cases: here. Instead: was" in first
    assert second == "::error file=x,title=missing · p-2::None."


def test_a_paragraph_is_told_for_no_line() -> None:
    found = replace(FINDING, unit=None, line=None, column=None, paragraph=3, file="a.docx")
    checked = Checked("a.docx", [Found(found, TEXT)])
    (result,) = sarif([checked])["runs"][0]["results"]
    (place,) = result["locations"]
    assert "region" not in place["physicalLocation"]
    assert "fixes" not in result
    assert place["logicalLocations"] == [{"name": "paragraph 3", "kind": "resource"}]
    (line,) = annotations([checked])
    assert line.startswith("::warning file=a.docx,title=doubled-words · paragraph 3::")


def test_the_page_shows_words_as_words() -> None:
    page = findings_page([CHECKED])
    assert "<mark>was was</mark> &lt;b&gt;here." in page
    assert "Он &lt;ушёл&gt;." in page
    assert "<script" not in page


def test_the_page_keeps_words_of_all_directions_apart() -> None:
    finding = replace(FINDING, target="ar", suggestions=("شخصًا",))
    page = findings_page([Checked("a [ar]", [Found(finding, "شخصًا شخصًا", "people", "en-GB")])])
    assert "“<bdi>شخصًا</bdi>”" in page
    assert '<p lang="ar" dir="rtl">' in page
    assert '<p class="source" lang="en-GB" dir="auto">people</p>' in page


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 2)], "[ab]cdef"),
        ([(1, 3), (2, 4)], "a[bc][d]ef"),
        ([(4, 6), (0, 1)], "[a]bcd[ef]"),
        ([(2, 2)], "abcdef"),
        ([], "abcdef"),
    ],
)
def test_a_text_is_cut_where_marks_begin_and_end(spans: list[tuple[int, int]], shown: str) -> None:
    findings = [Finding(check="x", severity=Severity.INFO, message="m", span=s) for s in spans]
    cut = pieces("abcdef", findings)
    assert "".join(f"[{p.text}]" if p.is_marked else p.text for p in cut) == shown


def test_damage_grows_with_the_findings_and_a_hole_is_the_worst() -> None:
    assert damage([]) == 0
    assert damage([FINDING]) < damage([FINDING, FINDING]) < damage([MISSING]) == 100
    assert [unit.unit for unit in damaged_units([CHECKED])] == ["p-2", "p-1"]


def test_texts_without_ids_have_a_damage_each() -> None:
    lone = replace(FINDING, unit=None, article=None)
    missing = replace(MISSING, unit=None, line=9)
    checked = Checked(
        "a.po", [Found(lone, TEXT, "Он был."), *(Found(missing, "", s) for s in "ab")]
    )
    units = damaged_units([checked])
    assert [(unit.unit, unit.line, unit.damage) for unit in units] == [
        (None, 9, 100),
        (None, 9, 100),
        (None, 8, 20),
    ]
    assert [each.finding for each in worst_first(checked).found] == [missing, missing, lone]
    assert [each.finding.unit for each in worst_first(CHECKED).found] == ["p-2", "p-1"]


def test_a_check_can_be_off_or_lighter_in_one_language() -> None:
    both = [
        Pair("p-1", None, None, "They took the the papers.", None, "en"),
        Pair("p-2", None, None, "Ils ont pris les les papiers.", None, "fr"),
    ]
    off = Context(off=frozenset({"doubled-words/fr"}))
    assert [finding.unit for finding in check_pairs(both, off)] == ["p-1"]
    lighter = Context(severity={"doubled-words/en": Severity.INFO})
    assert [f.severity for f in check_pairs(both, lighter)] == [Severity.INFO, Severity.WARNING]
