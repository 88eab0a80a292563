"""What both sides have promised for the next quarter, as links of the chain."""

from collections.abc import Sequence
from datetime import date, timedelta

from reports.deck.chain.link import Link, link_of, yearly_fee
from reports.deck.chain.renewal import is_past_asking, pressing_link
from reports.deck.promises import coming, is_of_renewal, is_overdue, is_signed
from reports.deck.slide_context import SlideContext, Value
from reports.deck.turns import turns_of, working_day
from transforms.clients.aims import Commitment
from transforms.clients.judgement import LEAST_NOTICE

_A_WEEK = timedelta(days=7)
_FOLDED = 2
"""So many overdue promises are told in the row that asks for new dates; more have their own."""


def owed_rule(items: Sequence[Commitment]) -> str:
    """What only we owe is no decision of the client's."""
    is_ours = all(item.owner_side != "client" for item in items)
    return "commitments_ours" if is_ours else "commitments"


def overdue(context: SlideContext) -> list[Link]:
    """New dates for promises whose days are over."""
    late = [item for item in _owed(context) if is_overdue(context, item)]
    if not late:
        return []
    n, rule = len(late), owed_rule(late)
    values: dict[str, Value] = {
        "n": context.tally(n, "commitments"),
        "period": context.formats.period(context.period.shift(1)),
    }
    finding = context.counted("evidence.overdue", n, values)
    name = late[0].text.rstrip(".")
    about = context.formats.items([_since(context, item) for item in late]) if n <= _FOLDED else ""
    effect = context.words.count(f"effects.{rule}", n)
    return [link_of(context, rule, finding, effect, cases=n, name=name, about=about)]


def _owed(context: SlideContext) -> list[Commitment]:
    """What is promised, but for what is about a contract that is signed by now: whoever sends the
    deck is told of that."""
    return [item for item in coming(context) if not is_signed(context, item)]


def _since(context: SlideContext, item: Commitment) -> str:
    """A promise with the day that it was due."""
    day = context.formats.day_of_year(item.due_date) if item.due_date else ""
    return context.say("decisions.was_due", {"name": item.text.rstrip("."), "day": day})


def promised(context: SlideContext, is_folded: bool) -> list[Link]:
    """The promises for the next quarter, in the words they were made in, by the days shown."""
    links = [_promise(context, item) for item in _owed(context)]
    late = [link for link in links if link.overdue_since is not None]
    told = [link for link in links if not is_folded or link not in late or len(late) > _FOLDED]
    return sorted(told, key=lambda link: link.due or date.min)


def _promise(context: SlideContext, item: Commitment) -> Link:
    view = context.view
    recorded, is_over = item.due_date, is_overdue(context, item)
    is_theirs = item.owner_side == "client"
    is_renewal = is_of_renewal(context, item) and not is_over
    last = _last_day(context) if is_renewal else None
    is_late = bool(recorded and last and recorded > last)
    return Link(
        slide="investment" if is_renewal else "commitments",
        rule="",
        finding=context.phrase("evidence.promised_by_them" if is_theirs else "evidence.promised"),
        action=item.text,
        step=context.say("chain.promised", {"text": item.text.rstrip(".")}),
        short=context.say("chain.promised_short"),
        owner=item.owner or context.say("absent"),
        side=view.client_name if is_theirs else view.company_name,
        due=None if is_over else _proposed(context, last) if is_late else recorded,
        effect=item.measure or context.say("absent"),
        stake=yearly_fee(context),
        moved_from=recorded if is_late else None,
        overdue_since=recorded if is_over else None,
    )


def _proposed(context: SlideContext, last: date | None) -> date | None:
    """What is proposed for a promise that comes too late: two weeks before the agreement turns, so
    that there is time to act on it, where a week is left until then; else its last day."""
    turns = turns_of(context)
    turn = turns.notice or turns.renewal
    if turn is None or last != turns.deadline:
        return last
    day = working_day(context, turn - LEAST_NOTICE)
    return day if day - context.view.data_date >= _A_WEEK else last


def _last_day(context: SlideContext) -> date | None:
    """Until when a promise about the agreement itself is of use: until the client has to say
    whether that goes on; any day where notice runs out within days."""
    if is_past_asking(context):
        return None
    pressing = pressing_link(context)
    return pressing.due if pressing else turns_of(context).deadline
