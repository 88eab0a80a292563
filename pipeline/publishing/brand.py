"""The company's brand as its settings name it, read and checked."""

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from messages.errors import CarteraError
from pipeline.settings import BrandChoice, Settings
from reports.brand import Brand, shipped_brand


class BrandFileMissingError(CarteraError):
    """A brand file that the settings name is not there."""

    code = "failure-brand-file-missing"
    exit_code = 2

    key: str
    path: Path


@dataclass(frozen=True)
class BrandInUse:
    """The brand, and a mark that changes when anything of it does; empty for the shipped one."""

    brand: Brand
    mark: str


def brand_in_use(settings: Settings) -> BrandInUse:
    """The brand of `cartera.toml`; raises one sentence where a file of it cannot be used."""
    choice = settings.brand
    if choice == BrandChoice():
        return BrandInUse(shipped_brand(), "")
    template = _read("template", settings.root, choice.template)
    return _built(choice.model_dump_json(), template, _read("logo", settings.root, choice.logo))


def _read(key: str, root: Path, written: str) -> bytes:
    if not written:
        return b""
    path = root / written
    if not path.is_file():
        raise BrandFileMissingError(key, path)
    return path.read_bytes()


@lru_cache(maxsize=4)
def _built(written: str, template: bytes, logo: bytes) -> BrandInUse:
    """The brand of a choice written as JSON, which a cache can hold."""
    from reports.brand.custom import (  # opens PowerPoint files
        coloured_brand,
        logo_of,
        template_brand,
    )

    choice = BrandChoice.model_validate_json(written)
    brand = (
        template_brand(Path(choice.template).name, template)
        if template
        else coloured_brand(choice.ink, choice.accent, choice.font)
    )
    if logo:
        brand = replace(brand, logo=logo_of(Path(choice.logo).name, logo))
    brand = replace(brand, confidentiality=choice.confidentiality, footer=choice.footer)
    mark = hashlib.sha256(written.encode() + b"\x00" + template + b"\x00" + logo).hexdigest()
    return BrandInUse(brand, mark)
