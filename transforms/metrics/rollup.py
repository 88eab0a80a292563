"""Figures of many clients together, each by the roll-up that its definition declares.

Averages of clients' percentages are never a percentage of all of them: amounts are added,
ratios are the sums of their numerators over the sums of their denominators, and medians,
percentiles and scores are taken again from everybody's rows.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from transforms.core.canonical import frame_of
from transforms.core.periods import Period
from transforms.kpis import compute_all, specs
from transforms.metrics.kpi import KPI_DTYPES, Caveat, Missing, RollUp, Unit
from transforms.metrics.metric_context import MetricContext

PORTFOLIO = "portfolio"
"""The entity that all clients make up."""

_GROUP = ["entity_id", "kpi", "period"]
_ADDED = ["value", "value_minor", "numerator", "denominator", "rows"]
_RATIOS = (RollUp.RATIO_OF_SUMS, RollUp.RATIO_OF_ALL_SUMS)
ADDED_UP = (RollUp.SUM, *_RATIOS)
"""Roll-ups that make a group's figure of its clients' figures."""


class MixedCurrenciesError(ValueError):
    """Clients shown in different currencies cannot be added up: a fault of the caller."""

    def __init__(self, kpi: str) -> None:
        super().__init__(f"{kpi}: convert every client to one currency before adding them up")


@dataclass(frozen=True)
class Grouping:
    """Which entity of a kind (portfolio, manager, team, segment) each client belongs to.

    `entity_of` is by client id; clients that it lacks are in none.
    """

    entity_type: str
    entity_of: pd.Series


def rolled_values(
    context: MetricContext,
    periods: Iterable[Period],
    groupings: Sequence[Grouping],
    only: Collection[str] | None = None,
) -> pd.DataFrame:
    """Every figure of the groups' clients together, in the company's reporting currency.

    `context` hold all clients, each entity's currency being the reporting currency. A client
    without a value is in no sum, unless the figure's roll-up says otherwise; where that is for
    want of an exchange rate the note says `rate_missing`. Where no client has a value, neither
    has the group, for their reason. `only` names the KPIs wanted, where not all are.
    """
    chosen = tuple(periods)
    added = added_up(values_to_add(context, chosen, only), groupings)
    again = recomputed_for_groups(context, chosen, groupings, only)
    return pd.concat([added, again], ignore_index=True)


def values_to_add(
    context: MetricContext, periods: Iterable[Period], only: Collection[str] | None = None
) -> pd.DataFrame:
    """The clients' figures that `added_up` makes those of groups from; of some clients or all."""
    return compute_all(context, periods, _chosen(only, *ADDED_UP))


def added_up(values: pd.DataFrame, groupings: Sequence[Grouping]) -> pd.DataFrame:
    """Figures that are sums of clients', or ratios of sums, from `values_to_add` of everybody."""
    return _joined(roll_up(values, item.entity_type, item.entity_of) for item in groupings)


def recomputed_for_groups(
    context: MetricContext,
    periods: Iterable[Period],
    groupings: Sequence[Grouping],
    only: Collection[str] | None = None,
) -> pd.DataFrame:
    """Figures that are taken from the rows of all of a group's clients; `context` holds all."""
    again = _chosen(only, RollUp.DISTRIBUTION)
    chosen = tuple(periods)
    return _joined(compute_all(_together(context, item), chosen, again) for item in groupings)


def read_together(only: Collection[str] | None = None) -> Iterator[frozenset[str]]:
    """The ids of figures that are taken again, those that read the same tables together."""
    again = [specs()[name] for name in sorted(_chosen(only, RollUp.DISTRIBUTION))]
    for feeds in sorted({spec.feeds for spec in again}):
        yield frozenset(spec.id for spec in again if spec.feeds == feeds)


