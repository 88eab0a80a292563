"""Rows find their account by the account map, by a parent row, or as written."""

import pytest
from mapping_texts import payments, table_mapping
from read_exports import ReadFiles

from sources.errors import MappingError
from sources.tables.read import KnownKeys

HEADER = "id,account,day,amount,currency"
LINKED = payments(account_id='{ column = "account", link = "stripe" }')
LINKS = table_mapping(
    "account_links",
    'system = { column = "system", case = "lower" }\nexternal_id = "id"\naccount_id = "account"',
    'pattern = "links.csv"',
    source="finance",
)


def pay(*accounts: str) -> str:
    lines = [f"p{n},{account},2026-09-01,5,MXN" for n, account in enumerate(accounts)]
    return "\n".join([HEADER, *lines])


def test_keys_of_another_system_join_by_the_account_map(read_files: ReadFiles) -> None:
    links = "system,id,account\nStripe,cus_1,A1\nzendesk,cus_2,A2\n"
    files = {"export.csv": pay("cus_1", "cus_2"), "links.csv": links}
    read = read_files(LINKED, LINKS, files=files)
    assert read.column("payments", "account_id") == ["A1"]
    assert read.faults == [(3, "account_id", "unknown_account")]
    assert '"account": "cus_2"' in read.quarantine["raw"][0]
    assert read.quarantine["account_id"].isna().all()


def test_rows_that_join_nothing_are_counted_and_kept(read_files: ReadFiles) -> None:
    read = read_files(LINKED, files={"export.csv": pay("cus_1", "")})
    rules = [(line, rule) for line, _, rule in read.faults]
    assert rules == [(2, "unknown_account"), (3, "required_missing")]
    assert read.controls.set_index("outcome")["amount_minor"].to_dict() == {
        "read": 1000,
        "quarantined": 1000,
    }


def test_links_and_parents_that_the_warehouse_knows_still_join(read_files: ReadFiles) -> None:
    known = KnownKeys({"invoices": {"i1": "A9"}}, {("stripe", "cus_1"): "A1"})
    read = read_files(LINKED, files={"export.csv": pay("cus_1")}, known=known)
    assert read.column("payments", "account_id") == ["A1"]
    by_invoice = payments(account_id='{ column = "account", via = "invoices" }')
    read = read_files(by_invoice, files={"export.csv": pay("i1", "i2")}, known=known)
    assert read.column("payments", "account_id") == ["A9"]
    assert read.faults == [(3, "account_id", "unknown_account")]


def test_a_link_of_this_delivery_counts_before_the_one_known(read_files: ReadFiles) -> None:
    known = KnownKeys({}, {("stripe", "cus_1"): "OLD"})
    files = {"export.csv": pay("cus_1"), "links.csv": "system,id,account\nstripe,cus_1,NEW\n"}
    read = read_files(LINKED, LINKS, files=files, known=known)
    assert read.column("payments", "account_id") == ["NEW"]


INVOICES = """invoice_id = "id"
account_id = "account"
document_kind = { value = "invoice" }
status = { value = "open" }
issue_date = "day"
currency = "currency"
net_minor = "amount"
total_minor = "amount"
"""
PARENT_AND_LINES = (
    table_mapping(
        "invoices",
        INVOICES,
        'pattern = "z_invoices.csv"\n'
        'filters = [{ name = "bills", column = "type", equals = "bill" }]',
    )
    + """
[[files]]
pattern = "a_lines.csv"

[[files.tables]]
table = "invoice_lines"

[files.tables.columns]
line_id = { join = ["invoice", "#line"] }
invoice_id = "invoice"
account_id = { column = "invoice", via = "invoices" }
net_minor = "amount"
currency = { value = "MXN" }
"""
)
FILES = {
    "z_invoices.csv": "id,account,day,amount,currency,type\n"
    "i1,A1,2026-09-01,5,MXN,sale\ni2,A2,2026-09-01,5,MXN,bill\ni3,A3,soon,5,MXN,sale\n",
    "a_lines.csv": "invoice,amount\ni1,5\ni2,5\ni3,5\ni4,5\n",
}


