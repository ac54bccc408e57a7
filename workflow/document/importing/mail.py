"""What mail programs put around a text: headers, marks of quotation, a signature."""

import re
from collections.abc import Sequence

from workflow.document.importing.clutter import Keep
from workflow.document.importing.imported import Dropped

_HEADER = re.compile(
    r"[*\s]*(?:from|to|cc|bcc|subject|date|sent|reply-to"
    r"|от|от кого|кому|копия|тема|дата|отправлено|від|від кого|копія|надіслано"
    r"|de|para|asunto|fecha|enviado|à|objet|envoyé|von|an|betreff|datum|gesendet)\s?:\*?\s*\S.*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[-_\s>]*(?:forwarded message|original message|begin forwarded message"
    r"|пересылаемое сообщение|пересланное сообщение|исходное сообщение"
    r"|начало переадресованного сообщения|переслане повідомлення|mensaje reenviado"
    r"|mensaje original|message transféré|message d'origine|weitergeleitete nachricht"
    r"|ursprüngliche nachricht)[-_\s:]*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:.{0,120}\b(?:wrote|пишет|написал|написала|пише|написав|escribió|a écrit)"
    r"|(?:am|on) .{0,100}\bschrieb\b.{0,60})\s*:\s*",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"(?:sent from my|get outlook for|отправлено с|отправлено из|надіслано з|enviado desde"
    r"|envoyé de(?:puis)? mon|von meinem .* gesendet).{0,60}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_SIGNATURE = "--"
_LONGEST_SIGNATURE = 15
_LEAST_HEADERS = 2
_HEADERS, _QUOTE, _SIGNED = "the header of a mail", "an older mail", "the signature of a mail"


def without_mail(text: str, keep: Keep) -> tuple[str, tuple[Dropped, ...]]:
    """Return a text as it was before it was mailed, and what the mail programs had put there."""
    lines = text.split("\n")
    dropped: list[Dropped] = []
    if _mostly_quoted(lines):
        lines = [_QUOTED.sub("", line) for line in lines]
    lines = _without_headers(lines, dropped)
    lines = _without_answered(lines, dropped)
    lines = _without_signature(lines, dropped)
    if any(keep(piece.text) for piece in dropped):
        return text, ()
    return "\n".join(lines), tuple(dropped)


def _mostly_quoted(lines: Sequence[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    return sum(line.lstrip().startswith(">") for line in filled) > 0.6 * len(filled)


def _without_headers(lines: list[str], dropped: list[Dropped]) -> list[str]:
    """Take the headers off the top, of each mail that the text was forwarded in."""
    start = 0
    while True:
        end = start
        while end < len(lines) and (not lines[end].strip() or _FORWARDED.fullmatch(lines[end])):
            end += 1
        first = end
        while end < len(lines) and _HEADER.fullmatch(lines[end]):
            end += 1
        forwarded = any(_FORWARDED.fullmatch(line) for line in lines[start:first])
        if end - first < _LEAST_HEADERS and not forwarded:
            break
        found = [line.strip() for line in lines[start:end] if line.strip()]
        dropped.extend(Dropped(line, _HEADERS) for line in found)
        start = end
    return lines[start:]


def _without_answered(lines: list[str], dropped: list[Dropped]) -> list[str]:
    """Take off the older mail that an answer quotes at its end."""
    for index, line in enumerate(lines):
        rest = [other for other in lines[index + 1 :] if other.strip()]
        if _WROTE.fullmatch(line) and rest and all(o.lstrip().startswith(">") for o in rest):
            dropped.append(Dropped(" ".join([line.strip(), *rest]), _QUOTE))
            return lines[:index]
    return lines


def _without_signature(lines: list[str], dropped: list[Dropped]) -> list[str]:
    """Take off what stands behind two hyphens (RFC 3676, section 4.3), or a telephone's line."""
    marks = [index for index, line in enumerate(lines) if line.rstrip() == _SIGNATURE]
    if marks and len(lines) - marks[-1] <= _LONGEST_SIGNATURE:
        found = [line.strip() for line in lines[marks[-1] + 1 :] if line.strip()]
        dropped.extend([Dropped(" · ".join(found), _SIGNED)] if found else [])
        lines = lines[: marks[-1]]
    last = max((index for index, line in enumerate(lines) if line.strip()), default=0)
    if lines and _SENT_FROM.fullmatch(lines[last].strip()):
        dropped.append(Dropped(lines[last].strip(), _SIGNED))
        lines = lines[:last]
    return lines
