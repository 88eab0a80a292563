"""Mapping files are checked throughout when they are loaded."""

from pathlib import Path

import pytest
from mapping_texts import payments, table_mapping, write_mapping

from sources.errors import MappingError, MappingMissingError
from sources.mapping.load import builtin_mapping_path, check_sources, file_mappings_of, load_mapping

BUILTIN = ("asana", "finance", "salesforce", "stripe", "surveys", "usage", "zendesk")


def sentence(folder: Path, text: str) -> str:
    with pytest.raises(MappingError) as failure:
        load_mapping(write_mapping(folder, text))
    return str(failure.value)


@pytest.mark.parametrize("name", BUILTIN)
def test_every_builtin_mapping_loads(name: str) -> None:
    assert load_mapping(builtin_mapping_path(name)).source == name


def test_an_unknown_builtin_mapping_names_those_that_there_are() -> None:
    with pytest.raises(
        MappingMissingError, match="no mapping 'sales'; name one of account_map, asana"
    ):
        builtin_mapping_path("sales")


def test_a_misspelt_key_is_told_with_its_line_and_the_key_that_was_meant(tmp_path: Path) -> None:
    text = payments().replace("[files.tables.columns]", "[files.tables.colums]")
    assert sentence(tmp_path, text) == (
        "erp.toml line 10: unknown key 'colums'; did you mean 'columns'?"
    )
    text = payments("delimitter = ';'")
    assert sentence(tmp_path, text) == (
        "erp.toml line 5: unknown key 'delimitter'; did you mean 'delimiter'?"
    )


def test_a_misspelt_option_inside_a_column_is_told_with_its_line(tmp_path: Path) -> None:
    text = payments(amount_minor='{ column = "amount", negat = true }')
    assert sentence(tmp_path, text) == (
        "erp.toml line 16: unknown key 'negat'; did you mean 'negate'?"
    )


def test_the_second_of_two_entries_is_told_apart_from_the_first(tmp_path: Path) -> None:
    second = payments("encodin = 'cp1252'").replace('source = "erp"\n', "")
    assert sentence(tmp_path, payments() + second).startswith("erp.toml line 21: unknown key")


def test_an_entry_that_would_never_read_anything_is_told_with_its_line(tmp_path: Path) -> None:
    second = payments('pattern = "EXPORT.csv.gz"').replace('source = "erp"\n', "")
    told = sentence(tmp_path, payments() + second)
    assert told.startswith("erp.toml line 21: 'EXPORT.csv.gz' is already the pattern of an earlier")


