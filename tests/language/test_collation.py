import json
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.language.collation import sort_key

IN_ORDER = {
    "az": ["Cəfər", "Çingiz", "Elçin", "Əli", "Gülnar", "Hüseyn", "Xalid", "Irma", "İlham"],
    "be": ["Еўдакім", "Ёўхім", "Ігнат", "Улас", "Ўладзь", "Фёдар"],
    "cs": ["cena", "černá", "hrad", "chata", "idea", "řeka", "sad", "šat"],
    "de": ["Arzt", "Ärzte", "Öl", "Ölung", "Straße", "Strasser", "Zaun"],
    "en": ["Ann", "anna", "Anna", "Émile", "Erin"],
    "es": ["llave", "luz", "nube", "ñandú", "oca"],
    "fr": ["cote", "coté", "côte", "côté", "œuf", "ogre"],
    "kk": ["Алма", "Әлия", "Бота", "Гүл", "Ғалия", "Қанат", "Нұр", "Өмір", "Павел"],
    "nb": ["Abel", "Zenit", "Ægir", "Østby", "Åse", "Aasen"],
    "pl": ["Celina", "Ćwik", "Łada", "Mak", "Śliwa", "Tadek", "Zosia", "Źdźbło", "Żaba"],
    "ru": ["Егор", "Ёлкина", "Жанна", "Илья", "Йод", "Adam"],
    "sv": ["Adam", "Zara", "Åke", "Ärla", "Östen"],
    "tr": ["cam", "çam", "gün", "ılık", "inek", "oda", "öğle", "şeker"],
    "uk": ["Гандзя", "Ґанок", "Євген", "Іван", "Їжак", "Йосип", "Юрій"],
}


@pytest.mark.parametrize("language", sorted(IN_ORDER))
def test_names_stand_in_the_order_of_the_language(language: str) -> None:
    names = IN_ORDER[language]
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sort_key(name, language)) == names


def test_spaces_come_before_digits_and_digits_before_letters() -> None:
    names = ["la la", "la1", "la9", "lab"]
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sort_key(name, "en")) == names


@given(st.text(max_size=12), st.sampled_from(["ar", "cs", "ka", "nb", "ru", "tr", "xx"]))
def test_a_text_has_one_place_however_its_accents_are_written(text: str, language: str) -> None:
    composed, taken_apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert sort_key(composed, language)[:2] == sort_key(taken_apart, language)[:2]


@pytest.mark.peer
@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
def test_icu_sorts_the_same_names_in_the_same_order() -> None:
    compare = """
    const names = JSON.parse(require("fs").readFileSync(0, "utf8"));
    for (const [tag, list] of Object.entries(names)) list.sort(new Intl.Collator(tag).compare);
    console.log(JSON.stringify(names));
    """
    shuffled = {tag: sorted(names) for tag, names in IN_ORDER.items()}
    made = subprocess.run(
        ["node", "-e", compare],
        input=json.dumps(shuffled),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(made.stdout) == IN_ORDER
