"""A portal with a few clients' files, without any run: what it holds, and how it is used."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from fastapi.testclient import TestClient
from httpx2 import Response

from pipeline.settings import Settings
from portal.visit import Portal
from reports.workbook.renewal_line import RenewalLine, line_text
from transforms.renewals.offers import Offer
from transforms.renewals.renewal_date import RenewalBasis
from warehouse import ArtifactRecord, ClientSummary, Subject, open_warehouse
from warehouse.portal.store import PortalStore

ENGLISH = {"accept-language": "en"}
PASSWORD = "correct horse battery"
KNOWN = datetime(2026, 10, 1, tzinfo=UTC)
GRANTS = """
[[team]]
lead = "lead@example.com"
managers = ["ana@example.com"]

[[exception]]
person = "bea@example.com"
client = "A2"
may_see = true

[[exception]]
person = "ana@example.com"
client = "A3"
may_see = false

[[approver]]
level = "team_lead"
persons = ["Lead@example.com", "ana@example.com"]

[[approver]]
level = "director"
persons = ["dora@example.com"]

[[approver]]
level = "finance"
persons = ["fin@example.com"]
"""
PEOPLE = {
    "ana": ("manager",),
    "bea": ("manager",),
    "lead": ("lead",),
    "dora": ("director",),
    "fin": ("finance",),
    "otto": ("operator",),
}


def summary(client_id: str, manager: str, **parts: object) -> ClientSummary:
    usual = {
        "period": "2026-Q3",
        "client_id": client_id,
        "client_name": f"Client {client_id}",
        "manager_name": manager.title(),
        "manager_email": f"{manager}@example.com",
        "is_active": True,
        "renewal_day": date(2027, 2, 1),
        "renewal_basis": "contract",
        "notice_day": None,
        "points": 61.0,
        "standing": "keep",
        "signals": (),
        "held": (),
        "known_at": KNOWN,
        "edition_id": "e",
    }
    return ClientSummary(**usual | parts)


CLIENTS = (
    summary("A1", "ana"),
    summary("A2", "ana", standing="repair", signals=("falling_use",)),
    summary("A3", "ana"),
    summary("B1", "bea", held=("quarantined_money",)),
)


def renewal(client_id: str, currency: str, **parts: object) -> str:
    """What a workbook's line says, as the register keeps it."""
    usual = RenewalLine(
        client_id=client_id,
        client_name=f"Client {client_id}",
        manager_name="Ana",
        renewal_date=date(2027, 2, 1),
        basis=RenewalBasis.CONTRACT,
        currency=currency,
        price_minor=12_000_000,
        discount=0.0,
        contribution_minor=6_000_000,
        margin=0.6,
        margin_requested=0.6,
        probability=0.85,
        is_below_floor=False,
        approver="account_manager",
        best_offer=Offer.AS_IS,
        reporting_currency="EUR",
        price_reported_minor=12_000_000 if currency == "EUR" else 11_000_000,
        risk_reported_minor=1_800_000 if currency == "EUR" else 1_650_000,
        forecast_reported_minor=10_200_000 if currency == "EUR" else 9_350_000,
    )
    return line_text(replace(usual, **parts))


LINES = {
    "A1": renewal(
        "A1",
        "USD",
        discount=0.25,
        asked_years=1,
        margin_requested=0.345,
        is_below_floor=True,
        approver="director",
        joins_finance=True,
        offer_discount=0.1,
        offer_years=3,
        offer_margin=0.46,
    ),
    "A2": renewal("A2", "EUR", is_settled=True, risk_reported_minor=0),
    "B1": renewal(
        "B1",
        "EUR",
        renewal_date=date(2027, 3, 1),
        price_reported_minor=None,
        risk_reported_minor=None,
    ),
}
"""A3 has a workbook of before lines were kept."""
EXPLAINED = json.dumps(
    {
        "mrr": {
            "language": "es",
            "headings": {"arithmetic": "Arithmetic", "depends": "Depends on", "rows": "Rows"},
            "figure": "Monthly recurring revenue",
            "who": "Client",
            "period": "2026-Q3",
            "definition": "What is charged <each> month.",
            "basis": "Version 1",
            "result": "1,234.00 EUR",
            "arithmetic": ["1,000 + 234"],
            "settings": [{"name": "", "key": "policy.x", "value": "3"}],
            "rates": ["1 EUR = 20 MXN"],
            "tables": [
                {
                    "title": "2 rows",
                    "head": ["file", "line"],
                    "rows": [["subscriptions.csv", "212"]],
                    "figures": [False, True],
                    "rest": "1 more",
                    "is_left_out": False,
                }
            ],
        }
    }
).encode()

BRIEF = b"# Book of Ana\n\n| Client | Why |\n| --- | --- |\n| <b>A1</b> | ![x](/y) late |\n"
CONTENTS = {"explained": EXPLAINED, "brief-text": BRIEF}


@dataclass(frozen=True)
class Site:
    """The portal of one company, and its files by subject and kind."""

    settings: Settings
    client: TestClient
    files: dict[tuple[str, str], int]
    """Artifact ids."""

    @property
    def store(self) -> PortalStore:
        portal: Portal = self.client.app.state.portal  # type: ignore[attr-defined]
        return portal.store

    def path(self, subject: str, kind: str) -> Path:
        found = self.store.file(self.files[subject, kind])
        assert found is not None
        return self.settings.output / found.path


def form_key(page: Response) -> str:
    """What the page's form brings back."""
    found = re.search(r'name="form_key" value="([0-9a-f]*)"', page.text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient, name: str, password: str = PASSWORD, to: str = "/") -> Response:
    key = form_key(client.get("/sign-in"))
    said = {"email": f"{name}@example.com", "password": password, "to": to, "form_key": key}
    return client.post("/sign-in", data=said, follow_redirects=False)


def published(settings: Settings) -> dict[tuple[str, str], int]:
    """Everybody's files, in the output place and in the register: ids by subject and kind."""
    due = [
        (Subject.client(c.client_id), kind)
        for c in CLIENTS
        for kind in ("qbr", "review", "renewal", "explained")
    ]
    due += [(Subject.manager("Ana"), kind) for kind in ("brief", "brief-text")]
    due += [(Subject.portfolio(), "portfolio")]
    with open_warehouse(settings.warehouse_url) as warehouse:
        run_id = warehouse.start_run("2026-Q3", KNOWN)
        warehouse.save_summaries(CLIENTS)
        for subject, kind in due:
            content = CONTENTS.get(kind) or f"{subject.name} {kind}".encode()
            path = f"2026-Q3/{subject.name}/{kind}-ñandú-{subject.name}.pptx"
            place = settings.output / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
            warehouse.register_artifact(
                ArtifactRecord(
                    run_id=run_id,
                    subject=subject,
                    period="2026-Q3",
                    kind=kind,
                    language="es",
                    version=1,
                    path=path,
                    sha256=hashlib.sha256(content).hexdigest(),
                    size=len(content),
                    edition_id="e",
                    renewal_line=LINES.get(subject.id, "") if kind == "renewal" else "",
                )
            )
    return {(subject.id, kind): number for number, (subject, kind) in enumerate(due, start=1)}
