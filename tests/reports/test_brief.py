"""The manager's brief: its order and what it says changed, in both languages."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from briefs import MONTH, book_of, brief, change, entry, rows
from clients import reviewed_client

from messages.catalogue import catalogue
from reports.brief.entry import Change, entry_of, unread_entry
from reports.deck.exhibits.table import SIDE
from reports.deck.exhibits.text_fit import wrapped
from reports.deck.model import Table
from reports.deck.view.client_view_build import seen
from transforms.clients.relationship import Rule, Standing
from transforms.clients.seat_cuts import SeatCut
from transforms.clients.setbacks import Kind, Setback
from transforms.core.canonical import CanonicalTables
from transforms.metrics.kpi import KpiValue, Unit


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
