"""Exports as people make them: chosen columns, guests among customers, cards that nobody ticked,
many meetings in one list."""

import json

import pandas as pd
import pytest
from read_exports import ReadFiles

from sources.mapping.load import builtin_mapping_path
from sources.tables.joins import KnownKeys


def builtin(name: str) -> str:
    return builtin_mapping_path(name).read_text(encoding="utf-8")


CHOSEN_ACCOUNTS = """Id,Name,Type,ParentId,CreatedDate
001A000000CBsulAAA,Norte,Customer,,2026-02-23T20:55:00.000Z
001A000000CBsumAAA,Ally,Partner,,2026-02-23T20:55:00.000Z
"""
CHOSEN_DEALS = """\
Id,AccountId,Name,StageName,Amount,Probability,CloseDate,IsClosed,IsWon,CreatedDate
006A000000LKJNNAAA,001A000000CBsulAAA,Seats,Closed Won,1500.5,100,2026-03-03,TRUE,TRUE,2026-02-23
"""


def test_data_loader_writes_the_columns_that_were_chosen(read_files: ReadFiles) -> None:
    files = {"Account.csv": CHOSEN_ACCOUNTS, "Opportunity.csv": CHOSEN_DEALS}
    read = read_files(builtin("salesforce"), files=files)
    assert read.column("accounts", "account_name") == ["Norte"]
    (deal,) = read.table("opportunities").to_dict("records")
    assert (deal["state"], deal["amount_minor"]) == ("won", 150_050)
    assert pd.isna(deal["manager_id"])
    assert pd.isna(deal["deal_kind"])


@pytest.mark.parametrize("column", ["Type", "ParentId"])
def test_accounts_without_what_would_make_figures_wrong_are_stopped(
    read_files: ReadFiles, column: str
) -> None:
    files = {"Account.csv": CHOSEN_ACCOUNTS.replace(f",{column},", ",Other,")}
    (sentence,) = read_files(builtin("salesforce"), files=files).sentences
    assert f"columns missing: {column}." in sentence


def test_guests_of_stripe_are_no_customers(read_files: ReadFiles) -> None:
    text = "id,Email,Name\ncus_1,a@norte.example,Norte\n,b@sur.example,Sur\n"
    read = read_files(builtin("stripe"), files={"unified_customers.csv": text})
    assert read.column("external_accounts", "external_name") == ["Norte"]
    assert read.outcomes["filtered:guests"]
    assert read.quarantine.empty


def test_a_trello_card_that_nobody_ticked_is_done_where_its_list_says_so(
    read_files: ReadFiles,
) -> None:
    lists = [{"id": "1", "name": "DONE", "closed": False}, {"id": "2", "name": "TODO"}]
    card: dict[str, object] = {
        "due": None,
        "dueComplete": False,
        "labels": [],
        "idMembers": [],
        "closed": False,
    }
    card["dateLastActivity"] = "2026-09-05T10:00:00.000Z"
    cards = [card | {"id": at, "name": at, "idList": at} for at in ("1", "2")]
    board = {"name": "B", "shortLink": "b", "lists": lists, "members": [], "cards": cards}
    known = KnownKeys({}, {("trello", "b"): "A"})
    read = read_files(builtin("trello"), files={"b.json": json.dumps(board)}, known=known)
    done = [str(day)[:10] for day in read.column("tasks", "completed_date")]
    assert done == ["2026-09-05", "None"]


ZOOM_OF_MANY = """Topic,Type,ID,Start time,Duration (minutes),Name (original name),Join time,\
Duration (minutes),Guest
Weekly,Meeting,932 5001 3841,"05/30/2026 05:52:14 PM",9,Ana,"05/30/2026 05:53:00 PM",8,No

QBR,Meeting,970 1912 6650,"05/31/2026 09:00:00 AM",60,Ana,"05/31/2026 09:01:00 AM",59,No
QBR,Meeting,970 1912 6650,"05/31/2026 09:00:00 AM",60,Eva,"05/31/2026 09:02:00 AM",58,Yes
"""


def test_zooms_list_of_many_meetings_is_read_beyond_empty_lines(read_files: ReadFiles) -> None:
    links = {("zoom", "932 5001 3841"): "A", ("zoom", "970 1912 6650"): "B"}
    known = KnownKeys({}, links)
    read = read_files(builtin("zoom"), files={"x.csv": ZOOM_OF_MANY}, known=known, zone="UTC")
    assert read.column("meetings", "account_id") == ["A", "B"]
    assert read.column("meetings", "is_with_client") == [False, True]
    assert read.column("meetings", "is_review") == [False, True]
    starts = [str(moment)[:16] for moment in read.column("meetings", "starts_at")]
    assert starts == ["2026-05-30 17:52", "2026-05-31 09:00"]
    assert read.outcomes == {"read": 3, "loaded": 2, "filtered:combined": 1}


HUBSPOT = {
    "all-companies.csv": "Record ID,Company name\n101,Acme\n",
    "all-contacts.csv": "Record ID,First Name,Last Name,Email,Associated Company IDs (Primary)\n"
    "1,Ana,Paz,ana@acme.example,101\n2,Eva,Sol,eva@x.example,\n",
}
HUBSPOT_IN_SPANISH = {
    "todos-empresas.csv": "ID de registro,Nombre de la empresa,Sector\n101,Acme,Software\n",
    "todos-contactos.csv": "ID de registro,Nombre,Apellidos,Correo,"
    "Associated Company IDs (Primary)\n1,Ana,Paz,ana@acme.example,101\n2,Eva,Sol,eva@x.example,\n",
}


@pytest.mark.parametrize("files", [HUBSPOT, HUBSPOT_IN_SPANISH], ids=["en", "es"])
def test_hubspots_contacts_are_of_their_first_company(
    read_files: ReadFiles, files: dict[str, str]
) -> None:
    read = read_files(builtin("hubspot"), files=files)
    assert read.column("accounts", "account_name") == ["Acme"]
    (contact,) = read.table("contacts").to_dict("records")
    assert (contact["account_id"], contact["contact_name"]) == ("101", "Ana Paz")
    assert read.outcomes["filtered:without_company"] == 1
