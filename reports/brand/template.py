"""The shipped template, made by code: one master, three named layouts, one theme.

Nothing is taken over from a default file, so no stranger's name, printer or 4:3 page is.
"""

import io
import zipfile
from collections.abc import Mapping

from reports.brand.theme import theme_xml
from reports.deck.model import Box, Role

PAGE_WIDTH = 12_192_000
PAGE_HEIGHT = 6_858_000

_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"

_PLACEHOLDERS = {
    Role.TITLE: 'type="title"',
    Role.KICKER: 'type="body" sz="quarter" idx="13"',
    Role.SUBTITLE: 'type="body" sz="quarter" idx="14"',
    Role.FOOTER: 'type="ftr" sz="quarter" idx="11"',
    Role.PAGE: 'type="sldNum" sz="quarter" idx="12"',
}
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def build_template(
    ink: str, accent: str, muted: str, font: str, layouts: Mapping[str, Mapping[Role, Box]]
) -> bytes:
    """A .pptx without slides that has the layouts by name.

    The layout whose name ends in "Cover" is dark; the others are white.
    """
    parts = _parts_before_layouts(layouts, theme_xml(ink, accent, muted, font))
    for number, (name, boxes) in enumerate(layouts.items(), start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(name, boxes)
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            (f"{_OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return _zipped(parts)


def _parts_before_layouts(layouts: Mapping[str, Mapping[Role, Box]], theme: str) -> dict[str, str]:
    """All parts but the layouts themselves."""
    names = list(layouts)
    return {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "ppt/presentation.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
        "ppt/presentation.xml": _PRESENTATION,
        "ppt/_rels/presentation.xml.rels": _relationships(
            (f"{_OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{_OFFICE}/theme", "theme/theme1.xml"),
            (f"{_OFFICE}/presProps", "presProps.xml"),
            (f"{_OFFICE}/viewProps", "viewProps.xml"),
            (f"{_OFFICE}/tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{_HEAD}<p:presentationPr {_NAMESPACES}/>",
        "ppt/viewProps.xml": f"{_HEAD}<p:viewPr {_NAMESPACES}/>",
        "ppt/tableStyles.xml": _TABLE_STYLES,
        "ppt/theme/theme1.xml": theme,
        "ppt/slideMasters/slideMaster1.xml": _master(layouts[names[-1]], len(names)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            *(
                (f"{_OFFICE}/slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(names) + 1)
            ),
            (f"{_OFFICE}/theme", "../theme/theme1.xml"),
        ),
    }


def _zipped(parts: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _relationships(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _content_types(layouts: int) -> str:
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
    items = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Cartera</Application></Properties>'
)
_PRESENTATION = (
    f'{_HEAD}<p:presentation {_NAMESPACES} saveSubsetFonts="1">'
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    f'<p:sldSz cx="{PAGE_WIDTH}" cy="{PAGE_HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/>'
    "</p:presentation>"
)
_TABLE_STYLES = (
    f'{_HEAD}<a:tblStyleLst {_NAMESPACES} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>'
)


def _style(size: int, colour: str, bold: bool) -> str:
    weight = int(bold)
    return (
        f'<a:defRPr sz="{size}" b="{weight}" kern="1200"><a:solidFill><a:schemeClr val="{colour}"/>'
        '</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr>'
    )


def _level(level: int, size: int, colour: str, bold: bool, align: str = "l") -> str:
    return (
        f'<a:lvl{level}pPr marL="0" indent="0" algn="{align}" defTabSz="914400" rtl="0" '
        'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"<a:buNone/>{_style(size, colour, bold)}</a:lvl{level}pPr>"
    )


Anchors = Mapping[Role, str]
_INNER_ANCHORS: Anchors = {Role.KICKER: "b", Role.FOOTER: "ctr", Role.PAGE: "ctr"}
_COVER_ANCHORS: Anchors = {Role.KICKER: "b", Role.TITLE: "b", Role.FOOTER: "ctr"}

_LIGHT = {
    Role.TITLE: _level(1, 2200, "tx2", True),
    Role.KICKER: _level(1, 1100, "accent1", True),
    Role.SUBTITLE: _level(1, 1600, "tx1", False),
    Role.FOOTER: _level(1, 1100, "bg2", False),
    Role.PAGE: _level(1, 1100, "bg2", False, "r"),
}
_DARK = {
    Role.TITLE: _level(1, 4000, "bg1", True),
    Role.KICKER: _level(1, 1400, "accent6", True),
    Role.SUBTITLE: _level(1, 2000, "accent6", False),
    Role.FOOTER: _level(1, 1100, "accent6", False),
}


def _placeholder(number: int, role: Role, place: Box, style: str, anchors: Anchors) -> str:
    anchor = anchors.get(role, "t")
    text = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
        if role is Role.PAGE
        else f'<a:r><a:rPr lang="en-US"/><a:t>{role}</a:t></a:r>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{role}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {_PLACEHOLDERS[role]}/></p:nvPr></p:nvSpPr><p:spPr>"
        f'<a:xfrm><a:off x="{place.left}" y="{place.top}"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>"
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _decoration(number: int, name: str, place: Box, colour: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{place.left}" y="{place.top}"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>{colour}</a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'
        "</p:sp>"
    )


def _scheme(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'


def _inner_decoration() -> str:
    """A rule over the footer."""
    rule = Box(571_500, 6_473_952, 11_048_695, 9_525)
    return _decoration(20, "Footer rule", rule, _scheme("accent4"))


def _cover_decoration() -> str:
    """A strip down the left edge: no picture that a bad quarter would contradict."""
    return _decoration(20, "Edge", Box(0, 0, 128_016, PAGE_HEIGHT), _scheme("accent1"))


def _layout(name: str, boxes: Mapping[Role, Box]) -> str:
    dark = name.endswith("Cover")
    styles, anchors = (_DARK, _COVER_ANCHORS) if dark else (_LIGHT, _INNER_ANCHORS)
    shapes = "".join(
        _placeholder(number, role, place, styles[role], anchors)
        for number, (role, place) in enumerate(boxes.items(), start=2)
    )
    background = (
        "<p:bg><p:bgPr><a:solidFill>"
        + _scheme("tx2" if dark else "bg1")
        + "</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
    )
    decoration = _cover_decoration() if dark else _inner_decoration()
    return (
        f'{_HEAD}<p:sldLayout {_NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{name}">'
        f"{background}<p:spTree>{_GROUP}{decoration}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master(boxes: Mapping[Role, Box], layouts: int) -> str:
    shapes = "".join(
        _placeholder(number, role, boxes[role], _LIGHT[role], _INNER_ANCHORS)
        for number, role in enumerate((Role.TITLE, Role.FOOTER, Role.PAGE), start=2)
    )
    body = "".join(_level(level, 1400, "tx1", False) for level in range(1, 6))
    ids = "".join(
        f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>'
        for number in range(1, layouts + 1)
    )
    return (
        f"{_HEAD}<p:sldMaster {_NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        f"{_scheme('bg1')}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
        'hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>"
        f"{_level(1, 2200, 'tx2', True)}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, 1400, 'tx1', False)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )
