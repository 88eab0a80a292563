"""What was aimed at and what was reached, by client, manager and team."""

import pandas as pd

from reports.workbook.formulas.address import a1
from reports.workbook.page import BuiltSheet
from reports.workbook.portfolio.book import PortfolioFile
from reports.workbook.portfolio.listing import (
    FIRST,
    HEAD_ROW,
    Amount,
    Content,
    Formula,
    ListColumn,
    closed,
    head,
    opened,
    rows,
    told_below,
)
from transforms.kpis import specs
from transforms.metrics.kpi import Unit

ORDER = 60


def build(book: PortfolioFile) -> BuiltSheet | None:
    """One row a target; no sheet where nobody set any."""
    if book.targets.empty:
        return None
    wanted = (
        ListColumn("entity_type", 11),
        ListColumn("entity", 36),
        ListColumn("metric", 26),
        ListColumn("currency", 9),
        ListColumn("target", 15, book.money),
        ListColumn("actual", 15, book.money),
        ListColumn("attainment", 13, book.percent),
        ListColumn("gap", 15, book.money),
        ListColumn("resources", 34),
    )
    page = opened(book, "targets", wanted)
    head(page, book, HEAD_ROW, "targets", wanted)
    ordered = book.targets.sort_values(["entity_type", "entity_id", "metric"])
    items = [
        _item(book, row, target)
        for row, (_, target) in enumerate(ordered.iterrows(), start=HEAD_ROW + 1)
    ]
    after = rows(page, HEAD_ROW + 1, wanted, items)
    after = told_below(page, book, after, book.targets["metric"].unique())
    return closed(page, book, len(wanted), after, head_row=HEAD_ROW)


def _item(book: PortfolioFile, row: int, target: "pd.Series") -> tuple[Content, ...]:
    kind, entity, metric = (str(target[key]) for key in ("entity_type", "entity_id", "metric"))
    spec = specs().get(metric)
    currency = str(target["currency"]) if isinstance(target["currency"], str) else ""
    aimed, reached = a1(row, FIRST + 4), a1(row, FIRST + 5)
    absent = book.words.absent
    share = f'IF(COUNT({aimed},{reached})<2,"{absent}",IF({aimed}=0,"{absent}",{reached}/{aimed}))'
    gap = f'IF(COUNT({aimed},{reached})<2,"{absent}",{reached}-{aimed})'
    resources = target["planned_resources"]
    is_money = spec is not None and spec.unit is Unit.MONEY
    return (
        book.words.say(f"targets.{kind}"),
        _name(book, kind, entity),
        metric if spec is None else spec.name(book.language),
        currency or "–",
        Amount(float(target["target"]), currency)
        if is_money and currency
        else float(target["target"]),
        _actual(book, kind, entity, metric, currency),
        Formula(share),
        Formula(gap),
        resources if isinstance(resources, str) else "–",
    )


def _name(book: PortfolioFile, kind: str, entity: str) -> str:
    if kind == "client":
        return book.names.get(entity, (entity, ""))[0]
    return book.manager_names.get(entity, entity) if kind == "manager" else entity


def _actual(book: PortfolioFile, kind: str, entity: str, metric: str, currency: str) -> Content:
    """The stored figure, where it is in the target's own currency."""
    found = book.figures[
        (book.figures["entity_type"] == kind)
        & (book.figures["entity_id"] == entity)
        & (book.figures["kpi"] == metric)
    ]
    if found.empty:
        return book.words.absent
    row = found.iloc[0]
    if not pd.isna(row["value_minor"]):
        own = str(row["currency"])
        if own != currency:
            return book.words.absent
        return Amount(book.major(int(row["value_minor"]), own), own)
    return book.words.absent if pd.isna(row["value"]) else float(row["value"])
