"""The exports: the same on every run, true to their formats, and consistent in themselves."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import samples
from samples.cast import LONG_NAME, NAMED
from samples.phrases import Trade
from samples.trades import TRADES, factory
from samples.trades import food as food_trade
from samples.wording import WORDS

COMMITTED = Path(__file__).parents[2] / "samples" / "company"
LANDING = Path("landing") / "2026-10-01"
_SHORT, _ALIKE = 4, 1
"""Letters of words that tell nothing, and how many of the others two sentences may share."""


def rows(path: str, delimiter: str = ",") -> list[dict[str, str]]:
    encoding = "utf-8-sig" if path.startswith("finance") else "utf-8"
    with (COMMITTED / LANDING / path).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def files(directory: Path) -> dict[str, bytes]:
    """What the generator writes; a run's own leavings beside it do not matter."""
    wanted = [directory / "cartera.toml"]
    wanted += [path for name in ("landing", "truth") for path in (directory / name).rglob("*")]
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in wanted
        if path.is_file()
    }


def accounts_named(start: str) -> list[str]:
    return [row["Id"] for row in rows("salesforce/Account.csv") if row["Name"].startswith(start)]


def customers_of(accounts: list[str]) -> set[str]:
    links = rows("finance/mapa_cuentas.csv", ";")
    return {
        row["Id externo"]
        for row in links
        if row["Sistema"] == "stripe" and row["Cuenta CRM"] in accounts
    }


def of_customer(path: str, column: str, name: str) -> list[dict[str, str]]:
    known = customers_of(accounts_named(name))
    return [row for row in rows(path) if row[column] in known]


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    directory = tmp_path_factory.mktemp("company")
    samples.generate(directory, 24, 7)
    return files(directory)


def test_the_committed_company_is_what_the_generator_writes_now(
    regenerated: dict[str, bytes],
) -> None:
    committed = files(COMMITTED)
    assert sorted(committed) == sorted(regenerated)
    assert [name for name in committed if committed[name] != regenerated[name]] == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        samples.generate(tmp_path / name, 5, 3)
    assert files(tmp_path / "first") == files(tmp_path / "second")


def test_another_seed_gives_other_numbers(tmp_path: Path) -> None:
    for seed in (7, 8):
        samples.generate(tmp_path / str(seed), 1, seed)
    tickets = (LANDING / "zendesk" / "tickets-0001.json").as_posix()
    assert files(tmp_path / "7")[tickets] != files(tmp_path / "8")[tickets]


def test_a_clients_history_does_not_depend_on_the_size_of_the_company(tmp_path: Path) -> None:
    samples.generate(tmp_path, 4, 7)
    usage = (tmp_path / LANDING / "usage" / "usage_weekly.csv").read_text(encoding="utf-8")
    larger = (COMMITTED / LANDING / "usage" / "usage_weekly.csv").read_text(encoding="utf-8")
    assert larger.startswith(usage)


def test_a_company_of_one_has_its_faults_and_is_held_back(tmp_path: Path) -> None:
    samples.generate(tmp_path, 1, 7)
    totals = json.loads((tmp_path / "truth" / "totals.json").read_text(encoding="utf-8"))
    assert len(totals["held"]) == 1
    assert {fault["rule"] for fault in totals["faults"]} >= {"unknown_account", "unreadable_date"}


def test_generating_again_leaves_other_files_of_the_directory_alone(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "deck.pptx").write_bytes(b"kept")
    samples.generate(tmp_path, 1, 7)
    assert (tmp_path / "output" / "deck.pptx").read_bytes() == b"kept"


def test_no_two_clients_of_a_large_company_share_a_name() -> None:
    from samples.crowd import plan_of

    names = [plan_of(number, 7).name for number in range(1, 4001)]
    assert len(set(names)) == len(names)


def lines_by_invoice() -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    seen = set()
    for row in rows("stripe/invoice_line_items.csv"):
        if row["id"] not in seen:
            seen.add(row["id"])
            sums[row["Invoice"]] += Decimal(row["Net Amount"])
    return sums


def test_lines_add_up_to_their_invoice_except_on_the_planted_one() -> None:
    sums = lines_by_invoice()
    wrong = {
        row["Customer"]
        for row in rows("stripe/invoices.csv")
        if sums[row["id"]] != Decimal(row["Total Excluding Tax"])
    }
    assert wrong == customers_of(accounts_named("Distribuidora Mezquital"))


def test_net_and_tax_add_up_to_the_total_of_every_document() -> None:
    for path in ("stripe/invoices.csv", "stripe/credit_notes.csv"):
        for row in rows(path):
            net, tax, total = (
                Decimal(row[name]) for name in ("Total Excluding Tax", "Tax", "Total")
            )
            assert net + tax == total


def test_yen_are_written_without_decimals() -> None:
    yen = [row for row in rows("stripe/invoices.csv") if row["Currency"] == "jpy"]
    assert yen
    assert all(row["Total"].isdigit() for row in yen)


def test_some_invoices_were_issued_on_the_evening_before_their_day_in_utc() -> None:
    issued = [row["Date (UTC)"] for row in rows("stripe/invoices.csv")]
    assert [when for when in issued if when.endswith(" 01:30")]


def quarter_invoices(name: str) -> list[dict[str, str]]:
    found = of_customer("stripe/invoices.csv", "Customer", name)
    return [
        row
        for row in found
        if "2026-07-01" <= row["Date (UTC)"] < "2026-10-01"
        and row["Status"] not in ("draft", "void")
    ]


def test_the_busy_client_has_forty_invoices_in_the_quarter() -> None:
    assert len(quarter_invoices("Supermercados La Huerta")) == 40


