"""Proposals for exports of systems that no mapping is shipped for, against what they mean.

The bar: nine of ten required columns right in active tables, and at most a quarter of the lines
of a finished mapping left to people. Files and columns are written after such exports, by us.
"""

from pathlib import Path

import pytest
from proposal_truth import Truth, measured

from sources.proposer import Company, propose

ACCOUNT = {"locale": "=en-US"}
QUICKBOOKS = {
    "Customers.csv": """Customer,Company,Email,Phone,Billing Country,Currency,Open Balance
Acme Corp,Acme Corp,ap@acme.com,555-1,US,USD,1200.00
Globex,Globex LLC,bills@globex.com,555-2,US,USD,0.00
Initech,Initech,pay@initech.com,555-3,US,USD,300.50
""",
    "Invoices.csv": """Date,Transaction Type,Num,Customer,Due Date,Amount,Open Balance
01/05/2026,Invoice,1001,Acme Corp,02/04/2026,1200.00,1200.00
01/15/2026,Invoice,1002,Globex,02/14/2026,800.00,0.00
02/05/2026,Invoice,1003,Initech,03/07/2026,300.50,300.50
02/20/2026,Credit Memo,1004,Globex,02/20/2026,-100.00,0.00
""",
    "Payments.csv": """Date,Transaction Type,Num,Customer,Amount,Invoice No
02/01/2026,Payment,P-1,Globex,800.00,1002
02/21/2026,Payment,P-2,Initech,10.00,1003
""",
}
QUICKBOOKS_MEANS: Truth = {
    "Customers.csv": {
        "accounts": ACCOUNT
        | {
            "account_id": "Customer",
            "account_name": "Customer",
            "country": "Billing Country",
            "currency": "Currency",
        }
    },
    "Invoices.csv": {
        "invoices": {
            "invoice_id": "Num",
            "account_id": "Customer",
            "document_kind": "Transaction Type",
            "status": "=issued",
            "issue_date": "Date",
            "due_date": "Due Date",
            "currency": "=USD",
            "net_minor": "Amount",
            "total_minor": "Amount",
            "amount_due_minor": "Open Balance",
        },
        "invoice_lines": {
            "line_id": "Num",
            "invoice_id": "Num",
            "account_id": "Customer",
            "net_minor": "Amount",
            "currency": "=USD",
        },
    },
    "Payments.csv": {
        "payments": {
            "payment_id": "Num",
            "account_id": "Customer",
            "payment_kind": "=payment",
            "status": "=succeeded",
            "paid_date": "Date",
            "amount_minor": "Amount",
            "currency": "=USD",
            "invoice_id": "Invoice No",
        }
    },
}
CHARGEBEE = {
    "Customers.csv": """Customer Id,First Name,Last Name,Email,Company,Billing Country,\
Preferred Currency,Created At
cust_1,Ann,Lee,ann@acme.com,Acme Corp,US,USD,12-Jan-2026 10:00
cust_2,Bob,Ray,bob@globex.com,Globex,US,USD,03-Mar-2025 09:00
cust_3,Cy,Orr,cy@initech.com,Initech,US,USD,20-Sep-2026 09:00
""",
    "Subscriptions.csv": """Subscription Id,Customer Id,Plan Id,Plan Quantity,Plan Amount,Status,\
Currency,Billing Period,Billing Period Unit,Started At,Trial Start,Trial End,Cancelled At,MRR
s1,cust_1,pro,5,49.00,Active,USD,1,month,12-Jan-2026 10:00,,,,245.00
s2,cust_2,year,1,1200.00,Cancelled,USD,1,year,03-Mar-2025 09:00,,,05-Jun-2026 08:00,0.00
s3,cust_3,basic,2,10.00,In Trial,USD,1,month,20-Sep-2026 09:00,20-Sep-2026 09:00,\
04-Oct-2026 09:00,,0.00
s4,cust_1,addon,1,90.00,Non Renewing,USD,3,month,02-Feb-2026 10:00,,,,30.00
""",
}
CHARGEBEE_MEANS: Truth = {
    "Customers.csv": {
        "accounts": ACCOUNT
        | {
            "account_id": "Customer Id",
            "account_name": "Company",
            "country": "Billing Country",
            "currency": "Preferred Currency",
            "created_date": "Created At",
        }
    },
    "Subscriptions.csv": {
        "subscriptions": {
            "subscription_id": "Subscription Id",
            "account_id": "Customer Id",
            "product_id": "Plan Id",
            "status": "Status",
            "is_trial": "Status",
            "start_date": "Started At",
            "trial_start_date": "Trial Start",
            "trial_end_date": "Trial End",
            "cancelled_date": "Cancelled At",
            "quantity": "Plan Quantity",
            # Today's MRR of what is over is 0, and what it was is its price.
            "yearly_minor": "Plan Amount+Plan Quantity+Billing Period+Billing Period Unit",
            "currency": "Currency",
        }
    },
}
RECURLY = {
    "accounts.csv": """account_code,account_company,email,country,created_at,status
acc1,Acme,a@acme.com,US,2026-01-10 10:00:00 UTC,active
acc2,Globex,g@globex.com,US,2025-05-01 10:00:00 UTC,active
acc3,Initech,i@initech.com,US,2025-02-01 10:00:00 UTC,closed
""",
    "subscriptions.csv": """subscription_id,account_code,plan_code,quantity,unit_amount,currency,\
plan_interval,plan_interval_length,state,activated_at,canceled_at,expires_at
s1,acc1,gold,2,50.00,USD,months,1,active,2026-01-10 10:00:00 UTC,,
s2,acc2,gold,1,600.00,USD,months,12,canceled,2025-05-01 10:00:00 UTC,2026-03-01 10:00:00 UTC,\
2026-05-01 10:00:00 UTC
s3,acc3,silver,1,20.00,USD,months,1,expired,2025-02-01 10:00:00 UTC,2025-12-01 10:00:00 UTC,\
2026-01-01 10:00:00 UTC
""",
    "invoices.csv": """invoice_number,account_code,state,type,currency,subtotal,tax_amount,total,\
balance,created_at,due_on
1001,acc1,paid,charge,USD,100.00,21.00,121.00,0.00,2026-01-10 10:00:00 UTC,2026-01-10
1002,acc2,paid,charge,USD,600.00,126.00,726.00,0.00,2025-05-01 10:00:00 UTC,2025-05-01
1003,acc3,past_due,charge,USD,20.00,4.20,24.20,24.20,2025-12-01 10:00:00 UTC,2025-12-01
1004,acc3,paid,credit,USD,-5.00,-1.05,-6.05,0.00,2025-12-02 10:00:00 UTC,2025-12-02
""",
}
RECURLY_MEANS: Truth = {
    "accounts.csv": {
        "accounts": ACCOUNT
        | {
            "account_id": "account_code",
            "account_name": "account_company",
            "country": "country",
            "currency": "=USD",
            "created_date": "created_at",
        }
    },
    "subscriptions.csv": {
        "subscriptions": {
            "subscription_id": "subscription_id",
            "account_id": "account_code",
            "product_id": "plan_code",
            "status": "state",
            "is_trial": "=False",
            "start_date": "activated_at",
            "end_date": "expires_at",
            "cancelled_date": "canceled_at",
            "quantity": "quantity",
            "yearly_minor": "unit_amount+quantity+plan_interval_length+plan_interval",
            "currency": "currency",
        }
    },
    "invoices.csv": {
        "invoices": {
            "invoice_id": "invoice_number",
            "invoice_number": "invoice_number",
            "account_id": "account_code",
            "document_kind": "type",
            "status": "state",
            "issue_date": "created_at",
            "due_date": "due_on",
            "currency": "currency",
            "net_minor": "subtotal",
            "tax_minor": "tax_amount",
            "total_minor": "total",
            "amount_due_minor": "balance",
        },
        "invoice_lines": {
            "line_id": "invoice_number",
            "invoice_id": "invoice_number",
            "account_id": "account_code",
            "net_minor": "subtotal",
            "currency": "currency",
        },
    },
}


