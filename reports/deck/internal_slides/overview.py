"""Internal summary: score and class, money at stake, the worst risk, what to do about it."""

from datetime import date

from messages.formats import begun
from reports.brand import inches
from reports.deck.exhibits.cards import Card, Fact, card, holds_fact
from reports.deck.exhibits.frame import Page, heading, slide
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.internal_slides.cadence import acts_on_people, departed
from reports.deck.internal_slides.checklist import open_points
from reports.deck.internal_slides.renewal import opening_day
from reports.deck.model import Box, Figure, Slide, Table
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import kicker
from reports.deck.review.money_lost import idle_cost
from reports.deck.review.renewal_options import (
    offer_in_full,
    offer_in_short,
    offer_name,
    opening_of,
    proposed,
)
from reports.deck.review.signal_words import setback_words
from reports.deck.review.urgency import class_of, concern_of, is_chance, is_unknown
from reports.deck.slide_context import Headline, Phrase, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import last_paid
from reports.deck.turns import is_rolling, standing, turns_of, within_a_week
from transforms.clients.judgement import is_at_hand, is_notice_ahead
from transforms.clients.setbacks import Kind as SetbackKind
from transforms.metrics.kpi import KpiValue
from transforms.renewals.offers import Outcome

ORDER = 12
KIND = Kind.DERIVED

