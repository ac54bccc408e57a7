import re

from tests.server.conftest import SLUG
from workflow.errors import StaleError
from workflow.server import replacing
from workflow.workspace.state import Stage

PATH = f"/a/{SLUG}/es"


def write(browser, unit, text, seen_before=None, how="confirm", **more):
    fields = {"text": text, "seen": seen_before or browser.seen(f"{PATH}/u/{unit}"), "as": how}
    return browser.submit(f"{PATH}/u/{unit}", fields, **more)


def test_a_text_is_confirmed_or_kept_as_a_draft(browser, spanish, title):
    ana = browser("ana")
    write(ana, title, "El tribunal", how="draft")
    assert not spanish().state.units[title].confirmed
    answer = write(ana, title, "El tribunal prorroga\r\n")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PATH}?done=saved#{title}")
    unit = spanish().state.units[title]
    assert (unit.text, unit.confirmed, unit.by) == ("El tribunal prorroga", True, "ana")


def test_a_draft_is_confirmed_from_the_list_without_its_text(browser, spanish, title):
    spanish().edit({title: "El tribunal"}, "ana", confirmed=False)
    ben = browser("ben")
    button = re.search(
        rf'formaction="{PATH}/u/{title}" name="seen" value="(\w+)"', ben.get(PATH).text
    )
    ben.submit(f"{PATH}/u/{title}", {"seen": button[1], "as": "confirm"})
    assert spanish().state.units[title].confirmed


def test_the_second_of_two_sees_both_texts_and_chooses(browser, spanish, title):
    ana, ben = browser("ana"), browser("ben")
    before = ben.seen(f"{PATH}/u/{title}")
    write(ana, title, "El tribunal")
    clash = write(ben, title, "La corte", before)
    assert clash.status_code == 409
    assert "El tribunal" in clash.text
    assert "La corte" in clash.text
    assert spanish().texts[title] == "El tribunal"
    shown = re.search(r'name="seen" value="(\w+)"', clash.text)[1]
    assert write(ben, title, "La corte", shown).status_code == 303
    assert spanish().texts[title] == "La corte"


def test_the_script_gets_both_texts_too(browser, title):
    ana, ben = browser("ana"), browser("ben")
    before = ben.seen(f"{PATH}/u/{title}")
    told = write(ana, title, "El tribunal", script=True).json()
    assert told["accepted"]
    clash = write(ben, title, "La corte", before, script=True)
    assert clash.status_code == 409
    assert (clash.json()["text"], clash.json()["by"]) == ("El tribunal", "Ana Prueba")
    assert clash.json()["version"] == told["version"]


def test_an_edit_of_the_file_never_clashes_silently(browser, spanish, title):
    ana = browser("ana")
    write(ana, title, "El tribunal")
    before = ana.seen(f"{PATH}/u/{title}")
    path = spanish().path
    path.write_text(path.read_text().replace("El tribunal", "El juzgado"))
    clash = write(ana, title, "La corte", before)
    assert clash.status_code == 409
    assert "El juzgado" in clash.text


def test_remarks_are_answered_and_settled(browser, spanish, title):
    ana, pia = browser("ana"), browser("pia")
    pia.submit(f"{PATH}/comment", {"unit": title, "text": "¿Seguro?", "blocking": "1"})
    (asked,) = spanish().state.comments
    ana.submit(f"{PATH}/comment", {"reply": asked.id, "text": "Sí."})
    page = ana.get(f"{PATH}/u/{title}").text
    assert page.index("¿Seguro?") < page.index("Sí.")
    assert ana.submit(f"{PATH}/resolve", {"comment": asked.id}).status_code == 403
    pia.submit(f"{PATH}/resolve", {"comment": asked.id})
    assert all(comment.resolved_by == "pia" for comment in spanish().state.comments)


def test_everybody_settles_their_own_remarks(browser, spanish):
    ana = browser("ana")
    ana.submit(f"{PATH}/comment", {"text": "Falta el pie de foto."})
    (made,) = spanish().state.comments
    assert made.unit is None
    ana.submit(f"{PATH}/resolve", {"comment": made.id})
    assert spanish().state.comments[0].resolved_by == "ana"


def test_a_finding_may_stand_with_a_reason(browser, spanish, title):
    spanish().edit({title: "El tribunal , prorroga"}, "ana")
    ana = browser("ana")
    page = ana.get(f"{PATH}/u/{title}").text
    key = re.search(r'name="finding" value="(\w+)"', page)[1]
    assert ana.submit(f"{PATH}/u/{title}/waive", {"finding": key, "reason": " "}).status_code == 400
    ana.submit(f"{PATH}/u/{title}/waive", {"finding": key, "reason": "Es una cita."})
    assert [waiver.reason for waiver in spanish().state.waivers] == ["Es una cita."]
    assert f'value="{key}"' not in ana.get(f"{PATH}/u/{title}").text


def test_from_draft_to_approval(browser, spanish):
    texts = {unit: source.replace("The", "El") for unit, source in spanish().state.source.items()}
    ana, ben = browser("ana"), browser("ben")
    assert "have no translation" in ana.get(f"{PATH}/next").text
    refused = ana.submit(f"{PATH}/submit", {})
    assert refused.status_code == 409
    assert "is not submitted: 7 units have no translation" in refused.text
    assert "workflow " not in refused.text  # who is in a browser runs no commands
    for unit, text in texts.items():
        write(ana, unit, text)
        for key in re.findall(r'name="finding" value="(\w+)"', ana.get(f"{PATH}/u/{unit}").text):
            ana.submit(f"{PATH}/u/{unit}/waive", {"finding": key, "reason": "Una prueba."})
    assert "Nothing stands in the way" in ana.get(f"{PATH}/next").text
    assert ana.submit(f"{PATH}/submit", {}).status_code == 303
    assert spanish().state.stage is Stage.REVIEW
    assert ana.submit(f"{PATH}/approve", {}).status_code == 403
    mark = re.search(r'name="mark" value="([^"]+)"', ben.get(f"{PATH}/next").text)[1]
    assert ben.submit(f"{PATH}/approve", {"mark": "another"}).status_code == 409
    assert ben.submit(f"{PATH}/approve", {"mark": mark}).status_code == 303
    assert spanish().state.stage is Stage.APPROVED
    assert write(ana, unit, "Otro", "any").status_code == 403
    ben.submit(f"{PATH}/return", {"reason": "Falta el titular."})
    assert spanish().state.stage is Stage.DRAFT


