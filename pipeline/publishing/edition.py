"""The edition of a file: the hash of its recipe, which lists what the file shows and nothing else.

Each kind of file has its own recipe. Neither the run, the clock, another period, another client
nor the day of the newest delivery enters one: what changes nothing in a file leaves its edition,
and so the file, as it is. Where one is missing here that a file shows, a stale file would stand.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from importlib.metadata import version

import pandas as pd

from messages.catalogue import catalogue
from reports.client import Remark, Restated, RowFault
from reports.workbook.portfolio.book import LoadedRows, NamedScorecard
from reports.workbook.renewal_line import RenewalLine
from transforms.clients.partners import PartnerLine
from transforms.core.policy import Policy
from transforms.renewals.decided import DecidedCurve
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.precedents import Precedent

DECK_LIBRARY, WORKBOOK_LIBRARY = "python-pptx", "XlsxWriter"


@dataclass(frozen=True)
class Making:
    """How a file is made, whatever it says."""

    kind: str
    language: str
    cartera: str
    """Its version stands for definitions, composers and the layouts that it ships."""
    library: str
    """What writes the bytes, with its version; empty for text."""
    wording: str
    """The fingerprint of the language's catalogues."""
    brand: str = ""
    """The mark of the company's own; empty for the shipped one, and where none is shown."""


@dataclass(frozen=True)
class ClientMatter:
    """What files of one client may show of it; each recipe takes the rows and figures it reads."""

    client_id: str
    client_name: str
    locale: str
    home_locale: str
    currency: str
    manager_name: str
    manager_email: str
    period: str
    valuation_date: date
    policy: Mapping[str, object]
    """See `policy_read`."""
    rows: Mapping[str, str]
    """By canonical table, the fingerprint of the client's rows."""
    figures: str
    """The fingerprint of its figures, each with the version of its definition."""
    had_by_like: tuple[str, ...] = ()
    """Products that clients like it have, where it is said what may be offered to it."""


@dataclass(frozen=True)
class DeckRecipe:
    """A client's deck."""

    making: Making
    client: ClientMatter
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class ReviewRecipe:
    """The internal review of a client."""

    making: Making
    client: ClientMatter
    remarks: tuple[Remark, ...]
    faults: tuple[RowFault, ...]
    restated: tuple[Restated, ...]
    compared: str
    """The fingerprint of the figures that set the client beside all others."""
    decision: RenewalDecision | None
    decided: DecidedCurve | None


@dataclass(frozen=True)
class WorkbookRecipe:
    """A client's renewal workbook."""

    making: Making
    client: ClientMatter
    decision: RenewalDecision | None
    decided: DecidedCurve | None
    precedents: tuple[Precedent, ...]
    margins_after: Mapping[str, float]
    faults: tuple[RowFault, ...]
    restated: tuple[Restated, ...]


@dataclass(frozen=True)
class ExplainedRecipe:
    """The working of a client's figures."""

    making: Making
    client: ClientMatter
    compared: str
    """The fingerprint of the figures that set the client beside all others."""


@dataclass(frozen=True)
class PicturesRecipe:
    """Pictures of a deck's pages: of the same bytes they are the same."""

    sha256: str
    """The deck's."""
    width: int
    small_width: int


@dataclass(frozen=True)
class BriefLine:
    """A client's line in its manager's brief."""

    client: ClientMatter
    held: tuple[str, ...]
    unmade: tuple[str, ...]
    """Kinds of its files that a fault in Cartera kept from being made."""


@dataclass(frozen=True)
class SummaryRecipe:
    """What is said of a client in lists and briefs: much of it counts days from the newest data."""

    line: BriefLine
    data_date: date


@dataclass(frozen=True)
class BriefRecipe:
    """A manager's brief. Its days are counted from the one on which the exports landed."""

    making: Making
    company_name: str
    manager_name: str
    period: str
    data_date: date
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True)
class PortfolioRecipe:
    """The workbook of all clients. Tables stand as CSV text."""

    making: Making
    period: str
    valuation_date: date
    policy: Policy
    renewals: tuple[RenewalLine, ...]
    figures: str
    clients: tuple[str, ...]
    names: Mapping[str, tuple[str, str]]
    segments: Mapping[str, str]
    precedents: Mapping[str, tuple[Precedent, ...]]
    manager_names: Mapping[str, str]
    targets: str
    scorecards: tuple[NamedScorecard, ...]
    partners: tuple[PartnerLine, ...]
    rates: Mapping[str, float]
    controls: str
    loaded: tuple[LoadedRows, ...]
    held: tuple[str, ...]
    earlier: tuple[str, ...]


Recipe = (
    DeckRecipe
    | ReviewRecipe
    | WorkbookRecipe
    | BriefRecipe
    | PortfolioRecipe
    | ExplainedRecipe
    | PicturesRecipe
    | SummaryRecipe
)


def edition_of(recipe: Recipe) -> str:
    """The edition id: sixteen digits that are printed in the file."""
    return hashlib.sha256(canonical(recipe).encode()).hexdigest()[:16]


def canonical(recipe: Recipe) -> str:
    """The recipe as JSON, the same for the same content on every machine and in every process.

    Raises TypeError for what has no one written form.
    """
    written = {"recipe": type(recipe).__name__, "shows": recipe}
    return json.dumps(written, sort_keys=True, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)  # pyright: ignore[reportUnknownArgumentType] JSON refuses keys that are no text
    raise TypeError(f"a recipe cannot hold {type(value).__name__}")


def making_of(kind: str, language: str, library: str, brand: str = "") -> Making:
    """How this installation makes files of a kind in a language."""
    written_by = f"{library} {version(library)}" if library else ""
    return Making(kind, language, version("cartera"), written_by, _wording(language), brand)


_OF_NO_CLIENT = frozenset({"partners", "quarantined_money_limit"})
"""Choices about business partners, whom the portfolio alone shows, and when files are held back."""
_OF_ADVICE = frozenset(
    {
        *("signals", "relationship", "relationship_weights", "relationship_coverage"),
        "relationship_scales",
    }
)
"""Choices about signals and the relationship's class, which only reviews and briefs show."""


def policy_read(policy: Policy, *, has_advice: bool) -> Mapping[str, object]:
    """The choices that a file of a client depends on."""
    left_out = _OF_NO_CLIENT if has_advice else _OF_NO_CLIENT | _OF_ADVICE
    return {
        field.name: getattr(policy, field.name)
        for field in fields(policy)
        if field.name not in left_out
    }


@cache
def _wording(language: str) -> str:
    """The fingerprint of a language's words: which of them a file says is not told apart."""
    entries = json.dumps(dict(catalogue(language).entries), sort_keys=True)
    return hashlib.sha256(entries.encode()).hexdigest()[:16]


def table_text(frame: pd.DataFrame) -> str:
    """A small table as a recipe holds it."""
    return frame.to_csv(index=False)
