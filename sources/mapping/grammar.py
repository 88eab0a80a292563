"""The grammar of mapping files: every key, its type and its meaning.

The reference for people is docs/mappings.md; a test keeps the two together.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Word = str | bool | int
"""A word of a canonical column, as TOML writes it."""

Exact = int | str
"""A number without rounding: a decimal is read as it is written."""

Bound = Exact | date
"""What a condition compares with: a number, or a day."""


class _Grammar(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Factor(_Grammar):
    """Multiplies an amount by what another column's word stands for.

    Of an interval the word may not say of how many: a column does, or else the days on which the
    period that is paid for begins and ends, unless it is a trial's. A first period may be part of
    an interval: then it is billed at less than the amount.
    """

    column: str
    values: dict[str, Exact]
    count: str = ""
    period: tuple[()] | tuple[str, str] = ()
    trial_end: str = ""
    starts: tuple[str, ...] = ()
    billed: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Everything that is looked at."""
        billed = (self.billed,) if self.billed else ()
        return (self.column, *self.telling, *self.starts, *billed)

    @property
    def telling(self) -> tuple[str, ...]:
        """Columns that say how many intervals an amount is for."""
        return tuple(name for name in (self.count, *self.period, self.trial_end) if name)


class Price(_Grammar):
    """Says that a column holds a price as an object, and where what belongs to it stands."""

    quantity: str
    items: str = ""
    goes_on: str = ""
    """True where the export has not all of the items."""
    currency: str = ""
    """Of what is paid; a price may be another one's, with amounts in several."""
    taxed_by_vendor: str = ""
    """True where the vendor finds out the rate of tax itself."""
    since: str = ""
    """Of which moment the price is told, in unix seconds; the landing where it is not stated."""
    discounts: tuple[str, ...] = ()
    taxes: tuple[str, ...] = ()
    known_discounts: tuple[str, ...] = ()
    """Where discounts are said in full that stand in `discounts` by their ids."""
    at: Literal["landing", "next_change", "last_change"] = "landing"
    """The moment that is meant: a discount's begin or end after, or before, the landing."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Everything that is looked at beside the price."""
        lists = (*self.discounts, *self.taxes, *self.known_discounts)
        return (*self.single_columns.values(), *lists)

    @property
    def single_columns(self) -> dict[str, str]:
        """Those that say one thing each, by what they say."""
        names = ("quantity", "items", "goes_on", "currency", "taxed_by_vendor", "since")
        return {name: column for name in names if (column := getattr(self, name))}


