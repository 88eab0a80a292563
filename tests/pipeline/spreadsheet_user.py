"""Somebody who opens a workbook in LibreOffice, types into named cells and saves it."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  On Error Goto bad
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{typing}
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL("{target}", saved())
bad:
  StarDesktop.terminate()
End Sub
</script:module>
"""  # noqa: E501


def typed(path: Path, target: Path, contents: Mapping[str, float | str]) -> Path:
    """The workbook with these contents in its named cells, as LibreOffice saved it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    profile = target.parent / f"profile-{target.stem}"
    start = ["timeout", "50", office, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    # A first start fills the profile with modules of its own; ours goes over them.
    for argument in ("--terminate_after_init", "macro:///Standard.Module1.Main"):
        subprocess.run([*start, argument], check=True, capture_output=True, timeout=60)
        _install(profile / "user" / "basic" / "Standard", path, target, contents)
    assert target.is_file()
    return target


def _install(library: Path, path: Path, target: Path, contents: Mapping[str, float | str]) -> None:
    lines = [_line(name, content) for name, content in contents.items()]
    module = _MODULE.format(source=path.as_uri(), target=target.as_uri(), typing="\n".join(lines))
    (library / "Module1.xba").write_text(module, encoding="utf-8")


def _line(name: str, content: float | str) -> str:
    cell = f'document.NamedRanges.getByName("{name}").getReferredCells().getCellByPosition(0, 0)'
    if isinstance(content, str):
        return f'  {cell}.String = "{content}"'.replace("&", "&amp;")
    return f"  {cell}.Value = {content!r}"
