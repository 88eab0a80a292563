"""The last pass over a package: the same input gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED_SUFFIXES = (".xlsx", ".png", ".jpg", ".jpeg")


def normalised(parts: Mapping[str, bytes]) -> bytes:
    """The package of these parts, with one fixed order and time and no host's mark on them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as result:
        for name in sorted(parts, key=_place):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            stored = name.endswith(_STORED_SUFFIXES)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            result.writestr(info, parts[name])
    return target.getvalue()


def _place(name: str) -> tuple[bool, bool, str]:
    """Content types first, then the package's relations, as Office writes them."""
    return name != "[Content_Types].xml", name != "_rels/.rels", name
