"""Cover: client, period, data date, manager."""

from reports.brand import COVER, inches
from reports.deck.desk import Desk, Headline, Phrase, Tone
from reports.deck.exhibits import foot_of, logo_on, one_line
from reports.deck.model import Body, Element, Paragraph, Placeholder, Role, Run, Slide
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_fit import fitted

ORDER = 10
KIND = Kind.FRAME


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """The client's name."""
    del story
    title = Phrase(desk.view.client_name, "titles.cover")
    return Headline("cover", Tone.FLAT, title, Phrase("", ""))


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """Dark page: name large, period under it, dates and manager at the foot."""
    view = desk.view
    title_box = desk.brand.box_of(COVER, Role.TITLE)
    title = fitted(headline.title.text, title_box.width, 3, (4000, 3600, 3200, 2800, 2400), True)
    company = fitted(view.company_name, title_box.width, 1, (1400,), True).text
    footer = " · ".join(
        (
            desk.say("footer.data_date", {"day": desk.formats.day(view.data_date)}),
            *foot_of(desk),
        )
    )
    elements: tuple[Element, ...] = (
        Placeholder(Role.TITLE, one_line(title.text, title.size, bold=True)),
        Placeholder(Role.KICKER, one_line(company, 1400, bold=True)),
        Placeholder(Role.SUBTITLE, _facts(desk)),
        *logo_on(desk, COVER, inches(0.7)),
        Placeholder(Role.FOOTER, one_line(footer, 1000)),
    )
    notes = (
        desk.say("notes.cover", {"client": view.client_name, "period": desk.this_period}),
        desk.say("notes.story"),
        *(item.title.text for item in story if item.slide not in ("cover", "appendix", "summary")),
        desk.say("notes.edition", {"edition": view.edition}),
    )
    return (Slide("cover", COVER, title.text, headline.title.rule, (), elements, notes),)


def _facts(desk: Desk) -> Body:
    """What the deck is, then the days it covers and who to ask."""
    view = desk.view
    days = {
        "start": desk.formats.long_day(view.period.start),
        "end": desk.formats.long_day(view.period.valuation_date),
    }
    width = desk.brand.box_of(COVER, Role.SUBTITLE).width
    lines = [desk.say("cover.days", days)]
    if view.manager_name:
        lines.append(desk.say("cover.manager", {"name": view.manager_name}))
    if view.manager_email:
        lines.append(view.manager_email)
    subtitle = desk.say("cover.subtitle", {"period": desk.this_period})
    said = fitted(subtitle, width, 1, (2000, 1800, 1600), bold=False)
    return Body(
        (
            Paragraph((Run(said.text, said.size),), space_after=2400),
            *(
                Paragraph((Run(found.text, found.size),))
                for text in lines
                if (found := fitted(text, width, 1, (1400, 1200), bold=False))
            ),
        )
    )
