"""The sample company's `cartera.toml`."""

from pathlib import Path

_TEXT = """\
# A fictional company. Paths are relative to this file.

[company]
name = "Lumbrera Software"
time_zone = "America/Mexico_City"
reporting_currency = "MXN"
country = "MX"
fiscal_start_month = 1
languages = ["es", "en"]

[warehouse]
url = "sqlite:///warehouse.db"

[places]
landing = "landing"
archive = "archive"
output = "output"

[[sources]]
mapping = "salesforce"

[[sources]]
mapping = "stripe"

[[sources]]
mapping = "zendesk"

[[sources]]
mapping = "surveys"

[[sources]]
mapping = "asana"

[[sources]]
mapping = "usage"

[[sources]]
mapping = "finance"

[policy]
business_opens = "09:00"
business_closes = "18:00"
minimum_nps_answers = 5
first_response_target_hours = 4.0
critical_resolution_target_hours = 8.0
meetings_per_quarter = { platinum = 6, gold = 3, silver = 2, "" = 1 }

[policy.renewal]
window_days = 180
margin_floor = 0.40
"""


def write_settings(directory: Path) -> None:
    """Write `cartera.toml`."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "cartera.toml").write_text(_TEXT, encoding="utf-8", newline="\n")
