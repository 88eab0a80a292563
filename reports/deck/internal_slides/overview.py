"""Internal summary: score and class, money at stake, the worst risk, what to do about it."""

from dataclasses import replace
from datetime import date, timedelta

from messages.catalogue import catalogue
from messages.clause import named
from reports.brand import inches
from reports.deck.chain_renewal import pressing_link
from reports.deck.exhibits.cards import Card, Fact, card
from reports.deck.exhibits.frame import Page, heading, slide
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.internal_context import InternalContext
from reports.deck.internal_slides.cadence import acts_on_people
from reports.deck.internal_slides.signals import TONES, does_owe_much
from reports.deck.internal_slides.standing import why_of
from reports.deck.model import Box, Figure, Slide, Table
from reports.deck.signal_words import advice_of, begun_small, evidence_in_short
from reports.deck.slide_context import Headline, Phrase, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import last_paid
from transforms.billing.running_subscriptions import idle_cost_minor
from transforms.clients.relationship import Standing
from transforms.metrics.kpi import KpiValue
from transforms.renewals.scenarios import best
from transforms.signals import Severity

ORDER = 12
KIND = Kind.DERIVED

_CARDS = inches(2.95)
_A_WEEK = timedelta(days=7)


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Class and score, what is at stake, and the most urgent signal."""
    del story
    if not context.view.is_active:
        owed: dict[str, Value] = {"owed": _told(context, context.get("open_balance"))}
        title = context.phrase(*_departed(context, owed))
        return Headline("overview", Tone.FLAT, title, Phrase("", ""))
    relationship = context.inside.relationship
    values: dict[str, Value] = {"worth": _worth(context), "risk": _most_urgent(context)}
    rule = f"titles.overview.{'unknown' if _is_unknown(context) else 'unscored'}"
    if relationship.points is not None and relationship.standing is not None:
        rule = "titles.overview"
        values["class"] = _class(context)
        values["score"] = Figure(
            context.formats.decimal(relationship.points, 0),
            relationship.points,
            "relationship_score",
            str(context.period),
        )
    title = context.phrase(rule, values)
    return Headline("overview", Tone.FLAT, title, Phrase("", ""))


def _departed(context: InternalContext, values: dict[str, Value]) -> tuple[str, dict[str, Value]]:
    """Until when it paid a fee, and how much a month, where that was within a year."""
    if (month := last_paid(context)) is None:
        is_known = context.get("open_balance").number is not None
        return f"titles.overview.former{'' if is_known else '_alone'}", values
    fee = context.figure(context.get("mrr", month))
    until = context.formats.long_month(month.start)
    return "titles.overview.left", {**values, "fee": fee, "month": until}


def _worth(context: InternalContext) -> Phrase:
    """Recurring revenue of a year, or that none is known."""
    yearly = context.get("arr")
    if not yearly.value_minor:
        return context.phrase("titles.overview.no_fee")
    return context.phrase("titles.overview.fee", {"worth": context.figure(yearly)})


def _told(context: InternalContext, value: KpiValue) -> Value:
    """A figure as printed; without a value, that there is none."""
    return context.say("absent") if value.number is None else context.figure(value)


def _class(context: InternalContext) -> str:
    standing = context.inside.relationship.standing
    if standing is None:
        return context.say("absent")
    return catalogue(context.words.language).say(named("standing", standing))


def _most_urgent(context: InternalContext) -> Value:
    if (pressing := pressing_link(context)) is not None:
        return context.phrase("titles.overview.pressing", {"first": _told_small(pressing.finding)})
    found = context.inside.signals
    if does_owe_much(context):
        overdue = context.figure(context.get("overdue_balance"))
        return context.phrase("titles.overview.owing", {"amount": overdue})
    if not found and (lost := _points_lost(context)) is not None:
        return context.phrase("titles.overview.losing", {"size": lost})
    if not found:
        return "" if _is_broken(context) else context.phrase("titles.overview.calm")
    name = begun_small(found[0].name(context.words.language))
    rule = "chance" if found[0].severity is Severity.CHANCE else "risk"
    return context.phrase(f"titles.overview.{rule}", {"first": name})


def _points_lost(context: InternalContext) -> Figure | None:
    """By how many points the score fell, where that is told at all."""
    change = context.inside.relationship.change or 0.0
    if change > -context.view.thresholds.materiality_points:
        return None
    text = context.units("points", -change, 0)
    return Figure(text, change, "relationship_score", str(context.period), part="change")


def _is_unknown(context: InternalContext) -> bool:
    """Whether there is neither a score nor a fee."""
    return context.inside.relationship.points is None and context.get("arr").value_minor is None


def _is_broken(context: InternalContext) -> bool:
    """Whether the class itself asks for something, where no signal says what."""
    return context.inside.relationship.standing in (Standing.REPAIR, Standing.EXIT)


def _told_small(finding: Phrase) -> Phrase:
    return replace(finding, text=begun_small(finding.text))


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Three cards over what the client will see of itself."""
    del story
    area = context.brand.body
    places = Grid(area).thirds(area.top, _CARDS)
    cards = (_risk(context), _money(context), _ask(context))
    elements = [
        element
        for item, place in zip(cards, places, strict=True)
        for element in card(context, item, place)
    ]
    top = area.top + _CARDS + inches(0.3)
    head = Box(area.left, top, area.width, 0)
    rest = Box(area.left, top + inches(0.4), area.width, area.bottom - top - inches(0.4))
    elements += [
        heading(context, context.say("overview.findings"), head),
        *_findings(context, rest),
    ]
    notes = (headline.title.text, context.say("notes.overview"))
    return (slide(context, Page("overview", headline.title, (), notes), elements),)


