"""What readers of the content pages would have changed: each kind stays mended."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from clients import full_client
from test_deck_breakdown import CAUSES, ORDERS, SALES, detail
from test_deck_chain import calm, told
from test_deck_chain import desk as desk_of
from test_deck_rereading import desk, texts_of, titled

from reports.deck.exhibits import breakdown_meaning, meaning
from reports.deck.slides import breakdown, goals, service
from transforms.clients.aims import Goal


@pytest.mark.parametrize(
    ("language", "before", "words"),
    [
        ("es", 0, "En el T2\u00a02026 no hubo tickets de «Accesos»."),
        ("es", 1, "En el T2\u00a02026 hubo 1 ticket de «Accesos»."),
        ("es", 9, "En el T2\u00a02026 hubo 9 tickets de «Accesos»."),
        ("en", 0, "In Q2\u00a02026 there were no tickets about “Access”."),
        ("en", 1, "In Q2\u00a02026 there was 1 ticket about “Access”."),
        ("en", 9, "In Q2\u00a02026 there were 9 tickets about “Access”."),
    ],
)
def test_tickets_before_are_all_of_the_cause_and_no_critical_ones(
    language: str, before: int, words: str
) -> None:
    causes = (replace(CAUSES[0], before=before), *CAUSES[1:])
    assert words in detail(causes=causes, language=language)[1]


def test_causes_that_share_all_tickets_are_no_leaders() -> None:
    tied = (CAUSES[0], replace(CAUSES[1], tickets=4))
    title, said = detail((), tied)
    assert title == "Los 8 tickets se reparten por igual: «Accesos» e «Informes», 4 cada una"
    assert "Ninguna causa destaca. 1 de los 8 fue crítico." in said
    assert detail((), tied, "en")[0].startswith("The 8 tickets split evenly: “Access” and")


def test_sums_by_team_and_by_module_do_not_differ_by_a_rounding() -> None:
    def in_all(uses: float) -> str:
        return breakdown_meaning.in_all(desk(), [uses - 60, 60])

    assert in_all(11_213) == in_all(11_216) == "unos 11,200"
    assert in_all(3_591) == in_all(3_592) == "unos 3,590"
    assert in_all(99) == "99"


def test_an_idle_module_is_answered_by_its_own_action(monkeypatch: pytest.MonkeyPatch) -> None:
    links = [SimpleNamespace(rule=rule, slide="breakdown") for rule in ("cause", "module")]
    monkeypatch.setattr(meaning, "chain", lambda *_: links)
    context = desk(parts=(SALES, replace(ORDERS, events=0)))
    found = breakdown.headline(context, ())
    assert "Acción 2" in texts_of(breakdown.compose(context, found, ())[0])  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_miss_among_several_is_the_furthest_not_the_only_one(language: str) -> None:
    aims = [Goal(f"Goal {n}", "count", 10, 10 - n, "up") for n in (1, 3)]
    client = replace(full_client(), language=language)
    one, two = (
        titled(goals.headline(desk(client, goals=tuple(part)), ())) for part in (aims[:1], aims)
    )
    furthest = {"es": "el más alejado, «Goal 3»", "en": "“Goal 3” is furthest from its target"}
    assert furthest[language] in two and furthest[language] not in one


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (0, "; las incidencias críticas se resolvieron a tiempo"),
        (1, "; una incidencia crítica estaba abierta al cierre, en plazo"),
        (2, "; 2 incidencias críticas estaban abiertas al cierre, en plazo"),
    ],
)
def test_incidents_are_not_called_solved_while_one_is_open(standing: int, words: str) -> None:
    client = told("critical_open", calm(), value=float(standing))
    found = service.headline(desk_of(client), ())
    assert titled(found).endswith(words)
