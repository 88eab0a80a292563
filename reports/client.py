"""Everything a report may say about one client, gathered before a word is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reports.brand import Logo
from reports.brand.client_logo import LogoFault
from transforms.clients.dossier import Dossier
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.kpi import KpiValue
from transforms.renewals.decided import DecidedCurve
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.precedents import Precedent


class FigureNotComputedError(LookupError):
    """A report asks for a figure that its run did not compute: a fault of ours."""


@dataclass(frozen=True)
class KpiBook:
    """One client's figures by KPI and period name."""

    client_id: str
    values: Mapping[tuple[str, str], KpiValue]

    def get(self, kpi: str, period: Period) -> KpiValue:
        """The figure: a number, or the reason why there is none.

        Raises FigureNotComputedError where it was not computed: no reason is known then.
        """
        found = self.find(kpi, period)
        if found is None:
            raise FigureNotComputedError(f"{kpi} of {period}")
        return found

    def find(self, kpi: str, period: Period) -> KpiValue | None:
        """The figure where it was computed."""
        return self.values.get((kpi, str(period)))


@dataclass(frozen=True)
class RowFault:
    """A row of the client's that a rule found fault with; `severity` says what became of it."""

    rule: str
    names: Mapping[str, str]
    """What the rule asks for, by language."""
    table: str
    severity: str
    source_file: str
    """Inside its delivery's folder: the same fault of the next one is no news."""
    source_line: int | None


@dataclass(frozen=True)
class CausingRow:
    """A row that entered a figure only before (`gone`), only now (`come`), or that says
    something else now (`changed`)."""

    change: str
    table: str
    source: str
    source_file: str
    source_line: int


@dataclass(frozen=True)
class Restated:
    """A figure that a published deck of this client showed, and that reads otherwise now."""

    kpi: str
    period: str
    shown: KpiValue
    now: KpiValue
    causes: tuple[CausingRow, ...] = ()
    """The first of the rows that made the difference; empty where they were not looked up."""


@dataclass(frozen=True)
class Remark:
    """What the manager wrote into an edition, carried into the next one of that `kind`.

    `place` is a slide's name, or `action:<rule>` for an action that was chosen.
    """

    kind: str
    place: str
    text: str


@dataclass(frozen=True)
class ClientLogo:
    """The file of a client's logo, and the picture or the reason why it is none."""

    name: str
    logo: Logo | None = None
    mark: str = ""
    """Changes with the file's content."""
    fault: LogoFault | None = None


@dataclass(frozen=True)
class ClientFile:
    """One reporting client at one period: who it is, its figures, and what its rows say."""

    client_id: str
    client_name: str
    language: str
    """`es` or `en`."""
    locale: str
    """BCP-47 tag that numbers and dates follow, such as es-MX."""
    currency: str
    period: Period
    data_date: date
    """The day up to which exports had been landed."""
    manager_name: str
    manager_email: str
    kpis: KpiBook
    dossier: Dossier
    policy: Policy
    edition: str
    """Identifies what the file was made from; see the glossary in docs."""
    faults: tuple[RowFault, ...] = ()
    restated: tuple[Restated, ...] = ()
    remarks: tuple[Remark, ...] = ()
    decision: RenewalDecision | None = None
    """What finance typed into the last workbook of this renewal, if it was imported."""
    decided: DecidedCurve | None = None
    """How discounts were taken at the company's own decided renewals; None for too few."""
    precedents: tuple[Precedent, ...] = ()
    """Decided renewals of other clients of its segment, the newest first."""
    margins_after: Mapping[str, float] = field(default_factory=dict[str, float])
    """Margins after its own decided requests, by request, as far as they are known."""
    sector: str = ""
    """Its industry in the words of the CRM."""
    logo: ClientLogo | None = None
    home_locale: str = ""
    """BCP-47 tag of the company itself, for reports that are not in the client's language."""

    @property
    def company_locale(self) -> str:
        """As the company writes, for files that only its own people read: their program shows
        cells that way too."""
        return home_or(self.language, self.home_locale or self.locale)

    @property
    def written_locale(self) -> str:
        """The client's own; in a report of another language, as the company writes."""
        is_own = self.locale.split("-")[0].lower() == self.language
        return self.locale if is_own else home_or(self.language, self.home_locale)


def home_or(language: str, home_locale: str) -> str:
    """The company's own locale where it is of this language, else the language alone."""
    return home_locale if home_locale.split("-")[0].lower() == language else language