def test_nobody_approves_their_own_translation(browser, spanish):
    spanish().edit(dict.fromkeys(spanish().texts, "Vale"), "pia")
    state = spanish().state
    from workflow.workspace.events import Submitted

    spanish().record(Submitted(text=state.text_hash, source=state.source_hash), "pia")
    pia = browser("pia")
    page = pia.get(f"{PATH}/next").text
    assert "nobody approves their own translation" in page
    mark = re.search(r'name="mark" value="([^"]+)"', page)[1]
    assert pia.submit(f"{PATH}/approve", {"mark": mark}).status_code == 409
    assert spanish().state.stage is Stage.REVIEW


def test_edits_by_nobody_are_claimed(browser, spanish, title):
    spanish().edit({title: "El tribunal"}, "ana")
    path = spanish().path
    path.write_text(path.read_text().replace("El tribunal", "El juzgado"))
    ana = browser("ana")
    ana.get(PATH)
    ana.submit(f"{PATH}/claim", {})
    assert spanish().state.unclaimed == ()
    assert spanish().state.units[title].by == "ana"


def test_search_and_replace_shows_every_change_first(browser, spanish):
    title, author, first, *_ = spanish().state.units
    spanish().edit({title: "El tribunal", first: "El tribunal y la tribuna"}, "ana")
    spanish().edit({author: "Tribunal"}, "ana", confirmed=False)
    ana = browser("ana")
    page = ana.get(f"{PATH}/replace?words=tribunal&instead=juzgado&case=1&whole=1").text
    ticked = re.findall(r'name="unit" value="([^"]+)"', page)
    assert [unit.split()[0] for unit in ticked] == [title, first]
    assert "<del>tribunal</del><ins>juzgado</ins>" in page
    assert spanish().texts[title] == "El tribunal"
    spanish().edit({title: "El tribunal supremo"}, "ben")
    asked = {"words": "tribunal", "instead": "juzgado", "case": "1", "whole": "1"}
    answer = ana.submit(f"{PATH}/replace", {**asked, "unit": ticked}).text
    assert "1 unit changed" in answer
    assert spanish().texts[first] == "El juzgado y la tribuna"
    assert spanish().texts[title] == "El tribunal supremo"
    assert "Left alone" in answer
    assert spanish().state.units[first].confirmed


def test_a_replacement_in_many_units_comes_in_parts(browser, spanish, monkeypatch):
    monkeypatch.setattr(replacing, "_AT_ONCE", 2)
    spanish().edit(dict.fromkeys(spanish().texts, "El tribunal"), "ana")
    ana = browser("ana")
    page = ana.get(f"{PATH}/replace?words=tribunal&instead=juzgado").text
    ticked = re.findall(r'name="unit" value="([^"]+)"', page)
    assert len(ticked) == 2
    assert f"{len(spanish().texts) - 2} more units have these words" in page
    ana.submit(f"{PATH}/replace", {"words": "tribunal", "instead": "juzgado", "unit": ticked})
    assert list(spanish().texts.values()).count("El juzgado") == 2


def test_a_term_is_added_where_it_is_missed(browser, report, title):
    pia, ana = browser("pia"), browser("ana")
    fields = {"source": "remand prison", "term": "centro de detención", "unit": title, "note": ""}
    assert ana.submit(f"{PATH}/terms", fields).status_code == 403
    assert pia.submit(f"{PATH}/terms", fields).status_code == 303
    text = report.workspace.glossary_path.read_text()
    assert "centro-de-detencion" in text
    again = pia.submit(f"{PATH}/terms", fields)
    assert again.status_code == 400
    assert "is already the" in again.text
    assert "workflow " not in again.text


def test_a_decision_on_a_text_that_changes_under_it_is_refused(browser, spanish, monkeypatch):
    spanish().edit(dict.fromkeys(spanish().texts, "Vale"), "ana")
    ana = browser("ana")
    monkeypatch.setattr("workflow.server.deciding._submit_obstacles", lambda page: ())

    def overtaken(target, payload, by):
        raise StaleError("changed", hint="run `workflow diff`")

    monkeypatch.setattr("workflow.workspace.live.LiveTarget.record", overtaken)
    refused = ana.submit(f"{PATH}/submit", {})
    assert refused.status_code == 409
    assert "changed a moment ago" in refused.text
    assert "workflow " not in refused.text


def test_a_preview_is_marked_as_a_draft_and_serves_only_what_it_wrote(browser, spanish, title):
    spanish().edit({title: "El tribunal"}, "ana")
    ana = browser("ana")
    answer = ana.get(f"{PATH}/preview")
    page = ana.get(answer.headers["location"])
    assert "El tribunal" in page.text
    assert 'class="draft"' in page.text
    assert "sandbox" in page.headers["content-security-policy"]
    for name in ("../../../workflow.toml", "%2e%2e/%2e%2e/workflow.toml", "es/none/index.html"):
        assert ana.get(f"/preview/es/{name}").status_code == 404