class ColumnRule(_Grammar):
    """How one canonical column is made from a row of the export."""

    column: str = ""
    first_of: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    separator: str = "-"
    moments: tuple[str, ...] = ()
    """Parts of `join` that are days or times: what they mean counts, not how they are written."""
    value: Word | None = None
    company: Literal["", "currency"] = ""
    optional: bool = False

    null: tuple[str, ...] = ()
    extract: str = ""
    drop_zero_decimals: bool = False
    ids: Literal["", "salesforce"] = ""
    case: Literal["", "lower", "upper"] = ""
    prefix: str = ""
    if_filled: Word | None = None
    if_empty: Word | None = None
    values: dict[str, Word] = {}
    otherwise: Word | None = None
    keep_others: bool = False
    true_from: Exact | None = None
    scale: tuple[()] | tuple[Exact, Exact] = ()
    """The lowest and the highest number that there may be; empty for any."""

    units: Literal["major", "minor"] = "major"
    decimal: str = ""
    thousands: str | None = None
    """The file's where it is not stated; empty for none."""
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    divide_by: tuple[str, ...] = ()
    less_percent: tuple[str, ...] = ()
    factor: Factor | None = None
    coupon: str = ""
    price: Price | None = None
    multiply: Exact | None = None
    negate: bool = False
    sign: Literal["", "positive", "negative"] = ""
    round: Literal["", "half_even", "each"] = ""

    dates: tuple[str, ...] = ()
    time_zone: str = ""
    as_written: bool = False
    end_is_inclusive: bool = False
    day: Literal["", "first_of_month", "last_of_month", "first_of_next_month"] = ""
    period: Literal["", "month", "quarter", "year"] = ""
    after: str = ""
    """A column of dates: only a later day counts."""
    plus_minutes: str = ""

    link: str = ""
    via: str = ""

    fallback: "ColumnRule | None" = Field(default=None, alias="else")
    """Another rule, for rows of which this one makes nothing."""

    @property
    def rules(self) -> tuple["ColumnRule", ...]:
        """This rule and those that stand in for it, in their order."""
        return (self, *self.fallback.rules) if self.fallback else (self,)

    @property
    def read_columns(self) -> tuple[str, ...]:
        """Every column of the export that the rule and those standing in for it look at."""
        return tuple(
            name for rule in self.rules for name in (*rule.base_columns, *rule.beside_columns)
        )

    @property
    def base_columns(self) -> tuple[str, ...]:
        """Columns that the value itself is taken from."""
        return (self.column,) if self.column else (*self.first_of, *self.joined_columns)

    @property
    def beside_columns(self) -> tuple[str, ...]:
        """Columns that the value is calculated with."""
        factor = self.factor.columns if self.factor else ()
        moments = tuple(name for name in (self.plus_minutes, self.after) if name)
        coupon = (self.coupon,) if self.coupon else ()
        price = self.price.columns if self.price else ()
        return (*self.operand_columns, *factor, *moments, *price, *coupon)

    @property
    def operand_columns(self) -> tuple[str, ...]:
        """Columns that enter the amount's arithmetic, in its order."""
        return (*self.plus, *self.minus, *self.times, *self.divide_by, *self.less_percent)

    @property
    def joined_columns(self) -> tuple[str, ...]:
        """The parts of a derived key that are columns."""
        return tuple(part for part in self.join if not part.startswith("#"))


