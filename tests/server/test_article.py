import re

from tests.server.conftest import SLUG
from workflow.workspace.events import Commented, Origin

PATH = f"/a/{SLUG}/es"


def ids(text: str) -> list[str]:
    return re.findall(r'<li class="row [^"]*" id="([^"]+)"', text)


def units(spanish) -> list[str]:
    return list(spanish().state.units)


def test_every_unit_is_a_row_in_reading_order(browser, spanish):
    assert ids(browser("ana").get(PATH).text) == units(spanish)


def test_the_board_shows_what_is_for_this_person(browser):
    assert "/ar" not in browser("ana").get("/").text
    assert f"/a/{SLUG}/ar" in browser("pia").get("/").text


def test_right_to_left_where_the_language_runs_so(browser):
    page = browser("pia").get(f"/a/{SLUG}/ar").text
    assert '<div class="target" lang="ar" dir="rtl">' in page
    assert '<div class="source" lang="en" dir="ltr">' in page


def test_filters(browser, spanish):
    title, author, first, *_ = units(spanish)
    spanish().edit({title: "El tribunal prorroga", author: "Vera Example"}, "ana")
    spanish().edit({first: "El tribunal prorrogó el arresto , dijo ."}, "ana")
    spanish().record(Commented(text="¿Dónde?", unit=author), "pia")
    ana = browser("ana")
    assert title not in ids(ana.get(f"{PATH}?show=open").text)
    assert first in ids(ana.get(f"{PATH}?show=failing").text)
    assert ids(ana.get(f"{PATH}?show=commented").text) == [author]
    assert ids(ana.get(f"{PATH}?show=changed").text) == []
    assert ids(ana.get(f"{PATH}?words=PRORROGÓ").text) == [first]
    assert ids(ana.get(f"{PATH}?show=nonsense").text) == units(spanish)


def test_the_worst_comes_first(browser, spanish):
    title, *others = units(spanish)
    spanish().edit(dict.fromkeys(others, "Vale"), "ana")
    assert ids(browser("ana").get(f"{PATH}?order=worst").text)[0] == title


def test_a_changed_source_is_shown_beside_the_translation(browser, spanish, report):
    first = units(spanish)[2]
    spanish().edit({first: "El tribunal prorrogó el arresto de Orlin."}, "ana")
    source = report.path / "source.md"
    source.write_text(source.read_text().replace("extended the arrest", "ended the arrest"))
    ana = browser("ana")
    (changed,) = ids(ana.get(f"{PATH}?show=changed").text)
    assert changed != first
    page = ana.get(f"{PATH}/u/{changed}").text
    assert "The source was changed" in page
    assert "<del>extended</del><ins>ended</ins>" in page


def test_where_a_draft_comes_from(browser, spanish):
    first = units(spanish)[2]
    origin = Origin(engine="argos", package="en-es 1.9", terms=("court",), note="look at it")
    spanish().draft({first: ("El tribunal", origin)}, "ana", {first: ""})
    page = browser("ana").get(f"{PATH}/u/{first}").text
    assert re.search(
        r"Drafted by argos \(en-es 1\.9\) on \d{4}-\d\d-\d\d; terms put in: court: look at it", page
    )


def test_a_text_in_the_middle_is_shown_beside_source_and_translation(browser, spanish, report):
    first = units(spanish)[2]
    report.target("ar").edit({first: "مددت المحكمة"}, "pia")
    origin = Origin(engine="argos", via="ar")
    spanish().draft({first: ("El tribunal", origin)}, "ana", {first: ""})
    page = browser("ana").get(f"{PATH}/u/{first}").text
    assert '<p class="source" lang="ar" dir="rtl">مددت المحكمة</p>' in page
    assert "El tribunal" in page
    assert "by way of ar" in page


