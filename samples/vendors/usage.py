"""The product's own weekly use report, keyed by billing customer: whole, and by part."""

from contextlib import ExitStack
from pathlib import Path

from samples.csv_files import CsvFile, Dialect
from samples.records.book import Book

USAGE = (
    *("usage_id", "customer_id", "week_start", "product_id", "events", "active_users"),
    "seats_paid",
)
PARTS = ("customer_id", "week_start", "part_kind", "part", "events", "active_users")
PRODUCT = "LUM-SEAT"


class UsageExport:
    """The open files of one export."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._weeks = stack.enter_context(CsvFile(folder / "usage_weekly.csv", USAGE, Dialect()))
        self._parts = stack.enter_context(CsvFile(folder / "usage_parts.csv", PARTS, Dialect()))

    def write_book(self, book: Book) -> None:
        """One client's weeks."""
        for week in book.usage:
            customer = week.account.customer_id
            self._weeks.write(
                *(f"{customer}:{week.first_day}", customer, week.first_day, PRODUCT),
                *(week.events, week.active_users, week.seats_paid),
            )
        for part in book.usage_parts:
            self._parts.write(
                *(part.account.customer_id, part.first_day, part.kind, part.part),
                *(part.events, part.active_users),
            )
