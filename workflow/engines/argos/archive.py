"""A package file (`.argosmodel`) unpacked safely: it may come from anywhere.

Only what is needed to translate is taken out: metadata, model, tokenizer, a MiniSBD splitter, and
texts for people. Other parts that old packages carry (Stanza's and spaCy's pickles) can run code
when they are loaded, and stay behind.
"""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from workflow.engines.argos.package import METADATA, Metadata, Package, parse_metadata, read_package
from workflow.errors import InputError

_MOST_BYTES = 4 * 1024**3
_MOST_METADATA = 64 * 1024
_MOST_FILES = 2000
_PLAIN_NAME = re.compile(r"\w[\w.-]*")
_TOP_FILES = {
    METADATA,
    "sentencepiece.model",
    "bpe.model",
    "README.md",
    "LICENSE",
    "LICENSE.md",
    "LICENSE.txt",
}
_FOLDER_FILES = {"model": {".bin", ".json", ".txt"}, "minisbd": {".onnx", ".json"}}


def unpack(archive: Path, *, into: Path) -> Package:
    """Unpack a package file into its own folder below `into`, all or nothing.

    An older folder of the same name is replaced. Raises InputError for a file that is no package or
    a dangerous one, OSError where `into` cannot be written.
    """
    try:
        with zipfile.ZipFile(archive) as zipped:
            members = _checked_members(archive, zipped)
            metadata = _metadata(archive, zipped, members)
            into.mkdir(parents=True, exist_ok=True)
            # Beside the folder and not in it: Argos takes every folder in there for a package.
            with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=into.parent) as temporary:
                folder = Path(temporary) / metadata.folder
                for name, member in members.items():
                    _extract(zipped, member, folder / name)
                read_package(folder)
                return read_package(_put_in_place(folder, into / metadata.folder))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise _refused(archive, str(error)) from error


def _checked_members(archive: Path, zipped: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    infos = [info for info in zipped.infolist() if not info.is_dir()]
    if len(infos) > _MOST_FILES:
        raise _refused(archive, f"it holds more than {_MOST_FILES} files")
    if sum(info.file_size for info in infos) > _MOST_BYTES:
        raise _refused(archive, f"it unpacks to more than {_MOST_BYTES // 1024**3} GB")
    tops = set()
    wanted = {}
    for info in infos:
        path = PurePosixPath(info.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in info.filename or len(path.parts) < 2:
            raise _refused(archive, f"the path {info.filename!r} does not belong in a package")
        tops.add(path.parts[0])
        inner = PurePosixPath(*path.parts[1:])
        if _is_wanted(inner):
            wanted[str(inner)] = info
    if len(tops) != 1:
        raise _refused(archive, "it does not hold exactly one folder")
    return wanted


def _is_wanted(path: PurePosixPath) -> bool:
    if not all(_PLAIN_NAME.fullmatch(part) for part in path.parts):
        return False
    if len(path.parts) == 1:
        return path.name in _TOP_FILES
    return len(path.parts) == 2 and path.suffix in _FOLDER_FILES.get(path.parts[0], set())


def _metadata(
    archive: Path, zipped: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]
) -> Metadata:
    if METADATA not in members:
        raise _refused(archive, f"it has no {METADATA}")
    if not members.keys() & {"sentencepiece.model", "bpe.model"}:
        raise _refused(archive, "it has no tokenizer")
    with zipped.open(members[METADATA]) as file:
        return parse_metadata(file.read(_MOST_METADATA), where=str(archive))


def _extract(zipped: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # zipfile stops at the size that the member declares, which the limits above have counted.
    with zipped.open(member) as source, path.open("xb") as target:
        shutil.copyfileobj(source, target)


def _put_in_place(folder: Path, place: Path) -> Path:
    if place.exists():
        shutil.rmtree(place)
    try:
        folder.rename(place)
    except OSError:
        if not place.is_dir():  # else another process has just unpacked the same package
            raise
    return place


def _refused(archive: Path, reason: str) -> InputError:
    return InputError(
        f"{archive} is not an Argos language package: {reason}",
        hint="Use an .argosmodel file as Argos Translate's index offers it.",
    )
