"""From inside, with too small a role."""

import pytest

from tests.server.attacks.conftest import T
from tests.server.conftest import SLUG, Browser
from workflow.workspace.events import Commented


class TestRoles:
    """Somebody who is signed in does what is not theirs."""

    def refused(self, who: Browser, path: str, **fields: str) -> bool:
        return who.submit(path, fields).status_code in (403, 404)

    def test_somebody_without_a_role_only_reads(self, browser, spanish, title):
        guest = browser("gast")
        assert self.refused(guest, f"{T}/u/{title}", text="x", seen="")
        assert self.refused(guest, f"{T}/comment", text="x")
        assert self.refused(guest, f"{T}/terms", source="arrest", term="x")
        assert self.refused(guest, f"{T}/submit")
        assert self.refused(guest, f"{T}/approve", mark="x")
        assert self.refused(guest, f"{T}/return", reason="x")
        assert self.refused(guest, f"{T}/vouch", reason="x")
        assert self.refused(guest, f"{T}/claim")
        assert self.refused(guest, f"{T}/u/{title}/waive", finding="x", reason="x")
        assert len(spanish().events) == 1

    @pytest.mark.parametrize("path", ["approve", "return", "vouch", "terms"])
    def test_a_translator_does_not_decide(self, browser, spanish, path):
        fields = {"mark": "x", "reason": "x", "source": "arrest", "term": "x"}
        assert self.refused(browser("ana"), f"{T}/{path}", **fields)
        assert len(spanish().events) == 1

    @pytest.mark.parametrize("path", ["", "/rows", "/changes", "/facts", "/history", "/preview"])
    def test_a_target_of_another_language_is_not_there(self, browser, path):
        assert browser("ana").get(f"/a/{SLUG}/ar{path}").status_code == 404

    def test_nor_can_it_be_written(self, browser, report):
        unit = next(iter(report.target("ar").state.units))
        assert self.refused(browser("ana"), f"/a/{SLUG}/ar/u/{unit}", text="x", seen="")
        assert self.refused(browser("ana"), f"/a/{SLUG}/ar/comment", text="x")

    def test_nobody_writes_in_the_name_of_another(self, browser, spanish, title):
        fields = {"text": "Uno", "seen": browser("ana").seen(f"{T}/u/{title}"), "by": "ben"}
        browser("ana").submit(f"{T}/u/{title}", {**fields, "person": "ben", "as": "confirm"})
        assert spanish().state.units[title].by == "ana"

    def test_the_comment_of_another_is_not_settled_by_a_translator(self, browser, spanish):
        made = spanish().record(Commented(text="Wait", blocking=True), "ben")
        assert self.refused(browser("ana"), f"{T}/resolve", comment=made.id)
        assert spanish().state.comments[0].resolved_by is None

    def test_a_right_that_was_taken_away_is_gone_at_once(self, browser, newsroom, title):
        ana = browser("ana")
        path = newsroom.root / "workflow.toml"
        path.write_text(path.read_text().replace('roles = ["translator"]', "roles = []"))
        assert self.refused(ana, f"{T}/u/{title}", text="x", seen="")
