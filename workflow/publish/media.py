"""The files of an article's `media/` folder that go out with it."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from workflow.document.links import is_inside
from workflow.errors import InputError
from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.output import OutputFile

MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".pdf": "application/pdf",
}
"""Media types of what can be published, by file ending. SVG can run scripts: it is out."""


def media_name(reference: str) -> str:
    """Return the path below `media/` that `media/photo%20one.jpg` or `photo one.jpg` means.

    Raises InputError for a path that leads out of that folder, and for a kind of file that is not
    published.
    """
    name = unquote(reference).removeprefix("media/")
    if not is_inside(name) or any(part.startswith(".") for part in name.split("/")):
        raise InputError(
            f"{reference!r} is not a file in the article's media folder",
            hint="Put the file into media/ and call it media/photo.jpg.",
        )
    if PurePosixPath(name).suffix.lower() not in MEDIA_TYPES:
        raise InputError(
            f"{reference!r} is not a kind of file that is published",
            hint=f"Use one of these kinds: {' '.join(MEDIA_TYPES)}",
        )
    return name


def media_type(name: str) -> str:
    """Return the media type of a file by its ending: `photo.jpg` → `image/jpeg`."""
    return MEDIA_TYPES[PurePosixPath(name).suffix.lower()]


def media_file(folder: Path, name: str) -> Path:
    """Return the file `name` of a media folder.

    Raises InputError where it is missing, or a symbolic link leads out of the folder.
    """
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise InputError(
            f"{folder / name} is not there",
            hint="Put the file there, or take it out of the article.",
        )
    return path


def media_content(folder: Path, name: str) -> bytes:
    """Return a file of a media folder without its metadata.

    Raises InputError as `media_file` does, and for a file that cannot be cleaned.
    """
    from workflow.publish.metadata import without_metadata

    return without_metadata(media_file(folder, name).read_bytes(), name)


def media_files(article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
    """Yield the media that an article shows or leads to, to stand beside it. Raises InputError."""
    for name in article.media:
        path = f"{folder_of(article.language, article.slug)}/media/{name}"
        yield OutputFile(path, media_content(media, name))
