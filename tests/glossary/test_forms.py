"""Words are analysed one by one or, where there are very many, on all cores."""

import pytest

from workflow.glossary.forms import Analyser, Tier

TEXTS = ["иностранными агентами", "Комитетом против пыток", "суды"]


def test_words_learnt_on_all_cores_have_the_same_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    one_by_one = Analyser("ru", Tier.VARIANT)
    expected = [one_by_one.forms(text) for text in TEXTS]
    monkeypatch.setattr("workflow.glossary.forms._MANY", 2)
    monkeypatch.setattr("workflow.glossary.forms._SHARE", 2)
    together = Analyser("ru", Tier.VARIANT)
    together.learn(TEXTS)
    monkeypatch.setattr(together, "_analysed", None)
    assert [together.forms(text) for text in TEXTS] == expected
