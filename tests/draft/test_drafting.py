"""Whole units drafted, by the real engine and by engines that do their worst."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.document.inline import markup_signature, plain
from workflow.document.standing import standing_alone
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units, units_to_draft
from workflow.draft.drafting import MARKUP_DIFFERS
from workflow.engines import Engine, Proposal, load_engine
from workflow.workspace.events import Origin
from workflow.workspace.state import State, UnitState

MakeEngine = Callable[[Callable[[str], str]], Any]


def paragraphs(*texts: str) -> list[Unit]:
    return [Unit(f"p-{n}", UnitKind.PARAGRAPH, text) for n, text in enumerate(texts)]


def drafted(engine: Engine, *texts: str) -> list[str]:
    units = paragraphs(*texts)
    drafts = draft_units(units, "en", "es", engine).drafts
    return [drafts[unit.id].text for unit in units]


def test_the_real_engine_keeps_links_emphasis_code_and_notes(argos: Engine) -> None:
    source = (
        "The **court** released [the journalist](https://a.example/x_y) on Monday.[^1] "
        "Write to editor@paper.example or see `config.py`. *Nobody was hurt. Nobody answered.*"
    )
    (text,) = drafted(argos, source)
    assert markup_signature(text) == markup_signature(source)
    assert "**tribunal**" in text or "**El tribunal**" in text
    assert "https://a.example/x_y" in text
    assert "editor@paper.example" in text
    assert text.endswith("*")


def test_the_origin_names_engine_and_package(argos: Engine) -> None:
    drafting = draft_units(paragraphs("Yes."), "en", "es", argos)
    assert drafting.drafts["p-0"].origin == Origin(engine="argos", package="starter en-es 0.2")
    assert drafting.notice is not None


def test_sentences_of_all_units_go_to_the_engine_once_and_together(scripted: MakeEngine) -> None:
    engine = scripted(str.upper)
    assert drafted(engine, "One. Two.", "Two. Three.", "One.") == [
        "ONE. TWO.",
        "TWO. THREE.",
        "ONE.",
    ]
    assert sorted(engine.batches[0]) == ["One.", "Three.", "Two."]
    assert len(engine.batches) == 1


def test_names_do_not_go_to_the_engine(scripted: MakeEngine) -> None:
    engine = scripted(str.upper)
    units = [Unit("author-1", UnitKind.AUTHOR, "Mara Quill"), *paragraphs("Yes.")]
    drafts = draft_units(units, "en", "es", engine).drafts
    assert drafts["author-1"].text == "Mara Quill"
    assert engine.batches == [["Yes."]]


def test_the_engine_none_drafts_nothing() -> None:
    units = [Unit("author-1", UnitKind.AUTHOR, "Mara Quill"), *paragraphs("Yes.")]
    assert draft_units(units, "en", "es", load_engine("none")).drafts == {}


def test_only_empty_units_and_untouched_drafts_of_others_are_drafted() -> None:
    by_argos = Origin(engine="argos")
    units = paragraphs("a", "b", "c", "d", "e", "f")
    state = State(
        units={
            "p-0": UnitState(),
            "p-1": UnitState(text="B", draft="B", origin=by_argos),
            "p-2": UnitState(text="B, edited", draft="B", origin=by_argos),
            "p-3": UnitState(text="D", confirmed=True),
            "p-4": UnitState(text="a person's, not confirmed"),
        }
    )
    assert [unit.id for unit in units_to_draft(units, state, "argos")] == ["p-0", "p-5"]
    assert [unit.id for unit in units_to_draft(units, state, "other")] == ["p-0", "p-1", "p-5"]


WORDS = [
    *["one", "Two.", "три", "*", "_", "`", "[", "]", "(1)", "K1", "§1", "\\*", "&amp;", "!", " "],
    *["`a`", "[b](https://x.example)", "[^1]", "![i](media/a.jpg)", "<https://a.example/c>"],
    *["https://a.example/c_d", "a@b.example", "**bold text**", "*em. Two em.*", "***both***"],
    *["[*link* x](https://q.example)", "\\\n", "_a_", "*a **b***"],
]
MARKDOWN = st.lists(st.sampled_from(WORDS), max_size=9).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
HOSTILE = st.sampled_from(
    [
        lambda text: "",
        lambda text: text[::-1],
        lambda text: f"{text} {text}",
        lambda text: " ".join(reversed(text.split())),
        lambda text: "*_`[a](https://e.example) ![b](c) [^9] <https://z.example> \\",
        lambda text: text.replace("K", "k"),
        lambda text: "\ue000\n\n# x\n\n---",
    ]
)


class Hostile:
    name, package, notice = "hostile", "", None

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def serves(self, source: str, target: str) -> bool:
        return True

    def open(self, source: str, target: str) -> "Hostile":
        return self

    def translate(self, sentences: Any) -> list[Proposal]:
        return [Proposal(text=self._translate(sentence)) for sentence in sentences]


@settings(deadline=None)
@given(MARKDOWN, HOSTILE)
def test_whatever_an_engine_says_no_link_code_or_note_is_lost_or_made_up(
    markdown: str, translate: Callable[[str], str]
) -> None:
    source = standing_alone(markdown)
    draft = draft_units(paragraphs(source), "en", "es", Hostile(translate)).drafts["p-0"]
    now, before = markup_signature(draft.text), markup_signature(source)
    if now != before:  # emphasis glued to other markup can be lost, and is reported
        assert set((now - before) + (before - now)) <= {"em", "strong"}
        assert MARKUP_DIFFERS in draft.origin.note


@settings(deadline=None)
@given(MARKDOWN)
def test_an_engine_that_repeats_gives_the_text_back(markdown: str) -> None:
    source = standing_alone(markdown)
    draft = draft_units(paragraphs(source), "en", "es", Hostile(str)).drafts["p-0"]
    if not draft.origin.note:
        words = re.compile(r"\w+")  # a stray bracket beside a link may end up elsewhere
        assert words.findall(plain(draft.text)) == words.findall(plain(source))
