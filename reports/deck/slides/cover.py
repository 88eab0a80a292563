"""Cover: client, period, the quarter in one line, data date, manager."""

import re

from reports.brand import COVER, inches
from reports.deck.exhibits.frame import foot_of, logo_on, one_line
from reports.deck.exhibits.text_fit import Fitted, fitted
from reports.deck.model import Box, Element, Geometry, Picture, Placeholder, Role, Shape, Slide
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import subtitle
from reports.deck.text_model import Body, Paragraph, Run

ORDER = 10
KIND = Kind.FRAME

_LOGO_HEIGHT, _LOGO_WIDTH, _LOGO_INSET = inches(0.5), inches(2.6), inches(0.12)
_NO_THREAD = ("cover", "appendix", "definitions", "summary", "overview")
"""Slides whose titles are no part of the meeting's thread."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The client's name."""
    del story
    title = Phrase(context.view.client_name, "titles.cover")
    return Headline("cover", Tone.FLAT, title, Phrase("", ""))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Dark page: name large, period under it, dates and manager at the foot."""
    view = context.view
    title_box = context.brand.box_of(COVER, Role.TITLE)
    title = _name(headline.title.text, title_box.width)
    company = fitted(view.company_name, title_box.width, 1, (1400,), True).text
    footer = " · ".join(
        (
            context.say("footer.data_date", {"day": context.formats.day(view.data_date)}),
            *foot_of(context),
        )
    )
    elements: tuple[Element, ...] = (
        Placeholder(Role.TITLE, one_line(title.text, title.size, bold=True)),
        Placeholder(Role.KICKER, one_line(company, 1400, bold=True)),
        Placeholder(Role.SUBTITLE, _facts(context, _result(story))),
        *logo_on(context, COVER, inches(0.7)),
        *_client_logo(context),
        Placeholder(Role.FOOTER, one_line(footer, 1100)),
    )
    notes = (
        context.say("notes.cover", {"client": view.client_name, "period": context.this_period}),
        context.say("notes.story"),
        *(item.title.text for item in story if item.slide not in _NO_THREAD),
        context.say("notes.edition", {"edition": view.edition}),
    )
    return (Slide("cover", COVER, title.text, headline.title.rule, (), elements, notes),)


def _client_logo(context: SlideContext) -> tuple[Element, ...]:
    """The client's own logo over its name, on white, so that any colour of it can be seen."""
    logo = context.view.logo
    if logo is None:
        return ()
    title = context.brand.box_of(COVER, Role.TITLE)
    height = min(_LOGO_HEIGHT, round(_LOGO_WIDTH / logo.ratio))
    width = round(height * logo.ratio)
    top = context.brand.box_of(COVER, Role.KICKER).bottom + inches(0.3)
    panel = Box(title.left, top, width + 2 * _LOGO_INSET, height + 2 * _LOGO_INSET)
    inner = Box(panel.left + _LOGO_INSET, top + _LOGO_INSET, width, height)
    return (
        Shape("Logo panel", panel, Geometry.ROUNDED, fill="FFFFFF"),
        Picture("Client logo", inner, logo.blob, context.view.client_name),
    )


def sector_of(context: SlideContext) -> str:
    """The client's line of business, in the deck's language where it is a usual one."""
    typed = context.view.sector
    slug = "-".join(re.findall(r"[a-z0-9]+", typed.lower()))
    key = f"sectors.{slug}"
    return context.say(key) if slug and context.words.has(key) else typed


def _result(story: tuple[Headline, ...]) -> str:
    """The quarter in one line: the summary's, else the review's own; empty where there is none."""
    told = (item.title.text for item in story if item.slide in ("summary", "overview"))
    return next(told, "")


def _facts(context: SlideContext, result: str) -> Body:
    """What the deck is, the quarter in one line, then the days it covers and who to ask."""
    view = context.view
    days = {
        "start": context.formats.long_day(view.period.start),
        "end": context.formats.long_day(view.period.valuation_date),
    }
    width = context.brand.box_of(COVER, Role.SUBTITLE).width
    lines = [context.say("cover.days", days)]
    if sector := sector_of(context):
        lines.insert(0, sector)
    if view.manager_name:
        who = {"name": view.manager_name, "company": view.company_name}
        lines.append(context.say(context.cover_rule("manager"), who))
    if view.manager_email:
        lines.append(view.manager_email)
    said = fitted(subtitle(context), width, 1, (2000, 1800, 1600), bold=False)
    return Body(
        (
            Paragraph((Run(said.text, said.size),), space_after=1200),
            *_line(result, width),
            *(
                Paragraph((Run(found.text, found.size),))
                for text in lines
                if (found := fitted(text, width, 1, (1400, 1200), bold=False))
            ),
        )
    )


def _name(text: str, width: int) -> Fitted:
    """The client's name on three lines; a very long one whole on four of smaller type."""
    found = fitted(text, width, 3, (4000, 3600, 3200, 2800, 2400), bold=True)
    return found if found.text == text else fitted(text, width, 4, (2000, 1800), bold=True)


def _line(result: str, width: int) -> tuple[Paragraph, ...]:
    """The result in bold, on three lines at most."""
    if not result:
        return ()
    found = fitted(result, width, 3, (1800, 1600, 1400), bold=True)
    return (Paragraph((Run(found.text, found.size, bold=True),), space_after=1200),)
