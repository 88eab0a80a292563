"""All that calls for action of a client, in the one order of its review: the first is what cover
and summary tell, and with which the signals' page begins."""

from dataclasses import replace

from messages.formats import begun
from reports.deck.chain.renewal import pressing_link
from reports.deck.internal_slides.cadence import acts_on_people, departed
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter, owned
from reports.deck.review.money_lost import money_lost
from reports.deck.review.off_target import (
    late,
    main_risk,
    rest_shown,
    risks,
    risks_shown,
    set_back,
    unmet,
)
from reports.deck.review.overdue import (
    contested,
    does_owe_much,
    is_much_disputed,
    is_to_collect,
    overdue,
)
from reports.deck.review.signal_matters import asked, of_signal
from reports.deck.review.signal_words import begun_small
from reports.deck.turns import turns_of
from transforms.signals import Severity

_RANKS = (Severity.ALERT, Severity.WATCH, Severity.CHANCE)


def matters(context: InternalContext, most: int) -> list[Matter]:
    """The most urgent first, each with so many steps at most. Among what is as urgent: what ends
    within days, much money overdue, a discount just asked for, the main risk of the client's deck,
    signals, a dispute over much, what else that deck and the data show, less money overdue,
    contacts who left, promises past their day and, where nothing else warns, a smaller dispute;
    then mild signals, the rest of that deck and what is lost quietly. What the client's deck has
    a day for has it here too."""
    signals = [of_signal(context, signal, most) for signal in context.inside.signals]
    if not context.view.is_active:
        return signals
    main = main_risk(context)
    money = _money(context)
    found = [
        *_pressing(context),
        *(money if does_owe_much(context) else []),
        *asked(context),
        *risks(context, [main] if main else []),
        *signals,
        *([] if does_owe_much(context) or not is_much_disputed(context) else money),
        *risks(context, risks_shown(context)),
        *unmet(context),
        *set_back(context),
        *(money if is_to_collect(context) else []),
        *_people(context),
        *late(context),
    ]
    found += [] if any(item.is_warning for item in found) else money
    found += rest_shown(context, {item.about for item in found})
    found += money_lost(context)
    return _once(sorted(found, key=lambda item: (_RANKS.index(item.severity), item.is_mild)))


def _once(found: list[Matter]) -> list[Matter]:
    """Each but once: what a row before tells of the same page of the client's deck is not told
    again, unless it is a signal's own row."""
    kept, told = list[Matter](), set[str]()
    for item in found:
        is_again = item.about in told and not item.is_mild
        if item in kept or (item.about and is_again):
            continue
        kept.append(item)
        told.add(item.about)
    return kept


def _money(context: InternalContext) -> list[Matter]:
    """One row of what the client owes or disputes: much that is overdue, a dispute over much,
    less that is overdue, a smaller dispute."""
    is_first = does_owe_much(context)
    if not is_first and is_much_disputed(context):
        return [contested(context)]
    if is_first or is_to_collect(context):
        return [overdue(context)]
    return [contested(context)] if context.get("disputed_balance").value_minor else []


def _pressing(context: InternalContext) -> list[Matter]:
    """What ends within days."""
    link = pressing_link(context)
    if link is None:
        return []
    turns, is_notice = turns_of(context), link.rule == "notice_now"
    day, text = turns.notice if is_notice else turns.renewal, link.finding.text
    owner, soon = owned(context, "")
    return [
        Matter(
            Severity.ALERT,
            context.say("kickers.renewal"),
            replace(link.finding, text=begun_small(text)),
            (begun(text),),
            (context.say("overview.confirm") if is_notice else link.action,),
            owner,
            link.due or soon,
            context.formats.day(day) if day else "",
            text,
            slide="renewal",
        )
    ]


def _people(context: InternalContext) -> list[Matter]:
    """Contacts who left, as one row."""
    left = departed(context)
    if not left:
        return []
    count = context.tally(len(left), "contacts")
    told = context.counted("signals.left", len(left), {"n": count})
    who = context.formats.items([person.name for person in left])
    return [
        Matter(
            Severity.WATCH,
            context.say("overview.left"),
            told,
            (who,),
            (acts_on_people(context)[0],),
            *owned(context, ""),
            told.text,
            slide="cadence",
        )
    ]
