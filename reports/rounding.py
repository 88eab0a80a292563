"""Figures in words, rounded as Office rounds the figure it shows beside them."""

from decimal import ROUND_HALF_UP, Decimal


def rounded_as_shown(value: Decimal | float, digits: int) -> Decimal:
    """Ties away from zero, as PowerPoint and Excel have it; of a float, what its shortest decimal
    says. Adding zero makes a minus zero a plain one.

    >>> rounded_as_shown(2.675, 2), rounded_as_shown(-0.004, 2)
    (Decimal('2.68'), Decimal('0.00'))
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP) + 0
