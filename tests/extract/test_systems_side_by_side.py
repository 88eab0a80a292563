"""Pages of several systems in one delivery: each mapping reads its own, however they are named."""

import json
from pathlib import Path

from pipeline.ingest.ingest import landed_deliveries, read_twice, source_mappings
from pipeline.settings import load_settings

_SETTINGS = """\
[company]
name = "C"
reporting_currency = "USD"
[[sources]]
mapping = "stripe_api"
[[sources]]
mapping = "xero_api"
[[sources]]
mapping = "zoom"
[[sources]]
mapping = "asana"
[[sources]]
mapping = "teams"
[[sources]]
mapping = "zendesk"
[[sources]]
mapping = "hubspot"
[[sources]]
mapping = "account_map"
"""

PAGES = {
    "stripe/invoices-000001.json": {"data": [{"id": "in_1"}]},
    "stripe/credit_notes-000001.json": {"data": []},
    "stripe/events-000001.json": {"data": []},
    "stripe/events-000002.json": {"data": [{"id": "e", "type": "x", "data": {"object": {}}}]},
    "teams/events-000001.json": {"value": []},
    "teams/events-000002.json": {"value": [{"id": "1", "isOrganizer": True}]},
    "xero/invoices-000001.json": {"Invoices": [{"InvoiceID": "i"}]},
    "xero/credit_notes-000001.json": {"CreditNotes": []},
    "zoom/participants@x%3D-000001.json": {"participants": []},
    "asana/tasks-000001.json": {"data": [{"gid": "1"}]},
    "teams/attendance@x-000001.json": {"attendanceRecords": []},
    "zendesk/tickets-000001.json": {"tickets": [{"id": 1}]},
    "hubspot/tickets-000001.json": {"results": [{"id": "1", "properties": {}}]},
    "hubspot/tickets_archived-000001.json": {"results": []},
}


def test_each_page_is_read_by_its_own_mapping_alone(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", f"sqlite:///{tmp_path / 'w.db'}")
    (tmp_path / "cartera.toml").write_text(_SETTINGS)
    (tmp_path / "account_map.csv").write_text("system,external_id,account_id,decision\n")
    for name, document in PAGES.items():
        path = tmp_path / "landing" / "2026-10-01" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document))
    settings = load_settings(tmp_path)
    mappings = source_mappings(settings)
    (delivery,) = landed_deliveries(settings, mappings)
    assert list(read_twice(delivery, mappings)) == []
    assert delivery.unmatched == ()
    read_by = {export.path_in_delivery: export.source for export in delivery.exports}
    assert {path: read_by[path] for path in PAGES} == {path: path.split("/")[0] for path in PAGES}
