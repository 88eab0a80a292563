"""Workbooks computed anew by LibreOffice, for comparison with the values we wrote."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

_FORMULA_VALUE = re.compile(r"(<c\b[^>]*?)(?: t=\"\w+\")?(>\s*<f>[^<]*</f>)<v>[^<]*</v>")
_SECONDS = 600


def without_cached_values(workbook: bytes, path: Path) -> Path:
    """A workbook whose formulas have lost their values, so that a reader must compute them."""
    path.write_bytes(workbook)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if name.startswith("xl/worksheets/sheet"):
                content = _FORMULA_VALUE.sub(r"\1\2", content.decode()).encode()
            package.writestr(name, content)
    return path


def recalculated(paths: Sequence[Path], target: Path, locale: str) -> list[Path]:
    """The workbooks as LibreOffice, set to a locale such as es-ES, computes and saves them.

    Skips where LibreOffice is not installed.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    _set_locale(target / "profile" / "user", locale)
    profile = f"-env:UserInstallation={(target / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(target)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=_SECONDS)
    return [target / path.name for path in paths]


def _set_locale(user: Path, locale: str) -> None:
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" '
        f'oor:op="fuse"><value>{locale}</value></prop></item></oor:items>',
        encoding="utf-8",
    )
