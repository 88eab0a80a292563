"""What the renewal asks for: to agree on it in time, to settle one that is due, to replace one
that has lapsed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reports.deck.chain.link import PRESSING, Link, link_of
from reports.deck.chain.seats import OF_IDLE
from reports.deck.slide_context import Phrase, SlideContext, Value
from reports.deck.turns import (
    Turns,
    has_rolled,
    is_too_late_to_ask,
    last_day_of,
    standing,
    turns_of,
    working_day,
    working_day_from,
)
from transforms.clients.judgement import LEAST_NOTICE, is_at_hand, is_notice_ahead, is_renewal_ahead

_ROOM, _A_MONTH = timedelta(days=3), timedelta(days=31)


def renewal_links(context: SlideContext) -> list[Link]:
    """What has to be said or agreed before the agreement turns."""
    renewal, today = standing(context), context.view.data_date
    if renewal is None:
        return []
    if renewal.day < today:
        return _lapsed(context)
    if notice := _notice(context):
        # Whether it goes on comes before on what terms.
        return _offer(context) if is_past_asking(context) else [notice]
    is_now, turns = is_at_hand(renewal.day, today), turns_of(context)
    is_ahead = is_renewal_ahead(renewal.day, today) or (
        turns.notice is not None and is_notice_ahead(turns.notice, today)
    )
    if not is_now and not is_ahead:
        return []
    kind = "inferred" if renewal.basis == "inferred" else "now" if is_now else "ahead"
    told = last_day_of(renewal.day) if kind == "now" else renewal.day
    values: dict[str, Value] = {"day": context.formats.long_day(told)}
    finding = context.phrase(f"evidence.renewal_{kind}", values)
    rule = "renewal_now" if is_now else "renewal"
    if is_now:
        return [_ending(context, rule, finding, renewal.day)]
    effect = context.say(f"effects.renewal{'_notice' if turns.notice else ''}")
    return [link_of(context, rule, finding, effect, due=_agreed_by(context, turns) or today)]


def _ending(context: SlideContext, rule: str, finding: Phrase, day: date) -> Link:
    """What has to be done by a day, on the last one before it on which people work."""
    effect = context.say(f"effects.{rule}")
    link = link_of(context, rule, finding, effect, due=working_day(context, day))
    return replace(link, turn=day)


def after_others(context: SlideContext, links: list[Link], planned: Sequence[Link]) -> list[Link]:
    """The links with the terms agreed on no sooner than what they rest on is decided, and still
    some days before the agreement turns."""
    turns, today = turns_of(context), context.view.data_date
    turn = turns.notice or turns.renewal
    if turn is None:
        return links
    last = min(working_day(context, turn - _ROOM), today + _A_MONTH)
    others = [link for link in (*links, *planned) if link.rule not in (*OF_IDLE, "renewal")]
    days = [day for link in others for day in (link.due, link.decide_by(context))]
    known = [day for day in days if day and day <= last]
    # A promise may be for a Sunday.
    latest = working_day_from(context, max(known)) if known else today
    return [
        replace(link, due=max(link.due or latest, latest)) if link.rule == "renewal" else link
        for link in links
    ]


def _agreed_by(context: SlideContext, turns: Turns) -> date | None:
    """Two weeks before notice, or before the renewal where none is to be given, if those are
    left; else the last day before it."""
    turn, today = turns.notice or turns.renewal, context.view.data_date
    if turn is None:
        return turns.deadline
    day = working_day(context, turn - LEAST_NOTICE)
    is_left = day > today if turns.notice else not is_at_hand(day, today)
    return day if is_left else turns.deadline


def pressing_link(context: SlideContext) -> Link | None:
    """What ends within days, for our own eyes: notice that runs out, however soon, or the
    agreement itself; or has lapsed."""
    pressing = (link for link in renewal_links(context) if link.rule in PRESSING)
    return _notice(context) or next(pressing, None)


def _lapsed(context: SlideContext) -> list[Link]:
    """A contract that is over while the client still pays: nothing says on what terms, as neither
    a new one is signed nor it renews by itself."""
    renewal = standing(context)
    if renewal is None or renewal.basis != "contract" or not context.get("mrr").number:
        return []
    if has_rolled(context):
        return []
    day = context.formats.long_day(last_day_of(renewal.day))
    finding = context.phrase("evidence.lapsed", {"day": day})
    return [link_of(context, "lapsed", finding, context.say("effects.lapsed"))]


def _notice(context: SlideContext) -> Link | None:
    """What has to be said before the notice period ends, where that is a matter of days."""
    notice, today = turns_of(context).notice, context.view.data_date
    if notice is None or not is_at_hand(notice, today):
        return None
    values: dict[str, Value] = {"day": context.formats.long_day(notice)}
    finding = context.phrase("evidence.notice_now", values)
    return _ending(context, "notice_now", finding, notice)


def is_past_asking(context: SlideContext) -> bool:
    """Whether notice runs out before the client could be asked about it: we bring our proposal."""
    notice = turns_of(context).notice
    return notice is not None and is_too_late_to_ask(context, notice)


def _offer(context: SlideContext) -> list[Link]:
    """What we bring ourselves to the meeting, where the client would have to speak within days."""
    renewal = turns_of(context).renewal
    if renewal is None:
        return []
    values: dict[str, Value] = {"day": context.formats.long_day(renewal)}
    finding = context.phrase("evidence.renewal_ahead", values)
    effect = context.say("effects.offer")
    return [replace(link_of(context, "offer", finding, effect), due=None, is_at_meeting=True)]
