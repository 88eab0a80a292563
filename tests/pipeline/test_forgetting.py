"""A person or a client is taken out of all that is kept, and sums stay."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from deliveries import NOVEMBER, OCTOBER, amounts, promote
from kept_people import (
    ANA,
    MAIL,
    WRITTEN,
    everything,
    land,
    landed,
    office_file,
    publish,
    rows,
    settings_in,
)

from pipeline.forgetting import NameTooShortError, NobodyToForgetError, find, forget
from pipeline.restore import restore
from pipeline.settings import Settings
from pipeline.settings_section import Notify
from transforms.tables import TABLES, Kind, TableSpec
from warehouse import (
    ClientSummary,
    DeliveredFile,
    ExportRecord,
    NoticeRecord,
    RemarkRecord,
    Warehouse,
)
from warehouse.portal.records import AuditEntry, Person
from warehouse.portal.store import open_portal_store


@pytest.fixture
def settings(
    warehouse_url: str, on_warehouse: Callable[[str], Settings], tmp_path: Path
) -> Settings:
    return settings_in(tmp_path, on_warehouse(warehouse_url))


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    yield from landed(settings)


def test_a_person_is_in_no_row_and_no_file_and_sums_stay(
    settings: Settings, warehouse: Warehouse
) -> None:
    with_her = publish(settings, warehouse, "2026-Q3/brief-ana.pptx", office_file(ANA))
    without = publish(settings, warehouse, "2026-Q3/sur.pptx", office_file("Anabel Ruízo"))
    told = NoticeRecord(OCTOBER, "2026-Q3", "files", MAIL)
    warehouse.add_notice(told)
    warehouse.add_remarks(
        [RemarkRecord("A1", "2026-Q3", "qbr", "p", f"Ask {ANA}.", "e", "s", ANA, OCTOBER)]
    )
    warehouse.save_summaries([
        ClientSummary("2026-Q3", "A1", "Norte", ANA, MAIL, True, None, "", None, None, "", (), (),
                      OCTOBER, "e")
    ])  # fmt: skip
    before = amounts(warehouse, OCTOBER)
    found = find(settings, ANA, "")
    assert set(found.names) == {ANA, MAIL}
    assert found.rows["canonical_contacts"] == 1
    assert found.published == (with_her,)
    assert len(found.archived) == 2
    assert found.landed == (Path(settings.landing) / "2026-10-01/crm/c.csv",)
    pseudonym = forget(settings, found, "dpo")
    text = everything(settings)
    assert "Ruíz'" not in text and "ANA RUíZ" not in text and MAIL not in text
    assert "Anabel Ruízo" in text
    assert f"Thanks to {pseudonym}" in text and f"Ask {pseudonym}." in text
    assert not with_her.exists() and without.exists()
    assert amounts(warehouse, OCTOBER) == before
    with pytest.raises(NobodyToForgetError):
        find(settings, ANA, "")


FILLED: dict[Kind, object] = {
    Kind.TEXT: "x",
    Kind.INTEGER: 1,
    Kind.MONEY: 1,
    Kind.NUMBER: 1.0,
    Kind.DECIMAL: "1",
    Kind.DATE: pd.Timestamp("2026-09-30"),
    Kind.TIMESTAMP: pd.Timestamp("2026-09-30", tz=UTC),
    Kind.BOOLEAN: True,
    Kind.CURRENCY: "EUR",
}


def naming(spec: TableSpec, name: str) -> pd.DataFrame:
    """A row of a table each of whose personal columns mentions somebody."""
    row = {
        column.name: f"By {name}, says"
        if column.personal
        else (column.allowed or (FILLED[column.kind],))[0]
        for column in spec.columns
    }
    return rows(spec.name, row, source="other", file="o.csv")


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_no_personal_column_of_any_table_has_a_name_that_is_forgotten(
    settings: Settings, warehouse: Warehouse, written: str
) -> None:
    export = ExportRecord("other", "o.csv", "0" * 64, 10, "archive/o")
    tables = {name: naming(spec, written) for name, spec in TABLES.items()}
    promote(warehouse, NOVEMBER, [export], tables)
    warehouse.save_summaries([
        ClientSummary("2026-Q3", "A1", "Norte", "x", "x@x.example", True, None, "", None, None, "",
                      (f"Ask\n{written}",), (), OCTOBER, "e")
    ])  # fmt: skip
    personal = {name for name, spec in TABLES.items() if any(c.personal for c in spec.columns)}
    held = len([found for found in everything(settings).splitlines() if "By " in found])
    assert held == len(personal)
    found = find(settings, ANA, "")
    assert {f"canonical_{name}" for name in personal} <= set(found.rows)
    pseudonym = forget(settings, found, "dpo")
    text = everything(settings)
    assert written not in text and json.dumps(written)[1:-1] not in text
    assert text.count(f"By {pseudonym}, says") == sum(
        column.personal for spec in TABLES.values() for column in spec.columns
    )


def test_the_same_export_again_does_not_bring_a_name_back(
    settings: Settings, warehouse: Warehouse
) -> None:
    forget(settings, find(settings, MAIL, ""), "dpo")
    land(settings, warehouse, NOVEMBER)
    contacts = warehouse.read_tables(NOVEMBER).rows("contacts")
    assert ANA not in set(contacts["contact_name"])
    assert len(contacts) == 2


def test_restore_leaves_out_what_was_forgotten_and_says_nothing_of_it(
    settings: Settings, warehouse: Warehouse
) -> None:
    publish(settings, warehouse, "2026-Q3/brief-ana.pptx", office_file(ANA))
    kept = publish(settings, warehouse, "2026-Q3/sur.pptx", office_file("Sur"))
    forget(settings, find(settings, ANA, ""), "dpo")
    kept.unlink()
    restored = restore(settings, settings.root / "elsewhere")
    assert (restored.written, restored.told) == ((kept,), ())
    assert "brief-ana" not in json.dumps([item.path for item in warehouse.artifacts()])


def test_a_client_goes_with_its_people_but_not_with_what_others_share(
    settings: Settings, warehouse: Warehouse
) -> None:
    found = find(settings, "", "A2")
    assert set(found.names) == {"Sur S.A.", "Anabel Ruízo"}
    forget(settings, found, "dpo")
    text = everything(settings)
    assert "Sur S.A." not in text and "Anabel" not in text
    assert "Norte S.A." in text and "mail.example" in text and ANA in text
    assert amounts(warehouse, OCTOBER) == {"A1-1": 1000, "A2-1": 250}


def test_who_was_sent_what_names_no_file_of_theirs(
    settings: Settings, warehouse: Warehouse
) -> None:
    for name in ("2026-Q3/brief-ana.pptx", "2026-Q3/sur.pptx"):
        publish(settings, warehouse, name, office_file(ANA if "ana" in name else "Sur"))
        warehouse.add_delivered(DeliveredFile("folder", name, "0" * 64, OCTOBER))
        warehouse.add_notice(NoticeRecord(OCTOBER, "2026-Q3", "files", "a@b.example"), [name])
    forget(settings, find(settings, ANA, ""), "dpo")
    sent = warehouse.delivered("folder"), warehouse.told_of("a@b.example")
    assert sent == ({"2026-Q3/sur.pptx"}, {"2026-Q3/sur.pptx"})


def test_a_crash_half_way_is_finished_by_the_same_command(
    settings: Settings, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = publish(settings, warehouse, "2026-Q3/brief-ana.pptx", office_file(ANA))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(Warehouse, "replace_names", killed)
        forget(settings, find(settings, ANA, ""), "dpo")
    assert not path.exists()
    found = find(settings, ANA, "")
    assert set(found.names) == {ANA, MAIL}
    forget(settings, found, "dpo")
    assert MAIL not in everything(settings)
    assert restore(settings, settings.root / "elsewhere").told == ()


def test_the_portal_lets_them_in_no_more_and_its_audit_is_told(
    settings: Settings, warehouse: Warehouse
) -> None:
    store = open_portal_store(settings.warehouse_url)
    store.save_person(Person(MAIL, ANA, frozenset({"manager"}), "es", "hash"))
    store.note(AuditEntry(datetime.now(UTC), MAIL, "127.0.0.1", "sign-in", True))
    found = find(settings, ANA, "")
    assert found.audit_entries == 1
    forget(settings, found, "dpo")
    person = store.person(MAIL)
    store.close()
    assert person is not None
    assert person.is_disabled and person.password_hash == "" and ANA not in person.name


def test_no_address_stays_with_the_portals_people_nor_with_who_was_told(
    settings: Settings, warehouse: Warehouse
) -> None:
    store = open_portal_store(settings.warehouse_url)
    store.save_person(Person(MAIL, ANA, frozenset({"manager"}), "es", "hash"))
    for recipient in (MAIL, MAIL.upper()):
        warehouse.add_notice(NoticeRecord(OCTOBER, "2026-Q3", "files", recipient), ["a.pptx"])
    forget(settings, find(settings, MAIL, ""), "dpo")
    person = store.person(MAIL)
    store.close()
    assert person is not None and person.is_disabled
    assert person.email.startswith("forgotten/")
    assert MAIL not in everything(settings).lower()


def test_files_that_people_keep_and_keys_are_told(settings: Settings, warehouse: Warehouse) -> None:
    other = "ana@elsewhere.example"
    settings = replace(settings, notify=Notify(addresses={ANA: other}))
    written = {"cartera.toml": f'"{ANA}" = "{other}"', "account_map.csv": f"teams,{ANA},A1,yes"}
    for name, text in written.items():
        (settings.root / name).write_text(text, encoding="utf-8")
    key = {"manager_id": ANA, "manager_name": ANA}
    export = ExportRecord("hubspot", "m.csv", "0" * 64, 10, "archive/m")
    managers = rows("managers", key, source="hubspot", file="m.csv")
    promote(warehouse, NOVEMBER, [export], {"managers": managers})
    for asked in (ANA, other):
        found = find(settings, asked, "")
        assert set(found.names) == {ANA, MAIL, other}
        assert sorted(path.name for path in found.kept) == sorted(written)
        assert found.keys == {"canonical_managers": 1}


@pytest.mark.parametrize(
    ("person", "client", "kind"),
    [
        ("Ana", "", NameTooShortError),
        ("Nadie Nunca", "", NobodyToForgetError),
        ("", "A9", NobodyToForgetError),
    ],
)
def test_who_cannot_be_found_is_one_sentence(
    settings: Settings, warehouse: Warehouse, person: str, client: str, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        find(settings, person, client)


def test_an_underscore_in_an_address_stands_for_itself(
    settings: Settings, warehouse: Warehouse
) -> None:
    with pytest.raises(NobodyToForgetError):
        find(settings, "anaXruiz@norte.example", "")
