"""What is done while nobody waits for it, one thing after the other."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock

_MOST_PUT_OFF = 0.2
"""How long a step is put off at most while somebody waits for an answer, in seconds."""


class Behind:
    """Does things in a thread of its own; between steps it lets those pass who wait."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="behind")
        self._lock = Lock()
        self._waiting = 0

    def do(self, work: Callable[[], None]) -> None:
        """Do something later."""
        self._thread.submit(work)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Count somebody who waits for an answer."""
        with self._lock:
            self._waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1

    def let_others_pass(self) -> None:
        """Wait a little where somebody waits for an answer."""
        until = time.monotonic() + _MOST_PUT_OFF
        while self._waiting and time.monotonic() < until:
            time.sleep(0.01)

    def finish(self) -> None:
        """Do what is left to be done, and nothing after it."""
        self._thread.shutdown(wait=True)

    def close(self) -> None:
        """Drop what is left to be done."""
        self._thread.shutdown(wait=False, cancel_futures=True)
