"""The company's folder: settings, a delivery a month, and nothing else."""

from pathlib import Path

from samples.monthly.objects import write_delivery
from samples.monthly.stories import Story, delivery_days, month_ends

_SETTINGS = """\
[company]
name = "Month by month"
time_zone = "UTC"
reporting_currency = "USD"
country = "US"
fiscal_start_month = 1
languages = ["en"]

[warehouse]
url = "sqlite:///warehouse.db"

[places]
landing = "landing"
archive = "archive"
output = "output"

[[sources]]
mapping = "mappings/clients.toml"

[[sources]]
mapping = "stripe_api"
"""
CLIENTS_MAPPING = """\
source = "clients"

[[files]]
pattern = "clients.csv"

[[files.tables]]
table = "accounts"

[files.tables.columns]
account_id = "id"
account_name = "id"
currency = { value = "USD" }
"""


def write_company(directory: Path, stories: tuple[Story, ...]) -> None:
    """Settings, and every delivery in a landing folder of its own."""
    (directory / "mappings").mkdir(parents=True)
    (directory / "cartera.toml").write_text(_SETTINGS, "utf-8")
    (directory / "mappings" / "clients.toml").write_text(CLIENTS_MAPPING, "utf-8")
    clients = sorted({story.client for story in stories})
    for landed, described in zip(delivery_days(), month_ends(), strict=True):
        folder = directory / "landing" / str(landed)
        write_delivery(folder / "stripe", stories, described)
        (folder / "clients").mkdir()
        text = "".join(f"{name}\n" for name in ("id", *clients))
        (folder / "clients" / "clients.csv").write_text(text, "utf-8")
