"""The shipped template, made by code: one master, three named layouts, one theme.

Nothing is taken over from a default file, so no stranger's name, printer or 4:3 page is.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reports.brand.office_xml import OFFICE, PACKAGE, A, Element, P, maker, r_id, written
from reports.brand.theme import theme
from reports.deck.model import Box, Role

PAGE_WIDTH = 12_192_000
PAGE_HEIGHT = 6_858_000

_TYPES = "application/vnd.openxmlformats-officedocument"
_RELATIONS = maker(f"{PACKAGE}/relationships")
_CONTENT = maker(f"{PACKAGE}/content-types")
_PROPERTIES = maker("http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
_CORE = maker(
    f"{PACKAGE}/metadata/core-properties",
    cp=f"{PACKAGE}/metadata/core-properties",
    dc="http://purl.org/dc/elements/1.1/",
    dcterms="http://purl.org/dc/terms/",
    xsi="http://www.w3.org/2001/XMLSchema-instance",
)

_PLACEHOLDERS = {
    Role.TITLE: {"type": "title"},
    Role.KICKER: {"type": "body", "sz": "quarter", "idx": "13"},
    Role.SUBTITLE: {"type": "body", "sz": "quarter", "idx": "14"},
    Role.FOOTER: {"type": "ftr", "sz": "quarter", "idx": "11"},
    Role.PAGE: {"type": "sldNum", "sz": "quarter", "idx": "12"},
}


def build_template(
    ink: str, accent: str, muted: str, font: str, layouts: Mapping[str, Mapping[Role, Box]]
) -> bytes:
    """A .pptx without slides that has the layouts by name.

    The layout whose name ends in "Cover" is dark; the others are white.
    """
    parts = _parts_before_layouts(layouts, theme(ink, accent, muted, font))
    for number, (name, boxes) in enumerate(layouts.items(), start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(name, boxes)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            (f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return _zipped(parts)


def _parts_before_layouts(
    layouts: Mapping[str, Mapping[Role, Box]], colours: Element
) -> dict[str, Element]:
    """All parts but the layouts themselves."""
    names = list(layouts)
    return {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": _relationships(
            (f"{OFFICE}/officeDocument", "ppt/presentation.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _CORE.coreProperties(),
        "docProps/app.xml": _PROPERTIES.Properties(_PROPERTIES.Application("Cartera")),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relationships(
            (f"{OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
            (f"{OFFICE}/presProps", "presProps.xml"),
            (f"{OFFICE}/viewProps", "viewProps.xml"),
            (f"{OFFICE}/tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": P.presentationPr(),
        "ppt/viewProps.xml": P.viewPr(),
        "ppt/tableStyles.xml": A.tblStyleLst({"def": "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"}),
        "ppt/theme/theme1.xml": colours,
        "ppt/slideMasters/slideMaster1.xml": _master(layouts[names[-1]], len(names)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            *(
                (f"{OFFICE}/slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(names) + 1)
            ),
            (f"{OFFICE}/theme", "../theme/theme1.xml"),
        ),
    }


def _zipped(parts: Mapping[str, Element]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), written(part), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _relationships(*targets: tuple[str, str]) -> Element:
    return _RELATIONS.Relationships(
        *(
            _RELATIONS.Relationship(Id=f"rId{number}", Type=kind, Target=target)
            for number, (kind, target) in enumerate(targets, start=1)
        )
    )


def _content_types(layouts: int) -> Element:
    presentation = f"{_TYPES}.presentationml"
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{_TYPES}.extended-properties+xml",
        "/ppt/presentation.xml": f"{presentation}.presentation.main+xml",
        "/ppt/presProps.xml": f"{presentation}.presProps+xml",
        "/ppt/viewProps.xml": f"{presentation}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{presentation}.tableStyles+xml",
        "/ppt/theme/theme1.xml": f"{_TYPES}.theme+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{presentation}.slideMaster+xml",
    } | {
        f"/ppt/slideLayouts/slideLayout{number}.xml": f"{presentation}.slideLayout+xml"
        for number in range(1, layouts + 1)
    }
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    return _CONTENT.Types(
        *(_CONTENT.Default(Extension=name, ContentType=kind) for name, kind in defaults.items()),
        *(_CONTENT.Override(PartName=part, ContentType=kind) for part, kind in overrides.items()),
    )


def _presentation() -> Element:
    return P.presentation(
        P.sldMasterIdLst(P.sldMasterId(r_id(1), id="2147483648")),
        P.sldSz(cx=str(PAGE_WIDTH), cy=str(PAGE_HEIGHT)),
        P.notesSz(cx="6858000", cy="9144000"),
        saveSubsetFonts="1",
    )


def _style(size: int, colour: str, bold: bool) -> Element:
    return A.defRPr(
        A.solidFill(_scheme(colour)),
        A.latin(typeface="+mn-lt"),
        A.ea(typeface="+mn-ea"),
        A.cs(typeface="+mn-cs"),
        sz=str(size),
        b=str(int(bold)),
        kern="1200",
    )


def _level(level: int, size: int, colour: str, bold: bool, align: str = "l") -> Element:
    return A(
        f"lvl{level}pPr",
        A.spcBef(A.spcPts(val="0")),
        A.buNone(),
        _style(size, colour, bold),
        marL="0",
        indent="0",
        algn=align,
        defTabSz="914400",
        rtl="0",
        eaLnBrk="1",
        latinLnBrk="0",
        hangingPunct="1",
    )


Anchors = Mapping[Role, str]
_INNER_ANCHORS: Anchors = {Role.KICKER: "b", Role.FOOTER: "ctr", Role.PAGE: "ctr"}
_COVER_ANCHORS: Anchors = {Role.KICKER: "b", Role.TITLE: "b", Role.FOOTER: "ctr"}


class _Letters(NamedTuple):
    """Size in hundredths of a point, colour, and where they are aligned."""

    size: int
    colour: str
    bold: bool = False
    align: str = "l"


_LIGHT: Mapping[Role, _Letters] = {
    Role.TITLE: _Letters(2200, "tx2", bold=True),
    Role.KICKER: _Letters(1100, "accent1", bold=True),
    Role.SUBTITLE: _Letters(1600, "tx1"),
    Role.FOOTER: _Letters(1100, "bg2"),
    Role.PAGE: _Letters(1100, "bg2", align="r"),
}
_DARK: Mapping[Role, _Letters] = {
    Role.TITLE: _Letters(4000, "bg1", bold=True),
    Role.KICKER: _Letters(1400, "accent6", bold=True),
    Role.SUBTITLE: _Letters(2000, "accent6"),
    Role.FOOTER: _Letters(1100, "accent6"),
}


def _placeholder(number: int, role: Role, place: Box, style: _Letters, anchors: Anchors) -> Element:
    words = A.rPr(lang="en-US")
    if role is Role.PAGE:
        field = {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
        text = A.fld(field, words, A.t("‹#›"))
    else:
        text = A.r(words, A.t(str(role)))
    body = {"vert": "horz", **dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), "0")}
    return P.sp(
        P.nvSpPr(
            P.cNvPr(id=str(number), name=str(role)),
            P.cNvSpPr(A.spLocks(noGrp="1")),
            P.nvPr(P.ph(_PLACEHOLDERS[role])),
        ),
        P.spPr(*_rectangle(place)),
        P.txBody(
            A.bodyPr({**body, "anchor": anchors.get(role, "t")}, A.noAutofit()),
            A.lstStyle(_level(1, *style)),
            A.p(text),
        ),
    )


def _rectangle(place: Box) -> tuple[Element, Element]:
    return (
        A.xfrm(
            A.off(x=str(place.left), y=str(place.top)),
            A.ext(cx=str(place.width), cy=str(place.height)),
        ),
        A.prstGeom(A.avLst(), prst="rect"),
    )


def _decoration(name: str, place: Box, colour: str) -> Element:
    return P.sp(
        P.nvSpPr(P.cNvPr(id="20", name=name), P.cNvSpPr(), P.nvPr(userDrawn="1")),
        P.spPr(*_rectangle(place), A.solidFill(_scheme(colour)), A.ln(A.noFill())),
        P.txBody(A.bodyPr(), A.lstStyle(), A.p(A.endParaRPr(lang="en-US"))),
    )


def _scheme(name: str) -> Element:
    return A.schemeClr(val=name)


def _inner_decoration() -> Element:
    """A rule over the footer."""
    return _decoration("Footer rule", Box(571_500, 6_473_952, 11_048_695, 9_525), "accent4")


def _cover_decoration() -> Element:
    """A strip down the left edge: no picture that a bad quarter would contradict."""
    return _decoration("Edge", Box(0, 0, 128_016, PAGE_HEIGHT), "accent1")


def _group() -> Iterator[Element]:
    """What a page's tree of shapes begins with."""
    yield P.nvGrpSpPr(P.cNvPr(id="1", name=""), P.cNvGrpSpPr(), P.nvPr())
    frame = (A.off(x="0", y="0"), A.ext(cx="0", cy="0"))
    inside = (A.chOff(x="0", y="0"), A.chExt(cx="0", cy="0"))
    yield P.grpSpPr(A.xfrm(*frame, *inside))


