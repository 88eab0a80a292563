"""What the writer of a slide has at hand: the client's view, its words, its number formats."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from messages.catalogue import Shown
from messages.formats import rounded_as_shown
from messages.regions import local_words
from reports.brand import Brand
from reports.deck.formats import Formats
from reports.deck.model import Figure
from reports.deck.view.client_view import ClientView
from reports.deck.wording import Wording
from transforms.clients.judgement import Grade, is_material, is_seen
from transforms.core.periods import Period
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import Caveat, Direction, KpiValue, Missing, Place, Unit
from transforms.metrics.kpi_periods import last_weeks

T = TypeVar("T")

_SETTINGS = re.compile(r" \([^()]*`[^()]*\)")
"""Names of settings in a definition: for who sets them up, not for who reads the figure."""


_SEEN = ("invoiced_amount",)
"""Money whose page tells a change under the threshold too, as a slight one."""


class Tone(StrEnum):
    """What a statement means to the client."""

    GOOD = "good"
    FLAT = "flat"
    BAD = "bad"
    MISSING = "missing"


TONE_OF = {Grade.GOOD: Tone.GOOD, Grade.FAIR: Tone.FLAT, Grade.POOR: Tone.BAD}


@dataclass(frozen=True)
class Phrase:
    """Words derived by a rule from figures; `rule` is the wording's key."""

    text: str
    rule: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Shortfall:
    """How much of what was aimed at was not reached, as a share from 0 to 1, and of how many
    things; of use, the share that was lost, of nothing that is counted."""

    share: float
    things: int = 0
    is_slight: bool = False
    """Whether each was missed by a trifle."""

    @classmethod
    def of(cls, missed: float, things: float) -> "Shortfall":
        return cls(missed / things if things else 0.0, round(things))


@dataclass(frozen=True)
class Headline:
    """What a slide concludes: its title, and the clause the summary may take from it."""

    slide: str
    tone: Tone
    title: Phrase
    clause: Phrase
    shortfall: Shortfall = Shortfall(0.0)


@dataclass(frozen=True)
class Delta:
    """A change against another period in words, and what it means."""

    text: str
    tone: Tone


Value = Figure | Phrase | str


