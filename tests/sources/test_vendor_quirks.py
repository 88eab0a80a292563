"""Kinds of vendors' exports that once were read wrong without a word."""

import json

import pytest
from read_exports import ReadFiles
from test_vendor_shapes import builtin, linked

from sources.tables.joins import KnownKeys

ACCOUNTS = "Id,IsDeleted,Name,Type,ParentId,Industry,OwnerId,CreatedDate\n"
CONTACTS = "Id,AccountId,Name,Title,Email,IsDeleted\n"
LOWER, UPPER = "001d000000iqhsl", "001D000000IqhSL"
LONG = {LOWER: "001d000000iqhslAAA", UPPER: "001D000000IqhSLIAZ"}


def test_short_and_long_ids_of_salesforce_are_one_and_case_tells_records_apart(
    read_files: ReadFiles,
) -> None:
    """Reports write 15 characters, exports 18; some tools lose the case of the 18."""
    accounts = "".join(f"{key},0,N,Customer,,,005D0000001vIfe,2020-01-01\n" for key in LONG)
    written = (LOWER, LONG[LOWER], UPPER, LONG[UPPER], LONG[UPPER].lower(), LONG[UPPER].upper())
    contacts = "".join(f"{place},{key},N,,,0\n" for place, key in enumerate(written))
    links = "System,External id,CRM account\nstripe,cus_1,001D000000IqhSL\n"
    read = read_files(
        builtin("salesforce"),
        builtin("finance_en"),
        files={
            "Account.csv": ACCOUNTS + accounts,
            "Contact.csv": CONTACTS + contacts,
            "account_links.csv": links,
        },
    )
    assert read.column("accounts", "account_id") == list(LONG.values())
    assert read.column("accounts", "manager_id") == ["005D0000001vIfeIAE"] * 2
    assert read.column("contacts", "account_id") == [LONG[LOWER]] * 2 + [LONG[UPPER]] * 4
    assert read.quarantine.empty


@pytest.mark.parametrize(
    ("told", "states"),
    [
        ("Deal Stage", ["won", "lost", "open", None]),
        ("Deal Stage,Deal probability", ["won", "lost", "open", "open"]),
    ],
)
def test_a_stage_that_only_a_company_knows_is_not_open(
    read_files: ReadFiles, told: str, states: list[str | None]
) -> None:
    stages = ("Gewonnen", "Closed lost", "Contract sent", "Vertrag unterschrieben")
    chances = ("1.0", "0", "0.9", "0.4")
    rows = "".join(
        f"{place},D,{stage}{f',{chance}' if ',' in told else ''},5,2026-01-01,7\n"
        for place, (stage, chance) in enumerate(zip(stages, chances, strict=True))
    )
    header = f"Record ID,Deal Name,{told},Amount,Close Date,Associated Company IDs\n"
    known = KnownKeys({"accounts": {"7": "7"}}, {})
    read = read_files(builtin("hubspot"), files={"deals.csv": header + rows}, known=known)
    assert read.column("opportunities", "state") == [state for state in states if state]
    unknown = [(5, "state", "unknown_value")] if None in states else []
    assert read.faults == unknown


def test_a_ticket_that_was_merged_into_another_counts_once(read_files: ReadFiles) -> None:
    ticket = {"organization_id": 1, "subject": "s", "priority": "urgent", "status": "closed"}
    ticket |= {"created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-02T00:00:00Z"}
    tickets = [
        ticket | {"id": 1, "tags": ["vip"]},
        ticket | {"id": 2, "tags": ["closed_by_merge", "vip"]},
    ]
    read = read_files(
        builtin("zendesk"),
        files={"tickets.json": json.dumps({"tickets": tickets})},
        known=linked("zendesk", **{"1": "A"}),
    )
    assert read.column("tickets", "status") == ["solved", "deleted"]


