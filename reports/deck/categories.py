"""What tickets are about, in the deck's words."""

from reports.deck.slide_context import SlideContext

_COMMON = ("access", "billing", "integration", "platform", "reports")
"""Categories of tickets that help desks have under these names, whatever their language."""


def category(context: SlideContext, name: str) -> str:
    """A common category in the deck's language; any other as it was recorded."""
    common = name.lower()
    return context.say(f"categories.{common}") if common in _COMMON else name
