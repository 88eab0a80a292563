"""Files that are no plain tables: Teams, Zoom, Trello, Stripe objects, Zendesk pages, HubSpot."""

import json

from conftest import ReadFiles

from sources.mapping.load import builtin_mapping_path
from sources.tables.joins import KnownKeys


def builtin(name: str) -> str:
    return builtin_mapping_path(name).read_text(encoding="utf-8")


def linked(system: str, **accounts: str) -> KnownKeys:
    known = dict.fromkeys(accounts.values(), "")
    links = {(system, key): account for key, account in accounts.items()}
    return KnownKeys({"accounts": {account: account for account in known}}, links)


TEAMS = """1. Summary
Meeting title\tQBR Norte
Start time\t14/11/22, 09:29:07
End time\t14/11/22, 09:50:14

2. Participants
Name\tFirst join\tEmail\tRole
Ana\t14/11/22, 09:30:46\tana@example.com\tOrganizer
"García, Eva"\t14/11/22, 09:30:52\teva@norte.es\tPresenter

3. In-Meeting activities
Name\tJoin time
Ana\t14/11/22, 09:30:46
"""


def test_an_attendance_report_of_three_sections_is_one_meeting(read_files: ReadFiles) -> None:
    content = b"\xfe\xff" + TEAMS.replace("\n", "\r\n").encode("utf-16-be")
    known = linked("teams", **{"QBR Norte": "A"})
    read = read_files(
        builtin("teams"), files={"attendance.csv": content}, known=known, zone="Europe/Madrid"
    )
    (meeting,) = read.table("meetings").to_dict("records")
    assert (meeting["account_id"], str(meeting["starts_at"])) == ("A", "2022-11-14 08:29:07+00:00")
    assert (meeting["is_with_client"], meeting["is_review"], meeting["is_held"]) == (True,) * 3
    assert meeting["source_line"] == 8
    assert read.outcomes == {"read": 2, "loaded": 1, "filtered:combined": 1}


def test_a_meeting_of_our_own_people_is_none_with_the_client(read_files: ReadFiles) -> None:
    alone = TEAMS.replace("eva@norte.es", "eva@example.com")
    known = linked("teams", **{"QBR Norte": "A"})
    read = read_files(
        builtin("teams"), files={"attendance.csv": alone.encode("utf-16")}, known=known
    )
    assert read.column("meetings", "is_with_client") == [False]


def test_a_report_without_the_section_is_told(read_files: ReadFiles) -> None:
    text = TEAMS.replace("2. Participants", "2. Teilnehmer")
    read = read_files(builtin("teams"), files={"attendance.csv": text.encode("utf-16")})
    (sentence,) = read.sentences
    assert "no section '2. Participants'" in sentence


ZOOM = """Meeting ID,Topic,Start Time,End Time
602,Weekly,11/19/2021 10:00:00 AM,11/19/2021 12:00:00 PM
,,,
Name (Original Name),User Email,Join Time,Guest
Ana,a@x,11/19/2021 9:54:15 AM,No
Eva,e@y,11/19/2021 9:55:15 AM,Yes
Eva,e@y,11/19/2021 10:55:15 AM,Yes
"""


def test_people_who_join_a_zoom_meeting_several_times_are_one_meeting(
    read_files: ReadFiles,
) -> None:
    known = linked("zoom", **{"602": "A"})
    read = read_files(
        builtin("zoom"), files={"participants_602.csv": ZOOM}, known=known, zone="UTC"
    )
    (meeting,) = read.table("meetings").to_dict("records")
    assert (meeting["meeting_id"], meeting["subject"]) == ("602/11/19/2021 10:00:00 AM", "Weekly")
    assert str(meeting["starts_at"]) == "2021-11-19 10:00:00+00:00"
    assert read.column("meetings", "is_with_client") == [True]
    assert read.outcomes == {"read": 3, "loaded": 1, "filtered:combined": 2}


def card(**more: object) -> dict[str, object]:
    plain = {"name": "x", "closed": False, "due": None, "dueComplete": False, "labels": []}
    return plain | {"idList": "l1", "idMembers": ["m1"], "dateLastActivity": None} | more


def test_a_boards_cards_are_tasks_of_the_boards_client(read_files: ReadFiles) -> None:
    done = {"due": "2026-09-10T10:00:00.000Z", "dueComplete": True}
    board = {
        "name": "Norte",
        "shortLink": "abc",
        "lists": [{"id": "l1", "name": "Doing"}, {"id": "l2", "name": "Blocked: Legal"}],
        "members": [{"id": "m1", "fullName": "Ana"}],
        "cards": [
            card(id="1", dateLastActivity="2026-09-12T10:00:00.000Z", **done),
            card(id="2", idList="l2", labels=[{"id": "a", "name": "Hito"}], idMembers=[]),
            card(id="3", closed=True),
        ],
    }
    known = linked("trello", abc="A")
    read = read_files(builtin("trello"), files={"board.json": json.dumps(board)}, known=known)
    first, second = read.table("tasks").to_dict("records")
    assert (first["project"], first["assignee"]) == ("Norte", "Ana")
    assert str(first["completed_date"])[:10] == "2026-09-12"
    assert (second["blocked_by"], second["is_milestone"]) == ("Legal", True)
    assert read.outcomes == {"read": 3, "loaded": 2, "filtered:archived": 1}


