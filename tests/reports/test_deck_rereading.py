"""What readers of whole decks would have changed: each kind stays mended."""

from dataclasses import replace
from datetime import timedelta

from clients import QUARTER, Client, client_file, full_client, renamed

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.chain.effects import recovery
from reports.deck.chain.links import chain
from reports.deck.compose import _concluded, compose_review, context_of, slide_modules
from reports.deck.exhibits import invoiced_tables
from reports.deck.exhibits.glance import glances
from reports.deck.exhibits.invoiced_drivers import drivers_of_change
from reports.deck.model import Slide, Table, TextBox
from reports.deck.promises import coming, late_of_ours
from reports.deck.review.signal_words import begun_small
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides import breakdown, delivery, peers, satisfaction, service, usage
from reports.deck.slides.contract import Absent
from reports.deck.story_cards import ask_of, worth_of
from reports.deck.turns import turns_of
from reports.deck.view.client_view import ClientFigures
from reports.deck.view.client_view_build import client_view, seen
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.clients.aims import Goal, Worth
from transforms.core.periods import Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place
from transforms.service.breakdowns import Cause


def desk(client: ClientFile | None = None, **changed: object) -> SlideContext:
    return context_of(replace(client_view(client or full_client()), **changed), shipped_brand())


def told(
    kpi: str, of: Period = QUARTER, client: ClientFile | None = None, **parts: object
) -> ClientFile:
    client = client or full_client()
    values = dict(client.kpis.values)
    values[kpi, str(of)] = replace(client.kpis.get(kpi, QUARTER), period=of, reason=None, **parts)
    return replace(client, kpis=replace(client.kpis, values=values))


def story_of(context: SlideContext) -> tuple[Headline, ...]:
    return tuple(_concluded(context, slide_modules(), {}).story.values())


def titled(found: Headline | Absent) -> str:
    assert isinstance(found, Headline)
    return found.title.text


def test_causes_that_are_as_frequent_are_all_named() -> None:
    causes = (Cause("access", 3, 1, 0), Cause("reports", 3, 2, 0), Cause("billing", 1, 4, 0))
    client = told("tickets_top_cause", value=3 / 7, numerator=3, denominator=7)
    title = titled(breakdown.headline(desk(client, causes=causes, parts=()), ()))
    assert title == (
        "Las causas más frecuentes de los tickets son «Accesos» e «Informes», con 3 de 7 cada una"
    )
    alone = titled(breakdown.headline(desk(client, causes=causes[:1], parts=()), ()))
    assert alone == "«Accesos» es la causa más frecuente de los tickets: 3 de 7"


def test_all_on_time_is_no_share() -> None:
    client = told("delivery_on_time", value=1.0, numerator=6, denominator=6)
    assert titled(delivery.headline(desk(client), ())).startswith(
        "Las 6 tareas se entregaron a tiempo"
    )


def test_weeks_are_named_by_the_day_that_they_begin_on() -> None:
    context = desk(week_day=3)
    story = story_of(context)
    page = usage.compose(context, next(item for item in story if item.slide == "usage"), story)[0]
    notes = [getattr(item, "body", None) for item in page.elements]
    assert any(body and body.text.startswith("Semanas que empiezan en jueves") for body in notes)


def test_open_commitments_are_asked_new_dates_for() -> None:
    context = desk(client_file(Client(commitments=("done", "open", "moved", "open"))))
    link = next(item for item in chain(context, story_of(context)) if item.rule == "commitments")
    assert link.step == "acordar fechas nuevas para los compromisos pendientes"
    assert link.effect == "Todos cerrados en su fecha nueva"


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
    context = desk(replace(client, kpis=replace(client.kpis, values=values)))
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
    context = desk(replace(client, kpis=replace(client.kpis, values=values)))
    assert recovery(context) == "NPS de vuelta a +50 en la próxima encuesta"
    below = told("nps", value=-5.0)
    assert recovery(desk(below)) == "Más promotores que detractores en la próxima encuesta"
    far = told("nps", value=-39.0)
    assert recovery(desk(far)) == "NPS por encima de −39 en la próxima encuesta"


def invoiced(**minors: int) -> tuple[InvoicedPart, ...]:
    """1,000 of each product in the quarter before, and so much in this one."""
    months = QUARTER.previous.months[-1], QUARTER.months[-1]
    return tuple(
        InvoicedPart(month, name, amount)
        for name, minor in minors.items()
        for month, amount in zip(months, (100_000, minor), strict=True)
    )


def driver_of(**minors: int) -> str:
    (found,) = drivers_of_change(desk(invoiced=invoiced(**minors)))
    return found if isinstance(found, str) else found.text


def test_a_product_that_made_a_part_of_a_change_is_not_all_of_it() -> None:
    assert driver_of(Alfa=150_000, Beta=100_000) == "; todo el aumento ($500) corresponde a Alfa"
    assert driver_of(Alfa=150_000, Beta=120_000) == ", sobre todo por Alfa ($500 más)"
    assert driver_of(Alfa=20_000, Beta=150_000, Gama=150_000) == ", sobre todo por Gama ($500 más)"
    assert driver_of(Alfa=150_000, Beta=50_000) == ""


def test_a_table_has_cents_only_where_it_would_not_add_up_without() -> None:
    digits, context = invoiced_tables._digits, desk()
    assert digits(context, [(100_000, 100_010), (50_000, 50_000)]) == 0
    assert digits(context, [(100_040, 100_000), (50_040, 50_000)]) == 2
    assert digits(context, [(100_030, 100_000), (50_010, 50_000)]) == 0


