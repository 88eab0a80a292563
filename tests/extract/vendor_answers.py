"""What each vendor's API answers, in its public form, for servers of this machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

NOW = datetime.now(UTC)


LATELY = NOW - timedelta(days=20)


HUBSPOT_ARCHIVED: dict[str, list[dict[str, Any]]] = {}


def hubspot(path: str, asked: Mapping[str, str]) -> Any:
    companies = {"companies": {"results": [{"id": "1", "type": "deal_to_company"}]}}
    won = {"hs_is_closed": "true", "hs_is_closed_won": "true", "dealstage": "closedwon"}
    deal = {"dealname": "New", "amount": "100", "closedate": "2026-07-01T00:00:00Z"} | won
    lists = {
        "/crm/v3/pipelines/deals": [{"id": "default", "stages": [{"id": "closedwon"}]}],
        "/crm/v3/owners": [{"id": "9", "firstName": "A", "lastName": "B", "email": "a@b.example"}],
        "/crm/v3/objects/companies": [
            {"id": str(key), "properties": {"name": f"C{key}"}, "archived": False}
            for key in range(1, 6)
        ],
        "/crm/v3/objects/deals": [{"id": "7", "properties": deal, "associations": companies}],
        "/crm/v3/objects/tickets": [],
    }
    if asked.get("archived") == "true":
        return {"results": HUBSPOT_ARCHIVED.get(path, [])}
    start = int(asked.get("after", "0"))
    found = {"results": lists[path][start : start + 2]}
    if start + 2 < len(lists[path]):
        found["paging"] = {"next": {"after": str(start + 2), "link": "https://elsewhere.example"}}
    return found


def ticket(key: int, status: str, updated: str) -> dict[str, Any]:
    facts = {"organization_id": 5, "subject": "Help", "priority": "high", "tags": []}
    moments = {"created_at": "2026-07-01T00:00:00Z", "updated_at": updated}
    metrics = {"metric_set": {"solved_at": None, "reply_time_in_minutes": {"calendar": 5}}}
    return {"id": key, "status": status} | facts | moments | metrics


class Zendesk:
    """Two pages of tickets at first; later what changed."""

    changed: tuple[dict[str, Any], ...] = ()

    def __call__(self, path: str, asked: Mapping[str, str]) -> Any:
        if path == "/api/v2/organizations":
            found = [{"id": 5, "name": "O", "external_id": "", "domain_names": []}]
            found[0]["updated_at"] = "2026-01-01T00:00:00Z"
            return {"organizations": found, "meta": {"has_more": False, "after_cursor": "x"}}
        if path == "/api/v2/satisfaction_ratings":
            return {"satisfaction_ratings": [], "meta": {"has_more": False}}
        if asked.get("start_time", "0") != "0":
            return {"tickets": list(self.changed), "after_cursor": "d", "end_of_stream": True}
        first = asked.get("cursor") is None
        rows = [ticket(1 if first else 2, "open", "2026-07-02T00:00:00Z")]
        cursor = "b" if first else "c"
        return {"tickets": rows, "after_cursor": cursor, "end_of_stream": not first}


def trello(path: str, asked: Mapping[str, str]) -> Any:
    if path == "/1/members/me/boards":
        return [{"id": "b1", "name": "One", "shortLink": "sh1"}, {"id": "b2", "shortLink": "sh2"}]
    card = {"id": "c1", "idList": "l1", "idMembers": [], "labels": [], "name": "Do it"}
    card |= {"closed": False, "dueComplete": True, "due": "2026-07-01T00:00:00Z"}
    card |= {"dateLastActivity": "2026-07-01T00:00:00Z"}
    lists = [{"id": "l1", "name": "To do"}]
    cards = [{**card, "id": f"c-{path}"}]
    key = path.rpartition("/")[2]
    return {"id": key, "name": key, "shortLink": key, "cards": cards, "lists": lists, "members": []}


XERO_LISTS: dict[str, list[dict[str, Any]]] = {
    "Contacts": [{"ContactID": f"c{n}", "Name": f"C{n}"} for n in range(103)],
    "Invoices": [
        {
            "InvoiceID": f"i-{kind}-{types}",
            "Type": kind,
            "Contact": {"ContactID": "c1", "Name": "C1"},
            "InvoiceNumber": f"N-{types}",
            "Status": "PAID",
            "DateString": "2026-07-01T00:00:00",
            "DueDateString": "2026-07-31T00:00:00",
            "FullyPaidOnDate": "/Date(1783036800000+0000)/",
            "LineAmountTypes": types,
            "SubTotal": 100.0,
            "TotalTax": 16.0,
            "Total": 116.0,
            "AmountDue": 0.0,
            "CurrencyCode": "USD",
            "LineItems": [
                {
                    "LineItemID": f"l-{kind}-{types}",
                    "LineAmount": 116.0 if types == "Inclusive" else 100.0,
                    "TaxAmount": 16.0,
                }
            ],
        }
        for kind in ("ACCREC", "ACCPAY")
        for types in ("Inclusive", "Exclusive")
    ],
    "CreditNotes": [
        {
            "CreditNoteID": "n1",
            "Type": "ACCRECCREDIT",
            "Contact": {"ContactID": "c1"},
            "Status": "PAID",
            "DateString": "2026-08-01T00:00:00",
            "SubTotal": 10.0,
            "TotalTax": 1.6,
            "Total": 11.6,
            "RemainingCredit": 0.0,
            "CurrencyCode": "USD",
        }
    ],
    "Payments": [
        {
            "PaymentID": "p1",
            "PaymentType": "ACCRECPAYMENT",
            "Status": "AUTHORISED",
            "Date": "/Date(1783036800000+0000)/",
            "Amount": 116.0,
            "Invoice": {
                "InvoiceID": "i-ACCREC-Inclusive",
                "CurrencyCode": "USD",
                "Contact": {"ContactID": "c1"},
            },
        }
    ],
}


def xero(path: str, asked: Mapping[str, str]) -> Any:
    name = path.rpartition("/")[2]
    start = 100 * int(asked.get("page", "1")) - 100
    return {name: XERO_LISTS[name][start : start + 100]}


OWN = """\
system = "erp"
title = "ERP"
address = "https://{host}"
values = ["host"]
mapping = "erp"
console = "https://erp.example/keys"

