"""The packages installed on this machine, shared with other programs that use Argos."""

from pathlib import Path

from workflow.engines.argos.package import Package, read_package
from workflow.errors import InputError


def package_folder() -> Path:
    """Return the folder where Argos keeps its packages; reads the environment and creates it."""
    from argostranslate import settings

    return Path(settings.package_data_dir)


def installed_packages() -> list[Package]:
    """Return the installed translation packages, by languages; other folders are passed over."""
    from argostranslate import settings

    found = []
    for parent in map(Path, settings.package_dirs):
        for folder in sorted(parent.iterdir()) if parent.is_dir() else []:
            try:
                found.append(read_package(folder))
            except InputError:  # Argos keeps sentence splitters there too
                continue
    return sorted(found, key=lambda package: (package.source, package.target))


def index_address() -> str:
    """Return the address of Argos's index, as its settings or ARGOS_PACKAGE_INDEX give it."""
    from argostranslate import settings

    return str(settings.remote_package_index)
