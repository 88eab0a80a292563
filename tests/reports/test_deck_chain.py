"""What is asked follows from what was found: the worst leads, what we owe is no decision of the
client's, and nothing is promised for a day that is over or too late."""

from dataclasses import replace
from datetime import date, timedelta

from clients import QUARTER, full_client

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.chain.link import Link
from reports.deck.chain.links import chain
from reports.deck.compose import _concluded, context_of, slide_modules
from reports.deck.headlines import findings
from reports.deck.model import Shape, Table, TextBox
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides import commitments, decisions
from reports.deck.story_cards import ask_of, risk_of, worth_of
from reports.deck.view.client_view import Renewal
from reports.deck.view.client_view_build import client_view
from transforms.clients.aims import Commitment, Goal
from transforms.renewals.running_contracts import Agreement
from transforms.service.breakdowns import Cause, UsedPart

TODAY = date(2026, 10, 1)
ENDS = date(2027, 2, 15)
MISSED = tuple(Goal(f"Meta {n}", "percent", 90.0, 80.0, "up") for n in range(1, 4))
LATE = {"value": 0.5, "numerator": 1, "denominator": 2}


def desk(client: ClientFile | None = None, **changed: object) -> SlideContext:
    return context_of(replace(client_view(client or full_client()), **changed), shipped_brand())


def told(kpi: str, client: ClientFile | None = None, **parts: object) -> ClientFile:
    client = client or full_client()
    found = replace(client.kpis.get(kpi, QUARTER), reason=None, **parts)
    values = {**client.kpis.values, (kpi, str(QUARTER)): found}
    return replace(client, kpis=replace(client.kpis, values=values))


def seats_alike(client: ClientFile) -> ClientFile:
    """The client without the seats of earlier quarters: none were cut."""
    now = ("seats_used", str(QUARTER))
    known = {
        key: value
        for key, value in client.kpis.values.items()
        if key == now or key[0] != "seats_used"
    }
    return replace(client, kpis=replace(client.kpis, values=known))


def calm() -> ClientFile:
    """Nothing is bad but what a test makes so."""
    client = told(
        "usage_change", seats_alike(full_client()), value=0.0, numerator=0.0, denominator=100.0
    )
    client = told("usage_change_year", client, value=0.0)
    client = told("critical_resolution_on_time", client, value=1.0, numerator=2, denominator=2)
    client = told("first_response_median", client, value=1.0)
    client = told("seats_used", client, value=0.8, numerator=8, denominator=10)
    client = told("delivery_on_time", client, value=1.0, numerator=6, denominator=6)
    for kpi in ("peer_use", "peer_adoption", "peer_response", "peer_nps"):
        client = told(kpi, client, value=0.5)
    return told("nps", client, value=40.0)


def quiet(**changed: object) -> dict[str, object]:
    """A view with nothing promised, aimed at, counted or about to end, but what is said."""
    bare = {"goals": (), "commitments": (), "causes": (), "parts": (), "agreements": ()}
    return {**bare, "renewal": None, **changed}


def story_of(context: SlideContext) -> dict[str, Headline]:
    return _concluded(context, slide_modules(), {}).story


def links_of(context: SlideContext) -> tuple[Link, ...]:
    return chain(context, tuple(story_of(context).values()))


def rules_of(context: SlideContext) -> list[str]:
    return [link.rule for link in links_of(context)]


def ending(day: date = ENDS, notice: int | None = None) -> dict[str, object]:
    agreement = Agreement(date(2026, 1, 1), day, notice, None)
    return {"renewal": Renewal(day, "contract"), "agreements": (agreement,)}


def promise(text: str, due: date, side: str = "us", quarter: str = "2026-Q4") -> Commitment:
    return Commitment(quarter, text, "Soporte", side, due, "open", "Hecho", "", "")


def test_what_is_reached_in_part_is_a_finding_beside_what_is_bad() -> None:
    bad, part, withdrawn = (
        Headline(slide, tone, Phrase("", rule), Phrase("", ""))
        for slide, tone, rule in (
            ("delivery", Tone.BAD, "titles.delivery.bad"),
            ("goals", Tone.FLAT, "titles.goals.flat"),
            ("commitments", Tone.FLAT, "titles.commitments.all_withdrawn"),
        )
    )
    assert findings([withdrawn, part, bad]) == [bad, part]


