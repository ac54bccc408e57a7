"""How much and how often anybody may ask."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

_MOST_KEYS = 4096


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Sizes in bytes, times in seconds, rates in requests a second with what may come at once.

    `fields` and `body` bound a form, `patience` is how long one may take to arrive. `requests` are
    counted for a signed-in person or a stranger's address, `strangers` for the sign-in alone.
    """

    body: int = 256 * 1024
    fields: int = 2500
    patience: float = 15.0
    requests: tuple[float, int] = (30.0, 240)
    strangers: tuple[float, int] = (0.5, 20)


class Rate:
    """Lets `most` requests through at once, and `a_second` over time, for each key."""

    def __init__(
        self, a_second: float, most: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._a_second, self._most, self._clock = a_second, most, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def allows(self, key: str) -> bool:
        """Count a request, and say whether it may pass."""
        now = self._clock()
        with self._lock:
            left, since = self._left.pop(key, (float(self._most), now))
            left = min(self._most, left + (now - since) * self._a_second)
            allowed = left >= 1
            self._left[key] = (left - 1 if allowed else left, now)
            while len(self._left) > _MOST_KEYS:
                self._left.popitem(last=False)
        return allowed
