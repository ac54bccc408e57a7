"""Dates are told by one check and other numbers by another, in whatever way they are written."""

import pytest

from workflow.checks.check import Context, Pair
from workflow.checks.dates import dates
from workflow.checks.numbers import numbers
from workflow.checks.run import check_pairs


def told(source: str, target: str, languages: str) -> list[tuple[str, str]]:
    """What the two checks say: by which of them, and of which words."""
    pair = Pair("p-1", None, source, target, *languages.split(" → "))
    found = check_pairs([pair], Context(), [dates, numbers])
    return [(each.check, each.excerpt or each.subject) for each in found]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("fa → en", "در ۳ مه ۲۰۲۱ آمد.", "He came on 3 May 2021."),
        ("ar → en", "وصل في ٣ مايو ٢٠٢١.", "He arrived on 3 May 2021."),
        ("zh → en", "2021年5月3日", "3 May 2021"),
        ("de → en", "Vom 3. bis 5. Mai war er fort.", "He was away 3–5 May."),
        ("en → es", "From May 3–5 he was away.", "Estuvo fuera del 3 al 5 de mayo."),
        ("de → en", "Stand: 2021-05-03.", "As of May 3, 2021."),
        ("de → en", "Es war 2019/20.", "It was 2019–20."),
        ("en → es", "They may go 3 times.", "Pueden ir 3 veces."),
        ("en → es", "Two may 2021 times say so.", "Dos pueden decirlo 2021 veces."),
        ("en → es", "They march 20 kilometres.", "Marchan 20 kilómetros."),
    ],
)
def test_the_same_date_in_two_ways(languages: str, source: str, target: str) -> None:
    assert told(source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "check", "words"),
    [
        ("fa → en", "در ۳ مه ۲۰۲۱ آمد.", "He came on 4 May 2021.", "dates", "4"),
        ("ar → en", "وصل في ٣ مايو ٢٠٢١.", "He came on 3 May 2012.", "dates", "2012"),
        ("de → en", "Vom 3. bis 5. Mai ging er.", "He was away 3–6 May.", "dates", "6"),
        ("en → es", "May 3–5 he slept.", "Dormía del 3 al 5 de junio.", "dates", "junio"),
        ("de → en", "Stand: 2021-05-03.", "As of March 5, 2021.", "dates", "2021-05-03"),
        ("de → en", "Um 20 Uhr kam sie.", "She came at 9 p.m.", "dates", "9"),
        ("de → en", "Um 20 Uhr kamen 30.", "At 8 p.m. 40 came.", "numbers", "40"),
        ("ru → en", "В 2021 году пришли 30.", "In 2021, 40 came.", "numbers", "40"),
    ],
)
def test_one_check_tells_what_is_wrong(
    languages: str, source: str, target: str, check: str, words: str
) -> None:
    assert told(source, target, languages) == [(check, words)]
