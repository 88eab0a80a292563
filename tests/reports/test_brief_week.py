"""What a manager's brief says is to be done this week, and in which order."""

from dataclasses import replace
from datetime import date

from briefs import MONTH, brief, change, entry, rows
from clients import QUARTER, reviewed_client

from reports.brand import shipped_brand
from reports.brief import compose
from reports.brief.book import ManagerBook, to_dos
from reports.deck.promises import signed_next
from reports.deck.view.client_view import Renewal
from reports.deck.view.client_view_build import seen
from transforms.clients.aims import Commitment
from transforms.metrics.kpi import KpiValue, Unit
from transforms.renewals.running_contracts import Agreement
from transforms.signals import falling_use
from transforms.signals.model import FigureEvidence, Severity, Signal, Step


def test_the_week_begins_with_dates_and_money_and_misses_nothing_urgent() -> None:
    promise = Commitment(
        quarter="2026-Q4",
        text="Entregar el tablero",
        owner="Soporte",
        owner_side="us",
        due_date=date(2026, 10, 5),
        state="open",
        measure="",
        cause="",
        action="",
    )
    owing = change("overdue_balance", 53_940_000, 53_940_000)
    composed = brief(
        entry("Today", renewal_day=date(2026, 10, 1)),
        entry("Owes", owing),
        entry("Late", due=(promise,)),
        entry("Broken", due=(replace(promise, due_date=date(2026, 9, 24)),)),
        entry("Notice", notice_day=date(2026, 10, 20)),
        entry("Past", notice_day=date(2026, 9, 20)),
        entry("Held", held=("invoice_lines_differ",)),
    )
    told = rows(composed.deck.slides[1])
    assert [row[0] for row in told] == ["Today", "Notice", "Owes", "Held", "Broken", "Late"]
    assert told[0][1] == "Renovación el 1\u00a0oct\u00a02026, hoy"
    assert told[2][1] == "Saldo vencido de $539,400"
    assert told[4][1] == "Compromiso nuestro, vencido desde el 24\u00a0sep\u00a02026"
    assert told[5][1] == "Compromiso nuestro para el 5\u00a0oct\u00a02026"
    assert composed.deck.slides[1].title == "Esta semana: 6 acciones"


def test_a_quiet_week_is_one_page_and_a_sentence() -> None:
    for language, words in (("es", "Nada urgente esta semana."), ("en", "Nothing urgent")):
        composed = brief(entry("Aurora"), language=language)
        assert len(composed.deck.slides) == 1
        assert words in composed.markdown


def test_a_notice_that_ends_within_days_is_the_first_thing_to_do() -> None:
    composed = brief(
        entry("Over", renewal_day=date(2026, 9, 1)),
        entry("Near", renewal_day=date(2027, 1, 1), notice_day=date(2026, 10, 2)),
        entry("Later", renewal_day=date(2027, 1, 1), notice_day=date(2026, 10, 20)),
    )
    lists = composed.markdown
    doing = lists[lists.index("## ") :]
    assert doing.index("El preaviso vence el 2") < doing.index("El contrato terminó")
    assert doing.index("El contrato terminó") < doing.index("El preaviso vence el 20")


def test_a_notice_presses_by_the_working_days_of_the_clients_country() -> None:
    def urgency(day: date, today: date, country: str) -> list[int]:
        one = entry("One", notice_day=day, holiday_countries=(country,))
        book = ManagerBook("L", "N", QUARTER, today, (one,), "e")
        context = compose._desk(book, "es", shipped_brand())
        return [item.urgency for item in to_dos(context, book)]

    monday = date(2026, 10, 5)
    assert urgency(date(2026, 10, 12), monday, "MX") == [1]
    assert urgency(date(2026, 10, 12), monday, "ES") == [-1], "the twelfth is a holiday"
    assert urgency(date(2026, 10, 16), monday, "ES") == [1]


def test_promises_beside_a_contract_that_is_signed_are_told_to_the_manager() -> None:
    """Whatever words they are in: the next contract's row decides."""
    view = seen(reviewed_client()).view
    follows = Agreement(date(2027, 1, 1), date(2028, 1, 1), 60, None)
    for following in (follows, None):
        about = Renewal(date(2027, 1, 1), "contract", following)
        assert signed_next(replace(view, renewal=about)) == following
    known = {"signed_from": date(2027, 1, 1), "still_open": 2}
    told = brief(entry("Signed", **known)).markdown
    assert "ya está firmado, desde el 1 ene 2027, y quedan 2 compromisos abiertos" in told.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "firmado" not in brief(entry("Kept", **{**known, "still_open": 0})).markdown


def test_a_renewal_within_weeks_a_contract_that_ended_and_a_discount_are_acted_on() -> None:
    composed = brief(
        entry("Soon", renewal_day=date(2026, 11, 1)),
        entry("Ended", renewal_day=date(2026, 7, 1)),
        entry("Asks", asked=0.15),
        entry("Later"),
        language="en",
    )
    told = {row[0]: row[1:] for row in rows(composed.deck.slides[1])}
    assert list(told) == ["Ended", "Soon", "Asks"]
    assert "ended on Jun\u00a030,\u00a02026, 93\u00a0days ago" in told["Ended"][0]
    assert told["Soon"][1].startswith("Agree on scope, price")
    assert told["Asks"][0] == "Discount asked: 15%"


def test_a_brief_that_tells_of_idle_seats_needs_nothing_of_the_clients_file() -> None:
    idle = KpiValue("client", "a1", "seats_used", MONTH, Unit.RATIO, 1, value=0.4)
    signal = Signal(falling_use.SPEC, Severity.ALERT, (FigureEvidence(idle),), (Step("ask", (0,)),))
    told = rows(brief(entry("Aurora", signals=(signal,)), language="en").deck.slides[1])
    assert "Usage is falling" in told[0][1]
    assert "40%" in told[0][1]
