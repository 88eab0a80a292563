"""Invoice lines by product and currency: a cross-tab of formulas, and a native pivot below it.

The pivot stands last so that it can grow; its cells hold its values for readers that do not
refresh pivots. Its filter may be used freely: what is left then differs from the cross-tab, and
the line between them says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from reports.workbook import style as look
from reports.workbook.brief import Brief
from reports.workbook.formulas.address import a1, fixed_span
from reports.workbook.model import Area, Pivot, PivotField, PrintSetup
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.sheets.data import TABLE_NAME, document_kind, table_column
from transforms.billing.invoiced_lines import sums_by
from transforms.core.money import exponent, to_major

ORDER = 95

_LABEL, _FIRST = 1, 2
_HEADER_ROW = 5
_SHOWN_PRODUCTS = 200
"""Beyond so many the sheet would be a second data sheet: it is left to the reader's own pivot."""


@dataclass(frozen=True)
class _Tab:
    """What stands on the axes; texts that differ in case only are one, as Excel has it."""

    products: tuple[str, ...]
    currencies: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def last_column(self) -> int:
        return _FIRST + len(self.currencies) - 1

    @property
    def total_row(self) -> int:
        return _HEADER_ROW + len(self.products) + 1

    @property
    def filter_row(self) -> int:
        return self.total_row + 5

    @property
    def pivot(self) -> Area:
        """Caption, head, products and their total."""
        first = self.filter_row + 2
        return Area(first, _LABEL, first + len(self.products) + 2, self.last_column)

    def values(self, first_row: int) -> Area:
        last = first_row + len(self.products) - 1
        return Area(first_row, _FIRST, last, self.last_column)


def build(brief: Brief) -> BuiltSheet:
    """Cross-tab, tie, pivot."""
    say = brief.words.say
    tab = _tab(brief)
    widths = (2, 46, *[20.0] * max(3, len(tab.currencies)))
    page = Page("pivot", brief.titles["pivot"], look.GREY, widths)
    page.put(0, _LABEL, say("pivot.title"), replace(look.TITLE, wrap=False))
    page.heights[0] = 28
    page.put(1, _LABEL, brief.client_line, look.SUBTITLE)
    page.put(2, _LABEL, say("pivot.note"), look.SUBTITLE)
    if not 0 < len(tab.products) <= _SHOWN_PRODUCTS:
        last = _nothing(page, brief, tab)
    else:
        _cross_tab(page, brief, tab)
        _tie(page, brief, tab)
        _pivot(page, brief, tab)
        last = tab.pivot.last_row
    return page.built(
        PrintSetup(
            is_landscape=False,
            area=Area(0, 0, last, max(_FIRST + 2, tab.last_column)),
            footer=brief.footer,
            pages_tall=0,
        ),
        is_protected=False,
    )


def _tab(brief: Brief) -> _Tab:
    rows = brief.invoiced
    return _Tab(
        _distinct([row.product_label for row in rows]),
        _distinct([row.currency for row in rows]),
        _distinct([document_kind(brief, row) for row in rows]),
    )


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.casefold(), text)
    return tuple(found[key] for key in sorted(found))


def _nothing(page: Page, brief: Brief, tab: _Tab) -> int:
    key = "pivot.too_many" if tab.products else "data.no_lines"
    page.put(_HEADER_ROW, _LABEL, brief.words.say(key), look.BODY)
    page.put(_HEADER_ROW + 1, _LABEL, brief.words.say("pivot.faults"), look.SMALL)
    page.put(_HEADER_ROW + 1, _FIRST, 0, replace(look.SMALL, align="right"))
    page.name("piv_faults", _HEADER_ROW + 1, _FIRST)
    return _HEADER_ROW + 1


def _money(currency: str) -> str:
    amount = look.exact_money(currency)
    return f'{amount};-{amount};"–"'


def _cross_tab(page: Page, brief: Brief, tab: _Tab) -> None:
    say = brief.words.say
    page.section(_HEADER_ROW - 1, _LABEL, tab.last_column, say("pivot.cross_tab"), look.SECTION)
    page.put(_HEADER_ROW, _LABEL, say("data.product"), look.HEADER)
    page.row(_HEADER_ROW, _FIRST, tab.currencies, look.HEADER_RIGHT)
    page.put(tab.total_row, _LABEL, say("pivot.total"), look.LABEL_BOLD)
    for row, name in enumerate(tab.products, start=_HEADER_ROW + 1):
        page.put(row, _LABEL, name, look.LABEL)
    for column, currency in enumerate(tab.currencies, start=_FIRST):
        style = look.figure(_money(currency))
        for row in range(_HEADER_ROW + 1, tab.total_row):
            page.formula(row, column, _cell(row, column), style)
        own = fixed_span(Area(_HEADER_ROW + 1, column, tab.total_row - 1, column))
        page.formula(tab.total_row, column, f"SUM({own})", replace(style, bold=True))