def test_findings_stand_at_their_words_with_their_mend(browser, spanish):
    first = units(spanish)[2]
    spanish().edit({first: "El tribunal prorrogó el arresto , dijo."}, "ana")
    page = browser("ana").get(f"{PATH}/u/{first}").text
    assert 'data-mend=","' in page
    assert 'data-excerpt=" ,"' in page


def test_terms_are_marked_and_say_whether_they_are_missing(browser, spanish, report):
    glossary = report.workspace.glossary_path
    glossary.write_text(
        "concepts:\n- id: court\n  note: Not the yard.\n  terms: {en: court, es: tribunal}\n"
    )
    first = units(spanish)[2]
    ana = browser("ana")
    assert 'class="term missing" data-insert="tribunal"' in ana.get(f"{PATH}/u/{first}").text
    spanish().edit({first: "El tribunal prorrogó el arresto."}, "ana")
    page = ana.get(f"{PATH}/u/{first}").text
    assert 'class="term" data-insert="tribunal" title="tribunal. Not the yard."' in page


def test_what_was_written_outside_appears_on_the_next_look(browser, spanish):
    title = units(spanish)[0]
    ana = browser("ana")
    before = ana.get(f"{PATH}/changes").json()
    spanish().edit({title: "El tribunal"}, "ben")
    path = spanish().path
    path.write_text(path.read_text().replace("El tribunal", "El juzgado"))
    after = ana.get(f"{PATH}/changes", params={"mark": before["mark"]}).json()
    assert {u for u in after["units"] if after["units"][u] != before["units"][u]} == {title}
    assert "El juzgado" in ana.get(f"{PATH}/rows?unit={title}").text
    assert "units" not in ana.get(f"{PATH}/changes", params={"mark": after["mark"]}).json()


def test_the_word_difference_against_the_draft_and_the_history(browser, spanish):
    title = units(spanish)[0]
    spanish().draft({title: ("La corte extiende", Origin(engine="argos"))}, "ana")
    spanish().edit({title: "El tribunal extiende"}, "ana")
    page = browser("ana").get(f"{PATH}/u/{title}/aids").text
    assert "<del>La corte</del><ins>El tribunal</ins>" in page
    assert "argos (machine)" in page


def test_the_memory_offers_what_was_confirmed_elsewhere(browser, spanish, newsroom, source):
    other = newsroom.create("another-report", source).add_target("es", "ana")
    first = units(spanish)[2]
    other.edit({first: "El tribunal de Ravnoye prorrogó el arresto."}, "ana")
    page = browser("ana").get(f"{PATH}/u/{first}/aids").text
    assert 'data-replace="El tribunal de Ravnoye prorrogó el arresto."' in page


def test_facts_stand_beside_each_other(browser, spanish):
    item = next(u for u in units(spanish) if u.startswith("li-"))
    spanish().edit({item: "La primera audiencia duró 30 minutos."}, "ana")
    page = browser("ana").get(f"{PATH}/facts?show=odd").text
    assert "20 minutes" in page
    assert "30 minutos" in page


def test_a_page_that_is_not_there_says_so(browser):
    ana = browser("ana")
    for path in (f"{PATH}/u/p-000000", "/a/court-extends-arrest/ar", "/nothing"):
        answer = ana.get(path)
        assert (answer.status_code, "There is no such page." in answer.text) == (404, True)


def test_a_slip_tells_nobody_which_other_articles_there_are(browser):
    answer = browser("ana").get("/a/court-extends-arest/es")
    assert (answer.status_code, SLUG in answer.text) == (404, False)


def test_a_target_has_one_address(browser, report):
    pia = browser("pia")
    assert pia.get(f"/a/{SLUG}/ES").status_code == 404
    assert not (report.path / "ES.po").exists()


def test_a_broken_file_is_told_of_without_saying_where_it_lies(browser, spanish):
    path = spanish().path
    path.write_text('msgid "broken\n')
    answer = browser("pia").get(PATH)
    assert answer.status_code == 400
    assert "es.po" in answer.text
    assert str(path.parent) not in answer.text
