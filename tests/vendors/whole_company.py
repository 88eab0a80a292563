"""A company in a folder, run whole: its exports in, its figures out."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.compute.figures import figures
from pipeline.ingest.check import CheckedCompany, check_company
from pipeline.settings import Settings, load_settings
from transforms.metrics.kpi import EntityKind
from transforms.metrics.rollup import PORTFOLIO

CASES = Path(__file__).parents[2] / ".." / "shared" / "cases"
"""Small inputs that once failed, kept beside the checkout."""

Content = str | bytes | Sequence[object] | Mapping[str, object]


@dataclass
class WholeCompany:
    """A company's folder. Figures are computed once a period, those of clients or of all."""

    folder: Path
    _figures: dict[tuple[str, EntityKind], pd.DataFrame] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        return load_settings(self.folder)

    @cached_property
    def checked(self) -> CheckedCompany:
        return check_company(self.settings)

    def told(self, client: str, kpi: str, period: str = "2026-Q3") -> object:
        """A figure in major units or as it is, or the reason why there is none."""
        row = self._row(client, kpi, period)
        if row["reason"]:
            return row["reason"]
        if pd.notna(row["value_minor"]):
            return row["value_minor"] / 100
        return row["value"]

    def beside(self, client: str, kpi: str, period: str = "2026-Q3") -> object:
        """What is said beside a figure."""
        return self._row(client, kpi, period)["note"]

    def _row(self, client: str, kpi: str, period: str) -> Any:
        kind = EntityKind.PORTFOLIO if client == PORTFOLIO else EntityKind.CLIENT
        if (period, kind) not in self._figures:
            found = figures(self.settings, period, kinds=(kind,))
            self._figures[period, kind] = found.set_index(["entity_name", "kpi"])
        return self._figures[period, kind].loc[(client, kpi)]


def write_company(
    folder: Path,
    sources: Sequence[str],
    files: Mapping[str, Content],
    delivered: str = "2026-10-01",
    **company: str,
) -> WholeCompany:
    """A company in UTC that reports in dollars, with a delivery of these files. A source is a
    built-in mapping or a mapping's text; lists and objects are written as JSON."""
    facts = {"time_zone": "UTC", "reporting_currency": "USD", "country": "US"} | company
    told = "\n".join(f'{key} = "{value}"' for key, value in facts.items())
    names = [_source(folder, number, text) for number, text in enumerate(sources)]
    listed = "\n".join(f'[[sources]]\nmapping = "{name}"' for name in names)
    settings = f'[company]\nname = "Own"\n{told}\n{listed}\n'
    (folder / "cartera.toml").write_text(settings, encoding="utf-8")
    deliver(folder, files, delivered)
    return WholeCompany(folder)


def deliver(folder: Path, files: Mapping[str, Content], day: str) -> None:
    for name, content in files.items():
        path = folder / "landing" / day / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))


def _bytes(content: Content) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def _source(folder: Path, number: int, text: str) -> str:
    if "\n" not in text:
        return text
    (folder / f"own{number}.toml").write_text(text, encoding="utf-8")
    return f"own{number}.toml"


def case(name: str, folder: Path, inputs: str = "inputs") -> WholeCompany:
    """A kept case, copied so that nothing is written beside it."""
    kept = CASES / name / inputs
    if not kept.is_dir():
        pytest.skip(f"the case {name} is not kept beside this checkout")
    shutil.copytree(kept, folder / "case", dirs_exist_ok=True)
    return WholeCompany(folder / "case")


SALESFORCE_ACCOUNTS = "Id,IsDeleted,Name,Type,ParentId,Industry,OwnerId,CreatedDate\n"


def account_rows(names: Sequence[str]) -> str:
    """Salesforce's accounts, each keyed by its name."""
    rows = (f"{name},0,{name},Customer,,,U,2020-01-01T00:00:00.000Z" for name in names)
    return SALESFORCE_ACCOUNTS + "\n".join(rows) + "\n"


def stripe_list(*objects: Mapping[str, object]) -> dict[str, object]:
    return {"object": "list", "data": list(objects), "has_more": False}


def customers(*names: str) -> dict[str, object]:
    """Stripe's customers `cus_<name>`, each of the account of that name."""
    return stripe_list(
        *({"id": f"cus_{name}", "name": name, "metadata": {"account_id": name}} for name in names)
    )


def stripe_company(folder: Path, *names: str, **lists: Sequence[Mapping[str, object]]):
    """A company that sells through Stripe, with lists of its API's objects by file name."""
    files: dict[str, Content] = {
        "salesforce/Account.csv": account_rows(names),
        "stripe/customers.json": customers(*names),
    }
    files |= {f"stripe/{name}.json": stripe_list(*objects) for name, objects in lists.items()}
    return write_company(folder, ("salesforce", "stripe_api"), files)


def with_customers(company: WholeCompany, day: str = "") -> WholeCompany:
    """A kept case with the accounts and customers that the Stripe objects of a day name."""
    landed = next((company.folder / "landing").glob(day or "*"))
    found = {
        str(item["customer"]).removeprefix("cus_")
        for path in landed.glob("stripe/*.json")
        for item in json.loads(path.read_text())["data"]
        if item.get("customer")
    }
    names = sorted(found)
    files: dict[str, Content] = {
        "salesforce/Account.csv": account_rows(names),
        "stripe/customers.json": customers(*names),
    }
    deliver(company.folder, files, landed.name)
    return company
