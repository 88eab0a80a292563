"""The brief as a deck, and as Markdown: the book, then what to do this week."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import Brand
from reports.brief.book import BookLine, ManagerBook, ToDo, distance, lines, to_dos
from reports.client import KpiBook, home_or
from reports.deck.exhibits.frame import Page, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.formats import Formats
from reports.deck.model import Deck, Slide, Template
from reports.deck.review.internal_mark import marked
from reports.deck.slide_context import Phrase, SlideContext, Value
from reports.deck.text_model import Align
from reports.deck.view.client_view import ClientFigures, ClientView, Thresholds
from reports.deck.wording import Wording
from transforms.clients.judgement import is_notice_soon


@dataclass(frozen=True)
class ComposedBrief:
    """Both forms of one brief."""

    deck: Deck
    markdown: str


def compose_brief(book: ManagerBook, language: str, brand: Brand) -> ComposedBrief:
    """The clients of one manager, worded in the company's language."""
    context = _desk(book, language, brand)
    told, doing = lines(context, book), to_dos(context, book)
    pages = (
        *_book_pages(context, book, told),
        *(_week_pages(context, doing) if doing else ()),
    )
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
    locale = _locale(book, language)
    view = _nobody(book, language, locale)
    return SlideContext(view, Wording(language, locale), Formats(locale, ""), brand)


def _nobody(book: ManagerBook, language: str, locale: str) -> ClientView:
    return ClientView(
        client_name=book.manager_name,
        company_name=book.company_name,
        language=language,
        locale=locale,
        currency="",
        period=book.period,
        holiday_countries=(),
        data_date=book.data_date,
        manager_name=book.manager_name,
        manager_email="",
        figures=ClientFigures(KpiBook("", {})),
        thresholds=Thresholds(0.0, 0.0, 0, 0, 0, 0.0, 0.0, 0, 0.0),
        is_active=True,
        accounts=(),
        rates=(),
        sector="",
        logo=None,
        commitments=(),
        goals=(),
        goals_before=(),
        due_tasks=(),
        invoiced=(),
        subscriptions=(),
        seats_apart=None,
        listed=(),
        agreements=(),
        renewal=None,
        themes=(),
        parts=(),
        causes=(),
        open_incidents=(),
        week_day=0,
        chosen=(),
        sources={},
        edition=book.edition,
    )


def _locale(book: ManagerBook, language: str) -> str:
    """As most of the manager's clients write figures, where that is in the brief's language; else
    as the company does."""
    own = [entry.locale for entry in book.entries if entry.locale.split("-")[0] == language]
    if own:
        return Counter(own).most_common(1)[0][0]
    return home_or(language, next((entry.home_locale for entry in book.entries), ""))


def _headline(context: SlideContext, rule: str, book: ManagerBook) -> str:
    return context.say(rule, {"manager": book.manager_name, "period": context.this_period})


def _counts(context: SlideContext, book: ManagerBook) -> Phrase:
    """How many clients, how many of them owe much, and the next renewal."""
    active = [entry for entry in book.entries if entry.is_active]
    former = sum(not entry.is_active and entry.begins is None for entry in book.entries)
    coming = sum(entry.begins is not None for entry in book.entries)
    owing = sum(entry.owes_much for entry in book.entries)
    ahead = [
        e.renewal_day for e in book.entries if e.renewal_day and e.renewal_day >= book.data_date
    ]
    values: dict[str, Value] = {
        "clients": context.tally(len(active), "accounts"),
        "former": _counted(context, "titles.brief.former", former),
        "coming": _counted(context, "titles.brief.coming", coming),
        "overdue": _counted(context, "titles.brief.overdue", owing),
        "notice": _notices(context, book),
        "day": context.formats.day(min(ahead)) if ahead else context.say("absent"),
    }
    return context.counted("titles.brief", len(active), values)


def _notices(context: SlideContext, book: ManagerBook) -> Value:
    """How many notice periods end within the month, and how soon the first of them."""
    days = sorted(e.notice_day for e in book.entries if e.notice_day)
    soon = [day for day in days if is_notice_soon(day, book.data_date)]
    if not soon:
        return ""
    values: dict[str, Value] = {
        "n": context.tally(len(soon), "contracts"),
        "first": context.formats.day(soon[0]),
        "last": context.formats.day(soon[-1]),
        "distance": distance(context, (soon[0] - book.data_date).days),
    }
    return context.counted("titles.brief.notice", len(soon), values)


def _counted(context: SlideContext, rule: str, count: int) -> Value:
    """A part of the title; nothing where there is none."""
    if not count:
        return ""
    return context.counted(rule, count, {"n": context.tally(count, "accounts")})


def _book_pages(
    context: SlideContext, book: ManagerBook, told: Sequence[BookLine]
) -> tuple[Slide, ...]:
    plan = TablePlan(
        context.say("brief.table"),
        context.say("brief.alt"),
        (
            ColumnPlan(context.say("brief.client"), 0.15),
            ColumnPlan(context.say("brief.renewal"), 0.13),
            ColumnPlan(context.say("brief.notice_day"), 0.085),
            ColumnPlan(context.say("brief.fee"), 0.095, Align.RIGHT),
            ColumnPlan(context.say("brief.owed"), 0.085, Align.RIGHT),
            ColumnPlan(context.say("brief.standing"), 0.1),
            ColumnPlan(context.say("brief.signals"), 0.18),
            ColumnPlan(context.say("brief.changed"), 0.175),
        ),
        tuple(
            (
                Entry(item.client, bold=True),
                Entry(item.renewal),
                Entry(item.notice),
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
    return _pages(context, Page("brief", _counts(context, book), (), notes), plan)


def _week_pages(context: SlideContext, doing: Sequence[ToDo]) -> tuple[Slide, ...]:
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
    return _pages(context, Page("week", title, (), (title.text,)), plan)


def _pages(context: SlideContext, page: Page, plan: TablePlan) -> tuple[Slide, ...]:
    """Every row, on as many pages as they take."""
    pieces = tables(context, plan, context.brand.body)
    return slides_of(context, page, [(piece,) for piece in pieces])


def _markdown(
    context: SlideContext, book: ManagerBook, told: Sequence[BookLine], doing: Sequence[ToDo]
) -> str:
    head = ("client", "renewal", "notice_day", "fee", "owed", "standing", "signals", "changed")
    book_rows = [
        (i.client, i.renewal, i.notice, i.mrr, i.owed, i.standing, i.signals, i.changed)
        for i in told
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
