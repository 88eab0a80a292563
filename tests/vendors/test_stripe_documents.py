"""What Stripe's documents say: lines, taxes, what remains, credits, charges and refunds."""

import json
from pathlib import Path

import pytest
from whole_company import (
    WholeCompany,
    account_rows,
    case,
    stripe_company,
    stripe_list,
    with_customers,
    write_company,
)

pytestmark = pytest.mark.thorough

JULY, AUGUST, SEPTEMBER = 1782907200, 1785585600, 1788264000
"""Noon (UTC) of the first day of these months of 2026, as Stripe writes times."""


def line(amount: int = 10000, **facts: object) -> dict[str, object]:
    told = {"amount": amount, "currency": "usd", "period": {"start": JULY, "end": AUGUST}}
    return told | facts


def invoice(
    key: str, client: str, *lines: dict[str, object], at: int = JULY, **facts: object
) -> dict[str, object]:
    told = {
        "id": f"in_{key}",
        "customer": f"cus_{client}",
        "number": key,
        "status": "paid",
        "created": at,
        "status_transitions": {"finalized_at": at, "paid_at": at},
        "currency": "usd",
        "total": 10000,
        "total_excluding_tax": 10000,
        "amount_remaining": 0,
    } | facts
    items = [item | {"id": f"il_{key}_{place}"} for place, item in enumerate(lines or (line(),))]
    return told | {"lines": {"data": items, "has_more": False}}


def charge(key: str, client: str, amount: int = 10000, **facts: object) -> dict[str, object]:
    return {
        "id": f"ch_{key}",
        "customer": f"cus_{client}",
        "status": "succeeded",
        "created": JULY,
        "amount": amount,
        "amount_captured": amount,
        "currency": "usd",
    } | facts


def refund(key: str, of: str, amount: int, **facts: object) -> dict[str, object]:
    return {
        "id": f"re_{key}",
        "charge": f"ch_{of}",
        "status": "succeeded",
        "created": AUGUST,
        "amount": amount,
        "currency": "usd",
    } | facts


def is_sound(company: WholeCompany) -> bool:
    """Whether every source is read and nobody is held."""
    return not company.checked.stopped and not company.checked.held


def test_refunds_beside_charges_are_read_whichever_file_comes_first(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("1", "A")],
        charges=[charge("1", "A", invoice="in_1")],
        refunds=[refund("1", "1", 2500)],
    )
    assert is_sound(company)
    assert company.checked.quarantine.empty
    assert company.told("A", "open_balance") == 0
    assert company.told("A", "unapplied_balance") == 0


def test_an_empty_list_of_refunds_changes_nothing(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("1", "A")],
        charges=[charge("1", "A", invoice="in_1")],
        refunds=[],
    )
    assert is_sound(company)
    assert company.told("A", "invoiced_amount") == 100


def test_a_refund_of_a_charge_that_nobody_knows_is_told(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path, "A", charges=[charge("1", "A")], refunds=[refund("1", "other", 2500)]
    )
    assert company.checked.quarantine["rule"].tolist() == ["unknown_account"]


@pytest.mark.parametrize(
    ("facts", "totals", "net"),
    [
        (
            {"discount_amounts": [{"amount": 2000}]},
            {"total": 8000, "total_excluding_tax": 8000},
            80,
        ),
        (
            {"discount_amounts": [{"amount": 1500}, {"amount": 500}]},
            {"total": 8000, "total_excluding_tax": 8000},
            80,
        ),
        ({"discount_amounts": []}, {}, 100),
        ({"discount_amounts": None}, {}, 100),
        (
            {"tax_amounts": [{"amount": 2100, "inclusive": False}]},
            {"total": 12100, "total_excluding_tax": 10000},
            100,
        ),
        (
            {"amount": 12100, "tax_amounts": [{"amount": 2100, "inclusive": True}]},
            {"total": 12100, "total_excluding_tax": 10000},
            100,
        ),
        (
            {"amount": 12100, "taxes": [{"amount": 2100, "tax_behavior": "inclusive"}]},
            {"total": 12100, "total_excluding_tax": 10000},
            100,
        ),
        (
            {
                "amount": 12100,
                "discount_amounts": [{"amount": 1210}],
                "taxes": [{"amount": 1890, "tax_behavior": "inclusive"}],
            },
            {"total": 10890, "total_excluding_tax": 9000},
            90,
        ),
    ],
)
def test_discounts_and_taxes_inside_a_line_are_no_revenue(
    tmp_path: Path, facts: dict[str, object], totals: dict[str, object], net: int
) -> None:
    company = stripe_company(tmp_path, "A", invoices=[invoice("1", "A", line(**facts), **totals)])
    assert is_sound(company)
    assert company.told("A", "recognised_revenue") == net
    assert company.told("A", "invoiced_amount") == net


