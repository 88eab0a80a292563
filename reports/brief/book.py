"""A manager's book in words: every client's line, what changed, and what to do this week."""

from dataclasses import dataclass, replace
from datetime import date

from messages.catalogue import catalogue
from messages.clause import named
from messages.formats import begun
from reports.brief.entry import BookEntry
from reports.deck.formats import Formats
from reports.deck.review.signal_words import advice_of, evidence_of, joined, setback_words
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.turns import are_few_left, last_day_of
from transforms.clients.judgement import (
    is_notice_soon,
    is_renewal_close,
    is_renewal_now,
)
from transforms.clients.relationship import Standing
from transforms.core.periods import Period
from transforms.metrics.kpi import Caveat
from transforms.renewals.renewal_date import RenewalBasis
from transforms.signals import Severity

_FAR = date.max
_UNKNOWN = 101.0


@dataclass(frozen=True)
class ManagerBook:
    """One manager's clients."""

    manager_name: str
    company_name: str
    period: Period
    data_date: date
    entries: tuple[BookEntry, ...]
    """By what comes first, renewal or notice; those without either last."""
    edition: str


@dataclass(frozen=True)
class BookLine:
    """One client's line as printed."""

    client: str
    renewal: str
    notice: str
    standing: str
    mrr: str
    owed: str
    signals: str
    tone: Tone
    changed: str


@dataclass(frozen=True)
class ToDo:
    """Something to do this week; `urgency` orders the list."""

    urgency: int
    client: str
    why: str
    first: str
    """The first thing to do."""
    others: str = ""


def ordered(entries: tuple[BookEntry, ...], today: date) -> tuple[BookEntry, ...]:
    """By what comes first, renewal or last day for notice; then by score, the weakest first, then
    by name."""

    def place(item: BookEntry) -> tuple[date, float, str]:
        points = _UNKNOWN if item.points is None else item.points
        renewal, notice = item.renewal_day or _FAR, item.notice_day or _FAR
        first = renewal if notice < today else min(renewal, notice)
        return first, points, item.client_name

    return tuple(sorted(entries, key=place))


def lines(context: SlideContext, book: ManagerBook) -> tuple[BookLine, ...]:
    """The book, the next renewal first."""
    return tuple(_line(context, book, entry) for entry in book.entries)


def _line(context: SlideContext, book: ManagerBook, entry: BookEntry) -> BookLine:
    formats = _formats(context, entry)
    minor = entry.mrr.value_minor
    return BookLine(
        client=entry.client_name,
        renewal=_renewal(context, book, entry),
        notice=_notice(context, book, entry),
        standing=_standing(context, entry),
        mrr=context.say("absent") if minor is None else formats.money(minor),
        owed=_owed(entry, formats),
        signals=_signals(context, entry),
        tone=_tone(entry),
        changed=changed(context, entry),
    )


def _formats(context: SlideContext, entry: BookEntry) -> Formats:
    """As all of the brief writes figures: it tells of many clients, and each currency has one
    sign in all of it."""
    return Formats(context.view.locale, entry.currency)


def _signals(context: SlideContext, entry: BookEntry) -> str:
    """By name; who owes much, whose use or score fell or whose relationship is to be repaired is
    never called calm."""
    names = [signal.name(context.words.language) for signal in entry.signals]
    if entry.setbacks and all(item.severity is Severity.CHANCE for item in entry.signals):
        return joined([_unsignalled(context, entry), *names])  # what fell comes before a sale
    return joined(names) or _unsignalled(context, entry)


def _unsignalled(context: SlideContext, entry: BookEntry) -> str:
    """What there is to know of a client without a signal."""
    if entry.owes_much:
        return context.say("brief.owing")
    if entry.asked is not None:
        share = {"share": context.formats.percent(entry.asked)}
        return begun(context.say("brief.asked", share))
    if entry.setbacks:
        own = replace(context, formats=_formats(context, entry))
        return joined([setback_words(own, item) for item in entry.setbacks[:_MOST_SETBACKS]])
    if entry.points_lost is not None:
        size = context.units("points", entry.points_lost, 0)
        return context.say("brief.points_lost", {"size": size})
    if entry.standing in _TO_MEND and entry.rule is not None:
        return catalogue(context.words.language).say(named("standing-rule", entry.rule)).rstrip(".")
    return context.say("brief.calm")


