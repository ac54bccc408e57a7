import pytest

from tests.server.conftest import SETTINGS, SLUG
from workflow.withheld.listing import withhold
from workflow.workspace.events import Commented, Submitted
from workflow.workspace.workspace import Workspace

PATH = f"/a/{SLUG}/es"
NAME = "Pavel Orlin"


@pytest.fixture
def hiding(spanish, report, tmp_path):
    """The newsroom withholds a name of its article; Pia may know it. Returns a unit with it."""
    root = report.workspace.root
    path = tmp_path / "names.txt"
    settings = f'{SETTINGS}\n[withheld]\nfile = "{path}"\nreaders = ["pia"]\n'
    (root / "workflow.toml").write_text(settings)
    withhold(Workspace.find(root), NAME)
    unit = next(u for u, text in spanish().state.source.items() if "Orlin" in text)
    spanish().edit({unit: "El tribunal prorrogó el arresto de Pável Orlin."}, "pia")
    spanish().record(Commented(text="¿Orlin o Pavel Orlin?", unit=unit), "pia")
    return unit


def test_the_name_is_nowhere_in_what_others_are_sent(browser, hiding):
    ana = browser("ana")
    for path in (
        "/",
        PATH,
        f"{PATH}/u/{hiding}",
        f"{PATH}/rows?unit={hiding}",
        f"{PATH}/facts",
        f"{PATH}/history",
        f"{PATH}/next",
        f"{PATH}/replace?words=a&instead=b",
        f"{PATH}/changes",
        f"{PATH}?words=Orlin",
        f"{PATH}/u/{hiding}/aids",
        f"{PATH}/preview",
    ):
        text = ana.get(path).text
        assert "Pavel" not in text, path
        assert "Pável" not in text, path
    assert "█████" in ana.get(PATH).text


def test_a_unit_with_the_name_is_closed_to_others(browser, spanish, hiding):
    ana = browser("ana")
    answer = ana.submit(f"{PATH}/u/{hiding}", {"text": "Otro", "seen": "x", "as": "confirm"})
    assert answer.status_code == 403
    assert "arresto" in spanish().texts[hiding]
    assert ana.get(f"{PATH}/u/{hiding}/aids").status_code == 403
    assert ana.get(f"{PATH}/preview").status_code == 403


def test_searching_does_not_tell_where_the_name_stands(browser, hiding):
    assert hiding not in browser("ana").get(f"{PATH}?words=Pavel").text


def test_who_has_the_right_sees_and_writes_it(browser, hiding):
    pia = browser("pia")
    page = pia.get(f"{PATH}/u/{hiding}").text
    assert "Pavel Orlin" in page
    assert "<textarea" in page


def test_a_name_that_only_older_texts_have_is_not_sent_either(browser, spanish, hiding):
    other = next(unit for unit, text in spanish().state.source.items() if "Orlin" not in text)
    spanish().edit({other: "Lo dijo Pavel Orlin."}, "pia")
    state = spanish().state
    spanish().record(Submitted(text=state.text_hash, source=state.source_hash), "pia")
    spanish().edit({other: "Lo dijo él."}, "pia")
    page = browser("ana").get(f"{PATH}/u/{other}/aids").text
    assert "Since the last review" in page
    assert "Pavel" not in page
