"""What each answer to the client leads to, side by side."""

from dataclasses import replace
from functools import partial

from reports.workbook import style as look
from reports.workbook.brief import OFFERS, Brief
from reports.workbook.formulas.address import a1
from reports.workbook.formulas.limit_formulas import limits
from reports.workbook.formulas.scenario_formulas import OfferColumn, formula
from reports.workbook.model import Area, Highlight, PrintSetup, Style
from reports.workbook.page import BuiltSheet, Page
from transforms.renewals.offers import Offer

ORDER = 30

_LABEL, _FIRST = 1, 2
_LAST = _FIRST + len(OFFERS) - 1
_NAMES_ROW, _NUMBER_ROW = 3, 4
_SECTIONS = {
    "offer": (
        *("discount", "years", "uplift", "billing", "days", "lag", "paid", "services", "given"),
        *("probability", "net"),
    ),
    "year": (
        *("revenue", "cost", "avoidable", "commission", "gross_profit", "contribution", "margin"),
        "contribution_change",
    ),
    "value": ("contract_value", "npv", "expected_npv", "change", "expected_full"),
    "needed": ("must", "concession", "volume", "ratio", "needed"),
    "decision": ("list_discount", "floor", "bar", "tier", "approver", "rule", "rank"),
}
_PERCENTS = (
    *("discount", "uplift", "given", "probability", "margin", "must", "concession", "volume"),
    *("needed", "list_discount"),
)
_CHANGES = ("contribution_change", "change")
_TEXTS = ("floor", "bar", "approver", "rule")
_STRONG = ("net", "contribution", "expected_npv", "rank")
_LIMIT_PERCENTS = ("margin", "largest", "ceiling", "term_short", "term_long", "share_needed")


def _rows() -> dict[str, int]:
    """The row of every section and measure."""
    rows: dict[str, int] = {}
    row = _NUMBER_ROW + 1
    for section, measures in _SECTIONS.items():
        rows[f"section_{section}"] = row
        rows |= {measure: row + 1 + offset for offset, measure in enumerate(measures)}
        row += len(measures) + 1
    return rows | {"end": row}


_ROW = _rows()


