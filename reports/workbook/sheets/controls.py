"""Checks that the workbook makes on itself, and what it compares its formulas with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1, fixed_span
from reports.workbook.formulas.issued import IssuedFigure, issued_figures
from reports.workbook.input_line import InputUnit
from reports.workbook.model import Area, Highlight, PrintSetup
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.product_margins import MARGINS
from transforms.core.money import exponent

ORDER = 120

_LABEL, _LIVE, _ISSUED, _GAP, _STATUS = range(1, 6)
_CHECKS_ROW = 4


@dataclass(frozen=True)
class _Check:
    """One check: the number of faults it finds. `is_about_inputs` makes it amber, not red."""

    key: str
    faults: str
    is_about_inputs: bool = False


def build(brief: Brief) -> BuiltSheet:
    """Checks on top; below, every input and figure as issued beside the live cell."""
    say = brief.words.say
    page = Page("controls", brief.titles["controls"], look.GREY, (2, 56, 18, 18, 15, 11))
    page.put(0, _LABEL, say("controls.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    checks = _checks(brief)
    inputs_row = _CHECKS_ROW + len(checks) + 6
    figures_row = _inputs(page, brief, inputs_row) + 2
    last = _line_totals(page, brief, _figures(page, brief, figures_row) + 2)
    _write_checks(page, brief, checks)
    return page.built(
        PrintSetup(
            is_landscape=False, area=Area(0, 0, last, _STATUS), footer=brief.footer, pages_tall=0
        )
    )


def _checks(brief: Brief) -> tuple[_Check, ...]:
    unit = 10.0 ** -exponent(brief.client.currency)
    half = f"{unit / 2:.10f}".rstrip("0")
    own = "(in_price*(1-in_commission)-in_cost_of_sales-in_cost_to_serve)"
    tie = f"ABS(INDEX(sc_contribution,1)-{own})>{half}"
    errors = "+".join(
        f"SUMPRODUCT(--ISERROR({name}))"
        for name in (
            *("sc_all", "cf_all", "brg_all", "lim_all", "sol_all", "cur_all"),
            *("sen_term", "prd_all"),
        )
    )
    parts = f"ABS(dat_total-dat_invoiced-dat_credits)>{half}"
    return (
        _Check("bridge", f"IF(ISNUMBER(brg_proof),IF(ABS(brg_proof)>{half},1,0),0)"),
        _Check("scenarios", f"IF(ISNUMBER(INDEX(sc_contribution,1)),IF({tie},1,0),0)"),
        _Check("price_volume", f"IF(ABS(pvm_price+pvm_volume+pvm_mix-pvm_change)>{half},1,0)"),
        _Check("products", _product_faults()),
        _Check("data", f"IF(COUNT(dat_total)=0,0,IF({parts},1,0))"),
        _Check("data_issued", "SUM(ctl_line_faults)"),
        _Check("pivot", "piv_faults"),
        _Check("errors", errors),
        _Check("figures", "IF(ctl_changed_inputs>0,0,SUM(ctl_figure_faults))"),
        _Check("inputs", "ctl_changed_inputs", is_about_inputs=True),
    )


def _product_faults() -> str:
    """Margins of all products that are not those of the scenarios."""
    both = [
        (f"INDEX(prd_margins,{place})", f"INDEX(sc_margin,{number})")
        for place, number in enumerate(MARGINS.values(), start=1)
    ]
    return "+".join(
        f"IF(COUNT({one},{other})=2,IF(ABS({one}-{other})>0.000000001,1,0),0)"
        for one, other in both
    )


def _write_checks(page: Page, brief: Brief, checks: tuple[_Check, ...]) -> None:
    say = brief.words.say
    page.section(_CHECKS_ROW - 1, _LABEL, _STATUS, say("controls.checks"), look.SECTION)
    page.band(_CHECKS_ROW, _LABEL, _STATUS, look.HEADER)
    page.put(_CHECKS_ROW, _LABEL, say("controls.check"), look.HEADER)
    page.put(_CHECKS_ROW, _GAP, say("controls.faults"), look.HEADER_RIGHT)
    page.put(_CHECKS_ROW, _STATUS, say("controls.status"), look.HEADER_RIGHT)
    first = _CHECKS_ROW + 1
    for offset, check in enumerate(checks):
        row = first + offset
        page.band(row, _LABEL, _STATUS, look.LABEL)
        page.put(row, _LABEL, say(f"check.{check.key}"), look.LABEL)
        page.formula(row, _GAP, check.faults, look.figure(look.COUNT))
        bad = say("controls.changed" if check.is_about_inputs else "controls.failed")
        status = f'IF({a1(row, _GAP)}=0,"{say("controls.fine")}","{bad}")'
        page.formula(row, _STATUS, status, replace(look.FIGURE, bold=True))
    last = first + len(checks) - 1
    _status_colours(page, brief, Area(first, _STATUS, last, _STATUS))
    red = fixed_span(Area(first, _GAP, last - 1, _GAP))
    _outcome(page, brief, last + 1, "failed", f"SUM({red})")
    _outcome(page, brief, last + 2, "changed", "ctl_changed_inputs")
    # Nothing to compare where no probability is known.
    best = 'IFERROR(INDEX(sc_name,MATCH(1,sc_rank,0)),"–")'
    _outcome(page, brief, last + 3, "best", best)


def _outcome(page: Page, brief: Brief, row: int, key: str, formula: str) -> None:
    page.put(row, _LABEL, brief.words.say(f"controls.outcome_{key}"), look.SMALL)
    style = replace(look.SMALL, align="right", number_format=look.COUNT)
    page.formula(row, _GAP, formula, style)
    page.name(f"ctl_{key}", row, _GAP)


def _status_colours(page: Page, brief: Brief, area: Area) -> None:
    cell = a1(area.first_row, area.first_column)
    looks: Mapping[str, tuple[str, str]] = {
        "fine": (look.GREEN, look.GREEN_PALE),
        "failed": (look.RED, look.RED_PALE),
        "changed": (look.AMBER, look.AMBER_PALE),
    }
    for key, (colour, fill) in looks.items():
        text = brief.words.say(f"controls.{key}")
        page.highlights.append(Highlight(area, f'={cell}="{text}"', colour, fill))


def _head(page: Page, brief: Brief, row: int, key: str) -> None:
    say = brief.words.say
    page.section(row, _LABEL, _STATUS, say(f"controls.{key}"), look.SECTION)
    page.put(row + 1, _LABEL, say("controls.figure"), look.HEADER)
    heads = [say(f"controls.{name}") for name in ("live", "issued", "gap", "differs")]
    page.row(row + 1, _LIVE, heads, look.HEADER_RIGHT)


def _inputs(page: Page, brief: Brief, row: int) -> int:
    """Inputs as issued beside the cells that may have been edited; returns the last row."""
    _head(page, brief, row, "inputs")
    first = row + 2
    for offset, line in enumerate(brief.lines):
        at = first + offset
        is_money = line.unit is InputUnit.MONEY
        value = line.value if not is_money or line.value is None else brief.major(int(line.value))
        style = look.figure(brief.input_format(line.unit))
        issued, live = a1(at, _ISSUED), line.name
        page.put(at, _LABEL, brief.words.say(f"input.{line.key}"), look.LABEL)
        page.formula(at, _LIVE, brief.known([live], live), style)
        page.put(at, _ISSUED, value, style)
        page.name(f"iss_{line.key}", at, _ISSUED)
        both = f"COUNT({live},{issued})"
        page.formula(at, _GAP, f"IF({both}=2,{live}-{issued},0)", style)
        same = f"IF({both}=2,{live}={issued},{both}=0)"
        page.formula(at, _STATUS, f"IF({same},0,1)", look.figure(look.COUNT))
    last = first + len(brief.lines) - 1
    total = last + 1
    page.put(total, _LABEL, brief.words.say("controls.changed_inputs"), look.LABEL_BOLD)
    flags = fixed_span(Area(first, _STATUS, last, _STATUS))
    page.band(total, _LIVE, _GAP, look.LABEL)
    page.formula(total, _STATUS, f"SUM({flags})", look.figure(look.COUNT))
    page.name("ctl_changed_inputs", total, _STATUS)
    return total


def _figures(page: Page, brief: Brief, row: int) -> int:
    """Figures as computed when issued beside the live formulas; returns the last row."""
    _head(page, brief, row, "figures")
    unit = 10.0 ** -exponent(brief.client.currency)
    figures = issued_figures(brief)
    for offset, figure in enumerate(figures, start=2):
        _figure(page, brief, row + offset, figure, unit)
    last = row + 1 + len(figures)
    if not figures:
        last += 1
        page.put(last, _LABEL, brief.words.say("controls.no_figures"), look.LABEL)
        page.put(last, _STATUS, 0, look.figure(look.COUNT))
    page.name("ctl_figure_faults", row + 2, _STATUS, height=last - row - 1)
    return last


def _line_totals(page: Page, brief: Brief, row: int) -> int:
    """Invoice lines by currency, as read and as they stand; returns the last row."""
    _head(page, brief, row, "lines")
    totals = brief.lines_totals
    for offset, (currency, total) in enumerate(totals.items(), start=2):
        figure = IssuedFigure(currency, f'SUMIFS(dat_net,dat_currency,"{currency}")', total, True)
        _figure(page, brief, row + offset, figure, 0.5 * 10.0 ** -exponent(currency))
    last = row + 1 + len(totals)
    if not totals:
        last += 1
        page.put(last, _LABEL, brief.words.say("data.no_lines"), look.LABEL)
        page.put(last, _STATUS, 0, look.figure(look.COUNT))
    page.name("ctl_line_faults", row + 2, _STATUS, height=last - row - 1)
    return last


def _figure(page: Page, brief: Brief, row: int, figure: IssuedFigure, unit: float) -> None:
    number_format = brief.exact_money if figure.is_money else figure.number_format
    style = look.figure(number_format)
    page.put(row, _LABEL, figure.label, look.LABEL)
    page.formula(row, _LIVE, figure.formula, style)
    page.put(row, _ISSUED, figure.value, style)
    live, issued = a1(row, _LIVE), a1(row, _ISSUED)
    page.formula(row, _GAP, f"IF(ISNUMBER({live}),{live}-{issued},0)", style)
    # A factor in the thousands, as of a price next to nothing, has fewer decimals in common.
    share = f"IF(ABS({issued})>1000,ABS({issued})*0.000001,0.000000001)"
    within = f"ABS({live}-{issued})<={f'{unit:.10f}' if figure.is_money else share}"
    fault = f"IF(ISNUMBER({live}),IF({within},0,1),1)"
    page.formula(row, _STATUS, fault, look.figure(look.COUNT))
