"""What stands around an article is told by its words; what only looks like it stays."""

import pytest

from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import clutter, keeping, sweep
from workflow.document.importing.phrases import Clutter


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read also: The harbour that moved", Clutter.TEASER),
        ("▶ Читайте также: Почему высохло озеро", Clutter.TEASER),
        ("Читайте також", Clutter.TEASER),
        ("Lea también: Los pastores", Clutter.TEASER),
        ("À lire aussi : La piscine", Clutter.TEASER),
        ("Чытайце таксама: Яшчэ тры арышты", Clutter.TEASER),
        ("اقرأ أيضًا: ثلاثة اعتقالات أخرى", Clutter.TEASER),
        ("Zobacz także: Trzy kolejne areszty", Clutter.TEASER),
        ("ასევე წაიკითხეთ: სამი დაკავება", Clutter.TEASER),
        ("Lesen Sie auch: Der Hafen", Clutter.TEASER),
        ("Facebook Twitter WhatsApp", Clutter.SHARING),
        ("Поделиться 12", Clutter.SHARING),
        ("Teilen", Clutter.SHARING),
        ("الرئيسية", Clutter.NAVIGATION),
        ("Галоўная", Clutter.NAVIGATION),
        ("12 comments", Clutter.COUNTER),
        ("Комментарии (3)", Clutter.COUNTER),
        ("5 min read", Clutter.COUNTER),
        ("Просмотров: 2 418", Clutter.COUNTER),
        ("32 мин · 28 МБ", Clutter.COUNTER),
        ("6 min read · 2 comments", Clutter.COUNTER),
        ("Please enter your comment!", Clutter.COMMENTS),
        ("3 thoughts on “A harbour”", Clutter.COMMENTS),
        ("Ваш e-mail не будет опубликован.", Clutter.COMMENTS),
        ("We use cookies to understand how you read.", Clutter.COOKIES),
        ("Subscribe to our newsletter!", Clutter.SUBSCRIPTION),
        ("Підтримайте нас на Патреоні", Clutter.SUBSCRIPTION),
        ("© 2024 The Bulletin", Clutter.FOOTER),
        ("Home › News › Courts", Clutter.NAVIGATION),
        ("Advertisement", Clutter.ADVERTISEMENT),
    ],
)
def test_clutter(line: str, reason: Clutter) -> None:
    assert clutter(line) is reason


@pytest.mark.parametrize(
    "line",
    [
        "Related charges were brought against four other people.",
        "Share prices fell by 4 per cent.",
        "No comments were made by the ministry.",
        "По теме пыток выступил представитель Комитета.",
        "Комментарии к закону занимают сорок страниц.",
        "(c) install complaint boxes that only this Office can open.",
        "“We use the cookies that our grandmother baked,” he said.",
        "Home is where they stop asking.",
        "Follow the money, she said.",
        "Рекомендуем: освободить всех задержанных.",
        "12 people were detained.",
        "",
        "…",
    ],
)
def test_words_of_an_article(line: str) -> None:
    assert clutter(line) is None


def paragraph(text: str, linked: float | None = None) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, linked)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_list_of_articles_goes_with_its_heading() -> None:
    blocks = [
        paragraph("The court has ruled."),
        paragraph("Related articles"),
        paragraph("A judge, a herring and a letter"),
        paragraph("The harbour that moved overnight"),
    ]
    kept, dropped = sweep(blocks, keeping(()))
    assert texts(kept) == ["The court has ruled."]
    assert {piece.reason for piece in dropped} == {Clutter.RELATED}


def test_heading_that_opens_prose_stays() -> None:
    blocks = [
        paragraph("Comments"),
        paragraph("The committee made eleven comments on the draft, and all were ignored."),
    ]
    assert sweep(blocks, keeping(())) == (tuple(blocks), ())


def test_credits_after_a_list_of_articles_stay() -> None:
    blocks = [
        paragraph("The court has ruled."),
        paragraph("Related articles"),
        paragraph("A judge, a herring and a letter"),
        paragraph("Translated by Mara Ilves"),
    ]
    kept, _ = sweep(blocks, keeping(()))
    assert texts(kept) == ["The court has ruled.", "Translated by Mara Ilves"]


def test_labels_of_a_form_go_only_after_its_heading() -> None:
    form = [paragraph(text) for text in ("Leave a Reply", "Comment *", "Name *", "Email")]
    kept, dropped = sweep(
        [paragraph("Name"), paragraph("The court has ruled."), *form], keeping(())
    )
    assert texts(kept) == ["Name", "The court has ruled."]
    assert len(dropped) == 4


def test_line_of_clutter_is_cut_out_of_a_paragraph() -> None:
    block = Block(BlockKind.PARAGRAPH, "A **b**.\\\nRead also: C", "A b.\nRead also: C", 0.0)
    kept, dropped = sweep([block], keeping(()))
    assert [block.markdown for block in kept] == ["A **b**."]
    assert [piece.text for piece in dropped] == ["Read also: C"]


def test_what_is_to_be_kept_is_kept_whatever_its_spaces_and_case() -> None:
    blocks = [paragraph("Read also:  The Harbour")]
    assert sweep(blocks, keeping(["the harbour"])) == (tuple(blocks), ())