def _background(colour: str) -> Element:
    return P.bg(P.bgPr(A.solidFill(_scheme(colour)), A.effectLst()))


def _layout(name: str, boxes: Mapping[Role, Box]) -> Element:
    dark = name.endswith("Cover")
    styles, anchors = (_DARK, _COVER_ANCHORS) if dark else (_LIGHT, _INNER_ANCHORS)
    shapes = (
        _placeholder(number, role, place, styles[role], anchors)
        for number, (role, place) in enumerate(boxes.items(), start=2)
    )
    decoration = _cover_decoration() if dark else _inner_decoration()
    tree = P.spTree(*_group(), decoration, *shapes)
    return P.sldLayout(
        P.cSld(_background("tx2" if dark else "bg1"), tree, name=name),
        P.clrMapOvr(A.masterClrMapping()),
        preserve="1",
        userDrawn="1",
    )


def _master(boxes: Mapping[Role, Box], layouts: int) -> Element:
    shapes = (
        _placeholder(number, role, boxes[role], _LIGHT[role], _INNER_ANCHORS)
        for number, role in enumerate((Role.TITLE, Role.FOOTER, Role.PAGE), start=2)
    )
    swapped = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    same = (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    return P.sldMaster(
        P.cSld(_background("bg1"), P.spTree(*_group(), *shapes)),
        P.clrMap(swapped | {name: name for name in same}),
        P.sldLayoutIdLst(
            *(
                P.sldLayoutId(r_id(number), id=str(2147483648 + number))
                for number in range(1, layouts + 1)
            )
        ),
        P.txStyles(
            P.titleStyle(_level(1, 2200, "tx2", True)),
            P.bodyStyle(*(_level(level, 1400, "tx1", False) for level in range(1, 6))),
            P.otherStyle(_level(1, 1400, "tx1", False)),
        ),
    )
