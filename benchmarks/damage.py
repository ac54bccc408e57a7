"""How much damage the checks find in an engine's own text, and in the drafts made of it.

    python benchmarks/damage.py PAIRS.jsonl.gz [--engine argos] [--sentences 500]

PAIRS has an object {"en": …} on each line. Damage is what these checks say of a sentence: a phrase
in a loop, an address or a number that changed, a name that is lost, a text much too short, too long
or not translated. Seconds are this process's time on a core.
"""

import argparse
import gzip
import json
import os
import platform
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from workflow.checks.check import Context, Pair
from workflow.checks.run import findings_by_pair
from workflow.document.inline import escape
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.engines import load_engine

CHECKS = (
    "repeats",
    "numbers",
    "addresses",
    "length",
    "copied",
    "missing",
    "doubled-words",
    "lost-names",
)


def main() -> None:
    """Translate, draft, and print what the checks find in both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--engine", default="argos")
    parser.add_argument("--sentences", type=int, default=500)
    options = parser.parse_args()
    with gzip.open(options.pairs, "rt", encoding="utf-8") as lines:
        sources = [json.loads(line)["en"] for line in lines]
    sample = random.Random(2).sample(sources, min(options.sentences, len(sources)))
    engine = load_engine(options.engine)
    translator = engine.open("en", "es")
    if translator is None:
        parser.error(f"{options.engine} translates nothing")
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
        f"{options.engine}, {translator.package}, {len(sample)} sentences\n"
    )
    start = time.process_time()
    raw = [escape(proposal.text) for proposal in translator.translate(sample)]
    _report("the engine's own", sample, raw, time.process_time() - start)
    units = [Unit(str(n), UnitKind.PARAGRAPH, escape(text)) for n, text in enumerate(sample)]
    start = time.process_time()
    drafts = draft_units(units, "en", "es", engine).drafts
    seconds = time.process_time() - start
    _report("drafts", sample, [drafts[unit.id].text for unit in units], seconds)
    print(f"\ndrafts with a remark: {sum(bool(draft.origin.note) for draft in drafts.values())}")


def _report(name: str, sources: Sequence[str], texts: Sequence[str], seconds: float) -> None:
    pairs = [
        Pair(str(number), None, escape(source), text, "en", "es")
        for number, (source, text) in enumerate(zip(sources, texts, strict=True))
    ]
    found = [
        (pair.unit, finding.check)
        for pair, finding in findings_by_pair(pairs, Context())
        if finding.check in CHECKS
    ]
    by_check = Counter(check for _, check in found)
    listed = ", ".join(f"{check} {by_check[check]}" for check in CHECKS if by_check[check])
    sentences = len({unit for unit, _ in found})
    print(f"{name:18}{seconds:7.1f} s{sentences:6} sentences damaged: {listed or 'none'}")


if __name__ == "__main__":
    main()
