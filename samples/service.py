"""Support tickets since July 2025, and the answers of NPS and CSAT surveys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from samples.days import (
    DELIVERY,
    LAST_DAY,
    add_months,
    after_business_minutes,
    at,
    is_working,
    months_between,
)
from samples.plan import Mood, Plan, Service
from samples.records.parties import Account
from samples.records.service import Answer, Ticket
from samples.wording import words_of

Ids = Callable[[], int]

FIRST_TICKET = date(2025, 7, 1)
SHOWCASE = date(2026, 7, 1)
_RECENT = at(date(2026, 8, 1))


def tickets_of(plan: Plan, account: Account, rng: Random, ids: Ids) -> list[Ticket]:
    """An account's tickets, oldest first; none after its last subscription ended."""
    if plan.service is None:
        return []
    rows: list[Ticket] = []
    for month in months_between(max(FIRST_TICKET, plan.starts), _gone(plan)):
        if _is_away(plan, month):
            continue
        wanted = plan.service.tickets_a_month * rng.uniform(0.7, 1.3)
        for _ in range(int(wanted + rng.random())):
            rows.append(_ticket(plan.service, account, month, rng, ids))
    if rows and account.number % 8 == 3:
        rows[0] = replace(rows[0], state="deleted")
    return sorted(rows, key=lambda row: row.created_at)


def _gone(plan: Plan) -> date:
    return plan.away[-1][0] if plan.away and plan.away[-1][1] is None else DELIVERY


def _moment(month: date, rng: Random) -> datetime:
    """A time in the month, mostly in business hours."""
    days = (add_months(month, 1) - month).days
    day = month + timedelta(days=rng.randrange(days))
    while not is_working(day) and rng.random() < 0.9:
        day = month + timedelta(days=rng.randrange(days))
    return at(day, rng.randrange(8, 19), rng.randrange(60))


def _ticket(service: Service, account: Account, month: date, rng: Random, ids: Ids) -> Ticket:
    words = words_of(account)
    created = _moment(month, rng)
    is_critical = rng.random() < service.critical_share
    subjects = words.incidents if is_critical else words.tickets
    category = rng.choice(tuple(subjects))
    replied, solved = _handled(service, created, is_critical, rng)
    return Ticket(
        ids(),
        account,
        account.number * 1000 + rng.randrange(1, 6),
        rng.choice(subjects[category]),
        _priority(is_critical, rng),
        _state(solved, rng),
        category,
        rng.random() < service.complaint_share,
        created,
        replied,
        solved,
    )


def _priority(is_critical: bool, rng: Random) -> str:
    if is_critical:
        return rng.choice(("urgent", "high"))
    return rng.choice(("normal", "normal", "low"))


def _state(solved: datetime | None, rng: Random) -> str:
    if solved is None:
        return rng.choice(("new", "open", "pending", "hold"))
    return rng.choice(("solved", "closed", "closed"))


def _handled(
    service: Service,
    created: datetime,
    is_critical: bool,
    rng: Random,
) -> tuple[datetime | None, datetime | None]:
    """When it was answered and solved; what lies after the export has not happened."""
    wait = max(3, int(service.reply_minutes * rng.lognormvariate(0, 0.6)))
    work = service.critical_minutes if is_critical else service.critical_minutes * 3
    effort = max(10, int(work * rng.lognormvariate(0, 0.5)))
    replied = after_business_minutes(created, wait)
    solved = after_business_minutes(replied, effort)
    end = at(LAST_DAY, 18)
    if created >= _RECENT and rng.random() < service.left_open:
        solved = end + timedelta(days=1)
    return (replied if replied <= end else None), (solved if solved <= end else None)


