"""What comes up for renewal, what of it is at risk, by month, class and manager, and drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.renewal_terms import RenewalTerms, whole
from portal.visit import Visit
from warehouse.portal.records import ClientSummary

_WIDTH, _HEIGHT = 120, 96
"""Of the longest bar and the highest column, in units of the drawings."""


@dataclass(frozen=True)
class Outlook:
    """Renewals of one kind, a year, in the reporting currency and without its code; a text is
    empty where no renewal's is known."""

    key: str
    name: str
    clients: int
    """Active ones."""
    renewals: int
    due: str
    forecast: str
    risk: str
    unknown: int
    """Renewals without price, rate or probability: what is at risk of them is not known."""
    due_size: int
    """Of its bar, the highest of its table being 100."""
    risk_size: int

    @property
    def width(self) -> int:
        return self.due_size * _WIDTH // 100

    @property
    def risk_width(self) -> int:
        return self.risk_size * _WIDTH // 100

    @property
    def height(self) -> int:
        return self.due_size * _HEIGHT // 100

    @property
    def risk_height(self) -> int:
        return self.risk_size * _HEIGHT // 100


@dataclass(frozen=True)
class Portfolio:
    """The clients that a reader sees, and what their renewals say."""

    who: Visit
    clients: Sequence[ClientSummary]
    terms: Mapping[str, RenewalTerms]
    """By client, of those with a renewal ahead."""

    def total(self) -> Outlook:
        return self._by([""], lambda _: "", lambda _: "")[0]

    def months(self) -> list[Outlook]:
        """In their turn; clients without a renewal are in none."""
        found = sorted({item.month for item in self.terms.values()})
        return self._by(found, self._month, self._month_name)

    def classes(self, standings: Sequence[str], name: Callable[[str], str]) -> list[Outlook]:
        """The best first, then those without a class, where there are any."""
        rest = any(not item.standing for item in self.clients if item.is_active)
        keys = (*standings, *([""] if rest else []))
        return self._by(keys, lambda client: client.standing, name)

    def managers(self) -> dict[str, Outlook]:
        """By name."""
        names = sorted({item.manager_name for item in self.clients})
        found = self._by(names, lambda client: client.manager_name, str)
        return {item.key: item for item in found}

    def _month(self, client: ClientSummary) -> str:
        told = self.terms.get(client.client_id)
        return told.month if told else "-"

    def _month_name(self, month: str) -> str:
        return self.who.formats.month(date.fromisoformat(f"{month}-01"))

    def _by(
        self,
        keys: Iterable[str],
        key: Callable[[ClientSummary], str],
        name: Callable[[str], str],
    ) -> list[Outlook]:
        groups = {one: [item for item in self.clients if key(item) == one] for one in keys}
        most = max((self._due(clients) or 0 for clients in groups.values()), default=0)
        return [self._outlook(one, name(one), of, most) for one, of in groups.items()]

    def _outlook(self, key: str, name: str, of: Sequence[ClientSummary], most: int) -> Outlook:
        terms, due = self._terms(of), self._due(of)
        risk = _sum(item.risk_minor for item in terms)
        return Outlook(
            key=key,
            name=name,
            clients=sum(client.is_active for client in of),
            renewals=len(terms),
            due=self._money(due),
            forecast=self._money(_sum(item.forecast_minor for item in terms)),
            risk=self._money(risk),
            unknown=sum(item.risk_minor is None for item in terms),
            due_size=_share(due, most),
            risk_size=_share(risk, most),
        )

    def _terms(self, of: Iterable[ClientSummary]) -> list[RenewalTerms]:
        return [self.terms[item.client_id] for item in of if item.client_id in self.terms]

    def _due(self, of: Iterable[ClientSummary]) -> int | None:
        return _sum(item.reported_minor for item in self._terms(of))

    def _money(self, minor: int | None) -> str:
        currency = self.who.portal.settings.policy.reporting_currency
        return "" if minor is None else whole(self.who.formats, minor, currency)


def _sum(found: Iterable[int | None]) -> int | None:
    """Of what is known; None where nothing is."""
    known = [minor for minor in found if minor is not None]
    return sum(known) if known else None


def _share(minor: int | None, most: int) -> int:
    """In hundredths of the longest; what there is can be seen."""
    return max(1, round(100 * minor / most)) if minor and most else 0
