"""The portfolio workbook, composed."""

from reports.workbook.formulas.calculation import calculated
from reports.workbook.model import DocumentProperties, Reference, Workbook
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.sheets import builders


def compose_portfolio(book: PortfolioFile) -> Workbook:
    """Every sheet that has something to say, with the value of every formula."""
    built = [sheet for build in builders() if (sheet := build(book)) is not None]
    names = {
        name: Reference(page.sheet.key, area) for page in built for name, area in page.names.items()
    }
    say = book.words.say
    return calculated(
        Workbook(
            sheets=tuple(page.sheet for page in built),
            names=dict(sorted(names.items())),
            properties=DocumentProperties(
                title=say(
                    "portfolio.document",
                    company=book.policy.company_name,
                    period=str(book.period),
                ),
                subject=say("overview.title"),
                author=book.policy.company_name,
                created=book.data_date,
            ),
            locale=book.language,
        )
    )
