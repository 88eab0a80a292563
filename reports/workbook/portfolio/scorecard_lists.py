"""The lists that make up scorecards: clients kept, new business, targets, goals."""

from collections.abc import Sequence

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.page import Page
from reports.workbook.portfolio.book import NamedScorecard, PortfolioFile
from reports.workbook.portfolio.listing import (
    FIRST,
    Amount,
    Content,
    Formula,
    ListColumn,
    head,
    rows,
)
from transforms.clients.scorecard import GoalLine, LeadConversion, TargetLine
from transforms.core.money import exponent
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Unit

_LAST = FIRST + 8
_POINTS = "0.0"
_MEASURED = "#,##0.##;-#,##0.##;0"


def scorecard_lists(page: Page, book: PortfolioFile, row: int) -> int:
    """The lists below each other, those without a row left out; returns the row after."""
    cards = book.scorecards
    targets = [(one, line) for one in cards for line in one.card.targets]
    goals = [(one, line) for one in cards for line in one.card.goals]
    kept = [_kept(book, one, row + 2 + at) for at, one in enumerate(cards)]
    row = _list(page, book, row, "kept", _kept_columns(book), kept)
    won = [_won(book, one, row + 2 + at) for at, one in enumerate(cards)]
    row = _list(page, book, row, "won", _won_columns(book), won)
    renewed = [_renewed(book, one) for one in cards]
    row = _list(page, book, row, "renewed", _renewed_columns(book), renewed)
    aims = [_aim(book, *found, row + 2 + at) for at, found in enumerate(targets)]
    row = _list(page, book, row, "aims", _aim_columns(book), aims)
    steps = [_goal(book, *found, row + 2 + at) for at, found in enumerate(goals)]
    return _list(page, book, row, "smart", _goal_columns(book), steps)


def _list(
    page: Page,
    book: PortfolioFile,
    row: int,
    key: str,
    columns: Sequence[ListColumn],
    items: Sequence[Sequence[Content]],
) -> int:
    if not items:
        return row
    text = book.words.say(f"managers.{key}", period=str(book.period))
    page.section(row, FIRST, _LAST, text, look.SECTION)
    head(page, book, row + 1, f"managers_{key}", columns)
    return rows(page, row + 2, columns, items) + 1


def _kept_columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", 30),
        ListColumn("retention", 16, book.percent),
        ListColumn("net_retention", 16, book.percent),
        ListColumn("growth", 18, book.percent),
        ListColumn("nps", 18, _POINTS),
        ListColumn("csat", 18, book.percent),
        ListColumn("leads", 13, look.COUNT),
        ListColumn("converted", 15, look.COUNT),
        ListColumn("conversion", 14, book.percent),
    )


def _kept(book: PortfolioFile, one: NamedScorecard, row: int) -> tuple[Content, ...]:
    card = one.card
    figures = (card.retention, card.net_retention, card.growth, card.nps, card.csat)
    created, converted = a1(row, FIRST + 6), a1(row, FIRST + 7)
    return (
        _name(book, one),
        *[_number(book, figure) for figure in figures],
        *_leads(book, card.leads),
        _share(book, converted, created),
    )


def _leads(book: PortfolioFile, leads: LeadConversion | None) -> tuple[Content, Content]:
    absent = book.words.absent
    return (absent, absent) if leads is None else (leads.created, leads.converted)


def _won_columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", 30),
        ListColumn("new_clients", 16, look.COUNT),
        ListColumn("won_back", 16, look.COUNT),
        ListColumn("potential", 18, book.money),
        ListColumn("margin", 18, book.percent),
        ListColumn("potential_contribution", 18, book.money),
        ListColumn("expected_profit", 13, book.money),
        ListColumn("white_space", 15, book.money),
        ListColumn("lifetime", 14, book.money),
    )


def _won(book: PortfolioFile, one: NamedScorecard, row: int) -> tuple[Content, ...]:
    card = one.card
    potential, margin = a1(row, FIRST + 3), a1(row, FIRST + 4)
    digits = exponent(book.currency)
    return (
        _name(book, one),
        _number(book, card.new_clients),
        _number(book, card.won_back),
        _number(book, card.potential),
        _number(book, card.margin),
        _known(book, (potential, margin), f"ROUND({potential}*{margin},{digits})"),
        _number(book, card.expected_profit),
        _number(book, card.white_space),
        _number(book, card.lifetime_value),
    )


