"""WAV, after Microsoft's and IBM's Multimedia Programming Interface 1.0."""

from workflow.publish.riff import container, read_chunks

_KEPT = frozenset({b"fmt ", b"fact", b"data"})


def clean_wav(data: bytes) -> bytes:
    """Return a WAV file with its sound alone."""
    return container(b"WAVE", [chunk for chunk in read_chunks(data) if chunk[0] in _KEPT])
