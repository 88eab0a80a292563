"""The exports of an ERP of somebody's own, in Spanish, and what they mean; rows are made up."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook
from proposal_truth import Truth
from unseen_folders import ROWS, day, written


def spanish(folder: Path) -> None:
    """An ERP of somebody's own, in Spanish."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["CodCliente", "Nombre fiscal", "NIF", "País", "Fecha de alta", "Comercial"])
    for n in range(1, ROWS):
        named = (f"C{n:03}", f"Cliente {n} S.L.", f"B{10000000 + n}", "ES")
        sheet.append([*named, day(n), ("Ana Ruiz", "Luis Gil")[n % 2]])
    book.save(folder / "clientes.xlsx")
    header = (
        "Nº Factura|Fecha Fra.|Cód. Cliente|Base Imp.|Cuota IVA|Total Fra.|Fecha Vto.|Situación"
    )
    states = ("Cobrada", "Pte. cobro", "Devuelta", "Parcial", "Anulada")
    rows = (
        (
            f"F26-{n}",
            f"{day(n):%d/%m/%Y}",
            f"C{n:03}",
            f"{100 * n},00",
            f"{21 * n},00",
            f"{121 * n},00",
            f"{day(n, 30):%d/%m/%Y}",
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
            f"{day(n, 25):%d/%m/%Y}",
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
            f"{day(n):%d/%m/%Y %H:%M}",
            f"{day(n, 3):%d/%m/%Y %H:%M}" if n % 2 else "",
            ("Avería", "Consulta")[n % 2],
        )
        for n in range(1, ROWS)
    )
    _spanish(folder / "incidencias.csv", header, rows)


def _spanish(place: Path, header: str, rows: Iterator[Sequence[object]]) -> None:
    place.write_text(written(header.split("|"), rows, ";"), encoding="cp1252")


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
