"""Sentences that come again in an article, and translations that do."""

import pytest

from workflow.checks.alike import alike
from workflow.checks.check import Context, Pair
from workflow.checks.inconsistent import inconsistent
from workflow.checks.run import check_pairs
from workflow.checks.sentence_pairs import sentence_pairs


def pair(source: str, target: str, languages: tuple[str, str] = ("en", "es")) -> Pair:
    return Pair(source, None, source, target, *languages)


def test_sentences_go_with_their_translations_and_places() -> None:
    first, second = sentence_pairs(pair("It rained. Nobody came.", "Llovió.  Nadie vino."))
    assert (first.source, first.target) == ("It rained.", "Llovió.")
    assert second.span == (9, 20)


def test_where_a_translator_joined_sentences_nobody_knows_which_is_which() -> None:
    assert not sentence_pairs(pair("It rained. Nobody came.", "Llovió y nadie vino."))


def test_a_sentence_that_comes_again_in_a_third_unit_is_marked_there() -> None:
    again = "The court put off the hearing."
    pairs = [
        pair(f"It rained. {again}", "Llovió. El tribunal aplazó la vista."),
        pair("Nobody came to the square.", "Nadie vino a la plaza."),
        pair(f"{again} People left.", "El juzgado la pospuso. La gente se fue."),
    ]
    (found,) = check_pairs(pairs, Context(), [inconsistent])
    assert found.unit == pairs[2].unit
    assert found.excerpt == "El juzgado la pospuso."
    assert found.suggestions == ("El tribunal aplazó la vista.",)


@pytest.mark.parametrize("ending", [".", "!", ". "])
def test_signs_and_capitals_make_no_other_translation(ending: str) -> None:
    again = "The court put off the hearing."
    pairs = [
        pair(f"It rained. {again}", "Llovió. El tribunal aplazó la vista."),
        pair(f"{again} People left.", f"El Tribunal aplazó la vista{ending} La gente se fue."),
    ]
    assert not check_pairs(pairs, Context(), [inconsistent])


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("The mayor left the town at night.", "Bread is dear on the islands.", "warning"),
        ("The mayor left the town at night.", "The bishop left the town at night.", "info"),
        ("The mayor left the town at night.", "The mayors left the town at night!", None),
        ("The mayor had left the town at night.", "The mayor left his town at night.", None),
        ("He got 3 years in a colony.", "He got 5 years in a colony.", "info"),
    ],
)
def test_the_less_two_sources_share_the_more_one_translation_weighs(
    first: str, second: str, severity: str | None
) -> None:
    spanish = "El alcalde dejó la ciudad de noche."
    found = check_pairs([pair(first, spanish), pair(second, spanish)], Context(), [alike])
    assert [each.severity for each in found] == ([severity] if severity else [])


def test_characters_tell_chinese_sentences_apart() -> None:
    languages = "zh", "en"
    english = "The court put off the hearing to May."
    pairs = [pair("法院将听证会推迟到五月。", english, languages)]
    pairs.append(pair("他的母亲在门口等了一夜。", english, languages))
    (found,) = check_pairs(pairs, Context(), [alike])
    assert found.severity == "warning"
