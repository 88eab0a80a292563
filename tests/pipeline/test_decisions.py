"""What finance typed comes back, is carried over, and the next run starts from it."""

import re
import shutil
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from spreadsheet_user import typed

from pipeline.compute.compute import compute_shard
from pipeline.compute.shards import known_shards
from pipeline.feedback.decisions import DecisionRefusedError, carried_over, keep
from pipeline.ingest.ingest import ingest
from pipeline.outcome import PublishedFile
from pipeline.publishing.publish_clients import publish_shard
from pipeline.publishing.variant import Variant
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings, load_settings
from reports.workbook.read_back import WorkbookNotReadableError, read_workbook
from samples import generate
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from transforms.renewals.offers import Offer
from warehouse import Warehouse, open_warehouse

pytestmark = pytest.mark.thorough

PERIOD = Period.parse("2026-10")


def run(settings: Settings, warehouse: Warehouse) -> list[PublishedFile]:
    """A month's renewal workbooks, without Prefect."""
    deliveries = ingest(settings, warehouse)
    known_at = warehouse.known_at_latest()
    assert known_at is not None
    run_id = warehouse.start_run(str(PERIOD), known_at)
    shards = known_shards(settings, warehouse, known_at, deliveries)
    order = RunOrder(settings, PERIOD, known_at, shards, run_id, variant=Variant.INTERNAL)
    context = RunContext(order, warehouse)
    found: list[PublishedFile] = []
    for shard in shards:
        compute_shard(context, shard, needed_periods(PERIOD))
        for outcome in publish_shard(context, shard):
            found += [file for file in outcome.files if file.kind == "renewal"]
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small company after a month's run."""
    folder = tmp_path_factory.mktemp("made") / "company"
    generate(folder, 5, 7)
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        assert len(run(settings, warehouse)) > 1
    return folder


@pytest.fixture
def settings(made: Path, tmp_path: Path) -> Settings:
    """That company, for one test to change."""
    folder = tmp_path / "company"
    shutil.copytree(made, folder)
    return load_settings(folder)


def workbooks(settings: Settings) -> list[Path]:
    return sorted(settings.output.glob("**/internal-renewal-*-v1.xlsx"))


def opened(path: Path, *, values: bool = False) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the sparklines that it cannot keep
        return openpyxl.load_workbook(BytesIO(path.read_bytes()), data_only=values)


def edited(path: Path, target: Path, contents: Mapping[str, object]) -> Path:
    """The workbook with these contents in its named cells."""
    book = opened(path)
    for name, content in contents.items():
        sheet, cells = next(iter(book.defined_names[name].destinations))
        book[sheet][cells.replace("$", "").split(":")[0]] = content
    book.save(target)
    return target


def carry(settings: Settings, path: Path, account: str | None = None):
    with open_warehouse(settings.warehouse_url) as warehouse:
        return carried_over(settings, warehouse, path, "ana", account)


def landed_dearer(settings: Settings, day: str) -> None:
    """The same exports landed later, with every cost a tenth higher."""
    first = settings.root / "landing" / "2026-10-01"
    later = settings.root / "landing" / day
    shutil.copytree(first, later)
    path = next(later.rglob("costes.csv"))
    head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    column = head.split(";").index("Importe")
    changed = [head, *(_dearer(line.split(";"), column) for line in lines)]
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def _dearer(cells: list[str], column: int) -> str:
    """A line whose amount, written as 1.234,50, is a tenth higher and whole."""
    amount = float(cells[column].replace(".", "").replace(",", "."))
    cents = ",00" if "," in cells[column] else ""
    return ";".join([*cells[:column], f"{round(amount * 1.1)}{cents}", *cells[column + 1 :]])


