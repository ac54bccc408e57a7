"""One Argos language package on disk, and what its `metadata.json` says."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from workflow.errors import InputError

METADATA = "metadata.json"
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,30}")


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What a package is for. `source` and `target` are Argos's own language codes.

    `prefix` is a token that a model for several languages wants at the beginning of its output.
    """

    source: str
    target: str
    version: str
    prefix: str = ""

    @property
    def label(self) -> str:
        """The package as a person would name it: `ru-en 1.9`."""
        return f"{self.source}-{self.target} {self.version}"

    @property
    def folder(self) -> str:
        """The folder's name, as Argos names it: `translate-ru_en-1_9`."""
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"


@dataclass(frozen=True)
class Package:
    """A language package in its folder."""

    path: Path
    metadata: Metadata

    @property
    def source(self) -> str:
        """The language it translates from."""
        return self.metadata.source

    @property
    def target(self) -> str:
        """The language it translates into."""
        return self.metadata.target


def parse_metadata(raw: bytes | str, *, where: str) -> Metadata:
    """Read `metadata.json`; raises InputError, naming `where`, if it is no translation package."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _refused(where, "its metadata.json is not JSON") from error
    if not isinstance(data, dict):
        raise _refused(where, "its metadata.json is not a JSON object")
    return metadata_of(data, where=where)


def metadata_of(data: dict[str, object], *, where: str) -> Metadata:
    """Take the known fields of a package's (or of Argos's index's) description."""
    if data.get("type", "translate") != "translate":
        raise _refused(where, f"it is of type {data['type']!r}, not a translation package")
    return Metadata(
        source=_field(data, "from_code", _CODE, where),
        target=_field(data, "to_code", _CODE, where),
        version=_field(data, "package_version", _VERSION, where),
        prefix=_prefix(data, where),
    )


def read_package(folder: Path) -> Package:
    """Read the package in a folder; raises InputError when it is none or not a whole one."""
    try:
        raw = (folder / METADATA).read_bytes()
    except OSError as error:
        raise _refused(str(folder), "it has no metadata.json") from error
    metadata = parse_metadata(raw, where=str(folder))
    if not (folder / "model" / "model.bin").is_file():
        raise _refused(str(folder), "it has no model")
    return Package(folder, metadata)


def _field(data: dict[str, object], key: str, shape: re.Pattern[str], where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise _refused(where, f"`{key}` in its metadata is missing or wrong")
    return value


def _prefix(data: dict[str, object], where: str) -> str:
    value = data.get("target_prefix", "")
    if not isinstance(value, str) or len(value) > 20:
        raise _refused(where, "`target_prefix` in its metadata is wrong")
    return value


def _refused(where: str, reason: str) -> InputError:
    return InputError(
        f"{where} is not an Argos language package: {reason}",
        hint="Use an .argosmodel file as Argos Translate's index offers it.",
    )
