"""Text of the deck model as DrawingML."""

from xml.sax.saxutils import escape, quoteattr

from reports.deck.model import PageNumber, Stroke
from reports.deck.text_model import Body, Paragraph, Run

# XML 1.0 knows no other control characters, and lone surrogates have no UTF-8.
_ILLEGAL = dict.fromkeys(
    [*(c for c in range(0x20) if c not in (0x09, 0x0A)), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)]
)


def legal(text: str) -> str:
    """The text without the characters that XML forbids."""
    return text.translate(_ILLEGAL)


def xml_text(text: str) -> str:
    """Character data."""
    return escape(legal(text))


def xml_attribute(text: str) -> str:
    """A quoted attribute value."""
    return quoteattr(legal(text))


def solid(colour: str | None) -> str:
    """A fill; None is none."""
    if colour is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(stroke: Stroke | None, tag: str = "a:ln") -> str:
    """An outline, border or rule."""
    if stroke is None:
        return f"<{tag}><a:noFill/></{tag}>"
    return (
        f'<{tag} w="{stroke.width}" cap="flat">{solid(stroke.colour)}'
        f'<a:prstDash val="{stroke.dash}"/><a:round/></{tag}>'
    )


def run_properties(run: Run, language: str, tag: str = "a:rPr") -> str:
    # Words in placeholders have the layout's colour and font; all others the theme's body font.
    fill = f'{solid(run.colour)}<a:latin typeface="+mn-lt"/>' if run.colour else ""
    return (
        f'<{tag} lang="{language}" sz="{run.size}" b="{int(run.bold)}" i="{int(run.italic)}" '
        f'dirty="0">{fill}</{tag}>'
    )


def _run(run: Run, language: str) -> str:
    return f"<a:r>{run_properties(run, language)}<a:t>{xml_text(run.text)}</a:t></a:r>"


def _paragraph(paragraph: Paragraph, language: str) -> str:
    bullet = f"<a:buChar char={xml_attribute(paragraph.bullet)}/>" if paragraph.bullet else ""
    runs = "".join(_run(run, language) for run in paragraph.runs)
    return (
        f'<a:p><a:pPr marL="{paragraph.indent}" indent="{-paragraph.indent}" '
        f'algn="{paragraph.align}"><a:spcBef><a:spcPts val="{paragraph.space_before}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{paragraph.space_after}"/></a:spcAft>'
        f"{bullet or '<a:buNone/>'}</a:pPr>{runs}</a:p>"
    )


def body_properties(body: Body) -> str:
    inset = body.insets
    return (
        f'<a:bodyPr wrap="square" lIns="{inset.left}" tIns="{inset.top}" rIns="{inset.right}" '
        f'bIns="{inset.bottom}" anchor="{body.anchor}" rtlCol="0"><a:noAutofit/></a:bodyPr>'
    )


def paragraphs(body: Body, language: str) -> str:
    return "".join(_paragraph(paragraph, language) for paragraph in body.paragraphs)


def page_field(number: PageNumber, language: str) -> str:
    """The live slide number."""
    return (
        f'<a:p><a:pPr algn="{number.align}"/>'
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{run_properties(number.run, language)}<a:t>{xml_text(number.run.text)}</a:t>"
        "</a:fld></a:p>"
    )
