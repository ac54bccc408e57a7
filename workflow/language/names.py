"""Names of languages, and lists of names, as a language writes them."""

from collections.abc import Sequence

from babel.lists import format_list

from workflow.language.locales import cldr


def language_name(tag: str, language: str) -> str:
    """Return what `language` calls the language `tag`: `("ru", "es")` → `ruso`.

    Both are BCP 47 tags. A script or region is named in brackets; a language that CLDR has no name
    for in `language` keeps its tag.
    """
    locale = cldr(language)
    whole: str | None = locale.languages.get(tag.replace("-", "_"))
    if whole:
        return whole
    main, *rest = tag.split("-")
    name: str = locale.languages.get(main, main)
    details = [locale.scripts.get(part) or locale.territories.get(part) or part for part in rest]
    return f"{name} ({', '.join(details)})" if details else name


def own_name(tag: str) -> str:
    """Return what a language calls itself, as the first word of a line: `es` → `Español`.

    Title case, not upper case: Georgian's capitals are not used to begin a word.
    """
    name = language_name(tag, tag)
    return name[:1].title() + name[1:]


def listed(names: Sequence[str], language: str) -> str:
    """Return `names` as one text: `A, B and C`, with the conjunction and commas of `language`."""
    return format_list(names, locale=cldr(language)) if names else ""
