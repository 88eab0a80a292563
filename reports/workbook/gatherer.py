"""What the inputs of a renewal workbook are read from."""

from dataclasses import dataclass
from datetime import date

from reports.client import ClientFile
from reports.workbook.input_line import PRICES, InputLine, InputUnit
from reports.workbook.words import WorkbookWords
from transforms.core.rates import MissingRateError, RateKind
from transforms.renewals.client_evidence import RenewalEvidence
from transforms.renewals.requests import RenewalRequest

Found = tuple[float | int | None, str, date | None]
"""A value, where it comes from, and the day that it is of."""


@dataclass(frozen=True)
class Gatherer:
    """What inputs are read from."""

    client: ClientFile
    words: WorkbookWords
    request: RenewalRequest | None

    @property
    def evidence(self) -> RenewalEvidence:
        return self.client.dossier.renewal.evidence

    @property
    def day(self) -> date:
        return self.client.period.valuation_date

    def line(
        self,
        key: str,
        group: str,
        unit: InputUnit,
        found: Found,
        limits: tuple[float, float] = (0.0, 1.0),
    ) -> InputLine:
        value, source, as_of = found
        if value is None:
            source = self.words.say(f"missing.{key}")
        return InputLine(key, group, unit, value, source, as_of, *limits)

    def asked(self, column: str) -> Found | None:
        """A figure of the request, where it has one."""
        request = self.request
        if request is None or column not in request.figures:
            return None
        source = self.words.say("source.request", id=request.request_id)
        return request.figures[column], source, request.requested_date

    def asked_money(self, column: str) -> Found | None:
        """An amount of the request in the client's currency."""
        found = self.asked(column)
        if found is None or self.request is None:
            return None
        base = self.request.currency
        assert found[0] is not None
        try:
            minor = self.client.dossier.rates.convert(
                RateKind.MONTH_END, int(found[0]), base, self.client.currency, self.day
            )
        except MissingRateError:
            return None
        # A price of nothing is a price that nobody stated.
        is_stated = minor > 0 or column.removesuffix("_minor") not in PRICES
        return (minor, found[1], found[2]) if is_stated else None

    def policy(self, value: float) -> Found:
        return value, self.words.say("source.policy"), None

    def unknown(self) -> Found:
        return None, "", None
