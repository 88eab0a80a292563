"""The template's theme: its colours by their Office names, its fonts, plain effects."""

from reports.brand.office_xml import THEME, Element

_NAME = "Cartera"
_TIMES = range(3)
"""Office wants three of each: subtle, moderate and intense."""


def _fonts(kind: str, font: str) -> Element:
    faces = {"latin": font, "ea": "", "cs": font}
    return THEME(f"{kind}Font", *(THEME(name, typeface=face) for name, face in faces.items()))


def _fill() -> Element:
    return THEME.solidFill(THEME.schemeClr(val="phClr"))


def _line() -> Element:
    return THEME.ln(
        _fill(), THEME.prstDash(val="solid"), w="9525", cap="flat", cmpd="sng", algn="ctr"
    )


def theme(ink: str, accent: str, muted: str, font: str) -> Element:
    """A theme whose second dark colour is the ink and whose first accent is the accent."""
    colours = {
        "dk1": "1B2430",
        "lt1": "FFFFFF",
        "dk2": ink,
        "lt2": muted,
        "accent1": accent,
        "accent2": ink,
        "accent3": "7FA3D1",
        "accent4": "D8DEE6",
        "accent5": "A9B4C2",
        "accent6": "C9D6EA",
        "hlink": accent,
        "folHlink": muted,
    }
    return THEME.theme(
        THEME.themeElements(
            THEME.clrScheme(
                *(THEME(name, THEME.srgbClr(val=colour)) for name, colour in colours.items()),
                name=_NAME,
            ),
            THEME.fontScheme(_fonts("major", font), _fonts("minor", font), name=_NAME),
            THEME.fmtScheme(
                THEME.fillStyleLst(*(_fill() for _ in _TIMES)),
                THEME.lnStyleLst(*(_line() for _ in _TIMES)),
                THEME.effectStyleLst(*(THEME.effectStyle(THEME.effectLst()) for _ in _TIMES)),
                THEME.bgFillStyleLst(*(_fill() for _ in _TIMES)),
                name=_NAME,
            ),
        ),
        name=_NAME,
    )
