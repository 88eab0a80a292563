"""The formula behind each figure of the scenarios sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.workbook.brief import Brief
from reports.workbook.formulas.cash_formulas import mean_lag, paid_worth
from transforms.renewals.acceptance import LARGEST_POWER
from transforms.renewals.approval import FINANCE, ApprovalReason
from transforms.renewals.offers import Bar, Offer


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


_ASKED = (Offer.AS_REQUESTED, Offer.EXCLUSIVITY)
_TERMS = (Offer.SHORT_TERM, Offer.LONG_TERM)
_YEARS: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "in_asked_term_years",
    Offer.COUNTER: "in_offered_term_years",
    Offer.SHORT_TERM: "2",
    Offer.LONG_TERM: "in_term_years",
    Offer.EXCLUSIVITY: "in_asked_term_years",
}
_DISCOUNT: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "in_discount",
    Offer.COUNTER: "in_offered_discount",
    Offer.SHORT_TERM: "in_term_discount",
    Offer.LONG_TERM: "in_term_discount",
    Offer.EXCLUSIVITY: "in_discount",
}
_SERVICES: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "in_concessions",
    Offer.COUNTER: "in_offered_services",
    Offer.ADDED_VALUE: "in_price*in_discount",
    Offer.EXCLUSIVITY: "in_concessions",
}
_EXCLUSIVE: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "in_asked_exclusivity",
    Offer.COUNTER: "in_offered_exclusivity",
    Offer.EXCLUSIVITY: "1",
}
_SIDES: Mapping[Offer, str] = {
    Offer.AS_REQUESTED: "asked",
    Offer.COUNTER: "offered",
    Offer.EXCLUSIVITY: "asked",
}
COSTS = ("in_cost_of_sales", "in_cost_to_serve")
SPENT = "(in_cost_of_sales+in_cost_to_serve)"
_SHARE = ("in_wallet", "in_share_gain", "in_extra_margin")


def _years(brief: Brief, column: OfferColumn) -> str:
    years = _YEARS.get(column.offer, "1")
    return years if years.isdigit() else brief.known([years], years)


def _uplift(_: Brief, column: OfferColumn) -> str:
    return _stated(column, "uplift", "in_term_uplift")


def _billing(_: Brief, column: OfferColumn) -> str:
    return _stated(column, "billing_months", "in_billing_months")


def _days(_: Brief, column: OfferColumn) -> str:
    return _stated(column, "payment_days", "in_payment_days")


def _lag(_: Brief, column: OfferColumn) -> str:
    return mean_lag(column.cell("billing"), column.cell("days"))


def _paid(_: Brief, column: OfferColumn) -> str:
    return paid_worth(column.cell("billing"), column.cell("days"))


def _stated(column: OfferColumn, condition: str, usual: str) -> str:
    """A condition as a side states it, else as it is today."""
    side = _SIDES.get(column.offer)
    if side is None:
        return usual
    name = f"in_{side}_{condition}"
    return f"IF(ISNUMBER({name}),{name},{usual})"


def _services(brief: Brief, column: OfferColumn) -> str:
    services = _SERVICES.get(column.offer, "0")
    return brief.known(["in_price"], services)


def _given(brief: Brief, column: OfferColumn) -> str:
    discount, services, lag = (column.cell(key) for key in ("discount", "services", "lag"))
    later = f"in_discount_rate*({lag}-lag_today)"
    return brief.known([discount, services], f"{discount}+{services}/in_price+{later}")


def _probability(brief: Brief, column: OfferColumn) -> str:
    if column.offer is Offer.WALK_AWAY:
        return f'"{brief.words.absent}"'
    given, years = column.cell("given"), column.cell("years")
    return brief.known([given, years], likelihood(given, years))


def likelihood(given: str, years: str) -> str:
    """The curve's probability, of cells with what is given and for how long."""
    odds = f"cur_level+cur_slope*{given}+cur_term*({years}-1)"
    return f"1/(1+EXP(MIN({LARGEST_POWER},-({odds}))))"


def walk_away(brief: Brief) -> str:
    """The price at which the floor is just reached, commission paid."""
    kept = "1-in_margin_floor-in_commission"
    return f'IF({kept}>0,{SPENT}/({kept}),"{brief.never}")'


def _net(brief: Brief, column: OfferColumn) -> str:
    if column.offer is Offer.WALK_AWAY:
        return brief.known(COSTS, walk_away(brief))
    discount = _DISCOUNT.get(column.offer)
    if discount is None:
        return brief.priced([], "in_price")
    return brief.priced([discount], f"in_price*(1-{discount})")


def _discount(brief: Brief, column: OfferColumn) -> str:
    net = column.cell("net")
    return brief.priced([net], f"1-{net}/in_price")


def _revenue(brief: Brief, column: OfferColumn) -> str:
    net = column.cell("net")
    if (exclusive := _EXCLUSIVE.get(column.offer)) is None:
        return brief.known([net], net)
    needed = [net, *(_SHARE if column.offer is Offer.EXCLUSIVITY else ())]
    return brief.known(needed, f"{net}+{exclusive}*in_wallet*in_share_gain")


