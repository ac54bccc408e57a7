"""Single sentences, with engines that behave and engines that do not."""

from collections.abc import Sequence

import pytest

from workflow.draft.desk import EngineDesk
from workflow.draft.faults import Pair
from workflow.draft.nodes import parse_nodes
from workflow.draft.pieces import IN_PIECES, NO_TRANSLATION
from workflow.draft.rounds import run_jobs
from workflow.draft.sentence import draft_sentence
from workflow.draft.version import Version, tidy
from workflow.engines import Proposal


class Knowing:
    """An engine that knows some translations, and else repeats."""

    package, notice = "", None

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        return [Proposal(text=self._words.get(sentence, sentence)) for sentence in sentences]


def drafted(markdown: str, words: dict[str, str]) -> Version:
    job = draft_sentence(parse_nodes(markdown), Pair("en", "es"))
    (result,) = run_jobs([job], EngineDesk(Knowing(words)))
    return result


def test_markup_is_put_back_around_its_words() -> None:
    words = {"The court sat.": "El tribunal se reunió.", "court": "tribunal"}
    assert drafted("The **court** sat.", words) == Version("El **tribunal** se reunió.")


def test_markup_that_finds_no_place_splits_the_sentence() -> None:
    words = {"The court sat.": "Se reunió.", "The": "El", "court": "tribunal", "sat.": "se reunió."}
    result = drafted("The **court** sat.", words)
    assert result == Version("El **tribunal** se reunió.", (IN_PIECES,))


def test_another_mask_is_tried_where_one_is_lost() -> None:
    words = {"Run (1) now": "Ahora", "Run K1 now": "Ejecute K1 ahora"}
    assert drafted("Run `ls` now", words) == Version("Ejecute `ls` ahora")


def test_when_every_mask_is_lost_nothing_else_is() -> None:
    words = {f"Run {mask} now": "Ahora" for mask in ("(1)", "K1", "§1")}
    result = drafted("Run `ls` now", words | {"Run": "Ejecute", "now": "ahora"})
    assert result == Version("Ejecute `ls` ahora", (IN_PIECES,))


def test_pieces_do_not_begin_with_a_capital_of_their_own() -> None:
    words = {"See a b": "", "See": "Vea", "a": "Una", "b": "Be."}
    assert drafted("See *a* b", words).markdown == "Vea *una* be"


@pytest.mark.parametrize(
    "markdown", ["12.5 %", "`code`", "https://a.example", "**1**", "—", "b)", "😀😀"]
)
def test_what_has_no_words_is_copied(markdown: str) -> None:
    class Refusing(Knowing):
        def translate(self, sentences: Sequence[str]) -> list[Proposal]:
            raise AssertionError(f"the engine was asked for {sentences}")

    job = draft_sentence(parse_nodes(markdown), Pair("en", "es"))
    assert run_jobs([job], EngineDesk(Refusing({}))) == [Version(markdown)]


def test_one_sign_of_chinese_is_a_word() -> None:
    assert drafted("山", {"山": "montaña"}).markdown == "montaña"


def test_a_sentence_without_translation_stays_and_is_noted() -> None:
    assert drafted("The court.", {"The court.": " "}) == Version("The court.", (NO_TRANSLATION,))


def test_output_is_put_on_one_line_without_strange_characters() -> None:
    assert tidy("A b.", " A\n b\x00\ue000. ") == "A b ."


def test_a_full_stop_that_the_source_has_not_is_taken_off() -> None:
    assert tidy("Court frees journalist", "El tribunal libera.") == "El tribunal libera"
    assert tidy("Court frees journalist", "Y así...") == "Y así..."
    assert tidy("Done.", "Hecho.") == "Hecho."
