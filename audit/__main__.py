"""`python -m audit`: a company is generated, the product asked, every figure recomputed."""

import argparse
import csv
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

from audit.compare import Told, differences, without_query
from audit.figures import Auditor, Company, Span, audited

_KINDS = ("client", "manager", "team", "segment", "portfolio")
_PERIODS = ("2026-Q3", "2026-Q2", "2026-08", "2026-W39", "2026-11")
"""Of every grain; the last is still to come, and of it no rate is known."""
_CARTERA = Path(sys.executable).with_name("cartera")


def main() -> int:
    """0 where nothing differs and every figure is accounted for, else 1."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        company = Path(folder) / "company"
        _cartera("sample", company, "--accounts", wanted.accounts, "--seed", wanted.seed)
        return _audit(company, wanted.periods)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m audit", description=main.__doc__)
    parser.add_argument("--accounts", default="24", help="how many reporting clients")
    parser.add_argument("--seed", default="7", help="the same seed gives the same company")
    parser.add_argument("--periods", nargs="+", default=_PERIODS)
    return parser.parse_args()


def _audit(folder: Path, periods: Sequence[str]) -> int:
    auditor, faults, values = Auditor(company_of(folder)), 0, 0
    with ThreadPoolExecutor(1) as asking:  # the product computes the next period meanwhile
        for period, told in zip(periods, asking.map(partial(_told, folder), periods), strict=True):
            unknown = without_query(told)
            differing = list(differences(period, told, auditor.answers(Span(period))))
            values += sum(one.figure in audited() for one in told)
            faults += len(differing) + len(unknown)
            for difference in differing:
                print(difference)
            for figure in unknown:
                print(f"{figure}: no query in audit/queries")
    print(f"{values} values of {len(audited())} figures recomputed, {faults} faults")
    return 1 if faults else 0


def company_of(folder: Path) -> Company:
    """The newest delivery of a company, and its settings."""
    settings = tomllib.loads((folder / "cartera.toml").read_text(encoding="utf-8"))["company"]
    landing = max((folder / "landing").iterdir())
    return Company(
        landing,
        date.fromisoformat(landing.name),
        settings["time_zone"],
        settings["reporting_currency"],
    )


def _told(folder: Path, period: str) -> list[Told]:
    kinds = (word for kind in _KINDS for word in ("--by", kind))
    asked = ("--company", folder, "--period", period, *kinds, "--format", "csv")
    return [_one(row) for row in csv.DictReader(_cartera("kpis", *asked).splitlines())]


def _one(row: dict[str, str]) -> Told:
    value = float(row["value"].replace(",", "")) if row["value"] else None
    if value is not None and row["unit"] == "money":
        value = round(value * 10 ** (0 if row["currency"] in ("JPY", "CLP") else 2))
    return Told(row["entity_type"], row["account_id"], row["kpi"], value, row["reason"])


def _cartera(*arguments: object) -> str:
    command = [str(_CARTERA), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
