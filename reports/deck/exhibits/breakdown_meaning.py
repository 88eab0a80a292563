"""What the strip on teams, modules and causes prints: use of the parts that the title tells of, or
what the leading causes amount to."""

from collections.abc import Sequence

from reports.deck.categories import category
from reports.deck.exhibits.text_fit import short_name
from reports.deck.fallen_part import fallen_part, others_risen
from reports.deck.slide_context import SlideContext
from transforms.clients.judgement import leads_tickets
from transforms.service.breakdowns import Cause, UsedPart

MOST_NAMED = 2
_ROUGH = 100
"""From how many on a sum of uses is told to three figures."""


def parts_meaning(context: SlideContext, rule: str) -> dict[str, str]:
    """What the strip prints: use of all parts of the kind that the title tells of, or what the
    leading causes amount to."""
    parts, count = context.view.parts, context.formats.count
    if rule.startswith("breakdown.cause"):
        return _causes_meaning(context)
    idle, fallen = idle_parts(parts), fallen_part(context)
    is_fall = fallen is not None and rule == "breakdown.falls"
    kind = fallen.kind if fallen is not None and is_fall else parts[0].kind
    alike = [part for part in parts if part.kind == kind]
    uses = {"uses": in_all(context, [part.events for part in alike])}
    before = [part.before for part in alike]
    known = [events for events in before if events is not None]
    against = {"before": in_all(context, known)} if len(known) == len(before) else {}
    said = f"breakdown.uses_{kind}{'_against' if against and (is_fall or not idle) else ''}"
    plan = "plan" if all(part.kind == "module" for part in idle) else "others"
    values = {"idle": quoted_names(context, [part.name for part in idle])}
    lost = (fallen.before or 0.0) - fallen.events if fallen else 0.0
    risen = others_risen(context)
    used = context.say(said, uses | against)
    told = context.words.count(f"breakdown.{plan}", len(idle), values) if idle else ""
    return {
        "besides": _besides(context, told, used),
        "others": "" if risen is None else count(round(risen.more)),
        "part": short_name(fallen.name) if fallen else "",
        "lost": count(round(lost)),
        "uses": used,
        "plan": told,
    }


def _besides(context: SlideContext, idle: str, used: str) -> str:
    """What is told beside a part that fell: those that nobody uses, which the table has in red;
    else all use, where that is not told already."""
    if idle:
        return context.say("breakdown.besides", {"plan": idle})
    if others_risen(context) is not None:
        return ""
    return context.say("breakdown.besides_all", {"uses": used})


def in_all(context: SlideContext, events: list[float]) -> str:
    """Uses of several parts, to three figures: a system that splits them by team and by module
    rounds each, and their sums do not meet to the last one."""
    every = round(sum(events))
    if len(events) == 1 or every < _ROUGH:
        return context.formats.count(every)
    rough = round(every, -max(len(str(every)) - 3, 1))
    return context.say("breakdown.roughly", {"n": context.formats.count(rough)})


def _causes_meaning(context: SlideContext) -> dict[str, str]:
    """How many of the leading causes' tickets were critical, and how many there were before."""
    leading, count = leading_causes(context), context.formats.count
    critical, together = (
        sum(getattr(cause, name) for cause in leading) for name in ("critical", "tickets")
    )
    every = sum(cause.tickets for cause in context.view.causes)
    values = {"tickets": count(together), "critical": count(critical)}
    rule = "breakdown.all_critical" if critical == together else "breakdown.of_them_critical"
    return {
        "tickets": count(together),
        "all": count(every),
        "critical": context.words.count(rule, critical, values),
        "earlier": "" if context.is_new_since_previous else _earlier(context, leading[0]),
    }


def _earlier(context: SlideContext, cause: Cause) -> str:
    """How many tickets of a cause there were in the quarter before."""
    before = {
        "n": context.formats.count(cause.before),
        "name": category(context, cause.name),
        "period": context.previous_period,
    }
    return context.words.count("breakdown.earlier", cause.before, before)


def leading_causes(context: SlideContext) -> list[Cause]:
    """The most frequent cause, with those that are as frequent."""
    most = context.view.causes[0].tickets
    return [cause for cause in context.view.causes if cause.tickets == most]


def leading_cause(context: SlideContext) -> Cause | None:
    """The one cause that is behind so many of the tickets that it is worth an action."""
    tickets, causes = context.get("tickets_top_cause").denominator, context.view.causes
    leading = leading_causes(context) if causes else []
    is_one = len(leading) == 1 and leads_tickets(leading[0].tickets, tickets)
    return leading[0] if is_one else None


def quoted(context: SlideContext, cause: Cause) -> str:
    return context.say("breakdown.quoted", {"name": category(context, cause.name)})


def quoted_names(context: SlideContext, names: Sequence[str]) -> str:
    """The first names of parts, in quotation marks as other names are."""
    told = [context.say("breakdown.quoted", {"name": name}) for name in names[:MOST_NAMED]]
    return context.formats.items(told)


def idle_parts(parts: Sequence[UsedPart]) -> list[UsedPart]:
    return [part for part in parts if not part.events]
