"""A finished translation finds its units; what fits nowhere is named."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.document.importing.sites import articles
from workflow.document.importing.alignment import Alignment, align
from workflow.document.source import Place, Source
from workflow.document.units import UnitKind, source_units

RU = """\
Суд в Заречинске 12 мая продлил арест библиотекарю Глебу Оршанину до 30 июля 2024 года.

## «Книги никому не мешали»

Оршанина задержали в марте. Следователь Мирон Дубов нашёл у него 14 книг, изданных за границей.

> Я выдавал эти книги одиннадцать лет, и никто не жаловался, сказал он в суде.

- письмо директору;
- жалоба прокурору;
- обращение в [комитет](https://un.example/cat).

По данным центра «Опора», за год арестовали 97 библиотекарей.

Защитница Лина Горская подала жалобу. Её рассмотрят через десять дней.

Мать Оршанина приезжает к нему каждую субботу, но свидания ей не дают.

| Год | Аресты |
| --- | --- |
| 2022 | 41 |
| 2023 | 56 |

Следующее заседание назначено на 29 июля.
"""

EN = """\
On 12 May a court in Zarechinsk extended the arrest of librarian Gleb Orshanin until 30 July 2024.

## “The books were in nobody's way”

Orshanin was detained in March. Investigator Miron Dubov found 14 books at his home that had been
published abroad.

> “I lent these books for eleven years and nobody complained,” he told the court.

- a letter to the director;
- a complaint to the prosecutor;
- an appeal to the [committee](https://un.example/cat).

According to the Opora centre, 97 librarians were arrested within a year.

His counsel, Lina Gorskaya, has lodged an appeal. It will be heard in ten days.

Orshanin's mother comes to see him every Saturday, but she is not allowed to visit him.

| Year | Arrests |
| --- | --- |
| 2022 | 41 |
| 2023 | 56 |

The next hearing is set for 29 July.
"""


def aligned(ru: str = RU, en: str = EN) -> Alignment:
    source = Source(title="Книги никому не мешали", language="ru", body=ru)
    return align(source, Source(title="In nobody's way", language="en", body=en))


def pairs(found: Alignment, ru: str = RU) -> dict[str, str]:
    units = source_units(Source(title="Книги никому не мешали", language="ru", body=ru))
    texts = {unit.id: unit.text for unit in units}
    return {texts[pair.unit]: pair.text for pair in found.pairs}


def test_whole_translation_is_paired_block_by_block() -> None:
    found = aligned()
    assert (found.units, found.blocks) == ((), ())
    assert all(pair.sure for pair in found.pairs)
    said = pairs(found)
    assert said["Книги никому не мешали"] == "In nobody's way"
    assert said["жалоба прокурору;"] == "a complaint to the prosecutor;"
    assert said["56"] == "56"
    assert said["Следующее заседание назначено на 29 июля."].startswith("The next hearing")


def without(text: str, start: str) -> str:
    return "\n\n".join(block for block in text.split("\n\n") if not block.startswith(start))


def test_paragraph_that_was_not_translated_is_named() -> None:
    found = aligned(en=without(EN, "According to"))
    assert [unit.text[:9] for unit in found.units] == ["По данным"]
    assert found.blocks == ()
    assert len(found.pairs) == len(aligned().pairs) - 1


def test_paragraph_of_the_translation_alone_is_named() -> None:
    extra = "The Bulletin could not reach the prosecutor's office in Zarechinsk in time."
    found = aligned(en=EN.replace("According to the", f"{extra}\n\nAccording to the"))
    assert [block.text for block in found.blocks] == [extra]
    assert found.units == ()


def test_paragraph_that_was_cut_in_two_is_for_a_person_to_confirm() -> None:
    found = aligned(en=EN.replace("appeal. It will", "appeal.\n\nIt will"))
    unsure = [pair.text for pair in found.pairs if not pair.sure]
    joined = "His counsel, Lina Gorskaya, has lodged an appeal.\\\nIt will be heard in ten days."
    assert unsure[1] == joined
    assert len(unsure) == 3  # what stands beside it is in doubt as well
    assert (found.units, found.blocks) == ((), ())


def test_two_paragraphs_that_became_one_are_cut_between_sentences_for_a_person_to_confirm() -> None:
    found = aligned(en=EN.replace("ten days.\n\nOrshanin's", "ten days. Orshanin's"))
    said = pairs(found)
    assert said["Защитница Лина Горская подала жалобу. Её рассмотрят через десять дней."] == (
        "His counsel, Lina Gorskaya, has lodged an appeal. It will be heard in ten days."
    )
    assert "but she is not allowed to visit him." in [
        p.text[-36:] for p in found.pairs if not p.sure
    ]
    assert (found.units, found.blocks) == ((), ())


def test_two_paragraphs_that_became_one_sentence_are_named() -> None:
    joined = EN.replace(". It will be heard in ten days.\n\nOrshanin's", ", and Orshanin's")
    found = aligned(en=joined)
    assert len(found.units) == 2
    assert [block.text.split()[0] for block in found.blocks] == ["His"]


def test_cut_leaves_markup_whole() -> None:
    joined = EN.replace("His counsel", "*His counsel").replace(
        "ten days.\n\nOrshanin's mother", "ten days. Orshanin's mother*"
    )
    assert len(aligned(en=joined).units) == 2


@pytest.mark.parametrize(("ours", "theirs"), list(permutations(["en", "ru", "de"], 2)))
def test_nothing_wrong_is_taken_for_sure_when_a_block_is_missing(ours: str, theirs: str) -> None:
    texts = articles()
    source = Source(title="T", language=ours, body="\n\n".join(texts[ours]))
    units = source_units(source)
    whole = source_units(replace(source, language=theirs, body="\n\n".join(texts[theirs])))
    right = {unit.id: block.text for unit, block in zip(units, whole, strict=True)}
    found = 0
    for gone in range(len(texts[theirs])):
        left = [block for index, block in enumerate(texts[theirs]) if index != gone]
        pairs = align(source, replace(source, language=theirs, body="\n\n".join(left))).pairs
        assert [pair for pair in pairs if pair.sure and pair.text != right[pair.unit]] == []
        found += sum(pair.text == right[pair.unit] for pair in pairs)
    assert found >= 0.9 * len(texts[theirs]) * (len(units) - 1)


def test_publications_are_paired_by_address_alone() -> None:
    ours = Source(
        title="Т",
        language="ru",
        publication=Place(name="Курьер", url="https://kurier.example/1"),
        body="Текст.",
    )
    theirs = replace(ours, language="en", title="T", body="Text.")
    same = replace(theirs, publication=Place(name="Courier", url="https://www.kurier.example/en"))
    other = replace(theirs, publication=Place(name="Bulletin", url="https://b.example/"))
    kinds = {unit.kind for unit in align(ours, same).units}
    assert UnitKind.PUBLICATION not in kinds
    assert [unit.kind for unit in align(ours, other).units] == [UnitKind.PUBLICATION]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["One two.", "A 7 b", "- x", "## H", "Long " * 30]), max_size=9),
    st.lists(st.sampled_from(["Раз два.", "7", "- у", "## З", "Долго " * 30]), max_size=9),
)
def test_every_unit_and_block_is_accounted_for_once(ours: list[str], theirs: list[str]) -> None:
    source = Source(title="T", language="en", body="\n\n".join(ours))
    other = Source(title="Т", language="ru", body="\n\n".join(theirs))
    found = align(source, other)
    ids = [pair.unit for pair in found.pairs] + [unit.id for unit in found.units]
    assert sorted(ids) == sorted(unit.id for unit in source_units(source))
    texts = [text for pair in found.pairs for text in pair.text.split("\\\n")]
    left = [block.text for block in found.blocks]
    assert sorted([*texts, *left]) == sorted(unit.text for unit in source_units(other))


def test_long_texts_take_a_moment() -> None:
    body = "\n\n".join(f"Paragraph {n} of the long report." for n in range(600))
    found = aligned(body, body)
    assert len(found.pairs) == 601
