"""Products and tasks are called as they are in the report's language."""

from dataclasses import replace

from clients import full_client

from reports.brand import shipped_brand
from reports.deck.compose import context_of
from reports.deck.exhibits.invoiced import _colours
from reports.deck.view.client_view_build import in_language, seen
from transforms.clients.local_names import LocalNames


def test_a_view_calls_products_and_tasks_as_its_language_does() -> None:
    view = seen(full_client()).view
    product, task = view.subscriptions[0].product, view.due_tasks[0].name
    names = LocalNames({"en": {product: "Seats"}}, {"en": {task: "Go-live"}})
    english = in_language(view, names, "en")
    assert {item.product for item in english.subscriptions} == {"Seats"}
    assert product not in {part.product for part in english.invoiced}
    assert english.due_tasks[0].name == "Go-live"
    assert in_language(view, names, "es") == view


def test_a_product_has_one_colour_for_every_client_and_in_every_language() -> None:
    listed = ("Core", "Plataforma", "Analítica", "Rutas", "Soporte", "Visita")
    own = replace(seen(full_client()).view, listed=listed)
    names = LocalNames({"en": {"Plataforma": "Platform", "Soporte": "Support"}})
    few = replace(own, invoiced=tuple(part for part in own.invoiced if part.product == "Soporte"))
    here, abroad, alone = (
        _colours(context_of(view, shipped_brand()))
        for view in (own, in_language(own, names, "en"), few)
    )
    assert here["Plataforma"] == abroad["Platform"]
    assert here["Soporte"] == abroad["Support"] == alone["Soporte"]
    assert len(set(here.values())) == len(here) > 1
