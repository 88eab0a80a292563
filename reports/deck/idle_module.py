"""The module that nobody uses any more and that most of a fall of all use stands in: one finding,
told on the page on use and answered once."""

from collections.abc import Sequence

from reports.deck.exhibits.weekly_use import RECENT_WEEKS, means_of
from reports.deck.fallen_part import falls_now
from reports.deck.fewer_seats import fewer_seats
from reports.deck.slide_context import Headline, SlideContext, Tone
from transforms.service.breakdowns import UsedPart, events_before, events_of, makes_most


def idle_modules(context: SlideContext) -> list[UsedPart]:
    """Modules that nobody has used in the last four weeks."""
    return [part for part in context.view.parts if part.kind == "module" and not part.events]


def module_behind(context: SlideContext, story: Sequence[Headline]) -> UsedPart | None:
    """The module, where use falls and the page on modules is in the deck; none where the client's
    own cut of seats explains the fall."""
    use = next((item for item in story if item.slide == "usage"), None)
    is_shown = any(item.slide == "breakdown" for item in story)
    if use is None or use.tone is not Tone.BAD or not is_shown or not falls_now(context):
        return None
    if fewer_seats(context) is not None:
        return None
    modules = [part for part in context.view.parts if part.kind == "module"]
    idle = [part for part in idle_modules(context) if part.before]
    if len(idle) != 1 or modules == idle:
        return None
    before, now = means_of(context)
    weekly = (before or 0.0) - (now or 0.0)
    falls = events_before(modules) - events_of(modules), RECENT_WEEKS * weekly
    gone = idle[0].before or 0.0
    is_most = all(makes_most(gone, fall) for fall in falls)
    return idle[0] if is_most and weekly > 0 else None
