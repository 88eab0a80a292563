"""Each option of a column rule, on rows in view."""

import pytest
from mapping_texts import payments, table_mapping
from read_exports import ReadFiles

HEADER = "id,account,day,amount,currency,x,y"
BY_INTERVAL = 'factor = { column = "y", values = { month = 12, year = 1 } }'
RENAMED = '{ column = "x", values = { GTXPro = "GTX Pro" }, keep_others = true }'
UTC = 'time_zone = "UTC"'


def values(read_files: ReadFiles, rule: str, *cells: str, column: str = "amount_minor") -> object:
    """What the rule makes of the columns x and y, as `x,y` cells."""
    rows = [f"p{n},A,2026-09-01,10.00,MXN,{cell}" for n, cell in enumerate(cells)]
    text = "\n".join([HEADER, *rows])
    read = read_files(payments(**{column: rule}), files={"export.csv": text})
    return read.column("payments", column) if not read.faults else read.faults


@pytest.mark.parametrize(
    ("rule", "cell", "minor"),
    [
        ('"x"', "12.5,", 1250),
        ('{ column = "x", units = "minor" }', "1250,", 1250),
        ('{ column = "x", plus = ["y"] }', "10,2.5", 1250),
        ('{ column = "x", minus = ["y"] }', "10,2.5", 750),
        ('{ column = "x", minus = ["y"] }', "10,", 1000),
        ('{ column = "x", times = ["y"] }', "0.335,200", 6700),
        ('{ column = "x", divide_by = ["y"], multiply = 12 }', "10,3", 4000),
        ('{ column = "x", less_percent = ["y"] }', "200,15", 17000),
        ('{ column = "x", ' + BY_INTERVAL + " }", "5,Month", 6000),
        ('{ column = "x", multiply = "0.1" }', "1.1,", 11),
        ('{ column = "x", negate = true }', "5,", -500),
        ('{ column = "x", sign = "negative" }', "-5,", -500),
        ('{ column = "x", sign = "positive" }', "-5,", 500),
        ('{ column = "x", divide_by = ["y"], round = "half_even" }', "10,3", 333),
        ('{ column = "x", if_empty = "0" }', ",", 0),
        ('{ first_of = ["x", "y"] }', ",7", 700),
        ('{ column = "x", decimal = ",", thousands = "." }', '"1.234,5",', 123450),
    ],
)  # fmt: skip
def test_amounts_are_calculated_exactly(
    read_files: ReadFiles, rule: str, cell: str, minor: int
) -> None:
    assert values(read_files, rule, cell) == [minor]


def test_one_column_may_lack_the_thousands_mark_of_its_file(read_files: ReadFiles) -> None:
    rule = '{ column = "amount", decimal = ".", thousands = "" }'
    text = "id,account,day,amount,currency\np1,A,2026-09-01,12.5,MXN\n"
    mapping = payments('decimal = ","\nthousands = "."', amount_minor=rule)
    read = read_files(mapping, files={"export.csv": text})
    assert read.column("payments", "amount_minor") == [1250]


@pytest.mark.parametrize(
    ("rule", "cell", "fault"),
    [
        ('"x"', "ten,", "unreadable_number"),
        ('"x"', '"1,5",', "unreadable_number"),
        ('"x"', "10.001,", "money_too_fine"),
        ('"x"', ",", "required_missing"),
        ('{ column = "x", units = "minor" }', "10.5,", "money_too_fine"),
        ('{ column = "x", divide_by = ["y"] }', "10,3", "money_too_fine"),
        ('{ column = "x", divide_by = ["y"] }', "10,0", "unreadable_number"),
        ('{ column = "x", times = ["y"] }', "10,", "unreadable_number"),
        ('{ column = "x", ' + BY_INTERVAL + " }", "1,b", "unreadable_number"),
    ],
)  # fmt: skip
def test_amounts_that_cannot_be_had_exactly_are_quarantined(
    read_files: ReadFiles, rule: str, cell: str, fault: str
) -> None:
    assert values(read_files, rule, cell) == [(2, "amount_minor", fault)]


@pytest.mark.parametrize(
    ("rule", "cell", "text"),
    [
        ('{ value = "fixed" }', ",", "fixed"),
        ('{ join = ["x", "y"] }', "a,b", "a-b"),
        ('{ join = ["x", "y"], separator = "/" }', "a,", "a/"),
        ('{ join = ["x", "#line"] }', "a,", "a-2"),
        ('{ join = ["x", "#file"], separator = ":" }', "a,", "a:2026-10-01/export.csv"),
        ('{ column = "x", drop_zero_decimals = true }', "17850.0,", "17850"),
        ('{ column = "x", drop_zero_decimals = true }', "v1.0b,", "v1.0b"),
        ('{ column = "x", case = "upper" }', "ab,", "AB"),
        ('{ column = "x", case = "lower" }', "AB,", "ab"),
        ('{ column = "x", prefix = "cn-" }', "7,", "cn-7"),
        ('{ column = "x", extract = "^([A-Z]+)" }', "AB12,", "AB"),
        (RENAMED, "GTXpro,", "GTX Pro"),
        (RENAMED, "MG,", "MG"),
        ('{ column = "x", values = { a = "b" }, otherwise = "c" }', "z,", "c"),
        ('{ column = "x", if_filled = "yes", if_empty = "no" }', "z,", "yes"),
        ('{ column = "x", if_filled = "yes", if_empty = "no" }', ",", "no"),
        ('{ column = "x", null = ["0"], if_empty = "none" }', "0,", "none"),
        ('{ column = "x", period = "quarter" }', "2026-08-31,", "2026-Q3"),
        ('{ column = "x", period = "month", dates = ["%d/%m/%Y"] }', "01/08/2026,", "2026-08"),
        ('{ column = "x", period = "year" }', "2026-08-31,", "2026"),
    ],
)  # fmt: skip
def test_texts_are_made_as_the_rule_says(
    read_files: ReadFiles, rule: str, cell: str, text: str
) -> None:
    assert values(read_files, rule, cell, column="payment_id") == [text]


