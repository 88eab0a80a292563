"""What kind of story a client's quarter is: what its review dwells on first, and in which words.

A client has the first story of `STORIES` that is true of it. Each has its own order of pages, a
subtitle, a heading over the quarter's figures, an opening line and a question of its own
(`deck-stories-<story>-…` and `deck-cover-<story>` in the messages).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reports.deck.exhibits.invoiced import is_yearly
from reports.deck.slide_context import SlideContext
from transforms.clients.judgement import is_in_first_month, is_in_onboarding
from transforms.core.periods import Period

_FRESHLY_BACK_MONTHS = 6
_SEVERAL = 2
_COURSE = 13
"""Months of fees that a return is looked for in."""


class Stage(StrEnum):
    """Where a client stands with the company."""

    FORMER = "former"
    FIRST_MONTH = "first_month"
    ONBOARDING = "onboarding"
    RETURNING = "returning"
    CURRENCIES = "currencies"
    PREPAID = "prepaid"
    SINGLE = "single"
    USUAL = "usual"


@dataclass(frozen=True)
class Story:
    """`first` are the slides that stand before all other content, the leading one first."""

    stage: Stage
    is_true_of: Callable[[SlideContext], bool]
    first: tuple[str, ...]


def _is_former(context: SlideContext) -> bool:
    return not context.view.is_active


def _is_in_first_month(context: SlideContext) -> bool:
    return is_in_first_month(months_known(context))


def _is_in_onboarding(context: SlideContext) -> bool:
    return is_in_onboarding(months_known(context))


def _has_returned(context: SlideContext) -> bool:
    return back_since(context) is not None


def _pays_in_several(context: SlideContext) -> bool:
    return len(currencies_of(context)) >= _SEVERAL


def _has_one_product(context: SlideContext) -> bool:
    return only_product(context) != ""


STORIES: tuple[Story, ...] = (
    Story(Stage.FORMER, _is_former, ("receivables", "cadence")),
    Story(Stage.FIRST_MONTH, _is_in_first_month, ("delivery", "usage", "service")),
    Story(Stage.ONBOARDING, _is_in_onboarding, ("delivery", "usage")),
    Story(Stage.RETURNING, _has_returned, ("usage", "commitments", "satisfaction")),
    Story(Stage.CURRENCIES, _pays_in_several, ("investment", "goals")),
    Story(Stage.PREPAID, is_yearly, ("goals", "investment", "usage")),
    Story(Stage.SINGLE, _has_one_product, ("usage", "satisfaction", "goals")),
    Story(Stage.USUAL, lambda _: True, ()),
)
"""The first that is true is told."""


def story_of(context: SlideContext) -> Story:
    return next(story for story in STORIES if story.is_true_of(context))


def stage_of(context: SlideContext) -> Stage:
    return story_of(context).stage


def first_subjects(context: SlideContext) -> tuple[str, ...]:
    """Slides that stand before all other content: in onboarding what is being built comes before
    goals that nobody can have reached yet, and who has paid for a year first sees what of it."""
    return story_of(context).first


def told(context: SlideContext, what: str, otherwise: str) -> str:
    """The story's own words for something (`glance`, `opening`, `question`); those of a usual
    quarter stand under `otherwise`."""
    stage = stage_of(context)
    key = f"stories.{stage}.{what}"
    if context.words.has(key):
        return context.say(key, _values(context, stage))
    return context.say(otherwise) if otherwise else ""


def subtitle(context: SlideContext) -> str:
    """What kind of review this is, and of which period."""
    stage = stage_of(context)
    values = {**_values(context, stage), "period": context.this_period}
    return context.say(context.cover_rule(stage), values)


def leads(context: SlideContext, slide: str) -> bool:
    """Whether a slide is the one that the story begins with."""
    return first_subjects(context)[:1] == (slide,)


def _values(context: SlideContext, stage: Stage) -> dict[str, str]:
    """What the words of a story name."""
    formats = context.formats
    back = back_since(context)
    return {
        "product": only_product(context) if stage is Stage.SINGLE else "",
        "month": formats.long_month(back.start) if back else "",
        "currency": context.view.currency,
    }


def months_known(context: SlideContext) -> float | None:
    """Months since the first invoice or subscription, where any is known."""
    months = context.view.figures.find("tenure_months", context.period)
    return None if months is None else months.number


def _fees(context: SlideContext) -> list[tuple[Period, int | None]]:
    """The fee of the last thirteen months, as far as it was computed."""
    last = context.period.months[-1]
    months = [last.shift(step) for step in range(1 - _COURSE, 1)]
    found = [(month, context.view.figures.find("mrr", month)) for month in months]
    return [(month, fee.value_minor if fee else None) for month, fee in found]


def back_since(context: SlideContext) -> Period | None:
    """The first month with a fee after months without, of a client that had one before; None
    where it never left, or has been back for longer than half a year."""
    fees = _fees(context)
    empty = [place for place, (_, fee) in enumerate(fees) if fee == 0]
    if not empty or empty[-1] == len(fees) - 1:
        return None
    paid_before = any(fee for _, fee in fees[: empty[-1]])
    months_back = len(fees) - 1 - empty[-1]
    return fees[empty[-1] + 1][0] if paid_before and months_back <= _FRESHLY_BACK_MONTHS else None


def last_paid(context: SlideContext) -> Period | None:
    """The last month with a fee, of a client that has none at the period's end."""
    paid = [month for month, fee in _fees(context) if fee]
    return paid[-1] if paid and paid[-1] != context.period.months[-1] else None


def currencies_of(context: SlideContext) -> tuple[str, ...]:
    """Currencies that the period's documents are in."""
    found = {currency for account in context.view.accounts for currency, _ in account.invoiced}
    return tuple(sorted(found))


def only_product(context: SlideContext) -> str:
    """The one product that is subscribed and was invoiced in the period; empty where there are
    several or none."""
    invoiced = {
        part.product for part in context.view.invoiced if part.month in context.period.months
    }
    names = {item.product for item in context.view.subscriptions}
    is_alone = len(names) == 1 and invoiced <= names
    return names.pop() if is_alone else ""