@pytest.mark.parametrize(("board", "loaded", "out"), [({}, ["c1"], 1), ({"closed": True}, [], 2)])
def test_cards_of_archived_lists_and_closed_boards_are_no_open_tasks(
    read_files: ReadFiles, board: dict[str, object], loaded: list[str], out: int
) -> None:
    card = {"name": "c", "labels": [], "closed": False, "due": None, "dueComplete": False}
    card |= {"idMembers": [], "dateLastActivity": "2026-01-01T00:00:00Z"}
    told = {
        "shortLink": "b",
        "name": "B",
        "cards": [card | {"id": "c1", "idList": "l1"}, card | {"id": "c2", "idList": "l2"}],
        "lists": [
            {"id": "l1", "name": "Doing", "closed": False},
            {"id": "l2", "name": "Old", "closed": True},
        ],
        "members": [],
    }
    read = read_files(
        builtin("trello"),
        files={"board.json": json.dumps(told | board)},
        known=linked("trello", b="A"),
    )
    assert read.column("tasks", "task_id") == loaded
    assert sum(rows for name, rows in read.outcomes.items() if "filtered" in name) == out


ZOOM = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,\
In Waiting Room\n"


def zoom(join: str, *people: tuple[str, str]) -> str:
    return ZOOM + "".join(f"N,,{join},{join},5,{guest},{waits}\n" for guest, waits in people)


def test_who_only_waited_was_not_in_the_meeting_and_am_says_which_comes_first(
    read_files: ReadFiles,
) -> None:
    """Where the day comes first, am and pm are small letters; the month comes first with AM."""
    host, guest = ("No", "No"), ("Yes", "No")
    read = read_files(
        builtin("zoom"),
        files={
            "participants_111111111.csv": zoom("03/04/2026 09:00:00 AM", host, ("Yes", "Yes")),
            "participants_222222222.csv": zoom("03/04/2026 09:00:00 am", host, guest),
        },
        known=linked("zoom", **{"111111111": "A", "222222222": "B"}),
        zone="UTC",
    )
    assert [str(day)[:10] for day in read.column("meetings", "starts_at")] == [
        "2026-03-04",
        "2026-04-03",
    ]
    assert read.column("meetings", "is_with_client") == [False, True]


def test_a_part_of_use_keeps_its_key_however_its_day_is_written(read_files: ReadFiles) -> None:
    header = "customer_id,week_start,part_kind,part,events,active_users\n"
    keys = []
    for day, formats in (("2026-01-05", ""), ("05/01/2026", 'dates = ["%d/%m/%Y"]\n')):
        mapping = builtin("usage").replace('source = "usage"\n', 'source = "usage"\n[defaults]\n')
        mapping = mapping.replace("[defaults]\n", f"[defaults]\n{formats}")
        read = read_files(
            mapping,
            files={"usage_parts.csv": f"{header}cus,{day},team,Sales,5,2\n"},
            known=linked("stripe", cus="A"),
        )
        keys += read.column("usage_parts", "usage_part_id")
    assert keys == ["cus-2026-01-05-team-Sales"] * 2


def test_decimal_commas_of_a_dashboard_are_never_read_as_something_else(
    read_files: ReadFiles,
) -> None:
    header = "id;Customer ID;Quantity;Currency;Interval;Amount;Status;Start Date (UTC)\n"
    amounts = ("100,00", "1.234,56", "1,234", "100.00")
    rows = "".join(f"{key};cus;1;usd;year;{key};active;2025-01-01 00:00\n" for key in amounts)
    read = read_files(
        builtin("stripe"),
        files={"subscriptions.csv": header + rows},
        known=linked("stripe", cus="A"),
    )
    assert read.column("subscriptions", "yearly_minor") == [None, None, None, 100_00]
    assert [rule for _, _, rule in read.faults] == ["unreadable_number"] * 3


@pytest.mark.parametrize(
    ("told", "amounts"),
    [
        ("Amount", [("100.00", "MXN")]),
        ("Amount,Amount in company currency", [("1800.00", "MXN")]),
        ("Amount,Amount in company currency,Currency", [("100.00", "EUR")]),
    ],
)
def test_a_deal_without_its_currency_is_worth_what_hubspot_converted(
    read_files: ReadFiles, told: str, amounts: list[tuple[str, str]]
) -> None:
    words = {"Amount": "100.00", "Amount in company currency": "1800.00", "Currency": "EUR"}
    header = f"Record ID,Deal Name,Deal Stage,Close Date,{told}\n"
    row = ",".join(words[name] for name in told.split(","))
    read = read_files(
        builtin("hubspot"), files={"deals.csv": f"{header}1,D,Closed won,2026-01-01,{row}\n"}
    )
    minor = [int(amount.replace(".", "")) for amount, _ in amounts]
    assert read.column("opportunities", "amount_minor") == minor
    assert read.column("opportunities", "currency") == [code for _, code in amounts]
