"""What is wrong in a company's settings and mappings, a fault a case."""

from collections.abc import Iterator, Mapping

from .cases import Case, at

COMPANY = """[company]
name = "Norte"
time_zone = "America/Mexico_City"
reporting_currency = "MXN"
"""
ERP = COMPANY + '[[sources]]\nmapping = "mappings/erp.toml"\n'
_PAYMENTS = {
    "payment_id": '"id"',
    "account_id": '"account"',
    "payment_kind": '{ value = "payment" }',
    "status": '{ value = "succeeded" }',
    "paid_date": '"day"',
    "amount_minor": '"amount"',
    "currency": '"currency"',
}
_ACCOUNTS = """[[files]]
pattern = "accounts.csv"
[[files.tables]]
table = "accounts"
[files.tables.columns]
account_id = "id"
account_name = "name"
currency = { value = "MXN" }
"""


def table_mapping(table: str, columns: str, entry: str = "") -> str:
    """A mapping of accounts.csv, and of export.csv to one table."""
    pattern = "" if "pattern" in entry else 'pattern = "export.csv"'
    entry = f'[[files]]\n{pattern}\n{entry}\n[[files.tables]]\ntable = "{table}"\n'
    return f'source = "erp"\n{_ACCOUNTS}{entry}[files.tables.columns]\n{columns}\n'


def payments(entry: str = "", **changed: str) -> str:
    """That mapping for payments, with some column rules replaced."""
    rules = _PAYMENTS | changed
    return table_mapping("payments", "\n".join(f"{k} = {v}" for k, v in rules.items()), entry)


