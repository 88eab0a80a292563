"""One client's whole history, told from its plan."""

from datetime import timedelta
from random import Random

from samples.billing import bill
from samples.delivery import tasks_of
from samples.finance import commitments_of, costs_of, goals_of, requests_of, risks_of, targets_of
from samples.ids import Counter, salesforce_id, stripe_id
from samples.people import MANAGERS
from samples.plan import Place, Plan
from samples.recognition import revenue_by_month
from samples.records.book import Book
from samples.records.parties import Account
from samples.relations import contacts_of, contracts_of, meetings_of, opportunities_of
from samples.service import csat_of, nps_of, tickets_of
from samples.settlement import settle
from samples.subscriptions import subscribe
from samples.use import parts_of, weeks_of

_TAX = {"MX": 16, "ES": 21, "US": 0, "GB": 0, "JP": 0}
_FIRST_ACCOUNT = 100
_ACCOUNTS_A_CLIENT = 4


def write_history(plan: Plan, number: int, seed: int) -> Book:
    """The book of the client at this position, the same whatever the company's size."""
    ids = Counter(number)
    accounts = _accounts(plan, number)
    client = accounts[0]
    book = Book(client, accounts)
    for place, account in enumerate(accounts):
        rng = Random(f"{seed}:{number}:{place}:billing")
        share = 1.0 if place == 0 else 0.25
        own = subscribe(plan, account, share, ids)
        book.subscriptions += own
        book.invoices += bill(plan, account, own, rng, ids)
        settle(book, plan, account, rng, ids)
    _tell_the_rest(book, plan, seed, number, ids)
    return book


def _tell_the_rest(book: Book, plan: Plan, seed: int, number: int, ids: Counter) -> None:
    client = book.client
    rng = Random(f"{seed}:{number}:story")
    book.tickets = tickets_of(plan, client, rng, ids)
    book.csat = csat_of(plan, client, book.tickets, rng, ids)
    book.nps = nps_of(plan, client, rng, ids)
    parents = [item for item in book.subscriptions if item.account is client]
    book.usage = weeks_of(plan, client, parents, rng)
    book.usage_parts = parts_of(plan, book.usage)
    book.tasks = tasks_of(plan, client, rng, ids)
    book.meetings = meetings_of(plan, client, rng, ids)
    book.contracts = contracts_of(plan, client, ids)
    book.opportunities = opportunities_of(plan, client, parents, rng, ids)
    aims = Random(f"{seed}:{number}:aims")
    book.goals = goals_of(plan, client, aims, ids)
    book.commitments = commitments_of(plan, client, aims, ids)
    book.requests = requests_of(plan, book, rng, ids)
    revenue = revenue_by_month(book.invoices, book.credit_notes)
    for account in book.accounts:
        book.contacts += contacts_of(account, rng, ids)
        book.costs += costs_of(plan, account, revenue[account.account_id], rng)
    book.risks = risks_of(plan, client)
    book.targets = targets_of(client, revenue[client.account_id])


def _accounts(plan: Plan, number: int) -> list[Account]:
    parent = _account(plan, plan.name, plan.place, "", number, 0)
    return [
        parent,
        *(
            _account(plan, name, place, parent.account_id, number, order)
            for order, (name, place) in enumerate(plan.subsidiaries, start=1)
        ),
    ]


def _account(
    plan: Plan, name: str, place: Place, parent_id: str, number: int, order: int
) -> Account:
    key = _FIRST_ACCOUNT + (number - 1) * _ACCOUNTS_A_CLIENT + order
    return Account(
        key,
        salesforce_id("001", key),
        name,
        "Customer - Direct",
        parent_id,
        MANAGERS[plan.manager],
        plan.segment,
        plan.tier,
        plan.industry,
        place.city,
        place.country,
        place.locale,
        place.currency,
        plan.starts - timedelta(days=20),
        stripe_id("cus", key),
        36_000_000 + key,
        plan.payment_days,
        _TAX[place.country],
    )