@pytest.mark.long
@pytest.mark.rendering
def test_a_file_edited_in_libreoffice_is_carried_over_the_months_rerun(
    settings: Settings, tmp_path: Path
) -> None:
    path = workbooks(settings)[0]
    said = {
        "in_discount": 0.07,
        "in_probability": 0.66,
        "dec_decision": offer_label(path, Offer.ADDED_VALUE),
        "dec_reason": "Presión de precio",
        "dec_signed_by": "Ana Finanzas",
    }
    file = typed(path, tmp_path / "edited.xlsx", said)
    with open_warehouse(settings.warehouse_url) as warehouse:
        landed_dearer(settings, "2026-10-15")
        run(settings, warehouse)  # the month is run again in between
        carried = carried_over(settings, warehouse, file, "ana", None)
        assert not carried.is_newest
        assert {change.key for change in carried.moved} & {"cost_of_sales", "cost_to_serve"}
        assert {change.key: change.after for change in carried.typed} == {
            "discount": 0.07,
            "probability": 0.66,
        }
        keep(warehouse, carried)
        again = next(
            item for item in run(settings, warehouse) if item.subject.id == carried.client_id
        )
    now = read_workbook(again.path)
    assert again.is_new
    assert now.inputs["discount"] == 0.07
    assert now.inputs["probability"] == 0.66
    assert now.record["decision"] == Offer.ADDED_VALUE
    assert now.record["signed_by"] == "Ana Finanzas"
    moved = next(change for change in carried.moved if "cost" in change.key)
    assert now.inputs[moved.key] == moved.after  # and what finance did not type moves on


def offer_label(path: Path, offer: Offer) -> str:
    book = opened(path, values=True)
    sheet, cells = next(iter(book.defined_names["sc_name"].destinations))
    names = [cell.value for row in book[sheet][cells] for cell in row]
    return str(names[list(Offer).index(offer)])


def test_an_untouched_file_is_no_news(settings: Settings) -> None:
    carried = carry(settings, workbooks(settings)[0])
    assert not carried.is_news
    assert carried.is_newest


