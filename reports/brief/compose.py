"""The brief as a deck of one or two pages, and as Markdown that lists everything."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import Brand, inches
from reports.brief.book import BookLine, ManagerBook, ToDo, lines, to_dos
from reports.client import KpiBook, home_or
from reports.deck.exhibits.frame import Page, note, slide
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.formats import Formats
from reports.deck.internal_mark import marked
from reports.deck.model import Box, Deck, Slide, Table, Template
from reports.deck.slide_context import Phrase, SlideContext, Value
from reports.deck.text_model import Align
from reports.deck.view.client_view import ClientFigures, ClientView, Thresholds
from reports.deck.wording import Wording


@dataclass(frozen=True)
class ComposedBrief:
    """Both forms of one brief."""

    deck: Deck
    markdown: str


def compose_brief(book: ManagerBook, language: str, brand: Brand) -> ComposedBrief:
    """The clients of one manager, worded in the company's language."""
    context = _desk(book, language, brand)
    told, doing = lines(context, book), to_dos(context, book)
    pages = (_book_page(context, book, told), *((_week_page(context, doing),) if doing else ()))
    deck = Deck(
        title=_headline(context, "brief.title", book),
        subject=context.say("subject", {"edition": book.edition}),
        author=book.company_name[:255],
        language=str(context.formats.locale).replace("_", "-"),
        created=book.data_date,
        template=Template(brand.name, brand.template),
        slides=tuple(marked(context, page) for page in pages),
    )
    return ComposedBrief(deck, _markdown(context, book, told, doing))


def _desk(book: ManagerBook, language: str, brand: Brand) -> SlideContext:
    """A context of no client: a brief tells of many, each in its own currency."""
    locale = home_or(language, next((entry.home_locale for entry in book.entries), ""))
    view = ClientView(
        client_name=book.manager_name,
        company_name=book.company_name,
        language=language,
        locale=locale,
        currency="",
        period=book.period,
        holiday_country="",
        data_date=book.data_date,
        manager_name=book.manager_name,
        manager_email="",
        figures=ClientFigures(KpiBook("", {})),
        thresholds=Thresholds(0.0, 0.0, 0, 0, 0.0, 0.0),
        is_active=True,
        accounts=(),
        rates=(),
        sector="",
        logo=None,
        commitments=(),
        goals=(),
        due_tasks=(),
        invoiced=(),
        subscriptions=(),
        listed=(),
        agreements=(),
        renewal=None,
        themes=(),
        parts=(),
        causes=(),
        week_day=0,
        chosen=(),
        sources={},
        edition=book.edition,
    )
    return SlideContext(view, Wording(language), Formats(locale, ""), brand)


def _headline(context: SlideContext, rule: str, book: ManagerBook) -> str:
    return context.say(rule, {"manager": book.manager_name, "period": context.this_period})


def _counts(context: SlideContext, book: ManagerBook) -> Phrase:
    """How many clients, how many of them owe much, and the next renewal."""
    active = [entry for entry in book.entries if entry.is_active]
    former = len(book.entries) - len(active)
    owing = sum(entry.owes_much for entry in book.entries)
    ahead = [
        e.renewal_day for e in book.entries if e.renewal_day and e.renewal_day >= book.data_date
    ]
    values: dict[str, Value] = {
        "clients": context.tally(len(active), "accounts"),
        "former": _counted(context, "titles.brief.former", former),
        "overdue": _counted(context, "titles.brief.overdue", owing),
        "day": context.formats.day(min(ahead)) if ahead else context.say("absent"),
    }
    return context.counted("titles.brief", len(active), values)


def _counted(context: SlideContext, rule: str, count: int) -> Value:
    """A part of the title; nothing where there is none."""
    if not count:
        return ""
    return context.counted(rule, count, {"n": context.tally(count, "accounts")})


