"""One link of the chain from what was found to what is done about it."""

from dataclasses import dataclass
from datetime import date, timedelta

from reports.deck.slide_context import Figure, Phrase, SlideContext
from reports.deck.turns import friday, turns_of

ENDING = ("renewal_now", "notice_now")
"""Actions on what ends within days."""
PRESSING = (*ENDING, "lapsed")
"""Those and the action on what has ended: they lead, whatever else was found."""
_OURS = (
    "critical",
    "critical_open",
    "service",
    "commitments_ours",
    "cause",
    "response",
    "slower",
    "slower_months",
    "opinion",
    "offer",
    "seasonal",
)
"""Rules of actions on what we owe: nobody is asked to decide on them."""
_THEIRS = ("notice_now",)
"""Rules of what the client alone can do."""
_SLIDE_OF = {
    "critical": "service",
    "critical_open": "service",
    "response": "peers",
    "slower": "service",
    "slower_months": "service",
    "seats_idle": "peers",
    "opinion": "peers",
    "usage_peers": "peers",
    "usage_module": "usage",
    "usage_year": "usage",
    "goals_measure": "goals",
    "goals_again": "goals",
    "commitments_ours": "commitments",
    "delivery_dates": "delivery",
    "renewal": "investment",
    "renewal_now": "investment",
    "notice_now": "investment",
    "offer": "investment",
    "lapsed": "investment",
    "seats_few": "usage",
    "seats_kept": "usage",
    "seats_many": "usage",
    "usage_team": "usage",
    "usage_scope": "usage",
    "growth": "usage",
    "seasonal": "usage",
    "cause": "breakdown",
    "module": "breakdown",
}
"""Where the evidence of an action stands, where it is not called after its slide."""
_WEEKS = {
    "usage": 8,
    "usage_team": 8,
    "usage_module": 8,
    "breakdown": 8,
    "seats_few": 8,
    "goals": 8,
    "satisfaction": 6,
    "service": 6,
    "slower": 6,
    "slower_months": 6,
    "opinion": 6,
    "value": 6,
    "usage_scope": 4,
    "goals_measure": 4,
    "goals_again": 4,
    "seats_kept": 4,
    "critical": 3,
    "critical_open": 3,
    "delivery": 4,
    "delivery_dates": 4,
    "lapsed": 4,
}
"""How long an action is given, where the renewal leaves it that long."""
_AT_ONCE = ("critical", "critical_open", "commitments", "commitments_ours")
"""Actions that are done once they are shown or agreed on: a day to meet and a later one would be
two days for one thing."""
_USUAL_WEEKS = 8
_DECIDED_WITHIN = timedelta(days=17)


@dataclass(frozen=True)
class Link:
    """One action and what it rests on. `slide` is where the evidence stands."""

    slide: str
    rule: str
    """Of the action's wording; empty for what was already agreed in the client's own words."""
    finding: Phrase
    action: str
    step: str
    """The action in a few words that go on a sentence; the commitment's own, quoted."""
    short: str
    """The same in fewer, without a name: where that has no room, since a name is never cut in what
    is asked for."""
    owner: str
    side: str
    """Who the owner belongs to: our company's name or the client's."""
    due: date | None
    """None where a promise names no day, or its day is over."""
    effect: str
    stake: tuple[str, str] = ("", "")
    """What it is about, and how much: the fee, or seats. What unused seats cost stands in the
    account review only: it argues for fewer of them."""
    is_chosen: bool = False
    """Agreed on in an earlier version."""
    moved_from: date | None = None
    """The day that was recorded, where that came after what it is for."""
    cases: int = 1
    """How many things it is about."""
    about: str = ""
    """What the action is about, by name: the action's own words are the same in every deck, so
    that one that was ticked is known by them."""
    turn: date | None = None
    """The day that it is for, where something ends then; `due` is the last working day until it."""
    overdue_since: date | None = None
    """The day that was promised, where it is over and the promise is not kept."""
    inside: str = ""
    """The step where nobody speaks to the client; empty where the same words do."""
    is_at_meeting: bool = False
    """Done where the deck is presented: a day of its own would be over, or press."""

    @property
    def is_ours(self) -> bool:
        """Whether we owe it: what the client is asked for is its time, not a decision."""
        return self.rule in _OURS

    def decide_by(self, context: SlideContext) -> date | None:
        """Until when it must be decided on, so that it can be done in time: within three weeks,
        on a Friday."""
        soon = friday(context, context.view.data_date + _DECIDED_WITHIN)
        return None if self.due is None else min(self.due, soon)


def link_of(
    context: SlideContext,
    rule: str,
    finding: Phrase,
    effect: str,
    *,
    cases: int = 1,
    name: str = "",
    about: str = "",
    due: date | None = None,
    stake: tuple[str, str] = ("", ""),
) -> Link:
    """The link of a rule in its wording; `cases` is how many things it is about, `name` what the
    first of them is called."""
    view = context.view
    is_theirs = rule in _THEIRS
    short, inside = f"steps_short.{rule}", f"steps_inside.{rule}"
    step = context.words.count(f"steps.{rule}", cases, {"name": name})
    return Link(
        slide=_SLIDE_OF.get(rule, rule),
        rule=rule,
        finding=finding,
        action=context.say(f"actions.{rule}"),
        step=step,
        short=context.words.count(short, cases) if context.words.has(short) else step,
        inside=context.words.count(inside, cases, {"name": name})
        if context.words.has(inside)
        else "",
        owner=view.client_name if is_theirs else view.manager_name or view.company_name,
        side=view.client_name if is_theirs else view.company_name,
        due=due or due_of(context, rule),
        effect=effect,
        stake=stake if stake[1] else yearly_fee(context),
        cases=cases,
        about=about,
    )


def due_of(context: SlideContext, rule: str) -> date:
    """So many weeks on, a Friday, and never after the deadline; what is shown or agreed
    on at a meeting is due on its day."""
    given = _DECIDED_WITHIN if rule in _AT_ONCE else timedelta(weeks=_weeks(rule))
    day = friday(context, context.view.data_date + given)
    deadline = turns_of(context).deadline
    return day if deadline is None else min(day, deadline)


def is_cut_short(context: SlideContext, rule: str) -> bool:
    """Whether the deadline leaves an action less than half of its time: by then no more than a
    plan can be there."""
    return 2 * (due_of(context, rule) - context.view.data_date) < timedelta(weeks=_weeks(rule))


def _weeks(rule: str) -> int:
    return _WEEKS.get(rule, _USUAL_WEEKS)


def yearly_fee(context: SlideContext) -> tuple[str, str]:
    fee = context.get("mrr").value_minor
    return ("", "") if not fee else (context.say("chain.fee"), context.formats.money(12 * fee))


def day_figure(context: SlideContext, day: date) -> Figure:
    """A day of the plan as titles print it."""
    return Figure(context.formats.long_day_of_year(day), day.day, table="chain")
