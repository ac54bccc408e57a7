"""Media without metadata: pictures, sound and documents. A file is known by its first bytes."""

import re
import struct
from collections.abc import Callable

from workflow.errors import InputError
from workflow.publish.boxes import clean_boxes
from workflow.publish.damaged import Damaged
from workflow.publish.papers import clean_pdf
from workflow.publish.pictures.gif import clean_gif
from workflow.publish.pictures.jpeg import clean_jpeg
from workflow.publish.pictures.png import clean_png
from workflow.publish.pictures.webp import clean_webp
from workflow.publish.sounds.flac import clean_flac
from workflow.publish.sounds.mp3 import clean_mp3
from workflow.publish.sounds.ogg import clean_ogg
from workflow.publish.sounds.wav import clean_wav

_CLEANERS: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (rb"\xff\xd8\xff", clean_jpeg),
    (rb"\x89PNG\r\n\x1a\n", clean_png),
    (rb"RIFF....WEBP", clean_webp),
    (rb"RIFF....WAVE", clean_wav),
    (rb"GIF8", clean_gif),
    (rb"....ftyp", clean_boxes),
    (rb"fLaC", clean_flac),
    (rb"OggS", clean_ogg),
    (rb"ID3|APETAGEX|\xff[\xe2-\xff]", clean_mp3),
    (rb"%PDF", clean_pdf),
)


def without_metadata(data: bytes, name: str) -> bytes:
    """Return a file of a media folder without its metadata; `name` is what an error calls it.

    Raises InputError for a file that is damaged or of no known kind: what cannot be cleaned is not
    published. Raises MissingPart for a PDF where the library that reads them is not installed.
    """
    for signature, clean in _CLEANERS:
        if re.match(signature, data[:16], re.DOTALL):
            try:
                return clean(data)
            except (Damaged, IndexError, struct.error) as error:
                raise InputError(
                    f"{name} is damaged, so that it cannot be cleaned: {error}",
                    hint="Open it in a program for such files, and save it again.",
                ) from None
    raise InputError(
        f"{name} is not what its name says, so that its metadata cannot be taken out",
        hint="Open it in a program for such files, and save it again.",
    )
