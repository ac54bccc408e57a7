"""What of the site is looked at when it is brought up to date: all of it, or what was touched."""

from collections.abc import Iterator, Mapping, Sequence

from workflow.publish.site.index import SiteIndex
from workflow.publish.site.lists import ADDRESSES, WHOLE
from workflow.publish.site.sheets import Run, all_sheets, sheets_near

_FEW = 12
"""Up to so many changes in a list, its pages are looked for one by one."""


class Scope:
    """All of the site, or what changes have `touched`: places by the names of lists."""

    def __init__(
        self, index: SiteIndex, touched: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._index, self._lists, self._touched = index, index.lists, touched

    @property
    def is_everything(self) -> bool:
        """Whether nothing is passed over."""
        return self._touched is None

    def has(self, language: str) -> bool:
        """Tell whether anything is to be looked at in a language, or in all (an empty string)."""
        if self._touched is None:
            return True
        places = self._touched.get(ADDRESSES, ())
        return any(name.partition("/")[0] == language for name in (*self._touched, *places))

    def lists(self, folder: str) -> list[str]:
        """Return the lists of a kind to look at, such as those in the folder `es/topics`."""
        if self._touched is None:
            return [entry.list for entry in self._lists.entries(folder)]
        return [name for name in self._touched if name.rpartition("/")[0] == folder]

    def runs(self, name: str, reach: int) -> Iterator[Run]:
        """Yield the sheets of a list to look at."""
        places = [WHOLE] if self._touched is None else self._touched.get(name, ())
        if WHOLE in places or len(places) > _FEW:
            yield all_sheets(self._lists, name, reach)
            return
        for place in places:
            yield sheets_near(self._lists, name, place, reach)

    def addresses(self) -> list[str] | None:
        """Return the folders to look at in which an article may have been; None means all."""
        return None if self._touched is None else list(self._touched.get(ADDRESSES, ()))
