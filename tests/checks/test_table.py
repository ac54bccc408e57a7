"""The page that lists the checks is made from their docstrings."""

from workflow.checks.catalogue import CHECKS
from workflow.checks.table import PAGE, listing, updated


def test_the_page_in_the_docs_is_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert updated(page) == page, "run: python -m workflow.checks.table"


def test_every_check_has_a_row_and_a_section() -> None:
    text = listing()
    for check in CHECKS:
        assert f"| [{check.name}](#{check.name}) |" in text
        assert f"### {check.name}\n" in text
