"""Exports of three companies on systems that no mapping is shipped for, and what they mean. Columns
are named as the vendors document them; rows are made up."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook
from proposal_truth import Truth

ROWS = 40
_START = date(2026, 1, 5)


def _day(number: int, days: int = 0) -> date:
    return _START + timedelta(days=number * 3 + days)


def _written(header: Sequence[str], rows: Iterator[Sequence[object]], delimiter: str = ",") -> str:
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
            f"{_day(n)} 09:00:00",
            n % 3,
            n % 2,
        )
        for n in range(1, ROWS)
    )
    (folder / "organizations.csv").write_text(_written(header, rows))
    names = "ID|Title|Owner|Value|Currency of Value|Organization ID|Organization|Stage|Status"
    dates = "Probability|Deal created|Won time|Lost time|Expected close date|Deal closed on"
    header = [f"Deal - {name}" for name in f"{names}|{dates}".split("|")]
    rows = (_pipedrive_deal(n) for n in range(1, ROWS))
    (folder / "deals.csv").write_text(_written(header, rows))
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
            f"{_day(n)} 10:00:00",
            f"{_day(n, 2)} 12:30:00" if n % 4 in (1, 2) else "",
        )
        for n in range(1, ROWS)
    )
    (folder / "tickets.csv").write_text(_written(header.split("|"), rows))


def _pipedrive_deal(n: int) -> tuple[object, ...]:
    state = ("Open", "Won", "Lost")[n % 3]
    won, lost = (f"{_day(n, 30)} 10:00:00" if state == name else "" for name in ("Won", "Lost"))
    return (
        *(500 + n, f"Deal {n}", ("Ana Ruiz", "Tom Hill")[n % 2], 1000 * n, "USD", n, f"Client {n}"),
        *(("Qualified", "Proposal Made")[n % 2], state, 10 * (n % 10), f"{_day(n)} 08:00:00"),
        *(won, lost, _day(n, 45), won or lost),
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
            f"{_day(n)} 09:00:00",
        )
        for n in range(1, ROWS)
    )
    (folder / "Accounts.csv").write_text(_written(f"{header}|Created Time".split("|"), rows))
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
            _day(n, 40),
            (10, 90, 100, 0)[n % 4],
            "New Business",
            "Web",
            f"{_day(n)} 08:00:00",
            "USD",
        )
        for n in range(1, ROWS)
    )
    (folder / "Deals.csv").write_text(_written(f"{header}|{more}".split("|"), rows))
    header = (
        "Invoice Date|Invoice ID|Invoice Number|Invoice Status|Customer ID|Customer Name|Due Date"
    )
    more = "Currency Code|SubTotal|Tax Total|Total|Balance"
    states = ("Closed", "Overdue", "Sent", "Draft", "Void", "PartiallyPaid")
    rows = (
        (
            _day(n),
            46000 + n,
            f"INV-{n:05}",
            states[n % 6],
            f"zcrm_{n}",
            f"Client {n}",
            _day(n, 30),
            "USD",
            100 * n,
            8 * n,
            108 * n,
            0 if n % 6 == 0 else 108 * n,
        )
        for n in range(1, ROWS)
    )
    (folder / "Invoice.csv").write_text(_written(f"{header}|{more}".split("|"), rows))
    header = "CustomerPayment ID|Payment Number|Mode|Date|Customer ID|Customer Name|Amount"
    more = "Currency Code|Payment Status|Invoice Number"
    rows = (
        (
            71000 + n,
            n,
            "Bank Transfer",
            _day(n, 20),
            f"zcrm_{n}",
            f"Client {n}",
            108 * n,
            "USD",
            "Paid",
            f"INV-{n:05}",
        )
        for n in range(6, ROWS, 6)
    )
    (folder / "Customer_Payment.csv").write_text(_written(f"{header}|{more}".split("|"), rows))


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


def spanish(folder: Path) -> None:
    """An ERP of somebody's own, in Spanish."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["CodCliente", "Nombre fiscal", "NIF", "País", "Fecha de alta", "Comercial"])
    for n in range(1, ROWS):
        named = (f"C{n:03}", f"Cliente {n} S.L.", f"B{10000000 + n}", "ES")
        sheet.append([*named, _day(n), ("Ana Ruiz", "Luis Gil")[n % 2]])
    book.save(folder / "clientes.xlsx")
    header = (
        "Nº Factura|Fecha Fra.|Cód. Cliente|Base Imp.|Cuota IVA|Total Fra.|Fecha Vto.|Situación"
    )
    states = ("Cobrada", "Pte. cobro", "Devuelta", "Parcial", "Anulada")
    rows = (
        (
            f"F26-{n}",
            f"{_day(n):%d/%m/%Y}",
            f"C{n:03}",
            f"{100 * n},00",
            f"{21 * n},00",
            f"{121 * n},00",
            f"{_day(n, 30):%d/%m/%Y}",
            states[n % 5],
        )
        for n in range(1, ROWS)
    )
    _spanish(folder / "facturas.csv", header, rows)
    header = "Nº Recibo|Nº Factura|Cód. Cliente|Fecha Cobro|Importe Cobrado|Forma de pago"
    rows = (
        (
            f"R{n}",
            f"F26-{n}",
            f"C{n:03}",
            f"{_day(n, 25):%d/%m/%Y}",
            f"{121 * n},00",
            "Transferencia",
        )
        for n in range(5, ROWS, 5)
    )
    _spanish(folder / "cobros.csv", header, rows)
    header = "Nº Incidencia|Cód. Cliente|Descripción|Prioridad|Estado|Fecha Alta|Fecha Resol.|Tipo"
    rows = (
        (
            n,
            f"C{n:03}",
            f"No va {n}",
            ("Alta", "Media", "Baja", "Crítica")[n % 4],
            ("Abierta", "Resuelta", "En espera", "Cerrada")[n % 4],
            f"{_day(n):%d/%m/%Y %H:%M}",
            f"{_day(n, 3):%d/%m/%Y %H:%M}" if n % 2 else "",
            ("Avería", "Consulta")[n % 2],
        )
        for n in range(1, ROWS)
    )
    _spanish(folder / "incidencias.csv", header, rows)


