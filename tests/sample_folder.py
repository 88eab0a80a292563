"""The committed sample company, and copies of it."""

import shutil
from pathlib import Path

COMPANY = Path(__file__).parents[1] / "samples" / "company"


def company_copy(folder: Path) -> Path:
    """The committed company's settings and exports, without what earlier runs made."""
    folder.mkdir()
    shutil.copy(COMPANY / "cartera.toml", folder)
    shutil.copytree(COMPANY / "landing", folder / "landing")
    return folder