def _cost(brief: Brief, column: OfferColumn) -> str:
    return _spent(brief, column, SPENT)


def _avoidable(brief: Brief, column: OfferColumn) -> str:
    return _spent(brief, column, f"in_avoidable_share*{SPENT}")


def _spent(brief: Brief, column: OfferColumn, today: str) -> str:
    """Today's cost, that of services given, and that of exclusivity."""
    services = column.cell("services")
    if column.offer in (Offer.AS_IS, Offer.WALK_AWAY, *_TERMS):
        return brief.known(COSTS, today)
    spent = f"{today}+in_added_value_cost*{services}"
    needed = [*COSTS, services]
    if (exclusive := _EXCLUSIVE.get(column.offer)) is not None:
        extra = "in_wallet*in_share_gain*(1-in_extra_margin)+in_obligations"
        spent += f"+{exclusive}*({extra})"
        needed += _SHARE if column.offer is Offer.EXCLUSIVITY else ()
    return brief.known(needed, spent)


def _commission(brief: Brief, column: OfferColumn) -> str:
    revenue = column.cell("revenue")
    return brief.known([revenue], f"in_commission*{revenue}")


def _gross_profit(brief: Brief, column: OfferColumn) -> str:
    contribution = column.cell("contribution")
    needed = [contribution, "in_cost_to_serve"]
    return brief.known(needed, f"{contribution}+in_cost_to_serve")


def _contribution(brief: Brief, column: OfferColumn) -> str:
    revenue, cost, sold = (column.cell(key) for key in ("revenue", "cost", "commission"))
    return brief.known([revenue, cost], f"{revenue}-{cost}-{sold}")


def _margin(brief: Brief, column: OfferColumn) -> str:
    revenue, contribution = column.cell("revenue"), column.cell("contribution")
    share = f'IF({revenue}=0,"{brief.words.absent}",{contribution}/{revenue})'
    return brief.known([revenue, contribution], share)


def _contribution_change(brief: Brief, column: OfferColumn) -> str:
    return _against(brief, column, "contribution")


def _of_cash_flows(name: str) -> Callable[[Brief, OfferColumn], str]:
    return lambda _, column: f"INDEX({name},{column.number})"


def _must(brief: Brief, column: OfferColumn) -> str:
    """Probability at which the offer is worth what renewing unchanged is, over the horizon."""
    now, base, odds = (
        column.cell("expected_npv"),
        column.as_is("expected_npv"),
        column.cell("probability"),
    )
    needed = f"{odds}*{base}/{now}"
    possible = f'IF({now}<=0,"{brief.never}",IF({needed}>1,"{brief.never}",{needed}))'
    return brief.known([now, base, odds], possible)


def _change(brief: Brief, column: OfferColumn) -> str:
    return _against(brief, column, "expected_npv")


def _against(brief: Brief, column: OfferColumn, measure: str) -> str:
    now, base = column.cell(measure), column.as_is(measure)
    return brief.known([now, base], f"{now}-{base}")


def _concession(brief: Brief, column: OfferColumn) -> str:
    now, base = column.cell("contribution"), column.as_is("contribution")
    return brief.priced([now, base], f"({base}-{now})/in_price")


def _volume(brief: Brief, column: OfferColumn) -> str:
    given = column.cell("concession")
    paying = f'IF({given}>=lim_margin,"{brief.never}",{given}/(lim_margin-{given}))'
    return brief.known([given, "lim_margin"], f"IF({given}<=0,0,{paying})")


def _ratio(_: Brief, column: OfferColumn) -> str:
    volume = column.cell("volume")
    return f"IF(ISNUMBER({volume}),1+{volume},{volume})"


def _needed(brief: Brief, column: OfferColumn) -> str:
    ratio = column.cell("ratio")
    odds = f"cur_today*{ratio}"
    # The same hair's breadth as in transforms.renewals.discount_arithmetic: exactly 1 is possible.
    possible = f'IF({odds}>1.000000000001,"{brief.never}",{odds})'
    return f"IF(ISNUMBER({ratio}),{possible},{ratio})"


def _list_discount(brief: Brief, column: OfferColumn) -> str:
    net, services = column.cell("net"), column.cell("services")
    share = (
        f'IF(in_list_price>0,ROUND(1-({net}-{services})/in_list_price,9),"{brief.words.absent}")'
    )
    return brief.known([net, services, "in_list_price"], share)


def _floor(brief: Brief, column: OfferColumn) -> str:
    margin = column.cell("margin")
    is_above = f'IF(ROUND({margin},9)>=in_margin_floor,"{brief.yes}","{brief.no}")'
    return brief.known([margin], is_above)


def _bar(brief: Brief, column: OfferColumn) -> str:
    """Why the policy does not admit the offer; yes where it does."""
    keys = ("margin", "years", "discount", "services", "lag")
    margin, years, discount, services, lag = (column.cell(key) for key in keys)
    return brief.known(
        [margin, years, discount, services],
        admitted(brief, Conditions(margin, years, discount, f"{services}/in_price", lag)),
    )


