"""The formulas behind the limits of a discount, below the scenarios."""

from collections.abc import Mapping

from reports.workbook.brief import Brief
from reports.workbook.formulas.scenario_formulas import COSTS, SPENT, walk_away
from transforms.renewals.offers import Offer


def limits(brief: Brief) -> Mapping[str, str]:
    """Formulas of the limits of a discount, by key."""
    odds = ("cur_today", "INDEX(sc_probability,2)")
    paying = f"MAX(0,lim_margin*(1-{odds[0]}/{odds[1]})/(1-in_commission))"
    return {
        "margin": brief.priced(
            COSTS, f"(in_price-in_avoidable_share*{SPENT})/in_price-in_commission"
        ),
        "lost": brief.known(["in_price"], "in_price*in_discount"),
        "largest": brief.known(["lim_margin", *odds], f"IF({odds[1]}<={odds[0]},0,{paying})"),
        "ceiling": brief.known(
            ["lim_margin", odds[0]], f"MAX(0,lim_margin*(1-{odds[0]})/(1-in_commission))"
        ),
        "term_short": _term_break_even(brief, Offer.SHORT_TERM),
        "term_long": _term_break_even(brief, Offer.LONG_TERM),
        "share_needed": _share_needed(brief),
        "walk_away": brief.known(COSTS, walk_away(brief)),
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
