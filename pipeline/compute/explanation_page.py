"""An explanation in words: the page that the terminal and a browser show."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

import pandas as pd

from messages.catalogue import Catalogue
from messages.clause import named
from messages.formats import Formats
from pipeline.compute.explain import Explanation, Member, UsedRate
from reports.explanation.page import ExplanationPage, Headings, RowTable, Setting
from transforms.core.money import exponent, to_major
from transforms.metrics.explained import WHERE_FROM, Selection
from transforms.metrics.kpi import Caveat, Unit
from transforms.metrics.norms import SegmentNorm
from transforms.metrics.steps import Fact, Minor, Step
from transforms.tables import TABLES

_MOST_LEFT_OUT = 5
_MOST_MEMBERS = 10
_MINOR = "_minor"


def page_of(found: Explanation, words: Catalogue, most: int) -> ExplanationPage:
    """With at most so many rows of a table, the largest first; 0 for all of them."""
    zone = ZoneInfo(found.time_zone)
    facts = {
        "version": found.spec.version,
        "known_at": f"{found.known_at.astimezone(zone):%Y-%m-%d %H:%M %Z}",
    }
    wording = _Wording(found, words)
    return ExplanationPage(
        language=words.language,
        headings=Headings(
            arithmetic=words.say("explain-heading-arithmetic"),
            depends=words.say("explain-heading-depends"),
            rows=words.say("explain-heading-rows"),
        ),
        figure=found.spec.name(words.language),
        who=_told_of(found),
        period=str(found.period),
        definition=found.spec.definition(words.language),
        basis=words.say("explain-basis", **facts),
        result=wording.result(),
        arithmetic=tuple(wording.arithmetic()),
        settings=tuple(_setting(words, key, value) for key, value in found.settings.items()),
        rates=tuple(_rate(words, rate) for rate in found.rates),
        tables=tuple(
            table for part in found.selections for table in _tables(part, found, words, most)
        ),
    )


def _told_of(found: Explanation) -> str:
    """Its name and its id, as several may share a name."""
    is_named = found.client_name != found.client_id
    return f"{found.client_name} ({found.client_id})" if is_named else found.client_id


def _setting(words: Catalogue, key: str, value: str) -> Setting:
    name = named("setting", *key.split("."))
    return Setting(words.say(name) if words.has(name) else "", key, value)


def _rate(words: Catalogue, used: UsedRate) -> str:
    facts = {"base": used.base, "quote": used.quote, "month": used.month}
    return words.say(named("explain-rate", used.kind), **facts, rate=f"{used.rate:f}")


class _Wording:
    """The sentences of one figure's arithmetic."""

    def __init__(self, found: Explanation, words: Catalogue) -> None:
        self._found = found
        self._words = words
        self._formats = Formats(words.language)

    def result(self) -> str:
        value = self._found.value
        if value.reason is not None:
            why = self._words.say(named("missing", value.reason))
            return self._words.say("explain-absent", code=value.reason.value, why=why)
        unit = self._words.say(named("unit", self._found.spec.unit))
        return self._words.say("explain-value", value=self._value(value.number), unit=unit)

    def arithmetic(self) -> Iterator[str]:
        """The fraction, what its parts are made of, and what must be said beside it."""
        value, found = self._found.value, self._found
        # Days counted back are no fraction of the two sums that stand beside them.
        is_fraction = all("role" in step.facts for step in found.steps)
        if is_fraction and value.numerator is not None:
            yield self._words.say("explain-numerator", number=self._part(value.numerator))
        if is_fraction and value.denominator is not None:
            yield self._words.say("explain-denominator", number=self._part(value.denominator))
        yield from map(self._step, found.steps)
        if found.members:
            yield from self._of_members(found.members)
        if found.norm is not None:
            yield self._norm(found.norm)
        if value.note:
            yield self._words.say("explain-note", note=_said_beside(value.note, self._words))

    def _value(self, number: float | int | None) -> str:
        if number is None:
            return ""
        if self._found.spec.unit is Unit.MONEY:
            return self._money(int(number), self._found.currency)
        if self._found.spec.unit is Unit.RATIO:
            return self._formats.percent(number, 4, 0)
        return self._number(number)

    def _part(self, number: float) -> str:
        """Numerator or denominator."""
        if self._found.spec.operand_unit is Unit.MONEY:
            return self._money(int(number), self._found.currency)
        return self._number(number)

    def _number(self, number: float) -> str:
        return self._formats.decimal(number, 6, 0)

    def _money(self, minor: int, currency: str) -> str:
        return self._formats.amount(minor, currency, exponent(currency))

    def _step(self, step: Step) -> str:
        facts = {name: self._fact(name, fact) for name, fact in step.facts.items()}
        sentence = self._words.say(named("explain-step", step.code), **facts)
        role = step.facts.get("role")
        if role is None:
            return sentence
        sign = "minus" if step.facts.get("sign") == -1 else "plus"
        return self._words.say(named("explain-role", str(role)), sign=sign, step=sentence)

    def _fact(self, name: str, fact: Fact) -> str:
        if isinstance(fact, Minor):
            return self._money(fact.amount, self._found.currency)
        if name == "share":
            return self._formats.percent(float(fact))
        if name == "column":
            return str(fact).removesuffix(_MINOR)
        if isinstance(fact, str):
            return fact or "–"
        return self._number(fact)

    def _of_members(self, members: tuple[Member, ...]) -> Iterator[str]:
        counted = [member for member in members if member.is_counted]
        facts = {"counted": len(counted), "without": len(members) - len(counted)}
        yield self._words.say("explain-members", **facts)
        for member in counted[:_MOST_MEMBERS]:
            yield self._words.say("explain-member", name=member.name, value=self._of(member))
        if (rest := len(counted) - _MOST_MEMBERS) > 0:
            yield self._words.say("explain-rest", count=rest)

    def _of(self, member: Member) -> str:
        if member.numerator is None or member.denominator is None:
            return self._value(member.number)
        return f"{self._part(member.numerator)} / {self._part(member.denominator)}"

    def _norm(self, norm: SegmentNorm) -> str:
        """What clients like this one are like, where the figure compares with them."""
        currency = self._found.reporting_currency
        retention, margin = norm.retention(1), norm.margin(1)
        absent = "–"
        facts = {
            "subscribers": norm.subscribers,
            "active_before": norm.active_before,
            "retained": norm.retained,
            "retention": absent
            if retention is None
            else self._formats.percent(float(retention), 2),
            "margin": absent if margin is None else self._formats.percent(float(margin), 2),
            "revenue": self._money(norm.revenue_minor, currency),
            "contribution": self._money(norm.contribution_minor, currency),
        }
        return self._words.say("explain-norm", **facts)


