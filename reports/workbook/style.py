"""How workbooks look: one palette, and the styles that sheets choose from."""

from dataclasses import replace

from reports.workbook.model import Style
from transforms.core.money import exponent

NAVY = "#0B3954"
INK = "#1F2933"
SLATE = "#52606D"
RULE = "#CBD2D9"
PALE = "#F0F4F8"
ACCENT = "#0A6C74"
ACCENT_PALE = "#D9EEF0"
ASKED = "#855000"
ASKED_PALE = "#FFF3DC"
ASKED_BAR = "#E0A848"
OFFERED = "#0B6B63"
OFFERED_PALE = "#E4F2F0"
GREY = "#9AA5B1"
RED = "#9B1C1C"
RED_PALE = "#FDE8E8"
LESS = "#E9A6A1"
MORE = "#8CCBC0"
AMBER = "#7A4B00"
AMBER_PALE = "#FFF1CC"
GREEN = "#14532D"
GREEN_PALE = "#E3F5E8"
INPUT_FILL = "#FFF8DB"
INPUT_RULE = "#C99700"

BODY = Style()
SMALL = Style(size=9, colour=SLATE)
NOTE = Style(size=9, colour=SLATE, wrap=True, vertical="top")
TITLE = Style(size=16, bold=True, colour=NAVY, wrap=True)
SUBTITLE = Style(size=10, colour=SLATE)
SECTION = Style(size=11, bold=True, colour=NAVY, bottom=NAVY)
LABEL = Style(bottom=RULE)
LABEL_BOLD = Style(bold=True, bottom=RULE)
WRAPPED = Style(wrap=True)
TEXT_CELL = Style(bottom=RULE, wrap=True)
SOURCE_CELL = Style(size=9, colour=SLATE, bottom=RULE, wrap=True, align="left", indent=1)
HEADER = Style(bold=True, colour="#FFFFFF", fill=NAVY, wrap=True)
HEADER_RIGHT = replace(HEADER, align="right")
HEADER_AFTER_FIGURE = replace(HEADER, align="left", indent=1)
"""A text column right of figures keeps clear of them."""
FIGURE = Style(align="right", bottom=RULE)
TILE_LABEL = Style(size=9, colour=SLATE, fill=PALE, align="left", indent=1, vertical="bottom")
TILE_FIGURE = Style(size=18, bold=True, colour=NAVY, fill=PALE, indent=1, align="left")
TILE_NOTE = Style(
    size=9, colour=SLATE, fill=PALE, align="left", indent=1, vertical="top", wrap=True
)
BANNER = Style(bold=True, wrap=True, align="left", indent=1)
INPUT = Style(fill=INPUT_FILL, box=INPUT_RULE, align="right", is_unlocked=True)
INPUT_TEXT = replace(INPUT, align="left", indent=1)

FACTOR = "0.00"
FINE_FACTOR = "0.0000"
COUNT = "#,##0"
WHOLE = "0"
DAY = "yyyy-mm-dd"


def exact_money(currency: str) -> str:
    """Number format of an amount with all of its currency's decimals."""
    decimals = exponent(currency)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def fine_percent(percent: str) -> str:
    """A share's number format with four decimals, to hold two figures against each other."""
    return percent.replace("0.0", "0.0000")


def signed(number_format: str) -> str:
    """The format with a plus before gains."""
    return f"+{number_format};-{number_format};{number_format}"


def figure(number_format: str) -> Style:
    """A right-aligned figure on a ruled line."""
    return replace(FIGURE, number_format=number_format)