def _money(context: InternalContext) -> Card:
    margin = context.get("contribution_margin")
    overdue, disputed = context.get("overdue_balance"), context.get("disputed_balance")
    facts = [Fact(context.say("overview.margin"), context.text_of(margin))]
    for name, value in (("overdue", overdue), ("disputed", disputed)):
        tone = Tone.BAD if value.value_minor else None
        facts.append(Fact(context.say(f"overview.{name}"), context.text_of(value), tone))
    if not disputed.value_minor and (idle := _idle_cost(context)):
        facts[-1] = Fact(context.say("overview.idle"), idle, Tone.FLAT)
    big, lead = context.text_of(context.get("arr")), context.say("overview.yearly")
    if not context.view.is_active and (month := last_paid(context)):
        big = context.text_of(context.get("mrr", month))
        lead = context.say("overview.lost", {"month": context.formats.long_month(month.start)})
    return Card(
        context.say("overview.money"),
        big,
        lead,
        tuple(facts),
        "receivables",
    )


def _idle_cost(context: InternalContext) -> str:
    """What unused seats cost a year; empty where that cannot be told, or none is unused."""
    seats, view = context.get("seats_used"), context.view
    paid, used = seats.denominator or 0.0, seats.numerator or 0.0
    idle = idle_cost_minor(view.subscriptions, view.currency, paid, used)
    return context.formats.money(idle) if idle is not None else ""


def _risk(context: InternalContext) -> Card:
    """What ends within days, else money overdue, else the most urgent signal, else the class or
    that there is none; score and class under it."""
    found, label = context.inside.signals, context.say("overview.risk")
    facts = _standing(context)
    if not context.view.is_active:
        gone, why = context.say("overview.former_risk"), context.say("overview.former_why")
        return Card(label, gone, why, facts, tone=Tone.BAD)
    if (pressing := pressing_link(context)) is not None:
        day = context.formats.day(pressing.due) if pressing.due else ""
        return Card(label, day, pressing.finding.text, facts, "renewal", Tone.BAD)
    if does_owe_much(context):
        overdue, fee = context.get("overdue_balance"), context.get("mrr")
        rule = f"overview.owing{'' if fee.value_minor else '_alone'}"
        lead = context.say(rule, {"fee": context.text_of(fee)})
        return Card(label, context.text_of(overdue), lead, facts, "receivables", Tone.BAD)
    if not found:
        nothing = _class(context) if _is_broken(context) else context.say("overview.no_risk")
        tone = Tone.MISSING if _is_unknown(context) else Tone.GOOD
        tone = Tone.BAD if _is_broken(context) else tone
        if tone is Tone.GOOD and (lost := _points_lost(context)) is not None:
            nothing, tone = context.say("overview.losing", {"size": lost.text}), Tone.FLAT
        return Card(label, nothing, why_of(context), facts, "standing", tone)
    first = found[0]
    if first.severity is Severity.CHANCE:
        label = context.say("overview.chance")
    name, lead = first.name(context.words.language), evidence_in_short(context, first)
    short = evidence_in_short(context, first, 1)
    return Card(label, name, lead, facts, "signals", TONES[first.severity], short=short)


