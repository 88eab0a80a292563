"""What the product says beside what the queries say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audit.figures import Answers, audited

_NEARLY = 1e-9


@dataclass(frozen=True)
class Told:
    """One figure as the product tells it; money in minor units, None where it has no value."""

    kind: str
    entity: str
    figure: str
    value: float | None
    reason: str


@dataclass(frozen=True)
class Difference:
    """One figure on which the two do not agree."""

    told: Told
    period: str
    audited: float | None

    def __str__(self) -> str:
        one = self.told
        said = one.reason if one.value is None else f"{one.value:.12g}"
        found = "no value" if self.audited is None else f"{self.audited:.12g}"
        return f"{self.period} {one.kind} {one.entity} {one.figure}: {said}, audit {found}"


def differences(period: str, told: Iterable[Told], found: Answers) -> Iterator[Difference]:
    """Of the figures that have a query."""
    known = frozenset(audited())
    for one in told:
        if one.figure in known:
            answer = found.get((one.kind, one.entity, one.figure))
            if not _agree(one.value, answer):
                yield Difference(one, period, answer)


def without_query(told: Iterable[Told]) -> tuple[str, ...]:
    """Figures that nothing audits."""
    return tuple(sorted({one.figure for one in told} - set(audited())))


def _agree(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _NEARLY * max(1.0, abs(one))
