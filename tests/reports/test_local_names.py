"""Products and tasks are called as they are in the report's language."""

from clients import full_client

from reports.deck.view.client_view_build import in_language, seen
from transforms.clients.local_names import LocalNames


def test_a_view_calls_products_and_tasks_as_its_language_does() -> None:
    view = seen(full_client()).view
    product, task = view.subscriptions[0].product, view.milestones[0].name
    names = LocalNames({"en": {product: "Seats"}}, {"en": {task: "Go-live"}})
    english = in_language(view, names, "en")
    assert {item.product for item in english.subscriptions} == {"Seats"}
    assert product not in {part.product for part in english.invoiced}
    assert english.milestones[0].name == "Go-live"
    assert in_language(view, names, "es") == view
