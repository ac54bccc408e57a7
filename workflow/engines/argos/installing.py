"""Language packages installed and removed, in the folder that all of Argos's users share."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from workflow.engines.argos.archive import unpack
from workflow.engines.argos.index import Received, download, fetch_offers
from workflow.engines.argos.installed import index_address, installed_packages, package_folder
from workflow.engines.argos.package import Metadata, Package
from workflow.engines.argos.routes import codes, find_route
from workflow.errors import InputError, MissingPart

SUFFIX = ".argosmodel"


def install_file(file: Path) -> Package:
    """Install a package file in place of any other version of the same pair.

    Raises InputError for a file that is no package, or a dangerous one.
    """
    if not file.is_file():
        raise InputError(
            f"there is no file {file}",
            hint="Give the path of an .argosmodel file, or two languages: "
            "workflow models install ru en",
        )
    try:
        package = unpack(file, into=package_folder())
    except OSError as error:
        raise InputError(
            f"{file} cannot be installed: {error}", hint="Make room in Argos's folder."
        ) from error
    for other in _installed(package.source, package.target):
        if other.path != package.path:
            shutil.rmtree(other.path)
    return package


def files_in(folder: Path) -> list[Path]:
    """Return the package files of a folder; raises InputError where it has none."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise InputError(
            f"{folder} holds no {SUFFIX} files", hint="Give the folder that the files are in."
        )
    return files


def install_pair(
    source: str,
    target: str,
    *,
    received: Callable[[Metadata], Received] | None = None,
) -> list[Package]:
    """Download and install what translates between two languages (BCP 47), and return it.

    That is one package, or a chain through a middle language. What is installed in the
    newest version is not downloaded again. Raises MissingPart when the index cannot be reached or
    has nothing for the pair.
    """
    route = find_route(fetch_offers(index_address()), source, target)
    if route is None:
        raise MissingPart(
            f"Argos's index has no package for {source} → {target}",
            hint="Use another engine, or `workflow translate --engine none`.",
        )
    have = {package.metadata: package for package in installed_packages()}
    installed = []
    for offer in route:
        if offer.metadata in have:
            installed.append(have[offer.metadata])
            continue
        with tempfile.TemporaryDirectory(prefix="workflow-") as temporary:
            file = Path(temporary) / f"{offer.metadata.folder}{SUFFIX}"
            download(offer, file, received(offer.metadata) if received else None)
            installed.append(install_file(file))
    return installed


def remove(source: str, target: str) -> list[Package]:
    """Remove the installed packages from one language straight into another, and return them."""
    packages = [p for a in codes(source) for b in codes(target) for p in _installed(a, b)]
    if not packages:
        raise InputError(
            f"no package {source} → {target} is installed",
            hint="`workflow models list` shows those that are.",
        )
    for package in packages:
        shutil.rmtree(package.path)
    return packages


def _installed(source: str, target: str) -> list[Package]:
    return [p for p in installed_packages() if (p.source, p.target) == (source, target)]
