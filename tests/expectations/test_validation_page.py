"""The page that people mend exports from, in both languages."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from expectations import RESULT_DTYPES
from expectations.numerals import money
from expectations.page import PageFacts, validation_page
from expectations.wording import expected_clause
from messages.catalogue import catalogue, languages
from messages.clause import clause, named
from messages.errors import worded
from messages.pseudo import outside
from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES, frame_of
from transforms.tables import TABLES

HOSTILE = '<script>alert("x")</script>'

RESULTS = frame_of(
    RESULT_DTYPES,
    [
        {
            "rule": "unknown_currency",
            "table_name": "invoices",
            "column_name": "currency",
            "severity": "quarantine",
            "checked": 12_345,
            "failed": 1,
        }
    ],
)


def fault(**changes: object) -> dict[str, object]:
    return {
        "source": "stripe",
        "source_file": "2026-10-01/invoices.csv",
        "source_line": 77,
        "table_name": "invoices",
        "column_name": "currency",
        "rule": "unknown_currency",
        "severity": "quarantine",
        "account_id": "A-1",
        "expected": clause("rule-unknown-currency.expected").stored(),
        "currency": "",
        "raw": json.dumps({"invoice_id": "I-9", "currency": "PESOS"}),
        **changes,
    }


def control(outcome: str, rows: int, minor: int | None) -> dict[str, object]:
    return {
        "source": "stripe",
        "source_file": "2026-10-01/invoices.csv",
        "table_name": "invoices",
        "outcome": outcome,
        "currency": "MXN",
        "row_count": rows,
        "amount_minor": minor,
    }


TIED = [
    control("read", 10, 123_450_000),
    control("loaded", 7, 123_449_900),
    control("quarantined", 1, 50),
    control("filtered:drafts", 2, 50),
]


def page(language: str, *faults: dict[str, object], controls=TIED, **facts: object) -> str:
    return validation_page(
        RESULTS,
        frame_of(QUARANTINE_DTYPES, list(faults)),
        frame_of(CONTROL_DTYPES, controls),
        language,
        PageFacts(**facts),
    )


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "wbr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)


def read(html: str) -> str:
    """What a reader sees; fails where elements are not closed in order."""
    parser = _Texts()
    parser.feed(html)
    assert parser.open == []
    return re.sub(r"\s+", " ", " ".join(parser.texts)).replace("/ ", "/")


def test_a_fault_shows_its_file_line_column_row_and_what_was_expected() -> None:
    seen = read(page("en", fault()))
    for part in (
        "Unknown currency",
        "Kept out",
        "2026-10-01/invoices.csv",
        "77",
        "an ISO 4217 currency code, such as MXN or EUR",
        "PESOS",
        "I-9",
    ):
        assert part in seen


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "3 2 of them of earlier deliveries"), ("es", "3 2 de entregas anteriores")],
)
def test_rows_that_earlier_deliveries_keep_out_are_counted_and_listed(
    language: str, told: str
) -> None:
    earlier = [fault(source_file=f"2026-09-0{day}/invoices.csv") for day in (1, 1, 8)]
    earlier += [fault(source_line=9, severity="warn")]
    faults = frame_of(QUARANTINE_DTYPES, [fault(), *earlier]).assign(
        is_earlier=[False, True, True, True, True]
    )
    controls = frame_of(CONTROL_DTYPES, TIED)
    seen = read(validation_page(RESULTS, faults, controls, language, PageFacts()))
    assert told in seen
    assert "2026-09-08/invoices.csv" in seen


def test_the_spanish_page_says_the_same_in_spanish() -> None:
    html = page("es", fault(), known_at=date(2026, 10, 1))
    assert '<html lang="es">' in html
    seen = read(html)
    for part in (
        "Moneda desconocida",
        "Apartada",
        "un código de moneda ISO 4217, como MXN o EUR",
        "Según lo conocido el 1 de octubre de 2026",
        "facturas y notas de crédito",
        "12.345",
    ):
        assert part in seen
    assert "Unknown" not in seen


def test_a_fault_of_reading_is_worded_in_the_page_s_language() -> None:
    expected = clause("expected-date", formats="%d/%m/%Y").stored()
    unread = fault(rule="unreadable_date", expected=expected)
    assert "a date written as %d/%m/%Y" in read(page("en", unread))
    assert "una fecha escrita como %d/%m/%Y" in read(page("es", unread))


def test_a_sentence_that_an_older_release_stored_is_shown_as_it_is() -> None:
    assert "one of A, B" in read(page("es", fault(expected="one of A, B")))


@pytest.mark.parametrize("language", languages())
def test_nothing_from_an_export_is_read_as_html(language: str) -> None:
    hostile = dict.fromkeys(("source_file", "account_id", "raw", "rule", "expected"), HOSTILE)
    raw = json.dumps({HOSTILE: HOSTILE})
    html = page(
        language,
        fault(**hostile),
        fault(account_id=HOSTILE, raw=raw, severity="hold"),
        company=HOSTILE,
        account_names={HOSTILE: HOSTILE},
        stopped={HOSTILE: clause("export-unmatched", file=HOSTILE)},
    )
    assert "<script" not in html
    assert HOSTILE in read(html)


def test_held_accounts_are_named_with_the_reason_and_the_lines() -> None:
    held = [
        fault(rule="lines_sum_differs", severity="hold", column_name="net_minor", source_line=n)
        for n in range(2, 9)
    ]
    seen = read(page("en", *held, account_names={"A-1": "Aceros del Norte"}))
    assert "Clients held back" in seen
    assert "Aceros del Norte A-1 Lines do not add up to their document" in seen
    assert "lines 2, 3, 4, 5, 6 and 2 more" in seen


def test_stopped_sources_come_with_their_sentence() -> None:
    evidence = {"rows": 1_200, "unusable": 900, "rule": "unknown_currency"}
    stop = fault(rule="most_rows_unusable", severity="stop", raw=json.dumps(evidence))
    seen = read(
        page(
            "es",
            stop,
            stopped={"zendesk": clause("export-unmatched", file="zendesk: tickets.json")},
        )
    )
    assert "900 de 1.200 filas de facturas y notas de crédito no se pueden usar" in seen
    assert "tickets.json: ningún mapeo conoce este archivo" in seen
    assert "Se detuvo una fuente" in seen


def test_more_rows_than_a_person_reads_are_counted_instead() -> None:
    many = [fault(source_line=n, raw=json.dumps({"invoice_id": f"I-{n}"})) for n in range(2, 62)]
    seen = read(page("en", *many))
    assert "60 at fault" in seen
    assert "35 more in the warehouse" in seen
    assert "I-26" in seen
    assert "I-27" not in seen


def test_a_rule_keeps_its_severity_where_another_rule_kept_the_row_out() -> None:
    seen = read(page("en", fault(severity="warn")))
    assert "Unknown currency 1 at fault" in seen
    assert "Told" not in seen


def test_control_totals_that_tie_say_so() -> None:
    seen = read(page("en"))
    assert "All control totals tie." in seen
    assert "1,234,500.00 MXN" in seen
    assert "drafts" in seen
    assert "Everything that was read can be used." in seen


def test_control_totals_that_do_not_tie_are_said_first() -> None:
    lost = [*TIED[:1], control("loaded", 7, 123_449_800), *TIED[2:]]
    seen = read(page("en", controls=lost))
    assert "The control totals do not tie: do not use these figures." in seen
    assert "Differs by 0 rows, 1.00 MXN" in seen
    assert "can be used" not in seen


def test_rows_of_a_stopped_source_are_accounted_for() -> None:
    stopped = [control("read", 5, 500), control("quarantined", 3, 300), control("stopped", 2, 200)]
    assert "All control totals tie." in read(page("en", controls=stopped))


def test_the_page_needs_nothing_from_elsewhere() -> None:
    html = page("en", fault())
    assert re.findall(r"(?:src|href)=\"(?!#)|url\(|@import|https?:", html) == []


def test_amounts_have_the_decimals_of_their_currency() -> None:
    assert money(-123_456, "MXN", "en") == "−1,234.56\u00a0MXN"
    assert money(123_456, "JPY", "es") == "123.456\u00a0JPY"
    assert money(123_456, "KWD", "en") == "123.456\u00a0KWD"


@pytest.mark.thorough
@pytest.mark.parametrize("language", languages())
def test_every_rule_and_every_table_has_words(language: str) -> None:
    from expectations.suite_book import all_checks  # imports Great Expectations

    words = catalogue(language)
    assert all(words.has(named("table", table)) for table in TABLES)
    for check in all_checks():
        assert words.has(f"{named('rule', check.rule)}.name")
        assert worded(expected_clause(check), language)


def test_the_page_says_nothing_from_outside_of_its_language(pseudo_language: str) -> None:
    evidence = {"rows": 1_200, "unusable": 900, "rule": "unknown_currency"}
    html = page(
        pseudo_language,
        fault(),
        *(fault(source_line=line, severity="warn") for line in range(2, 62)),
        fault(rule="lines_sum_differs", severity="hold", column_name="net_minor"),
        fault(rule="most_rows_unusable", severity="stop", raw=json.dumps(evidence)),
        controls=[*TIED[:1], *TIED[2:]],
        known_at=date(2026, 10, 1),
        stopped={"zendesk": clause("export-unmatched", file="tickets.json")},
    )
    left = set(re.findall(r"[^\W\d]{2,}", outside(read(html))))
    assert left <= DATA, left - DATA


DATA = {
    *("stripe", "zendesk", "invoices", "csv", "invoice_id", "currency", "PESOS", "MXN"),
    *("drafts", "net_minor", "October", "rows", "unusable", "rule", "unknown_currency"),
}
"""What of it is no sentence: names of files, columns and currencies."""


@pytest.mark.thorough
def test_the_documented_rules_are_the_ones_in_force() -> None:
    from expectations.rules_document import PATH, rules_document  # imports Great Expectations

    assert PATH.read_text(encoding="utf-8") == rules_document(), (
        "run `python -m expectations.rules_document`"
    )
