"""Files that are no plain tables: Teams, Zoom, Trello, Stripe objects, Zendesk pages, HubSpot."""

import json

import pytest
from read_exports import ReadFiles

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


TEAMS_OF_2020 = "Full Name\tUser Action\tTimestamp\nAna\tJoined\t11/3/2020, 8:59:13 AM\n"
TEAMS_OF_2021 = """Meeting Summary
Total Number of Participants\t1
Meeting Title\tWeekly
Meeting Start Time\t11/3/2020, 8:59:13 AM

Full Name\tJoin Time\tDuration\tEmail
Ana\t11/3/2020, 9:01:00 AM\t31m\tana@norte.es
"""
TEAMS_IN_SPANISH = """1. Resumen
Título de la reunión\tWeekly
Hora de inicio\t3/11/20, 8:59:13

2. Participantes
Nombre\tPrimera entrada\tCorreo electrónico\tRol
Ana\t3/11/20, 9:01:00\tana@norte.es\tOrganizador

3. Actividades en la reunión
Nombre\tHora de entrada
"""


@pytest.mark.parametrize("text", [TEAMS_OF_2020, TEAMS_OF_2021, TEAMS_IN_SPANISH])
def test_reports_of_other_years_and_languages_are_read(read_files: ReadFiles, text: str) -> None:
    known = linked("teams", Weekly="A")
    files = {"Weekly.csv": text.encode("utf-16")}
    read = read_files(builtin("teams"), files=files, known=known, zone="UTC")
    (meeting,) = read.table("meetings").to_dict("records")
    assert (meeting["account_id"], meeting["subject"]) == ("A", "Weekly")
    assert str(meeting["starts_at"])[:16] == "2020-11-03 08:59"
    assert meeting["is_with_client"]


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("text", [TEAMS_OF_2020, TEAMS_IN_SPANISH])
@pytest.mark.parametrize("end", ["", "\n"], ids=["even", "odd"])
def test_reports_saved_again_by_a_spreadsheet_are_read(
    read_files: ReadFiles, text: str, delimiter: str, end: str
) -> None:
    rows = [line.split("\t") for line in text.splitlines()]
    lines = (delimiter.join(f'"{cell}"' for cell in row if row != [""]) for row in rows)
    files = {"Weekly.csv": "\n".join(lines) + "\n" + end}
    read = read_files(builtin("teams"), files=files, known=linked("teams", Weekly="A"), zone="UTC")
    assert read.column("meetings", "account_id") == ["A"]
    assert str(read.column("meetings", "starts_at")[0])[:16] == "2020-11-03 08:59"


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


ZOOM_ALONE = """Name (original name),Email,Join time,Leave time,Guest
Eva,e@y,11/19/2021 10:00:00 AM,11/19/2021 10:30:00 AM,Yes
"""
ZOOM_OF_TODAY = """Topic,ID,Start time,Duration (minutes)
Weekly,602000000,11/19/2021 10:00:00 AM,30

Name (original name),Email,Duration (minutes),Guest
Eva,e@y,30,Yes
"""
ZOOM_IN_SPANISH = """ID de la reunión,Tema,Hora de inicio
602000000,Weekly,19/11/2021 10:00:00
,,
Nombre (nombre original),Correo electrónico,Hora de entrada,Invitado
Eva,e@y,19/11/2021 10:00:30,Sí
"""


@pytest.mark.parametrize("text", [ZOOM_ALONE, ZOOM_OF_TODAY, ZOOM_IN_SPANISH])
def test_zooms_reports_are_read_with_the_meeting_above_or_without(
    read_files: ReadFiles, text: str
) -> None:
    known = linked("zoom", **{"602000000": "A"})
    files = {"asistentes 602000000.csv": text.encode()}
    read = read_files(builtin("zoom"), files=files, known=known, zone="UTC")
    (meeting,) = read.table("meetings").to_dict("records")
    assert (meeting["account_id"], meeting["is_with_client"]) == ("A", True)
    assert str(meeting["starts_at"])[:16] == "2021-11-19 10:00"


