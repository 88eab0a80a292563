"""Every step that a reader of the months sees has its reason, or is said to have none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.billing.invoiced_months import total_of
from transforms.billing.invoiced_moves import Move, Reason, moves_of
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.core.periods import Period

MONTHS = Period.parse("2026-Q3").trailing_twelve.months
APRIL = MONTHS[6]


def parts(product: str, *minors: int, **more: object) -> list[InvoicedPart]:
    """A product's months, the last of which is the quarter's; `more` holds from April on."""
    first = len(MONTHS) - len(minors)
    return [
        InvoicedPart(month, product, minor, quantity=10, **(more if month >= APRIL else {}))
        for month, minor in zip(MONTHS[first:], minors, strict=True)
        if minor
    ]


BASE = parts("Core", *[1000] * 12)
STEP = (*[1000] * 6, *[1100] * 6)


def only(*told: InvoicedPart) -> Move:
    (found,) = moves_of(told, MONTHS)
    return found


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({}, Reason.PRICE),
        ({"quantity": 11}, Reason.SEATS),
        ({"quantity": 15}, Reason.UNKNOWN),
        ({"quantity": None}, Reason.UNKNOWN),
        ({"is_whole": False}, Reason.PARTIAL),
    ],
)
def test_a_lasting_step_has_the_reason_of_its_lines(
    more: dict[str, object], reason: Reason
) -> None:
    first = parts("Core", *STEP[:6], *[0] * 6)
    later = [
        InvoicedPart(month, "Core", 1100, **({"quantity": 10} | more))  # type: ignore[arg-type]
        for month in MONTHS[6:]
    ]
    found = only(*first, *later)
    assert (found.months, found.minor, found.reason) == ((APRIL,), 100, reason)


def test_a_step_up_from_a_part_of_a_month_is_the_first_whole_one() -> None:
    first = InvoicedPart(APRIL, "Core", 1050, quantity=10, is_whole=False)
    later = [InvoicedPart(month, "Core", 1100, quantity=11) for month in MONTHS[7:]]
    told = moves_of([*parts("Core", *STEP[:6], *[0] * 6), first, *later], MONTHS)
    assert [move.reason for move in told] == [Reason.PARTIAL, Reason.COMPLETE]


def test_a_credit_is_told_in_its_month_alone() -> None:
    credited = [
        InvoicedPart(APRIL, "Core", 850, -150, 10) if part.month == APRIL else part for part in BASE
    ]
    found = only(*credited)
    assert (found.months, found.minor, found.reason) == ((APRIL,), -150, Reason.CREDIT)


def test_what_is_invoiced_now_and_then_is_one_entry() -> None:
    once = [InvoicedPart(MONTHS[place], "Training", 120, is_once=True) for place in (2, 8)]
    found = only(*BASE, *once)
    assert (found.months, found.reason) == ((MONTHS[2], MONTHS[8]), Reason.ONCE)


def test_a_product_comes_and_another_goes() -> None:
    came = parts("Users", *[200] * 6)
    gone = parts("Support", *[300] * 6, *[0] * 6)
    found = {move.product: move.reason for move in moves_of([*BASE, *came, *gone], MONTHS)}
    assert found == {"Users": Reason.NEW, "Support": Reason.ENDED}


def test_a_rate_moves_what_was_invoiced_alike() -> None:
    foreign = [
        InvoicedPart(month, "Core", 1000 if month < APRIL else 1090, own=(("EUR", 900),))
        for month in MONTHS
    ]
    assert only(*foreign).reason is Reason.RATE


def test_a_month_without_products_is_one_step_without_a_name() -> None:
    mixed = [InvoicedPart(part.month, "", 1200) if part.month == APRIL else part for part in BASE]
    assert [(move.product, move.minor) for move in moves_of(mixed, MONTHS)] == [("", 200)]


@given(st.lists(st.tuples(*[st.integers(0, 2000)] * 12), min_size=1, max_size=3))
def test_no_visible_step_is_without_an_entry_or_a_return(
    amounts: list[tuple[int, ...]],
) -> None:
    made = [part for place, row in enumerate(amounts) for part in parts(f"P{place}", *row)]
    told = {month for move in moves_of(made, MONTHS) for month in move.months}
    for place in range(1, len(MONTHS)):
        before, now = (total_of(made, MONTHS[at]) for at in (place - 1, place))
        if before <= 0 or now <= 0 or abs(now - before) < 0.02 * before or MONTHS[place] in told:
            continue
        assert MONTHS[place - 1] in told, "only what returns is not told again"


def test_what_is_used_month_by_month_is_no_one_off() -> None:
    used = [
        InvoicedPart(month, "Visits", 300 if place < 6 else 400, is_once=True)
        for place, month in enumerate(MONTHS)
    ]
    assert only(*BASE, *used).reason is Reason.VARIES


def test_a_credit_and_a_step_of_one_month_are_told_apart() -> None:
    after = parts("Core", *[0] * 6, *[1200] * 6)
    core = [part for part in BASE if part.month < APRIL] + [replace(p, quantity=12) for p in after]
    credited = [
        replace(part, minor=part.minor - 500, credited_minor=-500) if part.month == APRIL else part
        for part in core
    ]
    found = [(move.months, move.minor, move.reason) for move in moves_of(credited, MONTHS)]
    assert found == [((APRIL,), -500, Reason.CREDIT), ((APRIL,), 200, Reason.SEATS)]


def test_a_small_step_that_lasts_is_told_and_one_of_a_month_is_not() -> None:
    for quantity, reasons in ((10.15, [Reason.SEATS]), (None, [])):
        told = [
            replace(part, minor=1015, quantity=quantity) if part.month >= APRIL else part
            for part in BASE
        ]
        assert [move.reason for move in moves_of(told, MONTHS)] == reasons