_MOST_SETBACKS = 2
_TO_MEND = (Standing.REPAIR, Standing.EXIT)
_TONES = {Severity.ALERT: Tone.BAD, Severity.WATCH: Tone.FLAT, Severity.CHANCE: Tone.GOOD}


def _tone(entry: BookEntry) -> Tone:
    """Of the most urgent signal; much that is overdue is one, too."""
    if entry.owes_much:
        return Tone.BAD
    if not entry.signals and entry.standing in _TO_MEND:
        return Tone.BAD
    is_warned = any(item.severity is not Severity.CHANCE for item in entry.signals)
    if not is_warned and (entry.asked or entry.setbacks or entry.points_lost):
        return Tone.FLAT
    return _TONES[entry.signals[0].severity] if entry.signals else Tone.MISSING


def _owed(entry: BookEntry, formats: Formats) -> str:
    """What is overdue; a dash where nothing is known to be."""
    minor = entry.overdue.value_minor
    return formats.money(minor) if minor else "–"


def _standing(context: SlideContext, entry: BookEntry) -> str:
    """Class and score; where little is known, that there is none."""
    if entry.standing is None or entry.points is None:
        return context.say("absent")
    name = catalogue(context.words.language).say(named("standing", entry.standing))
    return f"{name} · {context.formats.decimal(entry.points, 0)}"


def _renewal(context: SlideContext, book: ManagerBook, entry: BookEntry) -> str:
    if entry.begins is not None:
        rule = "brief.begins" if entry.begins > book.data_date else "brief.begun"
        return context.say(rule, {"day": context.formats.day(entry.begins)})
    if not entry.is_active:
        return context.say("brief.former")
    if entry.renewal_day is None:
        return context.say("absent")
    day = context.formats.day(entry.renewal_day)
    if entry.renewal_basis == RenewalBasis.INFERRED:
        return context.say("brief.inferred", {"day": day})
    return f"{day} · {distance(context, (entry.renewal_day - book.data_date).days)}"


def _notice(context: SlideContext, book: ManagerBook, entry: BookEntry) -> str:
    """The last day for notice while it lies ahead; a dash where there is none any more."""
    day = entry.notice_day
    return "–" if day is None or day < book.data_date else context.formats.day(day)


def distance(context: SlideContext, days: int) -> str:
    """How far off a day is; a brief may be written after one that fell in its period."""
    if not days:
        return context.say("brief.today")
    rule = "brief.in_days" if days > 0 else "brief.ago"
    return context.words.count(rule, abs(days), {"n": context.formats.count(abs(days))})


def changed(context: SlideContext, entry: BookEntry) -> str:
    """What moved since the month before; a dash where nothing did."""
    formats = _formats(context, entry)
    told: list[str] = []
    for kpi, change in entry.changes.items():
        if change.minor:
            sign = "+" if change.minor > 0 else ""
            told.append(_moved(context, kpi, sign + formats.money(change.minor)))
    if entry.asked is not None:
        told.append(context.say("brief.asked", {"share": context.formats.percent(entry.asked)}))
    return "; ".join(told) or "–"


def _moved(context: SlideContext, kpi: str, change: str) -> str:
    """A figure's change, by a short word for it where the brief has one."""
    key = f"brief.{kpi}"
    if context.words.has(key):
        return context.say(key, {"change": change})
    return context.say("brief.moved", {"figure": context.short_name(kpi), "change": change})


def to_dos(context: SlideContext, book: ManagerBook) -> tuple[ToDo, ...]:
    """Notice that ends within days, which clients are not pressed about in their decks; renewals
    and notice that run out, money overdue, held files, alerts, and promises that are due; in that
    order."""
    found = [item for entry in book.entries for item in _of_entry(context, book, entry)]
    return tuple(sorted(found, key=lambda item: item.urgency))