[access]
secrets = { id = "CARTERA_ERP_ID", secret = "CARTERA_ERP_SECRET" }
headers = { Authorization = "Bearer {access_token}" }

[access.token]
path = "/token"
form = { grant_type = "client_credentials", client_id = "{id}", client_secret = "{secret}" }

[paging]
kind = "number"
param = "page"
size = 2

[[streams]]
name = "orders"
path = "/orders"
records = "orders"
scope = "orders"
from_param = "since"
moments = "iso"
"""


def orders(_: str, asked: Mapping[str, str]) -> Any:
    start = 2 * int(asked.get("page", "1")) - 2
    return {"orders": [{"id": number} for number in range(5)][start : start + 2]}


ASANA = {
    "/api/1.0/workspaces": [{"gid": "w1", "name": "Work"}, {"gid": "w2", "name": "Own"}],
    "/api/1.0/projects?w1": [{"gid": "p1", "name": "Norte"}, {"gid": "p2", "name": "Sur"}],
    "/api/1.0/projects?w2": [],
}


def task(key: str, *projects: str, **more: Any) -> dict[str, Any]:
    named = [{"gid": name, "name": name} for name in projects]
    own = [{"gid": "1", "name": "Category", "display_value": "Training"}]
    facts = {"name": f"T{key}", "assignee": None, "completed_at": None, "due_on": "2026-08-01"}
    return {"gid": key, "projects": named, "custom_fields": own, **facts, **more}


SHARED = task("2", "Norte", "Sur", resource_subtype="milestone")


@dataclass
class Asana:
    """Pages of two. Who asks for what was modified is told `changed` alone."""

    tasks: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {
            "p1": [
                task("1", "Norte", completed_at="2026-07-30T10:00:00.000Z"),
                SHARED,
                task("3", "Norte", assignee={"gid": "9", "name": "Ana"}),
            ],
            "p2": [SHARED, task("4", "Sur")],
        }
    )
    changed: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def __call__(self, path: str, asked: Mapping[str, str]) -> Any:
        if path == "/api/1.0/tasks":
            lists = self.changed if "modified_since" in asked else self.tasks
            found = lists.get(asked["project"], [])
        else:
            found = ASANA[path] if path in ASANA else ASANA[f"{path}?{asked['workspace']}"]
        start = int(asked.get("offset", "0"))
        following = {"offset": str(start + 2)} if start + 2 < len(found) else None
        return {"data": found[start : start + 2], "next_page": following}


def day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


UUIDS = ("/ab+c//d==", "plain==")


@dataclass
class Zoom:
    """Two hosts; the first has two meetings, one of them in the words of a client's."""

    lack: str = UUIDS[1]

    def __call__(self, path: str, asked: Mapping[str, str]) -> Any:
        if path == "/v2/users":
            return {"users": [{"id": "u1", "email": "a@x"}, {"id": "u2", "email": "b@x"}]}
        if path.startswith("/v2/report/users/"):
            is_there = "u1" in path and asked["from"] <= day(LATELY) <= asked["to"]
            first = [
                {
                    "uuid": UUIDS[0],
                    "id": 111,
                    "topic": "QBR",
                    "start_time": f"{day(LATELY)}T10:00:00Z",
                }
            ]
            second = [
                {
                    "uuid": UUIDS[1],
                    "id": 111,
                    "topic": "Short",
                    "start_time": f"{day(LATELY)}T12:00:00Z",
                }
            ]
            page = second if asked.get("next_page_token") else first
            token = "" if asked.get("next_page_token") else "n"
            return {
                "meetings": page if is_there else [],
                "next_page_token": token if is_there else "",
            }
        assert path == "/v2/report/meetings/%252Fab%252Bc%252F%252Fd%253D%253D/participants" or (
            path == "/v2/report/meetings/plain%253D%253D/participants"
        )
        if "plain" in path and self.lack:
            return 404
        people = [{"id": "u1", "name": "Host"}, {"id": "", "name": "Guest"}]
        return {"participants": people, "next_page_token": ""}


