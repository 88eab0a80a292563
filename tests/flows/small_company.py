"""The smallest company that a quarter's run publishes everything for: two clients, one source.

It is run again and again by tests that kill it, so nothing in it takes long.
"""

from pathlib import Path

LANDED = "2026-10-01"

_SETTINGS = """[company]
name = "Breve"
time_zone = "UTC"
reporting_currency = "USD"
country = "US"
languages = ["en"]

[[sources]]
mapping = "erp.toml"
"""

_MAPPING = """source = "erp"

[[files]]
pattern = "clients.csv"
[[files.tables]]
table = "accounts"
[files.tables.columns]
account_id = "name"
account_name = "name"
manager_id = { value = "u1" }
[[files.tables]]
table = "subscriptions"
[files.tables.columns]
subscription_id = "name"
account_id = "name"
status = { value = "active" }
is_trial = { value = false }
start_date = { value = "2026-01-01" }
yearly_minor = { value = 120000 }
currency = { value = "USD" }
[[files.tables]]
table = "managers"
[files.tables.columns]
manager_id = { value = "u1" }
manager_name = { value = "Ana Ruiz" }
email = { value = "ana@breve.example" }

[[files]]
pattern = "invoices.csv"
[[files.tables]]
table = "invoices"
[files.tables.columns]
invoice_id = "id"
account_id = "client"
document_kind = { value = "invoice" }
status = { value = "open" }
issue_date = "day"
currency = { value = "USD" }
net_minor = "net"
tax_minor = { value = 0 }
total_minor = "net"
"""


def small_company(folder: Path) -> None:
    """Its settings, its mapping and a delivery of a year's invoices."""
    landing = folder / "landing" / LANDED
    landing.mkdir(parents=True)
    (folder / "cartera.toml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "erp.toml").write_text(_MAPPING, encoding="utf-8")
    (landing / "clients.csv").write_text("name\nAlta\nBaja\n", encoding="utf-8")
    rows = [
        f"{client}{month},{client},2026-{month:02d}-01,{100 + month}.10"
        for client in ("Alta", "Baja")
        for month in range(1, 10)
    ]
    (landing / "invoices.csv").write_text("\n".join(["id,client,day,net", *rows]), encoding="utf-8")
