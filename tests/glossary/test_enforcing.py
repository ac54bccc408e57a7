"""What a translation must have of the glossary, and what it must not have."""

import pytest

from workflow.glossary.enforcing import Breach, BreachKind, pair_breaches, text_breaches
from workflow.glossary.glossary import Case, Concept, Glossary, Status, Term


def term(text: str, status: Status = Status.PREFERRED, **more: object) -> Term:
    return Term(text=text, status=status, **more)  # type: ignore[arg-type]


AGENT = Concept(
    id="foreign-agent",
    terms={
        "ru": (term("иностранный агент"),),
        "en": (
            term("foreign agent"),
            term("agent of influence", Status.ADMITTED),
            term("foreign spy", Status.DEPRECATED),
        ),
    },
)
COMMITTEE = Concept(
    id="committee",
    terms={
        "ru": (term("Комитет против пыток"),),
        "en": (term("Committee Against Torture", case=Case.EXACT, abbreviation="CAT"),),
    },
)
COURT = Concept(id="court", terms={"ru": (term("суд"),), "en": (term("court"),)})
CORT = Concept(id="cort", terms={"ru": (term("корт"),), "en": (term("court"),)})
WHO = Concept(id="who", terms={"en": (term("WHO"),), "es": (term("OMS"),)})
INFECT = Concept(id="infect", terms={"en": (term("infect"),), "fr": (term("infecter"),)})
GLOSSARY = Glossary((AGENT, COMMITTEE, COURT, CORT, WHO, INFECT))


def breaches(source: str, target: str, pair: str = "ru en") -> list[Breach]:
    from_, into = pair.split()
    return list(pair_breaches(source, target, GLOSSARY.matcher(from_), GLOSSARY.matcher(into)))


def test_the_preferred_and_the_admitted_term_are_right_in_all_their_forms() -> None:
    source = "Их признали иностранными агентами."
    assert not breaches(source, "They were declared foreign agents.")
    assert not breaches(source, "They were declared agents of influence.")


def test_a_translation_whose_source_has_no_term_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, target = GLOSSARY.matcher("ru"), GLOSSARY.matcher("en")
    monkeypatch.setattr(target, "occurrences", None)
    text = "A foreign spy went by, and no glossary was asked."
    assert not list(pair_breaches("Он молча ушёл.", text, source, target))


def test_a_missing_term_is_told_with_the_terms_to_use() -> None:
    [breach] = breaches("Он иностранный агент.", "He works for others.")
    assert breach.kind is BreachKind.MISSING
    assert breach.source == "иностранный агент"
    assert breach.use == ("foreign agent", "agent of influence")
    assert breach.span is None


def test_a_deprecated_term_is_told_with_its_place() -> None:
    target = "Foreign spies, they said."
    [breach] = breaches("Иностранные агенты, сказали они.", target)
    assert breach.kind is BreachKind.DEPRECATED
    assert target[slice(*breach.span or (0, 0))] == "Foreign spies"
    assert breach.use == ("Foreign agent", "Agent of influence")


def test_a_deprecated_term_of_something_else_is_left_alone() -> None:
    assert not breaches("Поймали шпиона.", "A foreign spy was caught.")


def test_a_deprecated_term_that_another_concept_prefers_is_told_all_the_same() -> None:
    arrest = Concept(id="arrest", terms={"ru": (term("арест"),), "en": (term("arrest"),)})
    detention = Concept(
        id="detention",
        terms={
            "ru": (term("задержание"),),
            "en": (term("detention"), term("arrest", Status.DEPRECATED)),
        },
    )
    glossary = Glossary((arrest, detention))
    matchers = glossary.matcher("ru"), glossary.matcher("en")
    [breach] = pair_breaches("после задержания", "after the arrest", *matchers)
    assert (breach.kind, breach.found) == (BreachKind.DEPRECATED, "arrest")
    assert not list(pair_breaches("после ареста", "after the arrest", *matchers))
    assert not list(pair_breaches("арест и задержание", "the arrest and the detention", *matchers))


def test_a_preferred_term_inside_a_rejected_one_of_the_concept_does_not_count() -> None:
    agent = Concept(
        id="a",
        terms={
            "ru": (term("агент"),),
            "en": (term("agent"), term("secret agent", Status.DEPRECATED)),
        },
    )
    glossary = Glossary((agent,))
    [breach] = pair_breaches(
        "агент", "a secret agent", glossary.matcher("ru"), glossary.matcher("en")
    )
    assert breach.kind is BreachKind.DEPRECATED


def test_a_term_that_comes_twice_must_be_translated_once() -> None:
    source = "Иностранный агент судится. Иностранного агента не слышат."
    assert not breaches(source, "A foreign agent goes to court. Nobody hears him.")