def test_no_goal_met_leads_before_one_late_incident_and_stands_beside_what_is_worse() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    context = desk(client, **quiet(goals=MISSED))
    story = tuple(story_of(context).values())
    assert [link.rule for link in chain(context, story)] == ["goals", "critical"]
    fallen = desk(told("usage_change_year", client, value=-0.2), **quiet(goals=MISSED))
    story = tuple(story_of(fallen).values())
    risk = risk_of(fallen, story, chain(fallen, story))
    assert risk.big == "−20% en un año"
    assert ("Objetivos cumplidos", "0 de 3") in [(fact.label, fact.value) for fact in risk.facts]
    verdict = story_of(fallen)["summary"].title.text
    assert verdict.startswith("El uso es un 20% menor que hace un año y ninguno de los 3 objetivos")


PART_MET = tuple(Goal(f"Meta {n}", "percent", 90.0, 80.0 + 10 * (n == 1), "up") for n in range(5))
"""Four of five missed."""


def test_most_goals_or_tasks_missed_lead_before_one_late_incident() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    assert rules_of(desk(client, **quiet(goals=PART_MET))) == ["goals", "critical"]
    tasks = told("delivery_on_time", client, value=1 / 3, numerator=2, denominator=6)
    first, second = rules_of(desk(tasks, **quiet()))
    assert first.startswith("delivery")
    assert second == "critical"
    late = tuple(promise(f"Tarea {n}", TODAY, "client", str(QUARTER)) for n in range(3))
    assert rules_of(desk(client, **quiet(commitments=late))) == ["commitments", "critical"]
    assert rules_of(desk(tasks, **quiet(goals=PART_MET)))[0] == "goals"  # the larger share
    few = told("delivery_on_time", client, value=0.5, numerator=3, denominator=6)
    assert rules_of(desk(few, **quiet()))[0] == "critical"  # no more than half of them


def test_use_that_falls_a_little_comes_after_goals_that_were_mostly_missed() -> None:
    for fall, first in ((-0.06, "goals"), (-0.16, "usage")):
        client = told("usage_change", calm(), value=fall, numerator=100 * fall, denominator=100.0)
        client = told("usage_change_year", client, value=fall)
        context = desk(client, **quiet(goals=PART_MET))
        assert findings(tuple(story_of(context).values()))[0].slide == first


def test_use_far_below_last_years_is_bad_news_however_steady_it_is() -> None:
    for year, tone, rule in ((-0.15, Tone.BAD, "worse_flat"), (-0.14, Tone.FLAT, "worse_flat")):
        found = story_of(desk(told("usage_change_year", calm(), value=year)))["usage"]
        assert (found.tone, found.title.rule) == (tone, f"titles.usage.{rule}")
    risen = told("usage_change", told("usage_change_year", calm(), value=-0.3), value=0.1)
    assert story_of(desk(risen))["usage"].title.rule == "titles.usage.worse_up"


def test_as_many_who_advise_against_us_as_for_us_is_nothing_that_holds() -> None:
    fallen = told("usage_change_year", calm(), value=-0.2)
    for score, label in ((0.0, "Valor aportado"), (20.0, "Lo que se mantiene")):
        context = desk(told("nps", fallen, value=score), **quiet())
        flat = Headline("satisfaction", Tone.FLAT, Phrase("A", ""), Phrase("a", ""))
        assert worth_of(context, (flat,)).label == label


def test_what_we_owe_is_no_decision_of_the_clients() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    context = desk(client, **quiet())
    card = ask_of(context, links_of(context))
    assert card.label == "Nuestro compromiso"
    assert [fact.label for fact in card.facts] == ["Les pedimos", "Fecha"]
    title = story_of(context)["decisions"].title.text
    said = "Nos comprometemos, a más tardar el 23 de octubre, a explicarles por qué una incidencia"
    assert title == f"{said} crítica quedó fuera de plazo y qué cambiamos"


def test_commitments_that_only_we_have_left_are_ours_to_date_anew() -> None:
    for side, rule in (("us", "commitments_ours"), ("client", "commitments")):
        left = promise("Activar el acceso único", TODAY - timedelta(days=9), side, str(QUARTER))
        (link,) = links_of(desk(calm(), **quiet(commitments=(left,))))
        assert (link.rule, link.is_ours) == (rule, side == "us")
        assert "«Activar el acceso único»" in link.step
        assert link.about == "«Activar el acceso único»"