def _joined(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        return frame_of(KPI_DTYPES)
    return pd.concat(filled, ignore_index=True).astype(KPI_DTYPES)


def _together(context: MetricContext, grouping: Grouping) -> MetricContext:
    """The same rows, each group's accounts as one entity."""
    owner = context.entities["entity_id"].map(grouping.entity_of)
    grouped = context.entities.assign(entity_id=owner).loc[owner.notna()]
    entities = grouped.astype({"entity_id": "str"}).reset_index(drop=True)
    return context.grouped(entities, grouping.entity_type)


def roll_up(values: pd.DataFrame, entity_type: str, entity_of: pd.Series) -> pd.DataFrame:
    """Sums and ratios of sums of clients' values, by the entity each client belongs to.

    `values` are KPI values in one currency, `entity_of` is by client id (clients it lacks are
    left out). Figures with other roll-ups give no row: see `rolled_values`.
    """
    wanted = _with_roll_up(*ADDED_UP)
    kept = values.loc[values["kpi"].isin(list(wanted))]
    owner = kept["entity_id"].map(entity_of)
    members = kept.assign(entity_id=owner).loc[owner.notna()]
    if members.empty:
        return frame_of(KPI_DTYPES)
    _refuse_mixed_currencies(members)
    rolled = _without_value(members).join(_sums(members)).reset_index()
    return _finished(rolled, entity_type)


def _chosen(only: Collection[str] | None, *roll_ups: RollUp) -> frozenset[str]:
    found = _with_roll_up(*roll_ups)
    return found if only is None else found.intersection(only)


def _with_roll_up(*roll_ups: RollUp) -> frozenset[str]:
    return frozenset(spec.id for spec in specs().values() if spec.roll_up in roll_ups)


def _refuse_mixed_currencies(members: pd.DataFrame) -> None:
    money = members.loc[members["unit"] == Unit.MONEY.value]
    counted = money.groupby(_GROUP)["currency"].nunique()
    if (counted > 1).any():
        raise MixedCurrenciesError(str(counted.index[counted > 1][0][1]))


def _without_value(members: pd.DataFrame) -> pd.DataFrame:
    """By group: what all its rows share, and the reason that most of those without value give."""
    grouped = members.groupby(_GROUP, sort=False)
    shared = grouped[["currency", "unit", "version"]].first()
    without = members.loc[members["reason"] != ""]
    counted = without.groupby([*_GROUP, "reason"]).size().reset_index(name="clients")
    most = counted.sort_values(["clients", "reason"], ascending=[False, True], kind="stable")
    reason = most.drop_duplicates(_GROUP).set_index(_GROUP)["reason"]
    reason = reason.mask(reason.index.isin(_unpaid(members)), Missing.PAYMENT_UNKNOWN.value)
    unrated = counted.loc[counted["reason"] == Missing.RATE_MISSING.value].set_index(_GROUP)
    note = _caveats(members).reindex(shared.index).fillna("")
    is_unrated = shared.index.isin(unrated.index)
    return shared.join(reason).assign(note=note.mask(is_unrated, Caveat.RATE_MISSING.value))


def _caveats(members: pd.DataFrame) -> "pd.Series[str]":
    """By group: what must be said beside the figure of any client in it."""
    said = members.loc[(members["reason"] == "") & (members["note"] != "")]
    return said.groupby(_GROUP)["note"].min()


def _sums(members: pd.DataFrame) -> pd.DataFrame:
    """What those with a value add up to; missing where nobody has one."""
    having = members.loc[is_in_sums(members)]
    sums = having.groupby(_GROUP)[_ADDED].sum(min_count=1)
    return sums.loc[~sums.index.isin(_unpaid(members))]


def is_in_sums(values: pd.DataFrame) -> "pd.Series[bool]":
    """Which clients' values groups add up: those there are, and where a loss of revenue leaves
    a client without a ratio, the sums that its ratio would be made of."""
    counts_all = values["kpi"].isin(list(_with_roll_up(RollUp.RATIO_OF_ALL_SUMS)))
    has_both = values["numerator"].notna() & values["denominator"].notna()
    return (values["reason"] == "") | (counts_all & has_both)


def _unpaid(members: pd.DataFrame) -> pd.Index:
    """Groups with a client of whom nobody knows what is paid: what the others owe is no total."""
    unknown = members.loc[members["reason"] == Missing.PAYMENT_UNKNOWN.value]
    return pd.MultiIndex.from_frame(unknown[_GROUP]).unique()


def _finished(rolled: pd.DataFrame, entity_type: str) -> pd.DataFrame:
    """KPI values: a ratio is divided anew, and reason and note stand where they belong."""
    over = rolled["denominator"]
    is_ratio = rolled["kpi"].isin(list(_with_roll_up(*_RATIOS)))
    value = rolled["value"].where(~is_ratio, (rolled["numerator"] / over).where(over > 0))
    has_value = value.notna() | rolled["value_minor"].notna()
    frame = rolled.assign(
        entity_type=entity_type,
        value=value,
        rows=rolled["rows"].fillna(0),
        reason=rolled["reason"].where(~has_value, ""),
        note=rolled["note"].where(has_value, ""),
    )
    return frame[list(KPI_DTYPES)].astype(KPI_DTYPES)
