"""The starter package that travels with the program, unpacked once into the user's cache."""

from importlib.resources import as_file, files
from pathlib import Path

from workflow.engines.argos.archive import unpack
from workflow.engines.argos.package import Package, read_package
from workflow.engines.engine import Notice
from workflow.errors import InputError, MissingPart
from workflow.language.user_cache import user_cache

SOURCE, TARGET = "en", "es"
VERSION = "0.2"
_FILE = "translate-en_es-0_2.argosmodel"

NOTICE = Notice(
    "English → Spanish is drafted with the starter package, which gives a rough draft only: "
    "about half of its sentences need more than a touch.",
    hint="For real work install a full package: workflow models install en es",
)


def starter_package() -> Package:
    """Return the starter, unpacking it on first use; raises MissingPart where it cannot be."""
    cache = user_cache() / "starter"
    folder = cache / Path(_FILE).stem
    try:
        return read_package(folder)
    except InputError:  # not unpacked yet
        pass
    try:
        with as_file(files("workflow.engines.starter") / _FILE) as archive:
            return unpack(archive, into=cache)
    except OSError as error:
        raise MissingPart(
            f"the starter package cannot be unpacked into {cache}: {error}",
            hint="Make room there, or install a full package: workflow models install en es",
        ) from error
