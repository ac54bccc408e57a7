"""A hundred and sixty sentences with markup, addresses and numbers, drafted by the real engine."""

import random
import re
from functools import cache

import pytest

from workflow.document.inline import markup_signature, plain
from workflow.document.units import Unit, UnitKind
from workflow.draft import Drafting, draft_units
from workflow.draft.pieces import IN_PIECES
from workflow.engines import Engine

SENTENCES = 160

_WHO = "**The court**|*The journalist*|[The ministry](https://gov.example/a_b?c=1)|Mara Quill"
_WHO += "|The **regional** [police](https://police.example)|*The **old** judge*|The teacher[^1]"
_DID = "released the prisoner|did not answer the **letter**|published [a report](https://a.example/r.pdf)"
_DID += "|sent *three letters* to the prison|asked for `help.txt` and an answer|closed the school"
_WHEN = "on 14 March 2021|at 10:30|after **48** days|in 2019[^2]|on [Monday](https://day.example)"
_MORE = "see https://a.example/c_d#e|write to ana.prueba@mail.example|follow @paper_es and #Ravnoye"
_MORE += "|read `config.py`|the file is report_2.docx|the fine was 1500 euros|*nobody was hurt*"
_TEMPLATES = (
    "{who} {did} {when}.",
    "{who} {did}, but {more}.",
    "{when}, {who} {did}: {more}.",
    "“{who} {did},” she said; {more}.",
)
_KEPT = re.compile(r"https?://[^\s)>]+[^\s)>.,;:]|\S+@[\w.]+\w|[@#]\w+|\w+\.(?:py|pdf|docx|txt)\b")
_NUMBER = re.compile(r"\d+(?::\d+)?")


@cache
def sentences() -> tuple[str, ...]:
    """The sentences, the same ones every time."""
    chance = random.Random(6)
    made: dict[str, None] = {}
    while len(made) < SENTENCES:
        words = {
            name: chance.choice(choices.split("|"))
            for name, choices in {"who": _WHO, "did": _DID, "when": _WHEN, "more": _MORE}.items()
        }
        made[chance.choice(_TEMPLATES).format(**words)] = None
    return tuple(made)


@pytest.fixture(scope="module")
def drafting(argos: Engine) -> Drafting:
    units = [Unit(str(n), UnitKind.PARAGRAPH, text) for n, text in enumerate(sentences())]
    return draft_units(units, "en", "es", argos)


def test_all_markup_comes_through(drafting: Drafting) -> None:
    for number, source in enumerate(sentences()):
        assert markup_signature(drafting.drafts[str(number)].text) == markup_signature(source)


def test_all_addresses_handles_and_files_come_through(drafting: Drafting) -> None:
    for number, source in enumerate(sentences()):
        draft = drafting.drafts[str(number)].text
        assert sorted(_KEPT.findall(draft)) == sorted(_KEPT.findall(source))


def test_numbers_come_through_or_there_is_a_remark(drafting: Drafting) -> None:
    lost = 0
    for number, source in enumerate(sentences()):
        draft = drafting.drafts[str(number)]
        if sorted(_NUMBER.findall(plain(draft.text))) != sorted(_NUMBER.findall(plain(source))):
            lost += not draft.origin.note
    assert lost <= SENTENCES * 0.02


def test_most_sentences_are_translated_in_one_piece(drafting: Drafting) -> None:
    in_pieces = sum(IN_PIECES in draft.origin.note for draft in drafting.drafts.values())
    assert in_pieces <= SENTENCES * 0.1
