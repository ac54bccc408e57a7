"""Pictures without what a camera or a program wrote into them: place, time, device, names.

The picture itself is not touched, byte for byte; its colour profile and the way up stay. A file is
known by its first bytes, whatever its name. AVIF is passed on as it is.
"""

from workflow.errors import InputError
from workflow.publish.pictures.exif import Damaged
from workflow.publish.pictures.gif import clean_gif
from workflow.publish.pictures.jpeg import clean_jpeg
from workflow.publish.pictures.png import clean_png
from workflow.publish.pictures.webp import clean_webp

_CLEANERS = (
    (b"\xff\xd8\xff", clean_jpeg),
    (b"\x89PNG\r\n\x1a\n", clean_png),
    (b"RIFF", clean_webp),
    (b"GIF8", clean_gif),
)


def without_metadata(data: bytes, name: str) -> bytes:
    """Return a picture without its metadata; `name` is what an error calls it.

    Raises InputError for a JPEG, PNG, WebP or GIF file that is damaged.
    """
    for signature, clean in _CLEANERS:
        if data.startswith(signature):
            try:
                return clean(data)
            except (Damaged, IndexError) as error:
                raise InputError(
                    f"the picture {name} is damaged, so that it cannot be cleaned: {error}",
                    hint="Open it in a picture editor and save it again.",
                ) from None
    return data


__all__ = ["without_metadata"]