def build(brief: Brief) -> BuiltSheet:
    """Offers across, figures down, then the limits of a discount."""
    words = brief.words
    widths = (2, 36, *[brief.figure_width(13.5)] * len(OFFERS))
    page = Page("scenarios", brief.titles["scenarios"], look.ACCENT, widths)
    page.put(0, _LABEL, words.say("scenarios.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    _names(page, brief)
    for section, measures in _SECTIONS.items():
        text = words.say(f"scenarios.section_{section}")
        page.section(_ROW[f"section_{section}"], _LABEL, _LAST, text, look.SECTION)
        for measure in measures:
            _measure(page, brief, measure)
    last = _notes(page, brief, _limits(page, brief, _ROW["end"] + 1))
    page.name("sc_all", _NAMES_ROW, _FIRST, len(OFFERS), _ROW["end"] - _NAMES_ROW)
    page.name("lim_all", _ROW["end"] + 2, _FIRST, height=len(limits(brief)))
    _highlights(page, brief)
    return page.built(
        PrintSetup(
            is_landscape=False,
            area=Area(0, 0, last, _LAST),
            footer=brief.footer,
        ),
        frozen=(_NUMBER_ROW + 1, _FIRST),
    )


def _names(page: Page, brief: Brief) -> None:
    words = brief.words
    measure = words.say("scenarios.measure", currency=brief.client.currency)
    page.put(_NAMES_ROW, _LABEL, measure, look.HEADER)
    page.heights[_NAMES_ROW] = 30
    page.put(_NUMBER_ROW, _LABEL, words.say("scenarios.number"), look.SMALL)
    for offset, offer in enumerate(OFFERS):
        column = _FIRST + offset
        page.put(_NUMBER_ROW, column, offset + 1, replace(look.SMALL, align="right"))
        name = words.say(f"offer.{offer.value}")
        if offer is Offer.LONG_TERM:
            page.formula(_NAMES_ROW, column, f'in_term_years&"{name}"', look.HEADER_RIGHT)
        else:
            page.put(_NAMES_ROW, column, name, look.HEADER_RIGHT)
    page.name("sc_name", _NAMES_ROW, _FIRST, width=len(OFFERS))


def _measure(page: Page, brief: Brief, measure: str) -> None:
    row = _ROW[measure]
    style = _style(brief, measure)
    label = look.LABEL_BOLD if measure in _STRONG else look.LABEL
    page.put(row, _LABEL, brief.words.say(f"scenarios.{measure}"), label)
    for offset, offer in enumerate(OFFERS):
        column = _FIRST + offset
        place = OfferColumn(
            offer, offset + 1, partial(_cell, column=column), partial(_cell, column=_FIRST)
        )
        page.formula(row, column, formula(brief, measure, place), style)
    page.name(f"sc_{measure}", row, _FIRST, width=len(OFFERS))
    if measure in ("approver", "bar", "rule"):
        page.heights[row] = 42


def _cell(measure: str, column: int) -> str:
    return a1(_ROW[measure], column)


def _style(brief: Brief, measure: str) -> Style:
    if measure in _TEXTS:
        return replace(look.FIGURE, wrap=True)
    if measure in _PERCENTS:
        number_format = brief.percent
    elif measure in _CHANGES:
        number_format = look.signed(brief.money)
    elif measure in ("years", "tier", "rank"):
        number_format = look.WHOLE
    elif measure in ("billing", "days"):
        number_format = "0"
    elif measure in ("ratio", "lag"):
        number_format = look.FACTOR
    elif measure == "paid":
        number_format = look.FINE_FACTOR
    else:
        number_format = brief.money
    return replace(look.figure(number_format), bold=measure in _STRONG)


def measure_area(measure: str, offers: int) -> Area:
    """Where a measure of the first offers stands, for charts on other sheets."""
    row = _NAMES_ROW if measure == "name" else _ROW[measure]
    return Area(row, _FIRST, row, _FIRST + offers - 1)


def _limits(page: Page, brief: Brief, row: int) -> int:
    words = brief.words
    page.section(row, _LABEL, _LAST, words.say("scenarios.limits"), look.SECTION)
    note = replace(look.SMALL, align="left", indent=1)
    for offset, (key, text) in enumerate(limits(brief).items(), start=1):
        number_format = brief.percent if key in _LIMIT_PERCENTS else brief.money
        page.put(row + offset, _LABEL, words.say(f"limit.{key}"), look.LABEL)
        page.formula(row + offset, _FIRST, text, look.figure(number_format))
        page.put(row + offset, _FIRST + 1, words.say(f"limit_note.{key}"), note)
        page.name(f"lim_{key}", row + offset, _FIRST)
    return row + len(limits(brief)) + 2


def _notes(page: Page, brief: Brief, row: int) -> int:
    for offset, key in enumerate(("note_added", "note_walk", "note_npv")):
        page.put(row + offset, _LABEL, brief.words.say(f"scenarios.{key}"), look.SMALL)
    return row + 2


def _highlights(page: Page, brief: Brief) -> None:
    """The best offer's column, and what lies below the floor."""
    names = Area(_NAMES_ROW, _FIRST, _NAMES_ROW, _LAST)
    best = f"={a1(_ROW['rank'], _FIRST).replace('C', 'C$')}=1"
    page.highlights.append(Highlight(names, best, colour="#FFFFFF", fill=look.ACCENT))
    body = Area(_NUMBER_ROW, _FIRST, _ROW["end"] - 1, _LAST)
    page.highlights.append(Highlight(body, best, fill=look.ACCENT_PALE))
    floor = Area(_ROW["floor"], _FIRST, _ROW["floor"], _LAST)
    below = f'={a1(_ROW["floor"], _FIRST)}="{brief.no}"'
    page.highlights.append(Highlight(floor, below, colour=look.RED, bold=True))