def _cell(row: int, column: int) -> str:
    # Not SUMIFS: it would read a product called "Plan *" or ">5" as a pattern.
    name, currency = f"${a1(row, _LABEL)}", f"{a1(_HEADER_ROW, column)}"
    return f"SUMPRODUCT((dat_product={name})*(dat_currency={currency})*dat_net)"


def _tie(page: Page, brief: Brief, tab: _Tab) -> None:
    """Whether the cross-tab has every line, which is a control, and whether the pivot shows all."""
    say = brief.words.say
    faults = "+".join(
        f"IF(ABS({a1(tab.total_row, column)}-"
        f'SUMIFS(dat_net,dat_currency,"{currency}"))>{_half(currency)},1,0)'
        for column, currency in enumerate(tab.currencies, start=_FIRST)
    )
    row = tab.total_row + 1
    page.put(row, _LABEL, say("pivot.faults"), look.SMALL)
    page.formula(row, _FIRST, faults, replace(look.SMALL, align="right", number_format=look.COUNT))
    page.name("piv_faults", row, _FIRST)
    ours = fixed_span(tab.values(_HEADER_ROW + 1))
    theirs = fixed_span(tab.values(tab.pivot.first_row + 2))
    half = min((_half(currency) for currency in tab.currencies), key=float)
    differs = f"SUMPRODUCT(({ours}-{theirs}>{half})+({theirs}-{ours}>{half}))"
    text = f'IF({differs}=0,"{say("pivot.ties")}","{say("pivot.differs")}")'
    page.formula(row + 1, _LABEL, f'IFERROR({text},"{say("pivot.differs")}")', look.SMALL)


def _half(currency: str) -> str:
    return f"{0.5 * 10.0 ** -exponent(currency):.10f}".rstrip("0")


def _pivot(page: Page, brief: Brief, tab: _Tab) -> None:
    """The pivot's own cells, and the pivot."""
    say, area = brief.words.say, tab.pivot
    page.section(tab.filter_row - 1, _LABEL, tab.last_column, say("pivot.pivot"), look.SECTION)
    page.put(tab.filter_row, _LABEL, say("data.kind"), look.LABEL)
    page.put(tab.filter_row, _FIRST, say("pivot.all"), replace(look.LABEL, align="right"))
    page.band(area.first_row, _LABEL, area.last_column, look.HEADER)
    page.put(area.first_row, _LABEL, say("pivot.sum"), look.HEADER)
    page.put(area.first_row, _FIRST, say("data.currency"), look.HEADER_RIGHT)
    page.put(area.first_row + 1, _LABEL, say("data.product"), look.HEADER)
    page.row(area.first_row + 1, _FIRST, tab.currencies, look.HEADER_RIGHT)
    for row, name in enumerate(tab.products, start=area.first_row + 2):
        page.put(row, _LABEL, name, look.LABEL)
    _values(page, brief, tab)
    page.pivots.append(
        Pivot(
            name="pivot_invoice_lines",
            table=TABLE_NAME,
            area=area,
            rows=PivotField(table_column("product"), tab.products),
            columns=PivotField(table_column("currency"), tab.currencies),
            filters=(PivotField(table_column("kind"), tab.kinds),),
            data_column=table_column("net"),
            data_caption=say("pivot.sum"),
            decimals=max(exponent(currency) for currency in tab.currencies),
        )
    )


def _values(page: Page, brief: Brief, tab: _Tab) -> None:
    """Sums of the rows themselves, apart from the formulas that they are held against."""
    sums = sums_by(brief.invoiced, lambda line: (line.product_label.casefold(), line.currency))
    first = tab.pivot.first_row + 2
    places = product(enumerate(tab.products, first), enumerate(tab.currencies, _FIRST))
    for (row, name), (column, currency) in places:
        minor = sums.get((name.casefold(), currency))
        value = None if minor is None else float(to_major(minor, currency))
        page.put(row, column, value, look.figure(look.exact_money(currency)))
    page.put(tab.pivot.last_row, _LABEL, brief.words.say("pivot.total"), look.LABEL_BOLD)
    totals = sums_by(brief.invoiced, lambda line: line.currency)
    for column, currency in enumerate(tab.currencies, _FIRST):
        value = float(to_major(totals[currency], currency))
        style = replace(look.figure(look.exact_money(currency)), bold=True)
        page.put(tab.pivot.last_row, column, value, style)