def test_what_has_no_day_gets_one_when_the_plan_says() -> None:
    over = promise("Formar al turno", TODAY - timedelta(days=40), quarter=str(QUARTER))
    moved, done = replace(over, state="moved"), replace(over, state="done")
    context = desk(calm(), **quiet(commitments=(over, moved, done)))
    story = story_of(context)
    (link,) = [link for link in links_of(context) if link.rule == "commitments_ours"]
    assert link == links_of(context)[0]
    told = (
        f"Nueva fecha: por acordar a más tardar el {context.formats.day(link.decide_by(context))}"
    )
    (page,) = commitments.compose(context, story["commitments"], tuple(story.values()))
    (table,) = [item for item in page.elements if isinstance(item, Table)]
    assert [row.cells[-1].body.text for row in table.rows[1:]] == [told, told, ""]


def test_half_of_the_idle_seats_are_aimed_at_where_use_is_nearly_good() -> None:
    for used, aim in ((125, 153), (30, 126)):
        client = told("seats_used", calm(), value=used / 180, numerator=used, denominator=180)
        (link,) = links_of(desk(client, **quiet()))
        assert link.effect == f"Al menos {aim} de 180 licencias en uso"


def test_late_replies_are_answered_beside_late_incidents() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    client = told("first_response_median", client, value=6.5)
    critical, service = links_of(desk(client, **quiet()))
    assert (critical.rule, service.rule) == ("critical", "service")
    assert (
        service.finding.text
        == "El soporte responde en 6.5\u00a0h, por encima del objetivo de 4\u00a0h"
    )


def test_missed_goals_are_named_with_their_targets() -> None:
    (link,) = links_of(desk(calm(), **quiet(goals=MISSED[:1])))
    assert "«Meta 1»" in link.step
    assert link.effect.replace("\u00a0", " ") == "En su meta: «Meta 1» (≥ 90%)"
    (link,) = links_of(desk(calm(), **quiet(goals=MISSED)))
    assert link.effect.endswith(" y «Meta 3» (≥\u00a090%)")
    long = tuple(replace(goal, text=f"{goal.text} de una obra entre varias") for goal in MISSED)
    (link,) = links_of(desk(calm(), **quiet(goals=long)))
    assert link.effect == "En su meta: los 3 objetivos pendientes"


def test_an_effect_that_the_deadline_leaves_no_time_for_is_a_plan() -> None:
    for days, is_plan in ((35, True), (150, False)):
        client = told("usage_change", calm(), value=-0.2, numerator=-20.0, denominator=100.0)
        client = told("usage_change_year", client, value=-0.2)
        context = desk(client, **quiet(**ending(TODAY + timedelta(days=days), notice=10)))
        link = links_of(context)[0]
        assert link.rule == "usage"
        assert (link.effect == "Plan acordado por escrito, con fechas") is is_plan


def test_a_fall_in_one_team_names_it_and_a_deep_one_is_about_the_scope() -> None:
    client = told("usage_change", calm(), value=-0.2, numerator=-20.0, denominator=100.0)
    client = told("usage_change_year", client, value=-0.4)
    parts = tuple(
        UsedPart("team", name, now, 100.0, 5.0) for name, now in (("Ventas", 98.0), ("Almacén", 20))
    )
    one = links_of(desk(client, **quiet(parts=parts)))[0]
    assert (one.rule, one.about) == ("usage_team", "«Almacén»")
    even = tuple(replace(part, events=60.0) for part in parts)
    for seats, rule in ((0.4, "usage_scope"), (0.79, "usage_scope"), (0.8, "usage")):
        some = told("seats_used", client, value=seats, numerator=10 * seats, denominator=10)
        assert rules_of(desk(some, **quiet(parts=even))) == [rule]


def test_projects_that_are_delivered_need_dates_and_no_rescue() -> None:
    client = told("delivery_on_time", calm(), value=0.5, numerator=3, denominator=6)
    client = told("tasks_blocked", client, value=0)
    done = tuple(
        replace(item, completed_date=item.due_date + timedelta(days=3))
        for item in client_view(client).due_tasks
    )
    (link,) = links_of(desk(client, **quiet(due_tasks=done)))
    assert link.rule == "delivery_dates"
    assert link.step.replace("\u00a0", " ") == "acordar las fechas de entrega del T4 2026"
    open_one = (replace(done[0], completed_date=None), *done[1:])
    assert rules_of(desk(client, **quiet(due_tasks=open_one))) == ["delivery"]


def test_one_cause_of_many_tickets_and_a_module_nobody_opens_have_an_action() -> None:
    client = told("tickets_top_cause", calm(), value=0.5, numerator=5, denominator=10)
    causes = (Cause("billing", 5, 2, 1), Cause("access", 3, 2, 0))
    parts = (UsedPart("module", "Turnos", 0.0, 40.0, None),)
    cause, module = links_of(desk(client, **quiet(causes=causes, parts=parts)))
    assert cause.effect == "Como mucho 2 tickets de «Facturación» por trimestre"
    assert cause.is_ours
    assert module.step == "decidir si falta formación en «Turnos»"
    tied = (causes[0], replace(causes[1], tickets=5))
    assert rules_of(desk(client, **quiet(causes=tied))) == []


