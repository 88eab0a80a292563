"""The manager's brief: its order, what it says changed, what to do this week, in both languages."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from clients import QUARTER, reviewed_client

from messages.catalogue import catalogue
from reports.brand import shipped_brand
from reports.brief import compose
from reports.brief.book import ManagerBook, ordered, to_dos
from reports.brief.compose import ComposedBrief, compose_brief
from reports.brief.entry import BookEntry, Change, entry_of, unread_entry
from reports.deck.exhibits.table import SIDE
from reports.deck.exhibits.text_fit import wrapped
from reports.deck.model import Slide, Table
from reports.deck.promises import signed_next
from reports.deck.view.client_view import Renewal
from reports.deck.view.client_view_build import seen
from transforms.clients.aims import Commitment
from transforms.clients.relationship import Rule, Standing
from transforms.clients.seat_cuts import SeatCut
from transforms.clients.setbacks import Kind, Setback
from transforms.core.canonical import CanonicalTables
from transforms.metrics.kpi import KpiValue, Unit
from transforms.renewals.running_contracts import Agreement
from transforms.signals import falling_use
from transforms.signals.model import FigureEvidence, Severity, Signal, Step

MONTH = QUARTER.months[-1]
TODAY = date(2026, 10, 1)


def money(kpi: str, minor: int | None) -> KpiValue:
    return KpiValue("client", "a1", kpi, MONTH, Unit.MONEY, 1, "MXN", value_minor=minor)


def change(kpi: str, before: int | None, now: int | None) -> Change:
    return Change(money(kpi, now), money(kpi, before))


def entry(name: str, *moved: Change, **known: object) -> BookEntry:
    """A calm client that renews on 1 February; what `moved` and is `known` overrides."""
    usual = BookEntry(
        client_id=name.lower(),
        client_name=name,
        manager_name="Lucía Herrera",
        manager_email="lucia.herrera@nubalia.example",
        currency="MXN",
        home_locale="es-MX",
        is_active=True,
        renewal_day=date(2027, 2, 1),
        renewal_basis="contract",
        notice_day=None,
        points=70.0,
        standing=Standing.KEEP,
        changes={
            "mrr": change("mrr", 1_000_000, 1_000_000),
            "overdue_balance": change("overdue_balance", 0, 0),
        },
        asked=None,
        signals=(),
        due=(),
    )
    changes = {**usual.changes, **{item.now.kpi: item for item in moved}}
    return replace(usual, changes=changes, **known)  # type: ignore[arg-type]


def brief(*entries: BookEntry, language: str = "es") -> ComposedBrief:
    book = ManagerBook(
        "Lucía Herrera", "Nubalia", QUARTER, TODAY, ordered(entries, TODAY), "3f9a1c07"
    )
    return compose_brief(book, language, shipped_brand())


def rows(slide: Slide) -> list[list[str]]:
    table = next(item for item in slide.elements if isinstance(item, Table))
    return [[cell.body.text for cell in row.cells] for row in table.rows[1:]]


def book_of(composed: ComposedBrief) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows(composed.deck.slides[0])}


def test_the_next_renewal_stands_first_and_the_weakest_of_a_day_before_the_others() -> None:
    composed = brief(
        entry("Strong", points=90.0),
        entry("Weak", points=40.0),
        entry("Unknown", points=None, standing=None),
        entry("Never", renewal_day=None),
        entry("Soon", renewal_day=date(2026, 11, 1)),
    )
    assert list(book_of(composed)) == ["Soon", "Weak", "Strong", "Unknown", "Never"]
    assert composed.deck.slides[0].title.endswith("próxima renovación, 1\u00a0nov\u00a02026")


@pytest.mark.parametrize(
    ("known", "es", "en"),
    [
        ({"renewal_day": date(2026, 10, 1)}, "hoy", "today"),
        ({"renewal_day": date(2026, 10, 2)}, "en 1\u00a0día", "in 1\u00a0day"),
        ({"renewal_day": date(2026, 9, 29)}, "hace 2\u00a0días", "2\u00a0days ago"),
        ({"renewal_basis": "inferred"}, "inferida", "inferred"),
    ],
)
def test_a_renewal_is_told_from_the_day_of_the_data(
    known: dict[str, object], es: str, en: str
) -> None:
    for language, words in (("es", es), ("en", en)):
        told = book_of(brief(entry("Aurora", **known), language=language))["Aurora"][0]
        assert told.endswith(f"· {words}")


def test_a_former_client_has_no_renewal() -> None:
    gone = entry("Aurora", is_active=False, renewal_day=None)
    assert book_of(brief(gone))["Aurora"][0] == "Ya no es cliente"
    assert book_of(brief(gone, language="en"))["Aurora"][0] == "No longer a client"


def test_what_changed_in_the_month_is_told_with_its_sign_and_the_rest_is_a_dash() -> None:
    moved = entry(
        "Aurora",
        change("mrr", 1_000_000, 900_000),
        change("overdue_balance", 0, 250_000),
        asked=0.08,
    )
    told = book_of(brief(moved, entry("Calm"), entry("New", change("mrr", None, 100))))
    assert told["Aurora"][-1] == "cuota −$1,000; vencido +$2,500; descuento pedido: 8%"
    assert told["Calm"][-1] == told["New"][-1] == "–"
    assert book_of(brief(moved, language="en"))["Aurora"][-1] == (
        "fee −MX$1,000; overdue +MX$2,500; discount asked: 8%"
    )


def test_a_figure_that_the_brief_has_no_word_for_is_told_by_its_name() -> None:
    moved = entry("Aurora", change("invoiced_amount", 0, 250_000))
    assert book_of(brief(moved))["Aurora"][-1] == "Importe facturado +$2,500"


def test_a_currency_has_one_sign_in_all_of_a_brief_that_of_the_company() -> None:
    dollars = entry("Harbour", currency="USD")
    assert book_of(brief(dollars))["Harbour"][2] == "USD\u00a010,000"
    assert book_of(brief(dollars, language="en"))["Harbour"][2] == "$10,000"


def test_amounts_are_written_as_most_of_the_managers_clients_write_them() -> None:
    spain = [entry(name, currency="EUR", locale="es-ES", asked=0.15) for name in ("Uno", "Dos")]
    mexico = entry("Tres", currency="EUR", locale="es-MX")
    told = book_of(brief(*spain, mexico))
    assert {row[2] for row in told.values()} == {"10.000\u00a0€"}
    assert told["Uno"][-1].endswith("15\u00a0%")
    assert book_of(brief(*spain, language="en"))["Uno"][2] == "€10,000"


def test_who_has_not_started_is_no_former_client() -> None:
    coming = entry("New", is_active=False, renewal_day=None, begins=date(2026, 11, 2))
    since = entry("Since", is_active=False, renewal_day=None, begins=date(2026, 9, 1))
    composed = brief(entry("Aurora"), coming, since, language="en")
    told = book_of(composed)
    assert told["New"][0].replace("\u00a0", " ") == "Not a client yet: starts on Nov 2, 2026"
    assert told["Since"][0].startswith("Client since Sep")
    assert composed.deck.slides[0].title.startswith("1 client, plus 2 not started yet; ")


def test_several_notice_periods_are_told_by_the_last_and_the_first_of_them() -> None:
    first, last = (entry(str(day), notice_day=date(2026, 10, day)) for day in (3, 20))
    title = brief(first, last, language="en").deck.slides[0].title.replace("\u00a0", " ")
    assert "2 notice deadlines by Oct 20, 2026, the first in 2 days; " in title


def test_what_could_not_be_made_is_named() -> None:
    broken = brief(entry("Aurora", unmade=("qbr", "review")), language="en")
    assert "their client deck and their internal review" in broken.markdown


def test_a_long_amount_stands_on_one_line() -> None:
    yen = KpiValue("client", "a1", "mrr", MONTH, Unit.MONEY, 1, "JPY", value_minor=111_137_000)
    mrr = Change(yen, replace(yen, value_minor=111_037_000))
    slide = brief(entry("Kazehana", mrr, currency="JPY")).deck.slides[0]
    table = next(item for item in slide.elements if isinstance(item, Table))
    place = 3
    (paragraph,) = table.rows[1].cells[place].body.paragraphs
    (run,) = paragraph.runs
    inside = table.column_widths[place] - 2 * SIDE
    assert "JPY" in run.text
    assert wrapped(run.text, inside, run.size, run.bold) == (run.text,)


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


def test_former_clients_are_counted_apart_and_debt_is_in_the_title() -> None:
    owing = change("overdue_balance", 0, 2_000_000)
    gone = entry("Gone", is_active=False, renewal_day=None)
    title = brief(entry("Aurora", owing), entry("Calm"), gone).deck.slides[0].title
    assert title.startswith("2 clientes y 1 excliente; 1 con saldo vencido importante; ")


def test_who_owes_much_is_never_called_calm() -> None:
    owing = change("overdue_balance", 0, 2_000_000)
    told = book_of(brief(entry("Owes", owing), entry("Calm")))
    assert "■\u00a0Saldo vencido" in told["Owes"]
    assert "–\u00a0Sin señales" in told["Calm"]


def test_the_brief_speaks_of_no_file_format() -> None:
    for language in ("es", "en"):
        composed = brief(*(entry(f"Client {n:02}") for n in range(40)), language=language)
        assert "Markdown" not in composed.markdown
        said = [catalogue(language).say(f"deck-brief-{key}") for key in ("mend", "report")]
        assert not any(".html" in text or ".json" in text for text in said)
        shown = [
            item.body.text for item in composed.deck.slides[0].elements if hasattr(item, "body")
        ]
        assert not any("Markdown" in text for text in shown)


def test_a_quiet_week_is_one_page_and_a_sentence() -> None:
    for language, words in (("es", "Nada urgente esta semana."), ("en", "Nothing urgent")):
        composed = brief(entry("Aurora"), language=language)
        assert len(composed.deck.slides) == 1
        assert words in composed.markdown


@pytest.mark.thorough
def test_every_client_and_every_action_has_its_row_on_as_many_pages_as_they_take() -> None:
    names = [f"Client {n:02}" for n in range(30)]
    composed = brief(*(entry(name, notice_day=date(2026, 10, 20)) for name in names))
    for page in ("brief", "week"):
        pages = [slide for slide in composed.deck.slides if slide.name == page]
        assert len(pages) > 1
        assert [row[0] for slide in pages for row in rows(slide)] == names
    assert all(f"| {name} |" in composed.markdown for name in names)


def test_a_notice_that_ends_first_leads_and_is_counted_in_the_title() -> None:
    composed = brief(
        entry("Renews", renewal_day=date(2026, 11, 20)),
        entry("Notice", renewal_day=date(2027, 1, 1), notice_day=date(2026, 10, 3)),
        entry("Past", renewal_day=date(2027, 1, 2), notice_day=date(2026, 9, 3)),
    )
    told = book_of(composed)
    assert list(told) == ["Notice", "Renews", "Past"]
    assert [row[1] for row in told.values()] == ["3\u00a0oct\u00a02026", "–", "–"]
    title = composed.deck.slides[0].title
    assert "1 preaviso vence en 2\u00a0días, el 3\u00a0oct\u00a02026" in title


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


def test_who_falls_or_is_to_be_repaired_is_never_called_calm() -> None:
    told = book_of(
        brief(
            entry("Less", setbacks=(Setback(Kind.USE_ON_YEAR, -0.16), Setback(Kind.PROMISES, 1.0))),
            entry("Slides", setbacks=(Setback(Kind.OPINION, 12.0),)),
            entry("Losing", points_lost=9.0),
            entry("Broken", standing=Standing.REPAIR, rule=Rule.WEAK),
        )
    )
    assert told["Less"][-2] == "○\u00a0Uso −16% en un año; 1 compromiso vencido"
    assert told["Slides"][-2] == "○\u00a0NPS a la baja tres trimestres seguidos (+12)"
    assert told["Losing"][-2] == "○\u00a0La puntuación baja 9 pts"
    assert told["Broken"][-2] == "■\u00a0La puntuación es débil"


def test_what_seats_that_were_given_up_cost_is_told_in_the_clients_own_currency() -> None:
    before, now = (
        KpiValue("client", "a1", "seats_used", MONTH, Unit.RATIO, 1, denominator=seats)
        for seats in (40.0, 25.0)
    )
    cut = Setback(Kind.SEATS, -150_000.0, SeatCut(before, now))
    told = book_of(
        brief(entry("Peso", setbacks=(cut,)), entry("Dollar", currency="USD", setbacks=(cut,)))
    )
    assert told["Peso"][-2] == "○\u00a0Licencias recortadas de 40 a 25 (−$1,500 al mes)"
    assert told["Dollar"][-2] == "○\u00a0Licencias recortadas de 40 a 25 (−USD\u00a01,500 al mes)"


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


def test_a_renewal_that_was_signed_is_told_by_its_new_contract() -> None:
    client = reviewed_client()
    on = date(2026, 12, 1)
    one = client.tables.rows("contracts").head(1)
    ends = {"start_date": pd.Timestamp(2025, 10, 10), "end_date": pd.Timestamp(2026, 10, 10)}
    follows = {"start_date": ends["end_date"], "end_date": pd.Timestamp(2027, 10, 10)}
    old = one.assign(**ends, status=None)
    cases = (
        (old, date(2026, 10, 10), on, None),
        (None, date(2027, 10, 10), on, None),
        (None, date(2027, 10, 10), date(2026, 10, 1), date(2026, 10, 10)),
    )
    for rows_, day, today, signed in cases:
        both = (
            rows_ if rows_ is not None else pd.concat([old, old.assign(**follows, contract_id="n")])
        )
        tables = CanonicalTables({**client.tables, "contracts": both.astype(one.dtypes)})
        known = replace(client, data_date=today, tables=tables)
        told = entry_of(known, seen(known), ())
        assert (told.renewal_day, told.signed_from) == (day, signed)
        is_asking = any(signal.kind == "discount_asked" for signal in told.signals)
        assert is_asking is (rows_ is not None), "nothing is negotiated any more"


def test_a_brief_that_tells_of_idle_seats_needs_nothing_of_the_clients_file() -> None:
    idle = KpiValue("client", "a1", "seats_used", MONTH, Unit.RATIO, 1, value=0.4)
    signal = Signal(falling_use.SPEC, Severity.ALERT, (FigureEvidence(idle),), (Step("ask", (0,)),))
    told = rows(brief(entry("Aurora", signals=(signal,)), language="en").deck.slides[1])
    assert "Usage is falling" in told[0][1]
    assert "40%" in told[0][1]


def test_names_cannot_break_the_markdown_table() -> None:
    text = brief(entry("A|B\n*C*")).markdown
    assert "| A\\|B \\*C\\* |" in text


@pytest.mark.thorough
@pytest.mark.parametrize(("language", "said"), [("es", "un fallo de Cartera"), ("en", "a fault")])
def test_a_client_that_could_not_be_read_keeps_its_line_and_its_figures(
    language: str, said: str
) -> None:
    client = reviewed_client()
    unread = replace(unread_entry(client, ()), unmade=("review",))
    text = brief(unread, language=language).markdown
    line = [line for line in text.splitlines() if client.client_name in line][-1]
    assert unread.mrr.value_minor == 19_900_000
    assert "199,000" in line
    assert said in text