def csat_of(
    plan: Plan, account: Account, tickets: list[Ticket], rng: Random, ids: Ids
) -> list[Answer]:
    """Answers about solved tickets on a scale of 1 to 5; some forms came back empty."""
    if plan.service is None or plan.mood is None:
        return []
    rows = []
    for ticket in tickets:
        if ticket.solved_at is None or rng.random() > plan.service.csat_share:
            continue
        good = rng.random() < plan.service.csat_good
        score = rng.choice((4, 5, 5)) if good else rng.choice((1, 2, 3))
        when = ticket.solved_at + timedelta(hours=rng.randrange(1, 30), minutes=rng.randrange(60))
        if when > at(LAST_DAY, 22):
            continue
        blank = rng.random() < 0.05
        key = f"CSAT-{ids()}"
        rows.append(
            Answer(
                key,
                account,
                f"R-{ticket.requester_id}",
                None if blank else score,
                when,
                ticket_id=ticket.ticket_id,
            )
        )
    return rows


def nps_of(plan: Plan, account: Account, rng: Random, ids: Ids) -> list[Answer]:
    """A survey in the second month of every quarter since Q3 2025; some answer twice."""
    if plan.mood is None:
        return []
    rows: list[Answer] = []
    for back, quarter in ((4, date(2025, 7, 1)), (3, date(2025, 10, 1)), (2, date(2026, 1, 1))):
        rows += _earlier_wave(plan, plan.mood, account, quarter, back, rng, ids)
    rows += _earlier_wave(plan, plan.mood, account, date(2026, 4, 1), 1, rng, ids)
    if _gone(plan) == DELIVERY:
        rows += _wave(plan.mood, account, SHOWCASE, plan.mood.answers, rng, ids)
        rows += _second_thoughts(rows, rng, ids)
    return rows


def _earlier_wave(
    plan: Plan, mood: Mood, account: Account, quarter: date, back: int, rng: Random, ids: Ids
) -> list[Answer]:
    """So many quarters before the showcase, while the client was there."""
    if not plan.starts <= quarter < _gone(plan) or _is_away(plan, quarter):
        return []
    size = max(0, mood.answers + rng.randrange(-2, 2))
    shift = mood.before * back / 4 + rng.uniform(-0.06, 0.06)
    promoters = min(max(mood.promoters + shift, 0.0), 0.85)
    detractors = min(max(mood.detractors - shift / 2, 0.0), 1 - promoters)
    then = replace(mood, promoters=promoters, detractors=detractors)
    return _wave(then, account, quarter, size, rng, ids)


def _is_away(plan: Plan, day: date) -> bool:
    return any(left <= day and (back is None or day < back) for left, back in plan.away)


def _wave(
    mood: Mood, account: Account, quarter: date, size: int, rng: Random, ids: Ids
) -> list[Answer]:
    """`size` people answer; the shares of promoters and detractors are met as nearly as can be."""
    promoters = round(size * mood.promoters)
    detractors = round(size * mood.detractors)
    rows = []
    for person in range(size):
        score, sentiment = _score(person, promoters, detractors, rng)
        day = add_months(quarter, 1) + timedelta(days=rng.randrange(26))
        comment, theme = _comment(account, sentiment, rng)
        when = at(day, rng.randrange(8, 20), rng.randrange(60))
        who = f"R-{account.number * 1000 + person + 1}"
        rows.append(Answer(f"NPS-{ids()}", account, who, score, when, comment, theme))
    return rows


def _score(person: int, promoters: int, detractors: int, rng: Random) -> tuple[int, str]:
    if person < promoters:
        return rng.choice((9, 9, 10)), "praise"
    if person < promoters + detractors:
        return rng.choice((2, 4, 5, 6)), "blame"
    return rng.choice((7, 8)), "neutral"


def _comment(account: Account, sentiment: str, rng: Random) -> tuple[str, str]:
    if rng.random() > 0.45:
        return "", ""
    by_theme = getattr(words_of(account), sentiment)
    theme = rng.choice(tuple(by_theme))
    return rng.choice(by_theme[theme]), theme


def _second_thoughts(rows: list[Answer], rng: Random, ids: Ids) -> list[Answer]:
    """In September one person answers again: only the later answer counts."""
    recent = [row for row in rows if row.answered_at >= at(SHOWCASE)]
    if len(recent) < 6:
        return []
    first = recent[-1]
    when = at(date(2026, 9, 17), 12, rng.randrange(60))
    return [Answer(f"NPS-{ids()}", first.account, first.respondent_id, 8, when)]