SETTINGS: Mapping[str, str] = {
    "no-toml": "[company",
    "unknown-key": COMPANY + "[policy]\nmaterialty = 1",
    "unknown-section": COMPANY + "[polices]\nx = 1",
    "unknown-renewal-key": COMPANY + "[policy.renewal]\nfloor = 1",
    "signal-out-of-bounds": COMPANY + "[policy.signals]\nuse_fall = 15",
    "signal-of-none": COMPANY + "[policy.signals]\ncomplaints = 0",
    "relationship-crossed": COMPANY + "[policy.relationship]\nweak_points = 80",
    "scale-falling": COMPANY + "[policy.relationship_scales]\ncsat = [[1, 0], [0, 9]]",
    "currency": COMPANY.replace("MXN", "PESO"),
    "time-zone": COMPANY.replace("America/Mexico_City", "Mexico"),
    "name-missing": "[company]\ntime_zone = 'UTC'",
    "language": COMPANY + 'languages = ["fr"]',
    "fiscal-month": COMPANY + "fiscal_start_month = 13",
    "fiscal-month-text": COMPANY + 'fiscal_start_month = "x"',
    "business-hours-format": COMPANY + '[policy]\nbusiness_opens = "nine"',
    "business-hours-closed": COMPANY + '[policy]\nbusiness_opens="18:00"\nbusiness_closes="09:00"',
    "holiday-country": COMPANY + 'country = "XX"',
    "sources-no-list": COMPANY + "sources = 3",
    "margin-floor-text": COMPANY + '[policy.renewal]\nmargin_floor = "high"',
    "reason-codes": COMPANY + "[policy.renewal]\nreason_codes = 3",
    "workers": COMPANY + "[run]\nworkers = 0",
    "many": '[company]\nnam = "Norte"\nfiscal_start_month = "x"\n[[sources]]\nmaping = "stripe"\n'
    "[policy]\nlifetime = 3\nminimum_nps_answers = 2.5\n[policy.signals]\ncomplaints = 0\n",
    "mapping-unknown": COMPANY + '[[sources]]\nmapping = "sales"',
    "mapping-file-missing": COMPANY + '[[sources]]\nmapping = "mappings/none.toml"',
    "mapping-twice": COMPANY + '[[sources]]\nmapping = "stripe"\n[[sources]]\nmapping = "stripe"',
    "no-sources": COMPANY,
    "landing-missing": ERP + '[places]\nlanding = "nowhere"',
    "landing-unknown": ERP + '[places]\nlanding = "gopher://host/folder"',
    "landing-password": ERP + '[places]\nlanding = "sftp://ana:hush@host/folder"',
    "warehouse-kind": ERP + '[warehouse]\nurl = "mysql://host/db"',
    "warehouse-no-url": ERP + '[warehouse]\nurl = "nothing"',
    "warehouse-folder": ERP + '[warehouse]\nurl = "sqlite:///none/warehouse.db"',
    "brand-colour": COMPANY + '[brand]\naccent = "reddish"',
}
MAPPINGS: Mapping[str, str] = {
    "no-toml": 'source = "erp"\n[[files]]\nImporte año = "x"\n',
    "unknown-key": payments().replace(
        "[files.tables.columns]\npayment", "[files.tables.colums]\npayment"
    ),
    "unknown-option": payments(amount_minor='{ column = "amount", negat = true }'),
    "unknown-entry-key": payments("delimitter = ';'"),
    "unknown-column": payments(amount_minr='"amount"'),
    "unknown-table": table_mapping("invoice", 'invoice_id = "id"'),
    "date-format": payments(paid_date='{ column = "day", dates = ["dd/mm/yyyy"] }'),
    "dates-crossed": payments(paid_date='{ column = "day", dates = ["%d/%m/%Y", "%m/%d/%Y"] }'),
    "negated-date": payments(paid_date='{ column = "day", negate = true }'),
    "time-zone": payments(paid_date='{ column = "day", time_zone = "Mexico" }'),
    "multiply-text": payments(amount_minor='{ column = "amount", multiply = "x" }'),
    "multiply-list": payments(amount_minor='{ column = "amount", multiply = [0.5] }'),
    "no-column": payments(amount_minor="{ negate = true }"),
    "two-columns": payments(amount_minor='{ column = "a", value = 1 }'),
    "currency": payments(currency='{ value = "Pesos" }'),
    "status": payments(status='{ value = "done" }'),
    "same-word-twice": payments(
        status='{ column = "s", values = { A = "failed", a = "failed" } }'
    ),
    "otherwise-alone": payments(status='{ column = "s", otherwise = "failed" }'),
    "via": payments(account_id='{ column = "a", via = "invoicez" }'),
    "link": payments(payment_id='{ column = "a", link = "stripe" }'),
    "join": payments(payment_id='{ join = ["a", "#row"] }'),
    "extract": payments(payment_id='{ column = "a", extract = "[0-9]+" }'),
    "true-from": payments(payment_id='{ column = "a", true_from = 4 }'),
    "encoding": payments('encoding = "ansi1252"'),
    "delimiter": payments('delimiter = ";;"'),
    "decimal": payments('decimal = "·"'),
    "thousands": payments('decimal = ","\nthousands = ","'),
    "records": payments('records = "data"'),
    "sheet": payments('sheet = "Data"'),
    "header-line": payments("header_line = 0"),
    "format": payments('format = "pdf"'),
    "pattern-number": payments("pattern = 5"),
    "unused-and-tables": payments('unused = "not needed"'),
    "filter": payments('filters = [{ name = "x", column = "y" }]'),
    "filter-below": payments('filters = [{ name = "x", column = "y", below = "a" }]'),
    "filter-day": payments('filters = [{ name = "x", column = "y", above = "2026-01-31" }]'),
    "filter-key": payments(
        'filters = [\n  { name = "a", column = "x", equals = "1" },\n  { nam = "b" },\n]'
    ),
    "lookup": payments(
        'lookups = [{ name = "p", file = "plan.csv", column = "a", key = "b" }]'
    ),
    "delivery": payments('delivery = "some"'),
    "required-missing": table_mapping("payments", 'amount_minor = "amount"'),
    "currency-missing": table_mapping(
        "products", 'product_id = "p"\nproduct_name = "n"\nlist_price_minor = "price"'
    ),
    "no-source": payments().replace('source = "erp"\n', ""),
    "pattern-twice": payments() + payments().replace('source = "erp"\n', ""),
    "not-utf8": "",
}  # fmt: skip


def settings_cases() -> Iterator[Case]:
    """Each fault of the settings, as `cartera check` tells it."""
    for name, text in SETTINGS.items():
        changes = {"company/cartera.toml": text, "company/mappings/erp.toml": payments()}
        yield Case(f"settings-{name}", at("check"), changes=changes)
    bad = {"company/cartera.toml": "name = 'Peñón'".encode("cp1252")}
    yield Case("settings-not-utf8", at("check"), changes=bad)
    of_environment = {"CARTERA_RUN__WORKERS": "none", "CARTERA_COMPANY__NAME": "Sur"}
    changes = {"company/cartera.toml": COMPANY}
    yield Case("settings-environment", at("check"), "", changes, of_environment)
    yield Case("settings-company-variable", at("check"), "", changes, {"CARTERA_COMPANY": "acme"})


def mapping_cases() -> Iterator[Case]:
    """Each fault of a mapping, as `cartera check` tells it."""
    for name, text in MAPPINGS.items():
        written = 'source = "año"'.encode("cp1252") if name == "not-utf8" else text.encode()
        changes = {
            "company/cartera.toml": ERP,
            "company/mappings/erp.toml": written,
            "company/landing/2026-10-01/accounts.csv": "id,name\nA,Acme\n",
        }
        yield Case(f"mapping-{name}", at("check"), changes=changes)