def _standing(context: InternalContext) -> tuple[Fact, ...]:
    """Score, class and whether there is a deck; a client that left has none of them."""
    if not context.view.is_active:
        return ()
    points = context.inside.relationship.points
    told = context.say("absent") if points is None else context.formats.decimal(points, 0)
    deck = context.say("overview.no_deck" if context.inside.client_deck else "overview.deck_there")
    return (
        Fact(context.say("overview.score"), told),
        Fact(context.say("standing.standing"), _class(context)),
        Fact(context.say("overview.deck"), deck),
    )


def _ask(context: InternalContext) -> Card:
    """What is to be done first; renewal and best option under it."""
    renewal = context.view.renewal
    facts: list[Fact] = []
    case = context.inside.renewal
    is_past = renewal is not None and renewal.day < context.view.data_date
    if renewal is not None:
        is_settled = is_past and case is not None and case.successor is not None
        label = context.say(f"overview.{'renewed' if is_settled else 'renewal'}")
        facts.append(Fact(label, context.formats.day(renewal.day)))
    option = None if case is None or is_past else best(case.outcomes)
    if option is not None:
        years = context.formats.count(option.terms.years)
        name = context.say(f"renewal.offer_{option.offer}", {"years": years})
        facts.append(Fact(context.say("overview.best"), name))
    label, page = context.say("overview.ask"), "renewal" if facts else ""
    step = _first_step(context)
    lead = context.inside.found[0][1] if step == context.say("overview.prepare") else ""
    if context.view.is_active and context.view.manager_name:
        facts.insert(0, Fact(context.view.manager_name, context.formats.day(_until(context))))
    return Card(label, step, lead, tuple(facts), page, is_dark=True)


def _until(context: InternalContext) -> date:
    """Until when the first step is to be done: its own day, else a week from the data."""
    pressing = pressing_link(context)
    if pressing is not None and pressing.due is not None:
        return pressing.due
    return context.view.data_date + _A_WEEK


def _first_step(context: InternalContext) -> str:
    """About what ends within days, else about money overdue, else what the most urgent signal
    suggests, else who left and meetings that are not held, else what the class does or what the
    client will see off target."""
    if not context.view.is_active:
        is_owing = bool(context.get("open_balance").value_minor)
        return context.say(f"overview.former_{'owing' if is_owing else 'ask'}")
    if (pressing := pressing_link(context)) is not None:
        return pressing.action
    if does_owe_much(context):
        return context.say("brief.collect")
    if found := context.inside.signals:
        return advice_of(context, found[0])[0]
    if _is_unknown(context):
        return context.say("overview.unknown_ask")
    if acts := acts_on_people(context):
        return acts[0]
    if _is_broken(context):
        return context.say("overview.repair")
    if not context.inside.found:
        return context.say("summary.nothing_asked")
    return context.say("overview.prepare")


def _findings(context: InternalContext, place: Box) -> tuple[Table, ...]:
    """What is off target in the client's own deck: what the client will speak of."""
    rows: list[Row] = [
        (Entry(context.say(f"kickers.{slide}"), Tone.BAD), Entry(text))
        for slide, text in context.inside.found
    ]
    if context.inside.client_deck:
        why = context.say(f"reasons.{context.inside.client_deck}")
        said = context.say("overview.no_deck_shown", {"why": why})
        rows = [(Entry(context.say("checklist.no_deck"), Tone.MISSING), Entry(said))]
    clear = Entry(context.say("checklist.clear"), Tone.GOOD)
    rows = rows or [(clear, Entry(context.say("overview.nothing_found")))]
    plan = TablePlan(
        context.say("overview.findings"),
        context.say("overview.findings"),
        (
            ColumnPlan(context.say("checklist.kind"), 0.24),
            ColumnPlan(context.say("checklist.point"), 0.76),
        ),
        tuple(rows),
    )
    return whole_table(context, plan, place)
