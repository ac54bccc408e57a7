from pathlib import Path

import pytest

from tests.publish.site.newsroom import Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "bulletin")


@pytest.fixture
def with_originals(tmp_path: Path) -> Newsroom:
    """A newsroom that publishes the originals beside the translations."""
    return Newsroom(tmp_path / "bulletin", publish="publish_source = true")
