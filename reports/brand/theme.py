"""The template's theme: its colours by their Office names, its fonts, plain effects."""


def _solid(name: str, colour: str) -> str:
    return f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'


def _fonts(kind: str, font: str) -> str:
    return (
        f'<a:{kind}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface="{font}"/>'
        f"</a:{kind}Font>"
    )


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(ink: str, accent: str, muted: str, font: str) -> str:
    """A theme whose second dark colour is the ink and whose first accent is the accent."""
    colours = (
        _solid("dk1", "1B2430")
        + _solid("lt1", "FFFFFF")
        + _solid("dk2", ink)
        + _solid("lt2", muted)
        + _solid("accent1", accent)
        + _solid("accent2", ink)
        + _solid("accent3", "7FA3D1")
        + _solid("accent4", "D8DEE6")
        + _solid("accent5", "A9B4C2")
        + _solid("accent6", "C9D6EA")
        + _solid("hlink", accent)
        + _solid("folHlink", muted)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Cartera">'
        f'<a:themeElements><a:clrScheme name="Cartera">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Cartera">{_fonts("major", font)}{_fonts("minor", font)}'
        '</a:fontScheme><a:fmtScheme name="Cartera">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )
