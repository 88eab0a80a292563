"""The formula behind each figure of the scenarios sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.workbook.brief import Brief
from transforms.renewals.offers import Offer


@dataclass(frozen=True)
class OfferColumn:
    """One offer's column: where its other figures stand, and where those of renewing as is."""

    offer: Offer
    number: int
    cell: Callable[[str], str]
    as_is: Callable[[str], str]


def formula(brief: Brief, measure: str, column: OfferColumn) -> str:
    """The formula of a measure in an offer's column."""
    if measure in _LEADING:
        return _LEADING[measure](brief, column)
    return _FOLLOWING[measure](brief, column)


_YEARS: Mapping[Offer, str] = {Offer.SHORT_TERM: "2", Offer.LONG_TERM: "in_term_years"}
_ODDS: Mapping[Offer, str] = {
    Offer.AS_IS: "in_probability",
    Offer.AS_REQUESTED: "in_probability_discounted",
    Offer.ADDED_VALUE: "in_probability_discounted",
    Offer.SHORT_TERM: "in_probability_term",
    Offer.LONG_TERM: "in_probability_term",
    Offer.EXCLUSIVITY: "in_probability_discounted",
}
_DISCOUNT: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "in_discount",
    Offer.SHORT_TERM: "in_term_discount",
    Offer.LONG_TERM: "in_term_discount",
    Offer.EXCLUSIVITY: "in_discount",
}
_GIVEN: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "-in_concessions",
    Offer.ADDED_VALUE: "-in_price*in_discount",
    Offer.EXCLUSIVITY: "-in_concessions",
}
_COSTS = ("in_cost_of_sales", "in_cost_to_serve")
_CONCESSIONS = "in_added_value_cost*in_concessions"
_SHARE = ("in_wallet", "in_share_gain", "in_extra_margin")


def _years(_: Brief, column: OfferColumn) -> str:
    return _YEARS.get(column.offer, "1")


def _probability(brief: Brief, column: OfferColumn) -> str:
    odds = _ODDS.get(column.offer)
    return f'"{brief.words.absent}"' if odds is None else brief.known([odds], odds)


def _net(brief: Brief, column: OfferColumn) -> str:
    if column.offer is Offer.WALK_AWAY:
        return brief.known(_COSTS, "(in_cost_of_sales+in_cost_to_serve)/(1-in_margin_floor)")
    discount = _DISCOUNT.get(column.offer)
    price = "in_price" if discount is None else f"in_price*(1-{discount})"
    return brief.known(["in_price"], price)


def _discount(brief: Brief, column: OfferColumn) -> str:
    net = column.cell("net")
    return brief.known([net, "in_price"], f"1-{net}/in_price")


def _revenue(brief: Brief, column: OfferColumn) -> str:
    net = column.cell("net")
    if column.offer is Offer.EXCLUSIVITY:
        return brief.known([net, *_SHARE], f"{net}+in_wallet*in_share_gain")
    return brief.known([net], net)


def _cost(brief: Brief, column: OfferColumn) -> str:
    spent = "in_cost_of_sales+in_cost_to_serve"
    if column.offer is Offer.ADDED_VALUE:
        services = f"{spent}+in_added_value_cost*in_price*in_discount"
        return brief.known([*_COSTS, "in_price"], services)
    if column.offer is Offer.AS_REQUESTED:
        return brief.known(_COSTS, f"{spent}+{_CONCESSIONS}")
    if column.offer is Offer.EXCLUSIVITY:
        extra = f"{spent}+in_wallet*in_share_gain*(1-in_extra_margin)+in_obligations+{_CONCESSIONS}"
        return brief.known([*_COSTS, *_SHARE], extra)
    return brief.known(_COSTS, spent)


def _gross_profit(brief: Brief, column: OfferColumn) -> str:
    contribution = column.cell("contribution")
    needed = [contribution, "in_cost_to_serve"]
    return brief.known(needed, f"{contribution}+in_cost_to_serve")


def _contribution(brief: Brief, column: OfferColumn) -> str:
    revenue, cost = column.cell("revenue"), column.cell("cost")
    return brief.known([revenue, cost], f"{revenue}-{cost}")


def _margin(brief: Brief, column: OfferColumn) -> str:
    revenue, contribution = column.cell("revenue"), column.cell("contribution")
    share = f'IF({revenue}=0,"{brief.words.absent}",{contribution}/{revenue})'
    return brief.known([revenue, contribution], share)


def _contribution_change(brief: Brief, column: OfferColumn) -> str:
    return _against(brief, column, "contribution")


def _of_cash_flows(name: str) -> Callable[[Brief, OfferColumn], str]:
    return lambda _, column: f"INDEX({name},{column.number})"


def _change(brief: Brief, column: OfferColumn) -> str:
    return _against(brief, column, "expected_npv")


def _against(brief: Brief, column: OfferColumn, measure: str) -> str:
    now, base = column.cell(measure), column.as_is(measure)
    return brief.known([now, base], f"{now}-{base}")


def _concession(brief: Brief, column: OfferColumn) -> str:
    now, base = column.cell("contribution"), column.as_is("contribution")
    return brief.known([now, base, "in_price"], f"({base}-{now})/in_price")


def _volume(brief: Brief, column: OfferColumn) -> str:
    given = column.cell("concession")
    paying = f'IF({given}>=lim_margin,"{brief.never}",{given}/(lim_margin-{given}))'
    return brief.known([given, "lim_margin"], f"IF({given}<=0,0,{paying})")


def _ratio(_: Brief, column: OfferColumn) -> str:
    volume = column.cell("volume")
    return f"IF(ISNUMBER({volume}),1+{volume},{volume})"


def _needed(brief: Brief, column: OfferColumn) -> str:
    ratio = column.cell("ratio")
    odds = f"in_probability*{ratio}"
    # The same hair's breadth as in transforms.renewals.discount_arithmetic: exactly 1 is possible.
    possible = f'IF({odds}>1.000000000001,"{brief.never}",{odds})'
    return f"IF(ISNUMBER({ratio}),{brief.known(['in_probability'], possible)},{ratio})"


def _list_discount(brief: Brief, column: OfferColumn) -> str:
    net = column.cell("net")
    given = _GIVEN.get(column.offer, "")
    share = f"ROUND(1-({net}{given})/in_list_price,9)"
    return brief.known([net, "in_list_price"], share)


def _floor(brief: Brief, column: OfferColumn) -> str:
    margin = column.cell("margin")
    is_above = f'IF(ROUND({margin},9)>=in_margin_floor,"{brief.yes}","{brief.no}")'
    return brief.known([margin], is_above)


def _tier(brief: Brief, column: OfferColumn) -> str:
    discount, years = column.cell("list_discount"), column.cell("years")
    last = len(brief.inputs.bands)
    is_large = (
        "AND(pol_escalation>0,COUNT(in_list_price,in_exchange_rate)=2,"
        "in_list_price*in_exchange_rate>=pol_escalation)"
    )
    band = f"MIN({last},1+SUMPRODUCT(--({discount}>pol_up_to)))"
    raised = f"MIN({last},{band}+IF({is_large},1,0))"
    needed = [discount, column.cell("margin")]
    return brief.known(needed, f"IF({years}>pol_long_years,{last},{raised})")


def _approver(brief: Brief, column: OfferColumn) -> str:
    tier, floor = column.cell("tier"), column.cell("floor")
    last = len(brief.inputs.bands)
    goes_to_finance = f'AND({tier}<{last},{floor}="{brief.no}")'
    finance = brief.approver("finance")
    by_tier = f'IF({goes_to_finance},"{finance}",INDEX(pol_approver,{tier}))'
    return brief.known([tier], by_tier)


def _rank(_: Brief, column: OfferColumn) -> str:
    value = f"INDEX(cf_ranked,{column.number})"
    return f'IF(ISNUMBER({value}),RANK({value},cf_ranked),"–")'


_Formula = Callable[[Brief, OfferColumn], str]

_LEADING: Mapping[str, _Formula] = {
    "years": _years,
    "probability": _probability,
    "net": _net,
    "discount": _discount,
    "revenue": _revenue,
    "cost": _cost,
    "gross_profit": _gross_profit,
    "contribution": _contribution,
    "margin": _margin,
    "contribution_change": _contribution_change,
}
_FOLLOWING: Mapping[str, _Formula] = {
    "contract_value": _of_cash_flows("cf_contract_value"),
    "npv": _of_cash_flows("cf_npv"),
    "expected_npv": _of_cash_flows("cf_expected_npv"),
    "change": _change,
    "concession": _concession,
    "volume": _volume,
    "ratio": _ratio,
    "needed": _needed,
    "list_discount": _list_discount,
    "floor": _floor,
    "tier": _tier,
    "approver": _approver,
    "rank": _rank,
}


def limits(brief: Brief) -> Mapping[str, str]:
    """Formulas of the limits of a discount, by key."""
    odds = ("in_probability", "in_probability_discounted")
    spent = "(in_cost_of_sales+in_cost_to_serve)"
    paying = f"MAX(0,lim_margin*(1-{odds[0]}/{odds[1]}))"
    return {
        "margin": brief.known(
            ["in_price", *_COSTS], f"(in_price-in_avoidable_share*{spent})/in_price"
        ),
        "lost": brief.known(["in_price"], "in_price*in_discount"),
        "largest": brief.known(["lim_margin", *odds], f"IF({odds[1]}<={odds[0]},0,{paying})"),
        "ceiling": brief.known(["lim_margin", odds[0]], f"MAX(0,lim_margin*(1-{odds[0]}))"),
        "term_short": _term_break_even(brief, Offer.SHORT_TERM),
        "term_long": _term_break_even(brief, Offer.LONG_TERM),
        "share_needed": _share_needed(brief),
        "walk_away": brief.known(_COSTS, f"{spent}/(1-in_margin_floor)"),
    }


def _term_break_even(brief: Brief, offer: Offer) -> str:
    number = list(Offer).index(offer) + 1
    roll = "INDEX(cf_expected_npv,1)"
    value, cost = f"INDEX(cf_expected_npv,{number})", f"INDEX(cf_expected_cost,{number})"
    # The term's worth falls in a straight line with its discount.
    undiscounted = f"(({value}+{cost})/(1-in_term_discount))"
    equal = f"1-({roll}+{cost})/{undiscounted}"
    never = f'"{brief.never}"'
    is_lost = f"{undiscounted}-{cost}<{roll}"
    return brief.known(
        [roll, value, cost],
        f"IF({undiscounted}<=0,{never},IF({is_lost},{never},{equal}))",
    )


def _share_needed(brief: Brief) -> str:
    gain = "in_wallet*in_extra_margin"
    share = f"(in_price*in_discount+in_obligations)/({gain})"
    possible = f'IF({gain}<=0,"{brief.never}",IF({share}>1,"{brief.never}",{share}))'
    return brief.known(["in_price", "in_wallet", "in_extra_margin", "in_obligations"], possible)
