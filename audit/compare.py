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
    """Of the figures that have a query; also what the queries find and the product does not tell,
    of kinds of entities that it tells the figure of."""
    known = frozenset(audited())
    by_entity = {(one.kind, one.entity, one.figure): one for one in told if one.figure in known}
    kinds = {(one.kind, one.figure) for one in by_entity.values()}
    untold = (key for key in found if key not in by_entity and (key[0], key[2]) in kinds)
    for one in (*by_entity.values(), *(Told(*key, None, "not told") for key in untold)):
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