class Condition(_Grammar):
    """A test of one column; exactly one of the tests is stated."""

    column: str
    optional: bool | Literal["told"] = False
    equals: str | None = None
    one_of: tuple[str, ...] | None = Field(default=None, alias="in")
    not_in: tuple[str, ...] | None = None
    empty: bool | None = None
    starts_with: tuple[str, ...] | None = None
    below: Bound | None = None
    above: Bound | None = None

    @field_validator("starts_with", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


class Filter(Condition):
    """A condition that takes rows out, under a name that the control totals show."""

    name: str


class Lookup(_Grammar):
    """Columns of another file of the same source, found by a key and named `<name>.<column>`."""

    name: str
    file: str = ""
    records: str = ""
    column: str
    extract: str = ""
    """The group of this expression in the column is what is looked up."""
    key: str
    several: Literal["", "first"] = ""
    """Whether of several rows with a key each column is the first that is filled."""


class TaxInside(_Grammar):
    """Names a column of the tax of lines whose amount holds it, by what documents add up to."""

    name: str
    document: str
    amount: str
    tax: str
    total: str

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """What is looked at to tell."""
        return (self.document, self.amount, self.tax, self.total)


class Events(_Grammar):
    """Where records of events say what an object was from a moment on, and before."""

    at: str
    object: str
    before: str
    """What of the object was otherwise, and how."""
    items: str
    """In the object: the list of its items, which may come and go."""
    ended: str
    """In the object: when it ended, to be said of items that went."""
    of: tuple[str, ...]
    """Parts of the object of which one must have changed."""


class TableMapping(_Grammar):
    """One canonical table that a file feeds."""

    table: str
    each: str = ""
    split: str = ""
    combine: bool = False
    latest_by: str = ""
    delivery: Literal["full", "increment"] = "full"
    when: tuple[Condition, ...] = ()
    filters: tuple[Filter, ...] = ()
    columns: dict[str, ColumnRule]

    @field_validator("when", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return [value] if isinstance(value, dict) else value

    @field_validator("columns", mode="before")
    @classmethod
    def _spelled_out(cls, value: object) -> object:
        """`name = "Name"` is short for `name = { column = "Name" }`."""
        if not isinstance(value, dict):
            return value
        return {
            name: {"column": rule} if isinstance(rule, str) else rule
            for name, rule in value.items()
        }


class Layout(_Grammar):
    """How a file's text is to be read."""

    format: Literal["csv", "json", "jsonl", "xlsx"] = "csv"
    encoding: str = "utf-8"
    or_encoding: str = ""
    """Of files that the first one does not fit."""
    delimiter: str = ","
    header_line: int = Field(default=1, ge=1)
    header: tuple[str, ...] = ()
    preamble: Literal["", "row", "pairs"] = ""
    finds_header: bool = False
    """The header is the first line with all of the columns that the file is known by."""
    section: str = ""
    sheet: str = ""
    records: str = ""
    goes_on: str = ""
    """A path in a JSON document that is filled where the list goes on in another one."""
    decimal: str = "."
    thousands: str = ""
    dates: tuple[str, ...] = ("iso",)
    either_order: bool = False
    """Whether a file may have day and month the other way round than the formats."""
    time_zone: str = ""
    null: tuple[str, ...] = ()
    minor_units: dict[str, int] = {}
    """By currency, the decimals of the vendor's minor units where ISO 4217 says otherwise."""


class FileMapping(Layout):
    """The files that one pattern names, and the tables they feed."""

    pattern: str
    requires: tuple[str, ...] = ()
    """Columns that tell the file from others of such a name."""
    newest: str = ""
    """The id of a record, of which only the form in the last file that has it counts."""
    lookups: tuple[Lookup, ...] = ()
    named: dict[str, str] = {}
    """By the name under which an object may stand by its id alone, the pattern of the file that
    holds it."""
    tax_inside: TaxInside | None = None
    events: Events | None = None
    filters: tuple[Filter, ...] = ()
    tables: tuple[TableMapping, ...] = ()
    unused: str = ""

    @property
    def folded_pattern(self) -> str:
        """The pattern as names are matched with it: case and `.gz` do not matter."""
        return self.pattern.lower().removesuffix(".gz")

    @property
    def part(self) -> str:
        """The sheet, section or list that is read of the file; empty where none is stated."""
        return self.sheet or self.section or self.records


class MappingFile(_Grammar):
    """A whole mapping file: one system's exports."""

    source: str = Field(min_length=1)
    archives: tuple[str, ...] = ()
    line_tolerance: int | None = Field(default=None, ge=0)
    """Minor units that a document may differ by for each of its lines."""
    defaults: Layout = Layout()
    files: tuple[FileMapping, ...] = Field(min_length=1)


_DOCUMENT_AMOUNTS = ("net_minor", "tax_minor", "total_minor")
"""What documents and their lines add up."""


@dataclass(frozen=True)
class SourceMapping:
    """One system's exports, and the mapping file that describes them."""

    source: str
    path: Path
    files: tuple[FileMapping, ...]
    archives: tuple[str, ...] = ()
    """Patterns of the ZIP files that hold the system's exports."""
    stated_line_tolerance: int | None = None

    @property
    def is_shipped(self) -> bool:
        """Whether the mapping is one of those built in, not the company's own."""
        return self.path.parent == Path(__file__).parents[1] / "mappings"

    @property
    def line_tolerance(self) -> int:
        """Minor units that a document may differ by for each of its lines: one where the mapping
        itself rounds what documents add up, so that its rounding unbalances none, else nothing."""
        if self.stated_line_tolerance is not None:
            return self.stated_line_tolerance
        rules = (
            rule
            for file in self.files
            for table in file.tables
            for name, rule in table.columns.items()
            if table.table in ("invoices", "invoice_lines") and name in _DOCUMENT_AMOUNTS
        )
        return int(any(item.round for rule in rules for item in rule.rules))
