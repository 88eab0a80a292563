"""Invoice lines that revenue figures are taken from, and revenue as an amount."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from transforms.billing.document_rows import DOCUMENTS, ISSUED_COLUMNS
from transforms.billing.revenue import earned_between, is_earned
from transforms.core.exact import day_number, month_number
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Selected, converted
from transforms.metrics.asked import Asked
from transforms.metrics.conversion import in_order, total
from transforms.metrics.explained import LeftOut
from transforms.metrics.rows import Flags, Numbers, Rows

_COLUMNS = ("invoice_id", "description", "service_start", "service_end", "net_minor")

LINES = Rows("invoice_lines", lambda context: context.accounts.revenue_lines).but(
    LeftOut.DOCUMENT_NOT_COUNTED, lambda lines: lines["place"] < 0
)
"""Every line of a document that counts."""


def _days(asked: Asked) -> tuple[int, int]:
    return day_number(asked.period.start), day_number(asked.period.end)


def _with_earned(lines: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `earned_minor`, what of each line is earned in the period."""
    return lines.assign(earned_minor=earned_between(lines, *_days(asked)))


def with_documents(lines: Rows) -> Rows:
    """The lines, explained beside their documents."""
    theirs = DOCUMENTS.but_then(
        LeftOut.OUTSIDE_PERIOD,
        lambda documents, asked: ~documents["place"].isin(lines.kept(asked)["place"]),
    ).showing(*ISSUED_COLUMNS, "currency")
    return lines.showing(*_COLUMNS, "earned_minor", "currency", beside=(theirs,))


EARNED = with_documents(
    LINES.but_then(
        LeftOut.OUTSIDE_PERIOD,
        lambda lines, asked: pd.Series(~is_earned(lines, *_days(asked)), lines.index),
    ).adding(_with_earned)
)
"""Lines earned in the period, in part or whole."""


@dataclass(frozen=True)
class Revenue:
    """What is earned in a period of whole months, or another amount of the lines spread alike, at
    the average rates of its months or of so many months before."""

    column: str = "net_minor"
    months_earlier: Callable[[Period], int] | None = None

    @property
    def is_money(self) -> bool:
        return True

    def of_entities(self, asked: Asked) -> Numbers:
        """0 where nothing was earned; missing where an average rate is."""
        window = month_number(asked.period.start), month_number(asked.period.end)
        earlier = self.months_earlier(asked.period) if self.months_earlier else 0
        key = (Revenue, self.column, earlier)
        found = asked.context.once(key, lambda: self._converted(asked, earlier))
        return total(asked.context, found, *window)

    def _converted(self, asked: Asked, months_earlier: int) -> pd.DataFrame:
        monthly = asked.context.placed(asked.context.accounts.monthly_revenue)
        months = monthly["month"].to_numpy() - months_earlier
        return in_order(converted(asked, monthly, self.column, RateKind.AVERAGE, months))

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return ((EARNED, asked),)


REVENUE = Revenue()


def is_never_earning(asked: Asked) -> Flags:
    """Whether an entity never had a line."""
    return LINES.counted(asked) == 0


def is_begun_after(asked: Asked) -> Flags:
    """Whether an entity's first line lies after the period."""
    lines = LINES.kept(asked)
    early = lines.loc[lines["first_day"] < day_number(asked.period.end), "entity"]
    return pd.Series(~pd.RangeIndex(len(asked.entities)).isin(early), index=asked.entities)


def is_earning(asked: Asked) -> Flags:
    """Whether any of an entity's accounts earned us something, net, on the window's days.

    Judged in each currency by itself, so that no exchange rate decides it.
    """
    lines = LINES.kept(asked)
    near = lines.loc[is_earned(lines, *_days(asked))]
    earned = near[["account", "currency", "entity"]].assign(
        minor=earned_between(near, *_days(asked))
    )
    by_account = earned.groupby(["account", "currency", "entity"], observed=True)["minor"].sum()
    earning = by_account[by_account > 0].index.get_level_values("entity")
    return pd.Series(pd.RangeIndex(len(asked.entities)).isin(earning), index=asked.entities)
