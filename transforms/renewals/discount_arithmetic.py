"""What a discount at renewal does: the arithmetic of one year.

Pure functions of plain numbers. Money arguments of one call share one unit, major or minor,
and so does the money that is returned; shares, margins and probabilities lie between 0 and 1.
Impact is measured from the current net price, approval from list.
"""

from enum import Enum


class NoBreakEven(Enum):
    """There is no point at which the concession pays."""

    NEVER = "never"


NEVER = NoBreakEven.NEVER
BreakEven = float | NoBreakEven


def margin(price: float, cost: float) -> float:
    """Share of the price that is left after cost; the price must not be 0.

    >>> margin(120_000, 48_000)
    0.6
    """
    return (price - cost) / price


def margin_after_discount(price: float, cost: float, discount: float) -> float:
    """Margin that would be shown once the discount is granted.

    >>> round(margin_after_discount(120_000, 48_000, 0.10), 3)
    0.556
    """
    return margin(price * (1 - discount), cost)


def gross_profit_lost(price: float, discount: float) -> float:
    """Profit a year that the discount gives away, should the client stay either way.

    >>> gross_profit_lost(120_000, 0.10)
    12000.0
    """
    return price * discount


def break_even_volume(avoidable_margin: float, discount: float) -> BreakEven:
    """Extra volume that brings back the profit given away; never where the discount eats it all.

    >>> round(break_even_volume(0.60, 0.10), 9)
    0.2
    >>> break_even_volume(0.60, 0.60)
    <NoBreakEven.NEVER: 'never'>
    """
    if discount <= 0:
        return 0.0
    if discount >= avoidable_margin:
        return NEVER
    return discount / (avoidable_margin - discount)


def break_even_probability_ratio(avoidable_margin: float, discount: float) -> BreakEven:
    """How many times likelier renewal must become for the discount to pay within the year.

    >>> round(break_even_probability_ratio(0.60, 0.10), 9)
    1.2
    """
    volume = break_even_volume(avoidable_margin, discount)
    return NEVER if isinstance(volume, NoBreakEven) else 1 + volume


def break_even_probability(
    avoidable_margin: float, discount: float, probability: float
) -> BreakEven:
    """Renewal probability that the concession must reach; never where it would exceed 1.

    >>> break_even_probability(0.60, 0.10, 0.85)
    <NoBreakEven.NEVER: 'never'>
    >>> round(break_even_probability(0.60, 0.10, 0.75), 9)
    0.9
    """
    ratio = break_even_probability_ratio(avoidable_margin, discount)
    if isinstance(ratio, NoBreakEven) or probability * ratio > 1 + 1e-12:
        return NEVER
    return probability * ratio


def largest_paying_discount(
    avoidable_margin: float,
    probability: float,
    probability_discounted: float,
    commission: float = 0.0,
) -> float:
    """Discount up to which the likelier renewal is worth more than the profit given away; a
    discount saves its commission.

    >>> round(largest_paying_discount(0.60, 0.75, 0.90), 9)
    0.1
    >>> largest_paying_discount(0.60, 0.90, 0.85)
    0.0
    """
    if probability_discounted <= probability:
        return 0.0
    paying = avoidable_margin * (1 - probability / probability_discounted)
    return max(0.0, paying / (1 - commission))


def one_year_ceiling(avoidable_margin: float, probability: float, commission: float = 0.0) -> float:
    """Largest discount that could pay within the year even if it made renewal certain.

    >>> round(one_year_ceiling(0.60, 0.85), 9)
    0.09
    """
    return max(0.0, avoidable_margin * (1 - probability) / (1 - commission))


def added_value_cost(price: float, discount: float, cost_share: float) -> float:
    """Cost a year of giving the client services worth the discount, at the same price.

    >>> round(added_value_cost(120_000, 0.15, 0.35), 6)
    6300.0
    """
    return cost_share * price * discount


def share_gain_needed(
    price: float, discount: float, wallet: float, extra_margin: float, obligations: float = 0.0
) -> BreakEven:
    """Share of the client's wallet that exclusivity must bring to pay for the discount.

    `obligations` are the yearly cost of what is promised in return.

    >>> round(share_gain_needed(120_000, 0.10, 400_000, 0.5), 9)
    0.06
    """
    gain_per_share = wallet * extra_margin
    if gain_per_share <= 0:
        return NEVER
    needed = (price * discount + obligations) / gain_per_share
    return NEVER if needed > 1 else needed


def walk_away_price(cost: float, margin_floor: float, commission: float = 0.0) -> float:
    """Lowest price a year that still leaves the contribution margin of the floor; the two shares
    of the price together stay below 1.

    >>> round(walk_away_price(48_000, 0.40), 6)
    80000.0
    """
    return cost / (1 - margin_floor - commission)


def discount_from_list(net_price: float, list_price: float, concessions: float = 0.0) -> float:
    """Discount as approvals measure it: from list, with bundled concessions taken off the price.

    Rounded to nine decimals so that exactly 10 % is 10 %.

    >>> discount_from_list(108_000, 120_000), discount_from_list(120_000, 120_000, 12_000)
    (0.1, 0.1)
    """
    return round(1 - (net_price - concessions) / list_price, 9)
