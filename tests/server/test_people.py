import re

from tests.server.conftest import FORM, Browser


def test_the_publisher_makes_links_for_others(app, browser):
    pia = browser("pia")
    assert 'href="/people"' in pia.get("/").text
    page = pia.submit("/people/link", {"person": "ana"}).text
    link = re.search(r'value="http://127\.0\.0\.1:8765(/enter/[\w-]+)"', page)[1]
    ana = Browser(app)
    assert ana.post(link, headers=FORM).status_code == 303
    assert "Ana Prueba" in ana.get("/").text
    pia.submit("/people/end", {"person": "ana"})
    assert ana.get("/").status_code == 401


def test_nobody_else_does(browser):
    ben = browser("ben")
    assert "/people" not in ben.get("/").text
    assert ben.get("/people").status_code == 403
    for path in ("/people/link", "/people/end"):
        assert ben.submit(path, {"person": "ana"}).status_code == 403


def test_a_link_is_for_somebody_in_the_settings(browser):
    assert browser("pia").submit("/people/link", {"person": "nadia"}).status_code == 400
