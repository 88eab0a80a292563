"""Accounts that files name in other ways than by their key, and states that words tell."""

from pathlib import Path

from test_odd_proposals import guess_of, put

from sources.proposer import Company, propose

COMPANIES = "Company ID,Company Name,Company Domain Name\n" + "".join(
    f"C-{n},Client {n},client{n}.io\n" for n in range(5)
)
STAGES = ("Closed Won", "Closed Lost", "Contract Sent", "Decision Maker Bought-In")


def test_an_account_is_found_by_its_domain(tmp_path: Path) -> None:
    deals = "Deal ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company Domain\n" + "".join(
        f"D{n},Deal {n},{STAGES[n % 4]},10.50,2026-01-{n + 10},client{n % 5}.io\n"
        for n in range(12)
    )
    proposal = propose(put(tmp_path, companies=COMPANIES, deals=deals), "crm", Company("USD"))
    assert guess_of(proposal, "opportunities", "account_id") == {"column": "account.Company ID"}
    (file,) = (item for item in proposal.files if item.looked.name == "deals.csv")
    assert file.lookups[0]["key"] == "Company Domain Name"


def test_a_deal_that_is_neither_won_nor_lost_is_open(tmp_path: Path) -> None:
    deals = "deal_id,company_id,deal_stage,amount,close_date\n" + "".join(
        f"D{n},C-{n % 3},{STAGES[n % 4]},10.50,2026-01-{n + 10}\n" for n in range(12)
    )
    proposal = propose(put(tmp_path, companies=COMPANIES, deals=deals), "crm", Company("USD"))
    assert guess_of(proposal, "opportunities", "state") == {
        "column": "deal_stage",
        "values": {"Closed Won": "won", "Closed Lost": "lost"},
        "otherwise": "open",
    }


def test_a_ticket_is_over_by_the_words_of_its_status(tmp_path: Path) -> None:
    words = ("Closed", "Waiting on us", "Waiting on contact", "New")
    tickets = "Ticket ID,Ticket Name,Ticket Status,Create Date,Close Date,Company ID\n" + "".join(
        f"T{n},Help,{words[n % 4]},2026-01-{n + 10},{'2026-02-01' * (n % 4 == 0)},C-{n % 3}\n"
        for n in range(12)
    )
    proposal = propose(put(tmp_path, companies=COMPANIES, tickets=tickets), "crm", Company("USD"))
    assert guess_of(proposal, "tickets", "status") == {
        "column": "Ticket Status",
        "values": {"Closed": "solved"},
        "otherwise": "open",
    }
    assert guess_of(proposal, "tickets", "created_at") == {"column": "Create Date"}
    assert guess_of(proposal, "tickets", "solved_at") == {"column": "Close Date"}


INVOICES = "id_factura,id_alumno,fecha_emision,importe,estado\n" + "".join(
    f"F{n},A{n % 4},2026-01-{n + 10},100.00,pagada\n" for n in range(12)
)


def test_a_key_of_the_companys_own_name_is_the_accounts(tmp_path: Path) -> None:
    pupils = "id_alumno,nombre\n" + "".join(f"A{n},Alumno {n}\n" for n in range(4))
    proposal = propose(put(tmp_path, alumnos=pupils, facturas=INVOICES), "erp", Company("EUR"))
    assert guess_of(proposal, "accounts", "account_id") == {"column": "id_alumno"}
    assert guess_of(proposal, "accounts", "account_name") == {"column": "nombre"}
    assert guess_of(proposal, "invoices", "account_id") == {"column": "id_alumno"}


def test_clients_that_no_list_names_are_made_of_their_payments(tmp_path: Path) -> None:
    payments = "id,Created date (UTC),Amount,Currency,Status,Customer ID\n" + "".join(
        f"ch_{n},2026-01-{n + 10} 10:00,8.00,usd,Paid,cus_{n % 4}\n" for n in range(12)
    )
    proposal = propose(put(tmp_path, unified_payments=payments), "pay", Company("USD"))
    assert [table.table for table in proposal.tables] == ["accounts", "payments"]
    assert guess_of(proposal, "payments", "paid_date") == {"column": "Created date (UTC)"}
    assert guess_of(proposal, "accounts", "account_id") == {"column": "Customer ID"}
