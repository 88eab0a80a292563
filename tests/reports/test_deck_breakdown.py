"""The page on teams, modules and causes says what its data say, and no more."""

from dataclasses import replace

import pytest
from test_deck_rereading import desk, story_of, texts_of, titled, told

from reports.deck.exhibits.frame import subject_of
from reports.deck.slide_context import Tone
from reports.deck.slides import breakdown
from transforms.service.breakdowns import Cause, UsedPart

SALES, STOCK = UsedPart("team", "Ventas", 90, 60, 5), UsedPart("team", "Bodega", 30, 30, 2)
ORDERS = UsedPart("module", "Pedidos", 119, 90, 6)
CAUSES = (Cause("access", 4, 1, 1), Cause("reports", 2, 2, 0), Cause("billing", 1, 4, 0))


def detail(
    parts: tuple[UsedPart, ...] = (SALES, STOCK, ORDERS),
    causes: tuple[Cause, ...] = (),
    language: str = "es",
) -> tuple[str, str]:
    """The title and the words of the page on teams, modules and causes."""
    every = sum(cause.tickets for cause in causes)
    most = causes[0].tickets if causes else None
    share = None if most is None else most / every
    client = told("tickets_top_cause", value=share, numerator=most, denominator=every)
    context = desk(replace(client, language=language), parts=parts, causes=causes)
    found = breakdown.headline(context, ())
    page = breakdown.compose(context, found, ())[0]  # type: ignore[arg-type]
    return titled(found), texts_of(page)


def test_a_team_that_fell_is_answered_by_the_action_on_use() -> None:
    context = desk(parts=(SALES, replace(STOCK, before=90)))
    story = story_of(context)
    assert any(item.slide == "usage" and item.tone is Tone.BAD for item in story)
    found = next(item for item in story if item.slide == "breakdown")
    assert "Acción 1" in texts_of(breakdown.compose(context, found, story)[0])


def changes_of(parts: tuple[UsedPart, ...]) -> list[str]:
    plan = breakdown._parts(desk(parts=parts))
    return [row[2].text for row in plan.rows]


def test_use_is_set_beside_weeks_that_were_measured_and_no_others() -> None:
    lacking = tuple(replace(part, before=None) for part in (SALES, STOCK))
    assert changes_of((SALES, STOCK)) == ["+50%", "0%"]
    assert changes_of((SALES, lacking[1])) == ["+50%", "n/d"]
    assert "no se midieron completas" in detail((SALES, lacking[1]))[1]
    assert all(len(row) == 3 for row in breakdown._parts(desk(parts=lacking)).rows)
    assert "no se midieron completas" not in detail(lacking)[1]
    assert "no se midieron completas" not in detail((SALES, STOCK))[1]
    fallen = replace(STOCK, before=90)
    assert "baja un 67%" in detail((SALES, fallen))[0]
    assert "baja" not in detail((SALES, replace(fallen, before=None)))[0]


def test_the_page_on_parts_leads_with_what_stands_out() -> None:
    assert detail()[0] == "«Ventas» concentra el 75% del uso de sus equipos"
    assert detail(language="en")[0] == "“Ventas” records 75% of your teams’ use"
    assert detail(causes=CAUSES)[0] == "«Accesos» es la causa más frecuente de los tickets: 4 de 7"
    assert detail((ORDERS,))[0].startswith("«Pedidos» registró 119 usos")


def test_uses_are_those_of_the_kind_of_part_that_is_told_of() -> None:
    said = detail()[1]
    assert "sus equipos registraron unos 120 usos en cuatro semanas, frente a 90" in said
    fallen = detail((SALES, STOCK, replace(ORDERS, before=400)))[1]
    assert "«Pedidos» registró 281 usos menos." in fallen
    assert "los módulos registraron 119 usos en cuatro semanas, frente a 400" in fallen
    assert "¿Qué ha cambiado en cómo usan «Pedidos»?" in fallen


def test_what_nobody_uses_is_told_beside_another_part_that_fell() -> None:
    fallen, idle = replace(ORDERS, before=400), UsedPart("module", "Informes", 0, 0, 0)
    title, said = detail((SALES, STOCK, fallen, idle))
    assert title.startswith("El uso en «Pedidos» baja un 70%")
    told = "«Informes» no registra ningún uso en las últimas cuatro semanas."
    assert f"«Pedidos» registró 281 usos menos. {told}" in said
    assert told not in detail((SALES, STOCK, fallen))[1]


def test_a_part_that_lost_more_than_idle_ones_leads_though_use_has_its_own_page() -> None:
    idle = UsedPart("module", "Informes", 0, 40, 0)
    parts = (replace(SALES, before=400), replace(STOCK, before=25), idle)
    context = desk(parts=parts)
    story = story_of(context)
    assert any(item.slide == "usage" and item.tone is Tone.BAD for item in story)
    found = next(item for item in story if item.slide == "breakdown")
    assert found.title.text.startswith("El uso en «Ventas» baja un")
    less = desk(parts=(replace(SALES, before=120), STOCK, replace(idle, before=900)))
    title = next(item for item in story_of(less) if item.slide == "breakdown").title.text
    assert title.startswith("Nadie usa «Informes»")


@pytest.mark.parametrize(
    ("critical", "words"),
    [
        (0, "Ninguno de los 4 fue crítico. En el T2"),
        (1, "1 de los 4 fue crítico. En el T2"),
        (2, "2 de los 4 fueron críticos. En el T2"),
    ],
)
def test_critical_tickets_of_a_cause_are_counted_in_words(critical: int, words: str) -> None:
    causes = (replace(CAUSES[0], critical=critical), *CAUSES[1:])
    assert words in detail(causes=causes)[1]


def test_causes_that_are_as_frequent_are_no_single_cause_in_the_tile() -> None:
    tied = (CAUSES[0], replace(CAUSES[1], tickets=4))
    said = detail(causes=(*tied, CAUSES[2]))[1]
    assert "Causas principales" in said and "2 empatadas" in said and "Causa: " not in said
    assert "Juntas son 8 de los 9 tickets. 1 de los 8 fue crítico." in said


def test_a_contracted_module_that_nobody_uses_is_told_without_reproach() -> None:
    idle = replace(ORDERS, events=0)
    said = detail((SALES, STOCK, idle))[1]
    assert (
        "«Pedidos» no registra ningún uso en las últimas cuatro semanas; "
        "sus equipos registraron unos 120 usos"
    ) in said
    team = detail((SALES, replace(STOCK, events=0)))[1]
    assert "«Bodega» no registra usos" in team and "contratado" not in team


def test_parts_in_use_are_counted() -> None:
    said = detail()[1]
    assert "Equipos activos" in said and "100%" not in said


@pytest.mark.parametrize(
    ("parts", "causes", "subject"),
    [
        ((SALES,), CAUSES, "Por equipo, módulo y causa"),
        ((), CAUSES, "Causas de los tickets"),
        ((SALES,), (), "Por equipo y módulo"),
    ],
)
def test_the_agenda_names_what_the_page_has(
    parts: tuple[UsedPart, ...], causes: tuple[Cause, ...], subject: str
) -> None:
    assert subject_of(desk(parts=parts, causes=causes), "breakdown") == subject