def test_rows_without_a_key_get_one_from_their_content_and_its_occurrence(
    read_files: ReadFiles,
) -> None:
    rule = '{ join = ["x", "y", "#occurrence"] }'
    made = values(read_files, rule, "a,b", "a,b", "a,c", "a,b", column="payment_id")
    assert made == ["a-b-1", "a-b-2", "a-c-1", "a-b-3"]


def test_a_key_of_blank_columns_is_missing(read_files: ReadFiles) -> None:
    made = values(read_files, '{ join = ["x", "y"] }', ",", column="payment_id")
    assert made == [(2, "payment_id", "required_missing")]


@pytest.mark.parametrize(
    ("rule", "cell", "day"),
    [
        ('"x"', "2026-09-01,", "2026-09-01"),
        ('{ column = "x", dates = ["%d/%m/%y"] }', "01/09/26,", "2026-09-01"),
        ('{ column = "x", end_is_inclusive = true }', "2026-08-31,", "2026-09-01"),
        ('{ column = "x", day = "first_of_month" }', "2026-09-17,", "2026-09-01"),
        ('{ column = "x", day = "last_of_month" }', "2026-09-17,", "2026-09-30"),
        ('{ column = "x", time_zone = "UTC" }', "2026-09-01 05:59,", "2026-08-31"),
        (f'{{ column = "x", {UTC}, as_written = true }}', "2026-09-01 05:59,", "2026-09-01"),
        ('"x"', "2026-09-01T05:59Z,", "2026-08-31"),
        ('"x"', "2026-09-01 05:59,", "2026-09-01"),
    ],
)  # fmt: skip
def test_days_are_those_of_the_company(
    read_files: ReadFiles, rule: str, cell: str, day: str
) -> None:
    (value,) = values(read_files, rule, cell, column="paid_date")  # type: ignore[misc]
    assert str(value)[:10] == day


def test_a_word_in_a_date_column_is_quarantined(read_files: ReadFiles) -> None:
    made = values(read_files, '"x"', "CANCELAR,", column="paid_date")
    assert made == [(2, "paid_date", "unreadable_date")]


def test_a_currency_must_be_one(read_files: ReadFiles) -> None:
    assert values(read_files, '"x"', "eur,", column="currency") == ["EUR"]
    made = values(read_files, '"x"', "Pesos,", column="currency")
    assert (2, "currency", "unknown_currency") in made
    rule = '{ column = "x", extract = "([$€])", values = { "€" = "EUR", "$" = "MXN" } }'
    assert values(read_files, rule, "5 €,", "$5,", column="currency") == ["EUR", "MXN"]


def test_the_company_currency_stands_in_for_a_missing_column(read_files: ReadFiles) -> None:
    rule = '{ column = "z", optional = true, company = "currency" }'
    assert values(read_files, rule, ",", column="currency") == ["MXN"]
    rule = '{ column = "x", company = "currency" }'
    assert values(read_files, rule, "usd,", ",", column="currency") == ["USD", "MXN"]


def test_a_state_that_values_does_not_name_is_quarantined(read_files: ReadFiles) -> None:
    rule = '{ column = "x", values = { Paid = "succeeded", Failed = "failed" } }'
    assert values(read_files, rule, "paid,", "FAILED,", column="status") == ["succeeded", "failed"]
    made = values(read_files, rule, "Lost,", column="status")
    assert made == [(2, "status", "unknown_value")]
    assert values(read_files, '"x"', "Succeeded,", column="status") == ["succeeded"]
    assert values(read_files, '"x"', "done,", column="status") == [(2, "status", "unknown_value")]


