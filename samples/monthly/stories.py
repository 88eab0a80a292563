"""What becomes of subscriptions that change under one id, told by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samples.amounts import half_even
from samples.days import add_months

FIRST_DELIVERY = date(2026, 2, 1)
DELIVERIES = 9
PAST_DUE_DAYS = 90
"""After which a company that keeps to the default gives a late payer up."""
_A_YEAR = {"month": 12, "year": 1, "week": 52, "day": 365}


@dataclass(frozen=True)
class State:
    """What holds from a day on: Stripe's word, seats, a seat's price an interval before the
    coupon, and whether collection is paused."""

    day: date
    status: str = "active"
    seats: int = 1
    unit_minor: int = 10_000
    is_paused: bool = False
    percent_off: int = 0
    """Of a coupon that runs as long as the state does."""


@dataclass(frozen=True)
class Story:
    """One subscription. `states` are in the order of their days; the first is its start."""

    client: str
    subscription_id: str
    states: tuple[State, ...]
    interval: str = "month"
    intervals: int = 1
    trial: tuple[date, date] | None = None
    ended: date | None = None
    """When it was cancelled for good."""

    @property
    def start(self) -> date:
        return self.states[0].day

    def on(self, day: date) -> State | None:
        """What holds on a day; None before it began."""
        past = [state for state in self.states if state.day <= day]
        return past[-1] if past else None

    def worth(self, day: date) -> int | None:
        """Yearly minor units that count on a day, 0 where a payer has it free, else None."""
        state = self.on(day)
        if state is None or (self.ended and day >= self.ended):
            return None
        if state.status in ("trialing", "paused") or state.is_paused:
            return (
                0 if any(_is_paid(past) for past in self.states if past.day < state.day) else None
            )
        if not _is_paid(state) or self._is_given_up(day):
            return None
        gross = state.seats * state.unit_minor * (100 - state.percent_off)
        return half_even(gross * _A_YEAR[self.interval], 100 * self.intervals)

    def _is_given_up(self, day: date) -> bool:
        """Whether it has been late for so long that nobody expects the money any more."""
        since = None
        for state in self.states:
            if state.day <= day:
                since = (since or state.day) if state.status == "past_due" else None
        return since is not None and (day - since).days >= PAST_DUE_DAYS


def _is_paid(state: State) -> bool:
    return state.status in ("active", "past_due") and not state.is_paused


def month_ends() -> list[date]:
    """The last day before each delivery."""
    return [delivery - timedelta(days=1) for delivery in delivery_days()]


def delivery_days() -> list[date]:
    return [add_months(FIRST_DELIVERY, step) for step in range(DELIVERIES)]


def told_stories() -> tuple[Story, ...]:
    """One client for each thing that happens to subscriptions in place."""
    old, paid = date(2025, 1, 1), State(date(2025, 1, 1))

    def changed(client: str, *states: State, **more: object) -> Story:
        return Story(client, f"sub_{client}", (paid, *states), **more)  # type: ignore[arg-type]

    return (
        changed("Stable"),
        changed("PriceUp", State(date(2026, 3, 12), unit_minor=15_000)),
        changed("PriceDown", State(date(2026, 5, 2), unit_minor=7_333)),
        changed(
            "SeatsUpAndDown", State(date(2026, 3, 3), seats=8), State(date(2026, 6, 9), seats=5)
        ),
        changed("Unpaid", State(date(2026, 6, 20), "unpaid")),
        changed("UnpaidAndBack", State(date(2026, 4, 20), "unpaid"), State(date(2026, 7, 8))),
        changed("LateAndPaid", State(date(2026, 5, 20), "past_due"), State(date(2026, 6, 10))),
        changed("LateForLong", State(date(2026, 3, 30), "past_due")),
        changed("Cancelled", State(date(2026, 5, 17), "canceled"), ended=date(2026, 5, 17)),
        changed("Coupon", State(date(2026, 4, 6), percent_off=25), State(date(2026, 8, 6))),
        changed("AllFree", State(date(2026, 5, 6), percent_off=100), State(date(2026, 8, 1))),
        changed("Paused", State(date(2026, 4, 6), is_paused=True), State(date(2026, 7, 6))),
        changed(
            "FreeMonth",
            State(date(2026, 5, 10), "trialing"),
            State(date(2026, 6, 10)),
            trial=(date(2026, 5, 10), date(2026, 6, 10)),
        ),
        *_trials(),
        Story("Yearly", "sub_Yearly", (State(old, unit_minor=99_999),), interval="year"),
        Story("Quarterly", "sub_Quarterly", (State(old, unit_minor=30_001),), intervals=3),
        Story("New", "sub_New", (State(date(2026, 5, 5), seats=3),)),
    )


def _trials() -> tuple[Story, ...]:
    """What is not paid at first, and may never be."""
    conversion, paid = date(2026, 4, 15), State(date(2025, 1, 1))
    return (
        Story(
            "Trial",
            "sub_Trial",
            (State(date(2026, 3, 16), "trialing"), State(conversion)),
            trial=(date(2026, 3, 16), conversion),
        ),
        Story(
            "TrialLapsed",
            "sub_TrialLapsed",
            (State(date(2026, 3, 16), "trialing"), State(conversion, "canceled")),
            trial=(date(2026, 3, 16), conversion),
            ended=conversion,
        ),
        Story("SecondProduct", "sub_SecondProduct_1", (paid,)),
        Story(
            "SecondProduct",
            "sub_SecondProduct_2",
            (State(date(2026, 5, 20), "trialing"), State(date(2026, 6, 20))),
            trial=(date(2026, 5, 20), date(2026, 6, 20)),
        ),
        Story(
            "NeverPaid",
            "sub_NeverPaid",
            (State(date(2026, 4, 30), "incomplete"), State(date(2026, 5, 1), "incomplete_expired")),
        ),
    )


def random_stories(clients: int, seed: int) -> Iterator[Story]:
    """Clients with subscriptions to which anything happens."""
    rng = Random(seed)
    for number in range(clients):
        for which in range(rng.choice((1, 1, 2))):
            yield _random_story(f"Random{number:03}", which, rng)


def _random_story(client: str, which: int, rng: Random) -> Story:
    start = date(2025, 6, 1) + timedelta(days=rng.randrange(300))
    states = [State(start, seats=rng.randrange(1, 9), unit_minor=rng.randrange(1_000, 20_000))]
    day = max(start, FIRST_DELIVERY)
    while rng.random() < 0.75:
        day += timedelta(days=rng.randrange(1, 80))
        last = states[-1]
        status = rng.choice(("active", "active", "active", "unpaid"))
        seats, unit = (
            rng.randrange(1, 9),
            rng.choice((last.unit_minor, rng.randrange(1_000, 20_000))),
        )
        states.append(State(day, status, seats, unit, rng.random() < 0.15 and status == "active"))
    ended = day + timedelta(days=rng.randrange(1, 60)) if rng.random() < 0.25 else None
    if ended:
        states.append(State(ended, "canceled", states[-1].seats, states[-1].unit_minor))
    return Story(client, f"sub_{client}_{which}", tuple(states), ended=ended)