def test_lines_share_what_became_of_their_document(read_files: ReadFiles) -> None:
    read = read_files(PARENT_AND_LINES, files=FILES)
    assert read.column("invoice_lines", "account_id") == ["A1"]
    lines = read.controls[read.controls["table_name"] == "invoice_lines"]
    assert lines.set_index("outcome")["row_count"].to_dict() == {
        "read": 4,
        "loaded": 1,
        "filtered:bills": 1,
        "quarantined": 2,
    }
    assert (4, "account_id", "parent_quarantined") in read.faults
    assert (5, "account_id", "unknown_account") in read.faults


def test_rows_of_a_filtered_account_are_filtered_with_it(read_files: ReadFiles) -> None:
    accounts = table_mapping(
        "accounts",
        'account_id = "id"\naccount_name = "id"',
        'pattern = "accounts.csv"\n'
        'filters = [{ name = "partners", column = "type", equals = "p" }]',
        source="crm",
    )
    files = {"export.csv": pay("A1", "A2"), "accounts.csv": "id,type\nA1,c\nA2,p\n"}
    read = read_files(payments(), accounts, files=files)
    assert read.column("payments", "account_id") == ["A1"]
    assert read.outcomes["filtered:partners"] == 2


def test_the_order_of_files_does_not_matter(read_files: ReadFiles) -> None:
    renamed = PARENT_AND_LINES.replace("z_invoices", "invoices").replace("a_lines", "z_lines")
    files = {"invoices.csv": FILES["z_invoices.csv"], "z_lines.csv": FILES["a_lines.csv"]}
    first = read_files(PARENT_AND_LINES, files=FILES)
    second = read_files(renamed, files={**FILES, **files})
    columns = ["line_id", "account_id", "net_minor"]
    assert first.table("invoice_lines")[columns].equals(second.table("invoice_lines")[columns])


def test_accounts_looked_up_in_a_circle_are_refused(read_files: ReadFiles) -> None:
    text = table_mapping(
        "tickets",
        'ticket_id = "a"\naccount_id = { column = "a", via = "surveys" }\n'
        'status = { value = "open" }\ncreated_at = "a"',
    )
    text += """
[[files]]
pattern = "b.csv"

[[files.tables]]
table = "surveys"

[files.tables.columns]
answer_id = "a"
account_id = { column = "a", via = "tickets" }
survey_kind = { value = "nps" }
answered_at = "a"
"""
    with pytest.raises(MappingError, match="in a circle: surveys → tickets → surveys"):
        read_files(text, files={"export.csv": "a\n1\n", "b.csv": "a\n1\n"})


ACCOUNTS = table_mapping(
    "accounts",
    'account_id = "id"\naccount_name = "id"\nparent_account_id = "parent"',
    'pattern = "accounts.csv"',
    source="crm",
)
MERGES = "system,id,account\naccounts,OLD,NEWER\naccounts,NEWER,NEW\n"


def test_rows_of_a_merged_account_count_for_the_one_that_took_it_over(
    read_files: ReadFiles,
) -> None:
    accounts = "id,parent\nOLD,\nNEWER,\nNEW,OLD\nCHILD,OLD\n"
    files = {"export.csv": pay("OLD", "NEW"), "accounts.csv": accounts, "links.csv": MERGES}
    read = read_files(payments(), ACCOUNTS, LINKS, files=files)
    assert read.column("payments", "account_id") == ["NEW", "NEW"]
    assert read.column("accounts", "account_id") == ["NEW", "CHILD"]
    assert read.column("accounts", "parent_account_id") == [None, "NEW"]
    assert read.outcomes["filtered:merged"] == 2


def test_merges_reach_links_lines_and_what_the_warehouse_knows(read_files: ReadFiles) -> None:
    known = KnownKeys({"invoices": {"i1": "OLD"}}, {("stripe", "cus_1"): "OLD"})
    files = {"export.csv": pay("cus_1"), "links.csv": MERGES}
    read = read_files(LINKED, LINKS, files=files, known=known)
    assert read.column("payments", "account_id") == ["NEW"]
    by_invoice = payments(account_id='{ column = "account", via = "invoices" }')
    read = read_files(by_invoice, LINKS, files={**files, "export.csv": pay("i1")}, known=known)
    assert read.column("payments", "account_id") == ["NEW"]