@dataclass(frozen=True)
class Conditions:
    """Cells, or expressions of cells, that the policy looks at."""

    margin: str
    years: str
    discount: str
    services: str
    """As a share of the price."""
    lag: str


def admitted(brief: Brief, on: Conditions) -> str:
    """The first rule that an offer breaks, in words; yes where it breaks none."""
    beyond = f"({on.years}-in_term_in_force)"
    given = f"{on.discount}+{on.services}+in_discount_rate*({on.lag}-lag_today)"
    rules = (
        (Bar.MARGIN, f"ROUND({on.margin},9)<in_margin_floor"),
        (Bar.TERM, f"AND({beyond}>0,{on.years}>in_longest_term)"),
        (
            Bar.TERM_FOR_NOTHING,
            f"AND({beyond}>0,ROUND({on.discount}-in_term_concession*{beyond},9)<0)",
        ),
        (Bar.SERVICES, f"ROUND({on.services}-in_services_limit,9)>0"),
        (Bar.PAYMENT, f"ROUND({on.lag}-lag_today,9)>0"),
        (Bar.PAYMENT_FOR_NOTHING, f"AND(ROUND({on.lag}-lag_today,9)<0,ROUND({given},9)<0)"),
    )
    told = f'"{brief.yes}"'
    for bar, is_broken in reversed(rules):
        told = f'IF({is_broken},"{brief.words.say(f"bar.{bar.value}")}",{told})'
    return told


def _tier(brief: Brief, column: OfferColumn) -> str:
    discount, years = column.cell("list_discount"), column.cell("years")
    last = len(brief.inputs.bands)
    raised = f"MIN({last},{_band(brief, discount)}+IF({_IS_LARGE},1,0))"
    needed = [discount, column.cell("margin")]
    return brief.known(needed, f"IF({years}>pol_long_years,{last},{raised})")


_IS_LARGE = (
    "AND(pol_escalation>0,COUNT(in_list_price,in_exchange_rate)=2,"
    "in_list_price*in_exchange_rate>=pol_escalation)"
)


def _band(brief: Brief, discount: str) -> str:
    return f"MIN({len(brief.inputs.bands)},1+SUMPRODUCT(--({discount}>pol_up_to)))"


def _approver(brief: Brief, column: OfferColumn) -> str:
    tier, floor = column.cell("tier"), column.cell("floor")
    joined = f"INDEX(pol_approver_below,{tier})"
    by_tier = f'IF({floor}="{brief.no}",{joined},INDEX(pol_approver,{tier}))'
    finance = brief.known([column.cell("margin")], f'"{brief.approver(FINANCE)}"')
    return f"IF(ISNUMBER({tier}),{by_tier},{finance})"


def _rule(brief: Brief, column: OfferColumn) -> str:
    """The rules of the policy that fired."""
    tier, years, floor, discount = map(column.cell, ("tier", "years", "floor", "list_discount"))
    told = {
        reason: f'"{brief.words.say(f"approval_reason.{reason}")}"'
        for reason in (*ApprovalReason, "margin_floor")
    }
    is_raised = f"AND({_IS_LARGE},{_band(brief, discount)}<{len(brief.inputs.bands)})"
    usual = f"IF({is_raised},{told['deal_size']},{told['band']})"
    by_tier = f"IF({years}>pol_long_years,{told['long_term']},{usual})"
    joins = (
        f'AND({floor}="{brief.no}",INDEX(pol_approver,{tier})<>INDEX(pol_approver_below,{tier}))'
    )
    full = f'{by_tier}&IF({joins},"; "&{told["margin_floor"]},"")'
    unknown = brief.known([column.cell("margin")], told["list_price"])
    return f"IF(ISNUMBER({tier}),{full},{unknown})"


def _rank(_: Brief, column: OfferColumn) -> str:
    value = f"INDEX(cf_ranked,{column.number})"
    return f'IF(ISNUMBER({value}),RANK({value},cf_ranked),"–")'


_Formula = Callable[[Brief, OfferColumn], str]

_LEADING: Mapping[str, _Formula] = {
    "years": _years,
    "uplift": _uplift,
    "billing": _billing,
    "days": _days,
    "lag": _lag,
    "paid": _paid,
    "services": _services,
    "given": _given,
    "probability": _probability,
    "net": _net,
    "discount": _discount,
    "revenue": _revenue,
    "cost": _cost,
    "avoidable": _avoidable,
    "commission": _commission,
    "gross_profit": _gross_profit,
    "contribution": _contribution,
    "margin": _margin,
    "contribution_change": _contribution_change,
}
_FOLLOWING: Mapping[str, _Formula] = {
    "contract_value": _of_cash_flows("cf_contract_value"),
    "npv": _of_cash_flows("cf_npv"),
    "expected_npv": _of_cash_flows("cf_expected_npv"),
    "expected_full": _of_cash_flows("cf_expected_full"),
    "change": _change,
    "must": _must,
    "concession": _concession,
    "volume": _volume,
    "ratio": _ratio,
    "needed": _needed,
    "list_discount": _list_discount,
    "floor": _floor,
    "bar": _bar,
    "tier": _tier,
    "approver": _approver,
    "rule": _rule,
    "rank": _rank,
}