@dataclass
class Graph:
    """A group of two, of whom one has no calendar; a series that was held twice."""

    address: str = ""

    def __call__(self, path: str, asked: Mapping[str, str]) -> Any:
        match path.removeprefix("/v1.0/").split("/"):
            case ["groups", "g", "transitiveMembers", "microsoft.graph.user"]:
                if "$skiptoken" in asked:
                    return {"value": [{"id": "o2", "displayName": "Bea"}]}
                assert asked["$count"] == "true"
                link = f"https://elsewhere.example{path}?$skiptoken=x"
                return {"value": [{"id": "o1", "displayName": "Ana"}], "@odata.nextLink": link}
            case ["users", "o2", "calendarView"]:
                return 404
            case ["users", "o1", "calendarView"]:
                assert asked["startDateTime"] < asked["endDateTime"]
                event = {
                    "id": "e",
                    "isOrganizer": True,
                    "onlineMeeting": {"joinUrl": "https://j/1?c=a"},
                }
                own = {"id": "f", "isOrganizer": True, "onlineMeeting": None}
                other = {**event, "id": "h", "isOrganizer": False}
                return {"value": [event, {**event, "id": "e2"}, own, other]}
            case ["users", "o1", "onlineMeetings"]:
                assert asked["$filter"] == "JoinWebUrl eq 'https://j/1?c=a'"
                return {
                    "value": [{"id": "M=", "subject": "Norte weekly", "joinWebUrl": "https://j/1"}]
                }
            case ["users", "o1", "onlineMeetings", "M%3D", "attendanceReports"]:
                return {"value": [report("r1", 300), report("r2", 20)]}
            case ["users", "o1", "onlineMeetings", "M%3D", "attendanceReports", key]:
                assert asked == {"$expand": "attendanceRecords"}
                people = (
                    ["ana@example.com", "guest@norte.example"]
                    if key == "r2"
                    else ["ana@example.com"]
                )
                records = [{"id": who, "emailAddress": who} for who in people]
                return {**report(key, 300 if key == "r1" else 20), "attendanceRecords": records}
        raise AssertionError(path)


def report(key: str, days: int) -> dict[str, Any]:
    return {"id": key, "meetingStartDateTime": (NOW - timedelta(days=days)).isoformat()}
