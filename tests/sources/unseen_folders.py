"""Exports of two companies on systems that no mapping is shipped for, and what they mean. Columns
are named as such exports name theirs; rows are made up."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from proposal_truth import Truth

ROWS = 40
_START = date(2026, 1, 5)


def day(number: int, days: int = 0) -> date:
    return _START + timedelta(days=number * 3 + days)


def written(header: Sequence[str], rows: Iterator[Sequence[object]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue()


def pipedrive(folder: Path) -> None:
    """Lists of Pipedrive, and Freshdesk's tickets."""
    names = "ID Name Owner Industry|Website|Organization created|Open deals|Won deals"
    first, *others = names.split("|")
    header = [f"Organization - {name}" for name in (*first.split(), *others)]
    rows = (
        (
            n,
            f"Client {n}",
            ("Ana Ruiz", "Tom Hill")[n % 2],
            "Retail",
            f"https://c{n}.com",
            f"{day(n)} 09:00:00",
            n % 3,
            n % 2,
        )
        for n in range(1, ROWS)
    )
    (folder / "organizations.csv").write_text(written(header, rows))
    names = "ID|Title|Owner|Value|Currency of Value|Organization ID|Organization|Stage|Status"
    dates = "Probability|Deal created|Won time|Lost time|Expected close date|Deal closed on"
    header = [f"Deal - {name}" for name in f"{names}|{dates}".split("|")]
    rows = (_pipedrive_deal(n) for n in range(1, ROWS))
    (folder / "deals.csv").write_text(written(header, rows))
    header = (
        "Ticket ID|Subject|Status|Priority|Source|Type|Company|Agent|Created time|Resolved time"
    )
    rows = (
        (
            n,
            f"Problem {n}",
            ("Open", "Closed", "Resolved", "Waiting on Customer")[n % 4],
            ("Low", "Medium", "High", "Urgent")[n % 4],
            "Email",
            "Incident",
            f"Client {n}",
            "Support One",
            f"{day(n)} 10:00:00",
            f"{day(n, 2)} 12:30:00" if n % 4 in (1, 2) else "",
        )
        for n in range(1, ROWS)
    )
    (folder / "tickets.csv").write_text(written(header.split("|"), rows))


def _pipedrive_deal(n: int) -> tuple[object, ...]:
    state = ("Open", "Won", "Lost")[n % 3]
    won, lost = (f"{day(n, 30)} 10:00:00" if state == name else "" for name in ("Won", "Lost"))
    return (
        *(500 + n, f"Deal {n}", ("Ana Ruiz", "Tom Hill")[n % 2], 1000 * n, "USD", n, f"Client {n}"),
        *(("Qualified", "Proposal Made")[n % 2], state, 10 * (n % 10), f"{day(n)} 08:00:00"),
        *(won, lost, day(n, 45), won or lost),
    )


PIPEDRIVE: Truth = {
    "organizations.csv": {
        "accounts": {
            "account_id": "Organization - ID",
            "account_name": "Organization - Name",
            "locale": "=en-US",
            "industry": "Organization - Industry",
            "domain": "Organization - Website",
            "created_date": "Organization - Organization created",
            "manager_id": "Organization - Owner",
            "currency": "=USD",
        },
        "managers": dict.fromkeys(("manager_id", "manager_name"), "Organization - Owner"),
    },
    "deals.csv": {
        "opportunities": {
            "opportunity_id": "Deal - ID",
            "account_id": "Deal - Organization ID",
            "opportunity_name": "Deal - Title",
            "stage": "Deal - Stage",
            "state": "Deal - Status",
            "amount_minor": "Deal - Value",
            "currency": "Deal - Currency of Value",
            "probability": "Deal - Probability",
            "created_date": "Deal - Deal created",
            "close_date": "Deal - Deal closed on+Deal - Expected close date",
            "manager_id": "Deal - Owner",
        },
        "managers": dict.fromkeys(("manager_id", "manager_name"), "Deal - Owner"),
    },
    "tickets.csv": {
        "tickets": {
            "ticket_id": "Ticket ID",
            "account_id": "account.Organization - ID",
            "subject": "Subject",
            "status": "Status",
            "priority": "Priority",
            "category": "Type",
            "created_at": "Created time",
            "solved_at": "Resolved time",
        }
    },
}