def test_wrong_capitals_are_told_with_the_right_ones() -> None:
    [breach] = breaches("Комитет против пыток молчит.", "The Committee against torture is silent.")
    assert breach.kind is BreachKind.CAPITALS
    assert breach.found == "Committee against torture"
    assert breach.use == ("Committee Against Torture",)


def test_a_heading_in_capitals_and_the_abbreviation_are_fine() -> None:
    source = "Комитет против пыток"
    assert not breaches(source, "COMMITTEE AGAINST TORTURE")
    assert not breaches(source, "The CAT")


def test_a_name_that_is_nearly_right_is_shown_in_its_place() -> None:
    [breach] = breaches("Комитет против пыток", "the Committee Against Tortures")
    assert breach.kind is BreachKind.MISSING
    assert breach.found == "Committee Against Tortures"
    assert breach.use == ("Committee Against Torture",)


def test_of_two_concepts_with_one_name_either_will_do() -> None:
    tennis = Concept(id="t", terms={"en": (term("court"),), "ru": (term("корт"),)})
    law = Concept(id="l", terms={"en": (term("court"),), "ru": (term("суд"),)})
    glossary = Glossary((tennis, law))
    matchers = glossary.matcher("en"), glossary.matcher("ru")
    assert not list(pair_breaches("the court", "на корте", *matchers))
    assert not list(pair_breaches("the court", "в суде", *matchers))
    [breach] = pair_breaches("the court", "в здании", *matchers)
    assert breach.use == ("корт", "суд")


def test_an_acronym_is_not_the_word_in_small_letters() -> None:
    assert not breaches("those who know", "los que saben", "en es")
    assert breaches("the WHO knows", "la agencia sabe", "en es")


def test_an_abbreviation_is_not_the_word_in_small_letters() -> None:
    assert breaches("Комитет против пыток", "the cat slept")
    assert breaches("Комитет против пыток", "Cat food")
    assert not list(text_breaches("Who is there?", GLOSSARY.matcher("en")))


def test_an_english_participle_need_not_be_a_form_of_the_verb() -> None:
    assert not breaches("the infected man", "le malade", "en fr")
    assert breaches("they infect us", "ils nous rendent malades", "en fr")


def test_related_words_are_near_and_no_fault() -> None:
    [breach] = breaches("they infect us", "nous sommes infectés", "en fr")
    assert breach.kind is BreachKind.NEAR
    assert breach.found == "infectés"


def test_concepts_without_a_term_in_the_target_language_ask_for_nothing() -> None:
    assert not breaches("Он иностранный агент.", "Il est parti.", "ru fr")


def test_a_text_in_one_language_is_searched_for_deprecated_terms_and_capitals() -> None:
    found = list(
        text_breaches("A foreign spy at the committee against torture.", GLOSSARY.matcher("en"))
    )
    assert [(b.kind, b.found) for b in found] == [
        (BreachKind.DEPRECATED, "foreign spy"),
        (BreachKind.CAPITALS, "committee against torture"),
    ]


def test_a_small_letter_makes_an_ordinary_word_of_a_name() -> None:
    rain = Concept(
        id="tv-rain",
        terms={
            "ru": (term("Дождь", case=Case.EXACT),),
            "en": (term("TV Rain", case=Case.EXACT),),
        },
    )
    matchers = Glossary((rain,)).matcher("ru"), Glossary((rain,)).matcher("en")
    assert not list(pair_breaches("Вчера шёл дождь.", "It rained yesterday.", *matchers))
    assert not list(pair_breaches("Дождь шёл весь день.", "It rained all day.", *matchers))
    [breach] = pair_breaches("На канале «Дождь» сказали.", "The channel said.", *matchers)
    assert breach.kind is BreachKind.MISSING


def test_what_is_not_to_be_translated_stands_as_it_is() -> None:
    paper = Concept(id="paper", translate=False, terms={"es": (term("El Faro", case=Case.EXACT),)})
    matchers = Glossary((paper,)).matcher("es"), Glossary((paper,)).matcher("en")
    [breach] = pair_breaches("Lo dijo El Faro.", "The Lighthouse said it.", *matchers)
    assert (breach.kind, breach.use) == (BreachKind.TRANSLATED, ("El Faro",))
    assert not list(pair_breaches("Lo dijo El Faro.", "El Faro said it.", *matchers))


def test_a_rejected_term_says_why_and_what_to_use() -> None:
    fund = Concept(
        id="fund",
        terms={
            "ru": (term("фонд"),),
            "en": (
                term("fund"),
                term("stash", Status.DEPRECATED, use="reserve", reason="slang"),
            ),
        },
    )
    matchers = Glossary((fund,)).matcher("ru"), Glossary((fund,)).matcher("en")
    [breach] = pair_breaches("Это фонд.", "It is a stash.", *matchers)
    assert (breach.use, breach.reason) == (("reserve", "fund"), "slang")