@pytest.mark.parametrize(
    ("rule", "word", "truth"),
    [
        ('"x"', "TRUE", True),
        ('"x"', "1", True),
        ('"x"', "Sí", True),
        ('"x"', "no", False),
        ('"x"', "", None),
        ('{ column = "x", if_empty = false }', "", False),
        ('{ column = "x", values = { Held = true }, otherwise = false }', "Cancelled", False),
        ('{ column = "x", true_from = 4 }', "4.0", True),
        ('{ column = "x", true_from = "3.5" }', "3", False),
        ('{ column = "x", if_filled = true, if_empty = false }', "2026-09-01", True),
    ],
)
def test_truth_is_read_from_words_and_numbers(
    read_files: ReadFiles, rule: str, word: str, truth: bool | None
) -> None:
    columns = f'manager_id = "id"\nmanager_name = "id"\nis_active = {rule}'
    mapping = table_mapping("managers", columns)
    read = read_files(mapping, files={"export.csv": f"id,x\nM,{word}\n"})
    assert read.column("managers", "is_active") == [truth]


def test_a_word_that_is_neither_true_nor_false_is_quarantined(read_files: ReadFiles) -> None:
    columns = 'manager_id = "id"\nmanager_name = "id"\nis_active = "x"'
    read = read_files(table_mapping("managers", columns), files={"export.csv": "id,x\nM,maybe\n"})
    assert read.faults == [(2, "is_active", "unknown_value")]


TICKET = """ticket_id = "id"
account_id = "id"
status = { value = "open" }
created_at = "made"
first_response_at = { column = "made", plus_minutes = "reply" }
first_response_minutes = "reply"
"""


def test_a_duration_makes_an_instant_and_none_makes_none(read_files: ReadFiles) -> None:
    text = "id,made,reply\n1,2026-09-01T10:00Z,90\n2,2026-09-01T10:00Z,\n3,2026-09-01T10:00Z,soon\n"
    read = read_files(table_mapping("tickets", TICKET), files={"export.csv": text})
    first, second = read.column("tickets", "first_response_at")
    assert str(first) == "2026-09-01 11:30:00+00:00"
    assert second is None
    assert {fault[2] for fault in read.faults} == {"unreadable_number"}


def test_a_day_counts_only_where_it_is_after_another(read_files: ReadFiles) -> None:
    columns = """contract_id = "id"
account_id = "id"
start_date = "start"
end_date = { column = "made", after = "start" }
"""
    text = "id,start,made\n1,2026-01-01,2026-03-02\n2,2026-01-01,2026-01-01\n3,2026-01-01,\n"
    read = read_files(table_mapping("contracts", columns), files={"export.csv": text})
    first, *others = read.column("contracts", "end_date")
    assert str(first)[:10] == "2026-03-02"
    assert others == [None, None]
    assert read.faults == []


def test_whole_numbers_and_exact_rates_keep_their_kind(read_files: ReadFiles) -> None:
    columns = """rate_date = { value = "2026-09-30" }
rate_kind = { value = "average" }
base_currency = { value = "EUR" }
quote_currency = { value = "MXN" }
rate = "x"
"""
    read = read_files(table_mapping("fx_rates", columns), files={"export.csv": "x\n18.60790\n"})
    assert read.column("fx_rates", "rate") == ["18.6079"]
    columns = 'contract_id = "id"\naccount_id = "id"\nstart_date = "s"\nnotice_days = "n"'
    text = "id,s,n\n1,2026-01-01,60.0\n2,2026-01-01,0.5\n"
    read = read_files(table_mapping("contracts", columns), files={"export.csv": text})
    assert read.column("contracts", "notice_days") == [60]
    assert read.faults == [(3, "notice_days", "unreadable_number")]


def test_every_fault_of_a_row_is_told_and_the_row_counts_once(read_files: ReadFiles) -> None:
    text = "id,account,day,amount,currency\np1,A,soon,ten,MXN\n,A,2026-09-01,5,MXN\n"
    read = read_files(payments(), files={"export.csv": text})
    assert read.faults == [
        (2, "paid_date", "unreadable_date"),
        (2, "amount_minor", "unreadable_number"),
        (3, "payment_id", "required_missing"),
    ]
    assert read.outcomes == {"read": 2, "quarantined": 2}
    row = read.quarantine.iloc[2]
    assert (row["account_id"], row["currency"], row["amount_minor"]) == ("A", "MXN", 500)
    assert row["raw"].startswith('{"id": "", "account": "A"')
    assert row["severity"] == "quarantine"


ELSE = '{ column = "x", optional = true, else = { column = "y", multiply = 2 } }'


def test_another_rule_stands_in_where_one_makes_nothing(read_files: ReadFiles) -> None:
    assert values(read_files, ELSE, "1,9", ",3") == [100, 600]
    assert values(read_files, ELSE, "?,9", ",?") == [
        (2, "amount_minor", "unreadable_number"),
        (3, "amount_minor", "unreadable_number"),
    ]


def test_a_file_needs_the_columns_of_one_of_the_rules(read_files: ReadFiles) -> None:
    rule = payments(amount_minor=ELSE.replace('"x"', '"gone"'))
    row = "p1,A,2026-09-01,10.00,MXN,,4"
    assert read_files(rule, files={"export.csv": f"{HEADER}\n{row}"}).column(
        "payments", "amount_minor"
    ) == [800]
    neither = rule.replace('"y"', '"none"')
    (sentence,) = read_files(neither, files={"export.csv": f"{HEADER}\n{row}"}).sentences
    assert "gone or none" in sentence
