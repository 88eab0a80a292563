"""One charge that pays several invoices: each of them knows that it was paid."""

from pathlib import Path

import pytest
from test_stripe_documents import CREDIT, JULY, charge, invoice, is_sound, line
from whole_company import stripe_company

pytestmark = pytest.mark.thorough

NONE_YET = {"status": "open", "amount_paid": None}


def paid(number: int, key: str, amount: int, **facts: object) -> dict[str, object]:
    told = {"id": f"inpay_{number}", "invoice": f"in_{key}", "status": "paid"}
    by = {"type": "payment_intent", "payment_intent": "pi_1"}
    return {**told, "amount_paid": amount, "payment": by, **facts}


@pytest.mark.parametrize(
    ("payments", "told"),
    [
        ((paid(1, "1", 6000), paid(2, "2", 4000)), []),
        ((paid(1, "1", 6000), paid(2, "2", 0, **NONE_YET), paid(3, "2", 4000)), []),
        ((paid(1, "1", 6000), paid(2, "2", 0, **NONE_YET)), ["in_2"]),
        ((paid(1, "1", 6000), paid(2, "3", 4000)), ["in_2"]),
    ],
)
def test_a_charge_that_pays_several_invoices_is_a_payment_of_each(
    tmp_path: Path, payments: tuple[dict[str, object], ...], told: list[str]
) -> None:
    first, second, third = (
        invoice(key, "A", line(amount), total=amount, total_excluding_tax=amount)
        for key, amount in (("1", 6000), ("2", 4000), ("3", 10000))
    )
    other = {"type": "payment_intent", "payment_intent": "pi_2"}
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[first, second, third],
        charges=[
            charge("1", "A", payment_intent="pi_1"),
            charge("2", "A", payment_intent="pi_2"),
        ],
        invoice_payments=[*payments, paid(9, "3", 10000, payment=other)],
    )
    assert is_sound(company)
    faults = company.checked.quarantine
    assert set(faults["rule"]) == ({"paid_without_payment"} if told else set())
    assert [raw for raw in told if not faults["raw"].str.contains(raw).any()] == []
    assert len(faults) == len(told)
    assert company.told("A", "open_balance") == 0
    assert company.told("A", "unapplied_balance") == 0


def test_a_charge_that_pays_a_part_of_an_invoice_leaves_what_remains(tmp_path: Path) -> None:
    """One charge pays one invoice whole and another in part; two charges pay a third."""
    rests = {"status": "open", "amount_remaining": 6000}
    dates = {"status_transitions": {"finalized_at": JULY, "paid_at": None}}
    first = invoice("1", "A", line(6000), total=6000, total_excluding_tax=6000)
    ways = [{"type": "payment_intent", "payment_intent": f"pi_{number}"} for number in (2, 3)]
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[first, invoice("2", "A", **rests, **dates), invoice("3", "A")],
        charges=[
            charge("1", "A", payment_intent="pi_1"),
            charge("2", "A", 7000, payment_intent="pi_2"),
            charge("3", "A", 3000, payment_intent="pi_3"),
        ],
        invoice_payments=[
            *(paid(1, "1", 6000), paid(2, "2", 4000)),
            *(paid(3, "3", 7000, payment=ways[0]), paid(4, "3", 3000, payment=ways[1])),
        ],
    )
    assert is_sound(company)
    assert company.checked.quarantine.empty
    assert company.told("A", "open_balance") == 60
    assert company.told("A", "unapplied_balance") == 0


@pytest.mark.parametrize(("remains", "told"), [(10000, ["settled_differs"]), (8000, [])])
def test_an_invoice_that_leaves_its_credit_note_out_is_believed_and_told(
    tmp_path: Path, remains: int, told: list[str]
) -> None:
    open_ = {"status": "open", "amount_remaining": remains}
    dates = {"status_transitions": {"finalized_at": JULY, "paid_at": None}}
    note = CREDIT | {"invoice": "in_1", "total": 2000, "total_excluding_tax": 2000}
    lines = {"data": [{"id": "cnli_1", "amount": 2000, "quantity": 1, "discount_amounts": []}]}
    company = stripe_company(
        tmp_path,
        "A",
        invoices=[invoice("1", "A", **open_, **dates)],
        credit_notes=[note | {"lines": lines}],
    )
    assert is_sound(company)
    assert company.checked.quarantine["rule"].tolist() == told
    assert company.told("A", "open_balance") == remains / 100
