"""A property that is worked out once, without the lock that Python 3.11 takes each time.

A text has some forty views, each a property, so the lock of `functools.cached_property` (gone in
Python 3.12) would be a twentieth of the time of the checks.
"""

import sys

if sys.version_info >= (3, 12):
    from functools import cached_property as cached_property
else:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar, overload

    Value = TypeVar("Value")

    class cached_property(Generic[Value]):  # noqa: N801 - it stands for that of functools
        """Works a value out when it is first asked for, and keeps it in the object's `__dict__`."""

        def __init__(self, work: Callable[[Any], Value]) -> None:
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, _owner: type, name: str) -> None:
            self._name = name

        @overload
        def __get__(self, instance: None, owner: type) -> "cached_property[Value]": ...

        @overload
        def __get__(self, instance: object, owner: type) -> Value: ...

        def __get__(self, instance: Any, owner: type) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._work(instance)
            return value
