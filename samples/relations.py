"""People, meetings, contracts and deals."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from samples.days import DELIVERY, add_months, at, is_working, months_between
from samples.ids import salesforce_id
from samples.plan import Plan
from samples.records.agreements import Contract, Opportunity, Subscription
from samples.records.parties import Account, Contact
from samples.records.service import Meeting
from samples.wording import words_of

Ids = Callable[[], int]

_FIRST_MEETING = date(2025, 7, 1)


def contacts_of(account: Account, rng: Random, ids: Ids) -> list[Contact]:
    """Three people; the third may have left."""
    words = words_of(account)
    rows = []
    for place in range(3):
        first, last = rng.choice(words.first_names), rng.choice(words.last_names)
        mail = f"contacto{place + 1}@cliente-{account.number:04d}.example"
        is_here = place < 2 or rng.random() < 0.7
        key = salesforce_id("003", ids())
        rows.append(
            Contact(
                key,
                account,
                first,
                last,
                words.jobs[(place + account.number // 4) % len(words.jobs)],
                mail,
                is_here,
            )
        )
    return rows


def meetings_of(plan: Plan, account: Account, rng: Random, ids: Ids) -> list[Meeting]:
    """Meetings a quarter as planned, one a review; no-shows and internal ones beside them."""
    words = words_of(account)
    gone = plan.away[-1][0] if plan.away and plan.away[-1][1] is None else DELIVERY
    rows: list[Meeting] = []
    for quarter in months_between(max(_FIRST_MEETING, plan.starts), gone)[::3]:
        length = (min(add_months(quarter, 3), DELIVERY) - quarter).days
        for place in range(plan.meetings_a_quarter):
            kind = "Business Review" if place == 0 else rng.choice(("Meeting", "Call"))
            subject = words.review if place == 0 else rng.choice(words.meetings)
            slot = (length - 4) // plan.meetings_a_quarter
            day = _working_day(quarter, place * slot + rng.randrange(max(slot - 3, 1)), rng)
            rows.append(_meeting(account, subject, day, kind, "Held", ids))
        missed = _working_day(quarter, length - 6, rng)
        if rng.random() < 0.3:
            state = rng.choice(("No Show", "Cancelled"))
            rows.append(_meeting(account, words.meetings[0], missed, "Meeting", state, ids))
        if rng.random() < 0.4:
            day = _working_day(quarter, 3, rng)
            talk = _meeting(account, words.internal_meeting, day, "Meeting", "Held", ids)
            rows.append(_internal(talk))
    return [row for row in rows if row.starts_at < at(DELIVERY)]


def _working_day(quarter: date, offset: int, rng: Random) -> date:
    day = quarter + timedelta(days=offset + rng.randrange(0, 4))
    while not is_working(day):
        day += timedelta(days=1)
    return day


def _meeting(account: Account, subject: str, day: date, kind: str, state: str, ids: Ids) -> Meeting:
    number = ids()
    hour = 9 + number % 8
    key = salesforce_id("00U", number)
    return Meeting(key, account, subject, at(day, hour), 60, kind, state, is_with_client=True)


def _internal(talk: Meeting) -> Meeting:
    return Meeting(
        talk.meeting_id,
        talk.account,
        talk.subject,
        talk.starts_at,
        30,
        talk.kind,
        talk.state,
        is_with_client=False,
    )


def contracts_of(plan: Plan, account: Account, ids: Ids) -> list[Contract]:
    """The contract that runs and the one before it, where there was one."""
    if "no_contract" in plan.special:
        return []
    end = plan.contract_ends
    start = max(add_months(end.replace(day=1), -12), plan.starts)
    is_over = end < DELIVERY
    status = "Expired" if is_over else "Activated"
    rows = [_contract(account, status, start, end, ids)]
    if start > plan.starts:
        rows.insert(0, _contract(account, "Expired", plan.starts, start, ids))
    return rows


def _contract(account: Account, status: str, start: date, end: date, ids: Ids) -> Contract:
    number = ids()
    notice = 90 if account.tier == "Platinum" else 60
    key = salesforce_id("800", number)
    renews = account.number % 2 == 0
    return Contract(key, f"{number:08d}", account, status, start, end, notice, renews)


def opportunities_of(
    plan: Plan, account: Account, subscriptions: list[Subscription], rng: Random, ids: Ids
) -> list[Opportunity]:
    """The first deal won, sometimes an extension, and the renewal that is open."""
    words = words_of(account)
    yearly = sum(item.yearly_minor for item in subscriptions if item.is_recurring)
    size = max(yearly, 1_000_000) // 100 * 100

    def deal(
        title: int, stage: str, kind: str, amount: int, chance: int, closes: date
    ) -> Opportunity:
        name = f"{words.deals[title]} {closes.year}"
        key = salesforce_id("006", ids())
        opened = closes - timedelta(days=90)
        product = ("LUM-CORE", "LUM-SEAT", "LUM-ANALYTICS", "LUM-CORE")[title]
        return Opportunity(key, account, name, stage, kind, amount, chance, opened, closes, product)

    rows = [deal(3, "Closed Won", "New Customer", size, 100, plan.starts)]
    upgrade = "Existing Customer - Upgrade"
    draw = rng.random()
    if draw < 0.4:
        rows.append(deal(1, "Closed Won", upgrade, size // 500 * 100, 100, date(2026, 8, 20)))
    elif draw < 0.6:
        rows.append(deal(2, "Closed Lost", upgrade, size // 600 * 100, 0, date(2026, 7, 24)))
    else:
        rows.append(deal(2, "Proposal/Price Quote", upgrade, size // 700 * 100, 50, _soon(rng)))
    if plan.contract_ends > DELIVERY and plan.renewal:
        renewal = "Existing Customer - Renewal"
        closes = plan.contract_ends
        rows.append(deal(0, "Negotiation/Review", renewal, size, 70, closes))
    return rows


def _soon(rng: Random) -> date:
    return DELIVERY + timedelta(days=rng.randrange(20, 90))
