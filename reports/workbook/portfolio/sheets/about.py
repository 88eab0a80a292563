"""What the portfolio workbook was made from, and what its words mean."""

from reports.workbook import style as look
from reports.workbook.page import BuiltSheet
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import FIRST, ListColumn, closed, opened
from transforms.renewals.inputs import ARITHMETIC_VERSION

ORDER = 100

_TERMS = ("exposure", "risk", "price", "rate", "shown", "held", "outside")


def build(book: PortfolioFile) -> BuiltSheet:
    """MetricContext, then terms."""
    say = book.words.say
    page = opened(book, "about", (ListColumn("fact", 34), ListColumn("value", 96)))
    context = {
        "edition_id": book.edition,
        "period": str(book.period),
        "valuation_date": book.period.valuation_date.isoformat(),
        "data_date": book.data_date.isoformat(),
        "arithmetic": str(ARITHMETIC_VERSION),
    }
    row = 4
    for key, text in context.items():
        page.put(row, FIRST, say(f"lineage.{key}"), look.LABEL)
        page.put(row, FIRST + 1, text, look.LABEL)
        row += 1
    page.name("edition_id", 4, FIRST + 1)
    page.section(row + 1, FIRST, FIRST + 1, say("about.terms"), look.SECTION)
    last = row
    for last, key in enumerate(_TERMS, start=row + 2):
        page.put(last, FIRST, say(f"about.{key}"), look.LABEL_BOLD)
        page.put(last, FIRST + 1, say(f"about.{key}_means"), look.TEXT_CELL)
        page.heights[last] = 30
    return closed(page, book, 2, last)