def test_two_people_lose_nothing_of_each_other(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    first = edited(path, tmp_path / "first.xlsx", {"in_discount": 0.05})
    second = edited(path, tmp_path / "second.xlsx", {"in_later_probability": 0.5})
    with open_warehouse(settings.warehouse_url) as warehouse:
        for file in (first, second):
            keep(warehouse, carried_over(settings, warehouse, file, "ana", None))
        files = run(settings, warehouse)
    client = read_workbook(path).client_id
    now = read_workbook(next(item.path for item in files if item.subject.id == client))
    assert (now.inputs["discount"], now.inputs["later_probability"]) == (0.05, 0.5)
    newest = opened(next(item.path for item in files if item.subject.id == client), values=True)
    said = [str(cell.value) for row in newest.worksheets[0] for cell in row if cell.value]
    assert any(re.search(r"→ 50\s?% · ana", text) for text in said)  # of the second import
    assert not any(re.search(r"→ 5\s?% · ana", text) for text in said)  # known already


def test_a_decision_changes_no_other_clients_file(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    file = edited(path, tmp_path / "first.xlsx", {"in_discount": 0.05})
    with open_warehouse(settings.warehouse_url) as warehouse:
        carried = carried_over(settings, warehouse, file, "ana", None)
        keep(warehouse, carried)
        new = [item.subject.id for item in run(settings, warehouse) if item.is_new]
    assert new == [carried.client_id]


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        ({"in_discount": 1.5}, "lies outside"),
        ({"in_term_years": None}, "was emptied and is needed"),
        ({"in_discount": "diez"}, "is no number"),
        ({"edition_id": "0000000000000000"}, "never published"),
        ({"client_id": "somebody-else"}, "another client's"),
        ({"dec_decision": "Maybe"}, "none of the offers"),
        ({"dec_reason": "because"}, "no reason code"),
        ({"offered_term_years": 3.5}, r"Supuestos!C\d+ .*3.5 and counts whole numbers"),
        ({"in_term_years": 3.5}, "counts whole numbers"),
        ({"in_horizon_years": 0}, "lies outside"),
        ({"in_price": 0}, r"Supuestos!C\d+ .*lies outside"),
        ({"in_price": -5}, "lies outside"),
        ({"in_price": None}, r"Supuestos!C\d+ .*was emptied"),
        ({"in_list_price": 0}, "lies outside"),
        ({"in_later_probability": 1.01}, "lies outside"),
        ({"agreed_exclusivity": 2}, "lies outside"),
        ({"offered_payment_days": 9999}, "lies outside"),
        ({"offered_discount": "5 %"}, "is no number"),
        ({"in_margin_floor": True}, "is no number"),
        ({"in_price": 0, "in_term_years": 3.5}, r"lies outside.*whole numbers"),
        ({"in_billing_months": 5}, "does not divide a year"),
        ({"offered_billing_months": 7}, "does not divide a year"),
        ({"in_commission": 0.9}, "lies outside"),
        ({"in_step_2": "diez"}, "is no number"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_sentence(
    settings: Settings, tmp_path: Path, contents: dict[str, object], why: str
) -> None:
    file = edited(workbooks(settings)[0], tmp_path / "edited.xlsx", contents)
    with pytest.raises((DecisionRefusedError, WorkbookNotReadableError), match=why) as refused:
        carry(settings, file)
    names = opened(file).defined_names
    for name in contents:
        if name not in ("edition_id", "client_id"):
            _, cell = next(iter(names[name].destinations))
            assert cell.replace("$", "").split(":")[0] in str(refused.value)


ODD = [
    {"dec_conditions": "-10 % si firma en octubre", "dec_comment": "+34 600 000 000"},
    {"dec_comment": "línea uno\nlínea dos\t«citas» & <etiquetas>"},
    {"dec_comment": "x" * 5_000},
    {"in_discount": 0.123456789},
    {"in_discount": 0},
    {"offered_discount": None, "in_probability": None},
    {"in_price": 1e12},
    {"in_price_uplift": -0.5},
    {"in_billing_months": 3, "in_payment_days": 45},
    {"in_commission": 0.05, "in_step_2": 0.1, "in_step_4": -0.2},
]


@pytest.mark.parametrize(
    "contents", [*ODD[:3], *(pytest.param(edit, marks=pytest.mark.long) for edit in ODD[3:])]
)
def test_odd_edits_that_are_sound_come_back_as_they_were_typed(
    settings: Settings, tmp_path: Path, contents: dict[str, object]
) -> None:
    file = edited(workbooks(settings)[0], tmp_path / "odd.xlsx", contents)
    with open_warehouse(settings.warehouse_url) as warehouse:
        carried = carried_over(settings, warehouse, file, "ana", None)
        keep(warehouse, carried)
        files = run(settings, warehouse)
    path = next(item.path for item in files if item.subject.id == carried.client_id)
    now, cells = read_workbook(path), opened(path, values=True)
    for name, given in contents.items():
        if name.startswith("dec_"):
            key = name.removeprefix("dec_")
            assert now.record[key] == str(given).strip()
        elif given is not None:
            key = name.removeprefix("in_")
            assert now.inputs[key] == pytest.approx(given)
    errors = [
        cell.coordinate
        for sheet in cells
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("#")
    ]
    assert errors == []


def test_our_offer_is_stored_apart_from_what_was_asked(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    asked = read_workbook(path).inputs["discount"]
    typed_in = {"offered_discount": 0.05, "offered_term_years": 3, "agreed_discount": 0.045}
    with open_warehouse(settings.warehouse_url) as warehouse:
        file = edited(path, tmp_path / "offer.xlsx", typed_in)
        carried = carried_over(settings, warehouse, file, "ana", None)
        assert dict(carried.decision.inputs) == typed_in
        keep(warehouse, carried)
        files = run(settings, warehouse)
    now = read_workbook(next(item.path for item in files if item.subject.id == carried.client_id))
    assert now.inputs["discount"] == asked
    assert {key: now.inputs[key] for key in typed_in} == typed_in


def test_a_workbook_of_the_version_before_still_imports(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    book = opened(edited(path, tmp_path / "edited.xlsx", {"in_probability": 0.5}))
    for name in list(book.defined_names):
        is_new = name.startswith(("in_offered", "in_agreed", "offered", "agreed", "in_asked"))
        if is_new or name in ("in_longest_term", "in_term_effect", *LATER):
            del book.defined_names[name]
    names = book.defined_names["sc_name"]
    sheet, cells = next(iter(names.destinations))
    first = cells.replace("$", "").split(":")[0]
    row = int("".join(filter(str.isdigit, first)))
    for column in range(5, 10):  # the scenarios of then: none of ours
        book[sheet].cell(row, column - 1).value = book[sheet].cell(row, column).value
    names.attr_text = f"'{sheet}'!$C${row}:$I${row}"
    book.save(tmp_path / "old.xlsx")
    carried = carry(settings, tmp_path / "old.xlsx")
    assert [change.key for change in carried.typed] == ["probability"]
    assert carried.moved == ()


LATER = (
    *("in_billing_months", "in_payment_days", "in_cost_months", "in_commission"),
    *(f"in_step_{year}" for year in (2, 3, 4, 5)),
)
"""Inputs that workbooks have had since payment is reckoned as invoiced."""


def test_a_typed_delay_of_an_older_workbook_is_one_of_a_year_invoiced_at_once(
    settings: Settings, tmp_path: Path
) -> None:
    book = opened(edited(workbooks(settings)[0], tmp_path / "e.xlsx", {"in_payment_days": 0.2}))
    for side in ("in", "iss"):
        place = book.defined_names[f"{side}_payment_days"].attr_text
        book.defined_names[f"{side}_payment_lag"] = DefinedName(
            f"{side}_payment_lag", attr_text=place
        )
    for name in LATER:
        del book.defined_names[name]
    book.save(tmp_path / "old.xlsx")
    carried = carry(settings, tmp_path / "old.xlsx")
    assert dict(carried.decision.inputs) == {"billing_months": 12, "payment_days": 73}


def test_a_decision_beyond_ones_level_or_by_the_requester_warns(
    settings: Settings, tmp_path: Path
) -> None:
    path = workbooks(settings)[0]
    said = {
        "dec_decision": offer_label(path, Offer.COUNTER),
        "dec_reason": "Presión de precio",
        "dec_requested_by": "Luis Peña",
        "dec_signed_by": "luis peña",
        "dec_decided_by": "Gerente de cuenta",
        "in_list_price": 10_000_000,
        "offered_discount": 0.2,
    }
    carried = carry(settings, edited(path, tmp_path / "edited.xlsx", said))
    assert [item.code for item in carried.warnings] == [
        "decision-by-requester",
        "decision-beyond-level",
    ]
    plain = said | {"dec_signed_by": "Ana", "dec_decided_by": "Finanzas y Dirección General"}
    assert carry(settings, edited(path, tmp_path / "plain.xlsx", plain)).warnings == ()


def test_conditions_and_expiry_come_back_and_an_older_workbook_may_lack_them(
    settings: Settings, tmp_path: Path
) -> None:
    path = workbooks(settings)[0]
    said = {
        "dec_decision": offer_label(path, Offer.COUNTER),
        "dec_reason": "Presión de precio",
        "dec_conditions": "Pago por adelantado",
        "dec_valid_until": date(2026, 11, 30),
        "dec_comment": "Hablado con dirección",
    }
    decision = carry(settings, edited(path, tmp_path / "edited.xlsx", said)).decision
    assert decision.conditions == "Pago por adelantado"
    assert (decision.valid_until, decision.comment) == ("2026-11-30", "Hablado con dirección")
    book = opened(path)
    for name in ("dec_conditions", "dec_valid_until", "dec_comment"):
        del book.defined_names[name]
    book.save(tmp_path / "older.xlsx")
    older = carry(settings, tmp_path / "older.xlsx")
    assert not older.is_decided_anew
    assert older.decision.conditions == ""


def test_a_decision_without_reason_code_is_refused(settings: Settings, tmp_path: Path) -> None:
    path = workbooks(settings)[0]
    said = {"dec_decision": offer_label(path, Offer.AS_IS)}
    with pytest.raises(DecisionRefusedError, match="lacks a reason code"):
        carry(settings, edited(path, tmp_path / "edited.xlsx", said))


def test_another_clients_workbook_is_refused_where_one_is_named(settings: Settings) -> None:
    first, second = workbooks(settings)[:2]
    client = read_workbook(second).client_id
    with pytest.raises(DecisionRefusedError, match=f"not of '{client}'"):
        carry(settings, first, client)


def test_a_broken_structure_is_refused(settings: Settings, tmp_path: Path) -> None:
    book = opened(workbooks(settings)[0])
    del book.defined_names["iss_discount"]
    book.save(tmp_path / "broken.xlsx")
    with pytest.raises(WorkbookNotReadableError, match="iss_discount"):
        carry(settings, tmp_path / "broken.xlsx")
    (tmp_path / "text.xlsx").write_text("no workbook")
    with pytest.raises(WorkbookNotReadableError, match=r"sound \.xlsx"):
        carry(settings, tmp_path / "text.xlsx")


def test_reason_codes_are_those_of_the_settings(settings: Settings, tmp_path: Path) -> None:
    renewal = replace(settings.policy.renewal, reason_codes=("merger",))
    own = replace(settings, policy=replace(settings.policy, renewal=renewal))
    said = {"dec_reason": "merger"}
    file = edited(workbooks(settings)[0], tmp_path / "edited.xlsx", said)
    assert carry(own, file).decision.reason == "merger"