@pytest.mark.parametrize(
    "header",
    [
        "Summary,Issue key,Project key,Assignee,Created,Resolved,Due date,Labels,Labels",
        "Resumen,Clave de incidencia,Clave del proyecto,Persona asignada,Creada,Resuelta,"
        "Fecha de vencimiento,Etiquetas,Etiquetas",
        "Zusammenfassung,Vorgangsschlüssel,Projektschlüssel,Zugewiesene Person,Erstellt,Erledigt,"
        "Fälligkeitsdatum,Stichwörter,Stichwörter",
        "Résumé,Clé de ticket,Clé de projet,Personne assignée,Création,Résolu,Date d'échéance,"
        "Étiquettes,Étiquettes",
        "Resumo,Chave da item,Chave do projeto,Responsável,Criado,Resolvido,Data limite,"
        "Etiquetas,Etiquetas",
    ],
)
def test_jiras_issues_are_tasks_of_the_projects_client(read_files: ReadFiles, header: str) -> None:
    row = "Card form,WEB-2,WEB,Ana,01/Sep/26 9:00 AM,02/Oct/26 11:12 AM,30/Oct/26 5:00 PM,Hito,"
    exact = row.replace("Hito", "milestone")
    files = {"Jira 2026.csv": f"{header}\n{exact}\n"}
    read = read_files(builtin("jira"), files=files, known=linked("jira", WEB="A"), zone="UTC")
    (task,) = read.table("tasks").to_dict("records")
    assert (task["task_id"], task["project"], task["account_id"]) == ("WEB-2", "WEB", "A")
    assert [str(task[f"{name}_date"])[:10] for name in ("created", "completed", "due")] == [
        "2026-09-01",
        "2026-10-02",
        "2026-10-30",
    ]
    assert task["is_milestone"]


JIRA_BY_CATEGORY = """\
Summary,Issue key,Status,Created,Updated,Resolved,Status Category,Status Category Changed
Form,WEB-1,Live,01/Sep/26 9:00 AM,08/Sep/26 9:00 AM,,Done,05/Sep/26 9:00 AM
Table,WEB-2,Testing,01/Sep/26 9:00 AM,08/Sep/26 9:00 AM,,In Progress,05/Sep/26 9:00 AM
Chart,WEB-3,Live,01/Sep/26 9:00 AM,08/Sep/26 9:00 AM,03/Sep/26 9:00 AM,Done,05/Sep/26 9:00 AM
"""
JIRA_BY_STATUS = """Resumen,Clave de incidencia,Estado,Creada,Actualizada
Form,WEB-1,Finalizada,01/sep/26 9:00 AM,05/sep/26 9:00 AM
Table,WEB-2,Por hacer,01/sep/26 9:00 AM,05/sep/26 9:00 AM
Chart,WEB-3,Listo,01/sep/26 9:00 AM,03/sep/26 9:00 AM
"""


@pytest.mark.parametrize("text", [JIRA_BY_CATEGORY, JIRA_BY_STATUS])
def test_jiras_issues_without_resolution_are_done_by_their_status(
    read_files: ReadFiles, text: str
) -> None:
    read = read_files(builtin("jira"), files={"Jira.csv": text}, known=linked("jira", WEB="A"))
    done = [str(day)[:10] for day in read.column("tasks", "completed_date")]
    assert done == ["2026-09-05", "None", "2026-09-03"]


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


def test_a_board_of_2015_says_by_its_lists_what_is_done(read_files: ReadFiles) -> None:
    cards = [
        card(id="1", idList="l1", dateLastActivity="2015-02-01T10:00:00.000Z"),
        card(id="2", idList="l2", dateLastActivity="2015-02-02T10:00:00.000Z"),
    ]
    for item in cards:
        del item["dueComplete"]
    lists = [{"id": "l1", "name": "Done"}, {"id": "l2", "name": "Doing"}]
    board = {"name": "N", "shortLink": "abc", "lists": lists, "members": [], "cards": cards}
    known = linked("trello", abc="A")
    read = read_files(builtin("trello"), files={"b.json": json.dumps(board)}, known=known)
    assert [str(day)[:10] for day in read.column("tasks", "completed_date")] == [
        "2015-02-01",
        "None",
    ]


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
        {"id": "9", "archived": False, "properties": deal | {"dealstage": "qualifiedtobuy"}},
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
