"""What every sheet of one renewal workbook is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.client import ClientFile
from reports.workbook.formulas.address import fixed
from reports.workbook.input_line import InputLine, InputUnit
from reports.workbook.style import WHOLE, exact_money
from reports.workbook.words import WorkbookWords
from transforms.billing.invoiced_lines import InvoicedLine, sums_by
from transforms.core.money import exponent, to_major
from transforms.renewals.approval import FINANCE, Approval
from transforms.renewals.inputs import RenewalInputs
from transforms.renewals.offers import Offer, Outcome
from transforms.renewals.precedents import Precedent, of_like_size
from transforms.renewals.renewal_date import RenewalBasis
from transforms.renewals.requests import RenewalRequest
from transforms.renewals.running_contracts import Agreement
from transforms.renewals.solver import Solution

OFFERS = tuple(Offer)
"""Every offer has its column, also where it cannot be put into numbers."""

_WHOLE_FROM_MAJOR = 10_000
_MOST_YEARS = 5
_DIGIT = 1.12
"""A bold digit in characters of a column's width, with the room around it."""


@dataclass(frozen=True)
class Brief:
    """One client's renewal, gathered and computed, before a cell is placed."""

    client: ClientFile
    words: WorkbookWords
    renewal_date: date
    basis: RenewalBasis
    request: RenewalRequest | None
    """None where nothing was asked."""
    lines: tuple[InputLine, ...]
    inputs: RenewalInputs
    outcomes: tuple[Outcome, ...]
    solution: Solution | None
    """The counteroffer; None without price or cost."""
    invoiced: tuple[InvoicedLine, ...]
    successor: Agreement | None
    """The signed contract that follows: the renewal is settled. None while it is open."""
    titles: Mapping[str, str]
    """Sheet titles by key."""

    def outcome(self, offer: Offer) -> Outcome | None:
        """What the offer leads to; None where it cannot be put into numbers."""
        return next((item for item in self.outcomes if item.offer is offer), None)

    @property
    def precedents(self) -> tuple[Precedent, ...]:
        """Decided renewals of clients like this one; none where its size is not known."""
        price, rate = self.inputs.price_minor, self.inputs.exchange_rate
        if not price or rate is None:
            return ()
        return of_like_size(self.client.precedents, price * rate)

    def line(self, key: str) -> InputLine:
        """The input of this key."""
        return next(line for line in self.lines if line.key == key)

    def at(self, sheet: str, row: int, column: int) -> str:
        """A cell of another sheet, as formulas write it."""
        title = self.titles[sheet].replace("'", "''")
        return f"'{title}'!{fixed(row, column)}"

    def major(self, minor: float | int | None) -> float | int | None:
        """Minor units as the cells hold them."""
        if minor is None:
            return None
        digits = exponent(self.client.currency)
        if isinstance(minor, int):
            exact = to_major(minor, self.client.currency)
            return float(exact) if digits else int(exact)
        return minor / 10**digits

    def known(self, needed: Sequence[str], formula: str) -> str:
        """The formula where all of the needed cells hold numbers, else what stands for none."""
        return f'IF(COUNT({",".join(needed)})<{len(needed)},"{self.words.absent}",{formula})'

    def priced(self, needed: Sequence[str], formula: str) -> str:
        """The formula where there is a price above nothing and all of the needed numbers."""
        return self.known(["in_price", *needed], f'IF(in_price>0,{formula},"{self.words.absent}")')

    @property
    def lines_totals(self) -> Mapping[str, float]:
        """Sum of the invoice lines by their currency, from the rows themselves."""
        sums = sums_by(self.invoiced, lambda line: line.currency)
        return {
            currency: float(to_major(minor, currency)) for currency, minor in sorted(sums.items())
        }

    @property
    def money(self) -> str:
        """Number format of amounts: whole units once prices are large."""
        price = self.major(self.inputs.price_minor or self.inputs.list_price_minor or 0)
        is_large = price is not None and price >= _WHOLE_FROM_MAJOR
        return "#,##0" if is_large else self.exact_money

    @property
    def exact_money(self) -> str:
        """Number format of amounts to the last minor unit."""
        return exact_money(self.client.currency)

    @property
    def percent(self) -> str:
        """Number format of shares."""
        return self.words.formats.office_percent(1)

    @property
    def years(self) -> str:
        """Number format of a term: its unit in the singular where it is one."""
        one, many = (self.words.say(f"unit.{key}") for key in ("one_year", "whole_years"))
        return f'[=1]0" {one}";0" {many}"'

    def input_format(self, unit: InputUnit) -> str:
        """Number format of an input."""
        return {
            InputUnit.MONEY: self.exact_money,
            InputUnit.SHARE: self.percent,
            InputUnit.GROWTH: self.percent,
            InputUnit.WHOLE_YEARS: WHOLE,
            InputUnit.RATE: "0.000000",
            InputUnit.NUMBER: "0.00",
            InputUnit.DAYS: "0",
            InputUnit.MONTHS: "0",
            InputUnit.CHOICE: f'"{self.yes}";;"{self.no}"',
        }[unit]

    def figure_width(self, least: float) -> float:
        """Characters that a column needs for the largest present worth or contract value."""
        price = self.inputs.price_minor or self.inputs.list_price_minor or 0
        largest = self.major(price * _MOST_YEARS) or 0
        digits = 2 if self.money == self.exact_money and exponent(self.client.currency) else 0
        return max(least, len(f"{-largest:,.{digits}f}") * _DIGIT)

    @property
    def footer(self) -> str:
        """At the foot of every printed page: client, edition, page of pages."""
        client = _shortened(self.client.client_name, 60).replace("&", "&&")
        left = self.words.say("common.footer", client=client, edition=self.client.edition[:12])
        return f'&L&"Arial,Regular"&8{left}&R&"Arial,Regular"&8&P / &N'

    @property
    def client_line(self) -> str:
        """Client, renewal date and currency, under every title."""
        return self.words.say(
            "common.client_line",
            client=_shortened(self.client.client_name, 80),
            renewal=self.words.day(self.renewal_date),
            currency=self.client.currency,
        )

    @property
    def yes(self) -> str:
        return self.words.say("common.yes")

    @property
    def no(self) -> str:
        return self.words.say("common.no")

    @property
    def never(self) -> str:
        return self.words.say("common.never")

    def approver(self, key: str) -> str:
        """The approver's title; one of a company's own settings stands as it is written there."""
        entry = f"approver.{key}"
        return self.words.say(entry) if self.words.has(entry) else key.replace("_", " ")

    def approving(self, approval: Approval) -> str:
        """Everybody who has to approve."""
        approver = self.approver(approval.approver)
        if not approval.joins_finance:
            return approver
        return self.words.say("approver_joined", approver=approver, finance=self.approver(FINANCE))

    def rule(self, approval: Approval) -> str:
        """The rules of the policy that fired."""
        told = self.words.say(f"approval_reason.{approval.reason.value}")
        if not approval.joins_finance:
            return told
        return f"{told}; {self.words.say('approval_reason.margin_floor')}"

    def reporting_major(self, minor: int) -> float:
        """An amount of the company's reporting currency as cells hold it."""
        return float(to_major(minor, self.client.policy.reporting_currency))


def _shortened(name: str, length: int) -> str:
    """A name that fits one line; the lineage sheet has it whole."""
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"
