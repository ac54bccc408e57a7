"""Argos Translate: its language packages, read and run directly.

Only the packages, their tokenizers and CTranslate2 are used, not `argostranslate.translate`:
splitting sentences ourselves and sending all of them in one batch is several times faster, and
nothing is downloaded behind the user's back. `argostranslate` itself is imported late, for its
folders and index address only, since importing it creates folders and reads the environment.
"""

from workflow.engines.argos.decoding import Decoding
from workflow.engines.argos.engine import ArgosEngine

__all__ = ["ArgosEngine", "Decoding"]
