"""Clients' logos: the file that the account names, or one called after the account."""

import hashlib
from functools import lru_cache
from pathlib import Path

from pipeline.settings import Settings
from reports.brand.client_logo import LogoError, LogoFault, client_logo
from reports.client import ClientLogo

_ENDINGS = (".png", ".jpg", ".jpeg")


def logo_of_client(settings: Settings, client_id: str, named: str) -> ClientLogo | None:
    """The logo in the folder of the settings, `[brand] client_logos`; None where there is none.

    A file that the account names and that cannot be used is told, never raised: a deck without a
    logo is better than none.
    """
    folder = settings.root / settings.brand.client_logos
    if named:
        name = Path(named.replace("\\", "/")).name
        path = folder / name
        return _read(path) if path.is_file() else ClientLogo(name, fault=LogoFault.MISSING)
    found = (folder / f"{client_id}{ending}" for ending in _ENDINGS)
    path = next((path for path in found if path.is_file()), None)
    return None if path is None else _read(path)


def logos_mark(settings: Settings) -> str:
    """Another one when a file of the logos' folder is added, changed or taken away."""
    found = hashlib.sha256()
    for path in sorted((settings.root / settings.brand.client_logos).glob("*")):
        if path.is_file():
            stat = path.stat()
            found.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _read(path: Path) -> ClientLogo:
    try:
        return _built(path.name, path.read_bytes())
    except OSError:
        return ClientLogo(path.name, fault=LogoFault.BROKEN)


@lru_cache(maxsize=64)
def _built(name: str, blob: bytes) -> ClientLogo:
    mark = hashlib.sha256(blob).hexdigest()[:16]
    try:
        return ClientLogo(name, client_logo(blob), mark)
    except LogoError as error:
        return ClientLogo(name, None, mark, error.fault)
