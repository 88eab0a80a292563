"""Products and tasks are called as they are in the report's language."""

from dataclasses import replace

from clients import full_client

from reports.deck.view.client_view_build import seen
from transforms.clients.local_names import LocalNames


def test_a_view_calls_products_and_tasks_as_its_language_does() -> None:
    client = full_client()
    view = seen(client).view
    product, task = view.subscriptions[0].product, view.milestones[0].name
    names = LocalNames({"en": {product: "Seats"}}, {"en": {task: "Go-live"}})
    named = replace(client, dossier=replace(client.dossier, local_names=names))
    english = seen(named).as_told(replace(named, language="en"))
    assert {item.product for item in english.subscriptions if item.product == "Seats"}
    assert product not in {item.product for item in english.subscriptions}
    assert product not in {part.product for part in english.invoiced}
    assert english.milestones[0].name == "Go-live"
    spanish = seen(named).as_told(named)
    assert spanish.subscriptions == view.subscriptions
    assert spanish.milestones == view.milestones
