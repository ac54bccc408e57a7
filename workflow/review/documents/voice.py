"""The language of a text in a Word document: its direction, and what the spelling checker needs."""

from dataclasses import dataclass

from langcodes import Language

from workflow.language.direction import Direction, direction

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


@dataclass(frozen=True)
class Voice:
    """A language by its BCP 47 tag."""

    tag: str

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return direction(self.tag) is Direction.RTL

    @property
    def spelling(self) -> dict[str, str]:
        """The attribute of `w:lang`: Word wants every language with a region, `es` as `es-ES`."""
        known = Language.get(self.tag)
        region = known.territory or known.maximize().territory
        whole = "-".join(part for part in (known.language, known.script, region) if part)
        if known.language in _EAST_ASIAN:
            return {"eastAsia": whole}
        return {"bidi" if self.rtl else "val": whole}
