"""How near proposals come to the mappings that people wrote for public exports."""

import tomllib
from pathlib import Path
from shutil import copyfile

import pytest
from mapping_difference import differing_lines
from runs import COMPANIES, DATA

from messages.catalogue import catalogue
from sources.mapping.load import load_mapping
from sources.proposer import Company, propose
from sources.proposer.text import mapping_text

pytestmark = pytest.mark.real_data

DIFFERING = [
    ("ravenstack", "ravenstack", 5),
    ("flowstack", "flowstack", 10),
    ("maven", "crm_sales_opportunities", 7),
    ("seeds", "saas_dbt_seeds", 6),
    ("surveys", "surveys_yochees", 4),
    ("xero", "fivetran_xero", 22),
    ("tienda", "facturas_es", 10),
    ("wholesaler", "online_retail", 8),
    ("bank", "salesforce_data_cloud_workshop", 30),
    ("hubspot", "fivetran_hubspot", 119),
]
"""Company, its exports, and the lines that a person would still have to change, add or remove. A
proposal names each file that it does not know, and the header by which it knows one; written
mappings sweep the former together and leave out the latter, which most of these lines are."""


@pytest.mark.parametrize(("company", "exports", "lines"), DIFFERING)
def test_a_proposal_differs_from_the_written_mapping_by_known_lines(
    company: str, exports: str, lines: int, tmp_path: Path
) -> None:
    folder = _exports(exports, tmp_path / "exports")
    facts = tomllib.loads((COMPANIES / company / "cartera.toml").read_text())["company"]
    (written,) = (COMPANIES / company / "mappings").glob("*.toml")
    known = Company(facts["reporting_currency"], facts["country"], facts["languages"][0])
    text = mapping_text(propose(folder, written.stem, known), catalogue("en"))
    proposed = tmp_path / written.name
    proposed.write_text(text, encoding="utf-8")
    load_mapping(proposed)
    names = sorted(path.name.removesuffix(".gz") for path in folder.iterdir())
    differing = differing_lines(written.read_text(), text, names)
    assert len(differing) == lines, "\n".join(differing)


def _exports(name: str, folder: Path) -> Path:
    """The export files alone, without the notes and daily copies beside them."""
    if not (DATA / name).is_dir():
        pytest.skip(f"the public exports of {name} are not beside the checkout")
    folder.mkdir()
    for path in (DATA / name).iterdir():
        if path.is_file() and path.name.endswith((".csv", ".csv.gz")):
            copyfile(path, folder / path.name)
    return folder
