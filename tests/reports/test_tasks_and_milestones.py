"""The page of projects: its table holds the tasks that its tiles count, and tells the latest."""

from dataclasses import replace

import pandas as pd
import pytest
from clients import QUARTER, Client, client_file

from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.model import Slide, Table


def page_of(client: ClientFile) -> Slide:
    deck = compose_deck(client).deck
    assert deck is not None
    return next(item for item in deck.slides if item.name == "delivery")


def texts(page: Slide) -> list[str]:
    bodies = [body for item in page.elements if (body := getattr(item, "body", None))]
    return [
        run.text.replace("\xa0", " ")
        for body in bodies
        for part in body.paragraphs
        for run in part.runs
    ]


def table_of(page: Slide) -> list[list[str]]:
    table = next(item for item in page.elements if isinstance(item, Table))
    return [[cell.body.text.replace("\xa0", " ") for cell in row.cells] for row in table.rows[1:]]


def with_tasks(**columns: object) -> ClientFile:
    """Six tasks, the fifth open; the columns take the place of its own."""
    client = client_file(Client(milestones=6, language="en"))
    tasks = client.tables["tasks"].assign(**columns)
    tables = client.tables.map(lambda name, frame: tasks if name == "tasks" else frame)
    return replace(client, tables=tables)


@pytest.mark.thorough
def test_milestones_have_a_count_of_their_own_where_they_are_not_all_the_tasks() -> None:
    page = page_of(with_tasks(is_milestone=[0, *[1] * 5]))
    assert page.title.startswith("Only 3 of 6 tasks delivered on time, and 2 of 5 milestones")
    told = texts(page)
    assert told[told.index("Milestones on time") + 1] == "2 of 5"
    assert told[told.index("Tasks on time") + 1] == "3 of 6"
    assert len(table_of(page)) == 6
    bold = [
        row.cells[0].body.paragraphs[0].runs[0].bold
        for item in page.elements
        if isinstance(item, Table)
        for row in item.rows[1:]
    ]
    assert bold.count(True) == 5
    assert "Milestones on time" not in texts(page_of(with_tasks()))


@pytest.mark.thorough
def test_tasks_are_listed_where_none_is_a_milestone() -> None:
    page = page_of(with_tasks(is_milestone=False))
    assert len(table_of(page)) == 6
    assert "Milestones on time" not in texts(page)


@pytest.mark.thorough
def test_the_latest_task_leads_the_table_and_the_strip() -> None:
    """Also one that is no milestone; what waits says for whom."""
    done = pd.to_datetime(["2026-07-06", "2026-08-29", *[None] * 4])
    days = pd.to_datetime(["2026-07-06", "2026-07-20", *["2026-09-01"] * 4])
    page = page_of(
        with_tasks(is_milestone=[True, False, *[True] * 4], completed_date=done, due_date=days)
    )
    rows = table_of(page)
    assert rows[0][0].startswith("Integración del módulo 2")
    assert rows[0][4].endswith("40 days late")
    assert any(row[4].endswith("Waiting for Integración") for row in rows)
    assert any("was delivered 40 days late" in text for text in texts(page))


@pytest.mark.thorough
def test_tasks_that_share_the_longest_delay_are_counted_together() -> None:
    done = pd.to_datetime(["2026-07-15", "2026-07-29", *["2026-09-01"] * 4])
    days = pd.to_datetime(["2026-07-06", "2026-07-20", *["2026-09-01"] * 4])
    told = texts(page_of(with_tasks(completed_date=done, due_date=days)))
    assert any("Two tasks share the longest delay, 9 days" in text for text in told)


@pytest.mark.thorough
def test_tasks_that_the_table_leaves_out_are_counted_under_it() -> None:
    client = client_file(Client(milestones=30, language="en"))
    tasks = client.tables["tasks"].assign(is_milestone=[1, *[0] * 29])
    tables = client.tables.map(lambda name, frame: tasks if name == "tasks" else frame)
    deck = compose_deck(replace(client, tables=tables)).deck
    assert deck is not None
    pages = [item for item in deck.slides if item.name == "delivery"]
    listed = sum(len(table_of(page)) for page in pages)
    due = int(client.kpis.get("delivery_on_time", QUARTER).denominator or 0)
    (told,) = {text for page in pages for text in texts(page) if "in bold" in text}
    left_out = due - listed
    assert left_out > 1
    assert (
        told == f"Milestones are in bold. Not shown: {left_out} more tasks, all delivered on time."
    )
