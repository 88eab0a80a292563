"""Which rows a figure rests on: those that entered it, and the others with the reason.

It follows from the figure's declaration, of one entity (see `transforms.metrics.rows`). The rows of
a table of the entity are either entered or left out; none is passed over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from transforms.tables import LINEAGE, TABLES


class LeftOut(StrEnum):
    """Why a row of the entity is not in the figure."""

    OUTSIDE_PERIOD = "outside_period"
    DRAFT = "draft"
    VOID = "void"
    DELETED = "deleted"
    DOCUMENT_NOT_COUNTED = "document_not_counted"
    TRIAL = "trial"
    METERED = "metered"
    NOT_PAYING = "not_paying"
    NEVER_RAN = "never_ran"
    NOT_RUNNING = "not_running"
    NOT_KNOWN_THEN = "not_known_then"
    SUBSCRIBED = "subscribed"
    YOUNG_CLIENT = "young_client"
    OLDER_CLIENT = "older_client"
    OTHER_COST = "other_cost"
    WRITTEN_OFF = "written_off"
    SETTLED = "settled"
    OTHER_AGE = "other_age"
    NOT_DISPUTED = "not_disputed"
    FAILED = "failed"
    PENDING = "pending"
    ANOTHER_DOCUMENT = "another_document"
    NOT_CRITICAL = "not_critical"
    NO_REPLY = "no_reply"
    NO_COMPLAINT = "no_complaint"
    NOT_OPEN = "not_open"
    OTHER_VERSION = "other_version"
    NO_AMOUNT = "no_amount"
    TERMS_UNKNOWN = "terms_unknown"
    NOT_WON = "not_won"
    NOT_SOLVED = "not_solved"
    WITHIN_TARGET = "within_target"
    OTHER_SURVEY = "other_survey"
    UNANSWERED = "unanswered"
    ANSWERED_AGAIN = "answered_again"
    NO_DUE_DATE = "no_due_date"
    ON_TIME = "on_time"
    NOT_BLOCKED = "not_blocked"
    NOT_HELD = "not_held"
    INTERNAL_MEETING = "internal_meeting"
    NOT_THE_FIRST = "not_the_first"
    NOT_THE_NEWEST = "not_the_newest"
    NOT_DUE = "not_due"
    OTHER_PRIORITY = "other_priority"
    HAS_DUE_DATE = "has_due_date"
    OTHER_METRIC = "other_metric"
    OWNED = "owned"
    NOT_RECURRING = "not_recurring"
    TOO_RARE = "too_rare"
    NO_WORTH = "no_worth"
    UNCONFIRMED = "unconfirmed"
    NO_CATEGORY = "no_category"
    OTHER_WORK = "other_work"
    OTHER_PART = "other_part"
    NO_LIST_PRICE = "no_list_price"
    CLIENT_WITHOUT_VALUE = "client_without_value"


@dataclass(frozen=True)
class Selection:
    """One table's rows of one entity.

    `left_out` has a row's reason (a `LeftOut`), empty where the row entered. `shown` are the
    columns that matter for the figure, besides the key and where the row comes from.
    """

    table: str
    rows: pd.DataFrame
    left_out: pd.Series
    shown: tuple[str, ...]

    @property
    def entered(self) -> pd.DataFrame:
        """The rows that the figure is made of."""
        return self.rows[self.left_out == ""]


def without_clients(part: Selection, accounts: pd.Series) -> Selection:
    """As it is of a figure that adds up clients', of whom those with these accounts have none."""
    if "account_id" not in part.rows:
        return part
    is_out = part.rows["account_id"].isin(accounts) & (part.left_out == "")
    return replace(part, left_out=part.left_out.mask(is_out, LeftOut.CLIENT_WITHOUT_VALUE.value))


def merged(parts: Iterable[Selection]) -> tuple[Selection, ...]:
    """One selection a table: a row that entered in any of its parts entered, another has the
    reason that the first gives, unless it lies outside the period in one. What counts of a row
    in several parts is added up."""
    tables: dict[str, Selection] = {}
    for part in parts:
        first = tables.get(part.table)
        tables[part.table] = part if first is None else _both(first, part)
    return tuple(tables.values())


def _both(first: Selection, other: Selection) -> Selection:
    rows = first.rows
    for name in first.rows.columns.intersection(other.rows.columns):
        if name not in TABLES[first.table].by_name:
            theirs = other.rows[name]
            is_amount = name.endswith("_minor")
            both = rows[name].add(theirs, fill_value=0) if is_amount else rows[name].fillna(theirs)
            rows = rows.assign(**{name: both})
    outside = LeftOut.OUTSIDE_PERIOD.value
    is_outside = (first.left_out != "") & (other.left_out == outside)
    left_out = first.left_out.mask(is_outside, outside).mask(other.left_out == "", "")
    return replace(first, rows=rows, left_out=left_out)


WHERE_FROM = tuple(column.name for column in LINEAGE)
"""Columns that say where a row comes from: system, file and line."""
