"""Findings as a person reads them at a terminal."""

from workflow.checks.finding import Finding, Severity
from workflow.checks.report import Checked, Found, columns, report, summary


def found(text: str, span: tuple[int, int], **more: object) -> Found:
    finding = Finding(
        check="numbers",
        severity=Severity.WARNING,
        message="The source has 12 here.",
        unit="p-1",
        span=span,
        excerpt=text[slice(*span)],
        suggestions=("12",),
        line=7,
    )
    return Found(finding, text)


def lines(each: Found, width: int = 60) -> list[str]:
    return [line.text for line in report(Checked("boat-school [es]", [each]), width)]


def test_the_marker_stands_under_the_words() -> None:
    each = found("They held 21 people.", (10, 12))
    assert lines(each) == [
        "boat-school [es]",
        f"  warning  numbers  p-1 · line 7 · {each.finding.key}",
        "    The source has 12 here.",
        "    They held 21 people.",
        "              ^^",
        "    instead: “12”",
        "",
    ]


def test_wide_signs_take_two_columns() -> None:
    text = lines(found("昨天21人", (2, 4)))
    assert text[4] == "    " + "    " + "^^"
    assert columns("昨e\u0301") == 3


def test_under_words_that_run_from_right_to_left_no_marker_would_stand() -> None:
    text = "على 21 شخصًا"
    assert lines(found(text, (4, 6)))[3:5] == [f"    {text}", "    at: “21”"]


def test_a_decision_that_nothing_needs_any_more_is_told() -> None:
    told = list(report(Checked("boat-school [es]", [], idle=["numbers · p-1 · “21”"]), 60))
    assert [line.text for line in told] == [
        "boat-school [es]",
        "  waived, and not found any more: numbers · p-1 · “21”",
        "",
    ]


def test_a_long_text_is_cut_around_the_words() -> None:
    long = "word " * 100 + "21 " + "word " * 100
    shown, marker = lines(found(long, (500, 502)))[3:5]
    assert columns(shown) <= 60
    assert shown[marker.index("^") : marker.index("^") + 2] == "21"
    assert shown.strip().startswith("…")
    assert shown.endswith("…")


def test_the_summary_counts() -> None:
    checked = Checked("a [es]", [found("21", (0, 2))], waived=2)
    assert summary([checked]) == "1 warning, 2 waived"
    assert summary([Checked("a [es]", [])]) == "nothing found"