def test_one_client_has_only_credit_notes_in_the_quarter() -> None:
    assert quarter_invoices("Consultores Riva Plata") == []
    notes = of_customer("stripe/credit_notes.csv", "Customer", "Consultores Riva Plata")
    assert [row["Created (UTC)"][:7] for row in notes] == ["2026-07", "2026-08"]


def test_the_long_name_has_120_characters() -> None:
    assert len(LONG_NAME) == 120
    assert len(accounts_named(LONG_NAME)) == 1


def statuses(path: str) -> set[str]:
    return {row["Status"] for row in rows(path)}


def test_every_state_of_billing_occurs() -> None:
    assert statuses("stripe/invoices.csv") == {"draft", "open", "paid", "uncollectible", "void"}
    assert statuses("stripe/subscriptions.csv") == {
        *("active", "canceled", "past_due", "trialing", "unpaid")
    }
    assert statuses("stripe/payments.csv") == {*("Paid", "Failed", "Pending", "Partially Refunded")}
    payments = rows("stripe/payments.csv")
    assert [row for row in payments if not row["Invoice ID"] and row["Mode"] == "Live"]


def tickets() -> Iterator[dict[str, object]]:
    for path in sorted((COMMITTED / LANDING / "zendesk").glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))["tickets"]


def test_tickets_are_told_once_and_never_solved_before_they_were_answered() -> None:
    found = list(tickets())
    assert len({ticket["id"] for ticket in found}) == len(found)
    for ticket in found:
        metrics = ticket["metric_set"]
        assert isinstance(metrics, dict)
        reply = metrics["reply_time_in_minutes"]["calendar"]
        solved = metrics["full_resolution_time_in_minutes"]["calendar"]
        assert solved is None or reply <= solved


def promised(name: str) -> set[str]:
    account = accounts_named(name)[0]
    found = rows("finance/compromisos.csv", ";")
    return {row["Descripción"] for row in found if row["Cuenta CRM"] == account}


def test_every_client_is_written_to_in_its_own_language_and_about_its_own_business() -> None:
    food = {item.text for item in (*food_trade.ENGLISH.promises, *food_trade.ENGLISH.plans)}
    cloth = {item.text for item in (*factory.SPANISH.promises, *factory.SPANISH.plans)}
    assert len(promised("Brightwater Foods") & food) >= 3
    assert len(promised("Textiles Ferrovía") & cloth) >= 3


def test_no_two_clients_have_the_same_plan_for_the_quarter_to_come() -> None:
    plans: dict[str, list[str]] = defaultdict(list)
    for row in rows("finance/compromisos.csv", ";"):
        if row["Trimestre"] == "2026-Q4":
            plans[row["Cuenta CRM"]].append(row["Descripción"])
    told = [tuple(texts) for texts in plans.values()]
    assert len(told) > 20
    assert len(set(told)) == len(told)


def test_every_trade_says_as_much_in_each_language() -> None:
    for industry, languages in TRADES.items():
        sizes = [
            {field.name: len(getattr(trade, field.name)) for field in fields(trade)[:-1]}
            for trade in languages.values()
        ]
        assert sizes[0] == sizes[1], industry
        assert sizes[0] == {
            field.name: len(getattr(TRADES["Logistics"]["es"], field.name))
            for field in fields(Trade)[:-1]
        }, industry


def test_every_named_client_has_an_account() -> None:
    names = {row["Name"] for row in rows("salesforce/Account.csv")}
    assert {plan.name for plan in NAMED} <= names


def test_nobody_promises_anything_for_a_weekend() -> None:
    found = rows("finance/compromisos.csv", ";")
    days = [row["Fecha límite"] for row in found]
    written = [day.split("/")[::-1] for day in days if day.count("/") == 2]
    assert len(written) >= len(found) - 1  # the planted fault writes a word
    assert all(date(*map(int, parts)).weekday() < 5 for parts in written)


def telling_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > _SHORT}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_promise_can_contradict_what_the_data_say(language: str) -> None:
    for trade in TRADES.values():
        wording = trade[language]
        for promise in WORDS[language].promises:
            assert not re.search(r"\d", promise.text + promise.measure)
        for promise in (*WORDS[language].promises, *wording.promises):
            own = telling_words(promise.text)
            assert [
                text for text in wording.milestones if len(own & telling_words(text)) > _ALIKE
            ] == []


def test_a_client_that_never_paid_can_be_the_one_held_back(tmp_path: Path) -> None:
    samples.generate(tmp_path, 6, 1)
    with (tmp_path / LANDING / "stripe" / "invoices.csv").open(newline="") as file:
        last = [row for row in csv.DictReader(file) if row["Number"].startswith("LUM-0120")]
    assert last and all(row["Status"] != "paid" for row in last)


@pytest.mark.thorough
def test_what_remains_of_an_invoice_is_less_what_was_credited_before_it_was_paid(
    tmp_path: Path,
) -> None:
    samples.generate(tmp_path, 26, 812)

    def read(name: str) -> list[dict[str, str]]:
        with (tmp_path / LANDING / "stripe" / name).open(newline="") as file:
            return list(csv.DictReader(file))

    invoices = {row["id"]: row for row in read("invoices.csv")}
    early = [row for row in read("credit_notes.csv") if row["Type"] == "pre_payment"]
    assert early
    for note in early:
        total, paid, left = (
            Decimal(invoices[note["Invoice"]][name])
            for name in ("Total", "Amount Paid", "Amount Remaining")
        )
        assert left == total - paid - Decimal(note["Total"])
