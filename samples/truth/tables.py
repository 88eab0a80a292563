"""How many rows and how much money each canonical table gets."""

from collections import defaultdict
from collections.abc import Iterable

from samples.faults import Fault
from samples.partners import partners
from samples.people import LEADS_OF_NOBODY, MANAGERS, PARTNERS, PROSPECTS
from samples.products import PRODUCTS
from samples.records.book import Book


class TableTotals:
    """Rows and money (minor units by currency) by canonical table and outcome."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], int] = defaultdict(int)
        self._minor: dict[tuple[str, str, str], int] = defaultdict(int)

    def add(self, book: Book) -> None:
        """One client's rows, all loaded."""
        self._add_money(book)
        projects = {task.project for task in book.tasks}
        counted = {
            "accounts": book.accounts,
            "contacts": book.contacts,
            "contracts": book.contracts,
            "meetings": book.meetings,
            "tickets": book.tickets,
            "surveys": [*book.nps, *book.csat],
            "usage": book.usage,
            "usage_parts": book.usage_parts,
            "tasks": book.tasks,
            "commitments": book.commitments,
            "goals": book.goals,
            "targets": book.targets,
            "risk_notes": book.risks,
            "account_links": [*book.accounts, *book.accounts, *projects],
        }
        for table, rows in counted.items():
            self._rows[table, "loaded"] += len(rows)

    def _add_money(self, book: Book) -> None:
        def put(table: str, amounts: Iterable[tuple[str, int]]) -> None:
            for currency, minor in amounts:
                self._put(table, "loaded", currency, minor)

        own = book.invoices
        put("subscriptions", ((i.account.currency, i.yearly_minor) for i in book.subscriptions))
        put("invoices", ((i.account.currency, i.total_minor) for i in own))
        put("invoices", ((i.account.currency, -i.total_minor) for i in book.credit_notes))
        put("invoice_lines", ((i.account.currency, n.net_minor) for i in own for n in i.lines))
        put("invoice_lines", ((i.account.currency, -i.net_minor) for i in book.credit_notes))
        put("payments", ((i.account.currency, i.amount_minor) for i in book.payments))
        put("payments", ((i.account.currency, -i.amount_minor) for i in book.refunds))
        put("opportunities", ((i.account.currency, i.amount_minor) for i in book.opportunities))
        put("costs", ((i.account.currency, i.amount_minor) for i in book.costs))
        put("renewal_requests", ((i.account.currency, i.price_minor) for i in book.requests))

    def add_fault(self, fault: Fault) -> None:
        """A row that was kept out."""
        if fault.outcome != "held":
            self._put(fault.table, fault.outcome, fault.currency, fault.amount_minor)

    def add_shared(self, rates: int, clients: int) -> None:
        """Rows of the company itself."""
        self._rows["managers", "loaded"] += len(MANAGERS)
        self._rows["managers", "filtered"] += 1
        self._rows["accounts", "loaded"] += len(PROSPECTS)
        self._rows["accounts", "filtered"] += len(PARTNERS)
        self._rows["leads", "loaded"] += LEADS_OF_NOBODY + clients // 2
        self._rows["products", "loaded"] += len(PRODUCTS)
        self._rows["local_names", "loaded"] += sum(item.english != item.name for item in PRODUCTS)
        self._rows["fx_rates", "loaded"] += rates
        self._rows["targets", "loaded"] += 2 * len(MANAGERS)
        self._rows["manager_goals", "loaded"] += 2 * len(MANAGERS)
        for partner in partners():
            self._put("partners", "loaded", partner.currency, partner.spend_minor)

    def as_json(self) -> dict[str, dict[str, dict[str, object]]]:
        """By table and outcome: rows, and money by currency."""
        found: dict[str, dict[str, dict[str, object]]] = {}
        for (table, outcome), rows in sorted(self._rows.items()):
            money = {
                currency: minor
                for (name, kind, currency), minor in sorted(self._minor.items())
                if (name, kind) == (table, outcome)
            }
            found.setdefault(table, {})[outcome] = {"rows": rows, "money": money}
        return found

    def _put(self, table: str, outcome: str, currency: str, minor: int | None) -> None:
        self._rows[table, outcome] += 1
        if minor is not None:
            self._minor[table, outcome, currency] += minor