def _renewed_columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", 30),
        ListColumn("due", 16, look.COUNT),
        ListColumn("undecided", 16, look.COUNT),
        ListColumn("rate", 18, book.percent),
        ListColumn("rate_amount", 18, book.percent),
        ListColumn("win_rate", 18, book.percent),
        ListColumn("win_rate_amount", 13, book.percent),
        ListColumn("won_of_created", 15, book.percent),
        ListColumn("attainment", 14, book.percent),
    )


def _renewed(book: PortfolioFile, one: NamedScorecard) -> tuple[Content, ...]:
    card = one.card
    figures = (
        *(card.renewals_due, card.renewals_undecided, card.renewal_rate),
        *(card.renewal_rate_amount, card.win_rate, card.win_rate_amount),
        *(card.won_of_created, card.attainment),
    )
    return (_name(book, one), *[_number(book, figure) for figure in figures])


def _aim_columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", 30),
        ListColumn("metric", 32, span=2),
        ListColumn("target", 18, book.money),
        ListColumn("reached", 18, book.money),
        ListColumn("attainment", 18, book.percent),
        ListColumn("resources", 42, span=3),
    )


def _aim(
    book: PortfolioFile, one: NamedScorecard, line: TargetLine, row: int
) -> tuple[Content, ...]:
    spec, absent = specs()[line.metric], book.words.absent
    target, reached = a1(row, FIRST + 3), a1(row, FIRST + 4)
    is_money = spec.unit is Unit.MONEY
    name = spec.name(book.language)
    is_comparable = not is_money or line.actual.currency == line.currency
    return (
        _name(book, one),
        f"{name}, {line.currency}" if is_money else name,
        Amount(line.target, line.currency) if is_money and line.currency else line.target,
        _number(book, line.actual) if is_comparable else absent,
        _share(book, reached, target),
        line.resources or "–",
    )


def _goal_columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", 30),
        ListColumn("goal", 50, span=3),
        ListColumn("start", 18, _MEASURED),
        ListColumn("target", 18, _MEASURED),
        ListColumn("actual", 13, _MEASURED),
        ListColumn("progress", 15, book.percent),
        ListColumn("due", 14, look.DAY),
    )


def _goal(
    book: PortfolioFile, one: NamedScorecard, line: GoalLine, row: int
) -> tuple[Content, ...]:
    start, target, actual = (a1(row, FIRST + 4 + at) for at in range(3))
    # Without a start, the way is from nothing.
    begin = start if line.start is not None else "0"
    progress = (
        f'IF(COUNT({target},{actual})<2,"{book.words.absent}",'
        f'IF({target}={begin},"{book.words.absent}",({actual}-{begin})/({target}-{begin})))'
    )
    unit = f"goal_unit.{line.unit}"
    return (
        _name(book, one),
        f"{line.text} ({book.words.say(unit)})" if book.words.has(unit) else line.text,
        "–" if line.start is None else line.start,
        line.target,
        book.words.absent if line.actual is None else line.actual,
        Formula(progress),
        "–" if line.due is None else line.due,
    )


def _name(book: PortfolioFile, one: NamedScorecard) -> str:
    return book.words.say(f"managers.named_{one.entity_type}", name=one.name)


def _number(book: PortfolioFile, figure: KpiValue) -> Content:
    if figure.number is None:
        return book.words.absent
    if figure.unit is Unit.MONEY:
        return Amount(book.major(int(figure.number), figure.currency), figure.currency)
    return figure.number


def _share(book: PortfolioFile, part: str, whole: str) -> Formula:
    absent = book.words.absent
    return Formula(
        f'IF(COUNT({part},{whole})<2,"{absent}",IF({whole}=0,"{absent}",{part}/{whole}))'
    )


def _known(book: PortfolioFile, needed: Sequence[str], text: str) -> Formula:
    held = ",".join(needed)
    return Formula(f'IF(COUNT({held})<{len(needed)},"{book.words.absent}",{text})')
