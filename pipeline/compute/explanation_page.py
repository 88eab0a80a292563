"""An explanation in words: the page that the terminal and a browser show."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from zoneinfo import ZoneInfo

from messages.catalogue import Catalogue
from messages.clause import named
from messages.formats import Formats
from pipeline.compute.explain import Explanation, Member, UsedRate
from pipeline.compute.told_rows import MINOR, Cell, ToldRows
from reports.explanation.page import ExplanationPage, Headings, RowTable, Setting
from transforms.core.money import exponent
from transforms.metrics.kpi import Caveat, Unit
from transforms.metrics.norms import SegmentNorm
from transforms.metrics.steps import Fact, Minor, Step

_MOST_MEMBERS = 10


def page_of(found: Explanation, words: Catalogue, rows: Iterable[ToldRows]) -> ExplanationPage:
    """With those of its rows."""
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
        tables=tuple(_table(told, words, _formats(found, words)) for told in rows),
    )


def _formats(found: Explanation, words: Catalogue) -> Formats:
    """As the company's other pages write numbers: a comma in one country is a point in another."""
    return Formats(found.locales.get(words.language, words.language))


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
        self._formats = _formats(found, words)

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
        role = step.facts.get("role")
        facts = {
            name: self._part(float(fact))
            if name == "number" and role in ("part", "whole") and isinstance(fact, int | float)
            else self._fact(name, fact)
            for name, fact in step.facts.items()
        }
        sentence = self._words.say(named("explain-step", step.code), **facts)
        if role is None:
            return sentence
        sign = "minus" if step.facts.get("sign") == -1 else "plus"
        return self._words.say(named("explain-role", str(role)), sign=sign, step=sentence)

    def _fact(self, name: str, fact: Fact) -> str:
        if isinstance(fact, Minor):
            return self._money(fact.amount, self._found.currency)
        if name == "share":
            return self._formats.percent(float(fact))
        if name == "factor":  # money of twelve digits comes out to the minor unit
            return self._formats.decimal(float(fact), 12, 0)
        if name == "component":
            return self._words.say(named("component", str(fact)))
        if name == "column":
            return str(fact).removesuffix(MINOR)
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
    """A caveat in words, or where a relationship stands and by which rule."""
    if note in tuple(Caveat):
        return words.say(named("caveat", note))
    standing, _, rule = note.partition("/")
    if not rule:
        return note
    why = words.say(named("standing-rule", rule))
    return f"{words.say(named('standing', standing))}. {why}"


def _table(told: ToldRows, words: Catalogue, formats: Formats) -> RowTable:
    """The rows that entered, or those left out for a reason."""
    facts = {"table": told.table, "count": told.count}
    if told.why:
        why = words.say(named("left-out", told.why))
        title = words.say("explain-left-out", why=why, **facts)
    else:
        title = words.say("explain-entered", **facts)
    rest = told.count - len(told.rows)
    return RowTable(
        title,
        told.head,
        tuple(tuple(_cell(cell, formats) for cell in row) for row in told.rows),
        told.figures,
        words.say("explain-rest", count=rest) if rest else "",
        bool(told.why),
    )


def _cell(cell: Cell, formats: Formats) -> str:
    """As the language writes numbers; what is whole is as it stands, be it a line or a count."""
    match cell:
        case None:
            return ""
        case Decimal():
            return formats.decimal(cell, max(-int(cell.as_tuple().exponent), 0))
        case float():
            return formats.decimal(cell, 6, 0)
        case _:
            return str(cell)
