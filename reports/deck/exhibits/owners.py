"""Who is to do something, and for which of the two companies."""

from reports.deck.slide_context import SlideContext


def owner_text(context: SlideContext, owner: str, company: str) -> str:
    """A name or a team with its side, as the two of us say it across a table; a person who is
    known to the client, or a company on its own, needs none."""
    view = context.view
    if not owner or owner in (view.manager_name, company):
        return owner or company or context.say("absent")
    sides = {view.company_name: "ours", view.client_name: "theirs"}
    side = sides.get(company, "")
    return context.say(f"owners.{side}", {"owner": owner}) if side else owner
