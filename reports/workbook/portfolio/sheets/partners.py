"""Business partners (*Socios*): what was bought, how well they served, and the class by rule."""

from reports.workbook import style as look
from reports.workbook.formulas.address import a1
from reports.workbook.page import BuiltSheet, Page
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Amount,
    Content,
    Formula,
    ListColumn,
    closed,
    head,
    not_known,
    opened,
    rows,
    total,
)
from transforms.clients.partners import STANDING_OF, PartnerLine, PartnerRule
from transforms.core.money import exponent

ORDER = 75


def build(book: PortfolioFile) -> BuiltSheet | None:
    """One row a partner, then the rules; no sheet where none is known."""
    if not book.partners:
        return None
    wanted = _columns(book)
    page = opened(book, "partners", wanted)
    head(page, book, HEAD_ROW, "partners", wanted)
    first = HEAD_ROW + 1
    items = [_item(book, line, row) for row, line in enumerate(book.partners, start=first)]
    after = rows(page, first, wanted, items)
    last = after - 1
    page.heights |= dict.fromkeys(range(first, after), 30)  # a rule takes two lines
    after = total(page, book, after, wanted, first)
    after = not_known(page, book, after, wanted, (first, last))
    after = _rules(page, book, after + 1, len(wanted))
    return closed(page, book, len(wanted), after, head_row=HEAD_ROW)


def _columns(book: PortfolioFile) -> tuple[ListColumn, ...]:
    return (
        ListColumn("name", 18),
        ListColumn("kind", 12),
        ListColumn("service", 18),
        ListColumn("currency", 9),
        ListColumn("own_spend", 13, book.money),
        ListColumn("rate", 10, "0.000000"),
        ListColumn("spend", 14, book.money, is_summed=True),
        ListColumn("before", 10, book.percent),
        ListColumn("target", 10, book.percent),
        ListColumn("reached", 10.5, book.percent),
        ListColumn("gap", 10.5, book.percent),
        ListColumn("incidents", 12, look.COUNT),
        ListColumn("replaceable", 12),
        ListColumn("rule", 22),
        ListColumn("class", 11),
    )


def _item(book: PortfolioFile, line: PartnerLine, row: int) -> tuple[Content, ...]:
    words, absent = book.words, book.words.absent
    cells = {column.key: a1(row, place) for place, column in enumerate(_columns(book), start=FIRST)}
    own, rate, target, reached = (cells[key] for key in ("own_spend", "rate", "target", "reached"))
    converted = f"ROUND({own}*{rate},{exponent(book.currency)})"
    rule = cells["rule"]
    return (
        line.name,
        words.say(f"partner_kind.{line.kind}"),
        line.service_name or "–",
        line.currency,
        Amount(book.major(line.spend_minor, line.currency), line.currency),
        book.rates.get(line.currency, absent),
        Formula(f'IF(COUNT({own},{rate})<2,"{absent}",{converted})'),
        absent if line.before.reached is None else line.before.reached,
        absent if line.service.target is None else line.service.target,
        absent if line.service.reached is None else line.service.reached,
        Formula(f'IF(COUNT({target},{reached})<2,"{absent}",{reached}-{target})'),
        absent if line.incidents is None else line.incidents,
        words.say("partners.yes" if line.is_replaceable else "partners.no"),
        Formula(_rule(book, line, cells)),
        Formula(f'IF({rule}="{absent}","{absent}",INDEX(pt_class,MATCH({rule},pt_rule,0)))'),
    )


def _rule(book: PortfolioFile, line: PartnerLine, cells: dict[str, str]) -> str:
    """The first rule that holds, by its words in the list below."""
    absent, yes = book.words.absent, book.words.say("partners.yes")
    target, reached, before = (cells[key] for key in ("target", "reached", "before"))
    missed_before = (
        f"{before}<{line.before.target!r}" if line.before.is_missed is not None else "FALSE"
    )
    twice, missed, strong, met = (
        f"INDEX(pt_rule,{place})" for place, _ in enumerate(PartnerRule, start=1)
    )
    replaceable = f'{cells["replaceable"]}="{yes}"'
    faultless = f"AND(COUNT({cells['incidents']})=1,{cells['incidents']}=0)"
    held = f"AND(COUNT({before})=1,{reached}>={before})"
    return (
        f'IF(COUNT({target},{reached})<2,"{absent}",IF({reached}<{target},'
        f"IF(AND({missed_before},{replaceable}),{twice},{missed}),"
        f"IF(AND({held},{faultless}),{strong},{met})))"
    )


def _rules(page: Page, book: PortfolioFile, row: int, width: int) -> int:
    """The rules in their order, each with the class it gives; returns the row after."""
    say = book.words.say
    page.section(row, FIRST, FIRST + width - 1, say("partners.rules"), look.SECTION)
    for at, rule in enumerate(PartnerRule, start=row + 1):
        page.put(at, FIRST, say(f"partner_rule.{rule.value}"), look.BODY)
        standing = say(f"partner_class.{STANDING_OF[rule].value}")
        page.put(at, FIRST + 3, standing, look.LABEL_BOLD)
    page.name("pt_rule", row + 1, FIRST, height=len(PartnerRule))
    page.name("pt_class", row + 1, FIRST + 3, height=len(PartnerRule))
    return row + 1 + len(PartnerRule)
