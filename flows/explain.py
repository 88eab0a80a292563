"""One figure with its working: computed anew on what was known, with every row behind it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

import pandas as pd

from flows.client_files import kpi_values
from flows.known_at import cut_off, parse_cut_off
from flows.known_rows import known_rows
from flows.settings import Settings
from flows.shards import NoAccountsError
from transforms.errors import CarteraError
from transforms.explained import Selection
from transforms.facts import Facts, client_entities
from transforms.kpi import KpiSpec, KpiValue
from transforms.kpis import compute_all, explained, specs
from transforms.periods import Period
from transforms.rates import Rates
from transforms.rollup import PORTFOLIO, portfolio_values
from warehouse import open_warehouse


class UnknownClientError(CarteraError):
    """Neither an account's id nor its name."""

    exit_code = 2

    def __init__(self, asked: str, nearest: Iterable[str]) -> None:
        super().__init__(f"no client is called '{asked}'{_nearest(nearest)}")


class UnknownKpiError(CarteraError):
    """Not a figure of the dictionary."""

    exit_code = 2

    def __init__(self, asked: str, nearest: Iterable[str]) -> None:
        super().__init__(f"no figure is called '{asked}'{_nearest(nearest)}")


class WrongGrainError(CarteraError):
    """A figure that does not exist for periods of this length."""

    exit_code = 2

    def __init__(self, spec: KpiSpec, period: Period) -> None:
        grains = ", ".join(grain.value for grain in spec.grains)
        super().__init__(
            f"{spec.id} is a figure of a {grains}, and {period} is a {period.grain.value}: "
            "name another period."
        )


def _nearest(names: Iterable[str]) -> str:
    found = "; ".join(names)
    return f": did you mean {found}?" if found else ": `cartera kpis` lists what there is."


@dataclass(frozen=True)
class Explanation:
    """A figure of one client (or of the portfolio), and the rows behind it."""

    client_id: str
    client_name: str
    currency: str
    spec: KpiSpec
    value: KpiValue
    known_at: datetime
    selections: tuple[Selection, ...]
    """Empty where a table that the figure needs is not there."""

    @property
    def period(self) -> Period:
        return self.value.period


def explain(
    settings: Settings, client: str, kpi: str, period: str, known_at: str | None = None
) -> Explanation:
    """The figure as it was known at the cut-off.

    `client` is the id or the name of any of its accounts, or `portfolio`. Reads the
    warehouse and stores nothing: exports that no run has loaded yet are not in it.
    """
    spec = _spec(kpi)
    chosen = Period.parse(period, settings.company.fiscal_start_month)
    if chosen.grain not in spec.grains:
        raise WrongGrainError(spec, chosen)
    asked = parse_cut_off(known_at, settings.company.time_zone) if known_at else None
    with open_warehouse(settings.warehouse_url) as warehouse:
        cut = cut_off(warehouse, asked)
        accounts = known_rows(warehouse, cut, names=("accounts",)).rows("accounts")
        if accounts.empty:
            raise NoAccountsError(())
        entities = client_entities(accounts, settings.company.reporting_currency)
        client_id = PORTFOLIO if client == PORTFOLIO else _client_id(client, accounts, entities)
        ours = _entities_of(client_id, entities, settings)
        tables = known_rows(warehouse, cut, tuple(ours["account_id"]))
    facts = Facts(tables, ours, settings.policy, Rates.from_frame(tables.rows("fx_rates")))
    return Explanation(
        client_id,
        PORTFOLIO if client_id == PORTFOLIO else _names(accounts)[client_id],
        str(ours["currency"].iloc[0]),
        spec,
        _value(facts, client_id, spec, chosen),
        cut,
        explained(_together(facts), spec.id, chosen),
    )


def _spec(kpi: str) -> KpiSpec:
    known = specs()
    if kpi not in known:
        raise UnknownKpiError(kpi, get_close_matches(kpi.lower(), list(known), 3, 0.5))
    return known[kpi]


def _names(accounts: pd.DataFrame) -> dict[str, str]:
    return dict(zip(accounts["account_id"], accounts["account_name"], strict=True))


def _client_id(asked: str, accounts: pd.DataFrame, entities: pd.DataFrame) -> str:
    """The reporting client of an account given by id or by name."""
    client_of = dict(zip(entities["account_id"], entities["entity_id"], strict=True))
    if asked in client_of:
        return client_of[asked]
    plain = {_plain(name): account for account, name in _names(accounts).items()}
    if _plain(asked) in plain:
        return client_of[plain[_plain(asked)]]
    near = get_close_matches(_plain(asked), list(plain), 3, 0.4)
    near = near or get_close_matches(asked, list(client_of), 3, 0.6)
    names = _names(accounts)
    accounts_near = [plain.get(item, item) for item in near]
    raise UnknownClientError(asked, [f"{names[item]} ({item})" for item in accounts_near])


def _plain(text: str) -> str:
    """Small letters without accents, as people type names."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter)).strip()


def _entities_of(client_id: str, entities: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    if client_id == PORTFOLIO:
        return entities.assign(currency=settings.company.reporting_currency)
    return entities[entities["entity_id"] == client_id].reset_index(drop=True)


def _together(facts: Facts) -> Facts:
    """All accounts as one entity, which they are already where they are one client's."""
    if len(facts.currencies) == 1:
        return facts
    return facts.grouped(facts.entities.assign(entity_id=PORTFOLIO), PORTFOLIO)


def _value(facts: Facts, client_id: str, spec: KpiSpec, period: Period) -> KpiValue:
    if client_id == PORTFOLIO:
        frame = portfolio_values(facts, [period])
        frame = frame[frame["kpi"] == spec.id]
    else:
        frame = compute_all(facts, [period], [spec.id])
    return kpi_values(frame, period.fiscal_start_month)[spec.id, str(period)]
