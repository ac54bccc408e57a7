"""TMX 1.4b, the exchange format of translation memories (https://www.gala-global.org/tmx-14b)."""

from workflow.exchange.tmx.pair import Pair
from workflow.exchange.tmx.reading import Skipped, read_tmx
from workflow.exchange.tmx.writing import write_tmx

__all__ = ["Pair", "Skipped", "read_tmx", "write_tmx"]
