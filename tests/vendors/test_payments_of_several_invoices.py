"""One charge that pays several invoices: each of them knows that it was paid."""

from pathlib import Path

import pytest
from test_stripe_documents import charge, invoice, is_sound, line
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
