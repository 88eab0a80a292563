"""Signals with products and tasks called as they are in a language."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.clients.local_names import LocalNames
from transforms.signals import Evidence, RowEvidence, Signal, Step


def signals_in_language(
    signals: Sequence[Signal], names: LocalNames, language: str
) -> tuple[Signal, ...]:
    """The same situations: what people typed stays as it was typed."""
    return tuple(
        replace(
            signal,
            evidence=tuple(_evidence(item, names, language) for item in signal.evidence),
            steps=tuple(_step(item, names, language) for item in signal.steps),
        )
        for signal in signals
    )


def _evidence(item: Evidence, names: LocalNames, language: str) -> Evidence:
    if not isinstance(item, RowEvidence):
        return item
    if item.table == "products":
        return replace(item, text=names.product(item.text, language))
    return replace(item, text=names.task(item.text, language)) if item.table == "tasks" else item


def _step(step: Step, names: LocalNames, language: str) -> Step:
    product = step.names.get("product")
    if product is None:
        return step
    return replace(step, names={**step.names, "product": names.product(product, language)})