def _said_beside(note: str, words: Catalogue) -> str:
    """A caveat in words; what else a note says stands in the definition."""
    is_caveat = note in tuple(Caveat)
    return words.say(named("caveat", note)) if is_caveat else note


def _tables(part: Selection, found: Explanation, words: Catalogue, most: int) -> Iterator[RowTable]:
    """The rows that entered, then those left out by reason."""
    told = part.rows.assign(left_out=part.left_out)
    facts = {"table": part.table, "count": len(part.entered)}
    yield _table(part, found, words, words.say("explain-entered", **facts), part.entered, most)
    for reason, rows in told[told["left_out"] != ""].groupby("left_out"):
        why = words.say(named("left-out", str(reason)))
        title = words.say("explain-left-out", table=part.table, count=len(rows), why=why)
        fewer = min(most, _MOST_LEFT_OUT) if most else 0
        yield _table(part, found, words, title, rows, fewer, is_left_out=True)


def _table(
    part: Selection,
    found: Explanation,
    words: Catalogue,
    title: str,
    rows: pd.DataFrame,
    most: int,
    *,
    is_left_out: bool = False,
) -> RowTable:
    columns = columns_of(part)
    kept = _telling(part, rows).head(most) if most else rows
    rest = len(rows) - len(kept)
    cells = [cells_of(columns, row, found.time_zone) for row in row_records(kept)]
    return RowTable(
        title,
        tuple(shown_as(name) for name in columns),
        tuple(tuple("" if cell is None else str(cell) for cell in row) for row in cells),
        tuple(name.endswith(_MINOR) or _is_number(rows[name]) for name in columns),
        words.say("explain-rest", count=rest) if rest else "",
        is_left_out,
    )


def _telling(part: Selection, rows: pd.DataFrame) -> pd.DataFrame:
    """Those that weigh most first: by the last amount shown, which is what counts of a row."""
    amounts = [name for name in part.shown if name.endswith(_MINOR)]
    if not amounts:
        return rows
    return rows.sort_values(
        amounts[-1], key=lambda column: -column.abs(), kind="stable", na_position="last"
    )


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def columns_of(part: Selection) -> tuple[str, ...]:
    """The key, what matters for the figure, and where the row stands."""
    return tuple(dict.fromkeys((*TABLES[part.table].key, *part.shown, *WHERE_FROM)))


def shown_as(column: str) -> str:
    """A column's name as people read it: amounts are shown in major units, places by one word."""
    return column.removesuffix(_MINOR).removeprefix("source_")


def row_records(rows: pd.DataFrame) -> list[dict[str, object]]:
    """Plain rows, None where nothing is there."""
    plain = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in plain]


def cells_of(
    columns: Iterable[str], row: dict[str, object], time_zone: str
) -> tuple[str | int | float | None, ...]:
    """Money exact in major units of the row's currency, days and instants as ISO 8601, the
    latter by the company's clocks."""
    return tuple(_plain(name, row, time_zone) for name in columns)


def _plain(name: str, row: dict[str, object], time_zone: str) -> str | int | float | None:
    value = row[name]
    if value is None:
        return None
    if name.endswith(_MINOR):
        return f"{to_major(int(str(value)), str(row['currency'])):,}"
    if isinstance(value, pd.Timestamp):
        if value.tz is None:
            return value.date().isoformat()
        return value.tz_convert(time_zone).isoformat(timespec="seconds")
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 6)
    return value if isinstance(value, int) else str(value)