_CARDS = inches(2.95)
_MOST_FOUND = 6
"""Rows that the foot of the page has room for."""


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Class and score, what is at stake, and the most urgent signal."""
    del story
    if (begins := context.inside.begins) is not None:
        rule = "coming" if begins > context.view.data_date else "begun"
        day: dict[str, Value] = {"day": context.formats.day(begins), "this": context.this_period}
        return Headline(
            "overview",
            Tone.FLAT,
            context.phrase(f"titles.overview.{rule}", day),
            Phrase("", ""),
        )
    if not context.view.is_active:
        owed: dict[str, Value] = {"owed": _told(context, context.get("open_balance"))}
        title = context.phrase(*_departed(context, owed))
        return Headline("overview", Tone.FLAT, title, Phrase("", ""))
    relationship = context.inside.relationship
    values: dict[str, Value] = {"worth": _worth(context), "risk": concern_of(context).told}
    rule = f"titles.overview.{'unknown' if is_unknown(context) else 'unscored'}"
    if relationship.points is not None and relationship.standing is not None:
        rule = "titles.overview"
        values["class"] = class_of(context)
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
        heading(context, _findings_name(context), head),
        *_findings(context, rest),
    ]
    scored = ("standing.meaning", "notes.overview_score") if context.view.is_active else ()
    spoken = ("notes.overview", *scored)
    notes = (headline.title.text, *map(context.say, spoken))
    return (slide(context, Page("overview", headline.title, (), notes), elements),)


def _money(context: InternalContext) -> Card:
    margin = context.get("contribution_margin")
    overdue, disputed = context.get("overdue_balance"), context.get("disputed_balance")
    facts = [Fact(context.say("overview.margin"), context.text_of(margin))]
    for name, value in (("overdue", overdue), ("disputed", disputed)):
        tone = Tone.BAD if value.value_minor else None
        facts.append(Fact(context.say(f"overview.{name}"), context.text_of(value), tone))
    empty = [n for n, value in ((2, disputed), (1, overdue)) if not value.value_minor]
    if empty and (idle := idle_cost(context)):
        facts[empty[0]] = Fact(context.say("overview.idle"), idle, Tone.FLAT)
    big, lead = context.text_of(context.get("arr")), context.say("overview.yearly")
    label = context.say("overview.money")
    if not context.view.is_active and (month := last_paid(context)):
        yearly = context.inside.figures.find("arr", month)
        is_known = yearly is not None and yearly.value_minor
        rule = "lost_yearly" if is_known else "lost"
        big = context.text_of(yearly if yearly and is_known else context.get("mrr", month))
        lead = context.say(f"overview.{rule}", {"month": context.formats.long_month(month.start)})
        label = context.say("overview.gone")
    return Card(
        label,
        big,
        lead,
        tuple(facts),
        "recurring" if context.get("arr").value_minor else "receivables",
    )


def _risk(context: InternalContext) -> Card:
    """What comes first; score and class under it."""
    label, facts = context.say("overview.risk"), _standing(context)
    if (begins := context.inside.begins) is not None:
        day, why = context.formats.day(begins), context.say("overview.coming_why")
        return Card(context.say("overview.coming"), day, why, facts, tone=Tone.FLAT)
    if not context.view.is_active:
        gone, why = context.say("overview.former_risk"), context.say("overview.former_why")
        return Card(label, gone, why, _left_over(context), tone=Tone.BAD)
    if is_chance(context):
        label = context.say("overview.chance")
    return concern_of(context).card(label, facts)


def _standing(context: InternalContext) -> tuple[Fact, ...]:
    """Score, class and whether there is a deck."""
    points = context.inside.relationship.points
    told = context.say("absent") if points is None else context.formats.decimal(points, 0)
    deck = context.say("overview.no_deck" if context.inside.client_deck else "overview.deck_there")
    if (count := open_points(context)) and not context.inside.client_deck:
        deck = context.words.count("overview.deck_open", count)
    sent = Fact(context.say("overview.deck"), deck)
    if left := len(departed(context)):
        # The title has the class; who left is told by no other line of this page.
        gone = Fact(context.say("overview.left"), context.formats.count(left), Tone.BAD)
        return Fact(context.say("overview.score"), told), gone, sent
    return (
        Fact(context.say("overview.score"), told),
        Fact(context.say("standing.standing"), class_of(context)),
        sent,
    )


def _left_over(context: InternalContext) -> tuple[Fact, ...]:
    """Why a client left, as far as the data say: what it asked for at the renewal that was lost,
    for what reason, and who competed."""
    unsaid = context.say("overview.unsaid")
    asked = context.inside.lost_renewal
    if asked is None:
        return (Fact(context.say("overview.left_over"), unsaid),)
    day, share = asked.requested_date, context.formats.percent(asked.discount)
    reason = (
        context.say("signals.quoted", {"text": begun(asked.reason)}) if asked.reason else unsaid
    )
    return (
        Fact(context.say("overview.left_asked", {"day": context.formats.day(day)}), share),
        Fact(context.say("overview.left_reason"), reason),
        Fact(context.say("overview.left_rival"), asked.competitor or unsaid),
    )


def _ask(context: InternalContext) -> Card:
    """What is to be done first; renewal and best option under it."""
    renewal, ahead = context.view.renewal, standing(context)
    facts: list[Fact] = []
    case, opens = context.inside.renewal, _opening(context)
    is_past = renewal is not None and renewal.day < context.view.data_date
    if is_past and renewal is not None and renewal.following is not None:
        facts.append(Fact(context.say("overview.renewed"), context.formats.day(renewal.day)))
    elif (notice := _notice_soon(context)) is not None:
        facts.append(Fact(context.say("renewal.notice"), context.formats.day(notice)))
    elif ahead is not None:
        facts.append(Fact(context.say("overview.renewal"), context.formats.day(ahead.day)))
    if opens is not None:
        facts.append(Fact(context.say("renewal.opening"), context.formats.day(opens)))
    if case is not None and not is_past and (option := proposed(case)) is not None:
        rule = "best" if opening_of(case) is None else "opening"
        facts.append(Fact(context.say(f"overview.{rule}"), _offered(context, option)))
    step, page = _first_step(context)
    lead = context.inside.found[0].text if step == context.say("overview.prepare") else ""
    if owner := _owner(context):
        facts.insert(0, Fact(owner, context.formats.day(_until(context))))
        facts[1:1] = _decision(context)
    return Card(
        context.say("overview.ask"), step, lead, tuple(facts), page, is_dark=True, shows=step
    )


def _decision(context: InternalContext) -> list[Fact]:
    """Until when the client is asked to decide on that step, where its deck names an earlier day
    than that on which it is done."""
    is_usual = context.view.is_active and context.inside.begins is None
    decide = concern_of(context).decide if is_usual else None
    if decide is None or decide >= _until(context):
        return []
    return [Fact(context.say("overview.decision"), context.formats.day(decide))]


def _notice_soon(context: InternalContext) -> date | None:
    """The last day for notice, where it comes before the next quarter's review."""
    notice, today = turns_of(context).notice, context.view.data_date
    is_soon = notice is not None and (notice <= today or is_notice_ahead(notice, today))
    return notice if is_soon and context.view.is_active else None


