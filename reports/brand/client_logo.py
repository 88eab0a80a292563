"""A client's logo as decks can show it, from whatever picture file there is."""

import io
from enum import StrEnum

from PIL import Image, UnidentifiedImageError

from reports.brand import Logo

_MOST_PIXELS = 40_000_000
"""What a picture may have before it is reduced: more would fill the memory."""
_LONG_SIDE = 900
_LEAST_SIDE = 16
_LONGEST_SHAPE = 12.0


class LogoFault(StrEnum):
    """Why a file is no logo that a deck can show."""

    MISSING = "missing"
    FORMAT = "format"
    BROKEN = "broken"
    LARGE = "large"
    SHAPE = "shape"


class LogoError(ValueError):
    """The file cannot be used; `fault` says why."""

    def __init__(self, fault: LogoFault) -> None:
        super().__init__(fault)
        self.fault = fault


def client_logo(blob: bytes) -> Logo:
    """The picture as PNG in RGB, transparent where it was, at most 900 pixels long.

    Raises LogoError for what is no PNG or JPEG, cannot be read, has too many pixels, or is so
    small or long that nobody would recognise it.
    """
    try:
        with Image.open(io.BytesIO(blob), formats=("PNG", "JPEG")) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise LogoError(LogoFault.LARGE)
            if min(width, height) < _LEAST_SIDE or max(width, height) > _LONGEST_SHAPE * min(
                width, height
            ):
                raise LogoError(LogoFault.SHAPE)
            has_alpha = "A" in picture.getbands() or "transparency" in picture.info
            shown = picture.convert("RGBA" if has_alpha else "RGB")
    except UnidentifiedImageError as error:
        is_cut = blob[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1")
        raise LogoError(LogoFault.BROKEN if is_cut else LogoFault.FORMAT) from error
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise LogoError(LogoFault.BROKEN) from error
    shown.thumbnail((_LONG_SIDE, _LONG_SIDE))
    written = io.BytesIO()
    shown.save(written, "PNG")
    return Logo(written.getvalue(), shown.width / shown.height)
