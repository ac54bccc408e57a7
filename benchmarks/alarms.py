"""How many units of good translations get a warning or an error from `workflow check`.

    python benchmarks/alarms.py FILE.po…

The files hold translations that people made and checked, such as a published test set: what is
flagged there is a false alarm, or a slip of the translator's. The units are cut into two halves by
a hash of their source, so that rules can be made with an eye on the first and judged by the second.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from workflow.checks.check import Context, Pair
from workflow.checks.files import check_file
from workflow.checks.finding import Severity

_SHOWN = 8


def main() -> None:
    """Count and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.po")
    for file in parser.parse_args().files:
        flagged = found(file)
        sources = all_sources(file)
        for half in (0, 1):
            mine = [source for source in sources if half_of(source) == half]
            share = 100 * sum(source in flagged for source in mine) / max(1, len(mine))
            print(f"{file.name:30} half {half + 1}: {share:4.1f} % of {len(mine)} units")
        count = Counter(check for checks in flagged.values() for check in checks)
        print("   ", ", ".join(f"{check} {times}" for check, times in count.most_common(_SHOWN)))


def found(file: Path) -> Mapping[str, set[str]]:
    """Return the sources of the units that are flagged, with the checks that do it."""
    flagged: dict[str, set[str]] = defaultdict(set)
    for pair, finding in check_file(file, Context()):
        if finding.severity is not Severity.INFO:
            flagged[_source(pair)].add(finding.check)
    return flagged


def all_sources(file: Path) -> Sequence[str]:
    """Return the sources of all translated units of a PO file."""
    import polib

    return [entry.msgid for entry in polib.pofile(str(file)) if entry.msgstr and not entry.obsolete]


def half_of(source: str) -> int:
    """Return 0 or 1, always the same for the same text."""
    return sha256(source.encode()).digest()[-1] % 2


def _source(pair: Pair) -> str:
    return pair.source or ""


if __name__ == "__main__":
    main()