def _spanish(place: Path, header: str, rows: Iterator[Sequence[object]]) -> None:
    place.write_text(_written(header.split("|"), rows, ";"), encoding="cp1252")


SPANISH: Truth = {
    "clientes.xlsx": {
        "accounts": {
            "account_id": "CodCliente",
            "account_name": "Nombre fiscal",
            "locale": "=es-ES",
            "tax_id": "NIF",
            "country": "País",
            "created_date": "Fecha de alta",
            "manager_id": "Comercial",
            "currency": "=EUR",
        },
        "managers": dict.fromkeys(("manager_id", "manager_name"), "Comercial"),
    },
    "facturas.csv": {
        "invoices": {
            "invoice_id": "Nº Factura",
            "account_id": "Cód. Cliente",
            "document_kind": "=invoice",
            "status": "Situación",
            "issue_date": "Fecha Fra.",
            "due_date": "Fecha Vto.",
            "currency": "=EUR",
            "net_minor": "Base Imp.",
            "tax_minor": "Cuota IVA",
            "total_minor": "Total Fra.",
        },
        "invoice_lines": {
            "line_id": "Nº Factura",
            "invoice_id": "Nº Factura",
            "account_id": "Cód. Cliente",
            "net_minor": "Base Imp.",
            "currency": "=EUR",
        },
    },
    "cobros.csv": {
        "payments": {
            "payment_id": "Nº Recibo",
            "invoice_id": "Nº Factura",
            "account_id": "Cód. Cliente",
            "payment_kind": "=payment",
            "status": "=succeeded",
            "paid_date": "Fecha Cobro",
            "amount_minor": "Importe Cobrado",
            "currency": "=EUR",
        }
    },
    "incidencias.csv": {
        "tickets": {
            "ticket_id": "Nº Incidencia",
            "account_id": "Cód. Cliente",
            "subject": "Descripción",
            "status": "Estado",
            "priority": "Prioridad",
            "category": "Tipo",
            "created_at": "Fecha Alta",
            "solved_at": "Fecha Resol.",
        }
    },
}