def test_stripes_objects_are_in_minor_units(read_files: ReadFiles) -> None:
    line = {"id": "il", "amount": 4500, "currency": "jpy", "description": "x", "quantity": 1}
    invoice = {"id": "in", "customer": "cus", "number": "1", "status": "open", "currency": "jpy"}
    money = {"total": 5000, "total_excluding_tax": 4500, "amount_remaining": 5000}
    when = {"created": 1790000000, "status_transitions": {"finalized_at": None, "paid_at": None}}
    lines = {"lines": {"data": [line | {"period": {"start": 1790000000, "end": 1792592000}}]}}
    document = {"object": "list", "data": [invoice | money | when | lines]}
    known = linked("stripe", cus="A")
    read = read_files(
        builtin("stripe_api"), files={"invoices.json": json.dumps(document)}, known=known
    )
    assert read.column("invoices", "total_minor") == [5000]
    assert read.column("invoices", "tax_minor") == [500]
    assert read.column("invoice_lines", "net_minor") == [4500]
    assert str(read.column("invoices", "issue_date")[0])[:10] == "2026-09-21"


def ticket(status: str, updated: str) -> dict[str, object]:
    metrics = {"solved_at": None, "reply_time_in_minutes": {"calendar": None}}
    times = {"created_at": "2026-09-01T10:00:00Z", "updated_at": updated}
    plain = {"id": 7, "organization_id": 3, "subject": "x", "priority": "urgent", "tags": []}
    return plain | {"status": status, "type": None, "metric_set": metrics} | times


def test_of_incremental_pages_the_newest_ticket_stays_and_a_deletion_counts(
    read_files: ReadFiles,
) -> None:
    pages = {
        "tickets-1.json": json.dumps({"tickets": [ticket("deleted", "2026-09-03T10:00:00Z")]}),
        "tickets-2.json": json.dumps({"tickets": [ticket("open", "2026-09-02T10:00:00Z")]}),
    }
    read = read_files(builtin("zendesk"), files=pages, known=linked("zendesk", **{"3": "A"}))
    assert read.column("tickets", "status") == ["deleted"]
    assert read.outcomes == {"read": 2, "loaded": 1, "filtered:superseded": 1}


def test_zendesks_ticket_export_is_read_by_its_labels(read_files: ReadFiles) -> None:
    names = "Id,Subject,Tags,Status,Priority,Ticket type,Created at,Updated at,Organization"
    header = f"{names},Solved at,First reply time in minutes\n"
    row = "7,x,vip queja,Solved,-,-,2026-09-01 10:00,2026-09-02 10:00,Norte,2026-09-02 10:00,30\n"
    read = read_files(
        builtin("zendesk"),
        files={"export-tickets.csv": header + row},
        known=linked("zendesk", Norte="A"),
        zone="UTC",
    )
    (found,) = read.table("tickets").to_dict("records")
    assert (found["status"], found["is_complaint"]) == ("solved", True)
    assert str(found["first_response_at"]) == "2026-09-01 10:30:00+00:00"


def test_hubspots_archived_objects_do_not_count(read_files: ReadFiles) -> None:
    companies = [
        {"id": "1", "archived": False, "properties": {"name": "Norte"}},
        {"id": "2", "archived": True, "properties": {"name": "Sur"}},
    ]
    deal = {"dealname": "d", "dealstage": "closedwon", "amount": "12.50", "closedate": None}
    one = {"associations": {"companies": {"results": [{"id": "1"}]}}}
    deals = [
        {"id": "8", "archived": False, "properties": deal} | one,
        {"id": "9", "archived": False, "properties": deal | {"dealstage": "new"}},
    ]
    read = read_files(
        builtin("hubspot"),
        files={
            "companies.json": json.dumps({"results": companies}),
            "deals.json": json.dumps({"results": deals}),
        },
    )
    assert read.column("accounts", "account_name") == ["Norte"]
    assert read.column("opportunities", "state") == ["won", "open"]
    assert read.column("opportunities", "amount_minor") == [1250, 1250]
    assert read.column("opportunities", "account_id") == ["1", None]


LEDGER = """Número;Tipo;Cliente;Estado;Fecha;Vencimiento;Base imponible;Cuota IVA;Total
F1;Venta;43001;Cobrada;05/09/2026;05/10/2026;1.000,50;210,11;1.210,61
R1;Abono;43001;;06/09/2026;;100,00;21,00;121,00
C9;Compra;40001;Pendiente;06/09/2026;;900,00;189,00;1.089,00
"""


def test_a_spanish_ledger_keeps_its_supplier_bills_apart(read_files: ReadFiles) -> None:
    files = {
        "clientes.csv": "Código;Razón social\n43001;Peña e Hijos\n".encode("cp1252"),
        "facturas.csv": LEDGER.encode("cp1252"),
        "lineas.csv": "Número;Línea;Importe\nF1;1;1.000,50\nR1;1;100,00\nC9;1;900,00\n".encode(
            "cp1252"
        ),
    }
    read = read_files(builtin("ledger_es"), files=files)
    assert read.sentences == []
    assert read.column("invoices", "total_minor") == [121_061, -12_100]
    assert read.column("invoices", "status") == ["paid", "issued"]
    assert read.column("invoice_lines", "net_minor") == [100_050, -10_000]
    assert read.outcomes["filtered:supplier_bills"] == 2
    assert read.faults == []
