"""A company with millions of invoice lines, written quickly, and its load measured.

Run as a program it loads the company of a folder and prints what that took, as JSON.
"""

import csv
import json
import resource
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

ACCOUNTS = 10_000
LINES_EACH = 4
LANDED = "2026-10-01"
_WRONG_EVERY = 100_003
"""Every so many documents one line has no amount, and is kept out."""

_SETTINGS = """[company]
name = "Grande"
time_zone = "America/Mexico_City"
reporting_currency = "MXN"
country = "MX"
languages = ["es"]

[warehouse]
url = "{url}"

[[sources]]
mapping = "mappings/erp.toml"
"""

_MAPPING = """source = "erp"

[[files]]
pattern = "accounts.csv"
[[files.tables]]
table = "accounts"
[files.tables.columns]
account_id = "id"
account_name = "name"

[[files]]
pattern = "invoices.csv"
[[files.tables]]
table = "invoices"
[files.tables.columns]
invoice_id = "id"
account_id = "account"
document_kind = { value = "invoice" }
status = { value = "open" }
issue_date = "day"
currency = "currency"
net_minor = "net"
tax_minor = { value = 0 }
total_minor = "net"

[[files]]
pattern = "lines.csv"
[[files.tables]]
table = "invoice_lines"
[files.tables.columns]
line_id = "id"
invoice_id = "invoice"
account_id = { column = "invoice", via = "invoices" }
description = "text"
quantity = "quantity"
net_minor = "net"
currency = "currency"
service_start = "day"
"""


@dataclass(frozen=True)
class Written:
    """What the exports hold."""

    lines: int
    lines_wrong: int
    net_minor: int
    """Of the lines that have an amount."""


@dataclass(frozen=True)
class Measured:
    """What loading took."""

    peak_mib: int
    seconds: float
    rows_loaded: int
    rows_quarantined: int


def write_company(folder: Path, url: str, lines: int) -> Written:
    """Settings, mapping and exports: four lines a document, 125 documents an account and more."""
    landing = folder / "landing" / LANDED
    landing.mkdir(parents=True)
    (folder / "mappings").mkdir()
    (folder / "cartera.toml").write_text(_SETTINGS.format(url=url), encoding="utf-8")
    (folder / "mappings" / "erp.toml").write_text(_MAPPING, encoding="utf-8")
    with (landing / "accounts.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "name"])
        rows.writerows([f"A{number:06d}", f"Cliente {number}"] for number in range(ACCOUNTS))
    return _write_documents(landing, lines // LINES_EACH)


def _write_documents(landing: Path, documents: int) -> Written:
    days = [(date(2024, 1, 1) + timedelta(days=day)).isoformat() for day in range(900)]
    wrong = total = 0
    with (
        (landing / "invoices.csv").open("w", newline="") as invoices,
        (landing / "lines.csv").open("w", newline="") as lines,
    ):
        invoices.write("id,account,day,currency,net\n")
        lines.write("id,invoice,text,quantity,net,currency,day\n")
        for number in range(documents):
            day, key = days[number % 900], f"in_{number:09d}"
            currency = ("MXN", "EUR", "USD")[number % 3]
            cents = [100 + (number * 7 + line * 13) % 90_000 for line in range(LINES_EACH)]
            for line, amount in enumerate(cents):
                net = f"{amount // 100}.{amount % 100:02d}"
                if number % _WRONG_EVERY == 0 and line == 0:
                    net, wrong, total = "n/a", wrong + 1, total - amount
                lines.write(
                    f"il_{number * LINES_EACH + line:010d},{key},Plan anual con soporte,"
                    f"{1 + number % 9},{net},{currency},{day}\n"
                )
            net = sum(cents)
            total += net
            invoices.write(
                f"{key},A{number * 7919 % ACCOUNTS:06d},{day},{currency},"
                f"{net // 100}.{net % 100:02d}\n"
            )
    return Written(documents * LINES_EACH, wrong, total)


def load(folder: Path) -> Measured:
    """Load the company's exports in this process."""
    from pipeline.ingest.ingest import ingest
    from pipeline.settings import load_settings
    from warehouse import open_warehouse

    settings = load_settings(folder)
    start = time.perf_counter()
    with open_warehouse(settings.warehouse_url) as warehouse:
        (done,) = ingest(settings, warehouse)
    return Measured(
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        round(time.perf_counter() - start, 1),
        done.rows_loaded,
        done.rows_quarantined,
    )


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(load(Path(sys.argv[1])))))