def _of_entry(context: SlideContext, book: ManagerBook, entry: BookEntry) -> list[ToDo]:
    name = entry.client_name
    found = [
        *_days_of(context, book, entry),
        *_money_of(context, entry),
        *_request_of(context, entry),
    ]
    if entry.held:
        found.append(ToDo(3, name, context.say("brief.held"), context.say("brief.mend")))
    if entry.unmade:
        kinds = [_file(context, kind) for kind in entry.unmade]
        said = context.words.count(
            "brief.unmade", len(kinds), {"files": context.formats.items(kinds)}
        )
        found.append(ToDo(3, name, said, context.say("brief.report")))
    found.extend(
        ToDo(
            4,
            name,
            f"{signal.name(context.words.language)} ({evidence_of(context, signal)})",
            *advice_of(context, signal),
        )
        for signal in entry.signals
        if signal.severity is Severity.ALERT
    )
    found.extend(_signed_of(context, entry))
    found.extend(
        ToDo(5, name, _promised(context, book, item.due_date), item.text)
        for item in entry.due
        if item.due_date is not None
    )
    return found


def _file(context: SlideContext, kind: str) -> str:
    """What a kind of file is called."""
    key = f"brief.file_{kind}"
    return context.say(key) if context.words.has(key) else kind


def _days_of(context: SlideContext, book: ManagerBook, entry: BookEntry) -> list[ToDo]:
    """A renewal that is due within the week, that went by or comes soon, and notice that ends."""
    name, found = entry.client_name, list[ToDo]()
    renewal = entry.renewal_day
    is_known = renewal is not None and entry.renewal_basis != RenewalBasis.INFERRED
    if renewal is not None and is_known and is_renewal_close(renewal, book.data_date):
        is_now = is_renewal_now(renewal, book.data_date)
        is_over = renewal < book.data_date and not is_now
        told = last_day_of(renewal) if is_over else renewal
        values = {
            "day": context.formats.day(told),
            "distance": distance(context, (told - book.data_date).days),
        }
        said = context.say(f"brief.{'lapsed' if is_over else 'renews'}", values)
        is_urgent = is_now or is_over
        done = context.say(f"brief.{'settle' if is_urgent else 'agree'}")
        found.append(ToDo(0 if is_urgent else 1, name, said, done))
    if entry.notice_day and is_notice_soon(entry.notice_day, book.data_date):
        day = {"day": context.formats.day(entry.notice_day)}
        is_pressing = are_few_left(entry.holiday_countries, book.data_date, entry.notice_day)
        first = -1 if is_pressing else 1
        found.append(ToDo(first, name, context.say("brief.notice", day), context.say("brief.talk")))
    return found


def _money_of(context: SlideContext, entry: BookEntry) -> list[ToDo]:
    """What is overdue, where it is more than a month's fee."""
    if not entry.owes_much:
        return []
    amount = _formats(context, entry).money(entry.overdue.value_minor or 0)
    said = context.say("brief.owes", {"amount": amount})
    is_doubted = entry.overdue.note == Caveat.PAYMENTS_KEPT_OUT
    done = context.say("brief.check_payments" if is_doubted else "brief.collect")
    return [ToDo(2, entry.client_name, said, done)]


def _request_of(context: SlideContext, entry: BookEntry) -> list[ToDo]:
    """A discount that was asked for, where no signal says what to do about it."""
    if entry.asked is None or any(signal.kind == "discount_asked" for signal in entry.signals):
        return []
    said = context.say("brief.asked", {"share": context.formats.percent(entry.asked)})
    return [ToDo(2, entry.client_name, begun(said), context.say("brief.weigh"))]


def _signed_of(context: SlideContext, entry: BookEntry) -> list[ToDo]:
    """That the next contract is signed while promises are open: one about it leads nowhere."""
    if entry.signed_from is None or not entry.still_open:
        return []
    values = {
        "day": context.formats.day(entry.signed_from),
        "n": context.formats.count(entry.still_open),
    }
    said = context.words.count("brief.signed", entry.still_open, values)
    return [ToDo(3, entry.client_name, said, context.say("brief.unpromise"))]


def _promised(context: SlideContext, book: ManagerBook, due: date) -> str:
    """Until when we promised something; of a day that is over, that it is."""
    rule = "brief.past_due" if due < book.data_date else "brief.due"
    return context.say(rule, {"day": context.formats.day(due)})