@pytest.mark.parametrize(
    ("files", "truth"),
    [(QUICKBOOKS, QUICKBOOKS_MEANS), (CHARGEBEE, CHARGEBEE_MEANS), (RECURLY, RECURLY_MEANS)],
    ids=["quickbooks", "chargebee", "recurly"],
)
def test_most_of_an_unseen_system_is_proposed_right(
    files: dict[str, str], truth: Truth, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = measured(propose(tmp_path, "own", Company("USD", "US", "en")), truth)
    assert len(found.wrong_required) * 10 <= found.required, found.wrong_required
    assert len(found.by_hand) * 4 <= found.lines, found.by_hand


def test_an_amount_of_a_unit_is_times_the_units_and_by_its_interval(tmp_path: Path) -> None:
    """A price for three months passed for a month's, that of a seat for that of all."""
    (tmp_path / "Subscriptions.csv").write_text(CHARGEBEE["Subscriptions.csv"], encoding="utf-8")
    (tmp_path / "Customers.csv").write_text(CHARGEBEE["Customers.csv"], encoding="utf-8")
    proposal = propose(tmp_path, "own", Company("USD", "US", "en"))
    (table,) = (item for item in proposal.tables if item.table == "subscriptions")
    rules = {item.column: item for item in table.columns}
    assert rules["yearly_minor"].rule == {
        "column": "Plan Amount",
        "times": ["Plan Quantity"],
        "divide_by": ["Billing Period"],
        "round": "half_even",
        "factor": {"column": "Billing Period Unit", "values": {"month": 12, "year": 1}},
    }
    assert not rules["status"].unknown
