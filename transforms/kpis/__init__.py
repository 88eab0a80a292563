"""The KPI dictionary: one file a figure, or a family of figures that share one computation.

A file here has `SPECS`, a tuple of `KpiSpec`; `compute(facts, period)`, which returns the
values of all of them for every entity (see `transforms.kpi_frame`); and `explain(facts, kpi,
period)`, which names the rows behind one of them for the one entity of the facts (see
`transforms.explained`). Dropping the file into this folder is all it takes.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

import pandas as pd

from transforms.canonical import frame_of
from transforms.explained import Selection
from transforms.facts import Facts
from transforms.kpi import KPI_DTYPES, KpiSpec, Missing
from transforms.kpi_frame import dated, without_value
from transforms.kpi_periods import NeededPeriods
from transforms.periods import Grain, Period
from transforms.unfinished import told_where_unfinished

Wanted = Callable[[KpiSpec, Grain], bool]


class Compute(Protocol):
    """The one function of a KPI file."""

    def __call__(self, facts: Facts, period: Period, /) -> pd.DataFrame: ...


class Explain(Protocol):
    """What says which rows a figure rests on."""

    def __call__(self, facts: Facts, kpi: str, period: Period, /) -> tuple[Selection, ...]: ...


@dataclass(frozen=True)
class KpiFamily:
    """One file of this folder."""

    name: str
    specs: tuple[KpiSpec, ...]
    compute: Compute
    explain: Explain


@cache
def families() -> tuple[KpiFamily, ...]:
    """Every file of the folder, by name."""
    names = sorted(item.name for item in iter_modules(__path__))
    modules = [(name, import_module(f"{__name__}.{name}")) for name in names]
    return tuple(
        KpiFamily(name, module.SPECS, module.compute, module.explain) for name, module in modules
    )


@cache
def specs() -> dict[str, KpiSpec]:
    """Every KPI's definition by id."""
    return {spec.id: spec for family in families() for spec in family.specs}


def explained(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The rows behind a figure of the facts' one entity; none where a table it needs is missing.

    Raises KeyError for a KPI that is not defined.
    """
    spec = specs()[kpi]
    if not all(facts.has(feed) for feed in spec.feeds):
        return ()
    family = next(family for family in families() if spec in family.specs)
    return family.explain(facts, kpi, period)


def compute_all(
    facts: Facts, periods: Iterable[Period], only: Collection[str] | None = None
) -> pd.DataFrame:
    """Every KPI for every entity and period whose grain it has, as one frame of KPI values.

    Figures that read the population are there where the facts have its snapshot. `only` names
    the KPIs wanted, where not all are.
    """
    return _computed(
        facts,
        periods,
        lambda spec, grain: grain in spec.grains and (only is None or spec.id in only),
    )


def compute_needed(facts: Facts, needed: NeededPeriods) -> pd.DataFrame:
    """What a report shows: every KPI of the whole periods, of the others those it sets beside
    them or charts."""
    whole = compute_all(facts, needed.whole)
    compared = _computed(
        facts, needed.compared, lambda spec, grain: spec.is_compared and grain in spec.grains
    )
    charted = _computed(facts, needed.charted, lambda spec, grain: grain in spec.charted)
    return pd.concat([whole, compared, charted], ignore_index=True)


def _computed(facts: Facts, periods: Iterable[Period], is_wanted: Wanted) -> pd.DataFrame:
    beside_whole = [spec.id for spec in specs().values() if spec.is_beside_whole]
    frames = [
        dated(
            told_where_unfinished(
                facts, period, _family_values(family, facts, period, wanted), beside_whole
            ),
            period,
        )
        for period in periods
        for family in families()
        if (wanted := [spec for spec in family.specs if _has(facts, spec, period, is_wanted)])
    ]
    if not frames:
        return frame_of(KPI_DTYPES)
    return pd.concat(frames, ignore_index=True).astype(KPI_DTYPES)


def _has(facts: Facts, spec: KpiSpec, period: Period, is_wanted: Wanted) -> bool:
    """Whether these entities have such a figure, and what it reads of others is at hand."""
    is_theirs = facts.entity_type in spec.of
    is_readable = not spec.is_population or facts.population is not None
    return is_theirs and is_readable and is_wanted(spec, period.grain)


def _family_values(
    family: KpiFamily, facts: Facts, period: Period, wanted: list[KpiSpec]
) -> pd.DataFrame:
    lacking = [spec for spec in wanted if not all(facts.has(feed) for feed in spec.feeds)]
    parts = [without_value(facts, spec, Missing.FEED_MISSING) for spec in lacking]
    if len(lacking) < len(wanted):
        kept = {spec.id for spec in wanted} - {spec.id for spec in lacking}
        name = f"{family.name} of {period}"  # a score asks for other figures again
        values = facts.shared(name, partial(family.compute, facts, period))
        is_all = len(kept) == len(family.specs)
        parts.append(values if is_all else values[values["kpi"].isin(list(kept))])
    return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
