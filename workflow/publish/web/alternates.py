"""The same page in other languages, as search engines want to hear of it."""

from collections.abc import Collection, Mapping

from workflow.publish.site.model import Alternate

DEFAULT = "x-default"
_COMMON = "en"


def default_language(languages: Collection[str]) -> str:
    """Return the language for readers of any other: English, else the first by its tag."""
    return _COMMON if _COMMON in languages else min(languages)


def alternates(addresses: Mapping[str, str]) -> list[Alternate]:
    """Return the versions of a page, whose `addresses` are by language, and the default one.

    A page in one language alone has no alternates.
    """
    if len(addresses) < 2:
        return []
    default = addresses[default_language(addresses)]
    links = {**{tag: addresses[tag] for tag in sorted(addresses)}, DEFAULT: default}
    return [Alternate(hreflang=tag, url=url) for tag, url in links.items()]