def test_ratings_that_fell_beside_a_score_that_held_are_answered() -> None:
    client = calm()
    values = dict(client.kpis.values)
    for period, share in ((QUARTER, 0.5), (QUARTER.previous, 0.95)):
        found = replace(client.kpis.get("csat", period), reason=None, value=share)
        values["csat", str(period)] = replace(found, numerator=100 * share, denominator=100)
    fell = replace(client, kpis=replace(client.kpis, values=values))
    for one, rules in ((client, []), (fell, ["satisfaction"])):
        assert rules_of(desk(one, **quiet())) == rules
    context = desk(fell, **quiet())
    story = tuple(story_of(context).values())
    (link,) = chain(context, story)
    assert link.effect.startswith("CSAT del 70% o más")
    assert risk_of(context, story, (link,)).big == "CSAT 50% (50 de 100)"


def test_replies_that_reach_others_sooner_have_an_action() -> None:
    for share, rules in ((0.4, ["response"]), (0.5, [])):
        client = told("peer_response", calm(), value=share)
        assert rules_of(desk(client, **quiet())) == rules
        context = desk(client, **quiet())
        shown = [item for item in story_of(context).values() if item.slide != "peers"]
        assert chain(context, shown) == ()


def overdue(count: int) -> tuple[Commitment, ...]:
    return tuple(promise(f"Formar al turno {n}", TODAY - timedelta(days=40)) for n in range(count))


def test_promises_that_are_overdue_are_no_plan() -> None:
    ahead = promise("Conectar las básculas", TODAY + timedelta(days=40))
    context = desk(calm(), **quiet(commitments=(*overdue(3), ahead)))
    story = story_of(context)
    links = links_of(context)
    over = date(2026, 8, 22)
    assert [link.overdue_since for link in links] == [None, over, over, over, None]
    assert not any(link.due for link in links[1:4])
    assert story["decisions"].title.text.endswith("; el plan tiene una acción más")
    (page,) = decisions.compose(context, story["decisions"], tuple(story.values()))
    table = next(item for item in page.elements if isinstance(item, Table))
    days = [row.cells[4].body.text.replace("\u00a0", " ") for row in table.rows[1:]]
    assert days[1] == "Vencido: era para el 22 ago; fecha nueva por acordar"
    lanes = [item for item in page.elements if isinstance(item, Shape) and item.name == "Lane"]
    assert len(lanes) == 2


def test_one_overdue_promise_is_named_where_its_new_date_is_asked_for() -> None:
    (link,) = links_of(desk(calm(), **quiet(commitments=overdue(1))))
    assert (
        link.finding.text.replace("\u00a0", " ") == "1 compromiso del T4 2026 venció sin cerrarse"
    )
    assert link.about.replace("\u00a0", " ") == "«Formar al turno 0» (era para el 22 ago)"


def test_a_page_of_few_promises_is_none_of_its_own() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    client = told("delivery_on_time", client, value=0.5, numerator=3, denominator=6)
    left = promise("Activar el acceso único", TODAY, "us", str(QUARTER))
    for count, second in ((2, "continued"), (4, "agreed")):
        ahead = [promise(f"Promesa {n}", TODAY + timedelta(days=40 + n)) for n in range(count)]
        context = desk(
            client, **quiet(**ending(notice=60), goals=MISSED, commitments=(left, *ahead))
        )
        story = story_of(context)
        pages = decisions.compose(context, story["decisions"], tuple(story.values()))
        assert len(pages) == 2
        assert pages[1].rule == f"titles.decisions.{second}"


def test_the_months_run_from_the_data_to_the_renewal_that_the_heading_names() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    for ends, last in ((date(2027, 9, 1), "sep 27"), (date(2028, 3, 1), "oct 26")):
        context = desk(client, **quiet(**ending(ends)))
        story = story_of(context)
        (page,) = decisions.compose(context, story["decisions"], tuple(story.values()))
        said = [item.body.text for item in page.elements if isinstance(item, TextBox)]
        months = [" ".join(text.split()) for text in said if text[-2:] in ("26", "27", "28")]
        assert (months[0], months[-1]) == ("oct 26", last)
        assert any("renovación" in text for text in said) is (last != "oct 26")
