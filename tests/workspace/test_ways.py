"""Which ways lead out of a folder, by links or by name."""

from pathlib import Path

import pytest

from workflow.workspace.files import stays_below


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "public"
    (root / "es" / "far-bank").mkdir(parents=True)
    return root


@pytest.mark.parametrize("name", ["es", "es/far-bank/index.html", "nothing/there", "es/../es", ""])
def test_what_is_below_a_folder_stays_there(root: Path, name: str) -> None:
    assert stays_below(root / name, root)


@pytest.mark.parametrize("name", ["..", "es/../../secret", "/etc/passwd"])
def test_a_name_leads_out(root: Path, name: str) -> None:
    assert not stays_below(root / name, root)


def test_a_link_on_the_way_leads_out_or_elsewhere_within(root: Path) -> None:
    (root / "out").symlink_to(root.parent)
    (root / "in").symlink_to(root / "es")
    assert not stays_below(root / "out" / "page.html", root)
    assert not stays_below(root / "out", root)
    assert stays_below(root / "in" / "page.html", root)


def test_the_folder_itself_may_be_reached_by_a_link(root: Path) -> None:
    (root.parent / "www").symlink_to(root)
    assert stays_below(root.parent / "www" / "es", root.parent / "www")
    assert stays_below(root / "es", root.parent / "www")