COSTS = table_mapping(
    "costs",
    'account_id = "account"\nmonth = "month"\ncost_kind = { value = "cost_of_sales" }\n'
    'amount_minor = "amount"\ncurrency = { value = "EUR" }',
    'pattern = "costs.csv"',
    source="finance_costs",
)


def test_costs_of_a_merged_account_are_added_to_those_of_the_one_that_remains(
    read_files: ReadFiles,
) -> None:
    costs = (
        "account,month,amount\nOLD,2026-07-01,5\nNEW,2026-07-01,10\nOTHER,2026-07-01,7\n"
        "NEWER,2026-07-01,1\nOLD,2026-08-01,3\n"
    )
    files = {"costs.csv": costs, "links.csv": MERGES}
    read = read_files(COSTS, LINKS, files=files)
    rows = read.table("costs").set_index(["account_id", "month"])["amount_minor"]
    told = {(account, f"{month:%m}"): minor for (account, month), minor in rows.items()}
    assert told == {("NEW", "07"): 1600, ("OTHER", "07"): 700, ("NEW", "08"): 300}
    assert read.outcomes["filtered:combined"] == 2


def test_a_cost_that_comes_twice_is_not_added_up_where_accounts_were_merged(
    read_files: ReadFiles,
) -> None:
    costs = "account,month,amount\nOLD,2026-07-01,5\nNEW,2026-07-01,10\nNEW,2026-07-01,10\n"
    read = read_files(COSTS, LINKS, files={"costs.csv": costs, "links.csv": MERGES})
    assert sorted(read.column("costs", "amount_minor")) == [1000, 1500]


def test_accounts_merged_in_a_circle_stay_as_they_are(read_files: ReadFiles) -> None:
    circle = "system,id,account\naccounts,A,B\naccounts,B,A\n"
    read = read_files(payments(), LINKS, files={"export.csv": pay("A"), "links.csv": circle})
    assert read.column("payments", "account_id") == ["A"]


def test_of_two_links_of_one_key_the_source_named_first_counts(read_files: ReadFiles) -> None:
    first = LINKS.replace("links.csv", "z_links.csv").replace("finance", "map")
    files = {
        "export.csv": pay("cus_1"),
        "links.csv": "system,id,account\nstripe,cus_1,A2\nstripe,cus_1,A1\n",
        "z_links.csv": "system,id,account\nstripe,cus_1,A1\n",
    }
    read = read_files(LINKED, first, LINKS, files=files)
    assert read.column("payments", "account_id") == ["A1"]
    assert read.faults == [(2, "account_id", "link_contradicted")]
    assert read.outcomes["filtered:known_link"] == 1


def test_keys_that_no_link_knows_are_counted(read_files: ReadFiles) -> None:
    read = read_files(LINKED, files={"export.csv": pay("cus_1", "cus_2", "cus_1", "")})
    unlinked = read.result.unlinked
    assert unlinked.to_numpy().tolist() == [["stripe", "cus_1", 2], ["stripe", "cus_2", 1]]


SPLIT = (
    ACCOUNTS
    + """
[[files.tables]]
table = "account_links"
split = "merged"

[files.tables.columns]
system = { value = "accounts" }
external_id = { column = "merged", optional = true, if_empty = "-" }
account_id = "id"
"""
)


def test_a_cell_that_lists_merged_records_makes_a_link_of_each(read_files: ReadFiles) -> None:
    accounts = 'id,parent,merged\nA,,"12; 34;"\nB,,\n,,56;78\n'
    read = read_files(payments(), SPLIT, files={"export.csv": pay("34"), "accounts.csv": accounts})
    assert read.column("account_links", "external_id") == ["12", "34"]
    assert read.column("payments", "account_id") == ["A"]
    links = read.quarantine[read.quarantine["table_name"] == "account_links"]
    assert links["source_line"].tolist() == [4, 4]
    without = "id,parent\nA,\n"
    read = read_files(payments(), SPLIT, files={"export.csv": pay("A"), "accounts.csv": without})
    assert read.column("account_links", "external_id") == []
