"""Everything the portfolio workbook says, gathered before a cell is placed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from reports.workbook.renewal_line import RenewalLine
from reports.workbook.style import exact_money
from reports.workbook.words import WorkbookWords
from transforms.clients.partners import PartnerLine
from transforms.clients.scorecard import Scorecard
from transforms.core.cells import number_of, records, text_of, whole_of
from transforms.core.money import to_major
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.renewals.precedents import Precedent
from transforms.service.delivery_tasks import WaitingTask


@dataclass(frozen=True)
class LoadedRows:
    """What became of the loaded rows of one table in one currency."""

    table_name: str
    currency: str
    shown_rows: int
    shown_minor: int
    held_rows: int
    held_minor: int
    outside_rows: int
    outside_minor: int


@dataclass(frozen=True)
class NamedScorecard:
    """What a manager or a team achieved, and its name."""

    entity_type: str
    """`manager` or `team`."""
    name: str
    card: Scorecard


@dataclass(frozen=True)
class PortfolioFile:
    """A company's whole book at one period."""

    language: str
    period: Period
    data_date: date
    policy: Policy
    edition: str
    renewals: tuple[RenewalLine, ...]
    figures: pd.DataFrame
    """Money and other KPI values of the period: entity_type, entity_id, kpi, value_minor, value,
    currency, note."""
    clients: frozenset[str]
    """Ids of the reporting clients."""
    names: Mapping[str, tuple[str, str]]
    """An account's name and, of a reporting client, its manager's, by account id."""
    segments: Mapping[str, str]
    """Segments of accounts that have one, by account id."""
    precedents: Mapping[str, tuple[Precedent, ...]]
    """Decided renewals by segment; under the empty one those of accounts without."""
    manager_names: Mapping[str, str]
    targets: pd.DataFrame
    """Rows of `targets` for the period."""
    scorecards: tuple[NamedScorecard, ...]
    partners: tuple[PartnerLine, ...]
    waiting: tuple[WaitingTask, ...]
    """Clients' tasks that wait for a team at the period's end."""
    rates: Mapping[str, float]
    """Month-end rate at the valuation date into the reporting currency, where known."""
    controls: pd.DataFrame
    loaded: tuple[LoadedRows, ...]
    held: tuple[str, ...]
    """Names of the clients whose files are held back."""
    earlier: tuple[str, ...]
    """`source table` of rows that stem from an earlier export than the newest."""

    @property
    def words(self) -> WorkbookWords:
        return WorkbookWords(self.language, self.language, self.currency)

    @property
    def currency(self) -> str:
        return self.policy.reporting_currency

    @property
    def titles(self) -> Mapping[str, str]:
        """Sheet titles by key."""
        keys = (
            *("overview", "calendar", "renewals", "renewal_pivot", "decisions", "mrr", "ageing"),
            *("targets", "managers", "partners", "reconciliation", "filtered", "loaded", "about"),
            *("concentration", "blocking"),
        )
        return {key: self.words.say(f"portfolio_titles.{key}") for key in keys}

    @property
    def money(self) -> str:
        """Number format of amounts in the reporting currency."""
        return exact_money(self.currency)

    @property
    def percent(self) -> str:
        return self.words.formats.office_percent(1)

    def major(self, minor: int | None, currency: str) -> float | None:
        """Minor units of a currency as cells hold them; None stays."""
        return None if minor is None else float(to_major(minor, currency))

    def figure(self, kpi: str) -> int | None:
        """A money figure of the portfolio, in minor units of the reporting currency."""
        return self.minor_of("portfolio", kpi).get("portfolio")

    def minor_of(self, entity_type: str, kpi: str) -> Mapping[str, int]:
        """Known money figures of a KPI by entity."""
        return self._minor.get((entity_type, kpi), {})

    def value_of(self, entity_type: str, kpi: str) -> Mapping[str, float]:
        """Known figures of a KPI that are no money, by entity."""
        return self._values.get((entity_type, kpi), {})

    @cached_property
    def _values(self) -> Mapping[tuple[str, str], Mapping[str, float]]:
        found: dict[tuple[str, str], dict[str, float]] = {}
        for row in records(self.figures):
            if (value := number_of(row["value"])) is not None:
                key = str(row["entity_type"]), str(row["kpi"])
                found.setdefault(key, {})[str(row["entity_id"])] = value
        return found

    @cached_property
    def _minor(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        # Read once: looked up anew for every client and figure, a book of thousands takes minutes.
        found: dict[tuple[str, str], dict[str, int]] = {}
        for row in records(self.figures):
            if (minor := row["value_minor"]) is not None:
                key = str(row["entity_type"]), str(row["kpi"])
                found.setdefault(key, {})[str(row["entity_id"])] = whole_of(minor)
        return found

    @cached_property
    def noted(self) -> Mapping[str, frozenset[str]]:
        """By caveat, the KPIs of which some figure has it beside it."""
        listed = self.figures[["note", "kpi"]].drop_duplicates().astype("str")
        of_cards = (figure for one in self.scorecards for figure in one.card.figures)
        found: dict[str, set[str]] = {}
        for note, kpi in zip(listed["note"], listed["kpi"], strict=True):
            found.setdefault(note, set()).add(kpi)
        for figure in of_cards:
            found.setdefault(figure.note, set()).add(figure.kpi)
        return {note: frozenset(kpis) for note, kpis in found.items()}

    def currency_of(self, client_id: str) -> str:
        """The currency that a client's figures are in."""
        return self._currencies.get(client_id, self.currency)

    @cached_property
    def _currencies(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for row in records(self.figures[["entity_id", "currency"]]):
            if code := text_of(row["currency"]):
                found.setdefault(str(row["entity_id"]), code)
        return found

    @property
    def footer(self) -> str:
        """At the foot of every printed page."""
        name = self.policy.company_name.replace("&", "&&")
        left = self.words.say("common.footer", client=name, edition=self.edition[:12])
        return f'&L&"Arial,Regular"&8{left}&R&"Arial,Regular"&8&P / &N'

    @property
    def line(self) -> str:
        """Company, period and currency, under every title."""
        return self.words.say(
            "portfolio.line",
            company=self.policy.company_name,
            period=str(self.period),
            day=self.words.day(self.period.valuation_date),
            currency=self.currency,
        )
