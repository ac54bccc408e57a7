"""The engine `argos`: installed packages, chained where needed, else the starter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workflow.engines.argos import starter
from workflow.engines.argos.alignment import chained
from workflow.engines.argos.decoding import Decoding
from workflow.engines.argos.installed import installed_packages
from workflow.engines.argos.model import Model
from workflow.engines.argos.package import Package
from workflow.engines.argos.routes import codes, find_route
from workflow.engines.engine import Manner, Notice, Proposal
from workflow.errors import MissingPart


@dataclass(frozen=True)
class ArgosTranslator:
    """One package, or a chain of packages through a middle language."""

    package: str
    notice: Notice | None
    _models: tuple[Model, ...]

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        """Translate all sentences, one batch for each step of the chain."""
        return self.translate_as(sentences, Manner())

    def translate_as(self, sentences: Sequence[str], manner: Manner) -> list[Proposal]:
        """Translate in a manner; alternatives are those of the last step."""
        *firsts, last = self._models
        steps = [*((model, replace(manner, alternatives=0)) for model in firsts), (last, manner)]
        (model, how), *others = steps
        proposals = model.translate(sentences, how)
        for model, how in others:
            step = model.translate([proposal.text for proposal in proposals], how)
            proposals = [_chained(old, new) for old, new in zip(proposals, step, strict=True)]
        return proposals

    def rate(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Rate translations; in a chain, as translations of what the steps before the last give."""
        *firsts, last = self._models
        sources = [source for source, _ in pairs]
        for model in firsts:
            sources = [proposal.text for proposal in model.translate(sources, Manner())]
        return last.rate(list(zip(sources, (target for _, target in pairs), strict=True)))


class ArgosEngine:
    """Translates with Argos Translate's packages; a model is loaded once per engine."""

    name: Final = "argos"

    def __init__(self, decoding: Decoding | None = None) -> None:
        """Load nothing yet."""
        self._decoding = decoding or Decoding()
        self._models: dict[Package, Model] = {}

    def serves(self, source: str, target: str) -> bool:
        """Tell whether installed packages or the starter lead from one language to the other."""
        return _is_starter_pair(source, target) or _installed_route(source, target) is not None

    def open(self, source: str, target: str) -> ArgosTranslator:
        """Load the packages for a pair; the starter only where no installed one serves."""
        route = _installed_route(source, target)
        notice = None
        if route is None:
            if not _is_starter_pair(source, target):
                raise MissingPart(
                    f"no Argos package translates {source} → {target}",
                    hint=f"Install one: workflow models install {source} {target}; or leave every "
                    "unit to a person: --engine none.",
                )
            route, notice = [starter.starter_package()], starter.NOTICE
        label = " + ".join(package.metadata.label for package in route)
        return ArgosTranslator(
            package=f"starter {label}" if notice else label,
            notice=notice,
            _models=tuple(self._model(package) for package in route),
        )

    def _model(self, package: Package) -> Model:
        if package not in self._models:
            self._models[package] = Model(package, self._decoding)
        return self._models[package]


def _installed_route(source: str, target: str) -> list[Package] | None:
    return find_route(installed_packages(), source, target)


def _is_starter_pair(source: str, target: str) -> bool:
    return starter.SOURCE in codes(source) and starter.TARGET in codes(target)


def _chained(first: Proposal, second: Proposal) -> Proposal:
    known = first.score is not None and second.score is not None
    return Proposal(
        text=second.text,
        score=(first.score or 0) * (second.score or 0) if known else None,
        alignment=chained(first.alignment, second.alignment),
        alternatives=second.alternatives,
    )