def test_the_clause_on_ratings_says_which_way_they_went() -> None:
    client = full_client()
    values = dict(client.kpis.values)
    for period, good in ((QUARTER, 28), (QUARTER.previous, 38)):
        found = client.kpis.get("csat", period)
        values["csat", str(period)] = replace(
            found, value=good / 40, numerator=good, denominator=40
        )
        values["nps", str(period)] = replace(client.kpis.get("nps", period), value=None)
    context = desk(replace(client, kpis=replace(client.kpis, values=values)))
    found = satisfaction.headline(context, ())
    assert isinstance(found, Headline)
    assert found.clause.text == "el CSAT baja al 70% (28 de 40)"


def test_opinion_is_not_steady_where_ratings_of_our_help_fell() -> None:
    client = full_client()
    values = dict(client.kpis.values)
    for period, share in ((QUARTER, 0.7), (QUARTER.previous, 0.95)):
        found = client.kpis.get("csat", period)
        values["csat", str(period)] = replace(found, value=share, denominator=40)
    context = desk(replace(client, kpis=replace(client.kpis, values=values)))
    assert satisfaction._says(context, "satisfaction.flat") == "satisfaction.flat_rated_worse"
    assert satisfaction._says(desk(client), "satisfaction.flat") == "satisfaction.flat"


def test_a_single_thing_is_asked_about_in_the_singular() -> None:
    for late, finding in (
        (1, "1 de 3 incidencias críticas superó el plazo"),
        (2, "2 de 3 incidencias críticas superaron el plazo"),
    ):
        share = (3 - late) / 3
        client = told("critical_resolution_on_time", value=share, numerator=3 - late, denominator=3)
        context = desk(client)
        found = next(item for item in chain(context, story_of(context)) if item.rule == "critical")
        assert found.finding.text == finding


def test_ahead_of_all_in_the_weakest_is_no_only() -> None:
    client = full_client()
    values = dict(client.kpis.values)
    for kpi in shown_at(Place.PEERS):
        values[kpi, str(QUARTER)] = replace(client.kpis.get(kpi, QUARTER), value=1.0, reason=None)
    context = desk(replace(client, kpis=replace(client.kpis, values=values)))
    found = peers.headline(context, ())
    assert isinstance(found, Headline)
    assert found.title.text.startswith("Por delante de todos los clientes comparables en")
    assert "solo" not in found.title.text


def texts_of(page: Slide) -> str:
    return "\n".join(item.body.text for item in page.elements if isinstance(item, TextBox))


def test_in_time_is_no_comfort_where_the_wait_grew() -> None:
    for before, now, says in (
        (0.9, 2.6, "La espera mediana subió de 0.9\u00a0h"),
        (1.0, 1.1, "o menos."),
    ):
        client = told("first_response_on_time", value=1.0, numerator=10, denominator=10)
        client = told("tickets_created", QUARTER, client, value=10)
        client = told("first_response_median", QUARTER.previous, client, value=before)
        context = desk(told("first_response_median", QUARTER, client, value=now))
        headline = Headline(
            "service", Tone.GOOD, Phrase("A", "titles.service.good"), Phrase("", "")
        )
        said = texts_of(service.compose(context, headline, (headline,))[0])
        assert "Las 10 respuestas llegaron en 4\u00a0h o menos." in said
        assert says in said


def test_our_own_promise_after_the_notice_is_a_point_before_sending() -> None:
    context = desk()
    deadline = turns_of(context).deadline
    ours = next(item for item in coming(context) if item.owner_side != "client")
    assert deadline is not None
    for days, late in ((1, [ours.text]), (0, [])):
        dated = replace(ours, due_date=deadline + timedelta(days=days))
        found = late_of_ours(desk(commitments=(dated,)))
        assert [item.text for item in found] == late
        theirs = replace(dated, owner_side="client")
        assert late_of_ours(desk(commitments=(theirs,))) == ()


def test_retention_over_a_year_is_defined_without_the_initials_of_another_figure() -> None:
    for kpi in ("nrr_ttm", "grr_ttm"):
        said = desk().definition_of(kpi)
        assert "NRR" not in said and "GRR" not in said


def test_weeks_set_beside_last_year_do_not_lack_a_comparison() -> None:
    context = desk(told("usage_change", value=None))
    page = usage.compose(
        context, usage._against_last_year(context, context.get("usage_change_year")), ()
    )
    assert "con el año pasado" in texts_of(page[0])


def test_a_client_that_is_new_has_no_column_for_the_quarter_before() -> None:
    causes = (Cause("access", 3, 1, 0),)
    known, new = desk(causes=causes), desk(causes=causes, figures=without_fee_before())
    heads = [
        [column.heading for column in breakdown._causes(item).columns] for item in (known, new)
    ]
    assert [len(found) for found in heads] == [4, 3]
    assert known.previous_period not in heads[1]


def without_fee_before() -> ClientFigures:
    return client_view(told("mrr", QUARTER.previous, value_minor=0)).figures


def test_nobody_keeps_the_pace_of_what_the_client_will_see_off_target() -> None:
    client = full_client()
    deck = compose_review(client, read=replace(seen(client), signals=())).deck
    assert deck is not None
    page = next(slide for slide in deck.slides if slide.name == "overview")
    found = next(item for item in page.elements if isinstance(item, Table)).rows[1].cells[0]
    assert found.body.text.startswith("■\u00a0")
    assert "Mantener el ritmo actual" not in texts_of(page)


def test_what_did_not_change_at_all_is_not_called_stable() -> None:
    equal = desk(told("tickets_created", QUARTER.previous)).delta("tickets_created")
    assert equal and equal.text == f"Igual que en el {desk().previous_period}"
