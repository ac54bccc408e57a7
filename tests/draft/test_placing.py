"""Spans found in a translation, and written there."""

import pytest

from workflow.draft.masking import masked_sentence
from workflow.draft.nodes import parse_nodes
from workflow.draft.placing import place_spans
from workflow.draft.rendering import render
from workflow.draft.translation import Translation
from workflow.engines import Link


def translated(
    markdown: str, text: str, alone: dict[str, str], alignment: tuple[Link, ...] = ()
) -> str | None:
    """The translation `text` of a sentence with the sentence's markup."""
    masked = next(masked_sentence(parse_nodes(markdown)))
    places = place_spans(masked, Translation(text, alignment), alone)
    return None if places is None else render(text, places, masked.masks)


def masked_places(markdown: str) -> list[str]:
    """What stands in the spans of a sentence."""
    masked = next(masked_sentence(parse_nodes(markdown)))
    return [masked.text[place.start : place.end] for place in masked.places]


def test_a_span_is_where_its_own_translation_stands() -> None:
    assert (
        translated("The **court** sat.", "El tribunal se reunió.", {"court": "Tribunal."})
        == "El **tribunal** se reunió."
    )


def test_a_name_is_found_untranslated() -> None:
    assert (
        translated("We met [Ana](https://a.example).", "Vimos a Ana.", {"Ana": "Una"})
        == "Vimos a [Ana](https://a.example)."
    )


@pytest.mark.parametrize(
    ("markdown", "text", "alone", "drafted"),
    [
        ("*Really?* he asked", "¿De verdad? preguntó", "¿De verdad?", "*¿De verdad?* preguntó"),
        ("*Really* he asked?", "¿De verdad preguntó?", "De verdad", "¿*De verdad* preguntó?"),
        ("“*Yes.*” Ana left", "“Sí.” Ana se fue", "Sí.", "“*Sí.*” Ana se fue"),
        ("*“Yes.”* Ana left", "“Sí.” Ana se fue", "“Sí.”", "*“Sí.”* Ana se fue"),
        ("*“Really?”* he asked", "“¿De verdad?” dijo", "¿De verdad?", "*“¿De verdad?”* dijo"),
        ("“*Really?* You?”", "« Vraiment ? Toi ? »", "Vraiment ?", "« *Vraiment ?* Toi ? »"),
        ("“*Really?* You?”", "“Wirklich? Du?”", "Wirklich?", "“*Wirklich?* Du?”"),
        ("«*¿De verdad?* ¿Tú?»", "“Really? You?”", "Really?", "“*Really?* You?”"),
        ("Wait *…* he said", "Espera … dijo", "…", "Espera *…* dijo"),
        ("He left *now*.", "Se fue ahora.", "ahora.", "Se fue *ahora*."),
    ],
)
def test_marks_that_a_span_has_inside_stay_inside(
    markdown: str, text: str, alone: str, drafted: str
) -> None:
    (span,) = masked_places(markdown)
    assert translated(markdown, text, {span: alone}) == drafted


def test_another_form_of_the_words_is_found_too() -> None:
    assert (
        translated(
            "In the *Ministry of Justice* today",
            "Hoy en el Ministerio de Justicia",
            {"Ministry of Justice": "Ministerio de la Justicia"},
        )
        == "Hoy en el *Ministerio de Justicia*"
    )


def test_of_two_equal_words_the_one_at_the_same_place_is_taken() -> None:
    alone = {"no": "no"}
    assert translated("*no* and no", "no y no", alone) == "*no* y no"
    assert translated("no and *no*", "no y no", alone) == "no y *no*"


def test_nested_spans_stay_nested() -> None:
    assert (
        translated(
            "The [*big* court](https://a.example) sat",
            "Se reunió el gran tribunal",
            {"big court": "gran tribunal", "big": "gran"},
        )
        == "Se reunió el [*gran* tribunal](https://a.example)"
    )


def test_a_span_around_everything_stays_around_everything() -> None:
    assert translated("***Never again***", "Nunca más", {}) == "***Nunca más***"


def test_words_that_differ_are_found_by_their_alignment() -> None:
    alignment = (Link(0, 0, 0.9), Link(1, 2, 0.8), Link(2, 1, 0.7))
    alone = {"released": "soltar"}
    assert (
        translated("They **released** her", "Ellos ella liberaron", alone, alignment)
        == "Ellos ella **liberaron**"
    )


def test_a_weak_alignment_is_not_believed() -> None:
    alignment = (Link(0, 0, 0.9), Link(1, 2, 0.8), Link(2, 1, 0.3))
    alone = {"released": "soltar"}
    assert translated("They **released** her", "Ellos ella liberaron", alone, alignment) is None


def test_a_span_that_is_not_there_is_not_placed() -> None:
    assert translated("The **court** sat.", "Se reunió.", {"court": "tribunal"}) is None


def test_two_spans_cannot_share_words() -> None:
    assert translated("*yes* **yes**", "sí", {"yes": "sí"}) is None


def test_masks_give_way_to_what_is_behind_them() -> None:
    assert translated("Run `a*b` now[^1] or", "Ahora (2) ejecute (1) o", {}) == (
        "Ahora[^1] ejecute `a*b` o"
    )


def test_words_of_an_engine_never_become_markup() -> None:
    assert translated("**court**!", "*tribunal*! [x](y)", {"court": "tribunal"}) == (
        "**\\*tribunal\\***! [x\\](y)"
    )


def test_an_exclamation_mark_before_a_link_makes_no_picture() -> None:
    assert translated("[Stop](https://a.example)", "¡Alto!", {"Stop": "Alto"}) is not None
    assert translated("Oh! [Stop](https://a.example) it", "¡Oh!Alto", {"Stop": "Alto"}) is None


def test_in_an_endless_sentence_nothing_is_looked_for() -> None:
    words = "court " * 300
    assert translated(f"The **court** {words}", f"El court {words}", {}) is None


def test_marks_at_the_edge_of_a_span_do_not_hide_its_words() -> None:
    links = tuple(Link(n, n, 0.9) for n in range(3))
    text = "“El viejo juez”"
    assert translated("“*The **old** judge*”", text, {"The old judge": "El viejo juez"}, links) == (
        "“*El **viejo** juez*”"
    )
