"""Languages as Word writes them: always with a region."""

from langcodes import Language


def word_language(tag: str) -> str:
    """Return a BCP 47 tag with its most likely region, as in `w:lang`: `ru` → `ru-RU`.

    The script stands in it only where the tag states it: `sr-Latn` → `sr-Latn-RS`.
    """
    stated = Language.get(tag)
    region = stated.maximize().territory
    parts = (stated.language, stated.script, region)
    return "-".join(part for part in parts if part)
