"""Which pieces of an article are translated, in which order, and under which ids."""

import subprocess
import sys

from workflow.document.source import Audio, Cover, Place, Source
from workflow.document.units import Unit, source_hash, source_units


def body_units(body: str) -> list[tuple[str, str]]:
    units = source_units(Source(title="", language="ru", body=body))
    return [(unit.kind.value, unit.text) for unit in units]


def test_units_come_in_the_order_in_which_they_are_read() -> None:
    source = Source(
        title="Название",
        language="ru",
        summary="Коротко",
        authors=("Ира", "Нина"),
        translators=("Олег",),
        publication=Place(name="Вестник"),
        original=Place(name="Заря", url="https://zarya.example"),
        cover=Cover(file="a.jpg", alt="Площадь", credit="Фото Иры"),
        audio=(Audio(title="Выпуск", file="a.mp3"),),
        listen=(Place(name="Радио"),),
        notes=("Примечание",),
        tags=("суды",),
        permission="письмо",
        body="Текст.",
    )
    assert [(unit.kind.value, unit.text) for unit in source_units(source)] == [
        ("title", "Название"),
        ("summary", "Коротко"),
        ("author", "Ира"),
        ("author", "Нина"),
        ("publication", "Вестник"),
        ("original", "Заря"),
        ("alt", "Площадь"),
        ("credit", "Фото Иры"),
        ("audio", "Выпуск"),
        ("p", "Текст."),
        ("note", "Примечание"),
        ("tag", "суды"),
    ]


def test_each_block_of_the_body_is_a_unit_of_its_kind() -> None:
    body = """\
## Глава

Абзац.

- пункт

  > цитата в пункте

> Цитата
> 1. первый

| Год | Дел |
|-----|-----|
| 2024 |    |

Сноска.[^а]

```
код
```

---

[^а]: О сноске.
"""
    assert body_units(body) == [
        ("h", "Глава"),
        ("p", "Абзац."),
        ("li", "пункт"),
        ("q", "цитата в пункте"),
        ("q", "Цитата"),
        ("li", "первый"),
        ("td", "Год"),
        ("td", "Дел"),
        ("td", "2024"),
        ("p", "Сноска.[^а]"),
        ("fn", "О сноске."),
    ]


def test_a_picture_by_itself_has_an_alternative_text_and_a_caption() -> None:
    assert body_units('![Площадь *ночью*](media/a.jpg "Фото: Ира")') == [
        ("alt", "Площадь *ночью*"),
        ("cap", "Фото: Ира"),
    ]
    assert body_units("[![](media/a.jpg)](https://e.example)") == []
    assert body_units("![a](media/a.jpg) и текст") == [("p", "![a](media/a.jpg) и текст")]


def test_a_unit_is_on_one_line_and_hard_breaks_stay() -> None:
    assert body_units("Раз\nдва  \nтри\\\nчетыре\u00a0пять") == [
        ("p", "Раз два\\\nтри\\\nчетыре\u00a0пять")
    ]


def test_a_backslash_before_a_hard_break_does_not_undo_it() -> None:
    assert body_units("C:\\   \nдва") == [("p", "C:\\ \\\nдва")]


def test_markup_stays_as_it_was_written() -> None:
    text = "**Суд** _решил_ [так](https://e.example 'т') `a  b` &amp; 5 \\* 3 <https://e.example>"
    assert body_units(text) == [("p", text)]


def test_links_by_reference_stand_by_themselves() -> None:
    body = (
        '[тут], [там][a] и ![фото][a]\n\n[тут]: https://e.example/(1)\n[a]: media/b.jpg "Т \\"к\\""'
    )
    assert body_units(body) == [
        (
            "p",
            "[тут](https://e.example/\\(1\\)), "
            '[там](media/b.jpg "Т \\"к\\"") и ![фото](media/b.jpg "Т \\"к\\"")',
        )
    ]


def test_html_is_text() -> None:
    assert body_units("<script>alert(1)</script>") == [("p", "<script>alert(1)</script>")]


def test_an_id_is_a_kind_a_hash_and_a_number_where_a_text_comes_twice() -> None:
    units = source_units(Source(title="Да.", language="ru", body="Да.\n\n- Да.\n\nДа."))
    assert [unit.id for unit in units] == ["title-06bfa6", "p-06bfa6", "li-06bfa6", "p-06bfa6.2"]


def test_ids_do_not_depend_on_line_ends_or_on_how_accents_are_encoded() -> None:
    def ids(body: str) -> list[str]:
        return [unit.id for unit in source_units(Source(title="", language="es", body=body))]

    assert ids("Dijo que sí\na todo") == ids("Dijo que si\u0301 a  todo")
    assert ids("Dijo que sí\na todo") != ids("Dijo que no\na todo")


def test_the_hash_of_a_source_is_of_texts_and_order() -> None:
    one, two = source_units(Source(title="", language="ru", body="Раз.\n\nДва."))
    assert source_hash([one, two]) == source_hash((one, Unit(two.id, two.kind, "Два.")))
    assert source_hash([one, two]) != source_hash([two, one])
    assert len(source_hash([])) == 64


def test_reading_the_front_matter_loads_no_markdown_parser() -> None:
    code = (
        "import sys, workflow.document.frontmatter, workflow.document.units, "
        "workflow.document.matching; sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
