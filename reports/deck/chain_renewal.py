"""What the renewal asks for: to agree on it in time, to settle one that is due, to replace one
that has lapsed."""

from datetime import timedelta

from reports.deck.link import PRESSING, Link, link_of
from reports.deck.slide_context import SlideContext, Value
from reports.deck.turns import LEAST_NOTICE, turns_of, working_day
from transforms.clients.judgement import is_renewal_ahead
from transforms.renewals.running_contracts import last_ending

_SETTLED_WITHIN = timedelta(days=14)


def renewal_links(context: SlideContext) -> list[Link]:
    """What has to be said or agreed before the agreement turns."""
    renewal, today = context.view.renewal, context.view.data_date
    if renewal is None:
        return []
    if renewal.day < today:
        return _lapsed(context)
    if notice := _notice(context):
        return notice  # whether it goes on comes before on what terms
    is_now = renewal.day - today < _SETTLED_WITHIN
    if not is_now and not is_renewal_ahead(renewal.day, today):
        return []
    values: dict[str, Value] = {
        "day": context.formats.long_day(renewal.day),
        "days": context.tally((renewal.day - today).days, "contracts"),
    }
    kind = "inferred" if renewal.basis == "inferred" else "now" if is_now else "ahead"
    finding = context.phrase(f"evidence.renewal_{kind}", values)
    rule = "renewal_now" if is_now else "renewal"
    turns = turns_of(context)
    due = working_day(context, renewal.day) if is_now else turns.deadline or today
    last = renewal.day if is_now else turns.notice or renewal.day
    effect = context.say(f"effects.{rule}", {"day": context.formats.day(last)})
    return [link_of(context, rule, finding, effect, due=due)]


def pressing_link(context: SlideContext) -> Link | None:
    """What ends within days: notice that runs out, or the agreement itself; or has lapsed."""
    return next((link for link in renewal_links(context) if link.rule in PRESSING), None)


def _lapsed(context: SlideContext) -> list[Link]:
    """A contract that is over while the client still pays: nothing says on what terms, as neither
    a new one is signed nor it renews by itself."""
    view = context.view
    if view.renewal is None or view.renewal.basis != "contract" or not context.get("mrr").number:
        return []
    last = last_ending(view.agreements)
    if view.renewal.is_settled or (last is not None and last.is_auto_renewed):
        return []
    days = (view.data_date - view.renewal.day).days
    values: dict[str, Value] = {
        "day": context.formats.long_day(view.renewal.day),
        "days": context.tally(days, "contracts"),
    }
    finding = context.counted("evidence.lapsed", days, values)
    return [link_of(context, "lapsed", finding, context.say("effects.lapsed"))]


def _notice(context: SlideContext) -> list[Link]:
    """What has to be said before the notice period ends, where that is a matter of days."""
    notice, today = turns_of(context).notice, context.view.data_date
    if notice is None or notice - today >= LEAST_NOTICE:
        return []
    values: dict[str, Value] = {"day": context.formats.long_day(notice)}
    finding = context.phrase("evidence.notice_now", values)
    effect = context.say("effects.notice_now", {"day": context.formats.day(notice)})
    return [link_of(context, "notice_now", finding, effect, due=working_day(context, notice))]