def test_an_older_invoice_says_its_tax_and_no_total_without_it(tmp_path: Path) -> None:
    old = invoice("1", "A", total=12100, tax=2100)
    del old["total_excluding_tax"]
    company = stripe_company(tmp_path, "A", invoices=[old])
    assert is_sound(company)
    assert company.told("A", "invoiced_amount") == 100


def test_an_invoice_that_says_only_its_taxes_is_read(tmp_path: Path) -> None:
    taxes = [{"amount": 1500}, {"amount": 600}]
    taxed = invoice("1", "A", total=12100, total_taxes=taxes)
    untaxed = invoice("2", "A", total_taxes=[])
    del taxed["total_excluding_tax"], untaxed["total_excluding_tax"]
    company = stripe_company(tmp_path, "A", invoices=[taxed, untaxed])
    assert is_sound(company)
    assert company.told("A", "invoiced_amount") == 200


def test_paid_invoices_are_settled_though_no_charge_names_them(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        "B",
        invoices=[invoice("1", "A"), invoice("2", "A", at=AUGUST), invoice("3", "B")],
        charges=[charge("1", "A"), charge("2", "A", created=AUGUST)],
    )
    assert company.told("A", "open_balance") == 0
    assert company.told("A", "dso") == 0
    assert company.told("A", "unapplied_balance") == 0
    assert company.told("B", "open_balance") == 0
    assert company.told("B", "dso") == 0


def test_what_an_invoice_says_remains_is_believed(tmp_path: Path) -> None:
    part = {"status": "open", "amount_remaining": 4000}
    dates = {"status_transitions": {"finalized_at": JULY, "paid_at": None}}
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("1", "A", **part, **dates)],
        charges=[charge("1", "A", 1000, invoice="in_1")],
    )
    assert company.told("A", "open_balance") == 40


def test_what_payments_do_not_explain_is_told(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path, "A", invoices=[invoice("1", "A")], charges=[charge("9", "A")]
    )
    assert company.checked.quarantine["rule"].tolist() == ["paid_without_payment"]


def test_charges_find_their_invoice_through_invoice_payments(tmp_path: Path) -> None:
    def paid(invoice_key: str, **payment: str) -> dict[str, object]:
        return {"id": f"inpay_{invoice_key}", "invoice": f"in_{invoice_key}", "payment": payment}

    open_ = {"status": "open", "amount_remaining": None}
    dates = {"status_transitions": {"finalized_at": JULY, "paid_at": None}}
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("1", "A", **open_, **dates), invoice("2", "A", **open_, **dates)],
        charges=[
            charge("1", "A", payment_intent="pi_1"),
            charge("2", "A", 3000, payment_intent="pi_2"),
        ],
        invoice_payments=[
            paid("1", type="payment_intent", payment_intent="pi_1"),
            paid("2", type="charge", charge="ch_2"),
        ],
    )
    assert is_sound(company)
    assert company.told("A", "open_balance") == 70
    assert company.told("A", "unapplied_balance") == 0


def test_money_that_was_authorised_and_not_captured_pays_nothing(tmp_path: Path) -> None:
    open_ = {"status": "open", "amount_remaining": 10000}
    dates = {"status_transitions": {"finalized_at": JULY, "paid_at": None}}
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("1", "A", **open_, **dates)],
        charges=[charge("1", "A", invoice="in_1", captured=False, amount_captured=0)],
    )
    assert company.told("A", "open_balance") == 100
    assert company.told("A", "unapplied_balance") == 0


CREDIT = {
    "id": "cn_1",
    "customer": "cus_A",
    "invoice": "in_3",
    "number": "CN-1",
    "status": "issued",
    "created": SEPTEMBER,
    "currency": "usd",
    "total": 4000,
    "total_excluding_tax": 4000,
    "lines": {"data": [{"id": "cnli_1", "amount": 4000, "quantity": 1, "discount_amounts": []}]},
}


@pytest.mark.parametrize(
    ("credit", "invoiced"),
    [
        (CREDIT, 260),
        (CREDIT | {"status": "void"}, 300),
        (
            CREDIT
            | {
                "total": 4840,
                "total_excluding_tax": None,
                "total_taxes": [{"amount": 500}, {"amount": 340}],
            },
            260,
        ),
        (
            CREDIT
            | {
                "total": 4840,
                "lines": {
                    "data": [
                        {
                            "id": "cnli_1",
                            "amount": 5840,
                            "discount_amounts": [{"amount": 1000}],
                            "taxes": [{"amount": 840, "tax_behavior": "inclusive"}],
                        }
                    ]
                },
            },
            260,
        ),
    ],
)
def test_credit_notes_of_the_api_reduce(
    tmp_path: Path, credit: dict[str, object], invoiced: int
) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[
            invoice(str(place), "A", at=at)
            for place, at in enumerate((JULY, AUGUST, SEPTEMBER), start=1)
        ],
        credit_notes=[credit],
    )
    assert is_sound(company)
    assert company.told("A", "invoiced_amount") == invoiced


