"""Files of vendors whose users choose if the day or the month comes first: the file tells."""

import pytest
from read_exports import ReadFiles
from test_vendor_quirks import zoom
from test_vendor_shapes import builtin, linked

from sources.values.dates import Clock


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (("03/04/2026", "25/04/2026"), ["2026-04-03", "2026-04-25"]),
        (("03/04/2026", "04/25/2026"), ["2026-03-04", "2026-04-25"]),
        (("03/04/2026", "05/06/2026"), ["2026-04-03", "2026-06-05"]),  # as stated
        (("03/04/2026", "25/04/2026", "04/26/2026"), ["", "2026-04-25", ""]),
    ],
)
def test_words_tell_the_day_from_the_month(texts: tuple[str, ...], days: list[str]) -> None:
    read = Clock(("%d/%m/%Y", "iso"), "UTC", either_order=True).read(texts)
    assert read.local.dt.strftime("%Y-%m-%d").fillna("").tolist() == days


def test_a_mapping_that_states_the_order_keeps_it() -> None:
    read = Clock(("%d/%m/%Y",), "UTC").read(("03/04/2026", "04/25/2026"))
    assert read.local.dt.strftime("%Y-%m-%d").fillna("").tolist() == ["2026-04-03", ""]


@pytest.mark.parametrize("start", ["25/04/2026 09:00:00 AM", "04/25/2026 21:00:00"])
def test_zooms_users_choose_how_days_are_written(read_files: ReadFiles, start: str) -> None:
    read = read_files(
        builtin("zoom"),
        files={"participants_111111111.csv": zoom(start, ("Yes", "No"))},
        known=linked("zoom", **{"111111111": "A"}),
        zone="UTC",
    )
    assert [str(day)[:10] for day in read.column("meetings", "starts_at")] == ["2026-04-25"]


def test_an_american_ledger_is_read_as_its_days_say(read_files: ReadFiles) -> None:
    header = (
        "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount,"
        "Discount\n"
    )
    rows = (
        "Norte,A-1,3/4/2026,3/25/2026,Seats,1,100.00,\nSur,A-2,4/14/2026,4/28/2026,Seats,1,5.00,\n"
    )
    read = read_files(builtin("xero_csv"), files={"SalesInvoiceTemplate.csv": header + rows})
    days = [str(day)[:10] for day in read.column("invoices", "issue_date")]
    assert days == ["2026-03-04", "2026-04-14"]