@dataclass(frozen=True)
class SlideContext:
    """One client's deck while it is being written."""

    view: ClientView
    words: Wording
    formats: Formats
    brand: Brand
    memo: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: object, build: Callable[[], T]) -> T:
        """What is built on first use and kept as long as this context; `key` is the function that
        it follows from, and what else it depends on."""
        if key not in self.memo:
            self.memo[key] = build()
        return self.memo[key]

    @property
    def period(self) -> Period:
        return self.view.period

    def say(self, key: str, values: Mapping[str, str | Shown] | None = None) -> str:
        return self.words.say(key, values)

    def number(self, number: int) -> Shown:
        """A count that a sentence chooses its form by."""
        return Shown(number, self.formats.count(number))

    def cover_rule(self, part: str) -> str:
        """The wording of a part of the cover: what the file is, or who to ask."""
        return f"cover.{part}"

    def phrase(self, rule: str, values: Mapping[str, Value] | None = None) -> Phrase:
        """A rule's wording with its values put in; the figures it prints come along."""
        return _phrase(lambda texts: self.words.say(rule, texts), rule, values or {})

    def counted(self, rule: str, number: int, values: Mapping[str, Value] | None = None) -> Phrase:
        """The same in the plural form of a number."""
        return _phrase(lambda texts: self.words.count(rule, number, texts), rule, values or {})

    def get(self, kpi: str, period: Period | None = None) -> KpiValue:
        """A figure of this period, or of another."""
        return self.view.figures.get(kpi, period or self.period)

    def name_of(self, kpi: str) -> str:
        """A figure's name as a client says it, else as the dictionary has it."""
        key = f"names.{kpi}"
        if self.words.has(key):
            return self.say(key)
        return local_words(self.view.locale)(specs()[kpi].name(self.words.language))

    def short_name(self, kpi: str) -> str:
        """A name short enough for a tile or an axis."""
        key = f"short.{kpi}"
        return self.say(key) if self.words.has(key) else self.name_of(kpi)

    def definition_of(self, kpi: str) -> str:
        """A figure's meaning as a reader of the file needs it: what holds for this client where
        that is worded, else as the dictionary has it without names of settings."""
        key = f"definitions.{kpi}"
        if self.words.has(key):
            return self.say(key, self._week())
        said = local_words(self.view.locale)(specs()[kpi].definition(self.words.language))
        return _SETTINGS.sub("", said)

    def definitions(self, place: Place) -> tuple[str, ...]:
        """What each figure means that is shown there."""
        return tuple(self.definition_of(kpi) for kpi in shown_at(place))

    def is_of_few(self, slide: str) -> bool:
        """Whether a figure of a slide is taken from a table most of whose rows join no account."""
        place = Place.TILE if slide == "summary" else slide
        kpis = shown_at(Place(place)) if place in set(Place) else ()
        found = (self.view.figures.find(kpi, self.period) for kpi in kpis)
        return any(figure is not None and figure.note == Caveat.FEW_JOIN for figure in found)

    def reason(self, reason: Missing | None) -> str:
        """Why there is no value, in words."""
        return self.say(f"missing.{reason}") if reason else ""

    def reason_within(self, reason: Missing | None) -> str:
        """The same inside a sentence."""
        text = self.reason(reason)
        return text[:1].lower() + text[1:]

    def weeks(self) -> tuple[Period, ...]:
        """The whole weeks that a change of use compares, the oldest first."""
        return last_weeks(self.period, self.view.week_day)

    def _week(self) -> dict[str, str]:
        """The days on which its weeks of use begin and end."""
        first = self.weeks()[-1].start + timedelta(days=self.view.week_day)
        days = {"first": first, "last": first + timedelta(days=6)}
        return {name: self.formats.weekday(day) for name, day in days.items()}

    @property
    def this_period(self) -> str:
        return self.formats.period(self.period)

    @property
    def previous_period(self) -> str:
        return self.formats.period(self.period.previous)

    def text_of(self, value: KpiValue, digits: int = 0) -> str:
        """A figure as printed; `n/d` or `n/a` without one."""
        number = value.number
        return self.say("absent") if number is None else self.text(value.unit, number, digits)

    def hours(self, hours: float) -> str:
        """Hours of a target as printed: decimals only where it has any."""
        return self.text(Unit.HOURS, hours, 0 if hours == int(hours) else 1)

    def text(self, unit: Unit, number: float, digits: int = 0) -> str:
        """A number of a unit as printed."""
        match unit:
            case Unit.MONEY:
                return self.formats.money(int(number))
            case Unit.RATIO:
                return self.formats.percent(number, digits)
            case Unit.POINTS:
                return self.formats.signed(number, digits)
            case Unit.COUNT:
                return self.formats.decimal(number, digits)
            case Unit.HOURS | Unit.DAYS | Unit.MONTHS:
                return self.units(unit.value, number, digits)

    def units(self, unit: str, number: float, digits: int) -> str:
        """A number with its unit's short name, in the plural that the printed number takes."""
        text = self.formats.decimal(number, digits)
        return self.words.count(f"units.{unit}", 1 if text == "1" else 2, {"n": text})

    def figure(self, value: KpiValue, digits: int = 0) -> Figure:
        """A KPI's value as printed."""
        return Figure(
            self.text_of(value, digits), float(value.number or 0), value.kpi, str(value.period)
        )

    def size(self, value: KpiValue, digits: int = 0) -> Figure:
        """A change's size without its sign, for wordings that tell the direction; of a relative
        one as `signed` prints it."""
        number = abs(float(value.number or 0))
        is_share = value.unit is Unit.RATIO
        text = (
            self.formats.change_percent(number)
            if is_share
            else self.text(value.unit, number, digits)
        )
        return Figure(text, number, value.kpi, str(value.period))

    def signed(self, value: KpiValue) -> Figure:
        """A relative change with its sign, alike on every page."""
        number = float(value.number or 0)
        return Figure(self.formats.signed_change(number), number, value.kpi, str(value.period))

    def part(self, value: KpiValue, part: str) -> Figure:
        """A KPI's numerator, denominator, or what is missing between the two (`missed`)."""
        over, under = value.numerator or 0.0, value.denominator or 0.0
        number = {"numerator": over, "denominator": under, "missed": under - over}[part]
        return Figure(self.formats.count(number), number, value.kpi, str(value.period), part=part)

    def tally(self, number: int, table: str) -> Figure:
        """A count of rows of a canonical table."""
        return Figure(self.formats.count(number), number, table=table)

    def growth(self, kpi: str) -> float | None:
        """Relative change on the period before; None without either or with a base ≤ 0."""
        now, base = self.get(kpi).number, self.get(kpi, self.period.previous).number
        if now is None or base is None or base <= 0:
            return None
        return (now - base) / base

    def growth_figure(self, kpi: str, growth: float) -> Figure:
        return Figure(
            self.formats.change_percent(growth),
            abs(growth),
            kpi,
            str(self.period),
            part="growth",
            base=str(self.period.previous),
        )

    def delta(self, kpi: str, digits: int = 0) -> Delta | None:
        """The change on the period before, in words; None without a value to compare with."""
        now, before = self.get(kpi), self.get(kpi, self.period.previous)
        if now.number is None or before.number is None or self.is_new_since_previous:
            return None
        change = self.printed_change(now, before, digits)
        if now.unit is Unit.MONEY and before.number <= 0 and change:
            return None
        if not change:
            return Delta(self.say("delta.same", {"period": self.previous_period}), Tone.FLAT)
        is_step = kpi in _SEEN and is_seen(change / float(before.number))
        if not (is_step or self.is_material(now.unit, change, float(before.number))):
            return Delta(self.say("delta.flat", {"period": self.previous_period}), Tone.FLAT)
        values = {
            "size": self._change_text(now.unit, change, digits),
            "period": self.previous_period,
        }
        direction = "up" if change > 0 else "down"
        return Delta(self.say(f"delta.{direction}", values), tone_of(kpi, change))

    def printed_change(self, now: KpiValue, before: KpiValue, digits: int = 0) -> float:
        """By how much two figures differ as they are printed, in their unit."""
        return float(self._as_printed(now, digits) - self._as_printed(before, digits))

    @staticmethod
    def _as_printed(value: KpiValue, digits: int) -> Decimal:
        """A figure to its printed decimals, so that two of them differ by what is said."""
        if value.unit is Unit.MONEY:
            return Decimal(int(value.number or 0))
        places = digits + 2 * (value.unit is Unit.RATIO)
        return rounded_as_shown(float(value.number or 0), places)

    @property
    def is_new_since_previous(self) -> bool:
        """Whether the client paid nothing at the end of the period before and pays now: what was
        counted of it then is no base."""
        now, before = self.get("mrr"), self.get("mrr", self.period.previous)
        was_none = before.value_minor == 0 or before.reason is Missing.NO_SUBSCRIPTIONS
        return bool(now.value_minor) and was_none

    def is_material(self, unit: Unit, change: float, before: float) -> bool:
        """Whether a change is large enough to be told."""
        limits = self.view.thresholds
        ratio, points = limits.materiality_ratio, limits.materiality_points
        return is_material(unit, change, before, ratio=ratio, points=points)

    def _change_text(self, unit: Unit, change: float, digits: int) -> str:
        if unit in (Unit.RATIO, Unit.POINTS):
            points = abs(change) * (100 if unit is Unit.RATIO else 1)
            return self.units("points", points, digits)
        return self.text(unit, abs(change), digits)

    def systems(self, *tables: str) -> str:
        """Where the rows of some tables come from."""
        names = {name for table in tables for name in self.view.sources.get(table, ())}
        return ", ".join(sorted(map(self.system_name, names)))

    def system_name(self, source: str) -> str:
        """What a source is called: in words, or by its proper name."""
        key = f"systems.{source}"
        return self.say(key) if self.words.has(key) else source.replace("_", " ").capitalize()


def tone_of(kpi: str, change: float) -> Tone:
    """Whether a change of a figure is good news for the client."""
    better = specs()[kpi].direction
    if better is Direction.NEITHER or change == 0:
        return Tone.FLAT
    return Tone.GOOD if (change > 0) == (better is Direction.UP) else Tone.BAD


def _phrase(
    say: Callable[[Mapping[str, str]], str], rule: str, values: Mapping[str, Value]
) -> Phrase:
    texts = {
        name: value if isinstance(value, str) else value.text for name, value in values.items()
    }
    figures: list[Figure] = []
    for value in values.values():
        if isinstance(value, Figure):
            figures.append(value)
        elif isinstance(value, Phrase):
            figures.extend(value.figures)
    return Phrase(say(texts), rule, tuple(figures))
