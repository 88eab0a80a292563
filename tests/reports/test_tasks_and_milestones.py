"""Tiles count all tasks, the table lists milestones: the page says so where they differ."""

from dataclasses import replace

import pytest
from clients import Client, client_file

from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.model import Slide, Table


def page_of(client: ClientFile) -> Slide:
    deck = compose_deck(client).deck
    assert deck is not None
    return next(item for item in deck.slides if item.name == "delivery")


def texts(page: Slide) -> list[str]:
    bodies = [body for item in page.elements if (body := getattr(item, "body", None))]
    return [run.text for body in bodies for part in body.paragraphs for run in part.runs]


@pytest.mark.thorough
def test_milestones_have_a_count_of_their_own_where_they_are_not_all_the_tasks() -> None:
    client = client_file(Client(milestones=6, language="en"))
    tasks = client.tables["tasks"]
    plain = tasks.assign(is_milestone=(tasks["task_id"] != tasks["task_id"].iloc[0]))
    tables = client.tables.map(lambda name, frame: plain if name == "tasks" else frame)
    page = page_of(replace(client, tables=tables))
    assert page.title.startswith("Only 3 of 6 tasks delivered on time, and 2 of 5 milestones")
    told = texts(page)
    assert told[told.index("Milestones on time") + 1] == "2 of 5"
    assert told[told.index("Tasks on time") + 1] == "3 of 6"
    table = next(item for item in page.elements if isinstance(item, Table))
    assert len(table.rows) == 1 + 5  # with its head
    assert "Milestones on time" not in texts(page_of(client))
