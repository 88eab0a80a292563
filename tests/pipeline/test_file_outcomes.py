"""What becomes of files that come late, again, empty, cut off, renamed, or changed in shape."""

from pathlib import Path

import pytest

from messages.errors import worded
from pipeline.ingest.ingest import ingest
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.settings import load_settings
from warehouse import open_warehouse

pytestmark = pytest.mark.thorough

SETTINGS = """[company]
name = "Norte"
reporting_currency = "MXN"

[[sources]]
mapping = "mappings/erp.toml"
"""
MAPPING = """source = "erp"

[[files]]
pattern = "accounts*.csv"
[[files.tables]]
table = "accounts"
[files.tables.columns]
account_id = "id"
account_name = "name"

[[files]]
pattern = "costs*.csv"
[[files.filters]]
name = "deleted"
column = "state"
equals = "deleted"
[[files.tables]]
table = "payments"
{options}
[files.tables.columns]
payment_id = "id"
account_id = "account"
payment_kind = {{ value = "payment" }}
status = {{ value = "succeeded" }}
paid_date = "day"
amount_minor = "amount"
currency = {{ company = "currency" }}
"""
HEADER = "id,account,day,amount,state,updated\n"
FULL, INCREMENT = "", 'delivery = "increment"\nlatest_by = "updated"'


class Company:
    """A company whose deliveries land one after another."""

    def __init__(self, folder: Path, options: str) -> None:
        self.folder = folder
        (folder / "mappings").mkdir(parents=True)
        (folder / "cartera.toml").write_text(SETTINGS)
        (folder / "mappings" / "erp.toml").write_text(MAPPING.format(options=options))

    def land(self, day: str, files: dict[str, str]) -> IngestedDelivery:
        """What became of the delivery of this day."""
        landing = self.folder / "landing" / day
        landing.mkdir(parents=True)
        for name, text in {"accounts.csv": "id,name\nA,Alfa\n", **files}.items():
            (landing / name).write_text(text)
        settings = load_settings(self.folder)
        with open_warehouse(settings.warehouse_url) as warehouse:
            done = {item.landed_at.date().isoformat(): item for item in ingest(settings, warehouse)}
        return done[day]

    def amounts(self) -> dict[str, int]:
        settings = load_settings(self.folder)
        with open_warehouse(settings.warehouse_url) as warehouse:
            newest = warehouse.known_at_latest()
            assert newest is not None
            rows = warehouse.read_tables(newest).rows("payments")
        return dict(zip(rows["payment_id"], rows["amount_minor"], strict=True))


@pytest.fixture
def full(tmp_path: Path) -> Company:
    return Company(tmp_path, FULL)


@pytest.fixture
def increments(tmp_path: Path) -> Company:
    return Company(tmp_path, INCREMENT)


def payment(key: str, amount: str = "10.00", state: str = "", updated: str = "") -> str:
    return f"{key},A,2026-09-01,{amount},{state},{updated}\n"


def many(amount: str) -> str:
    return HEADER + "".join(payment(f"p{number}", amount) for number in range(30))


def test_an_increment_adds_changes_and_ends_rows(increments: Company) -> None:
    increments.land(
        "2026-10-01", {"costs.csv": HEADER + payment("a") + payment("b") + payment("c")}
    )
    increments.land(
        "2026-11-01",
        {"costs.csv": HEADER + payment("b", "20.00") + payment("c", state="deleted")},
    )
    assert increments.amounts() == {"a": 1_000, "b": 2_000}


def test_an_older_version_in_a_later_increment_is_not_taken(increments: Company) -> None:
    new, old = "2026-10-05T10:00:00Z", "2026-10-02T10:00:00Z"
    increments.land("2026-10-10", {"costs.csv": HEADER + payment("a", "20.00", updated=new)})
    increments.land("2026-10-11", {"costs.csv": HEADER + payment("a", "10.00", updated=old)})
    assert increments.amounts() == {"a": 2_000}


def test_of_pages_that_repeat_a_deleted_row_does_not_come_back(increments: Company) -> None:
    pages = {
        "costs1.csv": HEADER + payment("a", updated="2026-10-01") + payment("b"),
        "costs2.csv": HEADER + payment("a", state="deleted", updated="2026-10-02"),
    }
    increments.land("2026-10-10", pages)
    assert increments.amounts() == {"b": 1_000}


