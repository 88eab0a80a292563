"""Proposals for public exports that no mapping was written for, against what they mean.

Read in place where they stand beside the checkout; the bar is that of `test_unseen_companies`.
"""

import pytest
from proposal_truth import Truth, measured
from test_real_exports import DATA

from sources.proposer import Company, propose

pytestmark = pytest.mark.real_data

OWN = {"locale": "=en-US", "currency": "=USD"}
LINES = {
    "line_id": "item_id",
    "invoice_id": "factura_id",
    "account_id": "factura_id",
    "product_id": "producto",
    "description": "producto",
    "quantity": "cantidad",
    "net_minor": "total",
    "currency": "=USD",
}
MEANT: dict[str, Truth] = {
    "facturas_items_es": {
        "facturas.csv": {
            "accounts": OWN | {"account_id": "cliente", "account_name": "cliente"},
            "invoices": {
                "invoice_id": "factura_id",
                "account_id": "cliente",
                "document_kind": "=invoice",
                "status": "=issued",
                "issue_date": "fecha",
                "currency": "=USD",
                "net_minor": "subtotal",
                "tax_minor": "iva",
                "total_minor": "total",
            },
        },
        "items.csv": {"invoice_lines": LINES},
    },
    "facturas_residencias_es": {
        "estudiantes.csv": {
            "accounts": OWN
            | {
                "account_id": "id_estudiante",
                "account_name": "nombre",
                "created_date": "fecha_entrada",
            }
        },
        "facturas_emitidas.csv": {
            "invoices": {
                "invoice_id": "id_factura",
                "account_id": "id_estudiante",
                "document_kind": "=invoice",
                "status": "estado",
                "issue_date": "fecha_emision",
                "due_date": "fecha_vencimiento",
                "paid_date": "fecha_pago_real",
                "currency": "=USD",
                "net_minor": "importe",
                "total_minor": "importe",
            },
            "invoice_lines": {
                "line_id": "id_factura",
                "invoice_id": "id_factura",
                "account_id": "id_estudiante",
                "description": "concepto",
                "net_minor": "importe",
                "currency": "=USD",
            },
        },
    },
    "hubspot_sandbox": {
        "hubspot_companies.csv": {
            "accounts": OWN
            | {
                "account_id": "Company ID",
                "account_name": "Company Name",
                "manager_id": "Company Owner",
                "industry": "Industry",
                "created_date": "Create Date",
                "domain": "Company Domain Name",
            }
        },
        "hubspot_contacts.csv": {
            "contacts": {
                "contact_id": "Contact ID",
                "account_id": "account.Company ID",
                "contact_name": "First Name+Last Name",
                "job_title": "Job Title",
                "email": "Email",
            }
        },
        "hubspot_deals.csv": {
            "opportunities": {
                "opportunity_id": "Deal ID",
                "account_id": "account.Company ID",
                "manager_id": "Deal Owner",
                "opportunity_name": "Deal Name",
                "stage": "Deal Stage",
                "state": "Deal Stage",
                "amount_minor": "Amount",
                "currency": "=USD",
                "created_date": "Create Date",
                "close_date": "Close Date",
            }
        },
        "hubspot_tickets.csv": {
            "tickets": {
                "ticket_id": "Ticket ID",
                "account_id": "account.Company ID",
                "subject": "Ticket Name",
                "priority": "Ticket Priority",
                "status": "Ticket Status",
                "created_at": "Create Date",
                "solved_at": "Close Date",
            }
        },
    },
    "puxti_demo": {
        "raw_accounts.csv": {
            "accounts": OWN
            | {
                "account_id": "account_id",
                "account_name": "name",
                "tier": "tier",
                "industry": "industry",
                "created_date": "created_at",
            }
        },
        "raw_opportunities.csv": {
            "opportunities": {
                "opportunity_id": "opportunity_id",
                "account_id": "account_id",
                "opportunity_name": "name",
                "stage": "stage",
                "state": "stage",
                "amount_minor": "amount",
                "currency": "=USD",
                "created_date": "created_at",
                "close_date": "close_date",
            }
        },
        "raw_subscriptions.csv": {
            "subscriptions": {
                "subscription_id": "subscription_id",
                "account_id": "account_id",
                "product_id": "plan",
                "status": "status",
                "is_trial": "=False",
                "start_date": "start_date",
                "end_date": "end_date",
                "yearly_minor": "mrr",
                "currency": "=USD",
            }
        },
    },
}


@pytest.mark.parametrize("name", MEANT)
def test_most_of_a_public_export_is_proposed_right(name: str) -> None:
    if not (DATA / name).is_dir():
        pytest.skip(f"the public exports of {name} are not beside the checkout")
    found = measured(propose(DATA / name, "own", Company("USD", "US", "en")), MEANT[name])
    assert len(found.wrong_required) * 10 <= found.required, found.wrong_required
    assert len(found.by_hand) * 4 <= found.lines, found.by_hand
