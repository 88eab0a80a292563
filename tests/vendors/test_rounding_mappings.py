"""What a mapping rounds unbalances no document that its source balances; all else is told."""

from pathlib import Path

import pytest
from whole_company import write_company

pytestmark = pytest.mark.thorough

OWN = """
source = "own"
{tolerance}

[[files]]
pattern = "clients.csv"

[[files.tables]]
table = "accounts"

[files.tables.columns]
account_id = "id"
account_name = "id"

[[files]]
pattern = "invoices.csv"

[[files.tables]]
table = "invoices"

[files.tables.columns]
invoice_id = "id"
account_id = {{ value = "A" }}
document_kind = {{ value = "invoice" }}
status = {{ value = "issued" }}
issue_date = {{ value = "2026-07-01" }}
currency = {{ value = "USD" }}
net_minor = {{ column = "net"{round} }}
tax_minor = {{ column = "tax"{round} }}
total_minor = {{ column = "total"{round} }}

[[files]]
pattern = "lines.csv"

[[files.tables]]
table = "invoice_lines"

[files.tables.columns]
line_id = "id"
invoice_id = "invoice"
account_id = {{ value = "A" }}
currency = {{ value = "USD" }}
net_minor = {{ column = "net"{round} }}
"""
ROUND = ', round = "half_even"'
LINES, TOTAL = "lines_sum_differs", "invoice_total_differs"


@pytest.mark.parametrize(
    ("tolerance", "rounding", "document", "lines", "broken"),
    [
        # Adds up at four decimals: 35.08 + 25.42 is not 60.51, nor 60.51 + 12.71 the 73.21.
        ("", ROUND, "60.5055,12.706155,73.211655", ("35.0835", "25.422"), ()),
        (
            "line_tolerance = 0",
            ROUND,
            "60.5055,12.7062,73.2117",
            ("35.0835", "25.422"),
            (LINES, TOTAL),
        ),
        ("", ROUND, "60.52,0,60.52", ("35.08", "25.42"), ()),
        ("", ROUND, "60.53,0,60.53", ("35.08", "25.42"), (LINES,)),
        ("", ROUND, "60.50,0,60.52", ("35.08", "25.42"), (TOTAL,)),
        ("", "", "60.51,0,60.51", ("35.08", "25.42"), (LINES,)),
        ("", "", "60.50,0,60.51", ("35.08", "25.42"), (TOTAL,)),
        ("line_tolerance = 1", "", "60.51,0,60.51", ("35.08", "25.42"), ()),
    ],
)
def test_rounding_is_told_from_a_difference(
    tmp_path: Path,
    tolerance: str,
    rounding: str,
    document: str,
    lines: tuple[str, ...],
    broken: tuple[str, ...],
) -> None:
    rows = "".join(f"L{number},I,{net}\n" for number, net in enumerate(lines))
    files = {
        "clients.csv": "id\nA\n",
        "invoices.csv": f"id,net,tax,total\nI,{document}\n",
        "lines.csv": f"id,invoice,net\n{rows}",
    }
    mapping = OWN.format(tolerance=tolerance, round=rounding)
    held = write_company(tmp_path, (mapping,), files).checked.held
    assert set(held.get("A", ())) == set(broken)