def test_a_late_export_is_told_and_changes_nothing(full: Company) -> None:
    full.land("2026-11-01", {"costs.csv": HEADER + payment("a", "20.00")})
    late = full.land("2026-10-01", {"costs.csv": HEADER + payment("a", "10.00")})
    (told,) = late.notices
    assert "was not loaded, because a newer one" in worded(told, "en")
    assert full.amounts() == {"a": 2_000}


def test_the_same_rows_in_a_later_delivery_stay_those_of_the_first(full: Company) -> None:
    files = {"costs.csv": HEADER + payment("a")}
    full.land("2026-10-01", files)
    full.land("2026-11-01", files)
    settings = load_settings(full.folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        newest = warehouse.known_at_latest()
        assert newest is not None
        rows = warehouse.read_tables(newest).rows("payments")
        assert not any(item.is_new for item in ingest(settings, warehouse))
    assert rows["source_file"].tolist() == ["2026-10-01/costs.csv"]


def test_an_export_without_rows_ends_them_and_one_without_bytes_stops_its_source(
    full: Company,
) -> None:
    full.land("2026-10-01", {"costs.csv": HEADER + payment("a")})
    (stop,) = full.land("2026-10-02", {"costs.csv": ""}).stopped
    assert "costs.csv" in worded(stop.told, "en")
    assert full.amounts() == {"a": 1_000}
    full.land("2026-10-03", {"costs.csv": HEADER})
    assert full.amounts() == {}


def test_a_file_cut_off_within_a_row_is_told_by_its_line(full: Company) -> None:
    done = full.land("2026-10-01", {"costs.csv": HEADER + payment("a") + "b,A,2026"})
    assert done.rows_quarantined == 1
    assert full.amounts() == {"a": 1_000}


def test_a_full_export_that_lacks_much_of_what_was_known_is_told(full: Company) -> None:
    full.land("2026-10-01", {"costs.csv": many("10.00")})
    fewer = "".join(many("10.00").splitlines(keepends=True)[:21])
    (told,) = full.land("2026-11-01", {"costs.csv": fewer}).notices
    english, spanish = worded(told, "en"), worded(told, "es")
    assert english.startswith("erp: 20 rows of payments and refunds came where 30 were known;")
    assert spanish.startswith("erp: llegaron 20 filas de pagos y")
    assert full.land("2026-12-01", {"costs.csv": fewer.replace("10.00", "11.00")}).notices == ()


def test_a_renamed_file_is_told_and_what_it_fed_stays(full: Company) -> None:
    full.land("2026-10-01", {"costs.csv": HEADER + payment("a")})
    done = full.land("2026-11-01", {"gastos.csv": HEADER + payment("a", "99.00")})
    assert any(
        "no mapping knows this file by its name and header" in worded(notice, "en")
        for notice in done.notices
    )
    assert full.amounts() == {"a": 1_000}


def test_a_column_that_is_gone_or_holds_something_else_stops_the_source(full: Company) -> None:
    full.land("2026-10-01", {"costs.csv": many("10.00")})
    gone = full.land("2026-10-02", {"costs.csv": many("10.00").replace("amount", "importe")})
    assert "columns missing: amount" in worded(gone.stopped[0].told, "en")
    retyped = full.land("2026-10-03", {"costs.csv": many("diez")})
    assert "'amount_minor' of payments and refunds" in worded(retyped.stopped[0].told, "en")
    assert len(full.amounts()) == 30


def test_a_column_that_is_new_is_told_and_nothing_else_happens(full: Company) -> None:
    full.land("2026-10-01", {"costs.csv": HEADER + payment("a")})
    wider = HEADER.replace("\n", ",region\n") + payment("a").replace("\n", ",Norte\n")
    done = full.land("2026-11-01", {"costs.csv": wider})
    assert [worded(notice, "en") for notice in done.notices] == [
        "erp costs.csv: its last export had not the columns region, and nothing reads them; "
        "map them in mappings/erp.toml if they are needed."
    ]
    assert full.amounts() == {"a": 1_000}
