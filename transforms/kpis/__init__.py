"""The KPI dictionary: one file a figure, or a family of figures that share one computation.

A file here has `SPECS`, a tuple of `KpiSpec`; `compute(context, period)`, which returns the
values of all of them for every entity (see `transforms.metrics.kpi_frame`); and
`explain(context, kpi, period)`, which names the rows behind one of them for the one entity of the
context (see `transforms.metrics.explained`). Dropping the file into this folder is all it takes.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

import pandas as pd

from transforms.core.canonical import frame_of
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import KPI_DTYPES, KpiSpec, Missing
from transforms.metrics.kpi_frame import dated, values_of, without_value
from transforms.metrics.kpi_periods import NeededPeriods
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.unfinished import told_where_unfinished

Wanted = Callable[[KpiSpec, Period], bool]


class Compute(Protocol):
    """The one function of a KPI file."""

    def __call__(self, context: MetricContext, period: Period, /) -> pd.DataFrame: ...


class Explain(Protocol):
    """What says which rows a figure rests on."""

    def __call__(
        self, context: MetricContext, kpi: str, period: Period, /
    ) -> tuple[Selection, ...]: ...


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
        KpiFamily(
            name,
            module.SPECS,
            getattr(module, "compute", None) or partial(_computed_of, module.SPECS),
            getattr(module, "explain", None) or partial(_explained_of, module.SPECS),
        )
        for name, module in modules
    )


def _computed_of(
    declared: tuple[KpiSpec, ...], context: MetricContext, period: Period
) -> pd.DataFrame:
    asked = Asked(context, period)
    frames = [values_of(spec, asked) for spec in declared]
    return pd.concat(frames, ignore_index=True)


def _explained_of(
    declared: tuple[KpiSpec, ...], context: MetricContext, kpi: str, period: Period
) -> tuple[Selection, ...]:
    figure = next(spec.figure for spec in declared if spec.id == kpi)
    return figure.explained(Asked(context, period)) if figure else ()


@cache
def specs() -> dict[str, KpiSpec]:
    """Every KPI's definition by id."""
    return {spec.id: spec for family in families() for spec in family.specs}


def explained(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The rows behind a figure of the context' one entity; none where a table it needs is missing.

    Raises KeyError for a KPI that is not defined.
    """
    spec = specs()[kpi]
    if not all(context.has(feed) for feed in spec.feeds):
        return ()
    family = next(family for family in families() if spec in family.specs)
    return family.explain(context, kpi, period)


def compute_all(
    context: MetricContext, periods: Iterable[Period], only: Collection[str] | None = None
) -> pd.DataFrame:
    """Every KPI for every entity and period whose grain it has, as one frame of KPI values.

    Figures that read the population are there where the context have its snapshot. `only` names
    the KPIs wanted, where not all are.
    """
    return _computed(
        context,
        periods,
        lambda spec, period: period.grain in spec.grains and (only is None or spec.id in only),
    )


def compute_needed(context: MetricContext, needed: NeededPeriods) -> pd.DataFrame:
    """What a report shows: every KPI of the whole periods, of the others those it sets beside
    them or charts."""
    return _computed(context, needed.every, needed.needs)


def _computed(context: MetricContext, periods: Iterable[Period], is_wanted: Wanted) -> pd.DataFrame:
    beside_whole = [spec.id for spec in specs().values() if spec.is_beside_whole]
    frames = [
        dated(
            told_where_unfinished(
                context, period, _family_values(family, context, period, wanted), beside_whole
            ),
            period,
        )
        for period in periods
        for family in families()
        if (wanted := [spec for spec in family.specs if _has(context, spec, period, is_wanted)])
    ]
    if not frames:
        return frame_of(KPI_DTYPES)
    return pd.concat(frames, ignore_index=True).astype(KPI_DTYPES)


def _has(context: MetricContext, spec: KpiSpec, period: Period, is_wanted: Wanted) -> bool:
    """Whether these entities have such a figure, and what it reads of others is at hand."""
    is_theirs = context.entity_type in spec.of
    is_readable = not spec.is_population or context.population is not None
    return is_theirs and is_readable and is_wanted(spec, period)


def _values(
    family: KpiFamily, spec: KpiSpec, context: MetricContext, period: Period
) -> pd.DataFrame:
    if spec.figure is not None:  # a score asks for other figures again
        asked = Asked(context, period)
        return context.once((spec.id, period), lambda: values_of(spec, asked))
    name = f"{family.name} of {period}"
    values = context.shared(name, partial(family.compute, context, period))
    return values[values["kpi"] == spec.id]


def _family_values(
    family: KpiFamily, context: MetricContext, period: Period, wanted: list[KpiSpec]
) -> pd.DataFrame:
    lacking = [spec for spec in wanted if not all(context.has(feed) for feed in spec.feeds)]
    parts = [without_value(context, spec, Missing.FEED_MISSING) for spec in lacking]
    if len(lacking) < len(wanted):
        kept = [spec for spec in wanted if spec not in lacking]
        parts += [_values(family, spec, context, period) for spec in kept]
    return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