def zoho(folder: Path) -> None:
    """Zoho CRM's accounts and deals, Zoho Books' invoices and payments."""
    header = (
        "Record Id|Account Owner.id|Account Owner|Account Name|Website|Industry|Billing Country"
    )
    rows = (
        (
            f"zcrm_{n}",
            f"zcrm_u{n % 2}",
            ("Ana Ruiz", "Tom Hill")[n % 2],
            f"Client {n}",
            f"www.c{n}.com",
            "Banking",
            "US",
            f"{day(n)} 09:00:00",
        )
        for n in range(1, ROWS)
    )
    (folder / "Accounts.csv").write_text(written(f"{header}|Created Time".split("|"), rows))
    header = (
        "Record Id|Deal Owner.id|Deal Owner|Deal Name|Account Name.id|Account Name|Stage|Amount"
    )
    more = "Closing Date|Probability (%)|Type|Lead Source|Created Time|Currency"
    stages = ("Qualification", "Negotiation/Review", "Closed Won", "Closed Lost")
    rows = (
        (
            f"zcrm_9{n}",
            f"zcrm_u{n % 2}",
            ("Ana Ruiz", "Tom Hill")[n % 2],
            f"Deal {n}",
            f"zcrm_{n}",
            f"Client {n}",
            stages[n % 4],
            1500.5 * n,
            day(n, 40),
            (10, 90, 100, 0)[n % 4],
            "New Business",
            "Web",
            f"{day(n)} 08:00:00",
            "USD",
        )
        for n in range(1, ROWS)
    )
    (folder / "Deals.csv").write_text(written(f"{header}|{more}".split("|"), rows))
    header = (
        "Invoice Date|Invoice ID|Invoice Number|Invoice Status|Customer ID|Customer Name|Due Date"
    )
    more = "Currency Code|SubTotal|Tax Total|Total|Balance"
    states = ("Closed", "Overdue", "Sent", "Draft", "Void", "PartiallyPaid")
    rows = (
        (
            day(n),
            46000 + n,
            f"INV-{n:05}",
            states[n % 6],
            f"zcrm_{n}",
            f"Client {n}",
            day(n, 30),
            "USD",
            100 * n,
            8 * n,
            108 * n,
            0 if n % 6 == 0 else 108 * n,
        )
        for n in range(1, ROWS)
    )
    (folder / "Invoice.csv").write_text(written(f"{header}|{more}".split("|"), rows))
    header = "CustomerPayment ID|Payment Number|Mode|Date|Customer ID|Customer Name|Amount"
    more = "Currency Code|Payment Status|Invoice Number"
    rows = (
        (
            71000 + n,
            n,
            "Bank Transfer",
            day(n, 20),
            f"zcrm_{n}",
            f"Client {n}",
            108 * n,
            "USD",
            "Paid",
            f"INV-{n:05}",
        )
        for n in range(6, ROWS, 6)
    )
    (folder / "Customer_Payment.csv").write_text(written(f"{header}|{more}".split("|"), rows))


ZOHO: Truth = {
    "Accounts.csv": {
        "accounts": {
            "account_id": "Record Id",
            "account_name": "Account Name",
            "locale": "=en-US",
            "industry": "Industry",
            "domain": "Website",
            "country": "Billing Country",
            "created_date": "Created Time",
            "manager_id": "Account Owner.id",
            "currency": "=USD",
        },
    },
    "Deals.csv": {
        "opportunities": {
            "opportunity_id": "Record Id",
            "account_id": "Account Name.id",
            "opportunity_name": "Deal Name",
            "stage": "Stage",
            "state": "Stage",
            "amount_minor": "Amount",
            "currency": "Currency",
            "probability": "Probability (%)",
            "created_date": "Created Time",
            "close_date": "Closing Date",
            "manager_id": "Deal Owner.id",
        }
    },
    "Invoice.csv": {
        "invoices": {
            "invoice_id": "Invoice ID",
            "account_id": "Customer ID",
            "invoice_number": "Invoice Number",
            "document_kind": "=invoice",
            "status": "Invoice Status",
            "issue_date": "Invoice Date",
            "due_date": "Due Date",
            "currency": "Currency Code",
            "net_minor": "SubTotal",
            "tax_minor": "Tax Total",
            "total_minor": "Total",
            "amount_due_minor": "Balance",
        },
        "invoice_lines": {
            "line_id": "Invoice ID",
            "invoice_id": "Invoice ID",
            "account_id": "Customer ID",
            "net_minor": "SubTotal",
            "currency": "Currency Code",
        },
    },
    "Customer_Payment.csv": {
        "payments": {
            "payment_id": "CustomerPayment ID",
            "account_id": "Customer ID",
            "payment_kind": "=payment",
            "status": "Payment Status",
            "paid_date": "Date",
            "amount_minor": "Amount",
            "currency": "Currency Code",
        }
    },
}
