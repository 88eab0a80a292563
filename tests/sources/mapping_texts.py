"""Mappings as TOML text, for tests that change one thing in them."""

from pathlib import Path


def write_mapping(folder: Path, text: str) -> Path:
    """The mapping as a file named by its source."""
    source = text.split('source = "', 1)[-1].split('"', 1)[0]
    path = folder / "mappings" / f"{source}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def table_mapping(table: str, columns: str, entry: str = "", source: str = "erp") -> str:
    """A mapping of one file, export.csv, to one table."""
    pattern = "" if "pattern" in entry else 'pattern = "export.csv"'
    return f"""source = "{source}"

[[files]]
{pattern}
{entry}

[[files.tables]]
table = "{table}"

[files.tables.columns]
{columns}
"""


PAYMENT_COLUMNS = """payment_id = "id"
account_id = "account"
payment_kind = { value = "payment" }
status = { value = "succeeded" }
paid_date = "day"
amount_minor = "amount"
currency = "currency"
"""


def payments(entry: str = "", **changed: str) -> str:
    """A mapping of payments with some column rules replaced by other TOML."""
    rules = dict(line.split(" = ", 1) for line in PAYMENT_COLUMNS.strip().splitlines())
    rules |= changed
    return table_mapping("payments", "\n".join(f"{k} = {v}" for k, v in rules.items()), entry)
