"""The KPI dictionary: one file a figure, or a family of figures that share one computation.

A file here has `SPECS`, a tuple of `KpiSpec`: the `figure` of each says once which rows count and
what is taken of them, and value, working and explanation follow from that (see
`transforms.metrics.figures`). Dropping the file into this folder is all it takes.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import pandas as pd

from messages.clause import clause
from transforms.core.canonical import frame_of
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.columns_named import ColumnLook
from transforms.metrics.explained import Selection
from transforms.metrics.kept_out import told_where_kept_out
from transforms.metrics.kpi import KPI_DTYPES, Direction, KpiSpec, Missing, Place
from transforms.metrics.kpi_faults import FigureFileError, check_figures
from transforms.metrics.kpi_frame import dated, values_of, without_value
from transforms.metrics.kpi_periods import NeededPeriods
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.partly_joined import told_where_few_join
from transforms.metrics.unfinished import told_where_unfinished

Wanted = Callable[[KpiSpec, Period], bool]


@dataclass(frozen=True)
class KpiFamily:
    """One file of this folder."""

    name: str
    specs: tuple[KpiSpec, ...]


@cache
def families() -> tuple[KpiFamily, ...]:
    """Every file of the folder, by name. Raises FigureFileError for one that cannot work."""
    names = sorted(item.name for item in iter_modules(__path__))
    found = tuple(KpiFamily(name, _specs_in(name)) for name in names)
    check_figures((_told(family.name), spec) for family in found for spec in family.specs)
    return found


def check_columns() -> None:
    """Raises FigureFileError for the first figure that names a column its rows do not have.

    No row is read; it takes some tenths of a second, which not every command has.
    """
    look = ColumnLook()
    for family in families():
        for spec in family.specs:
            if (lacking := look.unknown(spec.figure)) is not None:
                facts = {"table": lacking.table, "column": lacking.column}
                told = clause("figure-unknown-column", kpi=spec.id, **facts)
                raise FigureFileError(_told(family.name), told)


def _specs_in(name: str) -> tuple[KpiSpec, ...]:
    try:
        return import_module(f"{__name__}.{name}").SPECS
    except (TypeError, AttributeError) as error:  # of a part that is not there, or is no part
        raise FigureFileError(_told(name), clause("figure-invalid", why=str(error))) from error


def _told(name: str) -> str:
    return f"transforms/kpis/{name}.py"


@cache
def specs() -> dict[str, KpiSpec]:
    """Every KPI's definition by id."""
    return {spec.id: spec for family in families() for spec in family.specs}


@cache
def shown_at(place: Place) -> tuple[str, ...]:
    """The ids of the figures shown at a place, in their turn."""
    turns = [
        (at.turn, spec.id) for spec in specs().values() for at in spec.shown if at.place is place
    ]
    return tuple(kpi for _, kpi in sorted(turns))


def sign_in_bridge(kpi: str) -> int:
    """Whether a step of the bridge is added (1) or taken away (-1)."""
    return -1 if specs()[kpi].direction is Direction.DOWN else 1


def explained(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The rows behind a figure of the context's one entity; none where a table it needs is missing.

    Raises KeyError for a KPI that is not defined.
    """
    spec = specs()[kpi]
    if not all(context.has(feed) for feed in spec.feeds):
        return ()
    return spec.figure.explained(Asked(context, period))


def compute_all(
    context: MetricContext, periods: Iterable[Period], only: Collection[str] | None = None
) -> pd.DataFrame:
    """Every KPI for every entity and period whose grain it has, as one frame of KPI values.

    Figures that read the population are there where the context has its snapshot. `only` names
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
    of_few = [spec.id for spec in specs().values() if context.few_join.intersection(spec.feeds)]
    frames = [
        dated(
            told_where_unfinished(
                context,
                period,
                told_where_few_join(_family_values(context, period, wanted), of_few),
                beside_whole,
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


def _values(spec: KpiSpec, context: MetricContext, period: Period) -> pd.DataFrame:
    """Kept, as a score asks for other figures again."""
    asked = Asked(context, period)
    return context.once(
        (spec.id, period), lambda: told_where_kept_out(values_of(spec, asked), spec, asked)
    )


def _family_values(
    context: MetricContext, period: Period, wanted: Iterable[KpiSpec]
) -> pd.DataFrame:
    parts = [
        _values(spec, context, period)
        if all(context.has(feed) for feed in spec.feeds)
        else without_value(context, spec, Missing.FEED_MISSING)
        for spec in wanted
    ]
    return parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
