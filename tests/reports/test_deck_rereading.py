"""What readers of whole decks would have changed: each kind stays mended."""

from dataclasses import replace

from clients import QUARTER, Client, client_file, full_client, renamed
from partial_book import PartialBook

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.chain import _recovery, chain
from reports.deck.compose import _concluded, desk_of, slide_modules
from reports.deck.exhibits.glance import glances
from reports.deck.signal_words import begun_small
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import breakdown, delivery, usage
from reports.deck.story_cards import ask_of, worth_of
from reports.deck.view.client_view_build import client_view
from transforms.clients.aims import Goal, Worth
from transforms.service.breakdowns import Cause


def desk(client: ClientFile | None = None, **changed: object) -> SlideContext:
    return desk_of(replace(client_view(client or full_client()), **changed), shipped_brand())


def told(kpi: str, **parts: object) -> ClientFile:
    client = full_client()
    values = dict(client.kpis.values)
    values[kpi, str(QUARTER)] = replace(client.kpis.get(kpi, QUARTER), **parts)
    return replace(client, kpis=PartialBook(client.client_id, values))


def story_of(context: SlideContext) -> tuple[Headline, ...]:
    return tuple(_concluded(context, slide_modules(), {}).story.values())


def test_causes_that_are_as_frequent_are_all_named() -> None:
    causes = (Cause("access", 3, 1, 0), Cause("reports", 3, 2, 0), Cause("billing", 1, 4, 0))
    client = told("tickets_top_cause", value=3 / 7, numerator=3, denominator=7)
    title = breakdown.headline(desk(client, causes=causes, parts=()), ()).title
    assert title.text == (
        "Las causas más frecuentes de los tickets: «Accesos» e «Informes», con 3 de 7 cada una"
    )
    alone = breakdown.headline(desk(client, causes=causes[:1], parts=()), ()).title
    assert alone.text == "«Accesos» es la causa más frecuente de los tickets: 3 de 7"


def test_all_on_time_is_no_share() -> None:
    client = told("delivery_on_time", value=1.0, numerator=6, denominator=6)
    assert delivery.headline(desk(client), ()).title.text.startswith("Las 6 tareas, entregadas")


def test_weeks_are_named_by_the_day_that_they_begin_on() -> None:
    context = desk(week_day=3)
    story = story_of(context)
    page = usage.compose(context, next(item for item in story if item.slide == "usage"), story)[0]
    notes = [getattr(item, "body", None) for item in page.elements]
    assert any(body and body.text.startswith("Semanas que empiezan en jueves") for body in notes)


def test_open_commitments_are_asked_new_dates_for() -> None:
    """What we owe ourselves is no decision of the client's."""
    context = desk(client_file(Client(commitments=("done", "open", "moved", "open"))))
    link = next(item for item in chain(context, story_of(context)) if item.rule == "commitments")
    assert link.step == "acordar fechas nuevas para los compromisos abiertos"
    assert link.effect == "Los 3 compromisos abiertos, cerrados en su fecha nueva"


def test_a_name_too_long_for_its_line_gives_way_to_a_word() -> None:
    for name, decides in (("Aurora", "Aurora"), ("Asociación " * 6 + "SCA", "Ustedes")):
        context = desk(renamed(full_client(), name))
        card = ask_of(context, chain(context, story_of(context)))
        assert card.facts[0].value == decides


def test_worth_leads_to_the_page_that_tells_it() -> None:
    goals = tuple(
        Goal(f"Meta {n}", "percent", 80.0, 90.0, "up", Worth(None, 100_000, "MXN")) for n in (1, 2)
    )
    context = desk(goals=goals)
    page = next(item for item in story_of(desk()) if item.slide == "goals")
    assert worth_of(context, (page,)).slide == "goals"
    assert worth_of(context, (replace(page, slide="value"),)).slide == "value"


def test_without_a_quarter_before_no_figure_says_so_by_itself() -> None:
    client = full_client()
    values = dict(client.kpis.values)
    before = str(QUARTER.previous)
    values["mrr", before] = replace(client.kpis.get("mrr", QUARTER.previous), value_minor=0)
    context = desk(replace(client, kpis=PartialBook(client.client_id, values)))
    assert context.is_new_since_previous
    assert not [item for item in glances(context) if item.delta.text == "Sin base para comparar"]


def test_names_of_settings_are_no_part_of_a_definition() -> None:
    context = desk()
    told_here = context.definition_of("relationship_score")
    assert "`" not in told_here and "Las cifras de pocos casos no entran." in told_here
    assert begun_small("NPS a la baja") == "NPS a la baja"
    assert begun_small("Usa menos") == "usa menos"


def test_a_change_that_prints_as_zero_has_no_sign() -> None:
    formats = desk().formats
    assert [formats.signed_percent(share) for share in (0.003, -0.003, 0.05)] == ["0%", "0%", "+5%"]
    assert formats.signed(0.3, 0) == "0"


def test_better_opinion_is_measured_by_what_fell() -> None:
    """Promoters over detractors is no aim of a score that is above zero."""
    client = full_client()
    values = dict(client.kpis.values)
    for period, score in ((QUARTER, 44.0), (QUARTER.previous, 50.0)):
        values["nps", str(period)] = replace(client.kpis.get("nps", period), value=score)
    context = desk(replace(client, kpis=PartialBook(client.client_id, values)))
    assert _recovery(context) == "NPS de vuelta a +50"
    below = told("nps", value=-5.0)
    assert _recovery(desk(below)) == "Más promotores que detractores"
