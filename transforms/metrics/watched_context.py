"""A context whose figures note what each reads of settings and rates, though they share what is
built: what was kept notes again what it was made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from transforms.core.policy import Policy
from transforms.core.rates import RateKind, Rates
from transforms.core.watched_policy import WatchedPolicy
from transforms.metrics.account_frames import AccountFrames
from transforms.metrics.metric_context import MetricContext

T = TypeVar("T")
RateKey = tuple[str, str, str, str]
"""Kind, currencies and month."""


@dataclass(frozen=True)
class WatchedRates(Rates):
    """The same rates; `asked` are those that were read and found."""

    asked: dict[RateKey, Decimal] = field(default_factory=dict[RateKey, Decimal], compare=False)

    def find(self, kind: RateKind, base: str, quote: str, month: date) -> Decimal | None:
        rate = super().find(kind, base, quote, month)
        if rate is not None and base != quote:
            self.asked[kind, base, quote, f"{month.year:04d}-{month.month:02d}"] = rate
        return rate


class Watch:
    """What is read of a company's settings and rates, figure after figure."""

    def __init__(self, policy: Policy, rates: Rates) -> None:
        self.policy = WatchedPolicy.of(policy)
        self.rates = WatchedRates(rates.known)

    def begin(self) -> None:
        """From here on another figure reads."""
        self.policy.noted.clear()
        self.rates.asked.clear()

    @property
    def settings_read(self) -> frozenset[str]:
        """Their keys, since the figure began."""
        return frozenset(self.policy.noted)

    @property
    def rates_read(self) -> Mapping[RateKey, Decimal]:
        """By kind, currencies and month, since the figure began."""
        return dict(sorted(self.rates.asked.items()))

    def once(self, kept: dict[object, Any], key: object, build: Callable[[], T]) -> T:
        """What is built on first use; whoever uses it has read what its building read."""
        if key not in kept:
            before = self.settings_read, self.rates_read
            self.begin()
            try:
                built = build()
                kept[key] = built, self.settings_read, self.rates_read
            finally:
                self._note(*before)
        value, settings, rates = kept[key]
        self._note(settings, rates)
        return value

    def _note(self, settings: frozenset[str], rates: Mapping[RateKey, Decimal]) -> None:
        self.policy.noted.update(settings)
        self.rates.asked.update(rates)


@dataclass(frozen=True)
class _WatchedFrames(AccountFrames):
    watch: Watch | None = None
    kept: dict[object, Any] = field(default_factory=dict[object, Any], compare=False)

    def __getattribute__(self, name: str) -> Any:
        if name not in _FRAMES:
            return object.__getattribute__(self, name)
        watch: Watch = object.__getattribute__(self, "watch")
        kept: dict[object, Any] = object.__getattribute__(self, "kept")
        return watch.once(kept, name, lambda: object.__getattribute__(self, name))


_FRAMES = frozenset(
    name for name, what in vars(AccountFrames).items() if isinstance(what, cached_property)
)


@dataclass(frozen=True)
class WatchedContext(MetricContext):
    """The same rows; what its figures read is noted in its watch."""

    watch: Watch | None = field(default=None, compare=False)

    @classmethod
    def of(cls, context: MetricContext) -> "WatchedContext":
        watch = Watch(context.policy, context.rates)
        frames = _WatchedFrames(context.tables, watch.policy, watch)
        return cls(
            tables=context.tables,
            entities=context.entities,
            policy=watch.policy,
            rates=watch.rates,
            entity_type=context.entity_type,
            population=context.population,
            held=context.held,
            last_day=context.last_day,
            few_join=context.few_join,
            kept_out=context.kept_out,
            frames=frames,
            watch=watch,
        )

    @property
    def noted(self) -> Watch:
        """What its figures read."""
        if self.watch is None:
            raise ValueError("a watched context is made of another one")
        return self.watch

    def once(self, key: object, build: Callable[[], T]) -> T:
        """As of any context, and what was read is noted whenever the value is used."""
        return self.noted.once(self.memo, key, build)
