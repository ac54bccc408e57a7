"""What the attacks have in common: whom they strike, and where."""

from collections.abc import Callable

import pytest

from tests.server.conftest import SLUG, Browser

T = f"/a/{SLUG}/es"
READS = ("/", T, f"{T}/rows?unit=x", f"{T}/changes", f"{T}/facts", f"{T}/history", f"{T}/replace")


@pytest.fixture
def ana(browser: Callable[[str], Browser]) -> Browser:
    return browser("ana")