def test_keys_in_lists_over_several_lines_are_found(tmp_path: Path) -> None:
    entry = 'filters = [\n  { name = "a", column = "x", equals = "1" },\n  { nam = "b" },\n]'
    assert "line 7: " in sentence(tmp_path, payments(entry))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"amount_minr": '"amount"'}, "payments has no column 'amount_minr'; did you mean"),
        ({"paid_date": '{ column = "day", dates = ["dd/mm/yyyy"] }'}, "is no date format"),
        (
            {"paid_date": '{ column = "day", dates = ["%d/%m/%Y", "%m/%d/%Y"] }'},
            "read one text as different days",
        ),
        ({"paid_date": '{ column = "day", negate = true }'}, "'negate' does not fit paid_date"),
        ({"paid_date": '{ column = "day", time_zone = "Mexico" }'}, "is no time zone"),
        ({"amount_minor": '{ column = "amount", multiply = "x" }'}, "is not a number such as 12"),
        ({"amount_minor": '{ column = "amount", multiply = 1e3 }'}, "'1e3' is not a number such"),
        ({"amount_minor": '{ column = "amount", multiply = [0.5] }'}, "'multiply': input should"),
        ({"amount_minor": "{ negate = true }"}, "exactly one of column, first_of, join or value"),
        ({"amount_minor": '{ column = "a", value = 1 }'}, "exactly one of column, first_of"),
        ({"currency": '{ value = "Pesos" }'}, "'Pesos' is not an ISO 4217 currency code"),
        ({"status": '{ value = "done" }'}, "'done' is none of succeeded, pending, failed"),
        (
            {"status": '{ column = "s", values = { A = "failed", a = "failed" } }'},
            "same word twice",
        ),
        ({"status": '{ column = "s", otherwise = "failed" }'}, "belong to 'values'"),
        (
            {"account_id": '{ column = "a", via = "invoicez" }'},
            "no canonical table with an account",
        ),
        ({"payment_id": '{ column = "a", link = "stripe" }'}, "payment_id holds none"),
        ({"payment_id": '{ join = ["a", "#row"] }'}, "'#row' is none of #occurrence, #line, #file"),
        (
            {"payment_id": '{ column = "a", extract = "[0-9]+" }'},
            "regular expression with one group",
        ),
        ({"payment_id": '{ column = "a", true_from = 4 }'}, "'true_from' does not fit"),
        ({"payment_id": "{ value = true }"}, "payment_id holds a word or number"),
        (
            {"account_id": '{ column = "a", link = "stripe", via = "invoices" }'},
            "state link or via, not both",
        ),
        (
            {"status": '{ column = "s", values = { A = "failed" }, if_filled = "failed" }'},
            "state values or if_filled, not both",
        ),
        (
            {
                "status": '{ column = "s", values = { A = "failed" }, otherwise = "failed", '
                "keep_others = true }"
            },
            "state otherwise or keep_others, not both",
        ),
    ],
)
def test_a_column_rule_that_cannot_be_carried_out_is_told(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    assert told in sentence(tmp_path, payments(**changed))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ('"true"', "is_active holds true or false: write true without quotes"),
        ('"yes"', "is_active holds true or false, not yes"),
        ("3", "is_active holds true or false, not 3"),
    ],
)
def test_what_is_no_truth_is_told_as_it_is_written(tmp_path: Path, value: str, told: str) -> None:
    rules = f'manager_id = "id"\nmanager_name = "id"\nis_active = {{ value = {value} }}'
    assert told in sentence(tmp_path, table_mapping("managers", rules))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('encoding = "ansi1252"', "'ansi1252' is no encoding"),
        ('delimiter = ";;"', "the delimiter is one character"),
        ('decimal = ","\nthousands = ","', "not the decimal mark"),
        ('decimal = "·"', "the decimal mark is"),
        ('records = "data"', "'records' belongs to the format json"),
        ('sheet = "Data"', "'sheet' belongs to the format xlsx"),
        ("header_line = 0", "greater than or equal to 1"),
        ('format = "pdf"', "'format': input should be 'csv', 'json'"),
        ('unused = "not needed"', "state the tables the file feeds, or why it is 'unused'"),
        ('filters = [{ name = "x", column = "y" }]', "exactly one of equals, in, not_in"),
        ('filters = [{ name = "x", column = "y", below = "a" }]', "'a' is no number such as"),
        ('filters = [{ name = "x", column = "y", above = "2026-01-31" }]', "without quotes"),
        (
            'lookups = [{ name = "p", file = "plan.csv", column = "a", key = "b" }]',
            "'plan.csv' is the pattern of no other file",
        ),
        ('named = { price = "prices.json" }', "'named' belongs to the formats json and jsonl"),
        (
            'format = "json"\nnamed = { price = "prices.json" }',
            "'prices.json' is the pattern of no other file",
        ),
        ('section = "Data"\nheader_line = 3', "state section or header_line, not both"),
        ("minor_units = { MXN = 7 }", "'MXN = 7' is no currency and its decimals"),
    ],
)
def test_a_file_entry_that_cannot_be_carried_out_is_told(
    tmp_path: Path, entry: str, told: str
) -> None:
    assert told in sentence(tmp_path, payments(entry))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ('combine = true\nlatest_by = "day"', "state combine or latest_by, not both"),
        ('combine = true\ndelivery = "increment"', "rows that are combined come in full exports"),
    ],
)
def test_a_table_that_cannot_be_carried_out_is_told(tmp_path: Path, stated: str, told: str) -> None:
    text = payments("").replace('table = "payments"', f'table = "payments"\n{stated}')
    assert told in sentence(tmp_path, text)


def test_required_columns_and_the_currency_of_money_must_be_mapped(tmp_path: Path) -> None:
    assert "payments needs the columns payment_id, account_id" in sentence(
        tmp_path, table_mapping("payments", 'amount_minor = "amount"')
    )
    assert "list_price_minor needs the column currency" in sentence(
        tmp_path,
        table_mapping(
            "products", 'product_id = "p"\nproduct_name = "n"\nlist_price_minor = "price"'
        ),
    )


def test_an_unknown_table_names_the_one_that_was_meant(tmp_path: Path) -> None:
    text = table_mapping("invoice", 'invoice_id = "id"')
    assert "'invoice' is no canonical table; did you mean 'invoices'?" in sentence(tmp_path, text)


def test_text_that_is_no_toml_names_its_line(tmp_path: Path) -> None:
    text = 'source = "erp"\n[[files]]\nImporte año = "x"\n'
    assert sentence(tmp_path, text).startswith("erp.toml line 3: is not TOML: expected '='")
    assert "accents or blanks needs quotes" in sentence(tmp_path, text)


def test_a_mapping_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MappingMissingError, match="there is no mapping"):
        load_mapping(tmp_path / "none.toml")


def test_two_mappings_of_one_source_are_refused(tmp_path: Path) -> None:
    mapping = load_mapping(write_mapping(tmp_path, payments()))
    with pytest.raises(MappingError, match="the source 'erp' is also that of"):
        check_sources([mapping, mapping])


@pytest.mark.parametrize(
    ("pattern", "path", "is_named"),
    [
        ("export*.csv", "export_2026.csv", True),
        ("export*.csv", "erp/EXPORT_2026.CSV", True),
        ("export*.csv", "erp/export.csv.gz", True),
        ("erp/export*.csv", "erp/export.csv", True),
        ("erp/export*.csv", "crm/export.csv", False),
        ("export*.csv", "old_export.csv", False),
    ],
)
def test_patterns_name_files_in_any_folder_and_any_case(
    tmp_path: Path, pattern: str, path: str, is_named: bool
) -> None:
    mapping = load_mapping(write_mapping(tmp_path, payments(f'pattern = "{pattern}"')))
    assert bool(file_mappings_of(mapping, path)) is is_named
