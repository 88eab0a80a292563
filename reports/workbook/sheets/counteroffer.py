"""The counteroffer: what is worth most within policy, and every offer that was tried."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reports.workbook import style as look
from reports.workbook.advice import turning_points
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1
from reports.workbook.formulas.cash_formulas import in_parts, mean_lag, paid_worth, price_growth
from reports.workbook.formulas.curve_formulas import curve_formulas
from reports.workbook.formulas.offer_formulas import (
    CONDITIONS,
    FLAGS,
    MEASURES,
    OfferRow,
    flag_formula,
    row_formula,
    scenario_formula,
)
from reports.workbook.model import Area, Highlight, PrintSetup, Scalar, Style
from reports.workbook.page import BuiltSheet, Page
from transforms.renewals.offers import Offer
from transforms.renewals.scenarios import unchanged
from transforms.renewals.solver import discount_steps
from transforms.renewals.value import Payment

ORDER = 35

MOST_YEARS = 5
_LABEL, _FIRST = 1, 2
_LAST = _FIRST + len(MEASURES) + len(FLAGS) - 1
_ADVICE_ROW = 3
_SHOWN = ("discount", "years", "services", "lag", "probability", "margin", "expected", "taken")
_PICKS = ("unchanged", "asked", "advised", "smallest")
_UNTRIED = (Offer.AS_IS, Offer.WALK_AWAY)
"""Scenarios that the table has already, or that are no offers."""


def build(brief: Brief) -> BuiltSheet:
    """The advice, what it rests on, and the table that it is picked from."""
    say = brief.words.say
    width = brief.figure_width(13.0)
    page = Page("counteroffer", brief.titles["counteroffer"], look.ACCENT, _widths(width))
    page.put(0, _LABEL, say("counteroffer.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    row = _advice(page, brief, _ADVICE_ROW)
    row = _turning(page, brief, row + 1)
    row = _curve(page, brief, row + 1)
    row = _factors(page, brief, row + 1)
    last = _table(page, brief, row + 1)
    return page.built(
        PrintSetup(
            is_landscape=True, area=Area(0, 0, last, _LAST), footer=brief.footer, pages_tall=0
        )
    )


def _widths(width: float) -> tuple[float, ...]:
    """Figures as wide as worths; the rule that an offer breaks has to be read."""
    wide = MEASURES.index("bar")
    columns = [width] * (len(MEASURES) + len(FLAGS))
    columns[wide] = 27.0
    return (2, 52, *columns)


def _format(brief: Brief, measure: str) -> str:
    if measure in ("years",):
        return look.WHOLE
    if measure == "lag":
        return look.FACTOR
    if measure == "paid":
        return look.FINE_FACTOR
    if measure in ("taken", "expected", "ranked", "near"):
        return brief.money
    return brief.percent


def _advice(page: Page, brief: Brief, row: int) -> int:
    """Unchanged, asked, advised and the smallest concession, side by side."""
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("counteroffer.advice"), look.SECTION)
    page.put(row + 1, _LABEL, say("scenarios.measure", currency=brief.client.currency), look.HEADER)
    page.heights[row + 1] = 44
    colours = {"asked": look.ASKED, "advised": look.OFFERED}
    for column, pick in enumerate(_PICKS, start=_FIRST):
        header = replace(look.HEADER_RIGHT, fill=colours.get(pick, look.NAVY))
        page.put(row + 1, column, say(f"counteroffer.{pick}"), header)
    for offset, measure in enumerate(_SHOWN, start=2):
        page.put(row + offset, _LABEL, say(f"counteroffer.{measure}"), look.LABEL)
        style = look.figure(_format(brief, measure))
        for column, pick in enumerate(_PICKS, start=_FIRST):
            page.formula(row + offset, column, _picked(brief, measure, pick), style)
            if pick != "asked":  # whose conditions are inputs, of these names
                page.name(f"{pick}_{measure}", row + offset, column)
    gain = row + len(_SHOWN) + 2
    page.put(gain, _LABEL, say("counteroffer.gain"), look.LABEL_BOLD)
    style = replace(look.figure(look.signed(brief.money)), bold=True)
    for column, pick in enumerate(_PICKS, start=_FIRST):
        worth = a1(row + 2 + _SHOWN.index("expected"), column)
        known = brief.known([worth, "unchanged_expected"], f"{worth}-unchanged_expected")
        page.formula(gain, column, known, style)
        page.name(f"{pick}_gain", gain, column)
    return gain + 1


def _picked(brief: Brief, measure: str, pick: str) -> str:
    absent = brief.words.absent
    if pick == "unchanged":
        return scenario_formula(measure, Offer.AS_IS)
    if pick == "asked":
        return scenario_formula(measure, Offer.AS_REQUESTED)
    flag = "ranked" if pick == "advised" else "near"
    found = f"INDEX(sol_{measure},MATCH(MAX(sol_{flag}),sol_{flag},0))"
    return f'IF(COUNT(sol_{flag})=0,"{absent}",{found})'


def _turning(page: Page, brief: Brief, row: int) -> int:
    """What would change the advice, as computed at issue, and what it needs, live."""
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("counteroffer.turning"), look.SECTION)
    needed = "unchanged_expected/advised_taken"
    possible = brief.known(
        ["unchanged_expected", "advised_taken"],
        f'IF(ROUND(advised_gain,2)<=0,"–",IF(advised_taken>0,{needed},"{brief.never}"))',
    )
    page.put(row + 1, _LABEL, say("counteroffer.needed"), look.LABEL)
    page.formula(row + 1, _FIRST, possible, look.figure(brief.percent))
    page.name("advised_needed", row + 1, _FIRST)
    for offset, sentence in enumerate(turning_points(brief), start=2):
        page.put(row + offset, _LABEL, sentence, look.BODY)
    return row + len(turning_points(brief)) + 2


def _curve(page: Page, brief: Brief, row: int) -> int:
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("counteroffer.curve"), look.SECTION)
    shares = ("today", "asked", "point_given", "point")
    note = replace(look.SMALL, align="left", indent=1)
    for offset, (key, formula) in enumerate(curve_formulas().items(), start=1):
        number_format = brief.percent if key in shares else "0.0000"
        page.put(row + offset, _LABEL, say(f"curve.{key}"), look.LABEL)
        page.formula(row + offset, _FIRST, formula, look.figure(number_format))
        page.put(row + offset, _FIRST + 1, say(f"curve_note.{key}"), note)
        page.name(f"cur_{key}", row + offset, _FIRST)
    page.name("cur_all", row + 1, _FIRST, height=len(curve_formulas()))
    return row + len(curve_formulas()) + 1


def _factors(page: Page, brief: Brief, row: int) -> int:
    """What a price and a cost of one a year are worth, for every term, should it be taken."""
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("counteroffer.factors"), look.SECTION)
    spent = "in_avoidable_share*(in_cost_of_sales+in_cost_to_serve)"
    today = ("in_billing_months", "in_payment_days")
    facts = {
        "avoidable_cost": (
            brief.known(["in_cost_of_sales", "in_cost_to_serve"], spent),
            brief.money,
        ),
        "lag_today": (mean_lag(*today), look.FACTOR),
        "paid_today": (paid_worth(*today), look.FINE_FACTOR),
        "cost_worth": (in_parts("in_cost_months"), look.FINE_FACTOR),
    }
    for name, (formula, number_format) in facts.items():
        row += 1
        page.put(row, _LABEL, say(f"counteroffer.{name}"), look.LABEL)
        page.formula(row, _FIRST, formula, look.figure(number_format))
        page.name(name, row, _FIRST)
    for block in ("price", "cost"):
        head = row + 1
        page.put(head, _LABEL, say(f"counteroffer.factor_{block}"), look.HEADER)
        numbered = replace(look.HEADER_RIGHT, number_format=f'"{say("cash_flows.year")} "0')
        page.row(head, _FIRST, list(range(1, MOST_YEARS + 1)), numbered)
        page.put(head, _FIRST + MOST_YEARS, say("pivot.total"), look.HEADER_RIGHT)
        for years in range(1, MOST_YEARS + 1):
            _factor_row(page, brief, head, years, block)
        page.name(f"fac_{block}", head + 1, _FIRST + MOST_YEARS, height=MOST_YEARS)
        row = head + MOST_YEARS
    return row + 1


def _factor_row(page: Page, brief: Brief, head: int, years: int, block: str) -> None:
    row = head + years
    signed = replace(look.LABEL, align="left", number_format=brief.years)
    page.put(row, _LABEL, years, signed)
    style = look.figure("0.0000")
    term = f"$B{row + 1}"
    page.put(row, _FIRST, 1, style)
    for year in range(2, MOST_YEARS + 1):
        column = _FIRST + year - 1
        grown = {"price": price_growth(year, term, "in_term_uplift"), "cost": "(1+in_cost_growth)"}
        staying = f"IF({year}<={term},1,in_later_probability)"
        later = f"{a1(row, column - 1)}*{grown[block]}*{staying}/(1+in_discount_rate)"
        page.formula(row, column, f"IF({year}>in_horizon_years,0,{later})", style)
    first, last = a1(row, _FIRST), a1(row, _FIRST + MOST_YEARS - 1)
    page.formula(row, _FIRST + MOST_YEARS, f"SUM({first}:{last})", style)


Conditioned = tuple[str | float, ...]
"""Discount, years, services, lag and its worth: numbers, or formulas of inputs."""


def _conditions(brief: Brief) -> Sequence[Conditioned]:
    """What is tried, the smallest first; the discounts asked and offered follow the inputs."""
    inputs = brief.inputs
    longest = max(inputs.bounds.longest_term, inputs.bounds.term_in_force)
    terms = range(1, min(longest, MOST_YEARS) + 1)
    services: list[str | float] = [0.0]
    if inputs.bounds.services > 0:
        services.append("in_services_limit")
    payments: list[tuple[str | float, str | float]] = [("lag_today", "paid_today")]
    if unchanged(inputs).payment != Payment():
        payments.append((0.0, 1.0))
    discounts = [*discount_steps(inputs.discount), "in_discount", "in_offered_discount"]
    return [
        (discount, term, share, *payment)
        for discount in discounts
        for term in terms
        for share in services
        for payment in payments
    ]


def _table(page: Page, brief: Brief, row: int) -> int:
    say = brief.words.say
    page.section(row, _LABEL, _LAST, say("counteroffer.table"), look.SECTION)
    head = row + 1
    page.put(head, _LABEL, say("counteroffer.offer"), look.HEADER)
    names = [say(f"counteroffer.{name}") for name in (*MEASURES, *FLAGS)]
    page.row(head, _FIRST, names, look.HEADER_RIGHT)
    page.heights[head] = 42
    at = head
    for conditions in _conditions(brief):
        at += 1
        _tried(page, brief, at, conditions)
    for offer in Offer:
        if offer not in _UNTRIED:
            at += 1
            _scenario(page, brief, at, offer)
    for column, name in enumerate((*MEASURES, *FLAGS), start=_FIRST):
        page.name(f"sol_{name}", head + 1, column, height=at - head)
    page.name("sol_all", head + 1, _FIRST, len(MEASURES) + len(FLAGS), at - head)
    _marks(page, brief, Area(head + 1, _LABEL, at, _LAST))
    return at


def _tried(page: Page, brief: Brief, row: int, conditions: Conditioned) -> None:
    page.put(row, _LABEL, _kind(brief, conditions), look.LABEL)
    for measure, condition in zip(CONDITIONS, conditions, strict=True):
        _put(page, brief, row, measure, condition)
    cells = OfferRow(partial(_cell, row=row))
    for measure in MEASURES[len(CONDITIONS) :]:
        _put(page, brief, row, measure, row_formula(brief, measure, cells))
    for flag in FLAGS:
        _put(page, brief, row, flag, flag_formula(brief, flag, cells))


def _kind(brief: Brief, conditions: Conditioned) -> str:
    discount = conditions[0]
    if discount == "in_discount":
        return brief.words.say("counteroffer.asked_discount")
    if discount == "in_offered_discount":
        return brief.words.say("counteroffer.offered_discount")
    return brief.words.say("counteroffer.step")


def _scenario(page: Page, brief: Brief, row: int, offer: Offer) -> None:
    number = list(Offer).index(offer) + 1
    page.formula(row, _LABEL, f"INDEX(sc_name,{number})", look.LABEL)
    for measure in MEASURES:
        _put(page, brief, row, measure, scenario_formula(measure, offer))
    for flag in FLAGS:
        cells = OfferRow(partial(_cell, row=row))
        _put(page, brief, row, flag, flag_formula(brief, flag, cells))


def _put(page: Page, brief: Brief, row: int, measure: str, content: Scalar) -> None:
    column = _FIRST + (*MEASURES, *FLAGS).index(measure)
    style: Style = look.figure(_format(brief, measure))
    if measure == "bar":
        style = replace(look.FIGURE, size=9)
    if not isinstance(content, str):
        page.put(row, column, content, style)
        return
    is_typed = content in ("in_discount", "in_offered_discount")
    page.formula(row, column, brief.known([content], content) if is_typed else content, style)


def _cell(measure: str, row: int) -> str:
    return a1(row, _FIRST + (*MEASURES, *FLAGS).index(measure))


def _marks(page: Page, brief: Brief, area: Area) -> None:
    """The advice in the offer's colour; what the policy does not admit in slate."""
    expected, bar = (f"${_cell(name, area.first_row)}" for name in ("ranked", "bar"))
    best = f"=AND(ISNUMBER({expected}),{expected}=MAX(sol_ranked))"
    page.highlights.append(Highlight(area, best, look.ACCENT, look.ACCENT_PALE, bold=True))
    page.highlights.append(Highlight(area, f'={bar}<>"{brief.yes}"', colour=look.SLATE))
