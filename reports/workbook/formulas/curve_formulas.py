"""The formulas behind the probability of renewal: its curve, from the inputs that are typed."""

from collections.abc import Mapping

from transforms.renewals.acceptance import EDGE, POLICY_DISCOUNT

_IS_STATED = "AND(ISNUMBER(in_probability_discounted),cur_asked>0)"


def curve_formulas() -> Mapping[str, str]:
    """By the name of the cell, without its `cur_`."""
    term = f"({_odds('in_probability_term')}-cur_level-cur_slope*cur_asked)/(in_term_years-1)"
    return {
        "today": "IF(ISNUMBER(in_probability),in_probability,in_default_probability)",
        "asked": "IF(in_price>0,in_discount+in_concessions/in_price,in_discount)",
        "point_given": f"IF({_IS_STATED},cur_asked,{POLICY_DISCOUNT})",
        "point": f"IF({_IS_STATED},in_probability_discounted,in_default_probability_discounted)",
        "level": _odds("cur_today"),
        "slope": f"MAX(0,({_odds('cur_point')}-cur_level)/cur_point_given)",
        "term": f"IF(AND(ISNUMBER(in_probability_term),in_term_years>1),{term},in_term_effect)",
    }


def _odds(probability: str) -> str:
    """Log of the odds of a probability, kept off certainty."""
    held = f"MIN({1 - EDGE},MAX({EDGE},{probability}))"
    return f"LN({held}/(1-{held}))"
