"""The numbers of a text: in digits, in words, in Roman numerals, and the months of its dates.

Each language writes them in its own way: `1 000`, `1,000`, `1.000`; `3,5 млн` and 3.5 million; `20 Uhr`
and 8 p.m.; `17.07.2015` and July 17, 2015. A `Quantity` holds every value that a piece of text may
stand for; two texts agree where their quantities share a value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from workflow.language.locales import cldr
from workflow.language.number_words import (
    HAN,
    HAN_SCALES,
    Meaning,
    fits,
    han_value,
    joined,
    joins,
    meaning,
)
from workflow.language.tags import language

Value = float | tuple[str, int]
"""A number; or `("month", 7)`, or `("time", 630)`: minutes after midnight or noon."""


class Weight(IntEnum):
    """How sure it is that a translation must keep a quantity."""

    HINT = 0
    """Only explains a number of the other text: “both”, “decade”, a lone V."""
    WORD = 1
    """In words, Roman or part of a name: reported where the other text has an odd one as well."""
    DIGITS = 2
    """In digits: must be there."""


@dataclass(frozen=True)
class Quantity:
    """A number in a text, where it stands, and all that it may mean.

    `parts` are the values of its pieces, should the whole be no number: `2,3` may be a score.
    """

    start: int
    end: int
    values: frozenset[Value]
    weight: Weight
    parts: tuple[frozenset[Value], ...] = ()


_SPACES = " \u00a0\u2009\u202f"
_GROUPED = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+|\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:['’]\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}"  # noqa: E501
_ATOM = re.compile(
    rf"""
      (?P<iso>(?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
    | (?P<dotted>(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}})(?![\d.]))
    | (?P<slashed>(?<![\d/])\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})(?![\d/]))
    | (?P<time>(?<![\d:.,])(?:[01]?\d|2[0-4])(?::\s?|\s?h\s?|\s?Uhr\s|時|时|点|點)[0-5]\d(?![\d]))
    | (?P<clock>(?<!\d)(?:[01]\d|2[0-4])[0-5]\d(?=[{_SPACES}]?(?:GMT|UTC|hrs|hours)\b))
    | (?P<fraction>(?<![\d/])\d/\d{{1,2}}(?![\d/])|[½⅓⅔¼¾⅕⅛])
    | (?P<number>(?<!\d)(?:(?:{_GROUPED})(?!\d)(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)?))
    | (?P<roman>(?<![^\W_])[IVX]+(?![^\W_]))
    | (?P<han>{HAN.pattern})
    | (?P<word>[^\W\d_\u3040-\u9fff]+(?:['’ʼ][^\W\d_]+)?)
    """,
    re.VERBOSE,
)
_DIGIT_OR_LATER = re.compile(r"\d")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_HOUR_AFTER = re.compile(
    r"\s?(?:Uhr|h\b|heures?|ч(?:ас|\.)|годин|godz|[ap]\.?\s?m\b|[ap]\.m\.|時|时|点|點|hrs?\b|o['’]clock|horas?\b|ore\b)",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(
    r"(?:godz(?:inie|\.)?|at|um|в|о|об|à|a las|alle|kl\.?|下午|晚上|傍晚)\s?$", re.IGNORECASE
)
_DECADE = re.compile(r"['’]?s\b|-?(?:е|х|ті|их)\b|er\b|er-|年代|-luvu", re.IGNORECASE)
_RANGE = re.compile(
    r"\s?(?:–|—|-|to|and|or|bis|und|oder|à|et|ou|a|y|o|до|и|или|по|і|або|do|lub|e|至|到)\s?"
)
_CODE_BEFORE = re.compile(r"(?:[^\W\d_\u3040-\u9fff]|[A-ZА-ЯЁ][a-z]*-|\d-?[^\W\d_]-)$")
_SMALL_SCALES = {"k": 1e3, "bn": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mrd": 1e9, "mld": 1e9}
_AMBIGUOUS_M = re.compile(r"\s?[mM]\b")
_HAN_COUNTED = re.compile(r"[个個名位次年天人种種只隻条條届歲岁分所张張座家项項倍周週小]")
_LARGEST_DIGITS = 30


def quantities(text: str, tag: str) -> list[Quantity]:
    """Return the numbers of a text in a language, in reading order."""
    return list(_Reader(text, language(tag)).read())


@dataclass
class _Said:
    """A number in words that is still going on."""

    start: int
    end: int
    total: float
    group: float
    weight: Weight
    opened: bool = True


class _Reader:
    def __init__(self, text: str, base: str) -> None:
        self.text = text
        self.base = base
        self.said: _Said | None = None
        self.last: Quantity | None = None

    def read(self) -> Iterator[Quantity]:
        found: list[Quantity] = []
        for atom in _ATOM.finditer(self.text):
            kind = atom.lastgroup or ""
            if kind == "word":
                found += self._word(atom)
                continue
            if kind == "han":
                self._han(atom, found)
                continue
            found += self._close()
            found += getattr(self, f"_{kind}")(atom)
        found += self._close()
        return iter(self._with_ranges(found))

    def _iso(self, atom: re.Match[str]) -> list[Quantity]:
        year, month, day = (int(part) for part in atom.group().split("-"))
        return self._date(atom, day, month, year)

    def _dotted(self, atom: re.Match[str]) -> list[Quantity]:
        day, month, year = (int(part) for part in re.split(r"\.\s?", atom.group()))
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return [
                self._plain(atom.start() + m.start(), m.group())
                for m in re.finditer(r"\d+", atom.group())
            ]
        return self._date(atom, day, month, year)

    def _slashed(self, atom: re.Match[str]) -> list[Quantity]:
        first, second, year = (int(part) for part in atom.group().split("/"))
        either = {n for n in (first, second) if n <= 12}
        months: set[Value] = {("month", n) for n in either}
        numbers: set[Value] = {float(first), float(second)}
        where = (atom.start(), atom.end())
        return (
            [
                Quantity(*where, frozenset({float(n)} | months), Weight.DIGITS)
                for n in (first, second)
            ]
            + [Quantity(*where, _years(year), Weight.DIGITS)]
            if numbers
            else []
        )

    def _date(self, atom: re.Match[str], day: int, month: int, year: int) -> list[Quantity]:
        where = (atom.start(), atom.end())
        return [
            Quantity(*where, frozenset({float(day)}), Weight.DIGITS),
            Quantity(*where, frozenset({("month", month), float(month)}), Weight.WORD),
            Quantity(*where, _years(year), Weight.DIGITS),
        ]

    def _time(self, atom: re.Match[str]) -> list[Quantity]:
        hours, minutes = (int(part) for part in re.findall(r"\d+", atom.group()))
        values: set[Value] = {("time", (hours * 60 + minutes) % 720)}
        if minutes == 0:
            values |= {float(hours), float(hours % 12), float(hours % 12 + 12)}
        parts = (_hour(hours), frozenset({float(minutes)}))
        return [Quantity(atom.start(), atom.end(), frozenset(values), Weight.DIGITS, parts)]

    def _clock(self, atom: re.Match[str]) -> list[Quantity]:
        hours, minutes = int(atom.group()[:2]), int(atom.group()[2:])
        values: set[Value] = {("time", (hours * 60 + minutes) % 720), float(atom.group())}
        parts = (_hour(hours), frozenset({float(minutes)}))
        return [Quantity(atom.start(), atom.end(), frozenset(values), Weight.DIGITS, parts)]

    def _fraction(self, atom: re.Match[str]) -> list[Quantity]:
        return [
            Quantity(atom.start(), atom.end(), frozenset({float(part)}), Weight.HINT)
            for part in re.findall(r"[0-9]+", atom.group())
        ]

    def _roman(self, atom: re.Match[str]) -> list[Quantity]:
        numeral = atom.group()
        if not _ROMAN.fullmatch(numeral):
            return []
        values = [_ROMAN_VALUES[letter] for letter in numeral]
        total = sum(
            -value if value < following else value
            for value, following in zip(values, [*values[1:], 0], strict=True)
        )
        weight = Weight.WORD if len(numeral) > 1 else Weight.HINT
        return [Quantity(atom.start(), atom.end(), frozenset({float(total)}), weight)]

    def _number(self, atom: re.Match[str]) -> list[Quantity]:
        quantity = self._plain(atom.start(), atom.group())
        scaled = self._attached_scale(quantity)
        if scaled is not None:
            return [scaled]
        number = next((v for v in quantity.values if isinstance(v, float)), None)
        self.last = quantity if number is not None else None
        return [quantity]

    def _plain(self, start: int, written: str) -> Quantity:
        end = start + len(written)
        before = self.text[max(0, start - 12) : start]
        after = self.text[end : end + 12]
        if len(written) > _LARGEST_DIGITS:
            return Quantity(start, end, frozenset(), Weight.HINT)
        values: set[Value] = set(_readings(written))
        pieces = re.split(r"[^\d]", written)
        parts = tuple(frozenset({float(piece)}) for piece in pieces) if len(pieces) > 1 else ()
        if written.isdigit():
            values |= self._aliases(int(written), before, after)
        elif (
            len(pieces) == 2 and len(pieces[1]) == 2 and int(pieces[0]) < 24 and int(pieces[1]) < 60
        ):
            values.add(("time", (int(pieces[0]) * 60 + int(pieces[1])) % 720))
        weight = Weight.WORD if _CODE_BEFORE.search(before) else Weight.DIGITS
        return Quantity(start, end, frozenset(values), weight, parts)

    def _aliases(self, number: int, before: str, after: str) -> set[Value]:
        """Return what else a whole number may be: an hour of the afternoon, a short year, a month."""
        values: set[Value] = set()
        if after.startswith(("月", "월")) and number <= 12:
            values.add(("month", number))
        if number <= 24 and (_HOUR_AFTER.match(after) or _HOUR_BEFORE.search(before)):
            values |= _hour(number)
            values.add(("time", number * 60 % 720))
        if number % 10 == 0 and (number < 100 or 1000 < number < 2100) and _DECADE.match(after):
            values.add(float(number % 100))
        if before.endswith(("'", "’")) and number < 100:
            values |= _years(number)
        year = re.search(r"(\d{4})[/–-]$", before)
        if year and number < 100:
            step = 10 if number < 10 else 100
            values.add(float(int(year[1]) // step * step + number))
        return values

    def _attached_scale(self, quantity: Quantity) -> Quantity | None:
        after = self.text[quantity.end : quantity.end + 4]
        for short, scale in _SMALL_SCALES.items():
            if re.match(rf"\s?{short}\b", after, re.IGNORECASE):
                return _scaled(quantity, scale, quantity.end)
        if _AMBIGUOUS_M.match(after):
            return Quantity(
                quantity.start,
                quantity.end,
                quantity.values | _scaled(quantity, 1e6, quantity.end).values,
                quantity.weight,
            )
        return None

    def _word(self, atom: re.Match[str]) -> list[Quantity]:
        word = atom.group().lower()
        found = meaning(word, self.base)
        if found is None:
            month = _month(atom.group(), self.base)
            if month is not None:
                return [*self._close(), self._named_month(atom, month)]
            if self.said is not None and joins(word, self.base):
                return []
            return self._close()
        if found.hint:
            hint = Quantity(atom.start(), atom.end(), frozenset({found.value}), Weight.HINT)
            return [*self._close(), hint]
        return self._say(atom, found)

    def _named_month(self, atom: re.Match[str], month: tuple[int, Weight]) -> Quantity:
        return Quantity(atom.start(), atom.end(), frozenset({("month", month[0])}), month[1])

    def _say(self, atom: re.Match[str], found: Meaning) -> list[Quantity]:
        """Take one more word of a number in words; return the number that it ends, if any."""
        done: list[Quantity] = []
        if self.said is not None and not self._follows(self.said.end, atom.start()):
            done += self._close()
        if found.scale and self.said is None and self.last is not None:
            if self._follows(self.last.end, atom.start()):
                done.append(_scaled(self.last, found.value, atom.end()))
                self.last = None
                return done
        if self.said is None:
            weight = (
                Weight.HINT if found.scale or found.value <= 1 or found.value % 1 else Weight.WORD
            )
            total, group = (found.value, 0.0) if found.scale else (0.0, found.value)
            self.said = _Said(atom.start(), atom.end(), total, group, weight)
            return done
        said = self.said
        if found.scale and said.group:
            said.total += said.group * found.value
            said.group = 0
        elif not found.scale and (not said.group or fits(said.group, found.value)):
            said.group = joined(said.group, found.value) if said.group else found.value
        else:
            done += self._close()
            return done + self._say(atom, found)
        said.end, said.weight = atom.end(), Weight.WORD
        return done

    def _follows(self, end: int, start: int) -> bool:
        between = self.text[end:start].strip(" -\u00a0\u202f.‐")
        return not between or joins(between.lower(), self.base) or between.lower() in ("a", "de")

    def _close(self) -> list[Quantity]:
        said, self.said = self.said, None
        if said is None:
            return []
        values = frozenset({said.total + said.group})
        self.last = None
        return [Quantity(said.start, said.end, values, said.weight)]

    def _han(self, atom: re.Match[str], found: list[Quantity]) -> None:
        """Read a Chinese numeral, or the 万 after a number."""
        signs = atom.group()
        previous = found[-1] if found and found[-1].end == atom.start() else None
        if signs in HAN_SCALES:
            if previous is not None:
                found[-1] = _scaled(previous, HAN_SCALES[signs], atom.end())
            return
        if signs in _UNITS_AFTER_DIGITS and previous is not None:
            found[-1] = _scaled(previous, _UNITS_AFTER_DIGITS[signs], atom.end())
            return
        value = han_value(signs)
        if value is None or self.text[atom.end() : atom.end() + 2] == "分之":
            return
        counted = len(signs) > 1 or _HAN_COUNTED.match(self.text, atom.end())
        weight = Weight.WORD if counted and value > 1 else Weight.HINT
        values: set[Value] = {value}
        if self.text.startswith("月", atom.end()) and value <= 12:
            values = {("month", int(value))}
        found.append(Quantity(atom.start(), atom.end(), frozenset(values), weight))

    def _with_ranges(self, found: list[Quantity]) -> list[Quantity]:
        """Drop what a scale word took in, join “2 million 300 thousand”, and spread scales over ranges."""
        kept = [
            quantity
            for index, quantity in enumerate(found)
            if not any(
                other.start == quantity.start and other.end > quantity.end
                for other in found[index + 1 : index + 3]
            )
        ]
        for index, (first, second) in enumerate(zip(kept, kept[1:], strict=False)):
            between = self.text[first.end : second.start]
            scale = _scale_of(self.text, second)
            if scale and _RANGE.fullmatch(between) and _scale_of(self.text, first) is None:
                spread = _scaled(first, scale, first.end).values
                kept[index] = Quantity(
                    first.start, first.end, first.values | spread, first.weight, first.parts
                )
            elif not between.strip() and scale and (_scale_of(self.text, first) or 0) > scale:
                total = {
                    a + b
                    for a in first.values
                    for b in second.values
                    if isinstance(a, float) and isinstance(b, float)
                }
                kept[index] = Quantity(
                    first.start,
                    second.end,
                    frozenset(total),
                    first.weight,
                    (first.values, second.values),
                )
                kept[index + 1] = Quantity(second.start, second.end, second.values, Weight.HINT)
        return kept


_UNITS_AFTER_DIGITS = {"十": 10.0, "百": 100.0, "千": 1000.0}


def _scaled(quantity: Quantity, scale: float, end: int) -> Quantity:
    values = {round(v * scale, 6) for v in quantity.values if isinstance(v, float)}
    return Quantity(quantity.start, end, frozenset(values), quantity.weight)


def _scale_of(text: str, quantity: Quantity) -> float | None:
    """Return the scale that a quantity was written with, None if it stands alone."""
    largest = max((v for v in quantity.values if isinstance(v, float)), default=0.0)
    written = text[quantity.start : quantity.end]
    digits = re.match(r"[\d.,]+", written)
    if digits is None or digits.end() == len(written):
        return None
    value = max(_readings(digits.group().rstrip(".,")), default=0.0)
    return largest / value if value else None


def _readings(written: str) -> frozenset[float]:
    """Return the values that digits with separators may have: `1,000` is a thousand, or one."""
    if written.isdigit():
        return frozenset({float(written)})
    values = set()
    if re.fullmatch(_GROUPED, written):
        values.add(float(re.sub(r"\D", "", written)))
    parts = re.split(r"\D", written)
    last = written[-len(parts[-1]) - 1]
    if last in ".," and (len(parts) > 2 or len(parts[-1]) != 3 or not values or parts[0] == "0"):
        values.add(float("".join(parts[:-1]) + "." + parts[-1]))
    elif last in ".," and len(parts) == 2:
        values.add(float(f"{parts[0]}.{parts[1]}"))
    return frozenset(values)


def _hour(hour: int) -> frozenset[Value]:
    return frozenset({float(hour), float(hour % 12), float(hour % 12 + 12)})


def _years(year: int) -> frozenset[Value]:
    if year >= 100:
        return frozenset({float(year)})
    return frozenset({float(year), 1900.0 + year, 2000.0 + year})


@cache
def _months(base: str) -> tuple[dict[str, tuple[int, Weight]], dict[str, int]]:
    """Return the month names of a language, and what inflected forms of them begin with."""
    from babel.dates import get_month_names

    names: dict[str, tuple[int, Weight]] = {}
    stems: dict[str, int] = {}
    locale = cldr(base)
    if locale.language != base:
        return names, stems
    for context in ("format", "stand-alone"):
        for width, weight in (("abbreviated", Weight.HINT), ("wide", Weight.WORD)):
            for number, name in get_month_names(width, context, locale).items():  # type: ignore[arg-type]
                name = name.rstrip(".").lower()
                if name.isalpha():
                    names[name] = (number, weight)
                    if weight is Weight.WORD and len(name) >= 5:
                        stems[name[:-1] if name[-1] in "aeiouyаьйяюіую" else name] = number
    return names, stems


def _month(word: str, base: str) -> tuple[int, Weight] | None:
    names, stems = _months(base)
    lower = word.lower()
    if base in ("en", "de") and word == lower:
        return None
    found = names.get(lower)
    if (
        found is None
        and len(word) > 4
        and base in ("ru", "uk", "be", "pl", "cs", "sk", "hr", "sl", "fi")
    ):
        for length in range(len(lower), max(3, len(lower) - 4), -1):
            if lower[:length] in stems:
                return stems[lower[:length]], Weight.WORD
    return found
