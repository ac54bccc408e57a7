"""How a finished translation is aligned with its source where it has other paragraphs.

    python benchmarks/aligning.py PAIRS

PAIRS has a JSON object with `en` and `es` on each line, in the order of their articles (gzipped if
it ends in .gz). Articles of ten paragraphs are put together from them; in the translation of each
two paragraphs are joined, one is left out, both, or neither. Counted are the units that were
confirmed, and how many of those with another text than their own.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from pathlib import Path

from workflow.document.importing.alignment import align
from workflow.document.source import Source
from workflow.document.units import source_units

ARTICLES = 1200
PARAGRAPHS = 10
SENTENCES = (1, 1, 2, 3)
"""How many a paragraph has, one as likely as the other."""
SORTS = ("the same paragraphs", "two joined", "one left out", "two joined and one left out")


def pairs_in(path: Path) -> list[tuple[str, str]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    rows = [json.loads(line) for line in text.splitlines()]
    return [(_bare(row["en"]), _bare(row["es"])) for row in rows]


def _bare(text: str) -> str:
    """Return a text without what Markdown would take for markup."""
    return re.sub(r"[\\*_#\[\]<>`&]", "", text).strip().lstrip("-+0123456789.) ") or "x"


def paragraphs(pairs: list[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    at = chance.randrange(len(pairs) - PARAGRAPHS * max(SENTENCES))
    made = []
    for _ in range(PARAGRAPHS):
        some = pairs[at : at + chance.choice(SENTENCES)]
        at += len(some)
        made.append((" ".join(en for en, _ in some), " ".join(es for _, es in some)))
    return made


def changed(texts: list[str], sort: str, chance: random.Random) -> list[str]:
    texts = list(texts)
    if "joined" in sort:
        at = chance.randrange(len(texts) - 1)
        texts[at : at + 2] = [f"{texts[at]} {texts[at + 1]}"]
    if "left out" in sort:
        del texts[chance.randrange(len(texts))]
    return texts


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    pairs = pairs_in(parser.parse_args().pairs)
    chance = random.Random(1)
    counts: dict[str, Counter[str]] = {sort: Counter() for sort in SORTS}
    for number in range(ARTICLES):
        sort = SORTS[number % len(SORTS)]
        made = paragraphs(pairs, chance)
        own = dict(made)
        source = Source(title="A", language="en", body="\n\n".join(own))
        texts = changed([es for _, es in made], sort, chance)
        translation = Source(title="A", language="es", body="\n\n".join(texts))
        units = {unit.id: unit.text for unit in source_units(source)}
        for pair in align(source, translation).pairs:
            if units[pair.unit] in own:
                right = pair.text == own[units[pair.unit]]
                name = ("confirmed" if pair.sure else "to be confirmed") + ", wrong" * (not right)
                counts[sort][name] += 1
    columns = ("confirmed", "confirmed, wrong", "to be confirmed", "to be confirmed, wrong")
    print(f"{'':30}" + "".join(f"{column:>24}" for column in columns))
    for sort, found in counts.items():
        print(f"{sort:30}" + "".join(f"{found[column]:24}" for column in columns))


if __name__ == "__main__":
    main()
