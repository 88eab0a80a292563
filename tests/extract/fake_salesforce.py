"""A Salesforce of this machine: it makes, keeps and pages the jobs of bulk queries."""

import csv
import io
import json
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from fake_stripe import Answer

from extract.systems import load_system

COLUMNS = ("Id", "IsDeleted", "Name", "Type", "ParentId", "Industry", "OwnerId", "CreatedDate")
JSON = {"Content-Type": "application/json"}


def fields_of(name: str) -> tuple[str, ...]:
    """Of accounts those of no company's own, of other objects all that are asked for."""
    return COLUMNS if name == "Account" else load_system("salesforce").stream(name).fields


def account(key: str, name: str, is_deleted: str = "false") -> dict[str, str]:
    facts = {"Id": key, "Name": name, "IsDeleted": is_deleted, "Type": "Customer"}
    return dict.fromkeys(COLUMNS, "") | facts | {"CreatedDate": "2026-01-01T00:00:00.000Z"}


def accounts(count: int) -> list[dict[str, str]]:
    return [account(f"001{number}", f"C{number}") for number in range(count)]


@dataclass
class FakeSalesforce:
    """Jobs that are done at the second question; pages of two rows."""

    accounts: list[dict[str, str]]
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """Of other objects."""
    queries: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    state: str = "JobComplete"
    status_of_results: int = 200
    asked: set[str] = field(default_factory=set)
    address: str = ""

    def token(self, body: str) -> Answer:
        if "grant_type" in body:
            self.forms.append(body)
            return 200, JSON, b'{"access_token": "tok"}'
        self.queries.append(json.loads(body)["query"])
        return 200, JSON, json.dumps({"id": f"750{len(self.queries)}"}).encode()

    def answer(self, target: str, key: str) -> Answer:
        assert key == "Bearer tok"
        self.requests.append(target)
        parts = urlsplit(target)
        if parts.path.endswith("/describe"):
            found = {"fields": [{"name": name} for name in fields_of(parts.path.split("/")[-2])]}
            return 200, JSON, json.dumps(found).encode()
        if parts.path.endswith("/results"):
            return self._results(parts.path, parse_qs(parts.query).get("locator", ["0"])[0])
        is_new = parts.path not in self.asked
        self.asked.add(parts.path)
        state = "InProgress" if is_new else self.state
        return 200, JSON, json.dumps({"state": state}).encode()

    def _results(self, path: str, locator: str) -> Answer:
        if locator != "0" and self.status_of_results != 200:
            return self.status_of_results, JSON, b"[]"
        query = self.queries[int(path.split("/")[-2].removeprefix("750")) - 1]
        name = query.split(" FROM ")[1].split(" ")[0]
        rows = self.accounts if name == "Account" else self.rows.get(name, [])
        start = int(locator)
        out = io.StringIO()
        writer = csv.DictWriter(out, fields_of(name), extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[start : start + 2])
        following = str(start + 2) if start + 2 < len(rows) else "null"
        headers = {"Content-Type": "text/csv", "Sforce-Locator": following}
        return 200, headers, out.getvalue().encode()