def _book_page(context: SlideContext, book: ManagerBook, told: Sequence[BookLine]) -> Slide:
    plan = TablePlan(
        context.say("brief.table"),
        context.say("brief.alt"),
        (
            ColumnPlan(context.say("brief.client"), 0.16),
            ColumnPlan(context.say("brief.renewal"), 0.15),
            ColumnPlan(context.say("brief.fee"), 0.11, Align.RIGHT),
            ColumnPlan(context.say("brief.owed"), 0.1, Align.RIGHT),
            ColumnPlan(context.say("brief.standing"), 0.12),
            ColumnPlan(context.say("brief.signals"), 0.16),
            ColumnPlan(context.say("brief.changed"), 0.2),
        ),
        tuple(
            (
                Entry(item.client, bold=True),
                Entry(item.renewal),
                Entry(item.mrr),
                Entry(item.owed),
                Entry(item.standing),
                Entry(item.signals, item.tone),
                Entry(item.changed),
            )
            for item in told
        ),
    )
    notes = (_headline(context, "brief.title", book),)
    return _page(context, Page("brief", _counts(context, book), (), notes), plan)


def _week_page(context: SlideContext, doing: Sequence[ToDo]) -> Slide:
    values = {"n": context.tally(len(doing), "signals")}
    plan = TablePlan(
        context.say("brief.week_table"),
        context.say("brief.week_alt"),
        (
            ColumnPlan(context.say("brief.client"), 0.2),
            ColumnPlan(context.say("brief.why"), 0.38),
            ColumnPlan(context.say("brief.what"), 0.42),
        ),
        tuple(
            (Entry(item.client, bold=True), Entry(item.why), Entry(item.first)) for item in doing
        ),
    )
    title = context.counted("titles.week", len(doing), values)
    return _page(context, Page("week", title, (), (title.text,)), plan)


def _page(context: SlideContext, page: Page, plan: TablePlan) -> Slide:
    """As many rows as one page holds; how many more there are stands under them."""
    area = context.brand.body
    table = _fitting(context, plan, Box(area.left, area.top, area.width, area.height - inches(0.3)))
    rest = len(plan.rows) - (len(table.rows) - 1)
    small = Box(area.left, area.bottom - inches(0.22), area.width, 0)
    more = (
        context.words.count("brief.more", rest, {"n": context.formats.count(rest)}) if rest else ""
    )
    return slide(context, page, (table, *((note(context, more, small, 1),) if more else ())))


def _fitting(context: SlideContext, plan: TablePlan, area: Box) -> Table:
    rows: Sequence[Row] = plan.rows
    for count in range(len(rows), 0, -1):
        shorter = TablePlan(plan.name, plan.alt_text, plan.columns, tuple(rows[:count]))
        pieces = tables(context, shorter, area)
        if len(pieces) == 1:
            return pieces[0]
    return tables(context, plan, area)[0]


def _markdown(
    context: SlideContext, book: ManagerBook, told: Sequence[BookLine], doing: Sequence[ToDo]
) -> str:
    head = ("client", "renewal", "fee", "owed", "standing", "signals", "changed")
    book_rows = [
        (i.client, i.renewal, i.mrr, i.owed, i.standing, i.signals, i.changed) for i in told
    ]
    week_rows = [(i.client, i.why, f"{i.first} {i.others}") for i in doing]
    parts = [
        f"# {_escaped(_headline(context, 'brief.title', book))}",
        _escaped(_counts(context, book).text) + ".",
        context.say("footer.data_date", {"day": context.formats.day(book.data_date)}) + ".",
        f"## {context.say('brief.week_table')}",
        _md_table([context.say(f"brief.{key}") for key in ("client", "why", "what")], week_rows)
        if doing
        else context.say("brief.nothing"),
        f"## {context.say('brief.table')}",
        _md_table([context.say(f"brief.{key}") for key in head], book_rows),
    ]
    return "\n\n".join(parts) + "\n"


def _md_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_escaped(cell) for cell in row) + " |" for row in lines)


def _escaped(text: str) -> str:
    """One line that Markdown takes as text."""
    plain = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\|*_`<>[]" else c for c in plain)
