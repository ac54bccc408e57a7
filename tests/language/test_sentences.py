"""Text cut into sentences. A bar stands where a cut belongs."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workflow.language.sentences import split_sentences

CASES = [
    ("en", "Dr. Smith met Mr. J. R. Brown at 5 p.m. in St. Louis. |He left."),
    ("en", '"Why?" she asked. |"Because," he said.'),
    ("en", "The U.S. Supreme Court ruled on Monday. |See Art. 5 of the law."),
    ("en", "Gen. Ivan Petrov and Sen. Maria Cruz spoke. |No. 7 was missing."),
    ("en", "She wrote to editor@paper.example. |Nobody answered... |Then a call came."),
    ("en", "It was 3.5 million. |What happened? |No one knows! |The end."),
    ("ru", "А. Б. Иванов сказал, что ст. 282 УК РФ применили. |Суд молчал."),
    ("ru", "Задержали М.Ю. Козлова и др. активистов. |Суд завтра."),
    ("ru", "Дело по ч. 2 ст. 205.2 УК РФ передали в суд. |Адвокат обжаловал."),
    ("ru", "«Как так?» — спросила она. |Ответа не было."),
    ("ru", "В 2019 г. Москва подала жалобу. |В Европе её приняли."),
    ("ru", "Фонд им. Сахарова закрыли. |См. рис. 4 и стр. 15. |Конец."),
    ("ru", "Он живёт на ул. Ленина, д. 5, кв. 12. |Это г. Псков."),
    ("uk", "О. В. Ковальчук живе на вул. Франка, буд. 7. |Це ін. місто."),
    ("uk", "«Чому?» — запитала вона. |Відповіді не було."),
    ("be", "А. М. Янкоўскі сказаў пра арт. 342 КК. |Суд маўчаў."),
    ("fr", "M. Dupont a dit non. |Mme. X est partie. |L'art. 5 s'applique."),
    ("fr", "MM. Durand et J.-P. Martin sont venus. |Me Leroy aussi."),
    ("fr", "« Pourquoi ? » a-t-elle demandé. |Personne n'a répondu."),
    ("es", "El Sr. Pérez llegó a EE. UU. ayer. |La Dra. Ana López dijo no."),
    ("es", "D. José y D.ª María vinieron. |¿Por qué? |¡Basta!"),
    ("de", "Am 3. Oktober 2020 kam Dr. Müller gem. Art. 3 GG. |Er blieb z. B. drei Tage."),
    ("pl", "Zob. art. 5 ust. 2 ustawy. |Pan J. Kowalski odmówił."),
    ("tr", "Dr. Yılmaz geldi. |Mahkeme 5. gün başladı."),
    ("ka", "ა. ბ. გელაშვილი მოვიდა. |სასამართლო დაიწყო."),
    ("ja", "「なぜですか。」と彼は言った。|誰も答えなかった。"),
    ("zh", "你好。|世界!|是吗?"),
    ("hi", "यह है। |वह है।"),
    ("ar", "مرحبا. |كيف حالك؟ |جيد."),
    ("pt-BR", "O Sr. Silva saiu. |O art. 5 vale."),
]


@pytest.mark.parametrize(("tag", "marked"), CASES)
def test_sentences_end_where_a_reader_sees_them_end(tag: str, marked: str) -> None:
    assert split_sentences(marked.replace("|", ""), tag) == marked.split("|")


def test_white_space_stays_with_the_sentence_before_it() -> None:
    assert split_sentences("One.  Two.\n", "en") == ["One.  ", "Two.\n"]


def test_an_empty_text_has_no_sentences() -> None:
    assert split_sentences("", "en") == []


@given(
    st.text() | st.text(alphabet='aБ.!? \n«»—と」。1\\\r\t\u2028"'),
    st.sampled_from(["en", "ru", "ja", "fr", "th", "ka", "zz", "sr-Latn"]),
)
@example("D.ª A.-B.", "es")
@example("\n\n. ", "en")
def test_sentences_join_to_the_text(text: str, tag: str) -> None:
    sentences = split_sentences(text, tag)
    assert "".join(sentences) == text
    assert all(sentences)
