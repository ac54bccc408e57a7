"""The hashes by which events say which texts they saw and sealed."""

import hashlib
import json
from collections.abc import Mapping


def text_hash(text: str) -> str:
    """Return the hash by which an event says which text it saw (SHA-256, 16 hex digits)."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def texts_hash(texts: Mapping[str, str]) -> str:
    """Return the SHA-256 of unit ids and texts, in order: what is submitted and approved."""
    return hashlib.sha256(json.dumps(list(texts.items())).encode()).hexdigest()