def test_a_credit_that_was_paid_back_is_not_left_over(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("3", "A")],
        charges=[charge("1", "A", invoice="in_3")],
        credit_notes=[CREDIT],
        refunds=[refund("1", "1", 4000, created=SEPTEMBER)],
    )
    assert company.told("A", "open_balance") == 0
    assert company.told("A", "unapplied_balance") == 0


def test_the_case_of_refunds_beside_charges(tmp_path: Path) -> None:
    company = with_customers(case("01-stripe-api-charges-and-refunds", tmp_path))
    assert not company.checked.stopped
    assert company.told("Plain", "open_balance") == 0


def test_the_case_of_discounts_on_lines(tmp_path: Path) -> None:
    company = with_customers(case("03-stripe-line-discounts", tmp_path))
    assert "DiscInv" not in company.checked.held
    assert company.told("DiscInv", "recognised_revenue") == 240


def test_the_case_of_tax_inside_lines(tmp_path: Path) -> None:
    company = case("04-tax-inclusive-lines", tmp_path, "inputs_stripe_api")
    lists = {path.stem: path.read_text("utf-8") for path in company.folder.glob("*.json")}
    told = json.loads(lists["customers"])["data"]
    files = {f"stripe/{name}.json": text for name, text in lists.items()}
    accounts = account_rows([customer["metadata"]["account_id"] for customer in told])
    files["salesforce/Account.csv"] = accounts
    whole = write_company(tmp_path, ("salesforce", "stripe_api"), files)
    client = next(item["metadata"]["account_id"] for item in told if item["name"] == "TaxIncl")
    assert client not in whole.checked.held
    assert whole.told(client, "recognised_revenue") == 300


def test_the_case_of_charges_without_invoice(tmp_path: Path) -> None:
    company = with_customers(case("06-stripe-charge-without-invoice", tmp_path))
    assert company.told("Basil", "open_balance") == 0
    assert company.told("Basil", "dso") == 0
    assert company.told("Basil", "unapplied_balance") == 0


def test_the_case_of_invoices_paid_without_charge(tmp_path: Path) -> None:
    company = with_customers(case("07-stripe-paid-without-charge", tmp_path))
    assert company.told("BalancePaid", "open_balance") == 0
    assert company.told("BalancePaid", "dso") == 0


def test_the_case_of_credit_notes(tmp_path: Path) -> None:
    company = with_customers(case("15-api-credit-notes", tmp_path))
    assert company.told("CreditNote", "invoiced_amount") == 260


def test_what_it_costs_to_send_goods_is_a_line(tmp_path: Path) -> None:
    shipping = {"amount_subtotal": 1500, "amount_tax": 0, "amount_total": 1500}
    sent = invoice("1", "A", total=11500, total_excluding_tax=11500, shipping_cost=shipping)
    company = stripe_company(tmp_path, "A", "B", invoices=[sent, invoice("2", "B")])
    assert is_sound(company)
    assert company.told("A", "recognised_revenue") == 115
    assert company.told("B", "recognised_revenue") == 100


def test_a_refund_finds_its_charge_by_what_was_intended(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("3", "A")],
        charges=[charge("1", "A", invoice="in_3", payment_intent="pi_1")],
        credit_notes=[CREDIT],
        refunds=[refund("1", "1", 4000, created=SEPTEMBER, charge=None, payment_intent="pi_1")],
    )
    assert company.checked.quarantine.empty
    assert company.told("A", "unapplied_balance") == 0


def test_a_list_without_its_last_page_stops_the_source(tmp_path: Path) -> None:
    company = stripe_company(tmp_path, "A", charges=[charge("1", "A")])
    landed = company.folder / "landing" / "2026-10-01" / "stripe"
    first = json.loads((landed / "charges.json").read_text("utf-8"))
    (landed / "charges.json").write_text(json.dumps(first | {"has_more": True}), "utf-8")
    assert company.checked.rows_good == 1  # the account, of another source
    (told,) = company.checked.stopped
    assert "has_more" in str(told)
    second = stripe_list(charge("2", "A"))
    (landed / "charges-2.json").write_text(json.dumps(second), "utf-8")
    whole = WholeCompany(company.folder)
    assert whole.checked.stopped == ()
    assert whole.checked.quarantine.empty
