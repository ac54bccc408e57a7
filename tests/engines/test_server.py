"""How a server is asked: patiently, and never anybody else."""

import pytest

from tests.engines.servers import Answer, Asked, serving
from workflow.engines.server import Server
from workflow.errors import MissingPart
from workflow.workspace.settings import ServerSettings


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, without waiting them."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    return waited


def server(url: str, **more: str) -> Server:
    return Server("libretranslate", ServerSettings(url=url, timeout=2, **more))


def test_a_busy_server_is_asked_again_when_it_says(waits: list[float]) -> None:
    answers = iter([Answer(status=503), Answer(status=429, headers={"Retry-After": "7"})])
    with serving(lambda _: next(answers, Answer({"good": True}))) as fake:
        assert server(fake.url).ask("/x", {"q": "a"}) == {"good": True}
    assert waits == [1.0, 7.0]
    assert [asked.body for asked in fake.asked] == [{"q": "a"}] * 3


def test_a_server_that_stays_busy_is_given_up(waits: list[float]) -> None:
    with serving(lambda _: Answer(status=503)) as fake, pytest.raises(MissingPart, match="503"):
        server(fake.url).ask("/x")
    assert len(fake.asked) == 4


def test_nobody_waits_for_an_hour(waits: list[float]) -> None:
    busy = Answer(status=429, headers={"Retry-After": "3600"})
    with serving(lambda _: busy) as fake, pytest.raises(MissingPart):
        server(fake.url).ask("/x")
    assert waits == [60.0] * 3


def test_a_redirect_is_not_followed() -> None:
    with serving(lambda _: Answer({})) as other:
        away = Answer(status=307, headers={"Location": f"{other.url}/translate"})
        with serving(lambda _: away) as fake, pytest.raises(MissingPart, match="sends us on to"):
            server(fake.url).ask("/translate", {"q": "secret"})
    assert other.asked == []


def test_a_server_that_is_not_there(waits: list[float]) -> None:
    with pytest.raises(MissingPart, match=r"127\.0\.0\.1:9\) does not answer"):
        server("http://127.0.0.1:9").ask("/x")
    assert waits == [1.0, 2.0, 4.0]


def test_a_server_that_never_finishes_is_given_up(waits: list[float]) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        quick = Server("libretranslate", ServerSettings(url=url, timeout=0.05))
        with pytest.raises(MissingPart, match="does not answer: timed out"):
            quick.ask("/x")


@pytest.mark.parametrize("body", [b"<html>", b"", b"[" * 100_000, b'"' + b"a" * (17 << 20) + b'"'])
def test_an_answer_that_is_not_of_use(body: bytes) -> None:
    with serving(lambda _: Answer(body)) as fake, pytest.raises(MissingPart):
        server(fake.url).ask("/x")


def test_the_key_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingPart, match="MT_KEY is not set"):
        server("http://127.0.0.1", key="MT_KEY").key()
    monkeypatch.setenv("MT_KEY", "s3cret")
    named = server("http://127.0.0.1", key="MT_KEY")
    assert named.key() == "s3cret"
    assert "s3cret" not in repr(named)


def test_a_refused_key_stands_in_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MT_KEY", "s3cret")

    def refuse(asked: Asked) -> Answer:
        return Answer({"error": f"bad key {asked.headers['Authorization']}"}, status=403)

    with serving(refuse) as fake:
        named = server(fake.url, key="MT_KEY")
        with pytest.raises(MissingPart) as caught:
            named.ask("/x", {}, {"Authorization": f"Bearer {named.key()}"})
    assert "s3cret" not in caught.value.message + caught.value.hint
