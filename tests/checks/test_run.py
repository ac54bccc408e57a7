"""From marks to findings: order, places, severities, checks that are off."""

from workflow.checks.check import Context, Pair
from workflow.checks.finding import Severity
from workflow.checks.run import check_pairs


def pair(source: str | None, target: str, unit: str = "p-1") -> Pair:
    return Pair(unit, None, source, target, "ru" if source is not None else None, "en")


def test_a_finding_names_the_words_in_the_text_as_it_is_written() -> None:
    (found,) = check_pairs([pair(None, "We **saw** the the [list](https://a.example).")], Context())
    assert found.check == "doubled-words"
    assert found.excerpt == "the the"
    assert found.span == (11, 18)
    assert found.suggestions == ("the",)


def test_no_suggestion_where_it_would_lose_markup() -> None:
    (found,) = check_pairs([pair(None, "We saw the **the** list.")], Context())
    assert found.excerpt == "the **the"
    assert found.suggestions == ()


def test_findings_come_in_reading_order() -> None:
    pairs = [pair(None, "Well,, well.. well", "p-2"), pair(None, "It is ( good).", "p-1")]
    assert [(f.unit, f.check) for f in check_pairs(pairs, Context())] == [
        ("p-2", "stops"),
        ("p-2", "stops"),
        ("p-1", "spaces"),
    ]


def test_a_check_can_be_off() -> None:
    assert not check_pairs([pair(None, "the the")], Context(off=frozenset({"doubled-words"})))


def test_the_settings_decide_how_much_a_check_weighs() -> None:
    context = Context(severity={"doubled-words": Severity.ERROR})
    assert [f.severity for f in check_pairs([pair(None, "the the")], context)] == [Severity.ERROR]


def test_an_empty_translation_is_missing_and_nothing_else() -> None:
    found = check_pairs([pair("Суд отложил заседание до 5 мая.", " ")], Context())
    assert [f.check for f in found] == ["missing"]


def test_a_good_translation_has_no_findings() -> None:
    source = (
        "«Мы ждём», — сказал адвокат **Иванов** 3 мая 2021 г. ([закон](https://law.example/5))."
    )
    target = (
        "“We are waiting,” lawyer **Ivanov** said on May 3, 2021 ([law](https://law.example/5))."
    )
    assert check_pairs([pair(source, target)], Context()) == []
