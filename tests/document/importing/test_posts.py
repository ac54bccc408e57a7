"""Telegram's export of a channel: an article is one of its posts, or several in a row."""

import pytest

from workflow.document.importing import import_source
from workflow.errors import InputError

POSTS = {
    "12": "<strong>Fishermen were fined</strong><br><br>The court in Ustye fined six fishermen "
    "for a picnic. They had cooked soup on the bank, as every year.",
    "13": "Tomorrow we write about the bridge, which the river took with it in the night.",
    "14": "The lawyer has filed an appeal. The hearing is set for the first of March.",
}


def export(**posts: str) -> bytes:
    messages = "".join(
        f"<div class='message default clearfix' id='message{number}'><div class='body'>"
        f"<div class='pull_right date details' title='14.02.2024 11:05:41 UTC'>11:05</div>"
        f"<div class='from_name'>Quiet Bank</div><div class='text'>{text}</div></div></div>"
        for number, text in (posts or POSTS).items()
    )
    service = "<div class='message service' id='message-1'><div class='body'>14 May</div></div>"
    return (
        "<html><head><title>Exported Data</title></head><body><div class='page_wrap'>"
        "<div class='page_header'><div class='text bold'>Quiet Bank</div></div>"
        f"<div class='page_body chat_page'><div class='history'>{service}{messages}"
        "</div></div></div></body></html>"
    ).encode()


def test_export_of_several_posts_wants_a_choice_and_lists_them() -> None:
    with pytest.raises(InputError, match="3 posts") as caught:
        import_source(export(), "messages.html")
    assert "--post 12  14.02.2024 11:05  Fishermen were fined" in caught.value.hint
    assert "--post 14" in caught.value.hint


def test_chosen_post_is_the_article() -> None:
    source = import_source(export(), "messages.html", posts=["12"]).source
    assert source.title == "Fishermen were fined"
    assert "as every year" in source.body
    assert "bridge" not in source.body


def test_article_that_goes_on_in_another_post() -> None:
    source = import_source(export(), "messages.html", posts=["12", "14"]).source
    assert source.body.index("picnic") < source.body.index("appeal")
    assert "bridge" not in source.body


def test_export_of_one_post_needs_no_choice() -> None:
    assert "picnic" in import_source(export(**{"12": POSTS["12"]}), "m.html").source.body


def test_post_that_is_not_there() -> None:
    with pytest.raises(InputError, match="no post 99"):
        import_source(export(), "messages.html", posts=["99"])
    with pytest.raises(InputError, match="no posts"):
        import_source(b"<html><body><p>Words.</p></body></html>", "a.html", posts=["1"])
