"""The names of a source held against those of its translation."""

import pytest

from workflow.language.name_pairs import are_comparable, compare_names
from workflow.language.proper_names import proper_names


def compared(source: str, target: str, languages: str) -> tuple[list[str], list[str]]:
    """The names that are lost and those that were added."""
    out_of, into = languages.split(" → ")
    found = compare_names(source, target, out_of, into)
    return [name.text for name in found.lost], [name.text for name in found.gained]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("fr → en", "Elle a vu Kowalska hier.", "She saw Kowalska’s house yesterday."),
        ("fr → en", "Le procès de Mme Kowalska", "The trial of Mrs Kowalska"),
        ("fr → en", "Selon l'Irak et l’Albanie", "According to Iraq and Albania"),
        ("pl → en", "Pisał o tym Kowalski z Niemiec.", "Kowalski from Germany wrote about it."),
        ("de → en", "Er kam aus Neapel.", "He came from Naples."),
        ("de → en", "Die Meister aus Südafrika", "The champions of South Africa"),
        ("fr → en", "La Maison Blanche a réagi.", "The White House reacted."),
        ("fr → en", "Le procès commence lundi.", "The trial begins on Monday."),
        ("ru → en", "Её видел там Ковальский.", "It was Kovalsky who saw her there."),
        ("fr → en", "Des fêtes pour les non-chrétiens", "Holidays for non-Christians"),
        ("es → en", "La sede de la ONU en EE. UU.", "The seat of the UN in the USA"),
        ("es → en", "Ella vive en Nueva York con su hijo.", "She lives in NY with her son."),
        ("en → es", "He leads an organised non-governmental group.", "Dirige una ONG organizada."),
        ("de → en", "Der Weg in Portugals Hauptstadt", "The way to the Portuguese capital"),
        ("de → en", "Er sah einen Richter und Zuschauer.", "He saw a man and an audience."),
        ("pl → en", "Sąd w Gandawie milczał.", "The court in Ghent was silent."),
        ("es → en", "Volvió ayer a La Haya.", "Yesterday she went back to The Hague."),
        ("es → en", "Antes vivía en América.", "She used to live in the United States."),
        ("en → es", "The Dutch lawyer came.", "Vino el abogado de Holanda."),
        ("en → es", "She has a U.S. passport.", "Tiene pasaporte estadounidense."),
        ("es → en", "Un informe de la OMS.", "A report by the WHO."),
        ("es → en", "El fin de la Unión Soviética", "The end of the USSR"),
        ("en → es", "The CEO bought a TV.", "El director compró un televisor."),
        ("en → es", "He is now Deputy Chairman there.", "Ahora es allí vicepresidente."),
        ("es → en", "Ayer habló el Gobierno.", "Yesterday the government spoke."),
        ("en → es", "In the house Mila Kowalska slept.", "En la casa dormía Kowalska."),
        ("de → en", "Er arbeitet bei Muster-Kowal.", "He works at Muster."),
        ("pl → en", "Jak pisze „Ko”, wygrali.", "As Kowalnik writes, they won."),
        ("de → en", "Damals kamen Millionen Zuschauer.", "Millions watched then."),
        ("fr → en", "Il a vu l'ONU agir.", "He saw the UN act."),
        ("es → en", "La Feria de Robótica Industrial", "The great FRI"),
        ("es → en", "La Universidad de Riga", "The University of Riga (URX)"),
        ("es → en", "Ahora mismo habla la ODS (Partido Verde).", "The ODS speaks."),
        ("en → es", "Then Maj. Kowalska spoke.", "Luego habló Kowalska."),
    ],
)
def test_names_that_are_kept_or_cannot_be_compared(
    languages: str, source: str, target: str
) -> None:
    assert compared(source, target, languages) == ([], [])


@pytest.mark.parametrize(
    ("languages", "source", "target", "lost", "gained"),
    [
        ("fr → en", "La maire Kowalska a ri.", "The mayor laughed.", ["Kowalska"], []),
        ("fr → en", "La maire a ri.", "The mayor Schneider laughed.", [], ["Schneider"]),
        ("fr → en", "Le procès en Espagne", "The trial in China", ["Espagne"], ["China"]),
        ("fr → en", "Le juge a parlé.", "The judge of the NHL spoke.", [], ["NHL"]),
        (
            "de → en",
            "Damals schützte Grindel die Stadt.",
            "Then the city was safe.",
            ["Grindel"],
            [],
        ),
        ("de → en", "Er reiste nach Paris zurück.", "He went back to.", ["Paris"], []),
        ("de → en", "Damals half er Murray oft.", "He often helped then.", ["Murray"], []),
        ("fr → en", "Il cite les New Faces, dit-il.", "He quotes, he says.", ["New", "Faces"], []),
        ("fr → en", "Elle a cité la QRS hier.", "She quoted the NHL.", ["QRS"], ["NHL"]),
        ("fr → en", "Singapour est une ville.", "It is a city.", ["Singapour"], []),
        ("fr → en", "ISL a encore gagné hier soir.", "It won last night.", ["ISL"], []),
        ("fr → en", "On dit que l'Amazone coule ici.", "They say it flows.", ["Amazone"], []),
        ("de → en", "Damals begann die Grindel-Krise.", "Then the crisis began.", ["Grindel"], []),
        ("de → en", "Auch in der Corona-Krise half er.", "He also helped then.", ["Corona"], []),
        ("de → en", "Dann sprach Präsident Klose leise.", "The president spoke.", ["Klose"], []),
        ("de → en", "Da sagte sie, Elisabeth sei dort.", "She said so.", ["Elisabeth"], []),
        (
            "de → en",
            "Seine Schwestern sah Südafrika nie.",
            "His southern sisters never saw it.",
            ["Südafrika"],
            [],
        ),
        ("fr → en", "Hier il a vu Parn.", "He saw particular men.", ["Parn"], []),
        ("es → en", "Luego llegó Mila Kowalska.", "Then Mila came.", ["Kowalska"], []),
        (
            "pl → en",
            "Teraz Anna Muster i Jan Kowal z Radia Bis pisali wczoraj do Twittera.",
            "Now Anna Muster and Jan Kowal of Radio Bis wrote yesterday.",
            ["Twittera"],
            [],
        ),
    ],
)
def test_names_that_are_lost_or_added(
    languages: str, source: str, target: str, lost: list[str], gained: list[str]
) -> None:
    assert compared(source, target, languages) == (lost, gained)


def test_in_german_a_noun_alone_is_no_name() -> None:
    found = proper_names("Die Reihenuntersuchung sah Zofia Kowalska im Krankenhaus.", "de")
    assert [name.text for name in found] == ["Zofia", "Kowalska"]


def test_names_are_missed_only_where_both_write_latin_letters() -> None:
    assert are_comparable("pl", "en")
    assert not are_comparable("ru", "en")