def _opening(context: InternalContext) -> date | None:
    """When the negotiation of the renewal opens, where that is within two weeks."""
    renewal, today = context.view.renewal, context.view.data_date
    is_known = context.inside.renewal is not None or not context.view.is_active
    is_known = is_known or is_rolling(context)
    if renewal is None or renewal.following is not None or is_known:
        return None
    opens = opening_day(context, renewal.day)
    return opens if today <= opens and is_at_hand(opens, today) else None


def _offered(context: InternalContext, option: Outcome) -> str:
    """What is offered: with its price where the card has room for it, else without, else what it
    is called."""
    told = [write(context, option) for write in (offer_in_full, offer_in_short, offer_name)]
    return next((text for text in told if holds_fact(context.brand.body, text)), told[-1])


def _first_step(context: InternalContext) -> tuple[str, str]:
    """What is to be done, and where more about it stands."""
    if (begins := context.inside.begins) is not None:
        rule = "coming_ask" if begins > context.view.data_date else "begun_ask"
        return context.say(f"overview.{rule}", {"day": context.formats.day(begins)}), ""
    if not context.view.is_active:
        is_owing = bool(context.get("open_balance").value_minor)
        rule = f"overview.former_{'owing' if is_owing else 'ask'}"
        return context.say(rule), "receivables" if is_owing else ""
    concern = concern_of(context)
    is_about_people = concern.step in acts_on_people(context)
    return concern.step, "cadence" if is_about_people else concern.slide


def _owner(context: InternalContext) -> str:
    """Whose the first step is: as in the client's deck, where it is told there."""
    is_usual = context.view.is_active and context.inside.begins is None
    return (concern_of(context).owner if is_usual else "") or context.view.manager_name


def _until(context: InternalContext) -> date:
    """Until when the first step is to be done: its own day, that of the client's deck where it
    is told there, else a week from the data."""
    return concern_of(context).due or within_a_week(context)


def _late(context: InternalContext) -> list[Row]:
    """What else it will see: promises past their day that no title tells of."""
    if any(item.slide == "commitments" for item in context.inside.found):
        return []
    return [
        (Entry(context.say("kickers.commitments"), Tone.BAD), Entry(setback_words(context, item)))
        for item in context.inside.setbacks
        if item.kind is SetbackKind.PROMISES
    ]


def _found(context: InternalContext) -> list[Row]:
    """What has an action there, the worst first; of many, how many more there are."""
    found = context.inside.found
    most = len(found) if len(found) <= _MOST_FOUND else _MOST_FOUND - 1
    rows: list[Row] = [
        (
            Entry(kicker(context, item.slide), Tone.BAD if item.is_bad else Tone.FLAT),
            Entry(item.text),
        )
        for item in found[:most]
    ]
    if rest := len(found) - most:
        rows.append((Entry(""), Entry(context.words.count("overview.findings_more", rest))))
    return rows


def _findings_name(context: InternalContext) -> str:
    return context.say("overview.deck" if context.inside.client_deck else "overview.findings")


def _findings(context: InternalContext, place: Box) -> tuple[Table, ...]:
    """What the client's own deck asks an action for: what the client will speak of."""
    rows = [*_found(context), *_late(context)]
    if context.inside.client_deck:
        why = context.say(f"reasons.{context.inside.client_deck}")
        said = context.say("overview.no_deck_shown", {"why": why})
        rows = [(Entry(context.say("checklist.no_deck"), Tone.MISSING), Entry(said))]
    clear = Entry(context.say("checklist.clear"), Tone.GOOD)
    rows = rows or [(clear, Entry(context.say("overview.nothing_found")))]
    plan = TablePlan(
        _findings_name(context),
        _findings_name(context),
        (
            ColumnPlan(context.say("checklist.kind"), 0.24),
            ColumnPlan(context.say("checklist.point"), 0.76),
        ),
        tuple(rows),
    )
    return whole_table(context, plan, place)
