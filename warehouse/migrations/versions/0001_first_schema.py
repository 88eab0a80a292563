"""The first schema."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import ROW_ID, TEXT, Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# As the table specs were on that day: column names, with the kind of those that are not text.
CANONICAL = {
    "products": """
        product_id product_name list_price_minor:money currency:currency is_recurring:boolean
    """,
    "subscriptions": """
        subscription_id account_id product_id status is_trial:boolean is_metered:boolean
        start_date:date end_date:date cancelled_date:date quantity:number yearly_minor:money
        currency:currency
    """,
    "invoices": """
        invoice_id account_id invoice_number document_kind status issue_date:date due_date:date
        paid_date:date currency:currency net_minor:money tax_minor:money total_minor:money
        amount_due_minor:money credited_invoice_id is_disputed:boolean
    """,
    "invoice_lines": """
        line_id invoice_id account_id product_id description quantity:number net_minor:money
        currency:currency service_start:date service_end:date cost_minor:money
    """,
    "payments": """
        payment_id account_id invoice_id payment_kind status paid_date:date amount_minor:money
        currency:currency
    """,
    "managers": """
        manager_id manager_name email team is_active:boolean
    """,
    "accounts": """
        account_id account_name parent_account_id manager_id segment tier industry country locale
        currency:currency created_date:date is_prospect:boolean domain tax_id
    """,
    "contacts": """
        contact_id account_id contact_name job_title email is_active:boolean
    """,
    "leads": """
        lead_id manager_id status created_date:date converted_date:date converted_account_id
        lead_source
    """,
    "opportunities": """
        opportunity_id account_id manager_id opportunity_name stage state amount_minor:money
        currency:currency probability:number created_date:date close_date:date deal_kind product_id
    """,
    "contracts": """
        contract_id account_id status start_date:date end_date:date notice_days:integer
        is_auto_renewed:boolean
    """,
    "meetings": """
        meeting_id account_id starts_at:timestamp subject is_held:boolean is_with_client:boolean
        is_review:boolean
    """,
    "tasks": """
        task_id account_id task_name project is_milestone:boolean assignee due_date:date
        completed_date:date created_date:date blocked_by
    """,
    "commitments": """
        commitment_id account_id quarter commitment owner owner_side due_date:date state measure
        cause action
    """,
    "goals": """
        goal_id account_id quarter goal unit target:number actual:number direction
    """,
    "costs": """
        account_id month:date cost_kind amount_minor:money currency:currency fixed_share:number
    """,
    "fx_rates": """
        rate_date:date rate_kind base_currency:currency quote_currency:currency rate:decimal
    """,
    "targets": """
        entity_type entity_id period metric target:number currency:currency planned_resources
    """,
    "renewal_requests": """
        request_id account_id requested_date:date requested_discount:number price_minor:money
        list_price_minor:money currency:currency reason_code competitor renewal_probability:number
        renewal_probability_discounted:number renewal_probability_term:number term_years:integer
        avoidable_cost_share:number wallet_minor:money concessions_minor:money
    """,
    "risk_notes": """
        note_id account_id noted_date:date risk_kind note subject due_date:date closed_date:date
    """,
    "manager_goals": """
        goal_id entity_type entity_id quarter goal unit start:number target:number actual:number
        due_date:date
    """,
    "partners": """
        partner_id quarter partner_name partner_kind service spend_minor:money currency:currency
        service_target:number service_reached:number incidents:integer is_replaceable:boolean
    """,
    "account_links": """
        system external_id account_id
    """,
    "external_accounts": """
        system external_id external_name domain tax_id
    """,
    "tickets": """
        ticket_id account_id subject priority status created_at:timestamp
        first_response_at:timestamp solved_at:timestamp first_response_minutes:number
        resolution_hours:number is_complaint:boolean category
    """,
    "surveys": """
        answer_id account_id respondent_id survey_kind score:number is_positive:boolean
        answered_at:timestamp comment theme ticket_id
    """,
    "usage": """
        usage_id account_id usage_date:date days:integer events:number active_users:number
        seats_paid:number product_id
    """,
}

TYPES = {
    "text": TEXT,
    "currency": TEXT,
    "decimal": TEXT,
    "integer": sa.BigInteger(),
    "money": sa.BigInteger(),
    "number": sa.Double(),
    "date": sa.Date(),
    "timestamp": Instant(),
    "boolean": sa.Boolean(),
}


def upgrade() -> None:
    _canonical_tables()
    _load_tables()
    _told_tables()
    _kpi_table()
    _run_tables()
    _feedback_tables()


def _columns(text: str) -> list[sa.Column]:
    named = (item.partition(":") for item in text.split())
    return [sa.Column(name, TYPES[kind or "text"]) for name, _, kind in named]


def _needed(name: str, kind: sa.types.TypeEngine) -> sa.Column:
    return sa.Column(name, kind, nullable=False)


def _key(name: str, kind: sa.types.TypeEngine) -> sa.Column:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _load_id(*, is_key: bool) -> sa.Column:
    return sa.Column(
        "load_id",
        sa.Integer(),
        sa.ForeignKey("loads.load_id"),
        primary_key=is_key,
        nullable=False,
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _canonical_tables() -> None:
    for name, text in CANONICAL.items():
        table = f"canonical_{name}"
        columns = _columns(text)
        op.create_table(
            table,
            sa.Column("row_id", ROW_ID, primary_key=True, autoincrement=False),
            *columns,
            _needed("source", TEXT),
            _needed("source_file", TEXT),
            _needed("source_line", sa.BigInteger()),
            _needed("row_hash", sa.LargeBinary(16)),
            _needed("first_load_id", sa.Integer()),
            sa.Column("superseded_load_id", sa.Integer()),
            sa.Column("changed_at", Instant()),
        )
        if any(column.name == "account_id" for column in columns):
            _index(table, "account_id")


def _load_tables() -> None:
    op.create_table(
        "loads",
        sa.Column("load_id", sa.Integer(), primary_key=True),
        _needed("landed_at", Instant()),
        _needed("loaded_at", Instant()),
    )
    _index("loads", "landed_at")
    op.create_table(
        "load_files",
        _load_id(is_key=True),
        _key("source", TEXT),
        _key("source_file", TEXT),
        _needed("sha256", TEXT),
        _needed("size", sa.BigInteger()),
        _needed("archive_path", TEXT),
        _needed("reading", TEXT),
    )
    op.create_table(
        "load_sources",
        _load_id(is_key=True),
        _key("source", TEXT),
        _needed("is_loaded", sa.Boolean()),
    )
    op.create_table(
        "load_feeds",
        _load_id(is_key=True),
        _key("source", TEXT),
        _key("table_name", TEXT),
        _needed("inserted", sa.BigInteger()),
        _needed("superseded", sa.BigInteger()),
        _needed("unchanged", sa.BigInteger()),
    )
    op.create_table(
        "held_accounts",
        _load_id(is_key=True),
        _key("account_id", TEXT),
        _key("reason", TEXT),
        _key("source", TEXT),
    )


def _told_tables() -> None:
    told = {
        "quarantine": "source source_file source_line:integer table_name column_name rule severity "
        "account_id expected currency amount_minor:money raw",
        "controls": "source source_file table_name outcome currency row_count:integer "
        "amount_minor:money",
        "validation_results": "rule table_name column_name severity checked:integer failed:integer",
    }
    for table, text in told.items():
        op.create_table(
            table,
            sa.Column("row_id", ROW_ID, primary_key=True),
            _load_id(is_key=False),
            *_columns(text),
        )
        _index(table, "load_id")


def _kpi_table() -> None:
    op.create_table(
        "kpi_values",
        _key("known_at", Instant()),
        _key("entity_type", TEXT),
        _key("entity_id", TEXT),
        _key("kpi", TEXT),
        _key("period", TEXT),
        _key("currency", TEXT),
        sa.Column("unit", TEXT),
        _key("version", sa.BigInteger()),
        *_columns(
            "value:number value_minor:money numerator:number denominator:number rows:integer "
            "reason note"
        ),
    )
    _index("kpi_values", "entity_type", "entity_id", "kpi")


def _run_tables() -> None:
    op.create_table(
        "runs",
        _key("run_id", TEXT),
        _needed("period", TEXT),
        _needed("known_at", Instant()),
        _needed("started_at", Instant()),
        sa.Column("finished_at", Instant()),
        _needed("state", TEXT),
        _needed("why", TEXT),
    )
    _index("runs", "period")
    op.create_table(
        "artifacts",
        sa.Column("artifact_id", sa.Integer(), primary_key=True),
        sa.Column("run_id", TEXT, sa.ForeignKey("runs.run_id"), nullable=False),
        *(_needed(name, TEXT) for name in ("client_id", "period", "kind", "language")),
        _needed("version", sa.Integer()),
        _needed("path", TEXT),
        _needed("sha256", TEXT),
        _needed("size", sa.BigInteger()),
        _needed("edition_id", TEXT),
        _needed("dropped", TEXT),
        _needed("facts", TEXT),
        sa.UniqueConstraint("period", "client_id", "kind", "language", "version"),
    )
    _index("artifacts", "edition_id", "kind")


def _feedback_tables() -> None:
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.Integer(), primary_key=True),
        _needed("client_id", TEXT),
        _needed("renewal_date", sa.Date()),
        *(_needed(name, TEXT) for name in ("edition_id", "inputs", "decision", "reason")),
        *(_needed(name, TEXT) for name in ("requested_by", "decided_by", "signed_by", "signed_on")),
        _needed("imported_by", TEXT),
        _needed("imported_at", Instant()),
        _needed("sha256", TEXT),
    )
    _index("decisions", "client_id")
    op.create_table(
        "remarks",
        sa.Column("remark_id", sa.Integer(), primary_key=True),
        *(_needed(name, TEXT) for name in ("client_id", "period", "kind", "place", "text")),
        *(_needed(name, TEXT) for name in ("edition_id", "sha256", "imported_by")),
        _needed("imported_at", Instant()),
    )
    _index("remarks", "period", "client_id")
